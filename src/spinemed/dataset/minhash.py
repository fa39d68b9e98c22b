"""MinHash of a text: 125 numbers by which the share of character 5-grams that two texts have in common is estimated."""

# rensa ships neither stubs nor a py.typed marker: its members are unknown to the type checker, in this module only.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false

from __future__ import annotations

from array import array
from typing import TypeAlias

from rensa import RMinHash

BANDS, ROWS = 25, 5
SHINGLE = 5
_SEED = 1

Signature: TypeAlias = "array[int]"
"""BANDS * ROWS unsigned 32-bit numbers."""


def signature(text: str) -> Signature:
    """MinHash of the character 5-grams of a text."""
    grams = {text[at : at + SHINGLE] for at in range(max(1, len(text) - SHINGLE + 1))}
    sketch = RMinHash(num_perm=BANDS * ROWS, seed=_SEED)
    sketch.update(sorted(grams))
    return array("I", sketch.digest())


def similarity(a: Signature, b: Signature) -> float:
    """Estimated share of 5-grams that two texts have in common."""
    return sum(x == y for x, y in zip(a, b, strict=True)) / len(a)
