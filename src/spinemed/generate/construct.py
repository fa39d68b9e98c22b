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
from spinemed.domain.findings import FINDINGS
from spinemed.domain.levels import Region
from spinemed.domain.records import Candidate, Document, Fact, FactSheet, Item, Message, Option, Parameter, Trace
from spinemed.domain.taxonomy import Language, Modality, Subfield, Task
from spinemed.generate.anatomy import root_questions
from spinemed.generate.answers import open_questions
from spinemed.generate.banks import bank_questions
from spinemed.generate.cases import case_dialogues
from spinemed.generate.discs import disc_questions
from spinemed.generate.findings import finding_questions
from spinemed.generate.marks import mark_questions
from spinemed.generate.mentions import mention_questions
from spinemed.generate.phrasing import ANSWER, STEMS
from spinemed.generate.pictures import picture_dialogues
from spinemed.generate.plans import plan_questions
from spinemed.generate.question import Dialogue, Question
from spinemed.generate.scopes import scopes
from spinemed.generate.stems import FACT_STEMS

ENGINE = "construct"
MOST_ITEMS_OF_A_FACT = 4
ALL_STEMS = {**STEMS, **FACT_STEMS, "bank": dict.fromkeys(Language, ("{stem}",))}
LETTERS = ("A", "B", "C", "D", "E", "F")


@dataclass(frozen=True)
class Construction:
    """Settings of construction: languages to write, and the seed that chooses phrasings, distractors and their order."""

    languages: tuple[Language, ...] = (Language.EN, Language.ZH)
    seed: int = 0


def construct(sheet: FactSheet, *, settings: Construction) -> Iterator[Candidate]:
    """Items of one sheet in every task its facts support; at most four a fact, language and task."""
    used: Counter[tuple[str, Task]] = Counter()
    seen: set[tuple[str, ...]] = set()
    for question in _questions(sheet, settings.seed):
        key = _key(question)
        room = all(used[fact.id, question.task] < MOST_ITEMS_OF_A_FACT for fact in question.about)
        if room and key not in seen:
            seen.add(key)
            used.update((fact.id, question.task) for fact in question.about)
            for language in settings.languages:
                if language in question.languages:
                    yield _candidate(sheet, question, language, settings)


def _key(question: Question | Dialogue) -> tuple[str, ...]:
    """What tells two questions of a sheet apart: what they ask of which facts; without facts, their words."""
    words = () if question.about or isinstance(question, Dialogue) else tuple(question.words[question.languages[0]].values())
    return question.kind, *(fact.id for fact in question.about), *words


def _questions(sheet: FactSheet, seed: int) -> Iterator[Question | Dialogue]:
    if not isinstance(sheet.content, Document):
        yield from disc_questions(sheet, _dice(seed, sheet.id))
        yield from picture_dialogues(sheet, _dice(seed, sheet.id, "dialogues"))
        yield from mark_questions(sheet, _dice(seed, sheet.id, "marks"))
        return
    if sheet.content.source.kind != "case":  # a case states facts: which level it names is no question beside them
        yield from mention_questions(sheet, _dice(seed, sheet.id))
    yield from (question for question in _stated(sheet, seed) if _is_of_spine(sheet, question))
    yield from bank_questions(sheet)


def _stated(sheet: FactSheet, seed: int) -> Iterator[Question | Dialogue]:
    """Questions and dialogues about what the passages of a document state."""
    for scope in scopes(sheet):
        dice = _dice(seed, sheet.id, str(scope.passage.start))
        yield from finding_questions(scope, dice)
        yield from root_questions(scope)
        yield from plan_questions(scope, dice)
        yield from open_questions(scope)
    yield from case_dialogues(sheet, _dice(seed, sheet.id, "dialogues"))


