"""Promises: a build over broken files of every kind finishes, keeps every good record, and says one clear line of each other."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from corpus import (
    CAPTIONS,
    NOTES,
    SECRETS,
    SOURCES,
    captions_text,
    png,
    png_that_claims,
    write_build,
    write_captions,
    write_notes,
    write_shelf,
)
from spinemed.cli import main
from spinemed.engine import Rejected, read_records, rejected
from spinemed.pipelines import BuildResult, build, read_config

PATIENTS = {
    # Gradings of each patient: disc, narrowing, Pfirrmann; and the number of discs in the overview.
    "30": (["1,0,2"], "1"),
    "31": (["1,0,2"], "1"),
    "32": (["1,0,2"], "1"),
    "33": (["1,0,2"], "1"),
    "34": ([], "6"),
    "35": (["one,0,2", "2,0,2"], "2"),
    "36": (["1,0,9"], "1"),
    "37": (["1,0,2", "3,0,2"], "2"),
    "38": (["0,0,2", "1,0,2"], "2"),
    "39": (["1,0,2", "2,0,2"], "5"),
}
PICTURES = {
    "30": png("30")[:900],
    "31": b"Zebulon, L4-5\n",
    "32": png_that_claims(90_000, 90_000),
    "33": b"",
}
REASONS = {
    ("read", "figures", "captions.csv row 1: fewer cells than the header has"),
    ("read", "figures", "captions.csv row 2: more cells than the header has"),
    ("read", "figures", "captions.csv row 3: no licence or no caption"),
    ("read", "cut", "cut.csv row 1: broken CSV (unexpected end of data); the rest of the file is not read"),
    ("read", "latin", "latin.csv: not UTF-8 at byte 31; convert it, for example with iconv"),
    ("read", "gbk", "gbk.csv: not UTF-8 at byte 31; convert it, for example with iconv"),
    ("read", "blank", "blank.csv: the file is empty"),
    ("read", "gone", "gone.csv: no such file; check the path in the build file"),
    (
        "read",
        "other",
        "other.csv: column 'licence', 'caption' is missing from the first line; it must name id, origin, licence, caption",
    ),
    ("read", "notes", "notes.jsonl line 2: no JSON"),
    ("read", "notes", 'notes.jsonl line 3: needs "id" and "text" as text'),
    ("read", "notes", "notes.jsonl line 4: no JSON"),
    ("read", "nowhere", "radiological_gradings.csv: no such file; check the path in the build file"),
    ("read", "discs", "30.png: broken, truncated or no PNG"),
    ("read", "discs", "31.png: broken, truncated or no PNG"),
    ("read", "discs", "32.png: says it holds more pixels than the limit of 40,000,000"),
    ("read", "discs", "33.png: broken, truncated or no PNG"),
    ("read", "discs", "no gradings for patient 34 in radiological_gradings.csv"),
    ("read", "discs", "radiological_gradings.csv row 22: 'IVD label' is no number"),
    ("read", "discs", "patient 35: 1 discs graded, 2 discs in overview.csv: the count is in doubt"),
    (
        "extract",
        "discs",
        "row 24 of radiological_gradings.csv: '9' is no grade on the scale Pfirrmann: give one of I, II, III, IV, V",
    ),
    ("extract", "discs", "SPIDER patient 37: discs are numbered [1, 3], not 1 to 2: no level follows from counting"),
    ("extract", "discs", "SPIDER patient 38: a disc 0 lies below disc 1, so no level follows from counting; no item is made"),
    ("read", "discs", "patient 39: 2 discs graded, 5 discs in overview.csv: the count is in doubt"),
}


def spoil(folder: Path) -> Path:
    """The good shelf with every fault put between its records."""
    fake = ("c8", "o", "MIT", "<image> Zebulon has a disc protrusion at L4-5 with compression.")
    bad = [("c5", "o"), ("c6", "o", "MIT", "Zebulon at L4", "more"), ("c7", "o", "", "Quincey at L4-5")]
    write_captions(folder, [CAPTIONS[0], *bad, *CAPTIONS[1:], fake])
    texts = {
        "cut": captions_text([CAPTIONS[3]]) + 'c9,o,MIT,"Zebulon at L4-5',
        "blank": "\n\n",
        "other": "id,origin,text\nc1,o,Zebulon at L4-5\n",
    }
    for name, text in texts.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    (folder / "latin.csv").write_bytes("id,origin,licence,caption\nx,o,,é Zebulon at L4-5".encode("latin-1"))
    (folder / "gbk.csv").write_bytes("id,origin,licence,caption\nx,o,,赵钱孙，腰4/5".encode("gbk"))
    write_notes(folder, [NOTES[0], '{"id": "n3", "text": "Zebulon at L4', {"id": 4, "text": "Quincey"}, "[" * 100_000, NOTES[1]])
    with (folder / "spider" / "radiological_gradings.csv").open("a") as gradings:
        gradings.writelines(f"{patient},{row}\n" for patient, (rows, _) in PATIENTS.items() for row in rows)
    with (folder / "spider" / "overview.csv").open("a") as overview:
        overview.writelines(f"{patient},M,{count}\n" for patient, (_, count) in PATIENTS.items())
    for patient in PATIENTS:
        (folder / "spider" / "t2" / f"{patient}.png").write_bytes(PICTURES.get(patient, png(patient)))
    more = [
        SOURCES["captions"].replace("figures", name).replace("captions.csv", f"{name}.csv")
        for name in ("cut", "latin", "gbk", "blank", "gone", "other")
    ]
    nowhere = SOURCES["spider"].replace('"discs"', '"nowhere"').replace('"spider"\nt', '"nowhere"\nt')
    return write_build(folder, "captions", *more, "notes", nowhere, "spider")


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> tuple[BuildResult, BuildResult]:
    """The build of the good shelf, and that of the same shelf with every fault in it."""
    folder = tmp_path_factory.mktemp("faults")
    good = build(read_config(write_shelf(folder / "shelf")), folder / "good", workers=1, progress=False)
    spoilt = build(read_config(spoil(folder / "shelf")), folder / "spoilt", workers=1, progress=False)
    return good, spoilt


def rejections(result: BuildResult) -> list[dict[str, object]]:
    return [one.model_dump() for one in rejected(result.summary) if isinstance(one, Rejected)]


def test_every_fault_is_said_once_with_stage_and_reason(results: tuple[BuildResult, BuildResult]) -> None:
    said = rejections(results[1])
    sources = [one for one in said if one["stage"] != "verify"]
    found = {(one["stage"], str(one["what"]).partition(":")[0].partition("-")[0], one["reason"]) for one in sources}
    assert found == REASONS
    assert len(sources) == len(REASONS)


def test_a_caption_that_fakes_a_place_for_a_picture_sends_no_reader_looking_for_one(
    results: tuple[BuildResult, BuildResult],
) -> None:
    said = [str(one["reason"]) for one in rejections(results[1]) if one["stage"] == "verify"]
    assert [reason for reason in said if re.fullmatch(r"pictures_shown: [12] places for 0 pictures", reason)]
    text = (results[1].out / "items.jsonl").read_text(encoding="utf-8")
    assert not [line for line in text.splitlines() if "Zebulon" in line and "<image>" in line]


def test_every_good_record_is_in_the_dataset_and_nothing_else(results: tuple[BuildResult, BuildResult]) -> None:
    items = []
    for result in results:
        with (result.out / "items.jsonl").open(encoding="utf-8") as lines:
            items.append([json.loads(line) for line in lines])
    rows = {item["id"]: item for item in items[0]}
    assert [item["id"] for item in items[1]] == list(rows)
    assert len(rows) > 60


def test_no_line_repeats_a_text(results: tuple[BuildResult, BuildResult]) -> None:
    reasons = " ".join(str(one["reason"]) for one in rejections(results[1]))
    assert [secret for secret in SECRETS if secret in reasons] == []
    assert "\n" not in reasons


def test_what_was_left_out_can_be_read_in_the_private_folder(results: tuple[BuildResult, BuildResult]) -> None:
    stored = [one for path in results[1].private.rglob("*.rejected.parquet") for one in read_records(path, Rejected)]
    assert sorted(one.reason for one in stored if isinstance(one, Rejected)) == sorted(
        str(one["reason"]) for one in rejections(results[1])
    )


def test_the_command_ends_well_and_shows_the_reasons(
    results: tuple[BuildResult, BuildResult], capsys: pytest.CaptureFixture[str]
) -> None:
    out = results[1].out
    command = ["build", str(out.parent / "shelf" / "shelf.toml"), "--out", str(out), "--workers", "1", "--quiet"]
    assert main(command) == 0
    shown = capsys.readouterr()
    assert f"{results[1].rejected} records left out" in shown.out
    assert "more reasons; --json lists them" in shown.out
    assert shown.err == ""
    assert main([*command, "--json"]) == 0
    line = json.loads(capsys.readouterr().out)
    assert {(one["stage"], one["reason"]) for one in line["rejected"]} >= {(stage, reason) for stage, _, reason in REASONS}
    assert main([*command, "--json", "--strict"]) == 1


def test_the_page_and_the_card_count_them_without_a_reason(results: tuple[BuildResult, BuildResult]) -> None:
    for name in ("README.md", "report.html"):
        text = (results[1].out / name).read_text(encoding="utf-8")
        assert [reason for _, _, reason in REASONS if reason in text] == []
        assert "pictures_shown" in text
