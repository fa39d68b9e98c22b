"""Names joined to each other: "L4-5", "T12L1", "L45", "L3 through S1", "C2-3 through C5-6".

Form decides: neighbours joined by a dash, slash or nothing are a segment, joined by a word a range; what is not neighbours is a
range however joined.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spinemed.domain.levels import Range, Region, Segment, Vertebra
from spinemed.domain.names import CARDINAL_WORDS, read_number
from spinemed.domain.roots import Root
from spinemed.errors import LevelError
from spinemed.language.levels.forms import Atom, is_level, read_atom, read_bare, read_slip
from spinemed.language.levels.patterns import pattern


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of text that reads as a level, before its context is looked at.

    `atoms` are the levels it is written with; `worded` tells that a word ("to") joins them.
    """

    start: int
    end: int
    atoms: tuple[Atom, ...]
    worded: bool = False

    @property
    def form(self) -> str:
        return self.atoms[0].form

    @property
    def single(self) -> bool:
        return len(self.atoms) == 1

    @property
    def levels(self) -> list[Vertebra | Root]:
        return [atom.level for atom in self.atoms]


_THROUGH = (
    r"(?:to|thr(?:ough|u|ought|uogh|ugh|ou|ouhg|ouh|ogh)|trhough|trough|thorugh|thourgh|thorough|htrough|thruogh|thruough|until)"
)
_HEAD = r"(?:vertebra[el]?|vertebral bod(?:y|ies)|bod(?:y|ies)|(?:dis[ck] )?levels?|segments?|椎体|椎|节段|水平|平面)"
TO = pattern(
    rf"(?:\s*,?\s+{_HEAD})?(?:\s+(?:all the way\s+)?(?:up|"
    rf"down))?\s*[-–]?\s*\b{_THROUGH}\b\s*[-–]?\s*(?:the\s+)?(?:(?:vertebral\s+)?(?:levels?|bod(?:y|ies)|"
    rf"vertebrae?)\s+(?:of\s+)?)?(?:the\s+)?"
    r"|\s*(?:椎体|椎|节段|水平|平面)?\s*(?:向[上下])?(?:直?至|到)\s*(?:第(?=[颈頸胸腰骶]))?",
    re.I,
)
# A line may break at the dash, on the side where no blank makes it a bullet.
DASH = pattern(r"(?: {0,2}|\n(?=[-–/]\S))[-‐‑‒–—―−~～〜∼/／]{1,2}(?:(?<=\S[-–/])\n| {0,2})|(?<=\d)一(?=\d)")
_TO_DASHED = pattern(r"[-–]to[-–]", re.I)
# "spares 5-S1", "5/S1": before the first level of the next region a bare number can only be the last of its own.
_BARE_LAST = {"5": Region.LUMBAR, "12": Region.THORACIC, "7": Region.CERVICAL}


_CROSSING = pattern(r"(?:5[-–/]S1|12[-–/]L1|7[-–/]T1)\b")


def first_atom(text: str, pos: int) -> Atom | None:
    if text[pos].isdigit() and _CROSSING.match(text, pos):
        number = text[pos : pos + 2].rstrip("-/–")
        return Atom(pos, pos + len(number), _BARE_LAST[number], int(number), "letter") if number in _BARE_LAST else None
    atom = read_atom(text, pos)
    if atom is None:
        slip = read_slip(text, pos, Region.LUMBAR)
        clear = slip and text[pos : pos + 1].isupper() and slip.end - slip.start == 2 and _next_join(text, slip)
        return slip if slip and clear and neighbours(slip, clear[0]) else None
    if not is_level(atom) and atom.form in ("letter", "han", "word"):
        return _fused(text, atom)
    return atom


# C56 and T89 are also codes of other things; L45 hardly ever is.
_DISC_AFTER = pattern(
    r"(?:\s*(?:and|,|/|&)\s*[CT]\d{2,4}\b)?\s*(?:dis[ck]|level|inter|fusion|lamin|foram|facet|nerve|root|segment|hernia|"
    r"ACDF|stenosis|椎|间)",
    re.I,
)


