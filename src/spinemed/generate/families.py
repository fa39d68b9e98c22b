"""Findings that one reader may call by the name of another, and those usual at a kind of level: what may be a wrong option."""

from __future__ import annotations

from collections.abc import Mapping

from spinemed.domain.findings import Finding

USUAL: Mapping[str, tuple[Finding, ...]] = {
    "segment": (
        Finding.DISC_HERNIATION,
        Finding.CANAL_STENOSIS,
        Finding.SPONDYLOLISTHESIS,
        Finding.SYNOVIAL_CYST,
        Finding.SPONDYLODISCITIS,
        Finding.MODIC_CHANGE,
        Finding.FACET_ARTHROPATHY,
    ),
    "vertebra": (
        Finding.COMPRESSION_FRACTURE,
        Finding.HAEMANGIOMA,
        Finding.VERTEBRAL_METASTASIS,
        Finding.SCHMORL_NODE,
        Finding.SPONDYLOLYSIS,
        Finding.HEMIVERTEBRA,
    ),
    "range": (Finding.OPLL, Finding.SCOLIOSIS, Finding.SYRINX, Finding.EPIDURAL_ABSCESS, Finding.KYPHOSIS),
}


def akin(a: Finding, b: Finding | None) -> bool:
    """Findings that one reader may call by the name of the other: of one family, or both of a disc out of place."""
    return b is not None and (a is b or any(a in group and b in group for group in _GROUPS))


_GROUPS: tuple[frozenset[Finding], ...] = (
    frozenset(f for f in Finding if f.value.startswith("disc_") or f is Finding.ANNULAR_FISSURE),
    frozenset(f for f in Finding if "fracture" in f.value or f in (Finding.PATHOLOGICAL_FRACTURE, Finding.FACET_INJURY)),
    frozenset((Finding.CANAL_STENOSIS, Finding.THECAL_SAC_COMPRESSION, Finding.CORD_COMPRESSION, Finding.FLAVUM_HYPERTROPHY)),
    frozenset((Finding.FORAMINAL_STENOSIS, Finding.SUBARTICULAR_STENOSIS, Finding.NERVE_ROOT_COMPRESSION, Finding.RADICULOPATHY)),
    frozenset(
        (Finding.MYELOPATHY, Finding.CORD_COMPRESSION, Finding.CORD_SIGNAL_CHANGE, Finding.MYELOMALACIA, Finding.CORD_INJURY)
    ),
    frozenset((Finding.SPONDYLOLISTHESIS, Finding.RETROLISTHESIS, Finding.SPONDYLOLYSIS, Finding.ATLANTOAXIAL_INSTABILITY)),
    frozenset((Finding.SPONDYLODISCITIS, Finding.EPIDURAL_ABSCESS, Finding.SPINAL_TUBERCULOSIS, Finding.ANDERSSON_LESION)),
    frozenset((Finding.SCOLIOSIS, Finding.KYPHOSIS, Finding.LORDOSIS_LOSS, Finding.SAGITTAL_IMBALANCE, Finding.HEMIVERTEBRA)),
    frozenset((Finding.MODIC_CHANGE, Finding.ENDPLATE_IRREGULARITY, Finding.SCHMORL_NODE, Finding.DISC_DEGENERATION)),
    frozenset((Finding.VERTEBRAL_METASTASIS, Finding.PRIMARY_TUMOUR, Finding.INTRADURAL_TUMOUR, Finding.PATHOLOGICAL_FRACTURE)),
    frozenset((Finding.OPLL, Finding.OLF, Finding.DISH, Finding.OSTEOPHYTE, Finding.ANKYLOSING_SPONDYLITIS)),
    frozenset((Finding.BLOCK_VERTEBRA, Finding.KLIPPEL_FEIL, Finding.LSTV, Finding.HEMIVERTEBRA, Finding.BUTTERFLY_VERTEBRA)),
)
