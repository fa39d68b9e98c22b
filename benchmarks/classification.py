"""How well texts are sorted into subfields and spine sub-conditions: accuracy, abstentions and what went wrong.

    python benchmarks/classification.py [--file FILE.jsonl] [--show]

Without a file: the open texts in tests/extract/data. Each text is one paragraph; its facts are read as a build reads them.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from spinemed.domain.records import Block, Document, Source
from spinemed.domain.taxonomy import SubCondition, Subfield
from spinemed.extract.classify import Classified, classify
from spinemed.extract.texts import text_facts

OPEN = Path(__file__).parents[1] / "tests/extract/data/classification.jsonl"


class Labelled(NamedTuple):
    """One text with its label."""

    id: str
    source: str
    text: str
    wanted: Classified


def read(file: Path) -> list[Labelled]:
    """The labelled texts of a file."""
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    return [
        Labelled(row["id"], row["source"], row["text"], Classified(Subfield(row["subfield"]), SubCondition(row["sub_condition"])))
        for row in rows
    ]


def found(text: str) -> Classified:
    """The class of a text by its facts and words."""
    source = Source(id="text", kind="note", title="text", licence="none", origin="text")
    document = Document(source=source, text=text, blocks=(Block(id="b0", kind="paragraph", start=0, end=len(text)),))
    return classify(text, list(text_facts(document)))


def rate(pairs: Sequence[tuple[object, object]]) -> str:
    """How many pairs are equal."""
    right = sum(one == other for one, other in pairs)
    return f"{right} of {len(pairs)} ({right / max(1, len(pairs)):.2f})"


def report(name: str, texts: Sequence[Labelled], got: Sequence[Classified]) -> str:
    """The figures of some texts in one block."""
    pairs = list(zip((text.wanted for text in texts), got, strict=True))
    spine = [(w.sub_condition, g.sub_condition) for w, g in pairs if w.subfield is Subfield.SPINE]
    left = [(w.subfield, g.subfield) for w, g in pairs if g.subfield is Subfield.UNCLASSIFIED]
    open_spine = [(w.sub_condition, g.sub_condition) for w, g in pairs if g == Classified(Subfield.SPINE)]
    return "\n".join(
        (
            f"{name}: {len(texts)} texts",
            f"  subfield                     {rate([(w.subfield, g.subfield) for w, g in pairs])}",
            f"  sub-condition, all texts     {rate([(w.sub_condition, g.sub_condition) for w, g in pairs])}",
            f"  sub-condition, spine texts   {rate(spine)}",
            f"  left without a subfield      {len(left)}, rightly {rate(left)}",
            f"  spine without sub-condition  {len(open_spine)}, rightly {rate(open_spine)}",
        )
    )


def main() -> None:
    """Print the figures, with and without the bundled cases."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--file", type=Path, default=OPEN, metavar="FILE.jsonl")
    parser.add_argument("--show", action="store_true", help="print every text that is sorted otherwise than labelled")
    arguments = parser.parse_args()
    texts = read(arguments.file)
    got = [found(text.text) for text in texts]
    if arguments.show:
        for text, one in zip(texts, got, strict=True):
            if one != text.wanted:
                print(f"{text.id}: {_named(text.wanted)}, found {_named(one)}\n  {text.text}")
    kept = [at for at, text in enumerate(texts) if not text.source.startswith("case:")]
    print(report("all", texts, got))
    print(report("without cases", [texts[at] for at in kept], [got[at] for at in kept]))


def _named(one: Classified) -> str:
    return f"{one.subfield}/{one.sub_condition}"


if __name__ == "__main__":
    main()
