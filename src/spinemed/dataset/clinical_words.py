"""The words of a text that decide about a patient, in English and Chinese, in the order of the text.

A word too many in these lists costs a duplicate that is kept; a word too few could cost a case, so they are wide.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from spinemed.domain.findings import FINDINGS
from spinemed.domain.scales import SCALES
from spinemed.language.levels import find_mentions

_WORDS = frozenset(
    """
    zero one two three four five six seven eight nine ten eleven twelve first second third fourth fifth sixth seventh eighth
    ninth tenth eleventh twelfth single double both neither either once twice half several multiple multi all none any only each
    left right bilateral unilateral midline central paracentral foraminal extraforaminal subarticular lateral medial contralateral
    ipsilateral ventral dorsal anterior posterior superior inferior upper lower above below cranial caudal proximal distal
    traversing exiting ascending descending rostral up down upward downward
    no not nor never without denies denied deny absent absence negative positive present presence free unremarkable normal
    abnormal intact preserved spared except but cannot can ruled exclude excluded excludes non isn aren wasn weren don doesn
    didn hasn haven
    possible possibly probable probably likely unlikely suspected suspicious suggest suggests suggestive questionable equivocal
    may might could should consider considered definite definitely confirmed confirms
    hour hours day days week weeks month months year years mm cm degrees percent
    history previous previously prior old acute chronic subacute recent new newly former healed healing active residual recurrent
    family mother father before after during since until now
    mild mildly moderate moderately severe severely slight slightly marked markedly minimal minor major extensive partial
    partially complete completely incomplete total diffuse focal broad large small grade type stage class
    male female man woman men women boy girl he she his her him gentleman lady child adult infant elderly
    increase increased increases increasing decrease decreased decreases decreasing improve improved improves worse worsened
    worsens worsening stable unstable progressive resolved resolving reduced reduction elevated raised loss gain high low higher
    lower bright dark more less most least longer shorter
    sagittal axial coronal mri ct xray radiograph myelogram flair stir contrast enhanced enhancing enhancement weighted
    benign malignant primary secondary metastatic infectious pyogenic tuberculous congenital traumatic osteoporotic pathological
    cord root nerve disc disk vertebra vertebrae vertebral body canal foramen facet pedicle lamina endplate ligament cauda conus
    dura dural epidural intradural intramedullary extramedullary odontoid dens atlas axis sacrum coccyx rib
    cervical thoracic lumbar sacral thoracolumbar lumbosacral cervicothoracic craniovertebral
    surgery surgical operative nonoperative conservative fusion laminectomy discectomy corpectomy decompression fixation screw
    screws cage kyphoplasty vertebroplasty injection brace physiotherapy steroid antibiotic antibiotics radiotherapy chemotherapy
    fever weakness numbness incontinence retention pain flexion extension abduction adduction motor sensory reflex gait
    """.split()
)
# Words that differ by their beginning alone; what follows may be misread without harm.
_BEGINNINGS = frozenset(
    """
    hypo hyper iso intra inter infra supra extra retro ante antero postero epi sub para pre post peri endo poly mono micro macro
    un dis mal ab ad
    """.split()
)
_BEGINNING_LENGTHS = sorted({len(beginning) for beginning in _BEGINNINGS})
_NAMES_EN = " ".join(
    [*(name for info in FINDINGS.values() for name in (info.name_en, *info.synonyms_en)), *(s.name_en for s in SCALES.values())]
)
_SHORTEST_NAME = 4
CLINICAL_WORDS = _WORDS | {word for word in re.findall(r"[a-z]+", _NAMES_EN.lower()) if len(word) >= _SHORTEST_NAME} - {"with"}
_SHORTEST_WITH_BEGINNING = 6
# After these a lone "a" is a grade; elsewhere it is an article.
_GRADES = frozenset("grade type class stage modifier ais asia schizas gehweiler castellvi".split())
CLINICAL_HAN = (
    "零〇一二三四五六七八九十两半双单各全多少左右侧中央旁正偏内外前后上下头尾近远无未不非否没阴阳有存异常疑似可能考虑除外"
    "既往陈旧新鲜急慢史家族轻重度显著明微部分完弥局级型期男女患儿老增减升降高低加好转稳进缓解良恶性原继发转移颈胸腰骶尾"
    "椎间盘管孔神经根脊髓硬膜囊韧带关节板弓体矢冠轴位强化信号年月周日时毫厘米度手术保守融合减压固定切除注射热痛麻木力失禁潴留"
)
_NAMES_HAN = "".join(
    sorted(
        {c for info in FINDINGS.values() for name in (info.name_zh, *info.synonyms_zh) for c in name if "\u4e00" <= c <= "\u9fff"}
    )
)
_TOKEN = re.compile(
    r"(?P<number>(?<![\w.])[-+−]?\d+(?:[.,:/]\d+)*[a-z]{0,3}|\d+)|(?P<word>[a-z]+)|"
    rf"(?P<han>[{CLINICAL_HAN}{_NAMES_HAN}])|[<>≤≥±%°*+]+"
)
# Ways to ask that hold words of these lists and say nothing: "which one of the discs below", 下列哪一.
_ASKING = re.compile(
    r"\bwhich one\b|\bone of (?=the\b|these\b)|(?<=s|e) below\b(?=,? (?:does|do|is|are|was|were|has|have)\b)|"
    "根据|明确|写明|上述|上文|下列|下面|哪一|文中|其中",
    re.I,
)
_DEGREE = re.compile(r"(?:[ivx]{1,4}[ab]?|[a-f]\d?)$")


def clinical_words(text: str) -> Iterator[str]:
    """Levels, numbers and words that decide about a patient, in the order of the text."""
    text = _ASKING.sub(" ", unicodedata.normalize("NFKC", text))
    end = 0
    for mention in find_mentions(text):
        yield from _words(text[end : mention.start])
        yield f"{mention.kind}:{','.join(mention.levels)}"
        end = mention.end
    yield from _words(text[end:])


def _words(text: str) -> Iterator[str]:
    before = ""
    for match in _TOKEN.finditer(text.lower()):
        word = match["word"]
        if word is None:
            yield match[0]
        elif word in CLINICAL_WORDS or (_DEGREE.match(word) and (word != "a" or before in _GRADES)):
            yield word
        elif len(word) >= _SHORTEST_WITH_BEGINNING:
            yield from (word[:n] for n in _BEGINNING_LENGTHS if word[:n] in _BEGINNINGS)
        before = word or ""
