"""Every error SpineMed raises on purpose.

SpineMedError
├── LevelError        a name, number or pair that is no level of the human spine
├── GradeError        a grade outside its scale, or a scale of another finding
├── CodecError        a label number or structure the codec does not know
├── RecordError       a record that breaks its schema
├── ConfigError       a build file or option that cannot be used
├── SourceError       an input file that cannot be read
└── EngineError       a run folder or worker that cannot go on

A message names the argument, the value received and the remedy; never a patient's text.
"""

from __future__ import annotations


class SpineMedError(Exception):
    """Base of all declared errors: catching it never hides a programming mistake."""


class LevelError(SpineMedError, ValueError):
    """A name, number or pair that is no level of the human spine."""


class GradeError(SpineMedError, ValueError):
    """A grade outside its scale, or a scale that grades another finding."""


class CodecError(SpineMedError, ValueError):
    """A label number or structure that a codec does not know."""


class RecordError(SpineMedError, ValueError):
    """A record that breaks its schema."""


class ConfigError(SpineMedError):
    """A build file or option that cannot be used."""


class SourceError(SpineMedError):
    """An input file that cannot be read, or does not hold what its kind promises."""


class EngineError(SpineMedError):
    """A run folder or worker that cannot go on."""
