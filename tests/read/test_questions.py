"""Promises: a question bank in CSV, JSONL or XML becomes one document a question, with options, key and explanation apart; a row
that contradicts itself is left out with one line."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import pytest

from spinemed.read import Shelf, list_questions

ReadAll = Callable[[Any], Any]
SHELF = Shelf(name="src", title="A shelf", licence="CC-BY-4.0")
GOOD: dict[str, Any] = {
    "id": "q1",
    "stem": "Which level is most often affected?",
    "options": ["L1-L2", "L4-L5", "T1-T2"],
    "key": "B",
    "explanation": "The lower\n  two levels bear most weight.",
}
WHOLE = [
    ("question", "Which level is most often affected?"),
    ("option", "L1-L2"),
    ("option", "L4-L5"),
    ("option", "T1-T2"),
    ("answer", "L4-L5"),
    ("explanation", "The lower\ntwo levels bear most weight."),
]
TEXT = (
    "Which level is most often affected?\n\nA. L1-L2\n\nB. L4-L5\n\nC. T1-T2\n\nB. L4-L5\n\n"
    "The lower\ntwo levels bear most weight."
)


def shown(material: Any) -> list[tuple[str, str]]:
    document = material.content
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def write(folder: Path, *rows: object) -> Path:
    path = folder / "bank.jsonl"
    lines = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


FORMS: dict[str, tuple[str, str]] = {
    "jsonl": ("bank.jsonl", json.dumps(GOOD)),
    "options by letter": ("bank.jsonl", json.dumps({**GOOD, "options": dict(zip("ABC", GOOD["options"], strict=True))})),
    "other names": (
        "bank.jsonl",
        json.dumps(
            {
                "qid": "q1",
                "question": GOOD["stem"],
                "choices": GOOD["options"],
                "answer_idx": "b",
                "answer": "L4-L5",
                "rationale": GOOD["explanation"],
            }
        ),
    ),
    "the answer as key": (
        "bank.jsonl",
        json.dumps({**{k: v for k, v in GOOD.items() if k != "key"}, "answer": "(B)"}),
    ),
    "the words of an option as key": ("bank.jsonl", json.dumps({**GOOD, "key": "l4-l5"})),
    "csv with bars": (
        "bank.csv",
        'id,stem,options,key,explanation\nq1,Which level is most often affected?,L1-L2|L4-L5|T1-T2,B,"The lower\n'
        '  two levels bear most weight."\n',
    ),
    "csv with columns A to F": (
        "bank.csv",
        "id,question,A,B,C,D,answer,explanation\n"
        'q1,Which level is most often affected?,L1-L2,L4-L5,T1-T2,,B,"The lower\n'
        'two levels bear most weight."\n',
    ),
    "csv with a list in JSON": (
        "bank.csv",
        "id,stem,options,key,explanation\n"
        'q1,Which level is most often affected?,"[""L1-L2"", ""L4-L5"", ""T1-T2""]",B,"The lower\n'
        'two levels bear most weight."\n',
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_one_question_in_every_form(tmp_path: Path, read_all: ReadAll, form: str) -> None:
    name, text = FORMS[form]
    (tmp_path / name).write_text(text, encoding="utf-8")
    reading = read_all(partial(list_questions, tmp_path / name, SHELF))
    assert reading.faults == []
    assert shown(reading.good["src:q1"]) == WHOLE
    assert reading.good["src:q1"].content.text == TEXT
    source = reading.good["src:q1"].content.source
    assert (source.kind, source.origin, source.group) == ("question", "src:q1", None)


def test_xml_questions(tmp_path: Path, read_all: ReadAll) -> None:
    (tmp_path / "bank.xml").write_text(
        "<questions><question id='q1'><stem>Which level?</stem><options><option>L1</option><option>L2</option></options>"
        "<key>A</key><explanation>So it is.</explanation></question>"
        "<question id='q2'><stem>Zebulon?</stem><option>L1</option><key>A</key></question></questions>",
        encoding="utf-8",
    )
    reading = read_all(partial(list_questions, tmp_path / "bank.xml", SHELF))
    assert shown(reading.good["src:q1"])[-2:] == [("answer", "L1"), ("explanation", "So it is.")]
    assert reading.faults == ["bank.xml question 2: one option is no choice"]


def test_medquad_xml_of_a_folder_and_pairs_whose_answer_was_withdrawn(tmp_path: Path, read_all: ReadAll) -> None:
    for number, answer in (("0000001", "A   curve of the spine."), ("0000002", "")):
        (tmp_path / f"{number}.xml").write_text(
            f'<?xml version="1.0"?><Document id="{number}" source="GARD" url="https://example.org/{number}"><Focus>Scoliosis</Focus>'
            f'<QAPairs><QAPair pid="1"><Question qid="{number}-1" qtype="information">What is (are) Scoliosis ?</Question>'
            f"<Answer>{answer}</Answer></QAPair></QAPairs></Document>",
            encoding="utf-8",
        )
    reading = read_all(partial(list_questions, tmp_path, SHELF))
    (key,) = reading.good
    assert key == "src:GARD-0000001-1"
    assert shown(reading.good[key]) == [("question", "What is (are) Scoliosis ?"), ("answer", "A curve of the spine.")]
    source = reading.good[key].content.source
    assert (source.origin, source.group) == ("https://example.org/0000001", "GARD-0000001")
    assert reading.faults == ["0000002.xml question 1: neither an answer nor a key"]


def test_medquad_lines_keep_questions_of_two_sources_apart(tmp_path: Path, read_all: ReadAll) -> None:
    rows = [
        {"doc": "0000161", "source": source, "url": "https://example.org", "qid": "0000161-1", "question": "?", "answer": "L4"}
        for source in ("GHR", "GARD")
    ]
    reading = read_all(partial(list_questions, write(tmp_path, *rows), SHELF))
    assert list(reading.good) == ["src:GHR-0000161-1", "src:GARD-0000161-1"]
    assert reading.good["src:GARD-0000161-1"].content.source.group == "GARD-0000161"


def test_the_bundled_questions_are_all_read(read_all: ReadAll) -> None:
    with as_file(files("spinemed") / "examples" / "medquad") as folder:
        reading = read_all(partial(list_questions, folder / "spine_qa.jsonl", SHELF))
    assert (len(reading.good), reading.faults) == (250, [])
    assert all("  " not in material.content.text for material in reading.good.values())


def test_columns_of_another_name(tmp_path: Path, read_all: ReadAll) -> None:
    (tmp_path / "bank.csv").write_text("nr,frage,antwort\n7,Welche?,L4\n", encoding="utf-8")
    columns = {"id": "nr", "stem": "frage", "answer": "antwort"}
    reading = read_all(partial(list_questions, tmp_path / "bank.csv", SHELF, columns=columns))
    assert shown(reading.good["src:7"]) == [("question", "Welche?"), ("answer", "L4")]


BAD: dict[str, tuple[object, str]] = {
    "half a line": (json.dumps(GOOD)[:50], "no JSON"),
    "a list": ([], "no id"),
    "no stem": ({**GOOD, "stem": " ", "id": "q2"}, "no stem"),
    "no id": ({k: v for k, v in GOOD.items() if k != "id"}, "no id"),
    "the id of another": (GOOD, "its id stands before another question already"),
    "a key outside the options": ({**GOOD, "id": "q2", "key": "D"}, "the key is none of the 3 options; write the letter of one"),
    "a key by number": ({**GOOD, "id": "q2", "key": "2"}, "the key is none of the 3 options; write the letter of one"),
    "words of no option": ({**GOOD, "id": "q2", "key": "Zebulon"}, "the key is none of the 3 options; write the letter of one"),
    "an answer of no option": (
        {**{k: v for k, v in GOOD.items() if k != "key"}, "id": "q2", "answer": "Zebulon"},
        "the key is none of the 3 options; write the letter of one",
    ),
    "a key and an answer that disagree": ({**GOOD, "id": "q2", "answer": "L1-L2"}, "key and answer name two different options"),
    "a key and no options": ({**GOOD, "id": "q2", "options": None}, "a key, yet no options"),
    "two same options": ({**GOOD, "id": "q2", "options": ["L1", "L4", " l4"]}, "two options are the same"),
    "a blank option": ({**GOOD, "id": "q2", "options": ["L1", "L4", " "]}, "an option is blank"),
    "one option": ({**GOOD, "id": "q2", "options": ["L1"], "key": "A"}, "one option is no choice"),
    "seven options": ({**GOOD, "id": "q2", "options": [f"L{n}" for n in range(7)]}, "more than 6 options"),
    "options that are numbers": (
        {**GOOD, "id": "q2", "options": [1, 2]},
        "'options' is no list of texts and no object of texts by letter",
    ),
    "options by other letters": (
        {**GOOD, "id": "q2", "options": {"x": "Zebulon"}},
        "'options' is no list of texts and no object of texts by letter",
    ),
    "options in half a list": ({**GOOD, "id": "q2", "options": '["Zebulon'}, "'options' begins like JSON and is none"),
    "a stem that is a list": ({**GOOD, "id": "q2", "stem": ["Zebulon"]}, "'stem' is no text"),
    "no answer": ({"id": "q2", "stem": "Zebulon?"}, "neither an answer nor a key"),
    "no key": ({**{k: v for k, v in GOOD.items() if k != "key"}, "id": "q2"}, "neither an answer nor a key"),
    "half a surrogate pair": (
        json.dumps({**GOOD, "id": "q2", "stem": "Zebulon"}).replace("Zebulon", "\\ud83d"),
        "holds half of a surrogate pair, which is no text",
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_a_row_that_contradicts_itself_is_left_out_alone(tmp_path: Path, read_all: ReadAll, case: str) -> None:
    row, reason = BAD[case]
    reading = read_all(partial(list_questions, write(tmp_path, GOOD, row, {**GOOD, "id": "q3"}), SHELF))
    assert list(reading.good) == ["src:q1", "src:q3"]
    assert reading.faults == [f"bank.jsonl line 2: {reason}"]


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("bank.csv", "id,answer\nq1,L4\n", "bank.csv: column 'stem' is missing from the first line; it must name id, stem"),
        ("bank.csv", "", "bank.csv: the file is empty"),
        ("bank.csv", "stem,id,answer\nWhich?\n", "bank.csv row 0: fewer cells than the header has"),
        (
            "bank.csv",
            'id,stem,answer\nq1,"Zebulon\n',
            "bank.csv row 0: broken CSV (unexpected end of data); the rest of the file is not read",
        ),
        (
            "bank.xml",
            "<patients/>",
            "bank.xml: no question bank: <Document> with <QAPairs>, or elements <question>, are looked for",
        ),
        ("bank.xml", "<questions><question", "bank.xml: broken or cut short: no well-formed XML at line 1"),
    ],
)
def test_a_file_that_holds_no_bank(tmp_path: Path, read_all: ReadAll, name: str, text: str, reason: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    reading = read_all(partial(list_questions, tmp_path / name, SHELF))
    assert (reading.good, reading.faults) == ({}, [reason])


def test_a_broken_file_of_a_folder_concerns_itself_alone(tmp_path: Path, read_all: ReadAll) -> None:
    write(tmp_path, GOOD)
    (tmp_path / "a.xml").write_text("<questions>", encoding="utf-8")
    reading = read_all(partial(list_questions, tmp_path, SHELF))
    assert list(reading.good) == ["src:q1"]
    assert reading.faults == ["a.xml: broken or cut short: no well-formed XML at line 1"]


def test_an_answer_in_other_words_stands_beside_the_key(tmp_path: Path, read_all: ReadAll) -> None:
    reading = read_all(partial(list_questions, write(tmp_path, {**GOOD, "id": 7, "answer": "The one above the last."}), SHELF))
    assert shown(reading.good["src:7"])[4:6] == [("answer", "L4-L5"), ("answer", "The one above the last.")]
