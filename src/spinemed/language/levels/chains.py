"""Names joined to each other: "L4-5", "T12L1", "L3 through S1", "C2-3 through C5-6", and bare numbers of a list ("T7 and 8").

Form decides: neighbours joined by a dash, slash or nothing are a segment, joined by a word a range; what is not neighbours is a
range however joined. Bare numbers after a list mark continue the name before them.
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


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of text that reads as a level, before its context is looked at.

    `ends` are the levels at its two ends, or the one level; `worded` tells a range made by a word ("to").
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
_TO = re.compile(
    rf"(?:\s*,?\s+{_HEAD})?(?:\s+(?:all the way\s+)?(?:up|"
    rf"down))?\s*[-–]?\s*\b{_THROUGH}\b\s*[-–]?\s*(?:the\s+)?(?:(?:vertebral\s+)?(?:levels?|bod(?:y|ies)|"
    rf"vertebrae?)\s+(?:of\s+)?)?(?:the\s+)?"
    r"|\s*(?:椎体|椎|节段|水平|平面)?\s*(?:向[上下])?(?:直?至|到)\s*(?:第(?=[颈頸胸腰骶]))?",
    re.I,
)
# A line may break at the dash, on the side where no blank makes it a bullet.
_DASH = re.compile(r"(?: {0,2}|\n(?=[-–/]\S))[-‐‑‒–—―−~～〜∼/／]{1,2}(?:(?<=\S[-–/])\n| {0,2})|(?<=\d)一(?=\d)")
_TO_DASHED = re.compile(r"[-–]to[-–]", re.I)
_LIST = re.compile(
    r"\s*(?:,|，|、)\s*(?:and|or|&|和|及|与)?\s*(?:the\s+)?|\s+(?:and|or|&|versus|vs\.?|on)\s+(?:the\s+)?|\s*(?:&|\+|和|及|与|或|以及)\s*",
    re.I,
)
# "third and fourth lumbar", 第三、四腰椎: the region is named once, after the last.
_ORDINALS = re.compile(
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|\d{1,2}(?:st|nd|rd|th))",
    re.I,
)
_NUMBER_ZH = re.compile(r"第?(?:1[0-3]|\d|十[一二三]?|[一二三四五六七八九])")


def read_chain(text: str, pos: int) -> list[Candidate]:
    """The candidates of the name that starts at `pos`: one, or several for a list with bare numbers; empty where none is read."""
    shared = _shared_region(text, pos)
    if shared:
        return shared
    first = _first_atom(text, pos)
    if first is None:
        return []
    atoms, joints = _joined(text, first)
    if not all(is_level(a) for a in atoms):
        return []
    candidates = list(_split(text, atoms, joints))
    return candidates + list(_bare_list(text, candidates[-1]))


# "spares 5-S1", "5/S1": before the first level of the next region a bare number can only be the last of its own.
_BARE_LAST = {"5": Region.LUMBAR, "12": Region.THORACIC, "7": Region.CERVICAL}


_CROSSING = re.compile(r"(?:5[-–/]S1|12[-–/]L1|7[-–/]T1)\b")


def _first_atom(text: str, pos: int) -> Atom | None:
    if text[pos].isdigit() and _CROSSING.match(text, pos):
        number = text[pos : pos + 2].rstrip("-/–")
        return Atom(pos, pos + len(number), _BARE_LAST[number], int(number), "letter") if number in _BARE_LAST else None
    atom = read_atom(text, pos)
    if atom is None:
        slip = read_slip(text, pos, Region.LUMBAR)
        clear = slip and text[pos : pos + 1].isupper() and slip.end - slip.start == 2 and _next_join(text, slip)
        return slip if slip and clear and _neighbours(slip, clear[0]) else None
    if not is_level(atom) and atom.form in ("letter", "han", "word"):
        return _fused(text, atom)
    return atom


# C56 and T89 are also codes of other things; L45 hardly ever is.
_DISC_AFTER = re.compile(
    r"(?:\s*(?:and|,|/|&)\s*[CT]\d{2,4}\b)?\s*(?:dis[ck]|level|inter|fusion|lamin|foram|facet|nerve|root|segment|hernia|ACDF|stenosis|椎|间)",
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
        if downwards and _neighbours(upper, lower) and (upper.region is Region.LUMBAR or _DISC_AFTER.match(text, atom.end)):
            return upper
    return None


def _neighbours(a: Atom, b: Atom) -> bool:
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


def _joined(text: str, first: Atom) -> tuple[list[Atom], list[str]]:
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
    dash = _DASH.match(text, end)
    if dash and not _TO_DASHED.match(text, end):
        return _after_dash(text, last, dash)
    if to := _TO.match(text, end):
        atom = _after_to(text, last, to.end())
        return (atom, "to") if atom else None
    return _after_nothing(text, last)


def _after_dash(text: str, last: Atom, dash: re.Match[str]) -> tuple[Atom, str] | None:
    pos, sign = dash.end(), "/" if dash[0].strip() in "/／" else "-"
    if atom := read_atom(text, pos):
        return atom, sign
    # "L4-5" is tight; "L4 - 5 mm" is not a join.
    bare = _spelled(text, pos, last) or read_bare(
        text, pos, last.region, han=last.form == "han" or text[last.end - 1] in _HAN_DIGITS
    )
    if bare and not (dash[0] != dash[0].strip() and _UNIT.match(text, bare.end)):
        after = _lower_of(last, bare)
        if not (sign == "/" and text[bare.end : bare.end + 1] == "/" and last.form != "bare" and not is_level(after)):
            return after, sign
    slip = read_slip(text, pos, last.region)
    if slip and _neighbours(last, slip):
        return slip, sign
    return None


_CARDINAL = re.compile(rf"(?P<num>{'|'.join(CARDINAL_WORDS)})\b", re.I)
_HAN_DIGITS = "一二三四五六七八九十"


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
    if last.form == "han" and text[pos - 1] in _HAN_DIGITS and text[pos : pos + 1] in _HAN_DIGITS and pos < len(text):
        bare = read_bare(text, pos, last.region, han=True)
        return (bare, "") if bare and _neighbours(last, bare) else None
    glue = (
        1
        if (text[pos : pos + 1] == " " and text[pos + 1 : pos + 2] in "LST")
        or (last.form == "han" and text[pos : pos + 1] == "\n")
        else 0
    )
    if text[pos + glue : pos + glue + 1] not in _STARTS or not text[pos + glue : pos + glue + 1]:
        return None
    atom = _read_glued(text, pos + glue)
    return (atom, "") if atom and atom.form in ("letter", "han") and _neighbours(last, atom) else None


_STARTS = "CTLSDctlsd颈頸胸腰骶"


def _read_glued(text: str, pos: int) -> Atom | None:
    # "L4L5" has no word start before the L: read it from its own place.
    return read_atom(text[pos:], 0) and _shift(read_atom(text[pos : pos + 12], 0), pos)


def _shift(atom: Atom | None, by: int) -> Atom | None:
    return Atom(atom.start + by, atom.end + by, atom.region, atom.number, atom.form) if atom else None


def _split(text: str, atoms: list[Atom], joints: list[str]) -> Iterator[Candidate]:
    """One candidate, or two where a slash parts two dashed segments ("L4-5/L5-S1")."""
    if len(joints) == 3 and joints[1] == "/" and joints[0] == joints[2] == "-":
        yield _candidate(atoms[:2], joints[:1])
        yield _candidate(atoms[2:], joints[2:])
    else:
        yield _candidate(atoms, joints)


def _candidate(atoms: list[Atom], joints: list[str]) -> Candidate:
    return Candidate(atoms[0].start, atoms[-1].end, tuple(atoms), worded="to" in joints)


# What a number measures; a number before one of these names no level.
_UNIT = re.compile(
    r"\s*-?\s*(?:mm|cm|m\b|mg|g\b|kg|ml|mL|cc|mcg|gauge|french|fr\b|degrees?|deg\b|°|%|x\b|×|days?|weeks?|wks?|months?|"
    r"mos?\b|years?|yrs?|hours?|hrs?|h\b|min|sec|"
    r"times|views?|level\b|levels? (?:above|below)|screws?|pins?|patients|cases|out of|of\b|/\s?\d|:\s?\d|cycles|doses|"
    r"tablets|tabs|units|sessions|points?|Gy|Tesla|T\b|"
    r"年|月|天|日|周|次|厘米|毫米|小时|分(?!布|节)|岁|度|℃|级|个|枚|块|根|导联|对(?![颈胸腰骶CTLS])|支|倍|期|例|床|楼|区|处|型|号|米|余|多|多年|半年)",
    re.I,
)


def counts_something(text: str, end: int) -> bool:
    """True where the number that ends at `end` is followed by what it counts or measures."""
    return _UNIT.match(text, end) is not None


def _bare_list(text: str, last: Candidate) -> Iterator[Candidate]:
    """Numbers that go on a list: `4-5` and `5-S1` of "L3-4, 4-5 and 5-S1", `8` of "T7 and 8"."""
    if last.worded or len(last.atoms) > 2:
        return
    while sep := _LIST.match(text, last.end):
        found = _bare_pair(text, sep.end(), last) if len(last.atoms) == 2 else _bare_single(text, sep, last)
        if found is None:
            return
        yield found
        last = found


def _bare_pair(text: str, pos: int, last: Candidate) -> Candidate | None:
    upper = read_bare(text, pos, last.atoms[-1].region, han=last.form == "han")
    dash = _DASH.match(text, upper.end) if upper else None
    if (
        not upper
        or not dash
        or (dash[0].strip() in "/／") != ("/" in text[last.start : last.end] or "／" in text[last.start : last.end])
    ):
        return None
    if upper.number != last.atoms[-1].number:
        # A list may jump back to the region it came from ("T12-L1, 11-12") or skip a disc ("L2-3, 4-5").
        upper = Atom(
            upper.start, upper.end, last.atoms[0].region if upper.number > 5 else last.atoms[-1].region, upper.number, "bare"
        )
    joined = _after_dash(text, upper, dash)
    if joined is None or counts_something(text, joined[0].end) or text[joined[0].end : joined[0].end + 1] in ("-", "/"):
        return None
    pair = (upper, joined[0])
    if not _neighbours(*pair):
        return None
    return Candidate(pos, pair[1].end, pair)


_AFTER_BARE = re.compile(
    r"\s*(?:$|[.,;:)\]，、。；：）]|and\b|or\b|&|to\b|with|were|was|is\b|are\b|at\b|on the (?:left|right)|via\b|by\b|through\b|"
    r"in\b|from\b|for\b|after\b|without\b|due\b|has\b|have\b|show|[-–]|vertebra|level|"
    r"bod(?:y|ies)|dis[ck]|root|nerve|pedicle|lamin|facet|medial|"
    r"spinous|transverse|radicul|dermat|foram|fusion|segment|level|screw|fract|compress|endplate|[\u4e00-\u9fff])",
    re.I,
)


def _bare_single(text: str, sep: re.Match[str], last: Candidate) -> Candidate | None:
    before = last.atoms[-1]
    bare = read_bare(
        text, sep.end(), before.region, han=text[before.end - 1] in _HAN_DIGITS or before.form == "han" or "、" in sep[0]
    )
    if not bare or counts_something(text, bare.end) or not _AFTER_BARE.match(text, bare.end):
        return None
    dash = _DASH.match(text, bare.end)
    if dash and text[dash.end() : dash.end() + 1].isdigit():
        return None
    most = 1 if sep[0].strip() == "on" else 4
    if before.form == "name" or not is_level(bare) or not 0 < bare.number - before.number <= most:
        return None
    return Candidate(bare.start, bare.end, (bare,))


def _shared_region(text: str, pos: int) -> list[Candidate]:
    """Several ordinals before one region: "third and fourth lumbar", "first to the sixth cervical", 第3～5腰椎, 第三、四腰椎."""
    pattern = _NUMBER_ZH if text[pos : pos + 1] == "第" else _ORDINALS
    numbers: list[tuple[int, int]] = []
    joints: list[str] = []
    while m := pattern.match(text, pos):
        if numbers and (read_atom(text, m.start()) or _atom_without_ordinal(text, m.start())):
            break
        numbers.append(m.span())
        joint = _TO.match(text, m.end()) or _DASH.match(text, m.end()) or _LIST.match(text, m.end())
        if joint is None:
            break
        joints.append(_joint_kind(text, m.end()))
        pos = joint.end()
    return _close_shared(text, pos, numbers, joints)


def _joint_kind(text: str, pos: int) -> str:
    return "to" if _TO.match(text, pos) else "-" if _DASH.match(text, pos) else ","


def _close_shared(text: str, pos: int, numbers: list[tuple[int, int]], joints: list[str]) -> list[Candidate]:
    last = read_atom(text, pos) or (_atom_without_ordinal(text, pos) if numbers else None)
    if not numbers or not last or last.form not in ("ordinal", "han") or len(joints) != len(numbers):
        return []
    atoms = [_number_atom(text, span, last.region) for span in numbers] + [last]
    if not all(is_level(a) for a in atoms):
        return []
    if joints[-1] == ",":
        return [Candidate(a.start, a.end, (a,)) for a in atoms]
    return [Candidate(atoms[0].start, last.end, tuple(atoms), worded=joints[-1] == "to")]


def _atom_without_ordinal(text: str, pos: int) -> Atom | None:
    """The 四腰椎 of 第三、四腰椎: 第 stands only before the first number."""
    atom = read_atom("第" + text[pos : pos + 8], 0)
    return Atom(pos, pos + atom.end - 1, atom.region, atom.number, "han") if atom else None


def _number_atom(text: str, span: tuple[int, int], region: Region) -> Atom:
    return Atom(span[0], span[1], region, read_number(text[slice(*span)].lower().lstrip("第")), "ordinal")
