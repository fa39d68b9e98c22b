"""A label number read with the named codec is the level its source meant, and is never guessed where the number does not tell."""

from __future__ import annotations

import hashlib
import pickle
from collections import Counter
from pathlib import Path

import nibabel as nib
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import spinemed.domain.codecs as codecs
from spinemed.domain.assertion import Laterality, Numbering
from spinemed.domain.codecs import (
    CODECS,
    SCT_DISCS,
    SCT_VERTEBRAE,
    SPIDER,
    SPINEPS_CT,
    SPINEPS_INSTANCE,
    SPINEPS_MRI,
    TOTALSEG_TOTAL,
    TOTALSEG_TOTAL_V3,
    TOTALSEG_VERTEBRAE_MR,
    TOTALSEG_VERTEBRAE_PP,
    TOTALSPINESEG,
    TPTBOX,
    UNDETERMINED,
    VERSE,
    Codec,
    CodecFlag,
    Part,
    RsnaColumn,
    RsnaGrade,
    Structure,
    codec,
    decode_ivd_label,
    format_column,
    parse_column,
    parse_disc_code,
    parse_grade,
    parse_identification,
    parse_vertebra_code,
)
from spinemed.domain.levels import STANDARD_ROW, Segment, Variant, Vertebra
from spinemed.errors import CodecError, GradeError

DATA = Path(__file__).parent / "data"
EVERY = pytest.mark.parametrize("known", CODECS.values(), ids=CODECS)


def segment(name: str) -> Segment:
    upper, lower = name.split("-")
    return Segment(Vertebra(upper), Vertebra(lower))


def read(name: str) -> np.ndarray:
    return np.asarray(nib.load(DATA / name).dataobj).astype(int)


