"""What is measured on a spine: the name of each quantity, and the units it may carry.

Sources: docs/reference/clinical.md (scoliosis, sagittal balance, fracture, listhesis); sagittal parameters after Duval-Beaupère
(PI = PT + SS) and Schwab et al., Spine 2012;37:1077; intervals of the craniovertebral junction after Harris 1994.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Quantity(StrEnum):
    """A measured quantity of the spine."""

    CANAL_AP = "canal_ap"
    SAC_AP = "sac_ap"
    SLIP = "slip"
    HEIGHT_LOSS = "height_loss"
    VERTEBRAL_HEIGHT = "vertebral_height"
    DISC_HEIGHT = "disc_height"
    COBB_ANGLE = "cobb_angle"
    COBB_ANGLE_BENDING = "cobb_angle_bending"
    KYPHOSIS_ANGLE = "kyphosis_angle"
    LORDOSIS_ANGLE = "lordosis_angle"
    PELVIC_INCIDENCE = "pelvic_incidence"
    PELVIC_TILT = "pelvic_tilt"
    SACRAL_SLOPE = "sacral_slope"
    PI_LL_MISMATCH = "pi_ll_mismatch"
    SAGITTAL_VERTICAL_AXIS = "sagittal_vertical_axis"
    T1_SLOPE = "t1_slope"
    T1_PELVIC_ANGLE = "t1_pelvic_angle"
    CORONAL_SHIFT = "coronal_shift"
    ATLANTODENTAL_INTERVAL = "atlantodental_interval"
    POSTERIOR_ATLANTODENTAL_INTERVAL = "posterior_atlantodental_interval"
    CERVICOMEDULLARY_ANGLE = "cervicomedullary_angle"
    DENS_ABOVE_MCGREGOR = "dens_above_mcgregor"
    LESION_SIZE = "lesion_size"
    LESION_EXTENT = "lesion_extent"
    LESION_THICKNESS = "lesion_thickness"
    FLAVUM_THICKNESS = "flavum_thickness"
    PEDICLE_WIDTH = "pedicle_width"
    MIGRATION = "migration"
    OCCUPYING_RATIO = "occupying_ratio"
    CANAL_ENCROACHMENT = "canal_encroachment"
    GAP = "gap"
    JOINT_EFFUSION = "joint_effusion"
    TILT = "tilt"


@dataclass(frozen=True)
class QuantityInfo:
    """Written names of a quantity, and the units it is given in."""

    name_en: str
    name_zh: str
    units: tuple[str, ...]


_LENGTH = ("mm", "cm")
_ANGLE = ("degree",)
_SHARE = ("%",)

QUANTITIES: Mapping[Quantity, QuantityInfo] = {
    Quantity.CANAL_AP: QuantityInfo("anteroposterior canal diameter", "椎管前后径", _LENGTH),
    Quantity.SAC_AP: QuantityInfo("anteroposterior diameter of the thecal sac", "硬膜囊前后径", _LENGTH),
    Quantity.SLIP: QuantityInfo("slip distance", "滑移距离", (*_LENGTH, "%")),
    Quantity.HEIGHT_LOSS: QuantityInfo("height loss", "高度丢失", (*_SHARE, *_LENGTH)),
    Quantity.VERTEBRAL_HEIGHT: QuantityInfo("vertebral height", "椎体高度", _LENGTH),
    Quantity.DISC_HEIGHT: QuantityInfo("disc height", "椎间隙高度", _LENGTH),
    Quantity.COBB_ANGLE: QuantityInfo("Cobb angle", "Cobb角", _ANGLE),
    Quantity.COBB_ANGLE_BENDING: QuantityInfo("Cobb angle on bending films", "Bending像Cobb角", _ANGLE),
    Quantity.KYPHOSIS_ANGLE: QuantityInfo("kyphosis angle", "后凸角", _ANGLE),
    Quantity.LORDOSIS_ANGLE: QuantityInfo("lordosis angle", "前凸角", _ANGLE),
    Quantity.PELVIC_INCIDENCE: QuantityInfo("pelvic incidence", "骨盆入射角", _ANGLE),
    Quantity.PELVIC_TILT: QuantityInfo("pelvic tilt", "骨盆倾斜角", _ANGLE),
    Quantity.SACRAL_SLOPE: QuantityInfo("sacral slope", "骶骨倾斜角", _ANGLE),
    Quantity.PI_LL_MISMATCH: QuantityInfo("PI-LL mismatch", "PI-LL差值", _ANGLE),
    Quantity.SAGITTAL_VERTICAL_AXIS: QuantityInfo("sagittal vertical axis", "矢状面轴向距离", _LENGTH),
    Quantity.T1_SLOPE: QuantityInfo("T1 slope", "T1倾斜角", _ANGLE),
    Quantity.T1_PELVIC_ANGLE: QuantityInfo("T1 pelvic angle", "T1骨盆角", _ANGLE),
    Quantity.CORONAL_SHIFT: QuantityInfo("coronal shift", "冠状面偏移", _LENGTH),
    Quantity.ATLANTODENTAL_INTERVAL: QuantityInfo("atlantodental interval", "寰齿前间隙", _LENGTH),
    Quantity.POSTERIOR_ATLANTODENTAL_INTERVAL: QuantityInfo("posterior atlantodental interval", "寰齿后间隙", _LENGTH),
    Quantity.CERVICOMEDULLARY_ANGLE: QuantityInfo("cervicomedullary angle", "颈髓延髓角", _ANGLE),
    Quantity.DENS_ABOVE_MCGREGOR: QuantityInfo("height of the dens above McGregor's line", "齿状突超出McGregor线", _LENGTH),
    Quantity.LESION_SIZE: QuantityInfo("size of the lesion", "病灶大小", _LENGTH),
    Quantity.LESION_EXTENT: QuantityInfo("extent of the lesion", "病灶长度", _LENGTH),
    Quantity.LESION_THICKNESS: QuantityInfo("thickness of the lesion", "病灶厚度", _LENGTH),
    Quantity.FLAVUM_THICKNESS: QuantityInfo("thickness of the ligamentum flavum", "黄韧带厚度", _LENGTH),
    Quantity.PEDICLE_WIDTH: QuantityInfo("pedicle width", "椎弓根宽度", _LENGTH),
    Quantity.MIGRATION: QuantityInfo("migration", "移位距离", _LENGTH),
    Quantity.OCCUPYING_RATIO: QuantityInfo("canal occupying ratio", "椎管占位率", _SHARE),
    Quantity.CANAL_ENCROACHMENT: QuantityInfo("canal encroachment", "椎管侵占率", _SHARE),
    Quantity.GAP: QuantityInfo("gap", "间隙宽度", _LENGTH),
    Quantity.JOINT_EFFUSION: QuantityInfo("width of the joint effusion", "关节积液宽度", _LENGTH),
    Quantity.TILT: QuantityInfo("tilt", "倾斜角", _ANGLE),
}
