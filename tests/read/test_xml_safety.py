"""Promises: no XML file can make SpineMed open another file, ask the network, or eat the machine; one line says why."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from spinemed.errors import SourceError
from spinemed.read import Shelf, list_files, read_unit
from spinemed.read.xml import DEEPEST, parse_xml

ReadAll = Callable[[Any], Any]
SHELF = Shelf(name="src", title="A shelf", licence="CC-BY-4.0")
OWN = "declares entities of its own, which are not read; write their text instead"
TOO_MUCH = "its entities or elements grow beyond measure; it is not read"
BROKEN = "broken or cut short: no well-formed XML at line {}"


def article(body: str, *, head: str = "") -> str:
    return f"{head}<article><body><p>{body}</p></body></article>"


def bomb() -> str:
    """A billion laughs."""
    lines = ['<!ENTITY a0 "Zebulon ">', *(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))]
    return article("&a11;", head=f"<!DOCTYPE article [{''.join(lines)}]>")


BAD: dict[str, tuple[str | bytes, str]] = {
    "a billion laughs": (bomb(), TOO_MUCH),
    "a billion laughs in an attribute": (
        bomb().replace("<p>&a11;", '<p id="&a11;">'),
        TOO_MUCH,
    ),
    "one large entity many times": (
        article("&a;" * 5_000, head=f'<!DOCTYPE article [<!ENTITY a "{"Zebulon " * 20_000}">]>'),
        TOO_MUCH,
    ),
    "a file of the machine": (
        article("&a;", head='<!DOCTYPE article [<!ENTITY a SYSTEM "file:///etc/hostname">]>'),
        OWN,
    ),
    "a parameter entity": (
        article("L4", head='<!DOCTYPE article [<!ENTITY % a SYSTEM "file:///etc/hostname"> %a;]>'),
        OWN,
    ),
    "an entity nobody declared": (article("Zebulon &quincey; L4"), BROKEN.format(1)),
    "an entity of a DTD that is not fetched": (
        article("Zebulon &quincey; L4", head='<!DOCTYPE article SYSTEM "quincey.dtd">'),
        "an entity that no standard names; write its text instead",
    ),
    "deep nesting": (
        "<article><body>" + "<sec>" * 230 + "</sec>" * 230 + "</body></article>",
        f"elements lie more than {DEEPEST} deep in one another",
    ),
    "deeper nesting": ("<article>" + "<sec>" * 100_000, TOO_MUCH),
    "cut short": (article("Zebulon at L4")[:-12], BROKEN.format(1)),
    "two roots": (article("Zebulon") * 2, BROKEN.format(1)),
    "wrong tags": ("<article><p>Zebulon</article></p>", BROKEN.format(1)),
    "no XML": ("Zebulon at L4-5", BROKEN.format(1)),
    "NUL bytes": (article("Zebulon \0 L4"), BROKEN.format(1)),
    "no UTF-8": (article("赵钱孙").encode("gbk"), BROKEN.format(1)),
    "an encoding that is not": (b'<?xml version="1.0" encoding="zebulon"?><article/>', BROKEN.format(1)),
    "empty": (b"", "the file is empty"),
    "blank": (b" \n", "the file is empty"),
    "another root": (
        "<patient><name>Zebulon</name></patient>",
        "no article: the root is neither JATS's <article> nor BioMed Central's <art>",
    ),
    "no text": ("<article><front/></article>", "holds no text"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_hostile_or_broken_file_is_left_out_alone(tmp_path: Path, read_all: ReadAll, case: str) -> None:
    data, reason = BAD[case]
    for name in ("a.xml", "c.xml"):
        (tmp_path / name).write_text(article("A burst fracture of L1."), encoding="utf-8")
    (tmp_path / "b.xml").write_bytes(data if isinstance(data, bytes) else data.encode())
    start = time.monotonic()
    reading = read_all(partial(list_files, tmp_path, "article", SHELF))
    assert time.monotonic() - start < 10
    assert list(reading.good) == ["src:a.xml", "src:c.xml"]
    assert reading.faults == [f"b.xml: {reason}"]


def test_a_dtd_beside_the_file_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "own.dtd").write_text('<!ENTITY a "Zebulon">', encoding="utf-8")
    data = article("&a;", head=f'<!DOCTYPE article SYSTEM "{(tmp_path / "own.dtd").as_uri()}">')
    with pytest.raises(SourceError, match="no standard names"):
        parse_xml(data.encode(), "a.xml")


def test_an_include_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("Zebulon", encoding="utf-8")
    include = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{(tmp_path / "other.txt").as_uri()}" parse="text"/>'
    assert parse_xml(article(f"L4 {include}").encode(), "a.xml").words() == "L4"


def test_a_file_over_the_limit_is_not_opened(tmp_path: Path, read_all: ReadAll) -> None:
    with (tmp_path / "large.xml").open("wb") as file:
        file.truncate(100_000_000)
    assert read_all(partial(list_files, tmp_path, "article", SHELF)).faults == ["large.xml: larger than 64 MB; split it"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le-bom", "iso-8859-1"])
def test_encodings_that_xml_declares_are_read(encoding: str) -> None:
    text = article("Größe von L4")
    if encoding == "utf-16-le-bom":
        data = b"\xff\xfe" + text.encode("utf-16-le")
    elif encoding == "iso-8859-1":
        data = f'<?xml version="1.0" encoding="{encoding}"?>{text}'.encode(encoding)
    else:
        data = text.encode(encoding)
    assert parse_xml(data, "a.xml").words() == "Größe von L4"


def test_entities_of_the_article_dtds_are_read_by_their_standard_names() -> None:
    data = article("10&nbsp;mm, &alpha; &lt; 5&deg;", head='<!DOCTYPE article PUBLIC "-//NLM//DTD JATS//EN" "JATS.dtd">')
    assert parse_xml(data.encode(), "a.xml").words() == "10 mm, α < 5°"


def test_comments_and_instructions_are_no_text() -> None:
    assert parse_xml(article("L4<!-- Zebulon --><?print no?>-L5").encode(), "a.xml").words() == "L4-L5"


LONG = {
    "blanks": "a" + " " * 1_000_000 + "b",
    "brackets": "(" * 300_000,
    "references": "a<xref ref-type='bibr'>1</xref>-" * 20_000,
    "raised signs": "<sup>1</sup>" * 20_000,
    "lines of Chinese": "腰 \n" * 100_000,
}


@pytest.mark.parametrize("case", LONG)
def test_long_repetition_does_not_hang(tmp_path: Path, case: str) -> None:
    (tmp_path / "a.xml").write_text(article(LONG[case]), encoding="utf-8")
    start = time.monotonic()
    (unit,) = list_files(tmp_path / "a.xml", "article", SHELF)
    read_unit(unit, store=tmp_path)
    assert time.monotonic() - start < 20
