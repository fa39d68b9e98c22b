"""The words of a text that carry meaning, whether or not any list knows them, and whether two texts have the same.

Text about rare diseases repeats itself word for word ("this condition is inherited in an autosomal recessive pattern") with
another name in it. No list has every name, so what two texts do not share must be harmless: words of grammar and of asking, or
the same word misread.
"""

from __future__ import annotations

import re

from spinemed.dataset.clinical_words import CLINICAL_WORDS

_SHORTEST = 4
# Letters that a scanner may misread in a word, by the length of the shorter form; words below these lengths have to be the same.
_EDITS_OF_LENGTH = ((6, 2), (5, 1))
# Characters of one text that the other lacks; a name has two or more.
_MOST_HAN = 1
_WORD = re.compile(r"[a-z]+|[\u4e00-\u9fff]")
_HARMLESS = frozenset(
    """
    about according again also another answer answered answers asked asks been being best both briefly called caption choose
    contain contains could decide describe described describes description does each excerpt explicitly figure find finding
    findings following form from give given gives goes have having here indicate indicated indicates into just level levels
    list listed look made make many mention mentioned mentions much must name named names note noted notes option options other
    over please point points question read refer referred refers report reported reports said same sentence shall shown shows
    show some source state stated statement states such summarise summarize tell text than that their them then there these they
    this those through toward under upon using very want were what when where which while will with within word words would write
    written your
    """.split()
)
_HARMLESS_HAN = frozenset(
    "的了在是为之其该此这那些个和与及或被把由于以从到对将也都就请问何怎样哪什么吗呢中文英注图述写明示提到见所得出给列根据阅读答选项"
)


def content_words(text: str) -> frozenset[str]:
    """Words of four letters or more and single Chinese characters, without those of grammar, of asking and of the fingerprint.

    Args:
        text: small letters without punctuation.
    """
    found = set(_WORD.findall(text))
    return frozenset(word for word in found if word > "z" or len(word) >= _SHORTEST) - _HARMLESS - _HARMLESS_HAN - CLINICAL_WORDS


def same_words(one: frozenset[str], other: frozenset[str]) -> bool:
    """True where each text has the words of the other, be they misread or inflected ("touch", "touches")."""
    left, right = one - other, other - one
    if max(len(_han(left)), len(_han(right))) > _MOST_HAN:
        return False
    return _all_found(left - _han(left), other | _HARMLESS) and _all_found(right - _han(right), one | _HARMLESS)


def _han(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if word > "\u4e00")


def _all_found(words: frozenset[str], among: frozenset[str]) -> bool:
    """True where each word is a form or a misreading of one of the others."""
    return all(any(_misread(word, other) for other in among) for word in words)


def _misread(a: str, b: str) -> bool:
    length = min(len(a), len(b))
    allowed = next((edits for least, edits in _EDITS_OF_LENGTH if length >= least), 0)
    return abs(len(a) - len(b)) <= allowed and _edits(a, b) <= allowed


def _edits(a: str, b: str) -> int:
    """Levenshtein distance."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (x != y))
    return row[-1]
