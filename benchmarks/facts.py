"""How well `find_facts` reads the labelled texts: precision, recall and F1, file by file, with what it missed or made up.

    python benchmarks/facts.py [--show] [FILE.jsonl ...]

Without files: the open texts of both languages and the bundled cases. Facts of one text are matched as multisets by finding or
quantity (with its value), place, side and certainty; among the matched, the grade is compared by itself. Spans are not compared.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from spinemed.domain.levels import Region
from spinemed.domain.names import kind_of, levels_of
from spinemed.language.facts import TextFact, find_facts

ROOT = Path(__file__).parents[1]
DATA = ROOT / "tests/language/data"
CASES = ROOT / "src/spinemed/examples/cases"


class Claim(NamedTuple):
    """What is compared of a fact."""

    what: str
    place: str
    side: str
    certainty: str


class Labelled(NamedTuple):
    """One text with its labelled claims, each with its grade."""

    key: str
    text: str
    claims: list[tuple[Claim, str]]


@dataclass
class Score:
    """Counts of one file."""

    right: int = 0
    found: int = 0
    wanted: int = 0
    graded_right: int = 0
    grades_found: int = 0
    grades_wanted: int = 0
    notes: list[str] = field(default_factory=list)

    def line(self) -> str:
        """Precision, recall and F1 of the claims and of the grades."""
        grades = _rates(self.graded_right, self.grades_found, self.grades_wanted)
        return f"{_rates(self.right, self.found, self.wanted)}   grades {grades}"

    @property
    def precision(self) -> float:
        """Share of the found claims that are labelled."""
        return self.right / max(1, self.found)

    @property
    def recall(self) -> float:
        """Share of the labelled claims that are found."""
        return self.right / max(1, self.wanted)


def _rates(right: int, found: int, wanted: int) -> str:
    p, r = right / max(1, found), right / max(1, wanted)
    return f"P {p:.3f} R {r:.3f} F1 {2 * p * r / max(1e-9, p + r):.3f} ({right} right, {found} found, {wanted} labelled)"


def claim_of(fact: TextFact) -> tuple[Claim, str]:
    """A found fact as it is compared."""
    what = fact.finding.value if fact.finding else f"{fact.quantity} {fact.value:g} {fact.unit}"
    if isinstance(fact.anatomy, Region):
        place = "region " + ("none" if fact.anatomy is Region.UNSTATED else fact.anatomy.value)
    else:
        place = f"{kind_of(fact.anatomy)} {','.join(levels_of(fact.anatomy))}"
    return Claim(what, place, fact.side.value, fact.certainty.value), str(fact.grade or "")


def _labelled(fact: dict[str, object]) -> tuple[Claim, str]:
    from spinemed.domain.scales import Grade, Scale

    value = fact["value"]
    what = fact["finding"] or fact["red_flag"] or f"{fact['quantity']} {float(str(value)):g} {fact['unit']}"
    levels, grade = fact["levels"], fact["grade"]
    place = f"{fact['anatomy']} {','.join(levels) if isinstance(levels, list) and levels else fact['region'] or 'none'}"
    shown = str(Grade(Scale(grade["scale"]), grade["value"])) if isinstance(grade, dict) else ""
    return Claim(str(what), place, str(fact["side"]), str(fact["certainty"])), shown


def read(file: Path) -> Iterator[Labelled]:
    """The labelled texts of a file, the sections of a case included."""
    texts: dict[str, str] = {}
    if file.name.endswith(".facts.jsonl"):
        case = json.loads(file.with_name(file.name.replace(".facts.jsonl", ".json")).read_text(encoding="utf-8"))
        texts = {section["name"]: section["text"] for section in case["sections"]}
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        key = row.get("id") or f"{file.name[:4]}/{row['section']}"
        yield Labelled(key, row.get("text") or texts[row["section"]], [_labelled(f) for f in row["facts"]])


def score(files: Sequence[Path]) -> Score:
    """The counts of some files together."""
    total = Score()
    for file in files:
        for text in read(file):
            _add(total, text)
    return total


def _add(total: Score, text: Labelled) -> None:
    found = [claim_of(fact) for fact in find_facts(text.text)]
    have, want = Counter(c for c, _ in found), Counter(c for c, _ in text.claims)
    total.right += (have & want).total()
    total.found += len(found)
    total.wanted += len(text.claims)
    graded_have = Counter((c, g) for c, g in found if g)
    graded_want = Counter((c, g) for c, g in text.claims if g)
    total.graded_right += (graded_have & graded_want).total()
    total.grades_found += graded_have.total()
    total.grades_wanted += graded_want.total()
    missed, extra = Counter(text.claims) - Counter(found), Counter(found) - Counter(text.claims)
    if missed or extra:
        rows = [
            f"  {sign} {' | '.join((*c, g))}"
            for sign, side in (("missed", missed), ("extra ", extra))
            for c, g in side.elements()
        ]
        total.notes.append("\n".join((f"{text.key}: {text.text}", *rows)))


OPEN = {
    "open English": [DATA / "facts_en_open.jsonl"],
    "open Chinese": [DATA / "facts_zh_open.jsonl"],
    "third English": [DATA / "facts_en_third.jsonl"],
    "third Chinese": [DATA / "facts_zh_third.jsonl"],
    "fourth English": [DATA / "facts_en_fourth.jsonl"],
    "fourth Chinese": [DATA / "facts_zh_fourth.jsonl"],
    "English cases": sorted(CASES.glob("en*.facts.jsonl")),
    "Chinese cases": sorted(CASES.glob("zh*.facts.jsonl")),
}


def main() -> None:
    """Print one line a file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE.jsonl")
    parser.add_argument("--show", action="store_true", help="print every text that is not read as labelled")
    arguments = parser.parse_args()
    sets = {file.name: [file] for file in arguments.files} or OPEN
    for name, files in sets.items():
        result = score(files)
        if arguments.show:
            print("\n".join(result.notes))
        print(f"{name:16} {result.line()}")


if __name__ == "__main__":
    main()
