"""What a label of a mask stands for: a part of the spine, its level, or the plain statement that the level is not known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Final, TypeAlias

from spinemed.domain.levels import Segment, Variant, Vertebra
from spinemed.errors import CodecError


class Part(StrEnum):
    """Kind of thing a label marks.

    `ENDPLATES` are both plates at a disc. `SACRUM` is the whole bone as one piece, where S1 cannot be told from the rest.
    `CORD_AT_VERTEBRA` is a stretch of cord beside a vertebra: it has the vertebra's level and none of its shape.
    """

    VERTEBRA = "vertebra"
    DISC = "disc"
    ENDPLATES = "endplates"
    SACRUM = "sacrum"
    RIB = "rib"
    CORD_AT_VERTEBRA = "cord_at_vertebra"
    OTHER = "other"


class Undetermined(Enum):
    """Type of `UNDETERMINED`: the thing has a level, and its label does not tell which."""

    UNDETERMINED = "undetermined"

    def __str__(self) -> str:
        return self.value


UNDETERMINED: Final = Undetermined.UNDETERMINED
Level: TypeAlias = Vertebra | Segment | Undetermined

_LEVEL_OF_PART: dict[Part, type[Vertebra] | type[Segment]] = {
    Part.VERTEBRA: Vertebra,
    Part.CORD_AT_VERTEBRA: Vertebra,
    Part.DISC: Segment,
    Part.ENDPLATES: Segment,
}


@dataclass(frozen=True)
class Structure:
    """One thing a label marks.

    Args:
        part: its kind.
        level: a vertebra or a segment by kind; `UNDETERMINED` where the number is an instance number or a class of all
            levels; None where the thing has no level (cord, canal, ribs, sacrum as a whole, organs).
        name: snake_case noun, the source's own where it has one.
        partial: the field of view cuts the vertebra.

    Raises:
        CodecError: a level that does not belong to the part.
    """

    part: Part
    level: Level | None
    name: str
    partial: bool = False

    def __post_init__(self) -> None:
        wanted = _LEVEL_OF_PART.get(self.part)
        fits = self.level is None if wanted is None else isinstance(self.level, (wanted, Undetermined))
        if not fits:
            expected = f"a {wanted.__name__} or UNDETERMINED" if wanted else "None"
            raise CodecError(f"level of a {self.part} is {self.level}: give {expected}")
        if isinstance(self.level, Segment) and self.level.upper < Vertebra.C2:
            raise CodecError(f"level of a {self.part} is {self.level}: no disc lies above C2-C3")
        if self.partial and self.part is not Part.VERTEBRA:
            raise CodecError(f"partial is set on a {self.part}: only a vertebra is marked as partly visible")

    @property
    def undetermined(self) -> bool:
        """True where there is a level and the label does not tell it."""
        return self.level is UNDETERMINED

    @property
    def variants(self) -> frozenset[Variant]:
        """Flags of a level outside the standard row."""
        return self.level.variants if isinstance(self.level, (Vertebra, Segment)) else frozenset()

    def __str__(self) -> str:
        words = "partial " * self.partial + self.name.replace("_", " ")
        if self.level is None:
            return words
        return f"{words} (level undetermined)" if self.undetermined else f"{self.level} {words}"


def vertebra(level: Vertebra | Undetermined, name: str = "vertebra", *, partial: bool = False) -> Structure:
    """A vertebra, or a class or instance of vertebrae of undetermined level."""
    return Structure(Part.VERTEBRA, level, name, partial)


def disc(level: Segment | Undetermined, name: str = "intervertebral_disc") -> Structure:
    """An intervertebral disc."""
    return Structure(Part.DISC, level, name)


def endplates(level: Segment | Undetermined, name: str = "endplates") -> Structure:
    """Both endplates at a disc."""
    return Structure(Part.ENDPLATES, level, name)


def rib(name: str) -> Structure:
    """A rib; its number names no level of the column by itself."""
    return Structure(Part.RIB, None, name)


def other(name: str) -> Structure:
    """Something known that has no level."""
    return Structure(Part.OTHER, None, name)


SACRUM: Final = Structure(Part.SACRUM, None, "sacrum")
