"""Promises: a letter is given a level only where the row of bones bears out the numbers of the mask, and says how surely."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from spinemed.domain.assertion import Certainty, Numbering
from spinemed.domain.codecs import codec
from spinemed.domain.levels import Variant, Vertebra
from spinemed.domain.records import (
    FactSheet,
    Image,
    Mark,
    Mask,
    MaskEvidence,
    MaskLabel,
    Material,
    Picture,
    Source,
    Study,
)
from spinemed.domain.taxonomy import Modality
from spinemed.errors import SourceError
from spinemed.extract import extract_facts
from spinemed.read import Shelf, list_volumes, read_unit

SOURCE = Source(id="s1", kind="study", title="Scans", licence="MIT", origin="scan 5")
PICTURE = Picture(path="images/a.png", sha256="0" * 64, width_px=9, height_px=9)
STEP_MM = 30.0
# Label numbers of totalseg_total: L5 27, counted upwards.
L5, L1, T12, T1, C7, C2, C1 = 27, 31, 32, 43, 44, 49, 50
S1, SACRUM = 26, 25


def row(labels: range | list[int], *, step: float = STEP_MM, cut: int | None = None) -> tuple[MaskLabel, ...]:
    """Labels from the tail up, each so far above the other."""
    return tuple(
        MaskLabel(label=label, voxels=900, centre_mm=(1.0, 2.0 + k, k * step), at_edge=label == cut)
        for k, label in enumerate(labels)
    )


def moved(labels: tuple[MaskLabel, ...], at: Mapping[int, float]) -> tuple[MaskLabel, ...]:
    """The row with some labels at other heights."""
    return tuple(
        one.model_copy(update={"centre_mm": (*one.centre_mm[:2], at.get(one.label, one.centre_mm[2]))}) for one in labels
    )


def sheet(labels: tuple[MaskLabel, ...], *, numbers: str = "totalseg_total", stated: Numbering | None = None) -> FactSheet:
    """What is known of a study whose mask holds these labels, all of them marked."""
    letters = dict(
        zip(
            [one.label for one in labels if (numbers, one.label) != ("totalseg_total", SACRUM)],
            "QWERTYUIOPASDFGHJKLZXCVBNM",
            strict=False,
        )
    )
    marks = tuple(Mark(letter=letter, label=label, box=(0, 0, 1, 1)) for label, letter in letters.items())
    study = Study(
        id="st1",
        source=SOURCE,
        subject="5",
        images=(Image(picture=PICTURE, modality=Modality.CT, plane="sagittal", marks=marks),),
        masks=(Mask(path="mask.nii.gz", codec=numbers, labels=labels, numbering=stated),),
    )
    (found,) = extract_facts(Material(id="m1", content=study))
    assert isinstance(found, FactSheet)
    assert (found.id, found.content) == ("m1", study)
    return found


def levels(found: FactSheet) -> list[str]:
    return [str(fact.anatomy) for fact in found.facts]


def refusal(labels: tuple[MaskLabel, ...], **options: str) -> str:
    with pytest.raises(SourceError) as error:
        sheet(labels, **options)  # type: ignore[arg-type] - options are those of sheet
    start, end = "st1: mask.nii.gz: numbering contradicts geometry: ", "; correct the mask"
    message = str(error.value)
    assert message.startswith(start)
    assert message.endswith(end)
    return message.removeprefix(start).removesuffix(end)


def test_each_letter_gives_one_fact_with_its_label() -> None:
    found = sheet(row([L5, L5 + 1, L5 + 2]))
    assert levels(found) == ["L5", "L4", "L3"]
    fact = found.facts[1]
    assert fact.anatomy is Vertebra.L4
    assert (fact.finding, fact.certainty, fact.method) == (None, Certainty.PRESENT, "mask_label")
    assert fact.evidence == (MaskEvidence(study="st1", mask="mask.nii.gz", labels=(L5 + 1,), mark="W"),)
    assert FactSheet.from_json(found.to_json()) == found


NUMBERINGS: dict[str, tuple[tuple[MaskLabel, ...], str, Numbering | None, Numbering]] = {
    "part of the loin": (row([28, 29, 30]), "totalseg_total", None, Numbering.ASSUMED),
    "part of it, named by a reader": (row([23, 22, 21]), "tptbox", None, Numbering.ASSUMED),
    "L5 without the sacrum": (row([27, 28, 29]), "totalseg_total", None, Numbering.ASSUMED),
    "S1 under L5": (row(range(S1, 33)), "totalseg_total", None, Numbering.ANCHORED_SACRUM),
    "the whole sacrum under L5": (
        moved(row([SACRUM, *range(27, 33)]), {SACRUM: -30}),
        "totalseg_total",
        None,
        Numbering.ANCHORED_SACRUM,
    ),
    "one bone on the sacrum": (row([SACRUM, 27]), "totalseg_total", None, Numbering.ANCHORED_SACRUM),
    "an L6 on the sacrum": (row([26, 25, 24, 23]), "verse", None, Numbering.ANCHORED_SACRUM),
    "the neck with the atlas": (row(range(T1, C1 + 1), step=18), "totalseg_total", None, Numbering.ANCHORED_C2),
    "the axis alone": (row(range(T1, C2 + 1), step=18), "totalseg_total", None, Numbering.ASSUMED),
    "the whole spine": (row(range(S1, C1 + 1)), "totalseg_total", None, Numbering.ANCHORED_C2),
    "a localizer was read": (row([28, 29]), "totalseg_total", Numbering.ANCHORED_LOCALIZER, Numbering.ANCHORED_LOCALIZER),
    "the table doubts an anchor": (row(range(S1, 33)), "totalseg_total", Numbering.ASSUMED, Numbering.ASSUMED),
}


@pytest.mark.parametrize("case", NUMBERINGS)
def test_how_surely_the_level_is_known(case: str) -> None:
    labels, numbers, stated, expected = NUMBERINGS[case]
    found = sheet(labels, numbers=numbers, stated=stated)
    assert found.facts
    assert {fact.numbering for fact in found.facts} == {expected}


def test_an_l6_carries_its_flag() -> None:
    found = sheet(row([26, 25, 24, 23]), numbers="verse")
    assert [(str(fact.anatomy), fact.variants) for fact in found.facts][:2] == [
        ("L6", (Variant.L6,)),
        ("L5", ()),
    ]  # the sacrum is no vertebra of its own


def test_instance_numbers_and_a_doubtful_table_give_marks_and_no_level() -> None:
    for found in (sheet(row([7, 6, 5]), numbers="spineps_instance"), sheet(row([27, 28]), stated=Numbering.UNDETERMINED)):
        assert found.facts == ()
        assert isinstance(found.content, Study)
        assert len(found.content.images[0].marks) >= 2


@pytest.mark.parametrize("left_out", [28, 31, T12])
def test_a_bone_left_out_ends_it(left_out: int) -> None:
    lower, upper = (codec("totalseg_total").decode(left_out + k).level for k in (-1, 1))
    said = refusal(row([label for label in range(S1, 36) if label != left_out]))
    assert said == f"between labels {left_out + 1} ({upper}) and {left_out - 1} ({lower}) a vertebra has no label"


def test_l5_left_out_above_the_sacrum() -> None:
    assert refusal(row([SACRUM, 28, 29])) == "between the sacrum (label 25) and label 28 (L4) a vertebra has no label"


def test_a_stray_label_far_away() -> None:
    assert refusal(row([27, 28, 29, 45])) == "between labels 45 (C6) and 29 (L3) a vertebra has no label"


def test_a_row_turned_upside_down() -> None:
    assert refusal(row([30, 29, 28, 27])) == "labels 30 (L2) and 29 (L3): the second lies higher than the first"


def test_two_labels_exchanged() -> None:
    exchanged = moved(row(range(S1, 33)), {29: 120, 30: 90})
    assert refusal(exchanged) == "labels 30 (L2) and 29 (L3): the second lies higher than the first"


def test_instance_numbers_read_by_a_codec_with_levels_do_not_pass_for_spider() -> None:
    """SPIDER counts upwards, instance numbers downwards: the wrong codec shows in the geometry."""
    assert "lies higher than the first" in refusal(row([7, 6, 5]), numbers="spider")


@pytest.mark.parametrize("label", [28, 29, 30])
def test_room_for_a_bone_that_nobody_labelled(label: int) -> None:
    labels = row(range(27, 33))
    apart = moved(labels, {one.label: one.centre_mm[2] + STEP_MM for one in labels if one.label >= label})
    assert refusal(apart).endswith("lie 60 mm apart, room for one more vertebra")


def test_two_bones_that_touch_under_one_label() -> None:
    """L3 and L2 both called 29, with all above a number too low: neighbours in order, and no label in two pieces."""
    labels = moved(row(range(S1, 34)), {29: 105, **{label: (label - 25) * STEP_MM for label in range(30, 34)}})
    double = tuple(one.model_copy(update={"voxels": 1800}) if one.label == 29 else one for one in labels)
    assert refusal(double) == "label 29 (L3) is 2.0 times as large as its neighbours, as if it were two"
    assert len(sheet(row(range(27, 33))).facts) == 6


def test_two_bones_too_far_apart() -> None:
    assert refusal(row([28, 29], step=75)).endswith("lie 75 mm apart, room for one more vertebra")


def test_a_sacrum_in_the_wrong_place() -> None:
    labels = row([SACRUM, *range(27, 33)])
    assert refusal(moved(labels, {SACRUM: 300})) == "the sacrum (label 25) and label 27 (L5): the sacrum lies higher"
    assert refusal(moved(labels, {SACRUM: -60})).endswith("lie 90 mm apart, room for one more vertebra")


def test_one_vertebra_under_two_labels() -> None:
    assert refusal(row([1, 101, 2]), numbers="spider").endswith("name one vertebra")


def test_a_long_step_to_a_bone_that_the_edge_cuts_is_no_fault() -> None:
    labels = moved(row(range(27, 32), cut=31), {31: 180})
    assert len(sheet(labels).facts) == 5


def test_labels_of_another_codec() -> None:
    with pytest.raises(SourceError, match=r"^st1: mask\.nii\.gz: label 33 is unknown to codec 'verse'"):
        sheet(row([33]), numbers="verse")


@pytest.fixture
def bundled(tmp_path: Path) -> Callable[[str, str], FactSheet]:
    """The sheet of a scan that comes with the package."""

    def read(name: str, key: str) -> FactSheet:
        with as_file(files("spinemed") / "examples" / "volumes" / name) as folder:
            units = {unit.id: unit for unit in list_volumes(folder, Shelf(name=name, title="Scans", licence="MIT"))}
            material = read_unit(units[f"{name}:{key}"], store=tmp_path / "store")
        (found,) = extract_facts(material)
        assert isinstance(found, FactSheet)
        return found

    return read


def test_the_abdominal_ct_is_counted_from_the_sacrum(bundled: Callable[[str, str], FactSheet]) -> None:
    found = bundled("totalsegmentator", "abdomen")
    assert isinstance(found.content, Study)
    height = {mark.letter: mark.box[1] for mark in found.content.images[0].marks}
    from_above = sorted(found.facts, key=lambda fact: height[fact.evidence[0].mark])  # type: ignore[union-attr, index] - all are MaskEvidence
    assert [str(fact.anatomy) for fact in from_above] == ["T12", "L1", "L2", "L3", "L4", "L5", "S1"]
    assert {fact.numbering for fact in found.facts} == {Numbering.ANCHORED_SACRUM}


def test_the_crops_are_assumed_or_not_determined(bundled: Callable[[str, str], FactSheet]) -> None:
    crop = bundled("tptbox", "ct")
    assert sorted(levels(crop)) == ["L3", "L4"]
    assert {fact.numbering for fact in crop.facts} == {Numbering.ASSUMED}
    mri = bundled("tptbox", "mri")
    assert mri.facts == ()
    assert isinstance(mri.content, Study)
    assert len(mri.content.images[0].marks) == 2


def test_the_neck_of_the_template_is_named_by_its_mask_alone(bundled: Callable[[str, str], FactSheet]) -> None:
    neck = bundled("pam50", "cervical")
    assert sorted(levels(neck)) == ["C2", "C3", "C4", "C5", "C6", "C7", "T1"]
    assert {fact.numbering for fact in neck.facts} == {Numbering.ASSUMED}
