"""Whether a word that sorts a text is meant: not denied, old, of a relative or feared for later.

Coarser than the reading of facts: it only decides whether a word may speak for a class.
"""

from __future__ import annotations

import re

_STOP = re.compile(r"[.;?!](?=\s|$)|\n|\bbut\b|\bhowever\b|[。；！？]", re.I)
_STOP_ZH = re.compile(r"[，,：:]|但|[而与]?考虑")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_NOT_BEFORE = re.compile(
    r"\b(?:no(?! (?:change|longer|further))|not|without|never|nor|neither|denie[sd]|denying|negative for"
    r"|absence of|free of|exclude[sd]?|rul(?:ed?|ing) out|rather than|instead of|resembl\w+|mimic\w*)\b"
    r"|未|无(?!菌|法|力|痛)|没有|否认|除外|排除|不(?:考虑|支持|伴|是|存在|符合)|非(?!手术|甾|典型)",
    re.I,
)
_NOT_AFTER = re.compile(
    r"[^.;,，。；]{0,24}?(?:\b(?:is|are|was|were|been|being)? ?(?:not (?:seen|present|found|identified"
    r"|suspected|likely)|absent|excluded|ruled out|unlikely)\b|阴性|可能性[小低]|未见|不考虑|不明显"
    r"|[可已]?排除|除外|(?<!\d)\s*years? ago)",
    re.I,
)
_PAST_BEFORE = re.compile(
    r"\b(?:history of|previous(?:ly)?|prior|formerly?|past|remote|old(?!er)|healed|incidental(?:ly)?"
    r"|(?:after|following|since)(?= (?:\w+ ){0,2}$)|treated for)\b|既往|曾|陈旧|病史|\d年前|偶然",
    re.I,
)
_PAST_AFTER = re.compile(r"[^.;,，。；]{0,16}?(?:\byears? ago\b|\bin (?:childhood|19\d\d|20\d\d)\b|病史|史(?!密)|年前)", re.I)
_FAMILY = re.compile(
    r"\b(?:mother|father|sister|brother|aunt|uncle|grand\w+|relatives?|family history)\b|母亲|父亲|其[母父兄姐弟妹]"
    r"|[哥姐弟妹]{2}|家族",
    re.I,
)
_FEARED = re.compile(
    r"\b(?:return|call|review|seek|should|risks?|warn\w*|safety-?net|in case|complications?"
    r"|if)\b(?![^.;]{0,12}\bavailable)|如[有出发果]|若|一旦|警惕|风险|并发症|预防|防止",
    re.I,
)
_UNSURE_BEFORE = re.compile(
    r"\b(?:possibl[ey]|probabl[ey]|suspect\w*|suspicious|query|suggest\w*|may|might|consider\w*)\b|疑|可能", re.I
)
_UNSURE_AFTER = re.compile(
    r"[^.;,，。；]{0,20}?(?:\b(?:possible|suspected|cannot be excluded|not excluded)\b|可能|待排|不除外|不能排除|\?|？)", re.I
)
_UNLIKELY = re.compile(
    r"[^.;。；]{0,30}?(?:\b(?:unlikely|less likely|not favou?red)\b|可能性(?:较)?小|可能性不大|依据不足)", re.I
)
# One cause of a disease among others: the text is about the disease.
_ONE_CAUSE = re.compile(r"\b(?:as a result of|exposure to|caused by|such as)\b[^.;]{0,60}$", re.I)
UNSURE = 0.7
"""What a doubtful statement weighs against a plain one."""
UNLIKELY = 0.35
"""What a statement weighs that is thought improbable, or that names one cause among several."""


def meant(text: str, start: int, end: int) -> float:
    """How much the words at `start` to `end` count as said of the patient or topic: 1, `UNSURE`, or 0.

    >>> meant("No fracture or discitis.", 15, 23), meant("Severe discitis.", 7, 15)
    (0.0, 1.0)
    """
    before, after = _around(text, start, end)
    if old(text, start, end) or _FAMILY.search(before) or _FEARED.search(before):
        return 0.0
    unsure = _UNSURE_AFTER.match(after) is not None
    if _PAST_AFTER.match(after) or (not unsure and (_NOT_BEFORE.search(before) or _NOT_AFTER.match(after))):
        return 0.0
    if unlikely(text, end) or _ONE_CAUSE.search(before):
        return UNLIKELY
    return UNSURE if unsure or _UNSURE_BEFORE.search(before) else 1.0


def unlikely(text: str, end: int) -> bool:
    """True where the words behind call it improbable.

    >>> unlikely("Metastasis is less likely.", 10)
    True
    """
    return _UNLIKELY.match(text, end) is not None


def old(text: str, start: int, end: int) -> bool:
    """True where the words themselves, or their clause before them, say that it is an old matter.

    >>> old("A healed fracture.", 9, 17), old("A fracture.", 2, 10)
    (True, False)
    """
    before, _ = _around(text, start, end)
    return any(_PAST_BEFORE.search(said) for said in (before, text[start:end]))


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """The clause up to the words, and what follows them in it; a Chinese comma ends a clause, an English one does not."""
    before, after = text[max(0, start - 90) : start], text[end : end + 60]
    stops = [_STOP]
    if _CHINESE.search(text[max(0, start - 20) : end + 20]):
        stops.append(_STOP_ZH)
    for stop in stops:
        ends = [found.end() for found in stop.finditer(before)]
        before = before[ends[-1] :] if ends else before
        first = stop.search(after)
        after = after[: first.start()] if first else after
    return before, after
