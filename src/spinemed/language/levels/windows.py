"""The words around a candidate: windows cut at the ends of sentences, and what names a bone right after it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spinemed.domain.levels import Region
from spinemed.language.levels.joins import Candidate
from spinemed.language.levels.patterns import pattern


def before(text: str, pos: int, reach: int = 90) -> str:
    """The words before `pos` back to the start of the sentence."""
    start = max(0, pos - reach)
    while 0 < start < pos and text[start - 1].isascii() and text[start - 1].isalpha() and text[start].isalpha():
        start += 1  # no half word: the end of "banana" is no antibody
    window = text[start:pos]
    breaks = [m.end() for m in _BREAK.finditer(window)]
    return window[breaks[-1] :] if breaks else window


def around(text: str, group: Sequence[Candidate], left: int, right: int) -> str:
    """The words about a group within its sentence."""
    stop = group[-1].end + right
    while group[-1].end < stop < len(text) and text[stop].isascii() and text[stop].isalpha() and text[stop - 1].isalpha():
        stop -= 1
    tail = text[group[0].start : stop]
    end = _BREAK.search(tail, group[-1].end - group[0].start)
    return before(text, group[0].start, left) + (tail[: end.start()] if end else tail)


def sentence(text: str, group: Sequence[Candidate]) -> str:
    """The words about a group up to a full stop, over semicolons."""
    left = re.split(r"[。；\n]|[.?!]\s+(?=[A-Z(])", text[max(0, group[0].start - 70) : group[0].start])[-1]
    right = re.split(r"[。；\n]|[.?!]\s+(?=[A-Z(])", text[group[-1].end : group[-1].end + 50])[0]
    return f"{left} | {right}"


_BREAK = pattern(r"[。；;]|\n\s*\n|[.?!]\s+(?=[A-Z(])")


_BONE_AFTER = pattern(
    r"\s*[-–]?\s*(?:vertebra|bod(?:y|ies)\b|spinous|lamina|pedicle|fracture|transverse|facet|end ?plate|slope|"
    r"pelvic angle|levels?\b|dis[ck]\b|compression|burst|foram|roots?\b|nerve|dermatom|"
    r"radicul|tubercle|arch\b|corpectom|laminec|laminop|screws?|process|metasta|wedg|pars\b|superior|inferior|hemivert|"
    r"spinal|myotom|interspace|"
    r"转移(?:瘤|灶)|(?:压缩|爆裂)?(?:性)?骨折|椎|神经|棘突|横突|倾斜|骨盆角|水平|节段|上终板|下终板|皮节|骶孔|后孔|皮)",
    re.I,
)


def names_bone(text: str, end: int) -> bool:
    """True where a bone, disc, root or their like is named at `end`, right after a candidate."""
    return _BONE_AFTER.match(text, end) is not None


def only(group: Sequence[Candidate], letter: str, most: int) -> bool:
    """True when every level of the group is of one region, by letter, numbered 1 to `most`."""
    region = {"T": Region.THORACIC, "S": Region.SACRAL}[letter]
    return all(a.region is region and 1 <= a.number <= most and a.form in ("letter", "bare") for c in group for a in c.atoms)