# Anchors written out by hand from the sources named in each codec, not computed: codec, label, part, level.
ANCHORS = """
verse 1 vertebra C1 | verse 7 vertebra C7 | verse 8 vertebra T1 | verse 19 vertebra T12 | verse 20 vertebra L1
verse 24 vertebra L5 | verse 25 vertebra L6 | verse 28 vertebra T13 | verse 27 vertebra Co | verse 26 sacrum None
tptbox 26 vertebra S1 | tptbox 29 vertebra S2 | tptbox 32 vertebra S5 | tptbox 33 vertebra undetermined | tptbox 40 rib None
tptbox 51 rib None | tptbox 102 disc C2-C3 | tptbox 107 disc C7-T1 | tptbox 119 disc T12-L1 | tptbox 124 disc L5-S1
tptbox 126 disc S1-S2 | tptbox 128 disc T13-L1 | tptbox 219 endplates T12-L1 | tptbox 101 other None
spineps_mri 24 vertebra L5 | spineps_mri 26 sacrum None | spineps_mri 119 disc T12-L1 | spineps_mri 224 endplates L5-S1
spineps_mri 126 disc undetermined | spineps_mri 226 endplates undetermined | spineps_mri 125 disc L6-S1
spineps_mri 101 disc undetermined
spineps_ct 20 vertebra L1 | spineps_ct 123 disc L4-L5 | spineps_ct 126 disc undetermined | spineps_ct 80 other None
spineps_instance 6 vertebra undetermined | spineps_instance 105 disc undetermined | spineps_instance 205 endplates undetermined
spineps_instance 26 sacrum None
totalseg_total 25 sacrum None | totalseg_total 26 vertebra S1 | totalseg_total 27 vertebra L5 | totalseg_total 31 vertebra L1
totalseg_total 32 vertebra T12 | totalseg_total 43 vertebra T1 | totalseg_total 44 vertebra C7 | totalseg_total 50 vertebra C1
totalseg_total 79 other None | totalseg_total 92 rib None | totalseg_total 115 rib None | totalseg_total 117 other None
totalseg_total_v3 26 vertebra L6 | totalseg_total_v3 27 vertebra L5
totalseg_vertebrae_mr 1 sacrum None | totalseg_vertebrae_mr 2 vertebra L5 | totalseg_vertebrae_mr 6 vertebra L1
totalseg_vertebrae_mr 7 vertebra T12 | totalseg_vertebrae_mr 19 vertebra C7 | totalseg_vertebrae_mr 25 vertebra C1
totalseg_vertebrae_pp 1 vertebra C1 | totalseg_vertebrae_pp 24 vertebra L5
totalseg_vertebrae_body 1 vertebra undetermined | totalseg_vertebrae_body 2 disc undetermined
totalseg_total_mr 18 sacrum None | totalseg_total_mr 19 vertebra undetermined | totalseg_total_mr 20 disc undetermined
totalseg_total_mr 21 other None | totalseg_total_mr 50 other None
totalspineseg 11 vertebra C1 | totalspineseg 17 vertebra C7 | totalspineseg 21 vertebra T1 | totalspineseg 32 vertebra T12
totalspineseg 41 vertebra L1 | totalspineseg 45 vertebra L5 | totalspineseg 46 vertebra L6
totalspineseg 47 vertebra undetermined
totalspineseg 50 sacrum None | totalspineseg 63 disc C2-C3 | totalspineseg 67 disc C6-C7 | totalspineseg 71 disc C7-T1
totalspineseg 72 disc T1-T2 | totalspineseg 82 disc T11-T12 | totalspineseg 91 disc T12-L1 | totalspineseg 95 disc L4-L5
totalspineseg 96 disc L5-L6 | totalspineseg 100 disc L5-S1 | totalspineseg 1 other None | totalspineseg 2 other None
spider 1 vertebra L5 | spider 5 vertebra L1 | spider 6 vertebra T12 | spider 24 vertebra C1 | spider 25 vertebra undetermined
spider 100 other None | spider 101 vertebra L5 | spider 201 disc L5-S1 | spider 205 disc L1-L2 | spider 206 disc T12-L1
spider 223 disc C2-C3 | spider 224 other None | spider 225 disc undetermined
sct_vertebrae 2 cord_at_vertebra C2 | sct_vertebrae 24 cord_at_vertebra L5 | sct_vertebrae 25 cord_at_vertebra S1
sct_vertebrae 29 cord_at_vertebra S5 | sct_vertebrae 30 cord_at_vertebra Co
sct_discs 1 other None | sct_discs 2 other None | sct_discs 3 disc C2-C3 | sct_discs 21 disc L1-L2 | sct_discs 25 disc L5-S1
sct_discs 26 disc S1-S2 | sct_discs 29 disc S4-S5 | sct_discs 30 other None | sct_discs 49 other None | sct_discs 60 other None
"""
COUNTS = {
    "verse": 28,
    "tptbox": 116,
    "spineps_mri": 82,
    "spineps_ct": 55,
    "spineps_instance": 79,
    "totalseg_total": 117,
    "totalseg_total_v3": 117,
    "totalseg_vertebrae_mr": 25,
    "totalseg_vertebrae_pp": 24,
    "totalseg_vertebrae_body": 2,
    "totalseg_total_mr": 50,
    "totalspineseg": 53,
    "spider": 76,
    "sct_vertebrae": 30,
    "sct_discs": 33,
}


@pytest.mark.parametrize("anchor", ANCHORS.strip().replace("\n", " | ").split(" | "))
def test_anchor_read_from_the_source(anchor: str) -> None:
    name, label, part, level = anchor.split()
    found = codec(name).decode(int(label))
    assert (found.part.value, str(found.level)) == (part, level)
    assert found.partial == (anchor == "spider 101 vertebra L5")


def test_every_codec_has_its_researched_number_of_labels() -> None:
    assert {name: len(known.labels) for name, known in CODECS.items()} == COUNTS


@EVERY
def test_every_label_comes_back(known: Codec) -> None:
    assert [known.encode(known.decode(label)) for label in known.labels] == list(known.labels)
    whole = known.decode_mask(known.labels)
    assert [known.encode(what) for what in whole.values()] == list(known.labels)


@EVERY
def test_a_bare_level_is_the_whole_bone_or_the_disc(known: Codec) -> None:
    bones = (Part.VERTEBRA, Part.CORD_AT_VERTEBRA, Part.DISC)
    for label in known.labels:
        what = known.decode(label)
        if isinstance(what.level, Vertebra | Segment) and what.part in bones and not what.partial:
            assert known.encode(what.level) == label


@EVERY
def test_codec_says_where_its_table_is_from_and_survives_a_worker(known: Codec) -> None:
    assert len(known.source) > 20
    copy = pickle.loads(pickle.dumps(known))
    assert copy == known
    assert copy.table == known.table


