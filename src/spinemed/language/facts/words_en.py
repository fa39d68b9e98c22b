"""Stretches of English that the patterns of all findings share."""

from __future__ import annotations

WORD = r"(?:[\w'’/+-]+\s+)"
"""A plain word, a level too, with the space behind it: no punctuation that ends a phrase."""
ARE = r"(?:\s+(?:is|are|was|were|appears?|appeared|remains?|remained|looks?|seems?|has been|have been|being))?(?:\s+(?:also|both|all|again|now|well|widely|fully|still|otherwise|markedly|mildly|moderately|severely|slightly|significantly|partially|completely|clearly|not|tightly|badly|grossly|critically)){0,2}\s+"
"""A copula with its adverbs."""
