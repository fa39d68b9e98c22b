"""Which of the two languages a text is written in, by its script."""

from __future__ import annotations

import re

from spinemed.domain.taxonomy import Language

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_LATIN_WORD = re.compile(r"[A-Za-z]{3,}")


def detect_language(text: str) -> Language:
    """Chinese where there are more Han characters than Latin words of three letters; L4, MR and CT are of no language."""
    return Language.ZH if len(_HAN.findall(text)) > len(_LATIN_WORD.findall(text)) else Language.EN