@EVERY
def test_unknown_label_is_an_error_that_names_label_and_codec(known: Codec) -> None:
    for label in (-1, 999):
        with pytest.raises(CodecError, match=rf"label {label} is unknown to codec '{known.name}'.*name the codec"):
            known.decode(label)
        with pytest.raises(CodecError, match=known.name):
            known.decode_mask([*known.labels, label])
    with pytest.raises(CodecError, match="label 0 is background"):
        known.decode(0)
    assert known.decode_mask([0]) == {}


@given(st.sampled_from(sorted(CODECS)), st.integers(-5, 400))
def test_any_number_is_a_structure_or_an_error(name: str, label: int) -> None:
    known = CODECS[name]
    if label in known.labels:
        assert known.encode(known.decode(label)) == label
    else:
        with pytest.raises(CodecError):
            known.decode(label)


def test_codecs_are_found_by_name() -> None:
    assert all(codec(name) is known and known.name == name for name, known in CODECS.items())
    assert codec(" SPINEPS-MRI ") is SPINEPS_MRI
    with pytest.raises(CodecError, match=r"'nnunet' is unknown: name one of verse, tptbox, .*sct_discs"):
        codec("nnunet")


def test_public_names() -> None:
    assert all(hasattr(codecs, name) for name in codecs.__all__)
    constants = {name for name in vars(codecs) if isinstance(getattr(codecs, name), Codec)}
    assert constants <= set(codecs.__all__)
    assert {getattr(codecs, name).name for name in constants} == {name.lower() for name in constants} == set(CODECS)


def test_codecs_agree_on_what_they_share() -> None:
    for level in STANDARD_ROW.between(Vertebra.C1, Vertebra.L5):
        from_head, from_sacrum = VERSE.encode(level), TOTALSEG_TOTAL.encode(level)
        assert {each.encode(level) for each in (TPTBOX, SPINEPS_CT, SPINEPS_MRI, TOTALSEG_VERTEBRAE_PP, SCT_VERTEBRAE)} == {
            from_head
        }
        assert from_sacrum + from_head == 51
        assert (TOTALSEG_TOTAL_V3.encode(level), TOTALSEG_VERTEBRAE_MR.encode(level)) == (from_sacrum, from_sacrum - 25)
        assert SPIDER.encode(level) == 25 - from_head
    for disc in STANDARD_ROW.discs:
        above = VERSE.encode(disc.upper)
        assert {each.encode(disc) for each in (TPTBOX, SPINEPS_CT, SPINEPS_MRI)} == {100 + above}
        assert (SCT_DISCS.encode(disc), SPIDER.encode(disc)) == (above + 1, 225 - above)
        assert TOTALSPINESEG.decode(TOTALSPINESEG.encode(disc)).level == disc


def test_totalspineseg_has_every_level_once() -> None:
    levels = [TOTALSPINESEG.decode(label).level for label in TOTALSPINESEG.labels]
    assert set(STANDARD_ROW.between(Vertebra.C1, Vertebra.L5)) | set(STANDARD_ROW.discs) <= set(levels)


ROWS = [
    (SPINEPS_CT, [19, 20, 119], 119, "T12-L1"),
    (SPINEPS_CT, [19, 28, 20, 119, 128], 119, "T12-T13"),
    (SPINEPS_CT, [19, 28, 20, 119, 128], 128, "T13-L1"),
    (SPINEPS_MRI, [17, 18, 20, 21, 118], 118, "T11-L1"),
    (SPINEPS_MRI, [17, 18, 118, 117], 118, "T11-T12"),
    (SPINEPS_MRI, [22, 23, 24, 26, 123, 124], 123, "L4-L5"),
    (SPINEPS_MRI, [22, 23, 26, 123], 123, "L4-S1"),
    (SPINEPS_MRI, [22, 23, 123], 123, "L4-L5"),
    (SPINEPS_MRI, [23, 24, 26, 124], 124, "L5-S1"),
    (SPINEPS_MRI, [23, 24, 25, 26, 124, 125], 124, "L5-L6"),
    (SPINEPS_MRI, [23, 24, 25, 26, 124, 125], 125, "L6-S1"),
    (SPINEPS_MRI, [23, 24, 25, 26, 224], 224, "L5-L6"),
    (SPINEPS_MRI, [18, 19, 28, 20, 219], 219, "T12-T13"),
    (TPTBOX, [19, 28, 119], 119, "T12-T13"),
    (TPTBOX, [24, 25, 26, 224], 224, "L5-L6"),
    (TOTALSPINESEG, [44, 45, 50, 95, 100], 100, "L5-S1"),
    (TOTALSPINESEG, [44, 45, 46, 50, 95, 96, 100], 100, "L6-S1"),
    (TOTALSPINESEG, [43, 44, 50, 94, 100], 100, "L4-S1"),
    (TOTALSPINESEG, [50, 100], 100, "L5-S1"),
]


