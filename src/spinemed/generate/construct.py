"""FactSheet -> items, from facts alone: no model, no network, the same items for the same facts and seed.

A wrong option is always *refuted* by a fact of the sheet (another grade there, a finding graded absent there); silence refutes
nothing. Each question is made in English and Chinese from the same facts, joined by a pair id, with options in the same order.
"""

from __future__ import annotations

import hashlib
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spinemed.domain.assertion import Numbering
from spinemed.domain.records import Candidate, Document, FactSheet, Item, Message, Option, Parameter, Trace
from spinemed.domain.taxonomy import Language, Modality, Subfield, Task
from spinemed.generate.discs import disc_questions
from spinemed.generate.mentions import mention_questions
from spinemed.generate.phrasing import ANSWER, STEMS
from spinemed.generate.question import Question

ENGINE = "construct"
MOST_ITEMS_OF_A_FACT = 4
LETTERS = ("A", "B", "C", "D", "E", "F")


@dataclass(frozen=True)
class Construction:
    """Settings of construction: languages to write, and the seed that chooses phrasings, distractors and their order."""

    languages: tuple[Language, ...] = (Language.EN, Language.ZH)
    seed: int = 0


def construct(sheet: FactSheet, *, settings: Construction) -> Iterator[Candidate]:
    """Multiple-choice items of one sheet; at most four a fact, language and task."""
    questions = mention_questions if isinstance(sheet.content, Document) else disc_questions
    used: Counter[str] = Counter()
    for question in questions(sheet, _dice(settings.seed, sheet.id)):
        if all(used[fact.id] < MOST_ITEMS_OF_A_FACT for fact in question.about):
            used.update(fact.id for fact in question.about)
            for language in settings.languages:
                yield _candidate(sheet, question, language, settings)


def _dice(seed: int, *key: str) -> random.Random:
    """Random numbers that depend on the seed and what they are for, never on what was made before."""
    digest = hashlib.blake2b("|".join((str(seed), *key)).encode(), digest_size=8).digest()
    return random.Random(int.from_bytes(digest))  # noqa: S311 - phrasing, not secrets


def _candidate(sheet: FactSheet, question: Question, language: Language, settings: Construction) -> Candidate:
    pair = hashlib.blake2b(
        "|".join((question.kind, sheet.id, *(f.id for f in question.about))).encode(), digest_size=8
    ).hexdigest()
    order = list(range(len(question.options)))
    _dice(settings.seed, pair, "order").shuffle(order)
    stem = _dice(settings.seed, pair, language).choice(STEMS[question.kind][language]).format(**question.words[language])
    options = tuple(
        Option(letter=letter, text=question.options[at].text[language], refuted_by=question.options[at].refuted_by)
        for letter, at in zip(LETTERS, order, strict=False)
    )
    key = next(option for option in options if option.refuted_by is None)
    item = Item(
        task=Task.MCQ,
        language=language,
        modality=_modality(sheet),
        axes=question.axes,
        subfield=Subfield.SPINE,
        levels=question.levels,
        numbering=question.about[0].numbering if question.about else Numbering.UNDETERMINED,
        pictures=tuple(image.picture for image in getattr(sheet.content, "images", ())),
        messages=_messages(sheet, question, language, stem, options, key),
        options=options,
        key=key.letter,
        facts=question.facts,
        context=question.context,
        sources=(sheet.content.source,),
        pair=f"pair-{pair}",
    )
    return Candidate(item=item, traces=(_trace(item, settings, question),))


def _modality(sheet: FactSheet) -> Modality:
    return Modality.TEXT if isinstance(sheet.content, Document) else sheet.content.images[0].modality


def _messages(
    sheet: FactSheet, question: Question, language: Language, stem: str, options: Sequence[Option], key: Option
) -> tuple[Message, ...]:
    pictures = "" if isinstance(sheet.content, Document) else "<image>\n" * len(sheet.content.images)
    shown = f"{question.shown[language]}\n\n" if question.shown else ""
    listed = "\n".join(f"{option.letter}. {option.text}" for option in options)
    ask = f"{pictures}{shown}{stem}\n\n{listed}\n\n{ANSWER[language]}"
    return Message(role="user", content=ask), Message(
        role="assistant", content=f"{key.letter}. {key.text}\n{question.rationale[language]}"
    )


def _trace(item: Item, settings: Construction, question: Question) -> Trace:
    return Trace(
        item=item.id,
        stage="construct",
        engine=ENGINE,
        seed=settings.seed,
        parameters=(Parameter(name="question", value=question.kind),),
    )
