"""`spinemed read`: what the readers make of a file."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, cast, get_args

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spinemed.domain.records import Block, Document, Material, Study
    from spinemed.read import SourceKind, Unit

EPILOG = """kinds are those of a build file: captions, notes, text, article, cnxml, pdf, questions, cases, spider, volume;
without --kind the ending of the file, the root of its XML or the columns of its table decide

a document is printed with its blocks in reading order, each with its id, kind and first words; a study with the number of its
pictures, masks and gradings. What cannot be read is named on standard error, with the reason, and the rest goes on.

examples:
  spinemed read chapter.pdf
  spinemed read --kind cases cases/            every case of a folder
  spinemed read --json --kind questions bank.csv"""
SHOWN_CHARACTERS = 80


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    parser.epilog = EPILOG
    parser.add_argument("path", type=Path, metavar="PATH", help="file, or with --kind a folder")
    parser.add_argument("--kind", metavar="KIND", help="what it is (default: told by the file itself)")
    parser.add_argument("--json", action="store_true", help="print each document or study as one JSON line")
    parser.add_argument("--strict", action="store_true", help="exit 1 if something could not be read")


def run(arguments: argparse.Namespace) -> int:
    """Print the documents and studies of a file."""
    from spinemed.errors import SourceError
    from spinemed.read import guess_kind, read_unit

    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr] - TextIO does not declare it
    kind = _kind(arguments.kind) if arguments.kind else guess_kind(arguments.path)
    good = bad = 0
    with tempfile.TemporaryDirectory() as store:
        for unit in _units(kind, arguments.path):
            try:
                material = read_unit(unit, store=Path(store))
            except SourceError as error:
                bad += 1
                print(f"spinemed read: {error}", file=sys.stderr)
                continue
            good += 1
            print(material.to_json() if arguments.json else _shown(material))
    if not good:
        return 2
    return 1 if bad and arguments.strict else 0


def _kind(name: str) -> SourceKind:
    from spinemed.errors import ConfigError
    from spinemed.read import SourceKind

    kinds: tuple[str, ...] = get_args(SourceKind)
    if name not in kinds:
        raise ConfigError(f"--kind {name}: no such kind; known are {', '.join(kinds)}")
    return cast("SourceKind", name)


def _units(kind: SourceKind, path: Path) -> Iterator[Unit]:
    from spinemed.read import Shelf, list_source

    # Nothing is built from what is printed, so that no licence is asked for.
    return list_source(kind, path, Shelf(name=path.stem, title=path.name, licence="not stated"))


def _shown(material: Material) -> str:
    content = material.content
    return _document(material.id, content) if content.kind == "document" else _study(material.id, content)


def _document(key: str, document: Document) -> str:
    kinds = ", ".join(f"{n} {kind}" for kind, n in Counter(block.kind for block in document.blocks).items())
    source = document.source
    lines = [
        f"{key}  {source.kind} in {source.language}, {len(document.text):,} characters: {kinds or 'no block'}",
        *(_block(document, block) for block in document.blocks),
        *(f"  {figure.id} {figure.label or 'figure'}, named in {len(figure.mentions)} blocks" for figure in document.figures),
    ]
    if document.pages_without_text:
        lines.append(f"  without text: pages {', '.join(map(str, document.pages_without_text))}")
    return "\n".join(lines)


def _block(document: Document, block: Block) -> str:
    text = " ".join(document.text[block.start : block.end].split())
    page = f" p. {block.page}" if block.page else ""
    cut = text if len(text) <= SHOWN_CHARACTERS else f"{text[: SHOWN_CHARACTERS - 1]}…"
    return f"  {block.id} {block.kind}{page}: {cut}"


def _study(key: str, study: Study) -> str:
    return (
        f"{key}  study of {study.subject}: {len(study.images)} pictures, {len(study.masks)} masks, {len(study.gradings)} gradings"
    )
