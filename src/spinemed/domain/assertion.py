"""How a statement is made: on which side, how surely, and by which count its level was named."""

from __future__ import annotations

from enum import StrEnum


class Laterality(StrEnum):
    """Side of the patient, never of the picture."""

    LEFT = "left"
    RIGHT = "right"
    BILATERAL = "bilateral"
    MIDLINE = "midline"
    NOT_STATED = "not_stated"


class Certainty(StrEnum):
    """Polarity and confidence of a fact. `NOT_ASSESSED` is neither absent nor normal: it refutes nothing."""

    PRESENT = "present"
    ABSENT = "absent"
    UNCERTAIN = "uncertain"
    HISTORICAL = "historical"
    FAMILY = "family"
    NOT_ASSESSED = "not_assessed"


class Numbering(StrEnum):
    """How a level got its number; a count from a partial field of view is `ASSUMED` or `UNDETERMINED`, never more."""

    AS_WRITTEN = "as_written"
    ANCHORED_C2 = "anchored_c2"
    ANCHORED_SACRUM = "anchored_sacrum"
    ANCHORED_LOCALIZER = "anchored_localizer"
    ASSUMED = "assumed"
    UNDETERMINED = "undetermined"
