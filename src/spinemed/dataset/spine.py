"""A drawing of the spine from the side, face to the left, as the axis of a chart: a bar grows from every vertebra and disc.

Sizes and curves are those of a schoolbook adult (cervical and lumbar lordosis, thoracic and sacral kyphosis), not measurements;
lengths are in pixels of the drawing, angles in degrees from the vertical, positive where the column runs backwards on its way
down.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spinemed.domain.levels import STANDARD_ROW, Region, Segment, Vertebra
from spinemed.domain.taxonomy import Language
from spinemed.errors import LevelError

WIDTH = 600
SPINE_X, TOP = 128, 30
LABEL_X, BAR_X, BAR_WIDTH = 286, 294, 262
HEATS = 5
_WAIST = 0.07
_CANAL = 10.0
_CORD = 5.5
# Rows of text nearer than this would touch each other.
_PITCH = 11.5
_ROUNDS = 400

# Height, depth and gap to the next body at the first and the last vertebra of each region.
_SIZES: Mapping[Region, tuple[tuple[float, float, float], tuple[float, float, float]]] = {
    Region.CERVICAL: ((18.0, 31.0, 9.0), (20.0, 37.0, 9.0)),
    Region.THORACIC: ((21.0, 37.0, 8.0), (29.0, 50.0, 10.0)),
    Region.LUMBAR: ((34.0, 55.0, 14.0), (35.0, 61.0, 17.0)),
    Region.SACRAL: ((33.0, 53.0, 2.0), (17.0, 21.0, 2.0)),
    Region.COCCYGEAL: ((21.0, 14.0, 0.0), (21.0, 14.0, 0.0)),
}
# Where the column turns: inclination at these vertebrae, straight lines between.
_INCLINATIONS: Mapping[Vertebra, float] = {
    Vertebra.C1: -14,
    Vertebra.C4: -3,
    Vertebra.C7: 15,
    Vertebra.T2: 17,
    Vertebra.T7: 0,
    Vertebra.T12: -14,
    Vertebra.L1: -15,
    Vertebra.L3: -4,
    Vertebra.L5: 17,
    Vertebra.S1: 40,
    Vertebra.S3: 18,
    Vertebra.S5: -22,
    Vertebra.CO: -48,
}
# Length and droop of the spinous process, and its height at the root and at the tip.
_PROCESSES: Mapping[Region, tuple[float, float, float, float]] = {
    Region.CERVICAL: (17, 24, 8, 5),
    Region.THORACIC: (26, 48, 10, 6),
    Region.LUMBAR: (25, 8, 15, 17),
    Region.SACRAL: (8, 20, 12, 7),
}
REGIONS = {
    Region.CERVICAL: "cervical",
    Region.THORACIC: "thoracic",
    Region.LUMBAR: "lumbar",
    Region.SACRAL: "sacral",
}
# The axis with its dens, from the upper front corner of the body on.
_AXIS = ((-0.5, -0.5), (-0.55, -0.14), (-1.35, -0.1), (-1.4, 0.2), (-0.55, 0.3), (-0.5, 0.5), (0.5, 0.5), (0.5, -0.5))

Point = tuple[float, float]


@dataclass(frozen=True)
class Shape:
    """One outline: an SVG path, its class, and what it is called."""

    path: str
    style: str
    name: str = ""


@dataclass(frozen=True)
class Bar:
    """The counts of one level, English and Chinese, as a bar: `lead` is the line to it from its place in the column.

    A joint without a count is `quiet`: it gets no text.
    """

    name: str
    y: float
    lead: str
    counts: tuple[int, int]
    widths: tuple[float, float]
    thickness: float
    quiet: bool


@dataclass(frozen=True)
class Band:
    """A region of the column with the items that name a level in it."""

    name: str
    y: float
    height: float


@dataclass(frozen=True)
class Drawing:
    """The whole chart; `elsewhere` are counted names that are no bone or disc of the standard row (root C8, L6, a region)."""

    height: float
    behind: tuple[Shape, ...]
    cord: str
    shapes: tuple[Shape, ...]
    bars: tuple[Bar, ...]
    bands: tuple[Band, ...]
    elsewhere: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class _Body:
    """A vertebral body: centre, inclination, height along the column, depth from front to back."""

    vertebra: Vertebra
    x: float
    y: float
    angle: float
    height: float
    depth: float

    def at(self, down: float, back: float) -> Point:
        """A point by parts of height and depth from the centre."""
        return self.moved(down * self.height, back * self.depth)

    def moved(self, down: float, back: float) -> Point:
        """A point by pixels from the centre."""
        s, c = math.sin(math.radians(self.angle)), math.cos(math.radians(self.angle))
        return self.x + down * s + back * c, self.y + down * c - back * s


def draw(levels: Counter[tuple[str, str]]) -> Drawing:
    """The chart of counts by level and language."""
    bodies = list(_bodies([v for v in STANDARD_ROW.vertebrae if v is not Vertebra.C0]))
    places = dict(_places(bodies))
    counts = {name: _pair(levels, name) for name in {level for level, _ in levels}}
    most = max((sum(counts[name]) for name in counts if name in places), default=0) or 1
    shapes = (*_discs(bodies, counts, most), *_bones(bodies, counts, most))
    shown = [name for name in places if "-" not in name or name in counts]
    rows = dict(zip(shown, _apart([places[name][1] for name in shown]), strict=True))
    bars = tuple(_bar(name, places[name], rows.get(name), counts.get(name, (0, 0)), most) for name in places)
    elsewhere = tuple((name, sum(counts[name])) for name in sorted(counts) if name not in places)
    return Drawing(_end(bodies) + 24, tuple(_processes(bodies)), _cord(bodies), shapes, bars, tuple(_bands(bodies)), elsewhere)


def _pair(levels: Counter[tuple[str, str]], name: str) -> tuple[int, int]:
    return levels[name, Language.EN.value], levels[name, Language.ZH.value]


def _bodies(vertebrae: Sequence[Vertebra]) -> Iterator[_Body]:
    x, y = float(SPINE_X), float(TOP)
    numbers = {v.region: [w for w in vertebrae if w.region is v.region] for v in vertebrae}
    for vertebra in vertebrae:
        own = numbers[vertebra.region]
        part = own.index(vertebra) / max(1, len(own) - 1)
        first, last = _SIZES[vertebra.region]
        height, depth, gap = (a + (b - a) * part for a, b in zip(first, last, strict=True))
        if vertebra is Vertebra.C1:
            height = 14.0
        angle = math.radians(_inclination(vertebra))
        yield _Body(
            vertebra, x + math.sin(angle) * height / 2, y + math.cos(angle) * height / 2, _inclination(vertebra), height, depth
        )
        x, y = x + math.sin(angle) * (height + gap), y + math.cos(angle) * (height + gap)


def _inclination(vertebra: Vertebra) -> float:
    known = [(v.position, angle) for v, angle in _INCLINATIONS.items()]
    before = max((one for one in known if one[0] <= vertebra.position), default=known[0])
    after = min((one for one in known if one[0] >= vertebra.position), default=known[-1])
    if before[0] == after[0]:
        return before[1]
    return before[1] + (after[1] - before[1]) * (vertebra.position - before[0]) / (after[0] - before[0])


def _places(bodies: Sequence[_Body]) -> Iterator[tuple[str, Point]]:
    """The back of every joint and vertebra, from the top."""
    for above, body in zip([None, *bodies], bodies, strict=False):
        joint = _joint(above, body)
        if joint:
            x, y = body.at(-0.5, 0.5)
            top = above.at(0.5, 0.5) if above else (x, y - 14)
            yield joint, ((x + top[0]) / 2, (y + top[1]) / 2)
        yield body.vertebra.value, body.at(0, 0.5)


def _joint(above: _Body | None, body: _Body) -> str | None:
    try:
        return str(Segment(above.vertebra if above else Vertebra.C0, body.vertebra))
    except LevelError:
        return None


def _apart(heights: Sequence[float]) -> list[float]:
    """Heights in order, moved as little as needed to stand a row of text apart."""
    rows = list(heights)
    for _ in range(_ROUNDS):
        for at in range(1, len(rows)):
            missing = _PITCH - (rows[at] - rows[at - 1])
            if missing > 0:
                rows[at - 1], rows[at] = rows[at - 1] - missing / 2, rows[at] + missing / 2
    return rows


def _bar(name: str, place: Point, row: float | None, counts: tuple[int, int], most: int) -> Bar:
    en, zh = (round(BAR_WIDTH * n / most, 1) for n in counts)
    y = round(place[1] if row is None else row, 1)
    lead = f"M{_xy(place)}L{LABEL_X - 60} {place[1]:.1f}L{LABEL_X - 46} {y}H{LABEL_X - 40}"
    return Bar(name, y, lead, counts, (en, zh), 6.0 if "-" in name else 10.0, quiet=row is None)


def _heat(counts: Mapping[str, tuple[int, int]], name: str, most: int) -> str:
    """Class of a colour by the root of the share, so that rare levels are told from none."""
    n = sum(counts.get(name, (0, 0)))
    return f"heat{math.ceil(HEATS * math.sqrt(n / most))}"


def _bones(bodies: Sequence[_Body], counts: Mapping[str, tuple[int, int]], most: int) -> Iterator[Shape]:
    for body in bodies:
        style = f"bone {_heat(counts, body.vertebra.value, most)}"
        yield Shape(_outline_of(body), style, body.vertebra.value)


def _outline_of(body: _Body) -> str:
    if body.vertebra is Vertebra.C1:
        # The atlas has no body: its anterior arch, before the dens of the axis.
        return _closed([body.at(-0.45, -0.5), body.at(-0.45, -0.22), body.at(0.45, -0.22), body.at(0.45, -0.5)])
    if body.vertebra is Vertebra.C2:
        return _closed([body.at(down, back) for down, back in _AXIS])
    narrow = 0.42 if body.vertebra.region in (Region.SACRAL, Region.COCCYGEAL) else 0.5
    corners = body.at(-0.5, -0.5), body.at(-0.5, 0.5), body.at(0.5, narrow), body.at(0.5, -narrow)
    back, front = body.at(0, narrow - _WAIST), body.at(0, _WAIST - narrow)
    a, b, c, d = (_xy(point) for point in corners)
    return f"M{a}L{b}Q{_xy(back)} {c}L{d}Q{_xy(front)} {a}Z"


def _discs(bodies: Sequence[_Body], counts: Mapping[str, tuple[int, int]], most: int) -> Iterator[Shape]:
    for above, below in pairwise(bodies):
        name = _joint(above, below)
        if name and above.vertebra >= Vertebra.C2 and below.vertebra <= Vertebra.S1:
            points = [above.at(0.53, -0.46), above.at(0.53, 0.46), below.at(-0.53, 0.46), below.at(-0.53, -0.46)]
            yield Shape(_closed(points), f"disc {_heat(counts, name, most)}", name)


def _processes(bodies: Sequence[_Body]) -> Iterator[Shape]:
    """Arches and spinous processes behind the canal, for the look of a spine; nothing is counted there."""
    for body in bodies:
        if body.vertebra.region not in _PROCESSES or body.vertebra > Vertebra.S3:
            continue
        length, droop, root, tip = _process_of(body.vertebra)
        wall, half = body.depth / 2, body.depth / 2 + _CANAL
        slope = math.tan(math.radians(droop))
        top = -body.height * 0.2
        arch = [(top - root * 0.3, wall), (top - root * 0.4, half), (top + root * 0.6, half), (top + root * 0.3, wall)]
        yield Shape(_closed([body.moved(down, back) for down, back in arch]), "process")
        spine = [(top - root / 2, half), (top - tip / 2 + length * slope, half + length)]
        spine += [(top + tip / 2 + length * slope, half + length), (top + root / 2 + 2, half)]
        yield Shape(_closed([body.moved(down, back) for down, back in spine]), "process")


def _process_of(vertebra: Vertebra) -> tuple[float, float, float, float]:
    length, droop, root, tip = _PROCESSES[vertebra.region]
    if vertebra is Vertebra.C1:
        return 4, 0, 5, 5
    if vertebra is Vertebra.C7:
        return 24, droop, 8, 6
    if vertebra.region is Region.THORACIC:
        # Steepest at T7, where the processes overlap like tiles.
        droop -= 5.5 * abs(vertebra.number - 7)
    return length, droop, root, tip


def _cord(bodies: Sequence[_Body]) -> str:
    """The cord in its canal, from the atlas to the conus at L1-L2."""
    points = [body.moved(0, body.depth / 2 + _CORD) for body in bodies if body.vertebra <= Vertebra.L1]
    conus = next(body for body in bodies if body.vertebra is Vertebra.L1)
    points.append(conus.moved(conus.height * 0.8, conus.depth / 2 + _CORD))
    return "M" + "L".join(_xy(point) for point in points)


def _bands(bodies: Sequence[_Body]) -> Iterator[Band]:
    tops = {region: min(body.y - body.height / 2 for body in bodies if body.vertebra.region is region) for region in REGIONS}
    starts = [top - 5 for top in tops.values()]
    for name, top, bottom in zip(REGIONS.values(), starts, [*starts[1:], _end(bodies) + 14], strict=True):
        yield Band(name, round(top, 1), round(bottom - top, 1))


def _end(bodies: Sequence[_Body]) -> float:
    return max(body.y + body.height / 2 for body in bodies)


def _closed(points: Sequence[Point]) -> str:
    return f"M{'L'.join(_xy(point) for point in points)}Z"


def _xy(point: Point) -> str:
    return f"{point[0]:.1f} {point[1]:.1f}"
