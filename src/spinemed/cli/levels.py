"""`spinemed levels`: mentions of levels in each line of a file."""

from __future__ import annotations

import argparse
import json

from spinemed.cli.lines import FORM, Lines, add_input

EPILOG = f"""{FORM}
kinds: vertebra (L4), segment (L4-L5), range (L3, L4, L5, S1), root (C8)

examples:
  spinemed levels --json notes.jsonl
  echo "T2 bright lesion at T2; L5/S1椎间盘突出" | spinemed levels -"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    parser.epilog = EPILOG
    add_input(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the mentions of every line."""
    from spinemed.language.levels import find_mentions

    lines = Lines("levels", arguments.file)
    for key, text in lines:
        mentions = find_mentions(text)
        if arguments.json:
            rows = [{"start": m.start, "end": m.end, "text": m.text, "kind": m.kind, "levels": m.levels} for m in mentions]
            print(json.dumps({"id": key, "mentions": rows}, ensure_ascii=False))
        else:
            for m in mentions:
                print(f"{key}\t{m.start}-{m.end}\t{m.kind}\t{','.join(m.levels)}\t{json.dumps(m.text, ensure_ascii=False)}")
    return 1 if lines.bad and arguments.strict else 0
