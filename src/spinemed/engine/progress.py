"""A bar for each stage on the terminal; nothing where there is none."""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn


class StageBars:
    """Bars of shards, written to standard error so that standard output stays for results.

    Args:
        wanted: False switches them off; they are also off when standard error is no terminal.
    """

    def __init__(self, wanted: bool) -> None:
        console = Console(stderr=True)
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("shards"), TimeElapsedColumn())
        self._bars = Progress(*columns, console=console, disable=not (wanted and console.is_terminal))

    def __enter__(self) -> Self:
        self._bars.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._bars.stop()

    def bar(self, name: str, total: int | None) -> Callable[[], None]:
        """Adds a bar of `total` shards, None if unknown until the next bar; the function returned advances it by one."""
        for before in self._bars.tasks:
            if before.total is None:
                self._bars.update(before.id, total=before.completed)
        task = self._bars.add_task(name, total=total)
        return lambda: self._bars.advance(task)
