"""Speed and accuracy of the level finder.

    python benchmarks/levels.py [--data DIR]

Speed is measured on one core, on the text that ships with the package and, with `--data`, on a folder that holds
`text/mtsamples_spine_40.csv`, `text/medquad_spine_qa.jsonl` and `openstax/modules/*/index.cnxml`; the peer in the same run is
a plain regular expression of letter, number and joiner. Accuracy is measured on the marked sentences of `tests/language/data`
and, with `--data`, on our stand-off labels of MTSamples snippets (offsets only; the text stays where it is).
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import re
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "language"))

from marked import DATA, Sentence, read  # noqa: E402 - lies in the tests, found by the line above

from spinemed.language.levels import find_mentions  # noqa: E402 - kept with its neighbour

PLAIN = re.compile(r"\b(?:[CTLS]\d{1,2})(?:\s?[-/]\s?[CTLS]?\d{1,2})?\b")


def best_seconds(work: Callable[[], object], rounds: int = 5) -> float:
    """The shortest of some rounds: what the machine can do when nothing else runs."""
    seconds = []
    for _ in range(rounds):
        started = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - started)
    return min(seconds)


def corpora(data: Path | None) -> dict[str, list[str]]:
    """Texts by name."""
    with (ROOT / "src/spinemed/examples/roco/captions.csv").open(encoding="utf-8") as table:
        found = {"ROCO captions": [row["caption"] for row in csv.DictReader(table)]}
    found["own Chinese sentences"] = [s.text for s in read(DATA / "levels_zh.txt")]
    if data:
        with (data / "text/mtsamples_spine_40.csv").open(encoding="utf-8") as table:
            found["MTSamples dictation"] = [row["transcription"] for row in csv.DictReader(table)]
        lines = (data / "text/medquad_spine_qa.jsonl").read_text(encoding="utf-8").splitlines()
        found["MedQuAD answers"] = [str(json.loads(line).get("answer") or "") for line in lines]
        pages = sorted((data / "openstax/modules").glob("*/index.cnxml"))
        found["OpenStax chapter"] = [re.sub(r"<[^>]+>", " ", page.read_text(encoding="utf-8")) for page in pages]
    return found


def speed(data: Path | None) -> None:
    """Print MB/s of the finder and of the plain expression."""
    print(f"{'text':<24}{'kB':>8}{'mentions':>10}{'MB/s':>8}{'plain regex':>13}{'ratio':>7}")
    for name, texts in corpora(data).items():
        size = sum(len(text.encode()) for text in texts)
        mentions = sum(len(find_mentions(text)) for text in texts)
        ours = best_seconds(lambda texts=texts: [find_mentions(text) for text in texts])
        plain = best_seconds(lambda texts=texts: [PLAIN.findall(text) for text in texts])
        print(
            f"{name:<24}{size / 1e3:>8.0f}{mentions:>10}{size / ours / 1e6:>8.1f}{size / plain / 1e6:>13.1f}{plain / ours:>7.2f}"
        )


def score(sentences: Iterable[Sentence]) -> tuple[int, int, int, int, int]:
    """True positives, false positives, misses (span, kind and levels equal), texts without mention, of these with an alarm."""
    hits = extra = missed = empty = alarms = 0
    for sentence in sentences:
        found = {(m.start, m.end, m.kind, m.levels) for m in find_mentions(sentence.text)}
        true = set(sentence.mentions)
        hits, extra, missed = hits + len(found & true), extra + len(found - true), missed + len(true - found)
        if not true:
            empty, alarms = empty + 1, alarms + bool(found)
    return hits, extra, missed, empty, alarms


def standoff(data: Path) -> list[Sentence]:
    """MTSamples snippets cut by our stand-off labels; a snippet whose text differs is left out with a word."""
    with (data / "text/mtsamples_spine_40.csv").open(encoding="utf-8") as table:
        notes = [row["transcription"] for row in csv.DictReader(table)]
    found = []
    for line in (Path(__file__).parent / "data/levels_mtsamples_standoff.jsonl").read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        text = notes[label["row"]][label["start"] : label["end"]]
        if hashlib.sha256(text.encode()).hexdigest() != label["sha256"]:
            print(f"{label['id']}: another text than was labelled", file=sys.stderr)
            continue
        mentions = tuple((m["start"], m["end"], m["kind"], tuple(m["levels"])) for m in label["mentions"])
        found.append(Sentence(label["id"], text, mentions))
    return found


def accuracy(data: Path | None) -> None:
    """Print exact precision, recall, F1 and false alarms of each labelled set."""
    sets = {path.stem: read(path) for path in sorted(DATA.glob("levels_*.txt"))}
    if data:
        sets["MTSamples snippets"] = standoff(data)
    print(f"\n{'labelled set':<24}{'texts':>8}{'P':>8}{'R':>8}{'F1':>8}   false alarms")
    for name, sentences in sets.items():
        hits, extra, missed, empty, alarms = score(sentences)
        p, r = hits / (hits + extra), hits / (hits + missed)
        print(f"{name:<24}{len(sentences):>8}{p:>8.3f}{r:>8.3f}{2 * p * r / (p + r):>8.3f}   {alarms} of {empty}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="folder with MTSamples, MedQuAD and OpenStax (see above)")
    arguments = parser.parse_args()
    speed(arguments.data)
    accuracy(arguments.data)


if __name__ == "__main__":
    main()