@pytest.mark.parametrize(("known", "labels", "label", "level"), ROWS)
def test_disc_is_named_by_the_row_present(known: Codec, labels: list[int], label: int, level: str) -> None:
    what = known.decode_mask([0, *labels])[label]
    assert str(what.level) == level
    assert known.encode(what) == label
    assert CodecFlag.ROW_DEPENDENT in known.flags


def test_variant_rows_carry_their_flag() -> None:
    assert SPINEPS_CT.decode_mask([19, 28, 119])[119].variants == {Variant.T13}
    assert SPINEPS_CT.encode(segment("T12-T13")) == SPINEPS_CT.encode(segment("T12-L1")) == 119
    assert TOTALSPINESEG.encode(segment("L4-S1")) == 100


def test_topmost_endplates_of_spineps_mri_hold_two_levels_unless_the_sacrum_is_in_view() -> None:
    without = SPINEPS_MRI.decode_mask([20, 21, 220, 221])
    assert without[220].level is UNDETERMINED
    assert without[221].level == segment("L2-L3")
    with_sacrum = SPINEPS_MRI.decode_mask([20, 21, 26, 220, 221, 226])
    assert with_sacrum[220].level == segment("L1-L2")
    assert with_sacrum[226].undetermined
    assert SPINEPS_MRI.decode_mask([28, 20, 220, 228])[228].undetermined
    assert SPINEPS_MRI.decode_mask([28, 20, 220, 228])[220].level == segment("L1-L2")
    assert SPINEPS_MRI.decode_mask([2, 3, 202])[202].level == segment("C2-C3")


def test_labels_of_a_mask_may_come_as_any_whole_number() -> None:
    as_read = np.array([0.0, 24.0, 124.0])
    assert SPINEPS_CT.decode_mask(as_read) == SPINEPS_CT.decode_mask([24, 124])
    assert all(type(label) is int for label in SPINEPS_CT.decode_mask(as_read))
    for broken in (23.5, float("nan")):
        with pytest.raises(CodecError, match=str(broken)):
            SPINEPS_CT.decode_mask([24, broken])


def test_a_structure_the_codec_lacks_is_an_error_that_says_what_to_do() -> None:
    for known, what in (
        (VERSE, segment("L4-L5")),
        (SPINEPS_MRI, Vertebra.S1),
        (TOTALSEG_TOTAL, Vertebra.L6),
        (SPIDER, Vertebra.T13),
    ):
        with pytest.raises(CodecError, match=rf"'{known.name}' has no label for {what}: write with a codec that has it"):
            known.encode(what)
    with pytest.raises(CodecError, match="has no label for L4: its numbers name no levels"):
        SPINEPS_INSTANCE.encode(Vertebra.L4)


def test_partly_visible_vertebrae_keep_their_level() -> None:
    part = SPIDER.decode(103)
    assert (part.level, part.partial, str(part)) == (Vertebra.L3, True, "L3 partial vertebra")
    assert SPIDER.encode(part) == 103
    assert SPIDER.encode(Vertebra.L3) == 3


def test_a_count_is_never_more_than_assumed() -> None:
    assert SPIDER.numbering is TOTALSPINESEG.numbering is TOTALSEG_VERTEBRAE_PP.numbering is Numbering.ASSUMED
    assert all(known.numbering is Numbering.ASSUMED for known in CODECS.values() if CodecFlag.COUNTED in known.flags)
    blind = {name for name, known in CODECS.items() if known.numbering is Numbering.UNDETERMINED}
    assert blind == {"spineps_instance", "totalseg_vertebrae_body", "totalseg_total_mr"}
    for name in blind:
        assert {CODECS[name].decode(label).level for label in CODECS[name].labels} <= {UNDETERMINED, None}


