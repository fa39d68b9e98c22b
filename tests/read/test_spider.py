"""Promises: a SPIDER patient is read only where picture, gradings and count of discs agree; any other is set aside by name."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from corpus import GRADES, png, write_spider
from spinemed.domain.records import Cell, Study
from spinemed.domain.taxonomy import Modality
from spinemed.read import Shelf, list_spider

ReadAll = Callable[[Any], Any]
TABLE, OVERVIEW = "radiological_gradings.csv", "overview.csv"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder without a fault."""
    return write_spider(tmp_path / "spider")


def spider(folder: Path) -> Any:
    return partial(list_spider, folder, Shelf(name="src", title="Discs", licence="CC-BY-4.0", local_only=True))


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_every_patient_becomes_a_study_with_picture_and_gradings(folder: Path, read_all: ReadAll, tmp_path: Path) -> None:
    reading = read_all(spider(folder))
    assert reading.faults == []
    assert list(reading.good) == ["src:7", "src:21", "src:100"]
    study = reading.good["src:21"].content
    assert isinstance(study, Study)
    assert (study.id, study.subject, study.sex, study.grading_source) == ("src:21", "src-21", "F", TABLE)
    assert study.source.local_only
    assert [(g.place, g.row) for g in study.gradings] == [(1, 6), (2, 7), (3, 8), (4, 9), (5, 10)]
    assert study.gradings[1].cells == (Cell(column="Disc narrowing", value="1"), Cell(column="Pfirrman grade", value="3"))
    (image,) = study.images
    assert (image.modality, image.sequence, image.plane) == (Modality.MRI, "T2", "sagittal")
    assert (image.picture.width_px, image.picture.height_px) == (40, 60)
    assert (tmp_path / "store" / f"{image.picture.sha256}.png").read_bytes() == png("21")


FAULTS = {
    "no gradings of a patient": (TABLE, "\n21,", "\n22,", 5, "no gradings for patient 21 in radiological_gradings.csv"),
    "more discs in the overview": (
        OVERVIEW,
        "21,F ,5",
        "21,F ,6",
        1,
        "patient 21: 5 discs graded, 6 discs in overview.csv: the count is in doubt",
    ),
    "no count in the overview": (
        OVERVIEW,
        "21,F ,5",
        "21,F ,",
        1,
        "patient 21: 5 discs graded, no number of discs in overview.csv: the count is in doubt",
    ),
    "no such patient in the overview": (
        OVERVIEW,
        "21,F ,5",
        "22,F ,5",
        1,
        "patient 21: 5 discs graded, no number of discs in overview.csv: the count is in doubt",
    ),
}


@pytest.mark.parametrize("case", FAULTS)
def test_a_patient_in_doubt_is_set_aside(folder: Path, read_all: ReadAll, case: str) -> None:
    table, old, new, times, expected = FAULTS[case]
    for _ in range(times):
        replace(folder / table, old, new)
    reading = read_all(spider(folder))
    assert list(reading.good) == ["src:7", "src:100"]
    assert [fault for fault in reading.faults if "patient 22" not in fault] == [expected]


def test_a_graded_patient_without_a_picture_is_said(folder: Path, read_all: ReadAll) -> None:
    (folder / "t2" / "21.png").unlink()
    assert read_all(spider(folder)).faults == ["patient 21: graded in radiological_gradings.csv, but there is no t2/21.png"]


def test_a_label_with_letters_spoils_its_row_and_the_count_of_its_patient(folder: Path, read_all: ReadAll) -> None:
    replace(folder / TABLE, "21,3,0,2", "21,x3,0,2")
    reading = read_all(spider(folder))
    assert list(reading.good) == ["src:7", "src:100"]
    assert reading.faults == [
        "radiological_gradings.csv row 8: 'IVD label' is no number",
        "patient 21: 4 discs graded, 5 discs in overview.csv: the count is in doubt",
    ]


@pytest.mark.parametrize("label", ["", "-1", "1.5", "²"])
def test_labels_that_are_no_whole_numbers(folder: Path, read_all: ReadAll, label: str) -> None:
    replace(folder / TABLE, "21,5,0,2", f"21,{label},0,2")
    assert read_all(spider(folder)).faults[0] == "radiological_gradings.csv row 10: 'IVD label' is no number"


def test_tables_cut_short(folder: Path, read_all: ReadAll) -> None:
    for table, rest in ((TABLE, b"\n21,3,0"), (OVERVIEW, b"\n21,F")):
        path = folder / table
        data = path.read_bytes()
        path.write_bytes(data[: data.index(rest) + len(rest)])
    reading = read_all(spider(folder))
    assert list(reading.good) == ["src:7"]
    assert reading.faults == [
        "radiological_gradings.csv row 8: fewer cells than the header has",
        "overview.csv row 1: fewer cells than the header has",
        "patient 21: 2 discs graded, no number of discs in overview.csv: the count is in doubt",
        "no gradings for patient 100 in radiological_gradings.csv",
    ]


@pytest.mark.parametrize("table", [TABLE, OVERVIEW])
def test_a_table_that_is_missing_or_another_ends_the_source_with_one_line(folder: Path, read_all: ReadAll, table: str) -> None:
    replace(folder / table, "Patient", "Case")
    reading = read_all(spider(folder))
    assert reading.good == {}
    assert len(reading.faults) == 1
    assert reading.faults[0].startswith(f"{table}: column 'Patient' is missing from the first line; it must name Patient, ")
    (folder / table).unlink()
    assert read_all(spider(folder)).faults == [f"{table}: no such file; check the path in the build file"]


def test_a_folder_without_pictures_is_said_to_be_so(folder: Path, read_all: ReadAll) -> None:
    (folder / "t2").rename(folder / "T2")
    assert read_all(spider(folder)).faults == ["spider/t2: no pictures; a SPIDER folder holds them as t2/PATIENT.png"]


def test_pictures_that_cannot_be_opened(folder: Path, read_all: ReadAll) -> None:
    (folder / "t2" / "21.png").unlink()
    (folder / "t2" / "21.png").symlink_to("nowhere.png")
    (folder / "t2" / "7.png").unlink()
    (folder / "t2" / "7.png").mkdir()
    reading = read_all(spider(folder))
    assert list(reading.good) == ["src:100"]
    assert reading.faults == [
        "7.png: cannot be read (Is a directory)",
        "21.png: cannot be read (No such file or directory)",
    ]


def test_a_file_name_that_is_not_utf_8(folder: Path, read_all: ReadAll) -> None:
    name = os.fsencode(folder / "t2") + "/患者.png".encode("gbk")
    Path(os.fsdecode(name)).write_bytes(png("9"))
    reading = read_all(spider(folder))
    assert list(reading.good) == ["src:7", "src:21", "src:100"]
    assert len(reading.faults) == 1
    assert reading.faults[0].startswith("t2/'")
    assert reading.faults[0].endswith("the file name is not UTF-8; rename it")


def test_a_changed_picture_is_another_unit(folder: Path) -> None:
    before = {unit.id: unit for unit in spider(folder)()}
    (folder / "t2" / "21.png").write_bytes(png("other", width=41))
    after = {unit.id: unit for unit in spider(folder)()}
    assert [key for key in before if before[key] != after[key]] == ["src:21"]
    assert list(before) == [f"src:{patient}" for patient in GRADES]
