"""A codec: one numbering of one tool or data set, read and written.

A codec is always named by whoever brings the mask, because the numbers alone do not tell: 6 is C6 in VerSe, L1 in
TotalSegmentator's `vertebrae_mr`, T12 in SPIDER and nothing but the fifth bone in view where SPINEPS ran without its labelling
model. Nothing here looks at a mask and picks a codec.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from spinemed.domain.assertion import Numbering
from spinemed.domain.codecs.structure import Level, Part, Structure
from spinemed.domain.levels import STANDARD_ROW, Segment, Vertebra
from spinemed.errors import CodecError

PRESACRAL: tuple[Vertebra, ...] = tuple(v for v in STANDARD_ROW.vertebrae if Vertebra.C1 <= v <= Vertebra.L5)
"""C1 to L5, the 24 bones most tools number from one end or the other."""
DISCS: tuple[Segment, ...] = STANDARD_ROW.discs
"""C2-C3 to L5-S1, the 23 discs of the standard row."""
# A bare vertebra or segment stands for the bone or the disc, never for endplates or a partly visible bone.
_NAMED_BY_LEVEL = (Part.VERTEBRA, Part.CORD_AT_VERTEBRA, Part.DISC)


class CodecFlag(StrEnum):
    """What whoever uses the levels of a codec has to know."""

    MODEL_OUTPUT = "model_output"
    """A network named the levels; no reader confirmed them."""
    COUNTED = "counted_without_lstv_check"
    """Levels follow from a count that takes twelve thoracic and five lumbar vertebrae for granted."""
    INSTANCE_NUMBERS = "instance_numbers"
    """Numbers tell the bones apart and name no level."""
    CLASSES_ONLY = "classes_only"
    """One number for all bones, one for all discs: no level."""
    ROW_DEPENDENT = "row_dependent"
    """What some labels mean depends on which others are present: read a mask with `decode_mask`."""
    BODIES_ONLY = "bodies_only"
    """The vertebral body alone is labelled, without arch and processes."""
    ON_CORD = "levels_on_cord"
    """Vertebral levels painted on the cord: they have no shape of a bone."""
    POINTS = "points"
    """Single voxels, nothing to measure but their place."""
    THIRD_PARTY = "third_party_table"
    """No file of the data set's own holds the table; it was taken from software that reads it."""


@dataclass(frozen=True)
class RowRule:
    """What a label means in a row of vertebrae other than the standard one.

    Args:
        label: the label that is read otherwise.
        present: labels that must all be in the mask.
        absent: labels of which none may be.
        structure: what the label then stands for.
    """

    label: int
    present: frozenset[int]
    absent: frozenset[int]
    structure: Structure

    def holds(self, labels: frozenset[int]) -> bool:
        """True in a mask with exactly these labels."""
        return self.present <= labels and self.absent.isdisjoint(labels)


@dataclass(frozen=True)
class Codec:
    """One numbering. Label 0 is background everywhere and belongs to no codec.

    Args:
        name: how users name it.
        source: package and version, or repository, and the file the table was checked against.
        numbering: how its levels got their numbers; a reader of the mask may find an anchor and state more.
        table: every known label in the standard row; no structure has two labels.
        flags: what its user has to know.
        rules: other readings by the labels present, the first that holds counts.

    Raises:
        CodecError: a label below 1, or two labels of one structure.
    """

    name: str
    source: str = field(compare=False)
    numbering: Numbering = field(compare=False)
    table: Mapping[int, Structure] = field(compare=False, repr=False)
    flags: frozenset[CodecFlag] = field(default=frozenset(), compare=False)
    rules: tuple[RowRule, ...] = field(default=(), compare=False, repr=False)

    def __post_init__(self) -> None:
        if len(set(self.table.values())) < len(self.table):
            raise CodecError(f"codec {self.name!r}: two labels of its table share one structure: give each its own name")
        if any(label < 1 for label in self.table):
            raise CodecError(f"codec {self.name!r}: its table holds a label below 1: 0 is background")

    @property
    def labels(self) -> tuple[int, ...]:
        """Every known label in rising order."""
        return tuple(sorted(self.table))

    @cached_property
    def _label_of(self) -> dict[Structure, int]:
        return {rule.structure: rule.label for rule in self.rules} | {what: label for label, what in self.table.items()}

    @cached_property
    def _label_of_level(self) -> dict[Level | None, int]:
        return {
            what.level: label
            for what, label in self._label_of.items()
            if what.part in _NAMED_BY_LEVEL and not what.partial and not what.undetermined
        }

    def decode(self, label: int) -> Structure:
        """What a label stands for in the standard row of vertebrae; for a whole mask ask `decode_mask`.

        Raises:
            CodecError: a label the codec does not know, background included.
        """
        found = self.table.get(label)
        if found is None:
            raise CodecError(self._unknown(label))
        return found

    def decode_mask(self, labels_present: Collection[int]) -> Mapping[int, Structure]:
        """What each label of a mask stands for, given all of them; 0 is left out.

        The row of vertebrae is read from the labels: with T13 in view the disc below T12 is T12-T13. A mask that does not
        show the variant bone cannot tell, and is read by the standard row.

        Args:
            labels_present: the distinct labels of one mask; whole numbers, of whatever type the mask was read as.

        Raises:
            CodecError: a label the codec does not know.
        """
        here = frozenset(labels_present) - {0}
        decoded = [(label, self._decode_among(label, here)) for label in sorted(here)]
        return {int(label): what for label, what in decoded}

    def _decode_among(self, label: int, here: frozenset[int]) -> Structure:
        standard = self.decode(label)
        return next((rule.structure for rule in self.rules if rule.label == label and rule.holds(here)), standard)

    def encode(self, what: Structure | Vertebra | Segment) -> int:
        """The label of a structure; a bare vertebra stands for the whole bone, a bare segment for its disc.

        Raises:
            CodecError: the codec has no label for it.
        """
        found = self._label_of.get(what) if isinstance(what, Structure) else self._label_of_level.get(what)
        if found is None:
            raise CodecError(f"codec {self.name!r} has no label for {what}: {self._instead()}")
        return found

    def _unknown(self, label: int) -> str:
        if label == 0:
            return f"label 0 is background and stands for nothing in codec {self.name!r}: leave it out"
        return (
            f"label {label} is unknown to codec {self.name!r} ({len(self.table)} labels, {self.labels[0]} to {self.labels[-1]}): "
            "name the codec of the tool that wrote the mask, or remove the label"
        )

    def _instead(self) -> str:
        if not self._label_of_level:
            return "its numbers name no levels, so run the tool's labelling or number the levels by hand"
        return "write with a codec that has it, or leave it out"
