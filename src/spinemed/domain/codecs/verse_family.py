"""Numbers that count from the head: VerSe and its descendants TPTBox and SPINEPS.

1-7 C1-C7, 8-19 T1-T12, 20-24 L1-L5, 25 L6, 28 T13. TPTBox adds 100 + n for the disc *below* vertebra n and 200 + n for
**both** endplates at that disc, by the number of the bone above: 119 is T12-L1 unless 28 (T13) is present, when it is
T12-T13.

Not read here: sub-region masks (`seg-subreg`, `seg-spine`), whose 41-50 are parts of a vertebra, without level; in TPTBox
instance masks the same numbers are ribs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from spinemed.domain.assertion import Numbering
from spinemed.domain.codecs.codec import DISCS, PRESACRAL, Codec, CodecFlag, RowRule
from spinemed.domain.codecs.structure import SACRUM, UNDETERMINED, Structure, disc, endplates, other, rib, vertebra
from spinemed.domain.levels import Segment, Vertebra

_DISC, _ENDPLATES = 100, 200
_SACRUM = 26
_VERTEBRAE: Mapping[int, Vertebra] = {**dict(enumerate(PRESACRAL, 1)), 25: Vertebra.L6, 28: Vertebra.T13}
_BELOW: Mapping[int, Segment] = {
    **dict(enumerate(DISCS, 2)),
    25: Segment(Vertebra.L6, Vertebra.S1),
    28: Segment(Vertebra.T13, Vertebra.L1),
}
_BONES = {number: vertebra(level) for number, level in _VERTEBRAE.items()}


def _joints(below: Mapping[int, Segment]) -> dict[int, Structure]:
    return _discs(below) | {_ENDPLATES + n: endplates(segment) for n, segment in below.items()}


def _discs(below: Mapping[int, Segment]) -> dict[int, Structure]:
    return {_DISC + n: disc(segment) for n, segment in below.items()}


def _row_rules(*, with_endplates: bool) -> tuple[RowRule, ...]:
    """Discs below n in rows with a bone more or less: (n, must be present, must be absent, segment)."""
    readings: tuple[tuple[int, set[int], set[int], Segment], ...] = (
        (18, {18, 20}, {19, 28, 119}, Segment(Vertebra.T11, Vertebra.L1)),
        (19, {28}, set(), Segment(Vertebra.T12, Vertebra.T13)),
        (23, {23, _SACRUM}, {24, 25, 124}, Segment(Vertebra.L4, Vertebra.S1)),
        (24, {25}, set(), Segment(Vertebra.L5, Vertebra.L6)),
    )
    kinds = ((_DISC, disc), (_ENDPLATES, endplates)) if with_endplates else ((_DISC, disc),)
    return tuple(
        RowRule(offset + n, frozenset(present), frozenset(absent), make(segment))
        for n, present, absent, segment in readings
        for offset, make in kinds
    )


VERSE = Codec(
    name="verse",
    source="anjany/verse README.md, section Data (commit 02b292b), and utils/data_utilities.py (4d6365f)",
    numbering=Numbering.AS_WRITTEN,
    table={**_BONES, _SACRUM: SACRUM, 27: vertebra(Vertebra.CO)},
)
"""VerSe 2019 and 2020 vertebra masks and centroids. Sacrum (26) and coccyx (27) have numbers and are not labelled there."""


def _tptbox() -> dict[int, Structure]:
    sacral = {29: Vertebra.S2, 30: Vertebra.S3, 31: Vertebra.S4, 32: Vertebra.S5}
    sacral_joints = {
        26: Segment(Vertebra.S1, Vertebra.S2),
        29: Segment(Vertebra.S2, Vertebra.S3),
        30: Segment(Vertebra.S3, Vertebra.S4),
        31: Segment(Vertebra.S4, Vertebra.S5),
    }
    ribs = {32 + n: rib(f"rib_{level}".lower()) for n, level in _VERTEBRAE.items() if 6 <= n <= 20}
    reserved = [offset + n for offset in (_DISC, _ENDPLATES) for n in (1, 27, 32, 33)]
    return {
        **_BONES,
        26: vertebra(Vertebra.S1),
        27: vertebra(Vertebra.CO),
        **{number: vertebra(level) for number, level in sacral.items()},
        33: vertebra(UNDETERMINED, "sixth_sacral_vertebra"),
        **ribs,
        53: rib("rib_t13"),
        80: other("metal"),
        **_joints({**_BELOW, **sacral_joints}),
        **{label: other(f"reserved_{label}") for label in reserved},
    }


TPTBOX = Codec(
    name="tptbox",
    source="tptbox==1.1.0, TPTBox/core/vert_constants.py, enum Vertebra_Instance",
    numbering=Numbering.AS_WRITTEN,
    table=_tptbox(),
    flags=frozenset({CodecFlag.ROW_DEPENDENT}),
    rules=_row_rules(with_endplates=True),
)
"""TPTBox instance masks (`seg-vert`). 26 is S1; ribs are n + 32 (T1 40, T12 51); in CT endplates keep the number of their bone.

