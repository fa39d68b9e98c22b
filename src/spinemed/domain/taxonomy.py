"""How questions, cases and sources are sorted: task, axis, language, modality, orthopaedic subfield, spine sub-condition."""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    """Language of a text, as an ISO 639-1 code."""

    EN = "en"
    ZH = "zh"


class Task(StrEnum):
    """The four kinds of instruction data."""

    MCQ = "mcq"
    OPEN_QA = "open_qa"
    CONSULTATION = "consultation"
    REPORT = "report"


class Axis(StrEnum):
    """What a question asks for."""

    LEVEL_IDENTIFICATION = "level_identification"
    PATHOLOGY_ASSESSMENT = "pathology_assessment"
    SEVERITY_GRADING = "severity_grading"
    SURGICAL_PLANNING = "surgical_planning"
    TREATMENT = "treatment"
    PROGNOSIS_AND_RISK = "prognosis_and_risk"
    ANATOMY_AND_KNOWLEDGE = "anatomy_and_knowledge"


class Modality(StrEnum):
    """Kind of picture, or `TEXT` where an item has none."""

    TEXT = "text"
    XRAY = "xray"
    CT = "ct"
    MRI = "mri"
    DRAWING = "drawing"
    PHOTO = "photo"
    CHART = "chart"
    TABLE = "table"


class Subfield(StrEnum):
    """The seven orthopaedic subfields."""

    SPINE = "spine"
    JOINT = "joint"
    TRAUMA = "trauma"
    SPORTS_MEDICINE = "sports_medicine"
    HAND_AND_FOOT = "hand_and_foot"
    BONE_TUMOUR = "bone_tumour"
    PAEDIATRIC_AND_METABOLIC = "paediatric_and_metabolic"
    UNCLASSIFIED = "unclassified"


class SubCondition(StrEnum):
    """The fourteen spine sub-conditions."""

    CERVICAL_DEGENERATIVE = "cervical_degenerative"
    LUMBAR_DISC_HERNIATION = "lumbar_disc_herniation"
    LUMBAR_STENOSIS = "lumbar_spinal_stenosis"
    SPONDYLOLISTHESIS = "spondylolisthesis_and_spondylolysis"
    DISC_AND_ENDPLATE = "degenerative_disc_and_endplate_disease"
    OSSIFICATION = "ligament_ossification"
    SCOLIOSIS = "scoliosis_and_adult_deformity"
    KYPHOSIS = "kyphosis_and_sagittal_imbalance"
    TRAUMA = "vertebral_fracture_and_trauma"
    OSTEOPOROTIC_FRACTURE = "osteoporotic_compression_fracture"
    CORD_INJURY = "spinal_cord_injury"
    INFECTION = "spinal_infection"
    TUMOUR = "spinal_tumour"
    INFLAMMATORY_CONGENITAL = "inflammatory_congenital_and_craniovertebral"
    UNCLASSIFIED = "unclassified"