def test_spider_grading_table_counts_discs_from_the_lowest() -> None:
    assert [str(decode_ivd_label(n).level) for n in (1, 2, 5, 9)] == ["L5-S1", "L4-L5", "L1-L2", "T9-T10"]
    assert decode_ivd_label(0).undetermined
    for label in (-100, -1, 24):
        with pytest.raises(CodecError, match=f"IVD label {label} is unknown"):
            decode_ivd_label(label)


@pytest.mark.parametrize(
    ("part", "level", "partial"),
    [
        (Part.VERTEBRA, segment("L4-L5"), False),
        (Part.DISC, Vertebra.L4, False),
        (Part.VERTEBRA, None, False),
        (Part.RIB, Vertebra.T1, False),
        (Part.DISC, segment("C1-C2"), False),
        (Part.DISC, segment("L4-L5"), True),
    ],
)
def test_no_structure_with_a_level_that_is_not_its_own(part: Part, level: Vertebra | Segment | None, partial: bool) -> None:
    with pytest.raises(CodecError):
        Structure(part, level, "thing", partial)


@pytest.mark.parametrize("table", [{0: VERSE.decode(1)}, {1: VERSE.decode(1), 2: VERSE.decode(1)}])
def test_no_codec_with_a_broken_table(table: dict[int, Structure]) -> None:
    with pytest.raises(CodecError, match="codec 'broken'"):
        Codec(name="broken", source="", numbering=Numbering.ASSUMED, table=table)


# --- real masks (tests/domain/data/ATTRIBUTION.md)


def test_real_masks_are_the_attributed_ones() -> None:
    attribution = (DATA / "ATTRIBUTION.md").read_text(encoding="utf-8")
    for file in DATA.glob("*.nii.gz"):
        assert file.name in attribution
        assert hashlib.sha256(file.read_bytes()).hexdigest() in attribution


def test_two_numberings_of_one_ct_name_the_same_vertebra_at_every_shared_voxel() -> None:
    total, bodies = read("totalseg.nii.gz"), read("totalseg_vertebrae_pp_refined.nii.gz")
    shared = (total > 0) & (bodies > 0)
    pairs = Counter(zip(total[shared].tolist(), bodies[shared].tolist(), strict=True))
    levels: Counter[str] = Counter()
    for (one, two), voxels in pairs.items():
        assert TOTALSEG_TOTAL.decode(one).level is TOTALSEG_VERTEBRAE_PP.decode(two).level
        levels[str(TOTALSEG_TOTAL.decode(one).level)] += voxels
    assert shared.sum() > 7000
    assert levels == {"T12": 1126, "L1": 1299, "L2": 1331, "L3": 1394, "L4": 1439, "L5": 1228}
    present = [str(what.level) for what in TOTALSEG_TOTAL.decode_mask(np.unique(total)).values()]
    assert present == ["S1", "L5", "L4", "L3", "L2", "L1", "T12", "T11"]


def test_bodies_of_one_ct_are_stacked_in_the_order_of_their_levels() -> None:
    mask = read("totalseg.nii.gz")
    heights = {
        what.level: np.argwhere(mask == label)[:, 2].mean() for label, what in TOTALSEG_TOTAL.decode_mask(np.unique(mask)).items()
    }
    from_head = sorted(heights)
    assert [heights[level] for level in from_head] == sorted(heights.values(), reverse=True)


def test_lumbar_mri_with_instance_numbers_gets_no_level() -> None:
    found = SPINEPS_INSTANCE.decode_mask(np.unique(read("sub-mri_seg-vert_label-6_msk.nii.gz")))
    assert sorted(found) == [5, 6, 7, 105, 106, 205, 206, 207]
    assert all(what.level is UNDETERMINED for what in found.values())
    assert Counter(what.part for what in found.values()) == {Part.VERTEBRA: 3, Part.DISC: 2, Part.ENDPLATES: 3}


def test_no_number_tells_instance_numbers_from_levels() -> None:
    """The same lumbar mask reads as C5-C7 with a codec that has levels, without any error: only its bringer can know."""
    labels = np.unique(read("sub-mri_seg-vert_label-6_msk.nii.gz"))
    assert [str(TPTBOX.decode_mask(labels)[label].level) for label in (5, 6, 7)] == ["C5", "C6", "C7"]


