"""Promises: the demo builds a dataset from the package alone, and shows what becomes of a level that cannot be known."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from spinemed.domain.records import Item
from spinemed.domain.taxonomy import Axis, Task
from spinemed.engine import Rejected, rejected
from spinemed.errors import ConfigError
from spinemed.pipelines import BuildResult, demo


def test_it_has_items_of_every_kind_in_both_languages(demo_build: BuildResult, demo_items: tuple[Item, ...]) -> None:
    assert len(demo_items) > 700
    kinds = Counter((item.modality.value, item.axes[0], item.language.value) for item in demo_items)
    for language in ("en", "zh"):
        assert kinds["text", Axis.LEVEL_IDENTIFICATION, language] > 100
        assert kinds["mri", Axis.SEVERITY_GRADING, language] > 150
        assert kinds["mri", Axis.PATHOLOGY_ASSESSMENT, language] > 20
    tasks = Counter((item.task.value, item.language.value) for item in demo_items)
    assert all(tasks[task.value, language] >= 4 for task in Task for language in ("en", "zh"))
    assert len(demo_build.statistics.pictures) >= 21


def test_three_patients_are_set_aside_for_their_count_or_gradings(demo_build: BuildResult) -> None:
    said = [(one.stage, one.what, one.reason) for one in rejected(demo_build.summary) if isinstance(one, Rejected)]
    assert [one for one in said if one[0] != "verify"] == [
        ("read", "spider:64", "patient 64: 7 discs graded, 6 discs in overview.csv: the count is in doubt"),
        (
            "extract",
            "spider:32",
            "SPIDER patient 32: disc 2 is graded Pfirrmann 1, of normal height, and narrowed: "
            "the gradings contradict each other; no item is made",
        ),
        (
            "extract",
            "spider:152",
            "SPIDER patient 152: a disc 0 lies below disc 1, so no level follows from counting; no item is made",
        ),
    ]


def test_the_names_and_numbers_of_the_example_note_do_not_come_through(demo_build: BuildResult) -> None:
    for path in demo_build.out.glob("*.*"):
        data = path.read_bytes()
        assert [name for name in (b"Jack Smith", b"Jessy", b"764-212-9874", b"1/21/1928") if name in data] == []


def test_a_folder_of_others_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").touch()
    with pytest.raises(ConfigError, match="is no SpineMed dataset"):
        demo(tmp_path, workers=1, progress=False)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]
