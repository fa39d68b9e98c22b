"""Numbers with a unit, and which quantity of the spine each is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from spinemed.domain.quantities import QUANTITIES, Quantity
from spinemed.language.facts.rules import Tongue
from spinemed.language.facts.stretches import CLAUSE, COMMA, Joints

_UNITS = {
    **dict.fromkeys(("mm", "毫米", "millimetre", "millimetres", "millimeter", "millimeters"), "mm"),
    **dict.fromkeys(("cm", "厘米", "公分", "centimetre", "centimetres", "centimeter", "centimeters"), "cm"),
    **dict.fromkeys(("%", "percent", "per cent"), "%"),
    **dict.fromkeys(("°", "degree", "degrees", "deg", "度"), "degree"),
}
_UNIT = (
    r"(?:mm(?![\w²2]|\s*H)|cm(?![\w²2])|毫米|厘米|公分|millimet(?:re|er)s?|centimet(?:re|er)s?|%|percent|per\s+cent"
    r"|°(?!\s?[CF℃])|degrees?|deg\b|(?<=\d)度)"
)
_NUMBER = r"\d{1,4}(?:\.\d{1,3}|,\d(?=\s*(?:mm|cm)))?"  # "7,8 mm" by a decimal comma
_VALUE = re.compile(
    rf"(?<![A-Za-z0-9_.])(?<!\d[-~])(?P<v>(?:(?<=\s)-|(?<=[:：])-)?{_NUMBER})(?P<more>(?:\s?(?:{_UNIT})?\s*(?:x|×|\*"
    rf"|by)\s*{_NUMBER}){{0,2}})(?:\s|-)?(?P<u>{_UNIT})",
    re.I,
)
_FROM_TO = re.compile(
    rf"\bfrom\s+(?P<a>{_NUMBER})\s?(?:{_UNIT})?\s+to\s+(?P<b>{_NUMBER})[\s-]?(?P<u>{_UNIT})|(?:由"
    rf"|从)(?P<za>{_NUMBER})\s?(?:{_UNIT})?(?:增至|增加至|增加到|进展至|进展到|变为|降至|到|至)(?P<zb>{_NUMBER})(?P<zu>{_UNIT})",
    re.I,
)
_NOT_OURS = re.compile(
    r"^(?:\s*\)?\s*(?:of\s+)?(?:threshold|cut-?off|upper\s+limit|(?:sacral\s+)?endplate|retropuls\w+|cage|screws?|rods?|nodule|incision|predicted"
    r"|of\s+(?:normal|predicted)|needle|drain|implant|graft|tube|trocar|diameter\s+screw|lung|renal|risk|chance|probability"
    r"|of\s+(?:patients|cases|people)|discount|level|bolus|saline|slice|thick\s+(?:slices?|sections?)|sections?|inter-?slice|spacer|plate))",
    re.I,
)
_NOT_BEFORE = re.compile(
    r"(?:expected|normal|cage|screws?|under|below|over|above|exceed\w*|less than|more than|at least|greater than|up to|of a"
    r"|on a|within|[<>≤≥]|until|increases? by|increased by|improved by|about half|temperature|weight|chin-brow angle"
    r"|popliteal angle(?: of)?|rib hump|prominence|rotation|flexion|extension|raising|raise|SLR(?:\s\w+)?|limited to|risk of"
    r"|incision of|肿胀(?:约)?|腰大肌脓肿|若|超过|大于|小于|不足|增加约?|矫正约?|减少约?"
    r"|变化|身高|体重|层厚|层间?距|间隔|slice\s+thickness|section\s+thickness|(?:slice|section)\s+thickness\s+of|reconstruction\s+interval|(?:interslice|slice)\s+gap|置入|螺钉|融合器|钢板)\s*:?\s*(?:of\s+)?(?:about|约|approximately)?\s*$"
    r"|(?:BMI|FVC|FEV"
    r"|SpO2|ODI|NDI|HbA1c|EF|LVEF)\s*[:=]?\s*(?:of\s+)?$",
    re.I,
)


# The names that this project writes, whole: "thickness of the lesion" is no lesion, "Bending像Cobb角" no plain Cobb angle.
_NAMES = tuple(
    (re.compile(re.escape(name).replace(r"\ ", r"\s+"), re.I), quantity)
    for quantity, info in QUANTITIES.items()
    for name in (info.name_en, info.name_zh)
    if " " in name or not name.isascii()
)


@lru_cache(maxsize=16)
def own_names(text: str) -> tuple[tuple[int, int, Quantity], ...]:
    """The whole names of quantities in a sentence, the longest where they overlap."""
    found: list[tuple[int, int, Quantity]] = []
    for start, end, quantity in sorted(
        ((m.start(), m.end(), quantity) for pattern, quantity in _NAMES for m in pattern.finditer(text)),
        key=lambda n: n[0] - n[1],
    ):
        if not any(a < end and start < b for a, b, _ in found):
            found.append((start, end, quantity))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Measure:
    """A number with its unit; of "9 x 6 mm" the largest."""

    start: int
    end: int
    value: float
    unit: str
    past: bool = False


def _number(written: str) -> float:
    return float(written.replace(",", "."))


def find_measures(text: str) -> list[Measure]:
    """Every value of a sentence that may be of the spine."""
    if not any(c.isdigit() for c in text):
        return []
    found: list[Measure] = []
    for m in _FROM_TO.finditer(text):
        unit = _UNITS.get(re.sub(r"\s+", " ", (m["u"] or m["zu"]).lower()))
        a, b = ("a", "b") if m["a"] else ("za", "zb")
        if unit:
            found.append(Measure(m.start(a), m.end(a), _number(m[a]), unit, past=True))
            found.append(Measure(m.start(b), m.end(), _number(m[b]), unit))
    for m in _VALUE.finditer(text):
        unit = _UNITS.get(re.sub(r"\s+", " ", m["u"].lower()))
        if unit is None or any(f.start < m.end() and m.start() < f.end for f in found):
            continue
        if _NOT_OURS.match(text[m.end() : m.end() + 30]) or _NOT_BEFORE.search(text[max(0, m.start() - 24) : m.start()]):
            continue
        numbers = [_number(n) for n in re.findall(_NUMBER, m["more"])] if m["more"] else []
        found.append(Measure(m.start(), m.end(), max([_number(m["v"]), *numbers]), unit))
    return sorted(found, key=lambda f: f.start)


def named_quantities(text: str, tongue: Tongue) -> list[tuple[int, int, Quantity]]:
    """The words of a sentence that name quantities; a whole name hides what is only a part of it."""
    names = own_names(text)
    words = [*names]
    for pattern, quantity in tongue.quantities:
        words.extend(
            (m.start(), m.end(), quantity)
            for m in pattern.finditer(text)
            if not any(a < m.end() and m.start() < b for a, b, _ in names)
        )
    return words


def quantity_of(
    measure: Measure,
    words: Sequence[tuple[int, int, Quantity]],
    findings: Sequence[tuple[int, int, dict[str, Quantity]]],
    joints: Joints,
    last: Quantity | None,
) -> Quantity | None:
    """The quantity that the words about a value name, else what the finding beside it is measured by, else that named last.

    Args:
        measure: the value.
        words: words of the sentence that name quantities, as `named_quantities` gives them.
        findings: the findings of the sentence, each with the quantity it is measured by in each unit.
        joints: where the sentence falls apart.
        last: the quantity of the value before.
    """
    best = _nearest(measure, [word for word in words if measure.unit in QUANTITIES[word[2]].units], joints)
    near = _nearest(measure, [(a, b, by[measure.unit]) for a, b, by in findings if measure.unit in by], joints)
    if best and (near is None or best[0] <= near[0] + 5):
        return best[1]
    if near:
        return near[1]
    if last and measure.unit in QUANTITIES[last].units:
        return last
    return None


def _nearest(measure: Measure, words: Sequence[tuple[int, int, Quantity]], joints: Joints) -> tuple[float, Quantity] | None:
    best: tuple[float, Quantity] | None = None
    for start, end, quantity in words:
        far = _distance(joints, measure, start, end)
        if far is not None and (best is None or far < best[0]):
            best = (far, quantity)
    return best


def _distance(joints: Joints, measure: Measure, start: int, end: int) -> float | None:
    """How far a word stands from a value: joints weigh most, words before are nearer than words after."""
    if start < measure.end and measure.start < end:
        return 0.0
    after = start >= measure.end
    a, b = (measure.end, start) if after else (end, measure.start)
    if b - a > (30 if after else 90):
        return None
    strength = joints.between(a, b)
    if strength >= (COMMA if after else CLAUSE):
        return None
    crossing = after and any(c.isdigit() for c in joints.text[a:b])
    return strength * 40 + (b - a) + (8 if after else 0) + (30 if crossing else 0)
