"""Promise: every finding has one name in each language, one meaning for each name, and only grades of its own scales."""

from __future__ import annotations

from collections import Counter
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinemed.domain.findings import FINDINGS, Finding, findings_with, grade_for
from spinemed.domain.findings_names import NAMES
from spinemed.domain.names import AnatomyKind
from spinemed.domain.scales import SCALES, Grade, Scale
from spinemed.domain.taxonomy import SubCondition
from spinemed.errors import GradeError

GRADES = [Grade(scale, value) for scale in Scale for value in SCALES[scale].values]


def written_names(finding: Finding) -> list[str]:
    info = FINDINGS[finding]
    return [info.name_en, info.name_zh, *info.synonyms_en, *info.synonyms_zh]


def meaning(name: str) -> Finding:
    (found,) = (finding for finding in Finding if name.casefold() in map(str.casefold, written_names(finding)))
    return found


def test_every_finding_is_described_in_order():
    assert list(FINDINGS) == list(NAMES) == list(Finding)


@pytest.mark.parametrize("finding", Finding)
def test_a_finding_has_names_a_place_and_distinct_scales(finding: Finding):
    info = FINDINGS[finding]
    assert all(name and name == name.strip() for name in written_names(finding))
    assert info.anatomy
    assert info.anatomy <= set(get_args(AnatomyKind))
    assert not info.disc_only or "segment" in info.anatomy
    assert len(set(info.scales)) == len(info.scales)
    assert isinstance(info.sub_condition, SubCondition)


def test_chinese_names_are_chinese_and_english_names_are_not():
    def has_han(name: str) -> bool:
        return any("\u4e00" <= char <= "\u9fff" for char in name)

    for info in FINDINGS.values():
        assert all(map(has_han, (info.name_zh, *info.synonyms_zh)))
        assert not any(map(has_han, (info.name_en, *info.synonyms_en)))


def test_no_name_means_two_findings():
    counted = Counter(name.casefold() for finding in Finding for name in written_names(finding))
    assert [name for name, times in counted.items() if times > 1] == []


@pytest.mark.parametrize(
    ("term", "finding"),
    [
        ("变性", Finding.DISC_DEGENERATION),
        ("膨出", Finding.DISC_BULGE),
        ("突出", Finding.DISC_HERNIATION),  # alone: no type stated
        ("脱出", Finding.DISC_EXTRUSION),
        ("游离", Finding.DISC_SEQUESTRATION),
        ("终板炎", Finding.MODIC_CHANGE),
        ("许莫氏结节", Finding.SCHMORL_NODE),
        ("骨赘", Finding.OSTEOPHYTE),
        ("椎管狭窄", Finding.CANAL_STENOSIS),
        ("侧隐窝狭窄", Finding.SUBARTICULAR_STENOSIS),
        ("椎间孔狭窄", Finding.FORAMINAL_STENOSIS),
        ("硬膜囊受压", Finding.THECAL_SAC_COMPRESSION),
        ("黄韧带肥厚", Finding.FLAVUM_HYPERTROPHY),
        ("小关节退变", Finding.FACET_ARTHROPATHY),
        ("滑脱", Finding.SPONDYLOLISTHESIS),
        ("峡部裂", Finding.SPONDYLOLYSIS),
        ("压缩骨折", Finding.COMPRESSION_FRACTURE),
        ("后纵韧带骨化", Finding.OPLL),
        ("侧弯", Finding.SCOLIOSIS),
        ("OYL", Finding.OLF),
        ("lateral recess stenosis", Finding.SUBARTICULAR_STENOSIS),
        ("odontoid fracture", Finding.DENS_FRACTURE),
        ("Pott disease", Finding.SPINAL_TUBERCULOSIS),
    ],
)
def test_terms_of_the_clinic(term: str, finding: Finding):
    assert meaning(term) is finding


@pytest.mark.parametrize("scale", Scale)
def test_every_scale_grades_some_finding(scale: Scale):
    found = findings_with(scale)
    assert found
    assert all(scale in FINDINGS[finding].scales for finding in found)


@given(st.sampled_from(Finding), st.sampled_from(GRADES))
def test_a_grade_is_taken_exactly_where_its_scale_grades_the_finding(finding: Finding, grade: Grade):
    if finding in findings_with(grade.scale):
        assert grade_for(finding, grade) is grade
        return
    with pytest.raises(GradeError, match="does not grade"):
        grade_for(finding, grade)


def test_scales_of_the_clinical_table():
    assert findings_with(Scale.PFIRRMANN) == (Finding.DISC_DEGENERATION,)
    assert findings_with(Scale.MODIC) == (Finding.MODIC_CHANGE,)
    assert set(findings_with(Scale.MJOA)) == set(findings_with(Scale.NURICK)) == {Finding.MYELOPATHY}
    assert findings_with(Scale.CASTELLVI) == (Finding.LSTV,)
    assert set(findings_with(Scale.RSNA_SEVERITY)) == {
        Finding.CANAL_STENOSIS,
        Finding.FORAMINAL_STENOSIS,
        Finding.SUBARTICULAR_STENOSIS,
    }
    with pytest.raises(GradeError, match=r"Pfirrmann IV does not grade canal stenosis.*Schizas"):
        grade_for(Finding.CANAL_STENOSIS, Grade(Scale.PFIRRMANN, "IV"))
    with pytest.raises(GradeError, match="it has no grades"):
        grade_for(Finding.HEMIVERTEBRA, Grade(Scale.SEVERITY, "mild"))


def test_red_flags_of_the_safety_rules():
    red = {finding for finding in Finding if FINDINGS[finding].red_flag}
    assert red >= {
        Finding.CAUDA_EQUINA_SYNDROME,
        Finding.PROGRESSIVE_DEFICIT,
        Finding.CORD_COMPRESSION,
        Finding.EPIDURAL_ABSCESS,
        Finding.SPONDYLODISCITIS,
        Finding.SPINAL_TUBERCULOSIS,
        Finding.VERTEBRAL_METASTASIS,
        Finding.FRACTURE_DISLOCATION,
    }
    assert not red & {Finding.DISC_BULGE, Finding.COMPRESSION_FRACTURE, Finding.HAEMANGIOMA, Finding.CANAL_STENOSIS}


def test_disc_findings_need_a_disc():
    assert all(FINDINGS[finding].disc_only for finding in Finding if finding.startswith("disc_"))
    assert not FINDINGS[Finding.ATLANTOAXIAL_INSTABILITY].disc_only