def _fused(text: str, atom: Atom) -> Atom | None:
    """The upper level of a pair written as one number (L45, T1112, L51); its lower one follows as a bare number."""
    digits = text[atom.start : atom.end]
    digits = digits[len(digits.rstrip("0123456789")) :]
    for cut in range(1, len(digits)):
        upper = Atom(atom.start, atom.end - len(digits) + cut, atom.region, int(digits[:cut]), "fused")
        lower = _lower_of(upper, Atom(upper.end, atom.end, atom.region, int(digits[cut:]), "bare"))
        downwards = (lower.region, lower.number) > (upper.region, upper.number) or lower.region is not upper.region
        if downwards and neighbours(upper, lower) and (upper.region is Region.LUMBAR or _DISC_AFTER.match(text, atom.end)):
            return upper
    return None


def neighbours(a: Atom, b: Atom) -> bool:
    return is_level(a) and is_level(b) and _segment_of(a.level, b.level) is not None


def _segment_of(a: Vertebra | Root, b: Vertebra | Root) -> Segment | None:
    if isinstance(a, Root) or isinstance(b, Root):
        return None
    try:
        segment = Segment(min(a, b), max(a, b))
    except LevelError:
        return None
    # L4-S1 and T11-L1 are neighbours only where a bone is missing: written alone they are ranges.
    return segment if len(Range(segment.upper, segment.lower).vertebrae) == 2 else None


_NEXT_REGION = {Region.CERVICAL: (Region.THORACIC, 7), Region.THORACIC: (Region.LUMBAR, 12), Region.LUMBAR: (Region.SACRAL, 5)}


def _lower_of(upper: Atom, bare: Atom) -> Atom:
    """The bare number after `upper` with its region: "L5-1" is L5-S1, "T12-1" T12-L1."""
    if bare.number == 1 and upper.region in _NEXT_REGION:
        region, last = _NEXT_REGION[upper.region]
        if upper.number == last:
            return Atom(bare.start, bare.end, region, 1, "bare")
    return Atom(bare.start, bare.end, upper.region, bare.number, "bare")


def joined(text: str, first: Atom) -> tuple[list[Atom], list[str]]:
    atoms, joints = [first], list[str]()
    while len(atoms) < 8:
        found = _next_join(text, atoms[-1])
        if found is None:
            break
        atoms.append(found[0])
        joints.append(found[1])
    return atoms, joints


def _next_join(text: str, last: Atom) -> tuple[Atom, str] | None:
    """The level joined to `last` and by what: "to", "-", "/" or "" for nothing."""
    end = last.end
    dash = DASH.match(text, end)
    if dash and not _TO_DASHED.match(text, end):
        return after_dash(text, last, dash)
    if (to := TO.match(text, end)) and not _is_weighting(text, last):
        atom = _after_to(text, last, to.end())
        return (atom, "to") if atom else None
    return _after_nothing(text, last)


_PLANE_BEFORE = pattern(r"\b(?:axial|sagittal|coronal|ax|sag|cor|STIR|FLAIR|and|on)\s+$", re.I)


def _is_weighting(text: str, atom: Atom) -> bool:
    """The T2 of "axial T2 through L4-5" begins no range."""
    if atom.region is not Region.THORACIC or atom.number > 2 or atom.form != "letter":
        return False
    return _PLANE_BEFORE.search(text[max(0, atom.start - 10) : atom.start]) is not None


def after_dash(text: str, last: Atom, dash: re.Match[str]) -> tuple[Atom, str] | None:
    pos, sign = dash.end(), "/" if dash[0].strip() in "/／" else "-"
    if atom := read_atom(text, pos):
        return atom, sign
    # "L4-5" is tight; "L4 - 5 mm" is not a join.
    bare = _spelled(text, pos, last) or read_bare(
        text, pos, last.region, han=last.form == "han" or text[last.end - 1] in HAN_DIGITS
    )
    if bare and not (dash[0] != dash[0].strip() and _UNIT.match(text, bare.end)):
        after = _lower_of(last, bare)
        if not (sign == "/" and text[bare.end : bare.end + 1] == "/" and last.form != "bare" and not is_level(after)):
            return after, sign
    slip = read_slip(text, pos, last.region)
    if slip and neighbours(last, slip):
        return slip, sign
    return None


