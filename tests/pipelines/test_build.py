"""Promises: the same sources give the same bytes however they are built, and a build touches only the folders it was given."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus import SOURCES, hashes, png, write_build, write_captions, write_shelf
from spinemed.errors import ConfigError
from spinemed.pipelines import BuildResult, build, read_config


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A build file whose sources have no fault."""
    return write_shelf(tmp_path / "shelf")


def built(file: Path, out: Path, *, workers: int = 1, private: Path | None = None, internal: bool = False) -> BuildResult:
    return build(read_config(file), out, private=private, workers=workers, progress=False, internal=internal)


def reused(result: BuildResult) -> dict[str, tuple[int, int]]:
    """Shards computed and found finished, by stage."""
    return {stage.name: (stage.done, stage.reused) for stage in (result.summary.inputs, *result.summary.stages)}


def test_a_second_build_elsewhere_has_the_same_bytes(shelf: Path, tmp_path: Path) -> None:
    first = built(shelf, tmp_path / "a")
    assert first.statistics.items > 60
    assert {one.stage for one in first.left_out()} <= {"verify", "dataset"}
    built(shelf, tmp_path / "b" / "deep" / "down")
    assert hashes(tmp_path / "a") == hashes(tmp_path / "b" / "deep" / "down")


def test_moved_sources_have_the_same_bytes(shelf: Path, tmp_path: Path) -> None:
    built(shelf, tmp_path / "a")
    shelf.parent.rename(tmp_path / "elsewhere")
    built(tmp_path / "elsewhere" / "shelf.toml", tmp_path / "b")
    assert hashes(tmp_path / "a") == hashes(tmp_path / "b")


def test_one_worker_and_two_have_the_same_bytes(tmp_path: Path) -> None:
    """Of more captions than one shard holds, so that both workers have some."""
    named = [
        (f"c{n}", "o", "MIT", f"Figure {n}: a fracture of L{1 + n % 5} was seen on this picture.") for n in range(0, 1200, 40)
    ]
    silent = [(f"d{n}", "o", "MIT", f"Figure {n}.") for n in range(2000)]
    write_captions(tmp_path, named + silent)
    write_build(tmp_path, "captions")
    results = [built(tmp_path / "shelf.toml", tmp_path / f"out{workers}", workers=workers) for workers in (1, 2)]
    assert [reused(result)["read"] for result in results] == [(2, 0), (2, 0)]
    assert results[0].statistics.items >= 2 * len(named)
    assert hashes(tmp_path / "out1") == hashes(tmp_path / "out2")


def test_another_seed_has_other_bytes(shelf: Path, tmp_path: Path) -> None:
    built(shelf, tmp_path / "a")
    built(write_build(shelf.parent, seed=8), tmp_path / "b")
    assert hashes(tmp_path / "a")["items.jsonl"] != hashes(tmp_path / "b")["items.jsonl"]


def test_a_second_run_computes_nothing_again(shelf: Path, tmp_path: Path) -> None:
    first = built(shelf, tmp_path / "out")
    before = hashes(tmp_path / "out")
    second = built(shelf, tmp_path / "out")
    assert set(reused(first).values()) == {(1, 0)}
    assert set(reused(second).values()) == {(0, 1)}
    assert hashes(tmp_path / "out") == before


def test_a_lost_dataset_is_written_again_from_the_finished_shards(shelf: Path, tmp_path: Path) -> None:
    first = built(shelf, tmp_path / "out")
    before = hashes(tmp_path / "out")
    (tmp_path / "out").rename(tmp_path / "moved")
    first.summary.stages[-1].shards[0].path.unlink()
    second = built(shelf, tmp_path / "out")
    assert reused(second) == {"input": (0, 1), "read": (0, 1), "extract": (0, 1), "generate": (0, 1), "verify": (1, 0)}
    assert hashes(tmp_path / "out") == before


