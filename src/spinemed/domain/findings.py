"""What each finding of the spine is to a program: where it may lie, which scales grade it, how it is sorted, whether it alarms.

Sources: the table of findings, the taxonomy and the red flags in docs/reference/clinical.md. Radiological labels follow
those of SPIDER (its binary "endplate" columns are `ENDPLATE_IRREGULARITY`, its Modic column `MODIC_CHANGE`), Spark and RSNA 2024.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from spinemed.domain.findings_names import NAMES, Finding
from spinemed.domain.names import AnatomyKind
from spinemed.domain.scales import SCALES, Grade, Scale
from spinemed.domain.taxonomy import SubCondition
from spinemed.errors import GradeError

__all__ = ["FINDINGS", "Finding", "FindingInfo", "findings_with", "grade_for"]


@dataclass(frozen=True)
class FindingInfo:
    """What a finding is.

    Args:
        scales: the scales that grade it; plain severity words only where reports use them of it.
        anatomy: kinds of place it may be attached to.
        disc_only: a segment it is attached to must hold a disc.
        sub_condition: where it is sorted when nothing else is known; region and cause decide (a cervical herniation is
            cervical degenerative).
        red_flag: to be named whenever present, whatever its grade; an unstable grade can make others alarming too.
        sign: a red flag of history or examination, not of pictures; it has no level of its own.
    """

    name_en: str
    name_zh: str
    synonyms_en: tuple[str, ...]
    synonyms_zh: tuple[str, ...]
    scales: tuple[Scale, ...]
    anatomy: frozenset[AnatomyKind]
    disc_only: bool
    sub_condition: SubCondition
    red_flag: bool
    sign: bool


def _row(
    finding: Finding,
    sub_condition: SubCondition,
    anatomy: frozenset[AnatomyKind],
    *scales: Scale,
    disc_only: bool = False,
    red_flag: bool = False,
    sign: bool = False,
) -> tuple[Finding, FindingInfo]:
    names = NAMES[finding]
    return finding, FindingInfo(
        name_en=names.en,
        name_zh=names.zh,
        synonyms_en=names.synonyms_en,
        synonyms_zh=names.synonyms_zh,
        scales=scales,
        anatomy=anatomy,
        disc_only=disc_only,
        sub_condition=sub_condition,
        red_flag=red_flag or sign,
        sign=sign,
    )


_BONE: frozenset[AnatomyKind] = frozenset({"vertebra", "range", "region"})
_JOINT: frozenset[AnatomyKind] = frozenset({"segment", "range", "region"})
_LEVEL: frozenset[AnatomyKind] = frozenset({"vertebra", "segment", "range", "region"})
_NERVE: frozenset[AnatomyKind] = frozenset({"root", "segment", "range", "region"})
_CORD: frozenset[AnatomyKind] = _LEVEL | frozenset[AnatomyKind]({"root"})
_COLUMN: frozenset[AnatomyKind] = frozenset({"range", "region"})
_WHOLE: frozenset[AnatomyKind] = frozenset({"region"})

_INJURY = (Scale.AO_MORPHOLOGY, Scale.AO_NEUROLOGY, Scale.TLICS, Scale.SLIC)
_BODY = (Scale.GENANT, Scale.OF)
_CANAL = (Scale.SCHIZAS, Scale.LEE_CENTRAL, Scale.KANG, Scale.RSNA_SEVERITY, Scale.SEVERITY)
_FORAMEN = (Scale.LEE_FORAMINAL, Scale.KIM, Scale.PARK, Scale.RSNA_SEVERITY, Scale.SEVERITY)
_LENKE = (Scale.LENKE_CURVE, Scale.LENKE_LUMBAR, Scale.LENKE_SAGITTAL)
_CURVE = (*_LENKE, Scale.KING, Scale.RISSER, Scale.NASH_MOE, Scale.SCHWAB_CORONAL, Scale.SEVERITY)
_LESION = (Scale.SINS, Scale.BILSKY)
_SURVIVAL = (Scale.TOKUHASHI, Scale.TOMITA)
_SCHWAB = (Scale.SCHWAB_PI_LL, Scale.SCHWAB_SVA, Scale.SCHWAB_PT)

_DISC = SubCondition.DISC_AND_ENDPLATE
_HERNIA = SubCondition.LUMBAR_DISC_HERNIATION
_STENOSIS = SubCondition.LUMBAR_STENOSIS
_CERVICAL = SubCondition.CERVICAL_DEGENERATIVE
_SLIP = SubCondition.SPONDYLOLISTHESIS
_TRAUMA = SubCondition.TRAUMA
_OTHER = SubCondition.INFLAMMATORY_CONGENITAL

FINDINGS: Mapping[Finding, FindingInfo] = dict(
    (
        _row(Finding.DISC_DEGENERATION, _DISC, _JOINT, Scale.PFIRRMANN, Scale.SEVERITY, disc_only=True),
        _row(Finding.DISC_NARROWING, _DISC, _JOINT, Scale.SEVERITY, disc_only=True),
        _row(Finding.DISC_BULGE, _DISC, _JOINT, Scale.SEVERITY, disc_only=True),
        _row(Finding.DISC_HERNIATION, _HERNIA, _JOINT, Scale.SEVERITY, disc_only=True),
        _row(Finding.DISC_PROTRUSION, _HERNIA, _JOINT, Scale.SEVERITY, disc_only=True),
        _row(Finding.DISC_EXTRUSION, _HERNIA, _JOINT, Scale.SEVERITY, disc_only=True),
        _row(Finding.DISC_SEQUESTRATION, _HERNIA, _JOINT, disc_only=True),
        _row(Finding.ANNULAR_FISSURE, _DISC, _JOINT, disc_only=True),
        _row(Finding.MODIC_CHANGE, _DISC, _LEVEL, Scale.MODIC, disc_only=True),
        _row(Finding.ENDPLATE_IRREGULARITY, _DISC, _LEVEL, Scale.SEVERITY, disc_only=True),
        _row(Finding.SCHMORL_NODE, _DISC, _LEVEL, disc_only=True),
        _row(Finding.OSTEOPHYTE, _DISC, _LEVEL, Scale.SEVERITY),
        _row(Finding.CANAL_STENOSIS, _STENOSIS, _LEVEL, *_CANAL),
        _row(Finding.FORAMINAL_STENOSIS, _STENOSIS, _NERVE, *_FORAMEN),
        _row(Finding.SUBARTICULAR_STENOSIS, _STENOSIS, _NERVE, Scale.RSNA_SEVERITY, Scale.SEVERITY),
        _row(Finding.THECAL_SAC_COMPRESSION, _STENOSIS, _LEVEL, Scale.SEVERITY),
        _row(Finding.NERVE_ROOT_COMPRESSION, _HERNIA, _NERVE, Scale.SEVERITY),
        _row(Finding.FACET_ARTHROPATHY, _STENOSIS, _JOINT, Scale.SEVERITY),
        _row(Finding.SYNOVIAL_CYST, _STENOSIS, _JOINT),
        _row(Finding.FLAVUM_HYPERTROPHY, _STENOSIS, _JOINT, Scale.SEVERITY),
        _row(Finding.SPONDYLOLISTHESIS, _SLIP, _LEVEL, Scale.MEYERDING, Scale.WILTSE, Scale.SEVERITY),
        _row(Finding.RETROLISTHESIS, _SLIP, _LEVEL, Scale.MEYERDING, Scale.SEVERITY),
        _row(Finding.SPONDYLOLYSIS, _SLIP, _LEVEL, Scale.WILTSE),
        _row(Finding.RADICULOPATHY, _CERVICAL, _NERVE, Scale.SEVERITY),
        _row(Finding.CAUDA_EQUINA_SYNDROME, _HERNIA, _LEVEL, red_flag=True),
        _row(Finding.MYELOPATHY, _CERVICAL, _LEVEL, Scale.MJOA, Scale.NURICK, Scale.SEVERITY, red_flag=True),
        _row(Finding.CORD_COMPRESSION, _CERVICAL, _LEVEL, Scale.BILSKY, Scale.SEVERITY, red_flag=True),
        _row(Finding.CORD_SIGNAL_CHANGE, _CERVICAL, _LEVEL),
        _row(Finding.MYELOMALACIA, _CERVICAL, _LEVEL),
        _row(Finding.CORD_INJURY, SubCondition.CORD_INJURY, _CORD, Scale.AIS, Scale.AO_NEUROLOGY, red_flag=True),
        _row(Finding.PROGRESSIVE_DEFICIT, SubCondition.UNCLASSIFIED, _NERVE, red_flag=True),
        _row(Finding.SYRINX, _OTHER, _LEVEL),
        _row(Finding.OPLL, SubCondition.OSSIFICATION, _LEVEL, Scale.OPLL_TYPE),
        _row(Finding.OLF, SubCondition.OSSIFICATION, _LEVEL),
        _row(Finding.DISH, SubCondition.OSSIFICATION, _COLUMN),
        _row(Finding.SCOLIOSIS, SubCondition.SCOLIOSIS, _COLUMN, *_CURVE, *_SCHWAB),
        _row(Finding.KYPHOSIS, SubCondition.KYPHOSIS, _LEVEL, *_SCHWAB, Scale.SEVERITY),
        _row(Finding.LORDOSIS_LOSS, SubCondition.KYPHOSIS, _COLUMN, Scale.SEVERITY),
        _row(Finding.SAGITTAL_IMBALANCE, SubCondition.KYPHOSIS, _COLUMN, *_SCHWAB, Scale.ROUSSOULY, Scale.SEVERITY),
        _row(Finding.COMPRESSION_FRACTURE, SubCondition.OSTEOPOROTIC_FRACTURE, _BONE, *_BODY, *_INJURY, Scale.SEVERITY),
        # Red by default where two columns are broken (Denis 1983), a facet is out or C1-C2 is broken: unstable until a grade or
        # a clinician says otherwise. That *any* fracture alarms in an ankylosed spine takes two findings and is not said here.
        _row(Finding.BURST_FRACTURE, _TRAUMA, _BONE, *_BODY, *_INJURY, red_flag=True),
        _row(Finding.DISTRACTION_FRACTURE, _TRAUMA, _LEVEL, Scale.OF, *_INJURY, red_flag=True),
        _row(Finding.FRACTURE_DISLOCATION, _TRAUMA, _LEVEL, Scale.OF, *_INJURY, Scale.AO_FACET, red_flag=True),
        _row(Finding.FACET_INJURY, _TRAUMA, _LEVEL, *_INJURY, Scale.AO_FACET, red_flag=True),
        _row(Finding.VERTEBRAL_FRACTURE, _TRAUMA, _LEVEL, *_BODY, *_INJURY, Scale.SEVERITY),
        _row(Finding.PATHOLOGICAL_FRACTURE, SubCondition.TUMOUR, _BONE, Scale.SINS, Scale.GENANT, red_flag=True),
        _row(Finding.ATLAS_FRACTURE, _TRAUMA, _BONE, Scale.GEHWEILER, Scale.AO_NEUROLOGY, red_flag=True),
        _row(Finding.DENS_FRACTURE, _TRAUMA, _BONE, Scale.ANDERSON_DALONZO, Scale.AO_NEUROLOGY, red_flag=True),
        _row(Finding.HANGMAN_FRACTURE, _TRAUMA, _LEVEL, Scale.LEVINE_EDWARDS, Scale.AO_NEUROLOGY, red_flag=True),
        _row(Finding.SACRAL_FRACTURE, _TRAUMA, _BONE),
        _row(Finding.EPIDURAL_HAEMATOMA, _TRAUMA, _LEVEL, red_flag=True),
        _row(Finding.SPONDYLODISCITIS, SubCondition.INFECTION, _LEVEL, disc_only=True, red_flag=True),
        _row(Finding.EPIDURAL_ABSCESS, SubCondition.INFECTION, _LEVEL, red_flag=True),
        _row(Finding.SPINAL_TUBERCULOSIS, SubCondition.INFECTION, _LEVEL, red_flag=True),
        _row(Finding.VERTEBRAL_METASTASIS, SubCondition.TUMOUR, _BONE, *_LESION, *_SURVIVAL, red_flag=True),
        _row(Finding.PRIMARY_TUMOUR, SubCondition.TUMOUR, _LEVEL, *_LESION, red_flag=True),
        _row(Finding.INTRADURAL_TUMOUR, SubCondition.TUMOUR, _LEVEL, red_flag=True),
        _row(Finding.HAEMANGIOMA, SubCondition.TUMOUR, _BONE),
        _row(Finding.ANKYLOSING_SPONDYLITIS, _OTHER, _COLUMN, Scale.MSASSS),
        _row(Finding.ANDERSSON_LESION, _OTHER, _LEVEL),
        _row(Finding.SACROILIITIS, _OTHER, _WHOLE, Scale.SACROILIITIS, Scale.SEVERITY),
        _row(Finding.LSTV, _OTHER, _LEVEL, Scale.CASTELLVI),
        _row(Finding.HEMIVERTEBRA, _OTHER, _BONE),
        _row(Finding.BUTTERFLY_VERTEBRA, _OTHER, _BONE),
        _row(Finding.BLOCK_VERTEBRA, _OTHER, _LEVEL),
        _row(Finding.KLIPPEL_FEIL, _OTHER, _JOINT),
        _row(Finding.SPINA_BIFIDA, _OTHER, _BONE),
        _row(Finding.TETHERED_CORD, _OTHER, _LEVEL),
        _row(Finding.CHIARI, _OTHER, _JOINT),
        _row(Finding.BASILAR_INVAGINATION, _OTHER, _LEVEL),
        _row(Finding.ATLANTOAXIAL_INSTABILITY, _OTHER, _JOINT, Scale.SEVERITY),
        _row(Finding.SADDLE_ANAESTHESIA, SubCondition.UNCLASSIFIED, _WHOLE, sign=True),
        _row(Finding.URINARY_RETENTION, SubCondition.UNCLASSIFIED, _WHOLE, sign=True),
        _row(Finding.NEW_INCONTINENCE, SubCondition.UNCLASSIFIED, _WHOLE, sign=True),
        _row(Finding.BILATERAL_LEG_SIGNS, SubCondition.UNCLASSIFIED, _WHOLE, sign=True),
        _row(Finding.PROGRESSIVE_WEAKNESS, SubCondition.UNCLASSIFIED, _WHOLE, sign=True),
        _row(Finding.GAIT_OR_HAND_CLUMSINESS, SubCondition.UNCLASSIFIED, _WHOLE, sign=True),
        _row(Finding.FEVER_WITH_SPINAL_PAIN, SubCondition.UNCLASSIFIED, _WHOLE, sign=True),
        _row(Finding.CANCER_HISTORY, SubCondition.UNCLASSIFIED, _WHOLE, sign=True),
        _row(Finding.ANTICOAGULATION_WITH_ACUTE_DEFICIT, SubCondition.UNCLASSIFIED, _WHOLE, sign=True),
    )
)


def grade_for(finding: Finding, grade: Grade) -> Grade:
    """The grade itself, once it is known to stand on a scale of the finding.

    Raises:
        GradeError: the scale grades another finding (a Pfirrmann grade of a stenosis).
    """
    info = FINDINGS[finding]
    if grade.scale not in info.scales:
        allowed = ", ".join(SCALES[scale].name_en for scale in info.scales) or "none: it has no grades"
        raise GradeError(f"{grade} does not grade {info.name_en}: its scales are {allowed}")
    return grade


def findings_with(scale: Scale) -> tuple[Finding, ...]:
    """Every finding that a scale grades, in the order of `Finding`."""
    return tuple(finding for finding in Finding if scale in FINDINGS[finding].scales)
