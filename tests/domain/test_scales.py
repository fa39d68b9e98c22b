"""Promise: a grade is on its scale or refused, reads in every usual form, and has no order where medicine gives none."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinemed.domain.scales import (
    SCALES,
    Grade,
    InjuryAdvice,
    MyelopathyBand,
    Scale,
    TumourStability,
    genant,
    meyerding,
    mjoa_severity,
    schwab_pi_ll,
    schwab_pt,
    schwab_sva,
    sins_stability,
    slic_advice,
    tlics_advice,
)
from spinemed.errors import GradeError

ORDINAL = [scale for scale in Scale if SCALES[scale].ordinal]
NOMINAL = [scale for scale in Scale if not SCALES[scale].ordinal]
GRADES = [Grade(scale, value) for scale in Scale for value in SCALES[scale].values]
any_grade = st.sampled_from(GRADES)


def of_one_scale(scales: list[Scale], size: int) -> st.SearchStrategy[list[Grade]]:
    def drawn(scale: Scale) -> st.SearchStrategy[list[Grade]]:
        one = st.sampled_from([Grade(scale, value) for value in SCALES[scale].values])
        return st.lists(one, min_size=size, max_size=size)

    return st.sampled_from(scales).flatmap(drawn)


def test_every_scale_is_described():
    assert set(SCALES) == set(Scale)
    for info in SCALES.values():
        assert all((info.name_en, info.name_zh, info.source))
        assert len(set(info.values)) == len(info.values) >= 3
        assert info.ordinal or info.higher_is_worse is None
    assert len({info.name_en for info in SCALES.values()}) == len({info.name_zh for info in SCALES.values()}) == len(SCALES)


@pytest.mark.parametrize("grade", GRADES, ids=str)
def test_every_grade_reads_back_from_what_is_written(grade: Grade):
    info = SCALES[grade.scale]
    forms = [
        grade.value,
        str(grade),
        grade.value.lower(),
        grade.value.upper(),
        f" {grade.value} ",
        f"{info.name_zh}{grade.value}",
    ]
    forms += [f"grade {grade.value}", f"Type: {grade.value}", f"{grade.value}级", f"{grade.value} 型"]
    forms += [f"{name} {grade.value}" for name in info.also]
    assert [Grade.parse(grade.scale, form) for form in forms] == [grade] * len(forms)


@pytest.mark.parametrize(
    ("scale", "text", "value"),
    [
        (Scale.PFIRRMANN, "grade 3", "III"),
        (Scale.PFIRRMANN, "Ⅲ", "III"),
        (Scale.PFIRRMANN, "Pfirrmann分级Ⅳ级", "IV"),
        (Scale.PFIRRMANN, "三级", "III"),
        (Scale.PFIRRMANN, "Pfirrmann-5", "V"),
        (Scale.MODIC, "Modic II型", "II"),
        (Scale.MODIC, "type 0", "0"),
        (Scale.SCHIZAS, "grade a4", "A4"),
        (Scale.MEYERDING, "Ⅰ度", "I"),
        (Scale.LEE_FORAMINAL, "Lee grade II", "2"),
        (Scale.MJOA, "mJOA score: 15/18", "15"),
        (Scale.MJOA, "改良JOA 15分", "15"),
        (Scale.AO_MORPHOLOGY, "AO Spine type a3", "A3"),
        (Scale.AO_NEUROLOGY, "AO Spine N2", "N2"),
        (Scale.OF, "OF3", "3"),
        (Scale.AIS, "ASIA impairment scale grade c", "C"),
        (Scale.BILSKY, "Bilsky 1C", "1c"),
        (Scale.CASTELLVI, "type 2A", "IIa"),
        (Scale.WILTSE, "Ⅱa", "IIA"),
        (Scale.SINS, "SINS-7", "7"),
        (Scale.LENKE_SAGITTAL, "sagittal modifier -", "-"),
        (Scale.LENKE_SAGITTAL, "−", "-"),
        (Scale.SCHWAB_PI_LL, "SRS-Schwab PI-LL modifier ＋＋", "++"),
        (Scale.RSNA_SEVERITY, "Normal/Mild", "Normal/Mild"),
        (Scale.RSNA_SEVERITY, "mild", "Normal/Mild"),
        (Scale.SEVERITY, "中度", "moderate"),
        (Scale.SEVERITY, "Severe", "severe"),
        (Scale.OPLL_TYPE, "混合型", "mixed"),
    ],
)
def test_usual_written_forms(scale: Scale, text: str, value: str):
    assert Grade.parse(scale, text) == Grade(scale, value)


@pytest.mark.parametrize(
    ("scale", "text"),
    [
        (Scale.PFIRRMANN, "6"),  # the modified scale of Griffith
        (Scale.PFIRRMANN, "II-III"),
        (Scale.PFIRRMANN, "3/5"),
        (Scale.PFIRRMANN, "Modic 2"),
        (Scale.LEE_FORAMINAL, "Lee central 2"),
        (Scale.SCHIZAS, "A"),
        (Scale.AO_MORPHOLOGY, "B"),
        (Scale.AO_NEUROLOGY, "NX"),
        (Scale.MJOA, "JOA 15"),  # the plain JOA ends at 17
        (Scale.MJOA, "15/17"),
        (Scale.MJOA, "1 5"),
        (Scale.SINS, "1²"),  # 1 with a footnote mark, not 12
        (Scale.SINS, "SINS -7"),
        (Scale.GENANT, "grade -1"),
        (Scale.MODIC, "grade"),
        (Scale.SEVERITY, "mild to moderate"),
    ],
)
def test_forms_that_are_no_grade_of_the_scale_are_refused(scale: Scale, text: str):
    with pytest.raises(GradeError):
        Grade.parse(scale, text)


@given(st.sampled_from(Scale), st.text(max_size=12))
def test_reading_any_text_gives_a_grade_of_the_scale_or_refuses(scale: Scale, text: str):
    try:
        grade = Grade.parse(scale, text)
    except GradeError:
        return
    assert grade.scale is scale
    assert grade.value in SCALES[scale].values


@given(st.sampled_from(Scale), st.integers().map(str) | st.text(max_size=6))
def test_out_of_range_is_refused_on_every_scale(scale: Scale, value: str):
    if value in SCALES[scale].values:
        assert Grade(scale, value).value == value
        return
    with pytest.raises(GradeError, match="is no grade on the scale"):
        Grade(scale, value)


@pytest.mark.parametrize("scale", Scale)
def test_numbers_beyond_either_end_are_refused(scale: Scale):
    for value in ("-1", "73", "99", "VIII", ""):
        with pytest.raises(GradeError):
            Grade.parse(scale, value)


def test_refusal_names_scale_value_and_allowed_but_never_repeats_a_long_text():
    with pytest.raises(GradeError, match=r"'IX'.*Pfirrmann.*I, II, III, IV, V"):
        Grade(Scale.PFIRRMANN, "IX")
    with pytest.raises(GradeError) as refused:
        Grade.parse(Scale.PFIRRMANN, "Mrs Example, 54, has severe pain")
    assert "Example" not in str(refused.value)


@given(of_one_scale(ORDINAL, 3))
def test_order_is_a_strict_total_order_on_an_ordinal_scale(grades: list[Grade]):
    a, b, c = grades
    assert (a < b) + (a == b) + (a > b) == 1
    assert (a <= b) == (a < b or a == b) == (b >= a)
    assert not (a < b and b < c) or a < c
    assert (a < b) == (a.rank < b.rank)


@pytest.mark.parametrize("scale", ORDINAL)
def test_sorting_gives_the_scale_in_its_own_order(scale: Scale):
    grades = [Grade(scale, value) for value in SCALES[scale].values]
    assert sorted(grades[1::2] + grades[::2]) == grades
    assert [grade.rank for grade in grades] == list(range(len(grades)))


@given(of_one_scale(NOMINAL, 2))
def test_a_nominal_scale_refuses_rank_and_order(grades: list[Grade]):
    a, b = grades
    for compare in (lambda: a < b, lambda: a <= b, lambda: a > b, lambda: a >= b, lambda: a.rank):
        with pytest.raises(GradeError, match="nominal"):
            compare()


def test_types_are_nominal_and_ends_are_named():
    assert {Scale.MODIC, Scale.WILTSE, Scale.CASTELLVI, Scale.ANDERSON_DALONZO, Scale.LENKE_CURVE, Scale.SCHWAB_CORONAL} < set(
        NOMINAL
    )
    good_when_high = {scale for scale in Scale if SCALES[scale].higher_is_worse is False}
    assert good_when_high == {Scale.MJOA, Scale.AIS, Scale.TOKUHASHI}


@given(any_grade, any_grade)
def test_grades_of_two_scales_have_no_order(a: Grade, b: Grade):
    if a.scale is b.scale:
        return
    assert a != b
    with pytest.raises(GradeError, match="different scales"):
        _ = a < b


def test_a_grade_does_not_compare_with_a_number():
    with pytest.raises(TypeError):
        _ = Grade(Scale.KANG, "2") < 3  # type: ignore[operator]


@pytest.mark.parametrize(
    ("slip_percent", "value"),
    [
        (0.1, "I"),
        (25, "I"),
        (25.1, "II"),
        (50, "II"),
        (50.1, "III"),
        (75, "III"),
        (75.1, "IV"),
        (100, "IV"),
        (100.1, "V"),
        (140, "V"),
    ],
)
def test_meyerding_bounds(slip_percent: float, value: str):
    assert meyerding(slip_percent) == Grade(Scale.MEYERDING, value)


@pytest.mark.parametrize(
    ("height_loss_percent", "value"),
    [(0, "0"), (19.9, "0"), (20, "1"), (25, "1"), (25.1, "2"), (40, "2"), (40.1, "3"), (100, "3")],
)
def test_genant_bounds(height_loss_percent: float, value: str):
    assert genant(height_loss_percent) == Grade(Scale.GENANT, value)


@pytest.mark.parametrize(
    ("modifier", "scale", "low", "high"),
    [(schwab_pi_ll, Scale.SCHWAB_PI_LL, 10, 20), (schwab_sva, Scale.SCHWAB_SVA, 4, 9.5), (schwab_pt, Scale.SCHWAB_PT, 20, 30)],
)
def test_schwab_bounds(modifier, scale: Scale, low: float, high: float):
    measured = (-3.0, math.nextafter(low, 0), low, high, math.nextafter(high, 99))
    assert [modifier(value) for value in measured] == [Grade(scale, value) for value in ("0", "0", "+", "+", "++")]


@given(st.floats(0, 100, exclude_min=True), st.floats(0, 100, exclude_min=True))
def test_more_slip_or_loss_is_never_a_lower_grade(a: float, b: float):
    less, more = sorted((a, b))
    assert meyerding(less) <= meyerding(more)
    assert genant(less) <= genant(more)


@pytest.mark.parametrize(
    ("measure", "bad"),
    [
        *itertools.product((meyerding,), (0, -5.0, math.nan, math.inf)),
        *itertools.product((genant,), (-0.1, 100.1, math.nan, math.inf)),
        *itertools.product((schwab_pi_ll, schwab_sva, schwab_pt), (math.nan, math.inf, -math.inf, 181)),
        (schwab_sva, 95),  # millimetres
        (schwab_pt, 91),
    ],
)
def test_impossible_measurements_are_refused(measure, bad: float):
    with pytest.raises(GradeError, match="give a finite number"):
        measure(bad)


def test_bands_of_scores():
    assert {mjoa_severity(s) for s in range(12)} == {MyelopathyBand.SEVERE}
    assert {mjoa_severity(s) for s in (12, 13, 14)} == {MyelopathyBand.MODERATE}
    assert {mjoa_severity(s) for s in (15, 16, 17)} == {MyelopathyBand.MILD}
    assert mjoa_severity(18) is MyelopathyBand.UNIMPAIRED
    assert {sins_stability(s) for s in range(7)} == {TumourStability.STABLE}
    assert {sins_stability(s) for s in range(7, 13)} == {TumourStability.POTENTIALLY_UNSTABLE}
    assert {sins_stability(s) for s in range(13, 19)} == {TumourStability.UNSTABLE}
    for advice in (tlics_advice, slic_advice):
        assert {advice(s) for s in (1, 2, 3)} == {InjuryAdvice.CONSERVATIVE}
        assert advice(4) is InjuryAdvice.EITHER
        assert {advice(s) for s in range(5, 11)} == {InjuryAdvice.SURGERY}
    assert slic_advice(0) is InjuryAdvice.CONSERVATIVE


@pytest.mark.parametrize(
    ("band", "score"),
    [
        *itertools.product((mjoa_severity, sins_stability), (-1, 19)),
        *itertools.product((tlics_advice, slic_advice), (-1, 11)),
        (tlics_advice, 0),
    ],
)
def test_scores_beyond_the_scale_have_no_band(band, score: int):
    with pytest.raises(GradeError):
        band(score)
