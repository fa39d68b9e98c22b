"""The build file: one TOML file, one frozen record, unknown keys refused."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from spinemed.dataset import USUAL, Shares
from spinemed.domain.records import describe
from spinemed.domain.taxonomy import Language
from spinemed.errors import ConfigError
from spinemed.read import FIELDS, Shelf

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


def _distinct(languages: tuple[Language, ...]) -> tuple[Language, ...]:
    if len(set(languages)) < len(languages):
        raise ValueError("a language stands there twice; name each once")
    return languages


def _known_fields(columns: dict[str, str]) -> dict[str, str]:
    unknown = sorted(columns.keys() - FIELDS.keys())
    if unknown:
        raise ValueError(f"{unknown[0]!r} is no part of a question; known are {', '.join(FIELDS)}")
    return columns


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class DatasetSection(_Section):
    """What is built."""

    name: str = Field(pattern=r"^[a-z0-9][a-z0-9._-]*$")
    title: Text
    version: Text = "0.1.0"
    languages: Annotated[tuple[Language, ...], Field(min_length=1), AfterValidator(_distinct)] = (Language.EN, Language.ZH)
    seed: int = Field(default=0, ge=0, lt=2**63, strict=True)
    split: Shares = USUAL


class _SourceSection(_Section):
    name: str = Field(pattern=r"^[a-z0-9][a-z0-9_-]*$")
    path: Text
    title: Text
    credit: str | None = None
    local_only: bool = False

    def shelf(self) -> Shelf:
        """What the section says of every document of its source."""
        return Shelf.model_validate(self.model_dump(include=set(Shelf.model_fields) & set(type(self).model_fields)))


class CaptionsSource(_SourceSection):
    """A CSV of figure captions with columns id, origin, licence, caption."""

    kind: Literal["captions"]
    language: Language | None = None


class NotesSource(_SourceSection):
    """Notes: a JSONL file, `{"id", "text"}` a line, or a CSV file with these columns."""

    kind: Literal["notes"]
    language: Language | None = None
    licence: Text
    synthetic: bool = False


class TextSource(_SourceSection):
    """Plain text or Markdown: one file, or a folder of them."""

    kind: Literal["text"]
    language: Language | None = None
    licence: Text
    group: Text | None = None
    synthetic: bool = False


class ArticleSource(_SourceSection):
    """Articles in JATS or BioMed Central XML: one file, or a folder of them."""

    kind: Literal["article"]
    language: Language | None = None
    licence: Text | None = None
    group: Text | None = None


class CnxmlSource(_SourceSection):
    """OpenStax CNXML modules: one file, or a folder of them."""

    kind: Literal["cnxml"]
    language: Language | None = None
    licence: Text | None = None
    group: Text | None = None


class PdfSource(_SourceSection):
    """PDF files with text in them: one file, or a folder of them."""

    kind: Literal["pdf"]
    language: Language | None = None
    licence: Text
    group: Text | None = None
    synthetic: bool = False


class QuestionsSource(_SourceSection):
    """A question bank in CSV, JSONL or XML: one file, or a folder of them."""

    kind: Literal["questions"]
    language: Language | None = None
    licence: Text
    group: Text | None = None
    synthetic: bool = False
    columns: Annotated[dict[str, Text], AfterValidator(_known_fields)] = Field(default_factory=dict)


class CasesSource(_SourceSection):
    """Cases in JSON: one file, or a folder of them."""

    kind: Literal["cases"]
    language: Language | None = None
    licence: Text
    synthetic: bool = False


class SpiderSource(_SourceSection):
    """A SPIDER folder: `t2/PATIENT.png`, `radiological_gradings.csv`, `overview.csv`."""

    kind: Literal["spider"]
    licence: Text


class VolumeSource(_SourceSection):
    """A folder of volumes and vertebra masks, listed in its `volumes.csv`."""

    kind: Literal["volume"]
    licence: Text


SourceSection = Annotated[
    CaptionsSource
    | NotesSource
    | TextSource
    | ArticleSource
    | CnxmlSource
    | PdfSource
    | QuestionsSource
    | CasesSource
    | SpiderSource
    | VolumeSource,
    Field(discriminator="kind"),
]


class BuildConfig(_Section):
    """A whole build file; `folder` is where it lies, and relative paths start there."""

    dataset: DatasetSection
    source: tuple[SourceSection, ...] = Field(min_length=1)
    folder: Path = Path()

    def path(self, source: SourceSection) -> Path:
        """Where a source lies."""
        return self.folder / source.path


def read_config(path: Path) -> BuildConfig:
    """Read a build file.

    Raises:
        ConfigError: no such file, no TOML, a key missing, unknown or wrong, or two sources of one name.
    """
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise ConfigError(f"{path}: no such build file; `spinemed demo` shows one at work") from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read as TOML: {error}") from None
    if "folder" in values:
        raise ConfigError(f"{path}: unknown key 'folder'")
    try:
        config = BuildConfig.model_validate({**values, "folder": path.resolve().parent})
    except ValidationError as error:
        raise ConfigError(f"{path}: {describe(error)}") from None
    names = [source.name for source in config.source]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise ConfigError(f"{path}: source.name: two sources are called {', '.join(twice)}; give each its own")
    return config