def test_template_discs_lie_between_the_vertebrae_they_are_named_for() -> None:
    levels, points = read("PAM50_small_levels.nii.gz"), read("PAM50_small_label_disc.nii.gz")
    spans = {
        what.level: np.argwhere(levels == label)[:, 2] for label, what in SCT_VERTEBRAE.decode_mask(np.unique(levels)).items()
    }
    assert [str(level) for level in (min(spans), max(spans))] == ["C1", "L1"]
    checked = 0
    for label, what in SCT_DISCS.decode_mask(np.unique(points)).items():
        if isinstance(what.level, Segment):
            (height,) = np.argwhere(points == label)[:, 2]
            assert height - spans[what.level.lower].max() in (0, 1)
            assert height <= spans[what.level.upper].min() + 1
            checked += 1
    assert checked == 17


# --- grading tables


def test_rsna_columns_come_back() -> None:
    kinds = ["spinal_canal_stenosis"] + [
        f"{side}_{word}" for word in ("neural_foraminal_narrowing", "subarticular_stenosis") for side in ("left", "right")
    ]
    columns = [f"{kind}_{level}" for kind in kinds for level in ("l1_l2", "l2_l3", "l3_l4", "l4_l5", "l5_s1")]
    assert len(columns) == 25
    assert [format_column(parse_column(column)) for column in columns] == columns
    assert parse_column("spinal_canal_stenosis_l1_l2") == RsnaColumn("canal_stenosis", Laterality.NOT_STATED, segment("L1-L2"))
    assert parse_column("right_subarticular_stenosis_l5_s1") == RsnaColumn(
        "subarticular_stenosis", Laterality.RIGHT, segment("L5-S1")
    )
    assert parse_column("left_neural_foraminal_narrowing_l4_l5").finding == "foraminal_stenosis"


@pytest.mark.parametrize(
    "column", ["study_id", "left_spinal_canal_stenosis_l1_l2", "spinal_canal_stenosis_t12_l1", "subarticular_stenosis_l4_l5", ""]
)
def test_other_columns_are_refused(column: str) -> None:
    with pytest.raises(CodecError, match="RSNA 2024"):
        parse_column(column)


def test_rsna_empty_cell_is_not_assessed() -> None:
    assert [parse_grade(cell).value for cell in ("Normal/Mild", "Moderate", "Severe")] == ["Normal/Mild", "Moderate", "Severe"]
    assert parse_grade("") is parse_grade(None) is RsnaGrade.NOT_ASSESSED
    for word in ("Mild", "not_assessed"):
        with pytest.raises(GradeError, match=f"grade '{word}' is unknown to RSNA 2024"):
            parse_grade(word)


def test_spark_codes_are_types_of_which_several_may_stand() -> None:
    names = [parse_disc_code(f"v{n}")[0].finding for n in range(1, 6)]
    assert names == [None, "disc_bulge", "disc_protrusion", "disc_extrusion", "schmorl_node"]
    assert [kind.code for kind in parse_disc_code("v1,v5")] == ["v1", "v5"]
    assert [kind.code for kind in parse_disc_code(" v3, V5,v3 ")] == ["v3", "v5"]
    assert parse_disc_code("") == parse_vertebra_code("") == ()
    assert [kind.normal for kind in parse_vertebra_code("v1") + parse_vertebra_code("v2")] == [True, False]


@pytest.mark.parametrize(("parse", "code"), [(parse_disc_code, "v6"), (parse_disc_code, "v1,v2"), (parse_vertebra_code, "v3")])
def test_other_spark_codes_are_refused(parse: type, code: str) -> None:
    with pytest.raises(CodecError, match=rf"code '?{code}'?.* Spark"):
        parse(code)


def test_spark_identifications() -> None:
    assert [parse_identification(f"L{n}") for n in (1, 5)] == [Vertebra.L1, Vertebra.L5]
    discs = ["T12-L1", "L1-L2", "L2-L3", "L3-L4", "L4-L5", "L5-S1"]
    assert [str(parse_identification(name)) for name in discs] == discs
    for name in ("L9", "L3-S1", "C8", "C1-C2", "", "disc"):
        with pytest.raises(CodecError, match="identification"):
            parse_identification(name)
