"""How well the checks of items tell right from wrong: faults caught by kind, honest rewordings accepted by task.

    python benchmarks/verify.py [--show] [FILE.jsonl ...]

Without files: the sets of `tests/verify/data`, whose README says how they were made. A named file holds one row a line: `base`
(an item's id), `mutation` (the kind of fault; none for an honest rewording) and either `edits` of a base item or a whole `item`;
base items are looked for in `base_*.jsonl` beside the file. A rewording whose base item fails the checks itself is left out of
the count; a fault is counted all the same, and once more among those whose base item passes.
"""

from __future__ import annotations

import argparse
import copy
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from spinemed.domain.records import Item
from spinemed.errors import RecordError
from spinemed.verify import failures, verify_item

DATA = Path(__file__).resolve().parents[1] / "tests/verify/data"
Json = dict[str, Any]


@dataclass(frozen=True)
class Row:
    """An item to judge; `fault` is empty for an honest rewording, `base` is the item it was made of, where that is known."""

    number: int
    fault: str
    item: Json
    base: Json | None


@dataclass
class Score:
    """Counts of one file."""

    name: str
    total: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    sound: int = 0
    sound_right: int = 0
    left_out: int = 0
    checks: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)

    @property
    def rate(self) -> float:
        """Share of faults caught, or of rewordings accepted."""
        return sum(self.right.values()) / max(1, sum(self.total.values()))

    @property
    def sound_rate(self) -> float:
        """The same among rows whose base item passes."""
        return self.sound_right / max(1, self.sound)


def rows(path: Path) -> Iterator[Row]:
    """Every row of a file, its edits applied."""
    bases = _bases(path.parent)
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        row = json.loads(line)
        base = bases.get(row["base"])
        item = row.get("item") or edited(bases[row["base"]], row["edits"])
        item.pop("kind", None)
        yield Row(number, row.get("mutation", ""), item, base)


def edited(item: Json, edits: Sequence[Json]) -> Json:
    """A copy of an item with its edits.

    Raises:
        ValueError: an edit does not fit the item.
    """
    item = copy.deepcopy(item)
    for edit in edits:
        *way, last = edit["at"]
        holder: Any = item
        for step in way:
            holder = holder[step]
        if "from" in edit:
            text, start = holder[last], edit["from"]
            end = start + len(edit["old"])
            if text[start:end] != edit["old"]:
                raise ValueError(f"{item['id']}: the words to replace do not stand at {start} of {edit['at']}")
            holder[last] = text[:start] + edit["new"] + text[end:]
        else:
            holder[last] = edit["new"]
    return item


@cache
def _bases(folder: Path) -> Mapping[str, Json]:
    found: dict[str, Json] = {}
    for path in sorted(folder.glob("base_*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            item = row.get("item", row)
            item.pop("kind", None)
            found[item["id"]] = item
    return found


def judge(item: Json) -> list[tuple[str, str]]:
    """Name and reason of every check that fails; an item that is no record fails too."""
    try:
        return [(check.name, check.reason) for check in failures(verify_item(Item.from_json(json.dumps(item))))]
    except RecordError as error:
        return [("record", str(error))]


def score(path: Path) -> Score:
    """What the checks make of a file."""
    counts = Score(path.stem)
    stands: dict[str, bool] = {}
    for row in rows(path):
        if row.base is not None and row.base["id"] not in stands:
            stands[row.base["id"]] = not judge(row.base)
        sound = row.base is None or stands[row.base["id"]]
        if not row.fault and not sound:
            counts.left_out += 1
            continue
        failed = judge(row.item)
        kind, right = row.fault or row.item["task"], bool(failed) == bool(row.fault)
        counts.total[kind] += 1
        counts.right[kind] += right
        counts.sound += sound
        counts.sound_right += sound and right
        counts.checks.update(name for name, _ in failed[:1])
        if not right:
            counts.notes.append(f"{path.stem}:{row.number} {kind}: {failed or 'no check fails'}")
    return counts


def print_score(counts: Score, *, show: bool) -> None:
    """One line for the file, one for each kind that is not whole, and with `show` one for each row judged wrongly."""
    right, total = sum(counts.right.values()), sum(counts.total.values())
    faults = "task" if set(counts.total) <= {"mcq", "open_qa", "consultation", "report"} else "kind"
    verb = "accepted" if faults == "task" else "caught"
    apart = f", {counts.left_out} left out, whose base item fails itself" if faults == "task" else ""
    if faults == "kind":
        apart = f"; of rows whose base item passes {counts.sound_right} of {counts.sound} ({counts.sound_rate:.3f})"
    print(f"{counts.name}: {right} of {total} {verb} ({counts.rate:.3f}){apart}")
    print("  by " + faults + ": " + ", ".join(f"{kind} {counts.right[kind]}/{n}" for kind, n in sorted(counts.total.items())))
    print("  first check that failed: " + ", ".join(f"{name} {n}" for name, n in counts.checks.most_common()))
    for note in counts.notes if show else ():
        print("  " + note)


def main() -> int:
    """Score the files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE.jsonl")
    parser.add_argument("--show", action="store_true", help="print every row that is judged wrongly")
    arguments = parser.parse_args()
    for path in arguments.files or [*sorted(DATA.glob("mutations_*.jsonl")), *sorted(DATA.glob("paraphrases_*.jsonl"))]:
        print_score(score(path), show=arguments.show)
    return 0


if __name__ == "__main__":
    sys.exit(main())
