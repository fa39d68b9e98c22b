"""`spinemed build`: sources -> dataset folder."""

from __future__ import annotations

import argparse
from pathlib import Path

EPILOG = """the build file names the dataset and its sources:

  [dataset]
  name = "shelf"
  title = "Our shelf"
  languages = ["en", "zh"]
  seed = 7

  [[source]]
  kind = "captions"          # or notes, text, article, cnxml, pdf, questions, cases, spider, volume
  name = "figures"
  path = "captions.csv"      # relative to the build file
  title = "Captions of our textbook"
  language = "en"

what the texts state becomes multiple choice, open questions, and of whole cases consultations and reports; every item is checked
against its facts, and what fails is left out with its reason. A build that was cut short goes on where it stopped; the same
inputs give the same bytes. There is no de-identification: do not build from texts about real patients for others to read.

all keys: docs/reference/build-file.md; spinemed read shows what a source holds before you build"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    parser.epilog = EPILOG
    parser.add_argument("file", type=Path, metavar="FILE.toml", help="build file")
    parser.add_argument("--out", type=Path, metavar="DIR", help="folder of the dataset (default: the dataset's name)")
    parser.add_argument(
        "--private", type=Path, metavar="DIR", help="folder of the run: shards, rejections, log (default: OUT.private)"
    )
    parser.add_argument("--internal", action="store_true", help="take in sources marked local_only: not for publication")
    add_run_options(parser)


def add_run_options(parser: argparse.ArgumentParser) -> None:
    """Options that `demo` and `build` share."""
    parser.add_argument("--workers", type=int, metavar="N", help="processes (default: one a core; 0 or 1: this process alone)")
    parser.add_argument("--quiet", action="store_true", help="no progress bars")
    parser.add_argument("--strict", action="store_true", help="exit 1 if records were rejected")
    parser.add_argument("--json", action="store_true", help="print the result as one JSON line instead of tables")


def run(arguments: argparse.Namespace) -> int:
    """Build and print the closing table."""
    from spinemed.cli.closing import show
    from spinemed.pipelines import build, read_config

    config = read_config(arguments.file)
    out = arguments.out or Path(config.dataset.name)
    result = build(
        config,
        out,
        private=arguments.private,
        workers=arguments.workers,
        progress=not arguments.quiet,
        internal=arguments.internal,
    )
    return show(result, as_json=arguments.json, strict=arguments.strict)
