"""TotalSpineSeg: vertebrae by region in tens, discs in the sixties to hundred."""

from __future__ import annotations

from spinemed.domain.assertion import Numbering
from spinemed.domain.codecs.codec import DISCS, PRESACRAL, Codec, CodecFlag, RowRule
from spinemed.domain.codecs.structure import SACRUM, UNDETERMINED, Structure, disc, other, vertebra
from spinemed.domain.levels import Region, Segment, Vertebra

_FIRST = {Region.CERVICAL: 11, Region.THORACIC: 21, Region.LUMBAR: 41}
_LUMBOSACRAL = 100


def _disc_label(segment: Segment) -> int:
    """By the lower bone: 63 C2-C3 to 67 C6-C7, 71 C7-T1 to 82 T11-T12, 91 T12-L1 to 95 L4-L5; 100 above the sacrum."""
    if segment.lower is Vertebra.S1:
        return _LUMBOSACRAL
    return _FIRST[segment.lower.region] + 50 + segment.lower.number - 1


def _table() -> dict[int, Structure]:
    return {
        1: other("spinal_cord"),
        2: other("spinal_canal"),
        **{_FIRST[level.region] + level.number - 1: vertebra(level) for level in (*PRESACRAL, Vertebra.L6)},
        47: vertebra(UNDETERMINED, "seventh_lumbar_vertebra"),
        50: SACRUM,
        **{_disc_label(segment): disc(segment) for segment in (*DISCS, Segment(Vertebra.L5, Vertebra.L6))},
    }


TOTALSPINESEG = Codec(
    name="totalspineseg",
    source="totalspineseg==20260807, METADATA 312-365 and inference.py; resources/labels_maps/tss_map.json of "
    "neuropoly/totalspineseg (commits 2dc681d, 80ba374), which the wheel lacks",
    numbering=Numbering.ASSUMED,
    table=_table(),
    flags=frozenset({CodecFlag.MODEL_OUTPUT, CodecFlag.COUNTED, CodecFlag.ROW_DEPENDENT}),
    rules=(
        RowRule(_LUMBOSACRAL, frozenset({46}), frozenset(), disc(Segment(Vertebra.L6, Vertebra.S1))),
        RowRule(_LUMBOSACRAL, frozenset({44, 50}), frozenset({45, 46, 95, 96}), disc(Segment(Vertebra.L4, Vertebra.S1))),
    ),
)
"""Final masks of TotalSpineSeg (`step2_output`): 11-17 C1-C7, 21-32 T1-T12, 41-45 L1-L5, 46 L6, 50 sacrum.

100 is the disc above the sacrum, found as a landmark: L6-S1 where 46 is present, L4-S1 where the row has no L5. All other
levels are *counted* from C2-C3, from that disc, from C7-T1 or from T12-L1, in this order, by twelve thoracic and five lumbar
vertebrae: a thoracic variant shows as a lumbar one, and a lumbar picture is counted up from the sacrum.

Not for `step1_output`, where 50 is *all* vertebrae, nor for `step1_levels`, which has the numbers of `SCT_DISCS` and shifts
after a gap.
"""
