"""What stands at one place of a text: a joined name, and the bare numbers and shared regions of a list.

"T7 and 8", "L3-4, 4-5 and 5-S1", "third and fourth lumbar", 第三、四腰椎: one candidate each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spinemed.domain.levels import Region
from spinemed.domain.names import ORDINAL_WORDS, read_number
from spinemed.language.levels.forms import Atom, is_level, read_atom, read_bare
from spinemed.language.levels.joins import (
    DASH,
    HAN_DIGITS,
    TO,
    Candidate,
    after_dash,
    counts_something,
    first_atom,
    joined,
    neighbours,
    split,
)
from spinemed.language.levels.patterns import LONGEST_LIST, pattern

_LIST = pattern(
    r"\s*(?:,|，|、)\s*(?:and|or|&|和|及|与)?\s*(?:the\s+)?|\s+(?:and|or|&|versus|vs\.?|on)\s+(?:the\s+)?|\s*(?:&|\+|和|及|与|或|以及)\s*",
    re.I,
)
# "third and fourth lumbar", 第三、四腰椎: the region is named once, after the last.
_ORDINALS = pattern(rf"(?:{'|'.join(ORDINAL_WORDS)}|\d{{1,2}}(?:st|nd|rd|th))", re.I)
_NUMBER_ZH = pattern(r"第?(?:1[0-3]|\d|十[一二三]?|[一二三四五六七八九])")


def read_chain(text: str, pos: int) -> list[Candidate]:
    """The candidates of the name that starts at `pos`: one, or several for a list with bare numbers; empty where none is read."""
    shared = _shared_region(text, pos)
    if shared:
        return shared
    first = first_atom(text, pos)
    if first is None:
        return []
    atoms, joints = joined(text, first)
    if not all(is_level(a) for a in atoms):
        return []
    candidates = list(split(text, atoms, joints))
    return candidates + list(_bare_list(text, candidates[-1]))


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
    dash = DASH.match(text, upper.end) if upper else None
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
    joined = after_dash(text, upper, dash)
    if joined is None or counts_something(text, joined[0].end) or text[joined[0].end : joined[0].end + 1] in ("-", "/"):
        return None
    pair = (upper, joined[0])
    if not neighbours(*pair):
        return None
    return Candidate(pos, pair[1].end, pair)


_AFTER_BARE = pattern(
    r"\s*(?:$|[.,;:)\]，、。；：）]|and\b|or\b|&|to\b|with|were|was|is\b|are\b|at\b|on the (?:left|right)|via\b|by\b|through\b|"
    r"in\b|from\b|for\b|after\b|without\b|due\b|has\b|have\b|show|[-–]|vertebra|level|"
    r"bod(?:y|ies)|dis[ck]|root|nerve|pedicle|lamin|facet|medial|"
    r"spinous|transverse|radicul|dermat|foram|fusion|segment|level|screw|fract|compress|endplate|[\u4e00-\u9fff])",
    re.I,
)


def _bare_single(text: str, sep: re.Match[str], last: Candidate) -> Candidate | None:
    before = last.atoms[-1]
    bare = read_bare(
        text, sep.end(), before.region, han=text[before.end - 1] in HAN_DIGITS or before.form == "han" or "、" in sep[0]
    )
    if not bare or counts_something(text, bare.end) or not _AFTER_BARE.match(text, bare.end):
        return None
    dash = DASH.match(text, bare.end)
    if dash and text[dash.end() : dash.end() + 1].isdigit():
        return None
    most = 1 if sep[0].strip() == "on" else 4
    if before.form == "name" or not is_level(bare) or not 0 < bare.number - before.number <= most:
        return None
    return Candidate(bare.start, bare.end, (bare,))


def _shared_region(text: str, pos: int) -> list[Candidate]:
    """Several ordinals before one region: "third and fourth lumbar", "first to the sixth cervical", 第3～5腰椎, 第三、四腰椎."""
    number = _NUMBER_ZH if text[pos : pos + 1] == "第" else _ORDINALS
    numbers: list[tuple[int, int]] = []
    joints: list[str] = []
    while len(numbers) < LONGEST_LIST and (m := number.match(text, pos)):
        if numbers and (read_atom(text, m.start()) or _atom_without_ordinal(text, m.start())):
            break
        numbers.append(m.span())
        joint = TO.match(text, m.end()) or DASH.match(text, m.end()) or _LIST.match(text, m.end())
        if joint is None:
            break
        joints.append(_joint_kind(text, m.end()))
        pos = joint.end()
    return _close_shared(text, pos, numbers, joints)


def _joint_kind(text: str, pos: int) -> str:
    return "to" if TO.match(text, pos) else "-" if DASH.match(text, pos) else ","


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
