"""SPIDER: vertebrae and discs counted from the bottom of the picture upwards."""

from __future__ import annotations

from spinemed.domain.assertion import Numbering
from spinemed.domain.codecs.codec import DISCS, PRESACRAL, Codec, CodecFlag
from spinemed.domain.codecs.structure import UNDETERMINED, Structure, disc, other, vertebra
from spinemed.errors import CodecError

_PARTIAL, _DISC = 100, 200


def _table() -> dict[int, Structure]:
    upwards = list(enumerate(PRESACRAL[::-1], 1))
    return {
        **{n: vertebra(level) for n, level in upwards},
        25: vertebra(UNDETERMINED, "vertebra_25_from_bottom"),
        100: other("spinal_canal"),
        **{_PARTIAL + n: vertebra(level, partial=True) for n, level in upwards},
        125: vertebra(UNDETERMINED, "vertebra_25_from_bottom", partial=True),
        **{_DISC + n: disc(segment) for n, segment in enumerate(DISCS[::-1], 1)},
        224: other("joint_below_c1"),
        225: disc(UNDETERMINED, "disc_25_from_bottom"),
    }


SPIDER = Codec(
    name="spider",
    source="grand-challenge.org/algorithms/spider-baseline-iis, interface text; neuropoly/totalspineseg "
    "resources/labels_maps/spider.json (5138685); a third-party inventory of the 447 masks of Zenodo 10159290",
    numbering=Numbering.ASSUMED,
    table=_table(),
    flags=frozenset({CodecFlag.COUNTED, CodecFlag.THIRD_PARTY}),
)
"""Masks of the SPIDER data set (lumbar MRI): 1 L5, 2 L4 and so on up, 201 L5-S1, 202 L4-L5, 100 canal, 101-125 partly visible.

- The lowest vertebra is *taken* for L5; nobody checked for a transitional one. Every level is `ASSUMED`.
- The released masks hold 1-9, 100 and 201-209 only; 101-125 come from the algorithm.
- The authors' code on GitHub (DIAGNijmegen/SPIDER-Baseline-IIS, `TestSpine.py`) counts the **other way**: 1 C1 to 24 L5, 25
  L6, disc 200 + vertebra above. Its output has the same numbers and other levels; only geometry tells (label 1 must lie
  lowest here). MHub's second output is a third numbering (1-24, 25-47 discs, 48 canal).
- `IVD label` of radiological_gradings.csv: see `decode_ivd_label`.
"""


def decode_ivd_label(label: int) -> Structure:
    """The disc of a row of SPIDER's radiological_gradings.csv: 1 is the lowest, assumed L5-S1, counted upwards.

    Patient 152 alone has a disc 0 below disc 1, probably S1-S2 of a transitional vertebra: it comes out undetermined, and
    the other levels of a patient with a disc 0 are as doubtful. Whether that patient's mask calls CSV disc k 200 + k or 201
    + k is unknown.

    Raises:
        CodecError: no disc has this number.
    """
    if label == 0:
        return disc(UNDETERMINED, "disc_below_disc_1")
    if not 1 <= label <= len(DISCS):
        raise CodecError(
            f"IVD label {label} is unknown to SPIDER's grading table: expected 1 (lowest disc) to {len(DISCS)}, or 0"
        )
    return SPIDER.decode(_DISC + label)
