"""How the patterns of the level finder are compiled: white space between two words has an end."""

from __future__ import annotations

import re

# A list of a whole column has 24 names; longer ones are hostile or a table, and reading them as one costs quadratic time.
LONGEST_LIST = 26

_BLANKS = {r"\s*": r"\s{0,6}", r"\s+": r"\s{1,6}", r"[\s,-]+": r"[\s,-]{1,6}", r"[\s-]+": r"[\s-]{1,6}", r"[\s-]*": r"[\s-]{0,6}"}


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern whose gaps hold at most six blanks.

    Several unbounded gaps in a row take cubic time on a long run of blanks, as in padded tables; and words that far apart have
    nothing to do with each other.
    """
    for unbounded, bounded in _BLANKS.items():
        source = source.replace(unbounded, bounded)
    return re.compile(source, flags)
