"""`spinemed build`: sources -> read -> extract -> generate -> verify -> dataset folder.

Public output goes to OUT; everything else (shards, pictures, rejections with their reasons, log) to a private folder of mode
700 beside it. A run that was cut short goes on where it stopped.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from spinemed import __version__
from spinemed.dataset import DatasetInfo, Statistics, check_out, write_dataset
from spinemed.domain.records import Candidate, FactSheet, Material
from spinemed.engine import Rejected, RunSummary, Stage, code_version, read_outputs, read_records, rejected, run
from spinemed.errors import ConfigError
from spinemed.extract import extract_facts
from spinemed.generate import Construction, construct
from spinemed.pipelines.config import BuildConfig, QuestionsSource, SourceSection
from spinemed.read import Unit, list_source, listed, read_unit
from spinemed.verify import failures, verify_item

DUPLICATES = "dataset.rejected.parquet"
"""In the private folder: the items that repeat another; absent if there are none."""


@dataclass(frozen=True)
class BuildResult:
    """A finished build: where it lies, its counts, and what the engine did."""

    out: Path
    private: Path
    statistics: Statistics
    summary: RunSummary

    @property
    def rejected(self) -> int:
        """Records left out by any stage, duplicates included."""
        return self.summary.rejected + self.statistics.duplicates

    def left_out(self) -> Iterator[Rejected]:
        """What was left out, stage by stage, with its reason."""
        yield from rejected(self.summary)
        duplicates = self.private / DUPLICATES
        if duplicates.exists():
            yield from read_records(duplicates, Rejected)


def build(
    config: BuildConfig,
    out: Path,
    *,
    private: Path | None = None,
    workers: int | None = None,
    progress: bool = True,
    internal: bool = False,
) -> BuildResult:
    """Build a dataset; the same build file, inputs and version give the same bytes.

    Args:
        config: what to build from what.
        out: folder of the dataset; an earlier dataset there is replaced when the new one is whole.
        private: folder of the run, by default OUT.private; never inside `out`.
        workers: processes, None for one a core.
        progress: bars on a terminal.
        internal: the dataset stays in house, so that sources marked `local_only` may go into it.

    Raises:
        ConfigError: `out` or `private` cannot be used, or a source is `local_only` and the dataset not `internal`.
        EngineError: another run works in the private folder.
    """
    out = out.resolve()
    private = (private or out.with_name(out.name + ".private")).resolve()
    if private == out or out in private.parents:
        raise ConfigError(f"--private {private}: lies inside the dataset folder, which is meant to be published; name another")
    local_only = [source.name for source in config.source if source.local_only]
    if local_only and not internal:
        raise ConfigError(
            f"source {', '.join(local_only)} is local_only and a dataset is for others; --internal builds one for use in house"
        )
    check_out(out, config.dataset.name)
    _make_private(private)
    pictures = private / "pictures"
    summary = run(stages(config, pictures), units(config), private / "run", workers=workers, progress=progress)
    info = DatasetInfo(
        name=config.dataset.name,
        title=config.dataset.title,
        version=config.dataset.version,
        generator=f"SpineMed {__version__}",
        seed=config.dataset.seed,
        internal=bool(local_only),
        split=config.dataset.split,
    )
    accepted = partial(read_outputs, summary, Candidate)
    left_out = private / DUPLICATES
    statistics = write_dataset(accepted, rejected(summary), info, out, pictures=pictures, left_out=left_out)
    return BuildResult(out, private, statistics, summary)


def _make_private(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise ConfigError(f"--private {folder}: a file is in its place; name another folder") from None
    open_to_others = folder.stat().st_mode & 0o077
    # Closing a folder that holds somebody's other files would lock them out of it.
    if open_to_others and not (folder / "run" / "run.lock").exists() and any(folder.iterdir()):
        raise ConfigError(f"--private {folder}: holds other files and is open to other users; name a new folder")
    folder.chmod(0o700)


def stages(
    config: BuildConfig, pictures: Path
) -> list[Stage[Unit, Material] | Stage[Material, FactSheet] | Stage[FactSheet, Candidate] | Stage[Candidate, Candidate]]:
    """The stages of a build, in order; the version of each is that of the code and settings that decide what it writes."""
    settings = Construction(languages=config.dataset.languages, seed=config.dataset.seed)
    chosen = f"{'+'.join(settings.languages)}.{settings.seed}"
    return [
        Stage("read", _version("read", "picture", "language"), Unit, Material, partial(read_unit, store=pictures)),
        Stage("extract", _version("extract", "language"), Material, FactSheet, extract_facts),
        Stage(
            "generate",
            f"{_version('generate', 'language', 'verify')}.{chosen}",
            FactSheet,
            Candidate,
            partial(construct, settings=settings),
        ),
        Stage("verify", _version("verify", "language", "pipelines"), Candidate, Candidate, check_candidate),
    ]


def _version(*rooms: str) -> str:
    return code_version("spinemed.domain", *(f"spinemed.{room}" for room in rooms))


def check_candidate(candidate: Candidate) -> Candidate | Rejected:
    """The candidate with its checks, or its rejection with the first failed one."""
    checks = verify_item(candidate.item)
    failed = failures(checks)
    if failed:
        return Rejected(what=candidate.item.id, reason=f"{failed[0].name}: {failed[0].reason}")
    return candidate.model_copy(update={"checks": checks})


def units(config: BuildConfig) -> Iterator[Unit]:
    """Units of every source, in the order of the build file."""
    for source in config.source:
        yield from listed(source.name, partial(_list, config, source))


def _list(config: BuildConfig, source: SourceSection) -> Iterator[Unit]:
    columns = source.columns if isinstance(source, QuestionsSource) else None
    return list_source(source.kind, config.path(source), source.shelf(), columns)
