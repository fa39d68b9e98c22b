"""Spinal Cord Toolbox: vertebral levels painted on the cord, and discs as points.

Spinal levels (cord segments, where 8 is C8) are another kind of number and are not read here. Files written before June 2018
count a disc by the bone above it, `-initz` did so until 2020 (issues 1734, 1812, 2608): such files cannot be told by their
numbers.
"""

from __future__ import annotations

from itertools import pairwise

from spinemed.domain.assertion import Numbering
from spinemed.domain.codecs.codec import DISCS, PRESACRAL, Codec, CodecFlag
from spinemed.domain.codecs.structure import Part, Structure, disc, other
from spinemed.domain.levels import Segment, Vertebra

_SACRAL = (Vertebra.S1, Vertebra.S2, Vertebra.S3, Vertebra.S4, Vertebra.S5)
_SOURCE = "spinalcordtoolbox/spinalcordtoolbox, spinalcordtoolbox/types.py, class Centerline (commit 0122667); "

SCT_VERTEBRAE = Codec(
    name="sct_vertebrae",
    source=_SOURCE + "PAM50_small_levels of sct_testing_data",
    numbering=Numbering.ASSUMED,
    table={
        label: Structure(Part.CORD_AT_VERTEBRA, level, "cord_at_vertebra")
        for label, level in enumerate((*PRESACRAL, *_SACRAL, Vertebra.CO), 1)
    },
    flags=frozenset({CodecFlag.COUNTED, CodecFlag.ON_CORD}),
)
"""Levels on the cord (`*_seg_labeled`, `PAM50_levels`) and mid-vertebral points: 1-24 C1-L5, 25-29 S1-S5, 30 Co."""

SCT_DISCS = Codec(
    name="sct_discs",
    source=_SOURCE + "labeling-conventions.rst (02aec4e); PAM50_small_label_disc of sct_testing_data",
    numbering=Numbering.ASSUMED,
    table={
        1: other("landmark_above_c1"),
        2: other("landmark_c1_c2"),
        **{label: disc(segment, "disc_point") for label, segment in enumerate(DISCS, 3)},
        **{label: disc(Segment(*pair), "disc_point") for label, pair in enumerate(pairwise(_SACRAL), 26)},
        30: other("landmark_s5_co"),
        49: other("pontomedullary_groove"),
        50: other("pontomedullary_junction"),
        60: other("conus_medullaris"),
    },
    flags=frozenset({CodecFlag.COUNTED, CodecFlag.POINTS}),
)
"""Disc points (`-ldisc`, `*_labeled_discs`, `PAM50_label_disc`): n lies between n - 1 and n, so 3 is C2-C3, 21 L1-L2."""
