"""Parsing of `spinemed COMMAND`, and the exit status.

0 ok, 1 with --strict when records were rejected, 2 usage or input error, 130 stopped by the user.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from spinemed import __version__
from spinemed.errors import SpineMedError

COMMANDS = {
    "demo": "build the dataset of the bundled corpus: a first look, some minutes, no network",
    "build": "build a dataset from your own sources, as a TOML file describes them",
    "read": "show what a reader makes of a file before you build: blocks of text, figures, studies",
    "levels": "find the spinal levels that a text names",
    "verify": "check items, of a dataset or of your own, against the facts and evidence inside them",
    "facts": "find the findings, signs and measurements that a text states",
}

EPILOG = """examples:
  spinemed demo --out demo-out             then open demo-out/report.html
  spinemed build shelf.toml --out shelf    see docs/how-to/build-a-dataset.md
  spinemed read chapter.pdf                look at a source before you build from it
  spinemed verify shelf/items.jsonl        see docs/how-to/verify-items.md
  echo "L4-5 disc, left L5 root" | spinemed levels --json -
  echo "No stenosis at L3-L4" | spinemed facts -

SpineMed supports and does not replace a clinician."""


def parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    top = argparse.ArgumentParser(
        prog="spinemed",
        description="Level-aware, traceable data, benchmark and models for AI-assisted diagnosis of spine disorders.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"spinemed {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, summary in COMMANDS.items():
        command = commands.add_parser(
            name,
            help=summary,
            description=summary[0].upper() + summary[1:] + ".",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        # Parsers only: what a command imports to work is imported when it runs.
        import_module(f"spinemed.cli.{name}").add_arguments(command)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    arguments = parser().parse_args(argv)
    try:
        status = int(import_module(f"spinemed.cli.{arguments.command}").run(arguments))
        sys.stdout.flush()  # here, where a reader that has left is no error
        return status
    except SpineMedError as error:
        print(f"spinemed {arguments.command}: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # The reader of a pipe has left (`| head`): no traceback, and nothing more to flush.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        # A full disk, a folder without permission: said like any other fault, since a rerun goes on where it stopped.
        print(f"spinemed {arguments.command}: {error.filename or 'input or output'}: {error.strerror or error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print(f"spinemed {arguments.command}: stopped; what is finished is kept, run it again to go on", file=sys.stderr)
        return 130
