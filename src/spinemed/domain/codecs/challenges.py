"""Grading tables of two challenges, whose labels are words and codes: RSNA 2024 lumbar spine and Spark (Tianchi) 2020.

Checked against third-party readers only (no file of the organisers was at hand): RSNA columns and grades in public solutions
to the Kaggle challenge; Spark codes in wolaituodiban/spinal_detection_baseline `core/static_files/*.json` and
`data_utils.py`. That the points of Spark may carry several codes ("v1,v5") is known from comments in such code.

Findings are named as strings in snake_case. An empty cell was not assessed: it is never normal.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from spinemed.domain.assertion import Laterality
from spinemed.domain.levels import STANDARD_ROW, Segment, Vertebra
from spinemed.domain.names import parse_name
from spinemed.errors import CodecError, GradeError, LevelError

RSNA_SEGMENTS: tuple[Segment, ...] = tuple(s for s in STANDARD_ROW.segments if Vertebra.L1 <= s.upper <= Vertebra.L5)
_FINDING_OF_WORDS = {
    "spinal_canal_stenosis": "canal_stenosis",
    "neural_foraminal_narrowing": "foraminal_stenosis",
    "subarticular_stenosis": "subarticular_stenosis",
}
_WORDS_OF_FINDING = {finding: words for words, finding in _FINDING_OF_WORDS.items()}
_SEGMENT_OF_WORDS = {str(segment).lower().replace("-", "_"): segment for segment in RSNA_SEGMENTS}
_COLUMN = re.compile(
    rf"(?:(?P<side>left|right)_)?(?P<finding>{'|'.join(_FINDING_OF_WORDS)})_(?P<segment>{'|'.join(_SEGMENT_OF_WORDS)})"
)


class RsnaGrade(StrEnum):
    """A cell of RSNA 2024's train.csv: the three words of the challenge, or nothing."""

    NORMAL_MILD = "Normal/Mild"
    MODERATE = "Moderate"
    SEVERE = "Severe"
    NOT_ASSESSED = "not_assessed"


@dataclass(frozen=True)
class RsnaColumn:
    """What a column of RSNA 2024's train.csv grades.

    Args:
        finding: `canal_stenosis`, `foraminal_stenosis` or `subarticular_stenosis`.
        side: left or right; `NOT_STATED` for the canal, which has no side there.
        segment: L1-L2 to L5-S1.

    Raises:
        CodecError: the table has no such column.
    """

    finding: str
    side: Laterality
    segment: Segment

    def __post_init__(self) -> None:
        sided = self.side in (Laterality.LEFT, Laterality.RIGHT)
        central = self.side is Laterality.NOT_STATED
        known = self.finding in _WORDS_OF_FINDING and self.segment in RSNA_SEGMENTS
        if not known or not (central if self.finding == "canal_stenosis" else sided):
            raise CodecError(
                f"RSNA 2024 has no column for {self.finding} ({self.side}) at {self.segment}: the canal is graded without "
                "a side, foramen and subarticular zone left and right, at L1-L2 to L5-S1"
            )


def parse_column(name: str) -> RsnaColumn:
    """Read a column name of RSNA 2024's train.csv.

    Raises:
        CodecError: not one of its 25 graded columns.

    >>> column = parse_column("left_neural_foraminal_narrowing_l4_l5")
    >>> column.finding, str(column.side), str(column.segment)
    ('foraminal_stenosis', 'left', 'L4-L5')
    """
    found = _COLUMN.fullmatch(name.strip().lower())
    if found is None:
        raise CodecError(f"column {name[:60]!r} is unknown to RSNA 2024: expected e.g. 'spinal_canal_stenosis_l4_l5'")
    side = Laterality(found["side"]) if found["side"] else Laterality.NOT_STATED
    return RsnaColumn(_FINDING_OF_WORDS[found["finding"]], side, _SEGMENT_OF_WORDS[found["segment"]])


def format_column(column: RsnaColumn) -> str:
    """Write a column name; `parse_column` reads it back."""
    side = "" if column.side is Laterality.NOT_STATED else f"{column.side}_"
    return f"{side}{_WORDS_OF_FINDING[column.finding]}_{column.segment}".lower().replace("-", "_")


