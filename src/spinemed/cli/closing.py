"""What a build prints at its end: the engine's table, what was left out and why, and where to look."""

from __future__ import annotations

import json
import sys
from collections import Counter

from rich.console import Console
from rich.table import Table

from spinemed import errors
from spinemed.dataset import DUPLICATE, STAGE
from spinemed.pipelines import BuildResult

SHOWN_REASONS = 12
# Errors raised on purpose; "" is what a stage set aside itself. Any other class is a mistake in our own code.
DECLARED = {
    "",
    *(name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, errors.SpineMedError)),
}


def show(result: BuildResult, *, as_json: bool, strict: bool) -> int:
    """Print the result; the exit status is 1 where `strict` and records were rejected."""
    if as_json:
        line = {
            "out": str(result.out),
            "private": str(result.private),
            "items": result.statistics.items,
            "rejected": [
                {"stage": stage, "reason": reason, "records": n} for (stage, reason), n in sorted(_reasons(result).items())
            ],
        }
        print(json.dumps(line, ensure_ascii=False))
    else:
        _print(result)
    failed = sum(
        n for (_, detail), n in Counter((r.stage, r.detail) for r in result.left_out()).items() if detail not in DECLARED
    )
    if failed:
        print(
            f"spinemed: {failed} records failed by a fault of SpineMed itself; please report the reasons above", file=sys.stderr
        )
    return 1 if strict and result.rejected else 0


def _reasons(result: BuildResult) -> Counter[tuple[str, str]]:
    # Which item a duplicate repeats stands in the private folder: here it would make a line of each.
    return Counter((r.stage, DUPLICATE if r.stage == STAGE else r.reason) for r in result.left_out())


def _print(result: BuildResult) -> None:
    console = Console()
    console.print(result.summary.table())
    reasons = _reasons(result)
    if reasons:
        table = Table("stage", "left out because", title=f"{result.rejected} records left out", title_justify="left")
        table.add_column("records", justify="right")
        for (stage, reason), n in reasons.most_common(SHOWN_REASONS):
            table.add_row(stage, reason, str(n))
        if len(reasons) > SHOWN_REASONS:
            table.add_row("", f"... and {len(reasons) - SHOWN_REASONS} more reasons; --json lists them", "")
        console.print(table)
    statistics = result.statistics
    per_language = ", ".join(f"{n} in {language}" for language, n in sorted(statistics.languages.items()))
    console.print(f"{statistics.items} items ({per_language or 'none'}), {len(statistics.pictures)} pictures", highlight=False)
    per_task = Counter[str]()
    for (task, _), n in statistics.tasks.items():
        per_task[task] += n
    table = Table("what was built")
    table.add_column("number", justify="right")
    templates = {name for name, _ in statistics.templates}
    for what, n in (
        ("items", statistics.items),
        *((f"  {task}", n) for task, n in sorted(per_task.items())),
        ("unique facts", len(statistics.facts)),
        ("templates", len(templates)),
        ("records left out", result.rejected),
    ):
        table.add_row(what, str(n))
    console.print(table)
    console.print(f"dataset   {result.out}", highlight=False, soft_wrap=True)
    console.print(f"look at   {result.out / 'report.html'}", highlight=False, soft_wrap=True)
    console.print(
        f"private   {result.private}  (rejections with reasons, log; not for publication)", highlight=False, soft_wrap=True
    )
