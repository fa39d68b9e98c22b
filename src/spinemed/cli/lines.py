"""Commands that answer a file line by line: their options, and reading plain text or JSONL."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

FORM = 'each input line is {"id": ..., "text": ...} or plain text (its id is then the line number). Offsets count code points.'


def add_input(parser: argparse.ArgumentParser) -> None:
    """The options that all of them have."""
    parser.add_argument("file", nargs="?", default="-", metavar="FILE", help="text or JSONL file, - for standard input (default)")
    parser.add_argument("--json", action="store_true", help="print one JSON line for each input line")
    parser.add_argument("--strict", action="store_true", help="exit 1 if a line could not be read")


class Lines:
    """The readable lines of a file; those that are not are named on standard error and counted in `bad`."""

    def __init__(self, command: str, file: str) -> None:
        self.command, self.file, self.bad = command, file, 0
        # A terminal that says it knows ASCII alone must not stop the Chinese; a test's stand-in has no encoding to change.
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr] - TextIO does not declare it

    def __iter__(self) -> Iterator[tuple[object, str]]:
        """Id and text of every line that can be read."""
        for key, text, fault in _lines(self.file):
            if fault or text is None:
                self.bad += 1
                print(f"spinemed {self.command}: {fault}", file=sys.stderr)
                continue
            yield key, text


def _lines(file: str) -> Iterator[tuple[object, str | None, str | None]]:
    """Id, text and fault of every line that is not blank."""
    from spinemed.errors import SourceError

    try:
        with _opened(file) as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _record(number, line.rstrip("\r\n"))
    except UnicodeDecodeError as error:
        raise SourceError(f"{file}: not UTF-8 ({error.reason}); convert it, for example with iconv") from None
    except OSError as error:
        raise SourceError(f"{file}: cannot be read ({error.strerror})") from None


def _opened(file: str) -> TextIO:
    if file == "-":
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="strict", newline="\n")  # type: ignore[union-attr] - TextIO does not declare it
        return sys.stdin
    return Path(file).open(encoding="utf-8-sig", newline="\n")


def _record(number: int, line: str) -> tuple[object, str | None, str | None]:
    if not line.lstrip().startswith("{"):
        return number, line, None
    try:
        record = json.loads(line)
        if "\\u" in line:
            json.dumps(record, ensure_ascii=False).encode()  # half a surrogate pair can be read, but not printed
    except (ValueError, RecursionError):
        return number, None, f'line {number}: begins like JSON and is none; write {{"id": ..., "text": ...}} or plain text'
    match record:
        case {"id": str() | int() as key, "text": str(text)}:
            return key, text, None
        case {"text": str(text)}:
            return number, text, None
        case _:
            return number, None, f'line {number}: needs "text" as text'
