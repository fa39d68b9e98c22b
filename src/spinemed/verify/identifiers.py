"""Stretches of a text that look like an identifier of a person: what must not reach an item.

A safety net for constructed items, not a de-identification: that is a stage of its own. It knows full dates, telephone and
record numbers, e-mail and web addresses, titled names and labelled names.
"""

from __future__ import annotations

import re

_PATTERNS = re.compile(
    r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b"
    r"|\b\d{4}[/.-]\d{1,2}[/.-]\d{1,2}\b|\d{4}年\d{1,2}月(?:\d{1,2}日)?"
    r"|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2},? \d{4}\b"
    r"|\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{4}\b|\+\d{1,3}[ -]\d[\d -]{6,14}\d|"
    r"\(?\b\d{3}\)?[ -]\d{3}-\d{4}\b|\b1[3-9]\d{9}\b|\b\d{17}[\dXx]\b|\b\d{3}-\d{2}-\d{4}\b"
    r"|\b[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{1,64}|https?://\S+|\bwww\.\S+"
    r"|\b(?:[Hh]ospital|[Pp]atient|[Cc]hart|[Rr]ecord|[Cc]ase|[Aa]dmission|NHS|ID)\s?(?:number|[Nn]o\.?|ID|#|:)"
    r"\s?[A-Z]{0,3}[ -]?\d{4,}"
    r"|\b(?:MRN|MR|Acct|Account|Accession)\s?(?:#|No\.?|number|:)\s?[A-Z]*\d{4,}|\bMRN[:：]?\s?\d{4,}|(?:住院号|门诊号|病历号|"
    r"身份证号?|影像号)[:：]?\s?[A-Z]*\d{4,}"
    r"|\b(?:Dr|Mr|Mrs|Ms|Prof)\.? [A-Z][a-z]+(?: [A-Z][a-z]+)?"
    r"|(?:姓名|患者姓名|联系人)[:：]\s?[\u4e00-\u9fff]{2,4}"
    r"|\b(?:Name|Patient|Attending(?: MD)?|Physician)\s?: [A-Z][a-z]+ [A-Z]?[a-z]*",
    re.ASCII,  # else a Chinese character is part of a word, and no number begins right after one
)


def find_identifiers(text: str) -> list[tuple[int, int]]:
    """Start and end of every stretch that looks like an identifier."""
    return [m.span() for m in _PATTERNS.finditer(text)]
