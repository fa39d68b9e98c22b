"""The levels of a sentence as places a finding may be attached to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spinemed.domain.levels import Range, Region, Segment, Vertebra
from spinemed.domain.names import Anatomy
from spinemed.errors import LevelError
from spinemed.language.levels import Mention


@dataclass(frozen=True, slots=True)
class Place:
    """Levels named together ("L3-4 and L4-5"): a finding stated of them is stated of each."""

    start: int
    end: int
    levels: tuple[Anatomy, ...]

    @property
    def kinds(self) -> frozenset[type]:
        """The classes of its levels."""
        return frozenset(type(level) for level in self.levels)


# "and to a lesser degree at": the finding is the same there.
LESSER = (
    r"(?:to\s+(?:a\s+)?(?:lesser|smaller|milder|some)\s+(?:degree|extent)|less\s+(?:so|severely|marked(?:ly)?|prominently)|similarly"
    r"|likewise|also)\s*,?\s*"
)
_PART = (
    r"(?:(?:anterior|posterior|superior|inferior|upper|lower)\s+)?(?:end[\s-]?plates?|pedicles?|laminae?|inter-?spaces?|(?:vertebral\s+)?bod(?:y|ies)"
    r"|disc\s+space|walls?|corners?|facets?|vertebrae?)"
)
_LIST = re.compile(
    rf"\s*(?:levels?|discs?|disks?|{_PART}|椎体|椎间盘|椎间隙|间隙|水平|节段|椎板|棘突|横突|椎弓根?|附件|[上下]?关节突)?(?:[上下]终板|[上下前后]缘)?\s*(?:\((?:[^()]{{1,24}})\))?\s*(?:,|、|，|/|&|\+|and"
    rf"|or|as well as|及|和|与|以及|或)\s*(?:,\s*)?(?:(?:and|or|及|和)(?:\s*,)?)?\s*(?:{LESSER})?(?:in(?:to)?\s+)?"
    r"(?:(?:the\s+)?(?:anterior|posterior|lateral)\s+"
    r"(?:aspect|part|portion|wall|corner|half|third)\s+of\s+|(?:the\s+)?(?:superior|inferior|upper|lower)\s+end[\s-]?plate"
    r"\s+of\s+)?(?:at|the|of|disc|left|right|both|lower|upper|superior"
    r"|inferior|上|下)?\s*(?:the\s+)?",
    re.I,
)
_ON = re.compile(
    r"\s*(?:vertebra[le]?|vertebral body|body|椎体)?\s*(?:(?:has\s+|is\s+)?(?:slip(?:s|ped)|displaced|translated|subluxed)\s*)?"
    r"(?:(?:anteriorly|forwards?|posteriorly|backwards?)\s*)?(?:on|upon|over|relative to|with respect to|in relation to|vs\.?"
    r"|against|相对于?|对|较|于)\s*(?:the\s+)?",
    re.I,
)
_TO = re.compile(
    r"\s*(?:vertebra[le]?|body|椎体)?\s*(?:to|through|thru|down to|until|(?:延伸|扩展|蔓延)?(?:至|到)|-|–|~|～)"
    r"\s*(?:the\s+)?(?:upper|lower|mid|superior"
    r"|inferior|top of|bottom of)?\s*",
    re.I,
)
_BETWEEN = re.compile(r"(?:\bbetween|介于)\s+(?:the\s+)?$", re.I)


# "grade 1 at C5/6, C6/7 Kang 0": each has its own.
_GRADED_AT = re.compile(r"[\dIV]\s+at\s+$")
_GRADE_BEHIND = re.compile(r"\s+(?:[A-Z][a-z]+\s+(?:grade\s+)?|grade\s+)[\dIV]{1,3}\b")


_SLASHED = re.compile(r"\d\s?/\s?[CTLS颈胸腰骶]?\d|\d-\d")
_ROOTS = re.compile(r"\s*(?:(?:nerve|spinal|exiting|traversing)\s+)*roots\b", re.I)


def gather(text: str, mentions: Sequence[Mention]) -> list[Place]:
    """Mentions of a sentence joined where the words between join them."""
    places: list[Place] = []
    for mention in mentions:
        here = Place(mention.start, mention.end, _of_one_segment(text, mention))
        if places:
            joined = _joined(text, places[-1], here)
            if joined:
                places[-1] = joined
                continue
        places.append(here)
    return places


def _of_one_segment(text: str, mention: Mention) -> tuple[Anatomy, ...]:
    """ "腰4/5神经根", "the L4/5 nerve root": one root by its segment, not two; "L4/5 roots" are two."""
    if mention.kind != "root" or len(mention.anatomy) != 2 or not _SLASHED.search(mention.text):
        return mention.anatomy
    if _ROOTS.match(text, mention.end):
        return mention.anatomy
    try:
        upper, lower = (Vertebra(str(root)) for root in mention.anatomy)
        return (Segment(upper, lower),)
    except (ValueError, LevelError):
        return mention.anatomy


def _joined(text: str, a: Place, b: Place) -> Place | None:
    if not 0 <= b.start - a.end <= 60:
        return None
    last, first = a.levels[-1], b.levels[0]
    if b.start - a.end <= 30 and isinstance(last, Vertebra) and isinstance(first, Vertebra):
        try:
            if _ON.fullmatch(text, a.end, b.start) and len(a.levels) == 1:
                return Place(a.start, b.end, (Segment(min(last, first), max(last, first)),))
            between = _BETWEEN.search(text, max(0, a.start - 14), a.start) and re.fullmatch(
                r"\s*(?:and|与|和)\s*", text[a.end : b.start]
            )
            if between and len(Range(min(last, first), max(last, first)).vertebrae) == 2:
                return Place(a.start, b.end, (*a.levels[:-1], Segment(min(last, first), max(last, first)), *b.levels[1:]))
            if between or _TO.fullmatch(text, a.end, b.start):
                return Place(a.start, b.end, (*a.levels[:-1], Range(min(last, first), max(last, first)), *b.levels[1:]))
        except LevelError:
            return None
    if (
        isinstance(last, Vertebra)
        and isinstance(first, Vertebra)
        and re.match(r"(?:椎体?)?(?:间(?!质)|椎管|侧隐窝|节段)", text[b.end : b.end + 5])
        and re.fullmatch(r"[、与和及,]", text[a.end : b.start])
    ):
        try:
            return Place(a.start, b.end, (*a.levels[:-1], Segment(min(last, first), max(last, first))))
        except LevelError:
            return None
    alike = type(last) is type(first) or {type(last), type(first)} <= {Segment, Range, Vertebra}
    apart = _graded_apart(text, a, b) or _APEX.search(text, max(0, a.start - 14), a.start)
    if alike and _LIST.fullmatch(text, a.end, b.start) and not apart:
        return Place(a.start, b.end, (*a.levels, *b.levels))
    return None


_APEX = re.compile(r"(?:顶椎|端椎|\bapex(?:\s+(?:at|of))?)\s*:?\s*$", re.I)


def _graded_apart(text: str, a: Place, b: Place) -> bool:
    before = _GRADED_AT.search(text, max(0, a.start - 16), a.start)
    return before is not None and _GRADE_BEHIND.match(text, b.end) is not None


def fit(level: Anatomy, kinds: frozenset[str], *, own: bool) -> Anatomy | None:
    """The level as a finding of these kinds may carry it; None where it cannot.

    `own`: the level stands in the words of the finding itself, so a fracture "at T12-L1" is of both bones.
    """
    match level:
        case Region():
            return level
        case Segment():
            if "segment" in kinds:
                return level
            return Range(level.upper, level.lower) if own and "range" in kinds and "vertebra" in kinds else None
        case Range():
            return level if "range" in kinds else None
        case Vertebra():
            return level if "vertebra" in kinds else None
        case _:
            return level if "root" in kinds else None


_BEFORE_NO_PLACE = re.compile(
    r"(?:\b(?:apex|apical\s+vertebra|UIV|LIV|(?:upper|lower)\s+instrumented\s+vertebra|stable\s+vertebra|fus(?:ed"
    r"|ion)(?:\s+(?:of|from|at))?"
    r"|laminectomy\s+(?:of|at|from)?|discectomy\s+at|screws?\s+(?:at|in)|count(?:ed|ing)?\s*:?\s*(?:up|down)?(?:wards?)?\s*from|above|below"
    r"|cages?\s+at)(?:\s+(?:at|of|is|=))?"
    r"|%\s+of\s+(?:the\s+)?(?:(?:superior|upper)\s+)?(?:end[\s-]?plate\s+of\s+)?|顶椎(?:位于|为)?|端椎|移行至|移位至|游离至|占|上界达|下界达|以)\s*:?\s*$",
    re.I,
)
_AFTER_NO_PLACE = re.compile(
    r"\s*(?:revision\s+|posterior\s+|anterior\s+|decompressive\s+|bilateral\s+|left\s+|right\s+|open\s+|pedicle\s+|lumbar\s+"
    r"|cervical\s+|total\s+|prior\s+"
    r"|interbody\s+|transforaminal\s+)*"
    r"(?:laminectom|laminotom|hemilaminect|(?:micro)?dis[ck]ectom|fusion|ACDF|TLIF|PLIF|ALIF|XLIF|OLIF|PSO\b|corpectom"
    r"|laminoplast|arthroplast"
    r"|(?:epidural\s+)?(?:steroid\s+)?injection|(?:selective\s+)?(?:nerve\s+root\s+)?block(?!\s+vert)"
    r"|(?:posterior\s+)?decompression\b|instrument|screws?\b|cages?\b"
    r"|vertebroplast|kyphoplast|osteotom|foraminotom|椎板切除|髓核摘除|融合术|椎弓根螺钉|开窗|固定|减压|截骨|手术|椎体成形"
    r"|(?:开始|起)?(?:向[上下])?(?:开始|逐节)?(?:计数|数起|核对|起计|起算)|(?:向[上下])计数)",
    re.I,
)


def is_no_place(text: str, place: Place) -> bool:
    """True for levels of an operation, an apex or a count: what is found is not said to lie there."""
    before = _BEFORE_NO_PLACE.search(text, max(0, place.start - 36), place.start)
    return before is not None or _AFTER_NO_PLACE.match(text, place.end) is not None
