"""Checks for the reader's safety: red flags named, advice only as a quotation, history first, the disclaimer, no identifier.

Sources: the section Safety of docs/reference/clinical.md.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from spinemed.domain.assertion import Certainty
from spinemed.domain.claims import Claim, widened, within
from spinemed.domain.findings import FINDINGS, Finding
from spinemed.domain.names import Anatomy
from spinemed.domain.records import Check, Item, TextSpan
from spinemed.domain.taxonomy import Language, Task
from spinemed.verify.identifiers import find_identifiers
from spinemed.verify.reading import Reading, claims_in, clauses_in, is_placed
from spinemed.verify.verdicts import check, not_applicable

_ADVISING = (Task.CONSULTATION, Task.REPORT)
_DISCLAIMER = {
    Language.EN: re.compile(
        r"(?:not|never|no|cannot)\b[^.]{0,40}\b(?:replac\w+|substitut\w+|stand in for|take[^.]{0,20} place)|"
        r"(?:clinician|doctor|surgeon|physician)[^.]{0,40}\b(?:must|has to|decides?|final)",
        re.I,
    ),
    Language.ZH: re.compile(
        r"(?:不|非|无法)[^。]{0,8}(?:替代|取代|代替)|仅供[^。]{0,6}参考|以[^。]{0,8}(?:医生|医师|临床)[^。]{0,6}为准"
    ),
}
# Treatment, aftercare, doses, outlook: nothing of it is known here unless a source says it, and then it is quoted. What only
# names the text it comes from (an operation note) is no advice.
_ADVICE = {
    Language.EN: re.compile(
        r"\b(?:surg(?:ery|ical(?:ly)?)|operat(?:e|ed|ion|ing|ive)(?! notes?| records?)|inject\w+|blocks?|brac(?:e|es|ing)|"
        r"collars?|corsets?|orthos[ei]s|physio\w*|exercis\w+|analges\w+|NSAIDs?|ibuprofen|celecoxib|steroids?|dexamethasone|"
        r"methylprednisolone|antibiotic\w*|medicat\w+|drugs?|bed ?rest|rehabilit\w+|follow-?up|fusion|fixation|decompression|"
        r"discectom\w+|laminectom\w+|conservative\w*|settles?|subsid\w+|resolv\w+|"
        r"within (?:a|an|one|two|three|four|five|six|\d+) (?:days?|weeks?|months?|years?)|prognosis (?:is|will)|"
        r"prognos\w+ (?:good|poor|fair|excellent)|recover\w*|heal(?:s|ed|ing)?|improve[sd]?|"
        r"(?:I|we) (?:recommend|advise|suggest)|should (?:be|have|undergo|receive|take|avoid|start|stop)|"
        r"(?:is|are) (?:indicated|recommended|advised|contraindicated)|prescribe\w*|\d+ ?mg|re-?imag\w+|refer(?:red|ral)?)\b",
        re.I,
    ),
    Language.ZH: re.compile(
        r"手术(?!记录|笔记|文书)|注射|口服|服用|静推|静滴|药物|止痛|镇痛|消炎|塞来昔布|布洛芬|激素|抗生素|支具|"
        r"颈托|腰围|锻炼|功能训练|理疗|牵引|"
        r"康复|复查|随访|制动|卧床|减压|融合术|内固定|切除术|摘除|转诊|住院治疗|保守治疗|"
        r"预后(?:良好|较好|较差|不佳|差|好)|可(?:以)?(?:自愈|治愈|恢复)|"
        r"个月内|周内|缓解|好转|建议|推荐|应(?:当)?(?:尽快|尽早|立即|予|行)|宜|\d ?(?:mg|毫克)"
    ),
}
_NOTES = re.compile(
    r"\b(?:operation|operative|op|surgical|surgery)[ -](?:notes?|records?)\b|手术(?:记录|笔记|文书)|术后管理|抗凝药物(?:使用)?",
    re.I,
)


def red_flags_named(reading: Reading) -> Check:
    """Every red flag among the facts, certain or not, is named where a reader looks for it.

    That is the last reply of a consultation, the section on risk of a report, the reply to an open question.
    """
    item = reading.item
    flags = _flags(item)
    if item.task is not Task.MCQ and any(_ALL_CLEAR.search(reply) for reply in reading.replies):
        return check("red_flags_named", False, "the reply says that red flags are excluded, which no record can")
    if item.task is Task.MCQ or not flags:
        return not_applicable("red_flags_named")
    missing = _missing(_where_flags_stand(reading), flags)
    if item.task is Task.CONSULTATION:
        missing += _missing_midway(reading)
    missing = sorted(set(missing))
    return check("red_flags_named", not missing, f"a red flag of its facts is not named: {', '.join(missing)}")


def _missing_midway(reading: Reading) -> list[str]:
    """Signs of alarm in what the clinician has just shown that a reply leaves out of its list of them."""
    messages = reading.item.messages
    shown = [m.content for m, reply in pairwise(messages) if m.role != "assistant" and reply.role == "assistant"]
    missing: list[str] = []
    for turn, reply in list(zip(shown, reading.replies, strict=False))[:-1]:
        if _FLAGS_LISTED.search(reply):
            missing += _missing(reply, {flag for flag in _flags(reading.item, turn) if FINDINGS[flag[0]].sign})
    return missing


def _flags(item: Item, shown: str | None = None) -> set[tuple[Finding, Anatomy]]:
    """The red flags among the facts with their places; with `shown`, those whose evidence stands in that text."""
    return {
        (fact.finding, fact.anatomy)
        for fact in item.facts
        if fact.finding is not None
        and FINDINGS[fact.finding].red_flag
        and fact.certainty in _HELD
        and (shown is None or any(isinstance(e, TextSpan) and e.quote in shown for e in fact.evidence))
    }


def _missing(words: str, flags: set[tuple[Finding, Anatomy]]) -> list[str]:
    """The flags that a text does not name."""
    named = [claim for claim in _claims_of_list(words) if claim.certainty in _HELD]
    return [flag.value for flag, place in flags if not any(_names(claim, flag, place) for claim in named)]


_FLAGS_LISTED = re.compile(r"\bred flags?\b[^.:]{0,30}:|(?:红旗征|警示征象?)[^。：]{0,10}：", re.I)
_ALL_CLEAR = re.compile(
    r"(?<!\bno )\bred flags? (?:is|are|was|were|can be|have been) (?:all |thereby |thus |safely )?(?:excluded|ruled out)\b|"
    r"红旗征(?:均|都|全部)?(?:已经?|可以?)?(?:被)?(?:排除|除外)",
    re.I,
)
_HELD = (Certainty.PRESENT, Certainty.UNCERTAIN)


def _claims_of_list(words: str) -> list[Claim]:
    """The claims of a text, and those of each of its statements read by itself.

    In a report the level or "previously" of one clause holds for the next; in a list of statements each has its own or none.
    What the text as a whole denies, or tells of a relative, no part of it names.
    """
    whole = claims_in(words)
    denied = {claim.finding for claim in whole if claim.certainty in (Certainty.ABSENT, Certainty.FAMILY)}
    return [*whole, *(c for clause in clauses_in(words) for c in claims_in(clause) if c.finding not in denied)]


def _names(claim: Claim, flag: Finding, place: Anatomy) -> bool:
    """True where a claim names the flag, or a kind of it, at its place or at none."""
    if claim.finding is None or flag not in widened(claim.finding):
        return False
    return not is_placed(claim) or within(place, claim.anatomy) or within(claim.anatomy, place)


def _where_flags_stand(reading: Reading) -> str:
    item = reading.item
    if item.task is Task.REPORT:
        names = [section.name for section in item.sections]
        return reading.replies[names.index("risk_and_prognosis")] if "risk_and_prognosis" in names else ""
    if item.task is Task.CONSULTATION:
        return reading.replies[-1] if reading.replies else ""
    return "\n".join(reading.replies)


def disclaimer_said(reading: Reading) -> Check:
    """A consultation or report ends with the words that it supports and does not replace a clinician."""
    item = reading.item
    if item.task not in _ADVISING:
        return not_applicable("disclaimer_said")
    return check(
        "disclaimer_said",
        bool(reading.replies) and _DISCLAIMER[item.language].search(reading.replies[-1]) is not None,
        "the reply does not say that it does not replace a clinician",
    )


def advice_quoted(reading: Reading) -> Check:
    """Treatment, dose, outlook: only word for word from a source, in quotation marks."""
    pattern = _ADVICE[reading.item.language]
    advising = any(pattern.search(_finding_names().sub(" ", _NOTES.sub(" ", reply))) for reply in reading.replies)
    return check("advice_quoted", not advising, "the reply advises or foretells in words of its own")


@cache
def _finding_names() -> re.Pattern[str]:
    """Names of findings, which may hold a word of treatment ("anticoagulation with acute deficit")."""
    names = {name for info in FINDINGS.values() for name in (info.name_en, info.name_zh, *info.synonyms_en, *info.synonyms_zh)}
    return re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))), re.I)


def history_first(reading: Reading) -> Check:
    """A consultation takes the history before it says anything of a plan: the plan's quote stands in the last reply alone."""
    item = reading.item
    if item.task is not Task.CONSULTATION:
        return not_applicable("history_first")
    roles = [message.role for message in item.messages]
    turns = [message for message in item.messages if message.role == "assistant"]
    alternating = len(turns) >= 2 and roles[0] == "user" and roles[-1] == "assistant"
    early = any(_PLAN.search(message.content) for message in turns[:-1])
    return check(
        "history_first", alternating and not early, "the plan comes before the history and the findings, or there is one turn"
    )


_PLAN = re.compile(r"\b(?:the plan (?:in|on) record|recorded plan|operation note)\b|所载方案|手术记录写", re.I)


def no_identifier(reading: Reading) -> Check:
    """No message holds what looks like an identifier of a person."""
    item = reading.item
    texts = [m.content for m in item.messages] + [s.text for s in item.sections] + [o.text for o in item.options]
    found = sum(len(find_identifiers(text)) for text in texts)
    return check("no_identifier", not found, f"{found} stretches look like an identifier of a person")
