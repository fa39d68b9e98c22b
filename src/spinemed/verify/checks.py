"""Every check of an item, in order: small functions, each with one question and a reason.

They read the item as a stranger would: options and texts are parsed again, nothing is believed because a stage wrote it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from spinemed.domain.records import Check, Item, Verdict
from spinemed.verify.counting import numbering_stated, numbers_said
from spinemed.verify.derivation import facts_derived, facts_untouched
from spinemed.verify.form import (
    language_kept,
    licensed,
    one_right_option,
    options_distinct,
    pictures_shown,
    quotes_verbatim,
    reply_gives_key,
    sections_said,
    slice_shows,
)
from spinemed.verify.levels import levels_real
from spinemed.verify.marks import marks_right
from spinemed.verify.option_checks import key_supported
from spinemed.verify.reading import Reading, read_item
from spinemed.verify.reply_checks import replies_supported, stem_supported
from spinemed.verify.safety import advice_quoted, disclaimer_said, history_first, no_identifier, red_flags_named

CHECKS: tuple[Callable[[Reading], Check], ...] = (
    options_distinct,
    one_right_option,
    facts_untouched,
    facts_derived,
    quotes_verbatim,
    stem_supported,
    key_supported,
    reply_gives_key,
    replies_supported,
    marks_right,
    levels_real,
    numbering_stated,
    numbers_said,
    slice_shows,
    sections_said,
    red_flags_named,
    advice_quoted,
    history_first,
    disclaimer_said,
    language_kept,
    no_identifier,
    pictures_shown,
    licensed,
)


def verify_item(item: Item) -> tuple[Check, ...]:
    """Every check of an item, in order; the item stands when none fails."""
    reading = read_item(item)
    return tuple(check(reading) for check in CHECKS)


def failures(checks: Sequence[Check]) -> list[Check]:
    """The checks that failed."""
    return [check for check in checks if check.verdict is Verdict.FAIL]
