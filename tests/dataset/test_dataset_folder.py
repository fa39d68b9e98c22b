"""Promises: a dataset folder opens in the usual tools, says where all of it comes from, and holds nothing private."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import PIL.Image
import pytest
import yaml

import spinemed
from corpus import CAPTIONS, hashes, write_build, write_captions, write_shelf
from spinemed.dataset import SPLITS, DatasetInfo, read_items, table_path, write_dataset
from spinemed.domain.records import Candidate, Item, Trace
from spinemed.engine import Rejected, read_records, rejected
from spinemed.errors import ConfigError, EngineError
from spinemed.pipelines import BuildResult, build, read_config

OPEN_IT = """
import json, sys
from datasets import load_dataset
splits = load_dataset(sys.argv[1])
row = splits["train"][0]
shown = next(row for row in splits["train"] if row["images"])
picture = [shown["images"][0].size, shown["pictures"][0]["width_px"], shown["pictures"][0]["height_px"]]
print(json.dumps([{name: list(split["id"]) for name, split in splits.items()}, row["messages"], row["key"], picture]))
"""
INFO = DatasetInfo(name="shelf", title="A shelf", version="1", generator="test", seed=0)


def opened(folder: Path, tmp_path: Path) -> list[object]:
    """What `datasets` reads from a folder, offline and with an empty cache."""
    environment = {**os.environ, "HF_HUB_OFFLINE": "1", "HF_DATASETS_CACHE": str(tmp_path), "HF_HOME": str(tmp_path)}
    command = [sys.executable, "-c", OPEN_IT, str(folder)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=120, env=environment, check=False)
    assert ran.returncode == 0, ran.stderr
    return list(json.loads(ran.stdout))


def front_matter(card: str) -> dict[str, object]:
    before, head, _ = card.split("---\n", 2)
    assert before == ""
    return dict(yaml.safe_load(head))


def test_the_datasets_library_opens_it(demo_build: BuildResult, demo_items: tuple[Item, ...], tmp_path: Path) -> None:
    splits, messages, key, picture = opened(demo_build.out, tmp_path)
    assert isinstance(splits, dict)
    assert list(splits) == ["train", "validation", "test"]
    assert sorted(name for split in splits.values() for name in split) == sorted(item.id for item in demo_items)
    item = next(item for item in demo_items if item.id == splits["train"][0])
    assert (messages, key) == ([message.model_dump() for message in item.messages], item.key)
    # The column `images` decodes to the picture itself.
    (width, height), *said = picture
    assert [width, height] == said


def test_parquet_and_json_lines_hold_the_same_items(demo_build: BuildResult, demo_items: tuple[Item, ...]) -> None:
    stored = [item for split in SPLITS for item in read_items(table_path(demo_build.out, split))]
    assert sorted(stored, key=lambda item: item.id) == sorted(demo_items, key=lambda item: item.id)
    assert demo_build.statistics.items == len(demo_items)


def test_every_item_has_its_trace(demo_build: BuildResult, demo_items: tuple[Item, ...]) -> None:
    traces = list(read_records(demo_build.out / "traces.parquet", Trace))
    assert [trace.item for trace in traces if isinstance(trace, Trace)] == [item.id for item in demo_items]


def test_the_chat_lines_name_pictures_that_are_there(demo_build: BuildResult, demo_items: tuple[Item, ...]) -> None:
    chat = []
    for split in SPLITS:
        lines = (demo_build.out / "exports" / f"chat-{split}.jsonl").read_text(encoding="utf-8").splitlines()
        of_split = [json.loads(line) for line in lines]
        assert [line["id"] for line in of_split] == [item.id for item in read_items(table_path(demo_build.out, split))]
        chat += of_split
    assert len(chat) == len(demo_items)
    for line in chat:
        roles = [message["role"] for message in line["messages"]]
        assert roles == ["user", "assistant"] * (len(roles) // 2)
        assert line["messages"][0]["content"].count("<image>") == len(line["images"])
    named = {name for line in chat for name in line["images"]}
    assert named == {f"images/{path.name}" for path in (demo_build.out / "images").iterdir()}
    for name in named:
        path = demo_build.out / name
        assert hashlib.sha256(path.read_bytes()).hexdigest() == path.stem
        with PIL.Image.open(path) as picture:
            picture.load()


def test_the_card_is_read_by_hubs_and_names_every_licence(demo_build: BuildResult, demo_items: tuple[Item, ...]) -> None:
    card = (demo_build.out / "README.md").read_text(encoding="utf-8")
    head = front_matter(card)
    assert head["pretty_name"] == "SpineMed demo"
    assert head["language"] == ["en", "zh"]
    assert head["size_categories"] == ["n<1K" if len(demo_items) < 1000 else "1K<n<10K"]
    files = [{"split": split, "path": f"data/{split}-*.parquet"} for split in ("train", "validation", "test")]
    assert head["configs"] == [{"config_name": "default", "data_files": files}]
    table = card.partition("## Sources")[2].partition("##")[0]
    for item in demo_items:
        for source in item.sources:
            assert f"| {source.licence} |" in table
            assert source.title in table
            assert str(source.credit) in table
    assert "Not for clinical use" in card


@pytest.mark.parametrize(
    "title",
    [
        "Spine: a shelf # of \"books\", 'old' ones",
        "- [x] {y: z}",
        "脊柱：数据集 🦴",
        "null",
        "---",
        "<b>|</b> \\ %",
        "two\nlines",
    ],
)
def test_any_title_makes_a_card_that_can_be_read(tmp_path: Path, title: str) -> None:
    write_dataset(
        list, [], DatasetInfo(name="t", title=title, version="1", generator="g", seed=0), tmp_path / "out", pictures=tmp_path
    )
    card = (tmp_path / "out" / "README.md").read_text(encoding="utf-8")
    assert front_matter(card)["pretty_name"] == title
    assert next(line for line in card.splitlines() if line.startswith("# ")).endswith(" 1")


def test_nothing_of_this_machine_and_no_rejection_stands_in_it(demo_build: BuildResult) -> None:
    reasons = [one.reason for one in rejected(demo_build.summary)] + [one.what for one in rejected(demo_build.summary)]
    assert len(reasons) >= 4
    private = [str(demo_build.out.parent), str(demo_build.private), str(Path(spinemed.__file__).parent), "/site-packages"]
    for path in demo_build.out.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert [word for word in (*private, *reasons) if word.encode() in data] == [], path.name


def test_what_was_left_out_is_counted_by_stage(demo_build: BuildResult) -> None:
    left_out = demo_build.statistics.rejections
    counted = Counter(stage for (stage, _), n in left_out.items() for _ in range(n))
    assert counted == Counter(one.stage for one in demo_build.left_out())
    assert {"read", "extract"} <= {stage for stage, _ in left_out}
    table = (demo_build.out / "README.md").read_text(encoding="utf-8").partition("## Left out")[2]
    assert all(f"| {stage} | {reason} | {n} |" in table for (stage, reason), n in left_out.items())


def test_a_build_without_any_item_is_a_whole_dataset_of_none(tmp_path: Path) -> None:
    write_captions(tmp_path, [CAPTIONS[3]])
    result = build(read_config(write_build(tmp_path, "captions")), tmp_path / "out", workers=1, progress=False)
    assert result.statistics.items == 0
    assert list(read_items(table_path(tmp_path / "out", "train"))) == []
    assert "0 items" in (tmp_path / "out" / "README.md").read_text(encoding="utf-8")
    assert (tmp_path / "out" / "exports" / "chat-train.jsonl").read_bytes() == b""


def test_the_same_items_make_the_same_bytes(demo_build: BuildResult, tmp_path: Path) -> None:
    folder = write_shelf(tmp_path / "shelf").parent
    build(read_config(folder / "shelf.toml"), tmp_path / "a", workers=1, progress=False)
    with (tmp_path / "a" / "items.jsonl").open(encoding="utf-8") as lines:
        items = [Item.from_json(line) for line in lines]
    candidates = [
        Candidate(item=item, traces=(trace,))
        for item, trace in zip(items, read_records(tmp_path / "a" / "traces.parquet", Trace), strict=True)
    ]
    gone = [Rejected(what="x", stage="read", reason="captions.csv: Zebulon", detail="SourceError")]
    for name in ("b", "c"):
        write_dataset(lambda: candidates, gone, INFO, tmp_path / name, pictures=tmp_path / "a.private" / "pictures")
    assert hashes(tmp_path / "b") == hashes(tmp_path / "c")
    assert hashes(tmp_path / "b")["items.jsonl"] == hashes(tmp_path / "a")["items.jsonl"]
    assert "Zebulon" not in (tmp_path / "b" / "README.md").read_text(encoding="utf-8")


def test_folders_of_others_are_left_alone(tmp_path: Path) -> None:
    """Neither `out` itself nor what has a similar name beside it is thrown away."""
    for name in ("out.part", "out.old", "thesis"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "letter.txt").write_text("mine")
    for _ in range(2):
        write_dataset(list, [], INFO, tmp_path / "out", pictures=tmp_path)
    with pytest.raises(ConfigError, match="exists and is no SpineMed dataset; name another folder or empty this one"):
        write_dataset(list, [], INFO, tmp_path / "thesis", pictures=tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "out.old", "out.part", "thesis"]
    assert [path.read_text() for path in tmp_path.glob("*/letter.txt")] == ["mine"] * 3


def test_what_somebody_put_into_the_folder_is_not_lost(tmp_path: Path) -> None:
    shelf = write_shelf(tmp_path)
    build(read_config(shelf), tmp_path / "out", workers=1, progress=False)
    (tmp_path / "out" / "NOTES").touch()
    with pytest.raises(ConfigError, match="holds 'NOTES', which would be lost"):
        build(read_config(shelf), tmp_path / "out", workers=1, progress=False)
    assert (tmp_path / "out" / "NOTES").exists()


def test_another_dataset_is_not_replaced(tmp_path: Path) -> None:
    shelf = write_shelf(tmp_path)
    build(read_config(shelf), tmp_path / "out", workers=1, progress=False)
    shelf.write_text(shelf.read_text(encoding="utf-8").replace('name = "shelf"', 'name = "other"', 1), encoding="utf-8")
    with pytest.raises(ConfigError, match="holds the dataset 'shelf'"):
        build(read_config(shelf), tmp_path / "out", workers=1, progress=False)


def test_a_damaged_picture_is_not_published(tmp_path: Path) -> None:
    shelf = write_shelf(tmp_path)
    build(read_config(shelf), tmp_path / "out", workers=1, progress=False)
    stored = next((tmp_path / "out.private" / "pictures").iterdir())
    stored.write_bytes(b"garbage")
    with pytest.raises(EngineError, match=r"missing or damaged; remove .*out.private and build again"):
        build(read_config(shelf), tmp_path / "out", workers=1, progress=False)
    assert b"garbage" not in (tmp_path / "out" / "images" / stored.name).read_bytes()


def test_two_writers_of_one_folder_do_not_meet(tmp_path: Path) -> None:
    shelf = write_shelf(tmp_path)
    part = tmp_path / ".out.spinemed-part"
    part.mkdir()
    held = os.open(part, os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    try:
        with pytest.raises(EngineError, match="another build writes"):
            build(read_config(shelf), tmp_path / "out", workers=1, progress=False)
    finally:
        os.close(held)
    build(read_config(shelf), tmp_path / "out", workers=1, progress=False)
    assert (tmp_path / "out" / "README.md").exists()


def test_a_dataset_for_use_in_house_says_so(tmp_path: Path) -> None:
    shelf = write_shelf(tmp_path)
    text = shelf.read_text(encoding="utf-8").replace('kind = "notes"', 'kind = "notes"\nlocal_only = true', 1)
    shelf.write_text(text, encoding="utf-8")
    build(read_config(shelf), tmp_path / "out", workers=1, progress=False, internal=True)
    for file in ("README.md", "report.html"):
        assert "For use in house only" in (tmp_path / "out" / file).read_text(encoding="utf-8")
    build(read_config(write_shelf(tmp_path / "public")), tmp_path / "open", workers=1, progress=False)
    assert "in house" not in (tmp_path / "open" / "README.md").read_text(encoding="utf-8")


def test_a_folder_of_an_earlier_version_is_replaced(tmp_path: Path) -> None:
    """It had chat.jsonl, and no exports/ or statistics.json."""
    shelf = write_shelf(tmp_path)
    build(read_config(shelf), tmp_path / "out", workers=1, progress=False)
    shutil.rmtree(tmp_path / "out" / "exports")
    (tmp_path / "out" / "statistics.json").unlink()
    (tmp_path / "out" / "chat.jsonl").touch()
    build(read_config(shelf), tmp_path / "out", workers=1, progress=False)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "README.md",
        "data",
        "exports",
        "images",
        "items.jsonl",
        "report.html",
        "spinemed-dataset.json",
        "statistics.json",
        "traces.parquet",
    ]


def test_splits_of_the_demo_share_no_source_and_no_picture(demo_build: BuildResult) -> None:
    held = []
    for split in SPLITS:
        items = list(read_items(table_path(demo_build.out, split)))
        shares = {source.origin for item in items for source in item.sources} | {
            p.sha256 for item in items for p in item.pictures
        }
        held.append(shares | {item.pair for item in items if item.pair is not None})
        assert {item.language for item in items} == {"en", "zh"}
        assert {item.modality for item in items} >= {"text", "mri"}
    assert not held[0] & held[1]
    assert not held[0] & held[2]
    assert not held[1] & held[2]


def test_a_split_without_items_has_no_file(tmp_path: Path) -> None:
    """`datasets` refuses an empty one."""
    write_captions(tmp_path, [CAPTIONS[0]])
    result = build(read_config(write_build(tmp_path, "captions")), tmp_path / "out", workers=1, progress=False)
    assert result.statistics.items > 0
    files = [path.name for folder in ("data", "exports") for path in (tmp_path / "out" / folder).iterdir()]
    assert sorted(files) == ["chat-train.jsonl", "dataset_info.json", "train-00000-of-00001.parquet"]
    assert front_matter((tmp_path / "out" / "README.md").read_text(encoding="utf-8"))["configs"] == [
        {"config_name": "default", "data_files": [{"split": "train", "path": "data/train-*.parquet"}]}
    ]


def test_what_repeats_is_left_out_and_told_in_private(tmp_path: Path) -> None:
    text = "A disc protrusion at L4-5 touches the left L5 nerve root; the canal is narrow."
    write_captions(tmp_path, [("a", "o1", "MIT", text), ("b", "o2", "MIT", text.replace("; ", " ; "))])
    result = build(read_config(write_build(tmp_path, "captions")), tmp_path / "out", workers=1, progress=False)
    left = [one for one in result.left_out() if one.stage == "dataset"]
    assert len(left) == result.statistics.duplicates > 0
    items = {item.id for item in read_items(table_path(tmp_path / "out", "train"))}
    assert {one.reason.removeprefix("duplicate of ") for one in left} <= items
    assert not {one.what for one in left} & items
    assert f"| dataset | duplicate of another item | {len(left)} |" in (tmp_path / "out" / "README.md").read_text(
        encoding="utf-8"
    )
    # The next build has none: the private folder does not keep those of this one.
    write_captions(tmp_path, [("a", "o1", "MIT", text)])
    again = build(read_config(tmp_path / "shelf.toml"), tmp_path / "out", workers=1, progress=False)
    assert [one for one in again.left_out() if one.stage == "dataset"] == []


def test_pictures_lie_once_in_the_parquet_file(demo_build: BuildResult) -> None:
    """Hundreds of items show 21 pictures."""
    shown = sum(path.stat().st_size for path in (demo_build.out / "images").iterdir())
    stored = sum(path.stat().st_size for path in (demo_build.out / "data").iterdir())
    assert stored < 2.5 * shown


def test_the_counts_for_programs_are_those_of_the_dataset(demo_build: BuildResult, demo_items: tuple[Item, ...]) -> None:
    counts = json.loads((demo_build.out / "statistics.json").read_text(encoding="utf-8"))
    assert counts["items"] == len(demo_items) == sum(split["items"] for split in counts["splits"].values())
    assert counts["tasks"]["mcq"]["en"] == sum(item.task == "mcq" and item.language == "en" for item in demo_items)
    assert sum(counts["keys"]["positions"].values()) == counts["keys"]["questions"]
    assert counts["facts"]["unique"] == len({fact.id for item in demo_items for fact in item.facts})
    l45 = [item.language for item in demo_items if "L4-L5" in item.levels]
    assert counts["levels"]["L4-L5"] == {"en": l45.count("en"), "zh": l45.count("zh")}


def test_llama_factory_finds_the_chat_files(demo_build: BuildResult) -> None:
    described = json.loads((demo_build.out / "exports" / "dataset_info.json").read_text(encoding="utf-8"))
    assert [entry["file_name"] for entry in described.values()] == [f"chat-{split}.jsonl" for split in SPLITS]
    assert list(described) == [f"spinemed-demo-{split}" for split in SPLITS]