def parse_grade(cell: str | None) -> RsnaGrade:
    """Read a cell of RSNA 2024's train.csv; an empty one is `NOT_ASSESSED`.

    Raises:
        GradeError: another word than Normal/Mild, Moderate, Severe.
    """
    word = (cell or "").strip()
    if not word:
        return RsnaGrade.NOT_ASSESSED
    for grade in (RsnaGrade.NORMAL_MILD, RsnaGrade.MODERATE, RsnaGrade.SEVERE):
        if grade.value.lower() == word.lower():
            return grade
    raise GradeError(f"grade {word[:40]!r} is unknown to RSNA 2024: expected Normal/Mild, Moderate, Severe or an empty cell")


@dataclass(frozen=True)
class SparkType:
    """One code of a point in the Spark data: a type of change, never a grade.

    Args:
        code: v1 to v5.
        finding: its name; None for v1, normal.
    """

    code: str
    finding: str | None

    @property
    def normal(self) -> bool:
        """True for v1."""
        return self.finding is None


SPARK_DISC_TYPES: Mapping[str, SparkType] = MappingProxyType(
    {
        "v1": SparkType("v1", None),
        "v2": SparkType("v2", "disc_bulge"),
        "v3": SparkType("v3", "disc_protrusion"),
        "v4": SparkType("v4", "disc_extrusion"),
        "v5": SparkType("v5", "schmorl_node"),
    }
)
SPARK_VERTEBRA_TYPES: Mapping[str, SparkType] = MappingProxyType(
    {"v1": SparkType("v1", None), "v2": SparkType("v2", "vertebral_degeneration")}
)


def parse_disc_code(code: str) -> tuple[SparkType, ...]:
    """Read the `disc` tag of a Spark point: one or several codes; empty means not assessed and gives ().

    v1, normal, stands beside v5 only: the outline of the disc is normal, and it has a Schmorl node.

    Raises:
        CodecError: a code outside v1 to v5, or v1 beside a displacement.

    >>> [kind.finding for kind in parse_disc_code("v1,v5")]
    [None, 'schmorl_node']
    """
    types = _types(code, SPARK_DISC_TYPES, "disc")
    if any(kind.normal for kind in types) and any(kind.code in ("v2", "v3", "v4") for kind in types):
        raise CodecError(f"disc code {code[:40]!r} of Spark calls a disc normal and displaced: leave the point out or correct it")
    return types


def parse_vertebra_code(code: str) -> tuple[SparkType, ...]:
    """Read the `vertebra` tag of a Spark point: v1 normal, v2 degenerative; empty means not assessed and gives ().

    Raises:
        CodecError: another code, or both.
    """
    types = _types(code, SPARK_VERTEBRA_TYPES, "vertebra")
    if len(types) > 1:
        raise CodecError(
            f"vertebra code {code[:40]!r} of Spark calls a vertebra normal and degenerative: leave the point out or correct it"
        )
    return types


def _types(code: str, known: Mapping[str, SparkType], kind: str) -> tuple[SparkType, ...]:
    words = dict.fromkeys(word.strip().lower() for word in code.split(",") if word.strip())
    for word in words:
        if word not in known:
            raise CodecError(f"{kind} code {word[:40]!r} is unknown to Spark: expected {', '.join(known)}, joined by commas")
    return tuple(known[word] for word in words)


def parse_identification(name: str) -> Vertebra | Segment:
    """Read the `identification` tag of a Spark point: a vertebra ("L1") or a disc ("T12-L1"), as its annotator named it.

    The data set's own list is L1 to L5 and T12-L1 to L5-S1; another valid level is taken as written.

    Raises:
        CodecError: no vertebra and no disc.
    """
    try:
        found = parse_name(name)
    except LevelError as error:
        raise CodecError(_not_identified(name)) from error
    if isinstance(found, Vertebra) or (isinstance(found, Segment) and found.has_disc):
        return found
    raise CodecError(_not_identified(name))


def _not_identified(name: str) -> str:
    return f"identification {name[:40]!r} is unknown to Spark: expected a vertebra like 'L1' or a disc like 'T12-L1'"
