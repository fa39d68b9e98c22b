"""Promises: every item that the schema admits gets its verdicts, the same each time, and no text however odd stops the checks."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings

from spinemed.domain.assertion import Numbering
from spinemed.domain.records import Fact, GradingRow, Item, Message, Option, ReportSection
from spinemed.domain.taxonomy import Language, Task
from spinemed.language.facts import find_facts
from spinemed.language.levels import find_mentions
from spinemed.verify import CHECKS, reading, verify_item
from spinemed.verify.words import measures_in
from strategies import a_fact, an_item, facts, items, spoken_items

SECONDS = 20.0
"""For an item of 200,000 odd characters on a machine that does other work too; a pattern that goes wrong needs minutes."""
LENGTH = 100_000


def forget() -> None:
    """Readings kept from earlier checks, that a second time be no mere memory of the first."""
    for kept in (reading.facts_in, reading.places_in, reading.claims_in):
        kept.cache_clear()


@given(items())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_item_gets_every_verdict(item: Item) -> None:
    assert [check.name for check in verify_item(item)] == [check.__name__ for check in CHECKS]


@given(spoken_items())
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_item_of_clinical_words_gets_every_verdict_twice_the_same(item: Item) -> None:
    once = verify_item(item)
    forget()
    assert verify_item(Item.from_json(item.to_json())) == once


@given(facts())
@settings(max_examples=50, deadline=None)
def test_a_fact_beside_a_question_of_its_own_is_enough(fact: Fact) -> None:
    verify_item(an_item(facts=(fact,), numbering=fact.numbering))


COUNTED = a_fact(numbering=Numbering.ASSUMED, evidence=(GradingRow(source="sha256:00", row=1, columns=("grade",)),))


def hostile(text: str, task: Task, language: Language) -> Item:
    """A text wherever an item holds words."""
    options = (Option(letter="A", text="L4-L5"), Option(letter="B", text=text)) if task is Task.MCQ else ()
    return an_item(
        task=task,
        language=language,
        numbering=Numbering.ASSUMED,
        messages=(Message(role="user", content=f"Which disc? {text}"), Message(role="assistant", content=f"A. L4-L5\n{text}")),
        options=options,
        key="A" if options else None,
        sections=(ReportSection(name="risk_and_prognosis", text=text),) if task is Task.REPORT else (),
        facts=(COUNTED,),
    )


# Each is repeated to LENGTH characters.
REPEATED = {
    "open quotation marks": "“ ",
    "closing quotation marks": "”",
    "quotations in quotations": "“a“b”",
    "blanks": " ",
    "line ends": "\n",
    "digits": "1",
    "letters": "a",
    "capitals": "L",
    "numbers": "9 ",
    "dimensions": "1 by ",
    "dates": "1/",
    "mail": "a@",
    "hosts": "a.",
    "markup": "<div><script>alert(1)</script>",
    "right to left": "\u202e\u2066\u200f",
    "nulls": "\0",
    "beyond the plane": "𝄞",
    "Chinese": "腰",
    "denials": "denied: ",
    "no": "no ",
    "counts": "count ",
    "roots": "press root ",
    "between": "between ",
    "choices": "A. x\n",
    "sections": "six ",
}


CHINESE_TOO = ("digits", "Chinese", "denials", "letters")
"""Texts that the patterns of Chinese items look at in another way."""


@pytest.mark.parametrize(
    ("name", "language"), [*((name, Language.EN) for name in REPEATED), *((name, Language.ZH) for name in CHINESE_TOO)]
)
def test_a_hostile_text_does_not_stop_the_checks(name: str, language: Language) -> None:
    unit = REPEATED[name]
    item = hostile(unit * (LENGTH // len(unit)), Task.REPORT if language is Language.ZH else Task.MCQ, language)
    forget()
    started = time.process_time()
    assert len(verify_item(item)) == len(CHECKS)
    assert time.process_time() - started < SECONDS


# An ignore-case pattern takes these for k, s and i; what looks its match up in small letters must know them.
ALIKE = str.maketrans({"k": "\N{KELVIN SIGN}", "s": "ſ", "i": "ı"})
DOTTED = str.maketrans({"i": "İ"})


@pytest.mark.parametrize("letters", [ALIKE, DOTTED], ids=["alike", "dotted"])
@pytest.mark.parametrize("task", Task)
def test_letters_that_patterns_take_for_others(task: Task, letters: dict[int, str]) -> None:
    text = "Disc bulge of 5 millimetres at the sixth disc, a six-section report; kyphosis 7 degrees; 2 centimetres."
    odd = text.translate(letters)
    assert len(verify_item(hostile(odd, task, Language.EN))) == len(CHECKS)
    find_facts(odd, of_spine=True)
    find_mentions(odd)


def test_measures_keep_their_units() -> None:
    assert measures_in("9 x 7 mm and 12mm×7mm, 5°, 33 percent") == [
        *((9.0, "mm"), (7.0, "mm"), (12.0, "mm"), (7.0, "mm")),
        *((5.0, "degree"), (33.0, "%")),
    ]
    assert measures_in("2 ſm, 3 centımetres") == [(3.0, "cm")]
