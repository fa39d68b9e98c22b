"""`spinemed verify`: every check of each item of a file."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

EPILOG = """FILE holds one item a line, as `items.jsonl` of a dataset does: the messages, options and sections with the facts and
evidence inside. Every claim an item makes in its own words is held against those facts, and every fact against the text it
quotes. Printed are id, first failed check and reason of every item that fails; --json prints every check. A line that is no
item fails the check "record". docs/reference/checks.md says what each check asks.

The checks see what they were written for. They do not know whether a source is right, and they do not replace a clinician.

examples:
  spinemed verify demo-out/items.jsonl
  spinemed verify drafts.jsonl --json | grep '"ok": false'"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    parser.epilog = EPILOG
    parser.add_argument("file", metavar="FILE", help="JSONL file of items, - for standard input")
    parser.add_argument("--json", action="store_true", help="print one JSON line for each item, with every check")
    parser.add_argument("--strict", action="store_true", help="exit 1 if an item fails a check or a line is no item")


def run(arguments: argparse.Namespace) -> int:
    """Print the verdict of every item, and a count at the end."""
    from spinemed.domain.records import Check, Item, Verdict
    from spinemed.errors import RecordError
    from spinemed.verify import failures, verify_item

    passed = failed = 0
    for number, line in _lines(arguments.file):
        try:
            item = Item.from_json(line)
            key, checks = item.id, verify_item(item)
        except RecordError as error:
            key, checks = _id_of(line, number), (Check(name="record", verdict=Verdict.FAIL, reason=str(error)),)
        wrong = failures(checks)
        passed, failed = passed + (not wrong), failed + bool(wrong)
        if arguments.json:
            rows = [{"name": check.name, "verdict": check.verdict.value, "reason": check.reason} for check in checks]
            print(json.dumps({"id": key, "ok": not wrong, "checks": rows}, ensure_ascii=False))
        elif wrong:
            print(f"{key}\t{wrong[0].name}\t{wrong[0].reason}")
    if not arguments.json:
        print(f"{passed} items pass every check, {failed} do not", file=sys.stderr)
    return 1 if failed and arguments.strict else 0


def _id_of(line: bytes, number: int) -> object:
    """The id a broken line gives itself, else its number."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return number
    match value:
        case {"id": str(key)} if 0 < len(key) <= _LONGEST_ID:
            return key
        case _:
            return number


_LONGEST_ID = 100


def _lines(file: str) -> Iterator[tuple[int, bytes]]:
    """Number and bytes of every line that is not blank; bytes, so that a line of another encoding spoils itself alone."""
    from spinemed.errors import SourceError

    try:
        with _opened(file) as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield number, line
    except OSError as error:
        raise SourceError(f"{file}: cannot be read ({error.strerror})") from None


def _opened(file: str) -> BinaryIO:
    if file == "-":
        return sys.stdin.buffer
    return Path(file).open("rb")
