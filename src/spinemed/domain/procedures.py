"""What is done to a spine: operations and interventions, with their written names.

They are never a fact of the patient's spine, and never advice of ours: a plan or an operation note names them, and an item
quotes it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Procedure(StrEnum):
    """A spine operation or intervention."""

    DISCECTOMY = "discectomy"
    LAMINECTOMY = "laminectomy"
    LAMINOTOMY = "laminotomy"
    LAMINOPLASTY = "laminoplasty"
    FORAMINOTOMY = "foraminotomy"
    DECOMPRESSION = "decompression"
    ACDF = "anterior_cervical_discectomy_and_fusion"
    DISC_ARTHROPLASTY = "disc_arthroplasty"
    CORPECTOMY = "corpectomy"
    INTERBODY_FUSION = "interbody_fusion"
    FUSION = "fusion"
    PEDICLE_SCREWS = "pedicle_screw_fixation"
    OSTEOTOMY = "osteotomy"
    VERTEBRAL_RESECTION = "vertebral_resection"
    VERTEBROPLASTY = "vertebroplasty"
    KYPHOPLASTY = "kyphoplasty"
    DEBRIDEMENT = "debridement"
    TUMOUR_RESECTION = "tumour_resection"
    DETETHERING = "detethering"
    INJECTION = "injection"
    BIOPSY = "biopsy"


@dataclass(frozen=True)
class ProcedureNames:
    """How a procedure is written; the patterns are regular expressions that find it in a text."""

    en: str
    zh: str
    pattern_en: str
    pattern_zh: str


PROCEDURES: Mapping[Procedure, ProcedureNames] = {
    Procedure.DISCECTOMY: ProcedureNames(
        "discectomy", "椎间盘切除术", r"(?:micro)?dis[ck]ectom\w+|sequestrectom\w+", r"(?:椎间盘|髓核)(?:切除|摘除)"
    ),
    Procedure.LAMINECTOMY: ProcedureNames("laminectomy", "椎板切除术", r"(?:hemi)?laminectom\w+", r"(?:半|全)?椎板切除"),
    Procedure.LAMINOTOMY: ProcedureNames("laminotomy", "椎板开窗术", r"(?:hemi)?laminotom\w+", r"椎板(?:切开|开窗)"),
    Procedure.LAMINOPLASTY: ProcedureNames(
        "laminoplasty", "椎管扩大成形术", r"laminoplast\w+", r"椎板成形|椎管(?:扩大)?成形|单开门|双开门"
    ),
    Procedure.FORAMINOTOMY: ProcedureNames("foraminotomy", "椎间孔切开术", r"foraminotom\w+", r"椎间孔(?:切开|扩大|成形)"),
    Procedure.DECOMPRESSION: ProcedureNames("decompression", "减压术", r"decompress(?:ion|ive|ed)", r"减压(?:术)?"),
    Procedure.ACDF: ProcedureNames(
        "anterior cervical discectomy and fusion",
        "颈前路椎间盘切除融合术",
        r"ACDF|anterior cervical dis[ck]ectomy and fusion",
        r"ACDF|颈前路(?:椎间盘)?(?:切除)?(?:减压)?融合",
    ),
    Procedure.DISC_ARTHROPLASTY: ProcedureNames(
        "disc arthroplasty", "人工椎间盘置换术", r"dis[ck] (?:arthroplasty|replacement)", r"(?:人工)?椎间盘置换"
    ),
    Procedure.CORPECTOMY: ProcedureNames(
        "corpectomy", "椎体次全切除术", r"(?:hemi)?corpectom\w+|ACCF", r"(?<![半全])椎体(?:次全)?切除|ACCF"
    ),
    Procedure.INTERBODY_FUSION: ProcedureNames(
        "interbody fusion", "椎间融合术", r"[TPAXO]LIF|LLIF|interbody fusion", r"椎(?:体)?间融合|[TPAXO]LIF|LLIF"
    ),
    Procedure.FUSION: ProcedureNames(
        "fusion", "融合术", r"(?:instrumented |posterolateral |posterior |spinal )*fusion|arthrodesis", r"(?:植骨|后外侧)?融合术?"
    ),
    Procedure.PEDICLE_SCREWS: ProcedureNames(
        "pedicle screw fixation",
        "椎弓根螺钉内固定",
        r"pedicle screws?(?: fixation)?|instrumentation|(?:posterior |internal )?fixation",
        r"椎弓根(?:螺)?钉(?:内)?固定|椎弓根螺钉|内固定",
    ),
    Procedure.OSTEOTOMY: ProcedureNames(
        "osteotomy", "截骨术", r"(?:pedicle subtraction |Smith-Petersen )?osteotom\w+|PSO", r"截骨(?:术)?|PSO"
    ),
    Procedure.VERTEBRAL_RESECTION: ProcedureNames(
        "vertebral resection",
        "脊椎切除术",
        r"hemivertebra (?:resection|excision)|vertebral (?:column )?resection|VCR|en bloc spondylectomy|vertebrectomy",
        r"半椎体切除|全?脊椎切除|全椎体切除|VCR",
    ),
    Procedure.VERTEBROPLASTY: ProcedureNames("vertebroplasty", "椎体成形术", r"vertebroplast\w+|PVP", r"(?<!后凸)椎体成形|PVP"),
    Procedure.KYPHOPLASTY: ProcedureNames(
        "kyphoplasty", "椎体后凸成形术", r"(?:balloon )?kyphoplast\w+|PKP", r"(?:椎体)?后凸成形|PKP"
    ),
    Procedure.DEBRIDEMENT: ProcedureNames("debridement", "病灶清除术", r"debridement|washout", r"病灶清除|清创"),
    Procedure.TUMOUR_RESECTION: ProcedureNames(
        "tumour resection",
        "肿瘤切除术",
        r"(?:tumou?r|metastasis|lesion|meningioma|schwannoma) (?:resection|excision)|resection of the (?:tumou?r|lesion)",
        r"(?:肿瘤|占位|脊膜瘤|神经鞘瘤|转移灶)切除",
    ),
    Procedure.DETETHERING: ProcedureNames(
        "detethering", "栓系松解术", r"de-?tethering|untethering|filum (?:section|division)", r"栓系松解|终丝(?:切断|松解)"
    ),
    Procedure.INJECTION: ProcedureNames(
        "injection",
        "注射治疗",
        r"(?:epidural |transforaminal |facet )*injections?\b|(?:root|facet|diagnostic|nerve|branch) blocks?\b",
        r"神经根阻滞|阻滞|封闭|硬膜外注射|注射治疗",
    ),
    Procedure.BIOPSY: ProcedureNames("biopsy", "活检", r"biops\w+", r"活检|穿刺活检"),
}
