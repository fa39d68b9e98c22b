"""Levels whose extent a text leaves open ("from the T1 level distally"): a wrong option beside them could be right."""

from __future__ import annotations

import re

_OPEN_END = re.compile(
    r"[’′']?(?:\s+levels?)?\s*(?:,\s*)?(?:(?:to|through|[-–])\s*(?:the\s+)?(?:S\b|sacrum|sacral|pelvis|ilium|coccyx|"
    r"distal|lower|mid|upper|end)|"
    r"distal|caudal|inferior|downward|cranial|superior|upward|and (?:below|above|beyond)|以下|以上|至骶)",
    re.I,
)


def is_left_open(text: str, end: int) -> bool:
    """True where the level that ends at `end` is the beginning of a stretch without an end, or is primed (L5’)."""
    after = text[end : end + 40]
    primed = after[:1] in ("’", "′", "'") and after[1:2] != "s"
    return primed or _OPEN_END.match(after) is not None
