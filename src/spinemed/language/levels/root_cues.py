"""What makes a level a nerve root: the word after it, or before it, or a sense that is lost below it."""

from __future__ import annotations

import re

from spinemed.language.levels.joins import Candidate
from spinemed.language.levels.patterns import pattern

_ROOT_AFTER = pattern(
    r"\s*(?:\((?:left|right|bilateral)\)\s*)?[-–]?\s*(?:(?:left|right|bilateral|exiting|traversing|descending|selective|"
    r"dorsal|ventral|anterior|posterior|spinal|sensory|motor|"
    r"conjoined|cervical|thoracic|lumbar|sacral|and|or)[\s,-]+){0,3}"
    r"(?:nerves?\b|roots?\b|radicul\w+|dermatom\w+|myotom\w+|ram(?:us|i)\b|(?:medial|lateral) branch\w*|distributions?\b|"
    r"innervat\w+|denervation|muscles?\b|reflex\w*|"
    r"(?:sensory|motor|cord|spinal cord|neurologic(?:al)?|block) (?:levels?|segments?)\b|DRG\b|par[ae]{1,2}sthesi\w+|"
    r"hyp\w{0,3}sthesi\w+|numbness|sensation|sensory|pin ?prick|light touch|"
    r"motor (?:function|strength|deficit|loss|weakness)|ASIA\b|AIS\b|block to\b|[:=]?\s*[0-5][+-]?/5\b)"
    r"|\s*(?:[)）]\s*)?(?:左侧|右侧|双侧|选择性|脊|出口|行走|走行|穿出|下行|颈|胸|腰|骶){0,2}(?:神[经經](?!孔|管|根管)|根(?!部|性|管)|皮节|肌节|皮区|感觉(?:平面|减退|消失|"
    r"存在|正常|保留|"
    r"异常|障碍|区)|[针痛触温深浅][刺温]?觉|脊髓节段|支配|后支|内侧支|外侧支|背支|前支|反射|运动平面|(?:[^，。；]{0,3})分布区)"
    r"|\s*[)）]?\s*(?:平面|水平|及)?以下[^，。；]{0,8}(?:感觉|痛|温|触|觉|麻木)",
    re.I,
)
_CORD_LEVEL = pattern(r"\s*levels? of the (?:spinal )?cord\b", re.I)
_STAYS_BONE = pattern(r"\s*(?:level|levels|水平|椎间孔|foram)", re.I)

