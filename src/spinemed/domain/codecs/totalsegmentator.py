"""TotalSegmentator's tasks: mostly counted from the sacrum upwards, each task by its own numbers.

A network names each bone; no task checks for a transitional vertebra. The NIfTI files of the tool carry their label names in a
header extension (code 0, Caret XML): where it is there, read it to see that the right codec was named, since 26 is S1 in `total`
and L6 in `total_v3`. Not read here: the numbering of version 1 (`total_v1`: 18 L5 to 41 C1, 92 sacrum).
"""

from __future__ import annotations

from spinemed.domain.assertion import Numbering
from spinemed.domain.codecs.codec import PRESACRAL, Codec, CodecFlag
from spinemed.domain.codecs.structure import SACRUM, UNDETERMINED, Structure, disc, other, rib, vertebra
from spinemed.domain.levels import Vertebra

_UPWARDS = PRESACRAL[::-1]
_SOURCE = 'totalsegmentator==2.18.0, totalsegmentator/map_to_binary.py, class_map["{}"]'


def _sides(names: str) -> str:
    return " ".join(f"{name}_{side}" for name in names.split() for side in ("left", "right"))


_VESSELS = _sides("iliac_artery iliac_vena")
_LIMBS = _sides("humerus scapula clavicula femur hip")
_MUSCLES = _sides("gluteus_maximus gluteus_medius gluteus_minimus autochthon iliopsoas")
_RIBS = " ".join(f"rib_{side}_{number}" for side in ("left", "right") for number in range(1, 13))
_TOTAL_FROM_1 = """
spleen kidney_right kidney_left gallbladder liver stomach pancreas adrenal_gland_right adrenal_gland_left lung_upper_lobe_left
lung_lower_lobe_left lung_upper_lobe_right lung_middle_lobe_right lung_lower_lobe_right esophagus trachea thyroid_gland
small_bowel duodenum colon urinary_bladder prostate kidney_cyst_left kidney_cyst_right
"""
_TOTAL_FROM_51 = f"""
heart aorta pulmonary_vein brachiocephalic_trunk subclavian_artery_right subclavian_artery_left common_carotid_artery_right
common_carotid_artery_left brachiocephalic_vein_left brachiocephalic_vein_right atrial_appendage_left superior_vena_cava
inferior_vena_cava portal_vein_and_splenic_vein {_VESSELS} {_LIMBS} spinal_cord {_MUSCLES} brain skull {_RIBS} sternum
costal_cartilages
"""
_TOTAL_MR_FROM_1 = """
spleen kidney_right kidney_left gallbladder liver stomach pancreas adrenal_gland_right adrenal_gland_left lung_left lung_right
esophagus small_bowel duodenum colon urinary_bladder prostate
"""
_TOTAL_MR_FROM_21 = f"""
spinal_cord heart aorta inferior_vena_cava portal_vein_and_splenic_vein {_VESSELS} {_LIMBS} {_MUSCLES} brain
"""


def _named(names: str, first: int) -> dict[int, Structure]:
    return {label: rib(name) if name.startswith("rib_") else other(name) for label, name in enumerate(names.split(), first)}


def _upwards(first: int) -> dict[int, Structure]:
    """L5 at `first`, C1 at `first + 23`."""
    return {label: vertebra(level) for label, level in enumerate(_UPWARDS, first)}


def _total(label_26: Vertebra) -> dict[int, Structure]:
    bones = {25: SACRUM, 26: vertebra(label_26), **_upwards(27)}
    return {**_named(_TOTAL_FROM_1, 1), **bones, **_named(_TOTAL_FROM_51, 51)}


TOTALSEG_TOTAL = Codec(
    name="totalseg_total",
    source=_SOURCE.format("total"),
    numbering=Numbering.ASSUMED,
    table=_total(Vertebra.S1),
    flags=frozenset({CodecFlag.MODEL_OUTPUT}),
)
"""Task `total` of CT: 25 the sacrum without S1, 26 S1, 27 L5 up to 50 C1; no L6, no T13, no discs."""

TOTALSEG_TOTAL_V3 = Codec(
    name="totalseg_total_v3",
    source=_SOURCE.format("total_v3"),
    numbering=Numbering.ASSUMED,
    table=_total(Vertebra.L6),
    flags=frozenset({CodecFlag.MODEL_OUTPUT}),
)
"""Task `total_v3` of CT: as `total`, but **26 is L6** and S1 belongs to the sacrum (25)."""

TOTALSEG_VERTEBRAE_MR = Codec(
    name="totalseg_vertebrae_mr",
    source=_SOURCE.format("vertebrae_mr"),
    numbering=Numbering.ASSUMED,
    table={1: SACRUM, **_upwards(2)},
    flags=frozenset({CodecFlag.MODEL_OUTPUT}),
)
"""Task `vertebrae_mr`: 1 sacrum, 2 L5 up to 25 C1."""

TOTALSEG_VERTEBRAE_PP = Codec(
    name="totalseg_vertebrae_pp",
    source=_SOURCE.format("vertebrae_pp") + " and its copy vertebrae_pp_refined; postprocessing.py 269-350",
    numbering=Numbering.ASSUMED,
    table={label: vertebra(level, "vertebral_body") for label, level in enumerate(PRESACRAL, 1)},
    flags=frozenset({CodecFlag.MODEL_OUTPUT, CodecFlag.COUNTED, CodecFlag.BODIES_ONLY}),
)
"""Tasks `vertebrae_pp` and `vertebrae_pp_refined`: 1 C1 to 24 L5, the **bodies** alone.

Numbers as in VerSe up to 24, and nothing beyond: no L6, T13 or sacrum. Where labels touch, the tool counts the pieces anew from
the bottom or from C1, so the level is a count.
"""

TOTALSEG_VERTEBRAE_BODY = Codec(
    name="totalseg_vertebrae_body",
    source=_SOURCE.format("vertebrae_body"),
    numbering=Numbering.UNDETERMINED,
    table={1: vertebra(UNDETERMINED, "vertebral_bodies"), 2: disc(UNDETERMINED, "intervertebral_discs")},
    flags=frozenset({CodecFlag.MODEL_OUTPUT, CodecFlag.CLASSES_ONLY, CodecFlag.BODIES_ONLY}),
)
"""Task `vertebrae_body`: 1 all bodies, 2 all discs, no level."""

TOTALSEG_TOTAL_MR = Codec(
    name="totalseg_total_mr",
    source=_SOURCE.format("total_mr"),
    numbering=Numbering.UNDETERMINED,
    table={
        **_named(_TOTAL_MR_FROM_1, 1),
        18: SACRUM,
        19: vertebra(UNDETERMINED, "vertebrae"),
        20: disc(UNDETERMINED, "intervertebral_discs"),
        **_named(_TOTAL_MR_FROM_21, 21),
    },
    flags=frozenset({CodecFlag.MODEL_OUTPUT, CodecFlag.CLASSES_ONLY}),
)
"""Task `total_mr`: 18 sacrum, 19 all vertebrae, 20 all discs, 21 cord; no level."""