_CARDINAL = pattern(rf"(?P<num>{'|'.join(CARDINAL_WORDS)})\b", re.I)
HAN_DIGITS = "一二三四五六七八九十"


def _spelled(text: str, pos: int, last: Atom) -> Atom | None:
    """The "five" of "lumbar four-five"."""
    m = _CARDINAL.match(text, pos) if last.form in ("word", "bare") and text[last.end - 1].isalpha() else None
    return Atom(pos, m.end(), last.region, read_number(m["num"].lower()), "bare") if m else None


def _after_to(text: str, last: Atom, pos: int) -> Atom | None:
    if atom := read_atom(text, pos):
        return atom
    bare = _spelled(text, pos, last) or read_bare(text, pos, last.region, han=last.form == "han")
    if not bare or _UNIT.match(text, bare.end):
        return None
    atom = _lower_of(last, bare)
    return atom if (is_level(atom) and bare.number > last.number) or atom.region is not last.region else None


def _after_nothing(text: str, last: Atom) -> tuple[Atom, str] | None:
    pos = last.end
    if last.form == "fused":
        bare = read_bare(text, pos, last.region)
        return (_lower_of(last, bare), "") if bare else None
    if last.form == "han" and text[pos - 1] in HAN_DIGITS and text[pos : pos + 1] in HAN_DIGITS and pos < len(text):
        bare = read_bare(text, pos, last.region, han=True)
        return (bare, "") if bare and neighbours(last, bare) else None
    if (text[pos : pos + 1] == " " and text[pos + 1 : pos + 2] in _AFTER_BLANK) or (
        last.form == "han" and text[pos : pos + 1] == "\n"
    ):
        pos += 1
    atom = read_atom(text, pos, glued=True)
    return (atom, "") if atom and atom.form in ("letter", "han") and neighbours(last, atom) else None


# "L5 S1", "C7 T1": the only letters that a neighbour can begin with after a blank.
_AFTER_BLANK = frozenset("LST")


def split(text: str, atoms: list[Atom], joints: list[str]) -> Iterator[Candidate]:
    """One candidate, or two where a slash parts two dashed segments ("L4-5/L5-S1")."""
    if len(joints) == 3 and joints[1] == "/" and joints[0] == joints[2] == "-":
        yield _candidate(atoms[:2], joints[:1])
        yield _candidate(atoms[2:], joints[2:])
    else:
        yield _candidate(atoms, joints)


def _candidate(atoms: list[Atom], joints: list[str]) -> Candidate:
    return Candidate(atoms[0].start, atoms[-1].end, tuple(atoms), worded="to" in joints)


# What a number measures; a number before one of these names no level.
_UNIT = pattern(
    r"\s*-?\s*(?:mm|cm|m\b|mg|g\b|kg|ml|mL|cc|mcg|gauge|french|fr\b|degrees?|deg\b|°|%|x\b|×|days?|weeks?|wks?|months?|"
    r"mos?\b|years?|yrs?|hours?|hrs?|h\b|min|sec|"
    r"times|beats|views?|level\b|levels? (?:above|below)|screws?|pins?|patients|cases|out of|of\b|/\s?\d|:\s?\d|cycles|doses|"
    r"tablets|tabs|units|sessions|points?|Gy|Tesla|T\b|"
    r"年|月|天|日|周|次|厘米|毫米|小时|分(?!布|节)|岁|度|℃|级|个|枚|块|根|导联|对(?![颈胸腰骶CTLS])|支|倍|期|例|床|楼|区|处|型|号|米|余|多|多年|半年)",
    re.I,
)


def counts_something(text: str, end: int) -> bool:
    """True where the number that ends at `end` is followed by what it counts or measures."""
    return _UNIT.match(text, end) is not None