def test_a_changed_picture_is_read_again(shelf: Path, tmp_path: Path) -> None:
    built(shelf, tmp_path / "out")
    before = hashes(tmp_path / "out")
    (shelf.parent / "spider" / "t2" / "21.png").write_bytes(png("another picture"))
    second = built(shelf, tmp_path / "out")
    assert reused(second)["read"] == (1, 0)
    after = hashes(tmp_path / "out")
    pictures = [{name for name in found if name.startswith("images/")} for found in (before, after)]
    assert (len(pictures[0] - pictures[1]), len(pictures[1] - pictures[0])) == (1, 1)
    built(shelf, tmp_path / "fresh")
    assert hashes(tmp_path / "fresh") == after


def test_a_caption_taken_out_leaves_the_items_of_the_others_as_they_were(shelf: Path, tmp_path: Path) -> None:
    built(shelf, tmp_path / "out")
    before = ids(tmp_path / "out")
    text = (shelf.parent / "captions.csv").read_text(encoding="utf-8")
    (shelf.parent / "captions.csv").write_text(text.partition("c2,")[0], encoding="utf-8")
    built(shelf, tmp_path / "out")
    after = ids(tmp_path / "out")
    assert 0 < len(after) < len(before)
    assert [item for item in before if item in set(after)] == after


def ids(out: Path) -> list[str]:
    with (out / "items.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line)["id"] for line in lines]


@pytest.mark.parametrize("place", ["out", "out/run", "out/deep/down", "link/run"])
def test_a_private_folder_inside_the_dataset_is_refused(shelf: Path, tmp_path: Path, place: str) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "link").symlink_to("out")
    with pytest.raises(ConfigError, match=r"^--private .*: lies inside the dataset folder, which is meant to be published"):
        built(shelf, tmp_path / "out", private=tmp_path / place)
    assert list((tmp_path / "out").iterdir()) == []


def foreign_folder(path: Path) -> None:
    path.mkdir()
    (path / "thesis.txt").write_text("mine")


def foreign_file(path: Path) -> None:
    path.write_text("mine")


@pytest.mark.parametrize("make", [foreign_folder, foreign_file])
def test_an_out_that_is_somebodys_is_refused_and_left_as_it_is(shelf: Path, tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "out")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(ConfigError, match=r"^--out .*/out: exists and is no SpineMed dataset; name another folder or empty this"):
        built(shelf, tmp_path / "out")
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("make", [foreign_folder, foreign_file])
def test_a_private_that_is_somebodys_is_refused_and_left_as_it_is(
    shelf: Path, tmp_path: Path, make: Callable[[Path], None]
) -> None:
    make(tmp_path / "home")
    (tmp_path / "home").chmod(0o755)
    with pytest.raises(ConfigError, match=r"^--private .*/home: (holds other files and is open to|a file is in its place)"):
        built(shelf, tmp_path / "out", private=tmp_path / "home")
    assert (tmp_path / "home").stat().st_mode & 0o777 == 0o755
    assert not (tmp_path / "out").exists()


def test_an_empty_folder_and_an_earlier_dataset_may_be_taken(shelf: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    for _ in range(2):
        built(shelf, tmp_path / "out")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "out.private", "shelf"]


def test_only_the_owner_may_look_into_the_private_folder(shelf: Path, tmp_path: Path) -> None:
    (tmp_path / "made").mkdir(mode=0o755)
    old = os.umask(0)
    try:
        built(shelf, tmp_path / "out")
        built(shelf, tmp_path / "out", private=tmp_path / "made")
    finally:
        os.umask(old)
    assert [(tmp_path / name).stat().st_mode & 0o777 for name in ("out.private", "made")] == [0o700, 0o700]


@pytest.mark.parametrize("kind", ["captions", "notes", "spider"])
def test_a_source_for_this_house_only_needs_to_be_asked_for(shelf: Path, tmp_path: Path, kind: str) -> None:
    file = write_build(shelf.parent, f"{SOURCES[kind]}\nlocal_only = true")
    with pytest.raises(ConfigError, match=r"^source \w+ is local_only and a dataset is for others; --internal builds one"):
        built(file, tmp_path / "out")
    assert not (tmp_path / "out").exists()
    built(file, tmp_path / "out", internal=True)
    with (tmp_path / "out" / "items.jsonl").open(encoding="utf-8") as lines:
        assert {source["local_only"] for line in lines for source in json.loads(line)["sources"]} == {True}
