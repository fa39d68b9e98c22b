"""Promises: a text is taken for Chinese or English by its script, however many levels and abbreviations stand in it."""

from __future__ import annotations

import pytest

from spinemed.domain.taxonomy import Language
from spinemed.language.detect import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("腰椎MRI：L4/5椎间盘突出，T2WI低信号", Language.ZH),
        ("L4/5 HNP", Language.EN),
        ("Disc herniation at L4-5 (腰4/5)", Language.EN),
        ("椎間盤", Language.ZH),
        ("", Language.EN),
        ("DICOM MRI STIR TSE，腰椎间盘突出症", Language.ZH),
    ],
)
def test_the_language_of_a_text(text: str, language: Language) -> None:
    assert detect_language(text) is language
