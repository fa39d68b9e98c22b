"""`spinemed demo`: the build of the bundled corpus."""

from __future__ import annotations

import argparse
from pathlib import Path

from spinemed.cli.build import add_run_options

EPILOG = """what it does: reads the figure captions, the invented note and cases, the textbook section, the articles,
the patients' questions, the graded lumbar MR slices and the volumes that come with the package, finds the levels they name
and the findings they state, constructs multiple choice, open questions, consultations and reports in English and Chinese,
checks every item against its facts, and writes a dataset with a statistics page. The cases are invented: test material, not
clinical evidence."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    parser.epilog = EPILOG
    parser.add_argument(
        "--out", type=Path, default=Path("demo-out"), metavar="DIR", help="folder of the dataset (default: demo-out)"
    )
    add_run_options(parser)


def run(arguments: argparse.Namespace) -> int:
    """Build and print the closing table."""
    from spinemed.cli.closing import show
    from spinemed.pipelines import demo

    result = demo(arguments.out, workers=arguments.workers, progress=not arguments.quiet)
    return show(result, as_json=arguments.json, strict=arguments.strict)