A mask of TPTBox or SPINEPS whose bones were only told apart (see `SPINEPS_INSTANCE`) holds the same numbers, so reading such
a mask with this codec gives wrong levels without any error: the choice is the caller's.
"""


def _quirks(offsets: Iterable[int]) -> dict[int, Structure]:
    # phase_post.py 480-505 and 542-549: the sacrum has no corpus voxels, so its height counts as 0 and what lies above the
    # topmost vertebra is given to it. 101 is the same disc by the "number of the topmost less one" rule.
    names = {_DISC: (disc, "disc_above_the_topmost_vertebra"), _ENDPLATES: (endplates, "endplate_above_the_topmost_vertebra")}
    return {offset + _SACRUM: names[offset][0](UNDETERMINED, names[offset][1]) for offset in offsets}


def _topmost_rules() -> Iterable[RowRule]:
    """Without the sacrum in view, 200 + n of the topmost vertebra n also holds its upper plate: two levels in one."""
    from_top = sorted(_VERTEBRAE, key=_VERTEBRAE.__getitem__)
    for place, n in enumerate(from_top):
        if n > 2:  # C1 has no such plate and nothing lies above that of C2
            above = frozenset((*from_top[:place], _SACRUM))
            yield RowRule(
                _ENDPLATES + n, frozenset({n}), above, endplates(UNDETERMINED, f"endplates_of_topmost_{_VERTEBRAE[n]}".lower())
            )


_NO_LEVEL_101 = disc(UNDETERMINED, "disc_above_c2")
_SPINEPS_COMMON = {**_BONES, _SACRUM: SACRUM, 80: other("metal"), 101: _NO_LEVEL_101}
_SPINEPS_SOURCE = "spineps==2.1.3, spineps/phase_post.py, phase_labeling.py, seg_run.py and METADATA 361-413"

SPINEPS_MRI = Codec(
    name="spineps_mri",
    source=_SPINEPS_SOURCE,
    numbering=Numbering.ASSUMED,
    table={**_SPINEPS_COMMON, **_joints(_BELOW), 201: other("reserved_201"), **_quirks((_DISC, _ENDPLATES))},
    flags=frozenset({CodecFlag.MODEL_OUTPUT, CodecFlag.ROW_DEPENDENT}),
    rules=(*_topmost_rules(), *_row_rules(with_endplates=True)),
)
"""SPINEPS vertebra masks of MRI, **labelling model run**. 200 + n is both plates at the disc below n.

126 and 226 are not S1-S2 but what lies above the topmost bone when the sacrum is in view: undetermined. Without the sacrum
the upper plate of the topmost bone n is mixed into 200 + n, which `decode_mask` therefore gives as undetermined.
"""

SPINEPS_CT = Codec(
    name="spineps_ct",
    source=_SPINEPS_SOURCE,
    numbering=Numbering.ASSUMED,
    table={**_SPINEPS_COMMON, **_discs(_BELOW), **_quirks((_DISC,))},
    flags=frozenset({CodecFlag.MODEL_OUTPUT, CodecFlag.ROW_DEPENDENT}),
    rules=_row_rules(with_endplates=False),
)
"""SPINEPS vertebra masks of CT, **labelling model run**. Endplates keep the number of their own bone; no 200 + n."""


def _instances() -> dict[int, Structure]:
    numbers = range(1, 26)
    return {
        **{n: vertebra(UNDETERMINED, f"instance_{n}") for n in numbers},
        _SACRUM: SACRUM,
        80: other("metal"),
        **{_DISC + n: disc(UNDETERMINED, f"disc_below_instance_{n}") for n in numbers},
        **{_ENDPLATES + n: endplates(UNDETERMINED, f"endplates_below_instance_{n}") for n in numbers},
        **_quirks((_DISC, _ENDPLATES)),
    }


SPINEPS_INSTANCE = Codec(
    name="spineps_instance",
    source=_SPINEPS_SOURCE + "; seen in TPTBox's own MRI sample (lumbar bones numbered 5-7)",
    numbering=Numbering.UNDETERMINED,
    table=_instances(),
    flags=frozenset({CodecFlag.MODEL_OUTPUT, CodecFlag.INSTANCE_NUMBERS}),
)
"""SPINEPS and TPTBox masks whose bones were told apart and not named (`--model-labeling none`).

Numbers run from the top of the picture and start at 2 (1 for a CT model that knows C1), so L1-L5 alone would read as C2-C6
in any codec with levels. No number tells the two kinds of mask apart: whoever brings the mask says which it is, and says a
codec with levels only where the labelling model ran or a reader named the bones.
"""
