"""Promises that levels are found with exact spans, kinds and names in English and Chinese, and look-alikes left alone.

The marked sentences were written and labelled by people who had not seen the finder (see CONTRIBUTING).
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1]))

from marked import DATA, read

from spinemed.domain.levels import STANDARD_ROW, Vertebra
from spinemed.domain.names import format_name
from spinemed.domain.taxonomy import Language
from spinemed.language.levels import find_mentions

SETS = sorted(DATA.glob("levels_*.txt"))
# Exact F1 reached on each set when it was last looked at, less half a point: a fall shows what a change broke.
LEAST_F1 = {
    "levels_en": 0.99,
    "levels_zh": 0.99,
    "levels_roco": 0.99,
    "levels_heldout": 0.98,
    "levels_heldout2": 0.98,
    "levels_heldout3": 0.98,
}


def found(text: str) -> set[tuple[int, int, str, tuple[str, ...]]]:
    return {(m.start, m.end, m.kind, m.levels) for m in find_mentions(text)}


def triples(text: str) -> list[tuple[str, str, str]]:
    return [(m.text, m.kind, ",".join(m.levels)) for m in find_mentions(text)]


def test_there_are_enough_sentences() -> None:
    sentences = [sentence for path in SETS for sentence in read(path)]
    assert len(sentences) >= 200
    assert sum(any("\u4e00" <= c <= "\u9fff" for c in s.text) for s in sentences) >= 80
    assert len({s.id for s in sentences}) == len(sentences)


@pytest.mark.parametrize("path", SETS, ids=lambda p: p.stem)
def test_marked_sentences(path: Path) -> None:
    hits = extra = missed = alarms = empty = 0
    wrong = []
    for sentence in read(path):
        predicted, true = found(sentence.text), set(sentence.mentions)
        hits, extra, missed = hits + len(predicted & true), extra + len(predicted - true), missed + len(true - predicted)
        alarms, empty = alarms + (bool(predicted) and not true), empty + (not true)
        if predicted != true:
            wrong.append((sentence.id, sorted(predicted ^ true)))
    f1 = 2 * hits / (2 * hits + extra + missed)
    assert f1 >= LEAST_F1[path.stem], wrong[:20]
    assert alarms <= 0.05 * empty, wrong[:20]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L4-5 disc", [("L4-5", "segment", "L4-L5")]),
        ("Fusion from L3 to S1.", [("L3 to S1", "range", "L3,L4,L5,S1")]),
        ("T7 to T8 kyphosis", [("T7 to T8", "range", "T7,T8")]),
        ("C3-C4-C5 corpectomy", [("C3-C4-C5", "range", "C3,C4,C5")]),
        ("C2-3 through C5-6 facets", [("C2-3 through C5-6", "range", "C2,C3,C4,C5,C6")]),
        ("L5-S1 radiculopathy", [("L5-S1", "root", "L5,S1")]),
        ("C7-T1 roots", [("C7-T1", "root", "C7,C8,T1")]),
        ("screws L5-L6-S1, six lumbar vertebrae", [("L5-L6-S1", "range", "L5,L6,S1")]),
        ("T10-S fusion", [("T10", "vertebra", "T10")]),
        ("T1 signal is low and T2 signal is high in the T1 vertebra", [("T1", "vertebra", "T1")]),
        ("T2N1M0, L9, T15 and C9", []),
        ("the C8 vertebral body", []),
        ("腰4/5椎间盘突出，压迫腰5神经根", [("腰4/5", "segment", "L4-L5"), ("腰5", "root", "L5")]),
        ("第三腰椎及腰椎2-3", [("第三腰椎", "vertebra", "L3"), ("腰椎2-3", "segment", "L2-L3")]),
        ("腰3年，胸2天，颈2cm", []),
        ("", []),
        ("   \n\t", []),
    ],
)
def test_rules_of_the_conventions(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert triples(text) == expected


@given(st.sampled_from(STANDARD_ROW.discs), st.sampled_from(list(Language)))
def test_every_disc_is_found_as_it_is_written(segment: object, language: Language) -> None:
    name = format_name(segment, language)  # type: ignore[arg-type]
    text = f"The {name} disc is narrowed." if language is Language.EN else f"{name}椎间盘变窄。"
    (mention,) = find_mentions(text)
    assert (mention.text, mention.kind, mention.levels) == (name, "segment", (str(segment),))


@given(st.sampled_from([v for v in Vertebra if v.number]))
def test_every_vertebra_is_found_as_it_is_written(vertebra: Vertebra) -> None:
    (mention,) = find_mentions(f"Fracture of the {vertebra} vertebra.")
    assert (mention.kind, mention.levels) == ("vertebra", (vertebra.value,))


PIECES = st.sampled_from(
    [
        "L4",
        "L4-5",
        "T1",
        "T2",
        "S1",
        "C8",
        "腰4",
        "第三",
        "、",
        "-",
        " to ",
        " and ",
        "/",
        "\n",
        "Ⅳ",
        "Ｌ５",
        "signal",
        "root",
        "İ",
        "ß",
        "~",
        "5",
        "T12L1",
        "  ",
        "椎",
        "\u2060",
    ]
)


@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=14).map("".join)))
def test_any_text_gives_sound_mentions(text: str) -> None:
    end = 0
    for mention in find_mentions(text):
        assert end <= mention.start < mention.end <= len(text)
        assert mention.text == text[mention.start : mention.end] == mention.text.strip()
        assert mention.levels
        end = mention.end


def test_offsets_count_code_points() -> None:
    text = "𠀀𠀀 İİ L4-5 disc; Ｌ５／Ｓ１椎间盘"
    assert [text[m.start : m.end] for m in find_mentions(text)] == ["L4-5", "Ｌ５／Ｓ１"]


HOSTILE = [" ", "\n", "\t ", "\u3000", "L", " -", "第", "第3、", "third, ", "T1, ", "4-5, ", "L4-", "(", "to ", "a.", "1-"]


def test_hostile_repetition_does_not_hang() -> None:
    """All of it takes a second or two; a pattern that backtracks would take hours, so the limit measures nothing else."""
    work = "from spinemed import find_mentions\nfor piece in {!r}: find_mentions('Fracture of L1' + piece * 5000 + 'next L4-5')"
    subprocess.run([sys.executable, "-c", work.format(HOSTILE)], check=True, timeout=120)


def test_the_standoff_labels_hold_no_text() -> None:
    lines = (
        (Path(__file__).parents[3] / "benchmarks/data/levels_mtsamples_standoff.jsonl").read_text(encoding="utf-8").splitlines()
    )
    for line in lines:
        label = json.loads(line)
        assert set(label) == {"id", "row", "start", "end", "sha256", "mentions"}
        assert all(set(m) == {"start", "end", "kind", "levels"} for m in label["mentions"])