def _is_of_spine(sheet: FactSheet, question: Question | Dialogue) -> bool:
    """False for what a text of another field states, and for a finding without a level where the field is open.

    A fracture of the tibia reads like one of a vertebra that is not named; a level, or a sign of the nerves, is of the spine.
    """
    if sheet.subfield is Subfield.UNCLASSIFIED:
        return not any(_is_of_any_bone(fact) for fact in question.about)
    return sheet.subfield is Subfield.SPINE


def _is_of_any_bone(fact: Fact) -> bool:
    return fact.anatomy is Region.UNSTATED and fact.finding is not None and not FINDINGS[fact.finding].sign


def _dice(seed: int, *key: str) -> random.Random:
    """Random numbers that depend on the seed and what they are for, never on what was made before."""
    digest = hashlib.blake2b("|".join((str(seed), *key)).encode(), digest_size=8).digest()
    return random.Random(int.from_bytes(digest))  # noqa: S311 - phrasing, not secrets


def _candidate(sheet: FactSheet, question: Question | Dialogue, language: Language, settings: Construction) -> Candidate:
    pair = hashlib.blake2b("|".join((sheet.id, *_key(question))).encode(), digest_size=8).hexdigest()
    options = _options(question, _dice(settings.seed, pair, "order"), language) if isinstance(question, Question) else ()
    key = next((option for option in options if option.refuted_by is None), None)
    dice = _dice(settings.seed, pair, language)
    item = Item(
        task=question.task,
        language=language,
        modality=_modality(sheet),
        axes=question.axes,
        subfield=sheet.subfield,
        sub_condition=sheet.sub_condition,
        levels=question.levels,
        numbering=question.about[0].numbering if question.about else Numbering.UNDETERMINED,
        pictures=tuple(image.picture for image in getattr(sheet.content, "images", ())),
        messages=_messages(sheet, question, language, options, dice),
        options=options,
        key=key.letter if key else None,
        sections=question.sections[language] if isinstance(question, Dialogue) and question.sections else (),
        facts=question.facts,
        context=question.context,
        sources=(sheet.content.source,),
        pair=f"pair-{pair}" if set(settings.languages) <= set(question.languages) else None,
    )
    return Candidate(item=item, traces=(_trace(item, settings, question),))


def _options(question: Question, dice: random.Random, language: Language) -> tuple[Option, ...]:
    order = list(range(len(question.options)))
    dice.shuffle(order)
    return tuple(
        Option(letter=letter, text=question.options[at].text[language], refuted_by=question.options[at].refuted_by)
        for letter, at in zip(LETTERS, order, strict=False)
    )


def _modality(sheet: FactSheet) -> Modality:
    return Modality.TEXT if isinstance(sheet.content, Document) else sheet.content.images[0].modality


def _messages(
    sheet: FactSheet, question: Question | Dialogue, language: Language, options: Sequence[Option], dice: random.Random
) -> tuple[Message, ...]:
    pictures = "" if isinstance(sheet.content, Document) else "<image>\n" * len(sheet.content.images)
    if isinstance(question, Dialogue):
        first, *rest = question.turns[language]
        turns = (pictures + first, *rest)
        return tuple(Message(role="assistant" if n % 2 else "user", content=text) for n, text in enumerate(turns))
    stem = dice.choice(ALL_STEMS[question.kind][language]).format(**question.words[language])
    shown = f"{question.shown[language]}\n\n" if question.shown else ""
    reply = question.rationale[language]
    if options:
        listed = "\n".join(option.line for option in options)
        stem = f"{stem}\n\n{listed}\n\n{ANSWER[language]}"
        key = next(option for option in options if option.refuted_by is None)
        reply = f"{key.letter}. {key.text}\n{reply}"
    return Message(role="user", content=f"{pictures}{shown}{stem}"), Message(role="assistant", content=reply)


def _trace(item: Item, settings: Construction, question: Question | Dialogue) -> Trace:
    return Trace(
        item=item.id,
        stage="construct",
        engine=ENGINE,
        seed=settings.seed,
        parameters=(Parameter(name="question", value=question.kind),),
    )