_ROOT_NOUN = (
    r"(?:nerve roots?|spinal nerves?|nerves?|roots?|radiculopath\w+|radiculitis|dermatom\w+|myotom\w+|ram(?:us|i)|"
    r"(?:medial|lateral) branch(?:es)?(?: blocks?| neurotom\w+| injections?)?|"
    r"(?:sensory|motor|cord|spinal cord|block|neurologic(?:al)?|an(?:a)?esthetic)(?: block| cord|"
    r" injury)? levels?(?: of (?:the )?(?:injury|lesion))?|block height|height of (?:the )?block|sensory block|"
    r"blocked up to|blocked to|block up to|block to|"
    r"innervated by|supplied by|innervation|denervation|reflex(?:es)?|(?:knee|ankle) jerks?|distributions?|DRG)"
)
_ROOT_BEFORE = pattern(
    rf"\b(?P<noun>{_ROOT_NOUN})(?P<link>(?:[\s:(（=,~–-]+|\b(?:of|in|to|is|was|at|from|the|levels?|left|right|bilateral|"
    rf"both|on|via|namely|i\.e\.|through|up|down)\b)*)$",
    re.I,
)
_MUSCLE_BEFORE = pattern(
    r"(?:deltoids?|biceps|triceps|brachioradialis|extensors?|flexors?|tibialis(?: anterior| posterior)?|gastrocnemius|"
    r"soleus|quadriceps|vastus \w+|glut\w+(?: \w+)?|iliopsoas|hamstrings?|EHL|EDL|FDI|APB|ADM|"
    r"interossei|infraspinatus|supraspinatus|paraspinals?|peroneus \w+|rhomboids?|trapezius|pronator teres|adductors?|abductors?|"
    r"longus|brevis|hallucis|pollicis|extension|flexion|dorsiflexion|abduction|肌|反射)"
    r"(?:\s*[:：]?\s*[(（]\s*|\s*[:：]?\s+)$",
    re.I,
)
_SENSE = (
    r"(?:sensation|sensory (?:loss|deficit|change|exam)\w*|sensory|numb(?:ness)?|hyp\w{0,3}sthe\w+|pin ?prick|"
    r"light touch|an(?:a)?esthetic|par(?:a)?esthesi\w+|proprioception|temperature|dys(?:a)?esthesia)"
)
_SENSED_BEFORE = pattern(
    rf"\b{_SENSE}\b[^.;。；]{{0,60}}\b(?:below|above|from|across|over|in|to|along)\s+(?:the\s+)?(?:(?:left|right|bilateral|"
    rf"levels?|level of|both)\s+)*(?:the\s+)?$",
    re.I,
)
_SENSE_STATE = pattern(
    rf"\b{_SENSE}\s+(?:is |was |are )?(?:absent|reduced|lost|diminished|decreased|impaired|preserved|intact|"
    rf"normal)\s+(?:at |in |over )?$",
    re.I,
)
_LABELLED = pattern(
    r"\b(?:myotomes?|dermatomes?|reflexes|motor)\b[^.;:]{0,25}:|(?:皮节|肌节|关键肌|肌力)[^。；，：:]{0,8}[:：]", re.I
)
_ROOT_BEFORE_ZH = pattern(
    r"(?:(?:感觉|运动|阻滞|麻醉|腰麻|损伤|神经|皮肤)[^，。；：:]{0,4}平面(?:（NLI）)?[^，。；\d]{0,6}|平面[^，。；\d]{0,4}|NLI\s*[:：为]?\s*|神[经經]根(?:是|为|即|包括|有|：|"
    r":){0,3}[（(]?\n?|(?:皮节|"
    r"肌节)[^，。；\d]{0,6})(?:[A-E][.、．)]\s*)?$"
)


# Every pattern before a root holds one of these; a substring is looked for a hundred times faster than the patterns.
_ROOT_CUES = tuple(
    """root nerve radicul derma myoto ram branch level block nervat suppl reflex jerk distribution drg sens numb sthe prick
    touch propri temperature deltoid ceps radialis tens flex tibialis gastroc soleus vast glut psoas hamstring ehl edl fdi apb adm
    interossei spinatus paraspinal peroneus rhomboid trapezius pronator adduct longus brevis hallucis pollicis abduct motor
    平面 nli 神 皮节 肌 反射""".split()
)


def root_after(text: str, end: int, candidate: Candidate) -> bool:
    if _CORD_LEVEL.match(text, end):
        return True
    m = _ROOT_AFTER.match(text, end)
    if not m or _STAYS_BONE.match(text, end):
        return False
    # "T10 cord" without "level" is where the cord is seen, and C7 muscles are a supply.
    return candidate.form != "name"


def root_before(left: str, text: str, end: int, candidate: Candidate) -> bool:
    if candidate.form == "name" or re.match(r"\s*(?:foram|facet|pars|pedicle|lamina|椎)", text[end : end + 12], re.I):
        return False
    words = left.lower()
    if not any(cue in words for cue in _ROOT_CUES):
        return False
    m = _ROOT_BEFORE.search(left)
    if m:
        return _by_noun(m, candidate)
    if _SENSED_BEFORE.search(left) or _SENSE_STATE.search(left) or _MUSCLE_BEFORE.search(left) or _ROOT_BEFORE_ZH.search(left):
        return True
    return candidate.single and _LABELLED.search(left) is not None


def _by_noun(m: re.Match[str], candidate: Candidate) -> bool:
    """A root *of* a level is a root; one *at* a level leaves the level, but radiculopathy at one vertebra is the root's."""
    noun, at = m["noun"].lower(), re.search(r"\b(?:at|in|on|through)\b", m["link"], re.I) is not None
    if noun.startswith(("nerve", "root", "spinal nerve")):
        return not at and "," not in m["link"]
    if noun.startswith(("radicul", "medial", "lateral", "reflex", "distribution")):
        # "radiculopathy from the L5/S1 extrusion" names the disc; "branch blocks from L3 to S1" the nerves.
        at = at or (noun.startswith("radicul") and "from" in m["link"].lower())
        return candidate.single or not at
    return True
