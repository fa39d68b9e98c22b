"""Questions that a question bank brings: asked as it asks, answered in its words, in its language alone."""

from __future__ import annotations

from collections.abc import Iterator

from spinemed.domain.records import Block, Document, Fact, FactSheet, TextSpan
from spinemed.domain.taxonomy import Axis, Language
from spinemed.generate.question import Choice, Question
from spinemed.verify import BANK_KEY
from spinemed.verify.identifiers import find_identifiers

LONGEST_ANSWER = 3000
_AXES = (
    (Axis.TREATMENT, ("treatment", "treated", "治疗")),
    (Axis.PROGNOSIS_AND_RISK, ("outlook", "prognosis", "risk", "complication", "预后", "风险")),
)
_SAID = {Language.EN: "The source answers: “{quote}”", Language.ZH: "来源原文：“{quote}”"}
_BECAUSE = {Language.EN: "The source explains: “{quote}”", Language.ZH: "来源解释：“{quote}”"}


def bank_questions(sheet: FactSheet) -> Iterator[Question]:
    """One question for each `question` block that an `answer` follows; an answer with an identifier in it gives none."""
    document = sheet.content
    if not isinstance(document, Document):
        return
    language = document.source.language or Language.EN
    keys = {f.evidence[0]: f for f in sheet.facts if f.method == BANK_KEY}
    for stem, options, answer, explanation in _entries(document):
        quote = document.span(answer.start, answer.end)
        fact = keys.get(quote)
        shown = document.text[stem.start : stem.end] + quote.quote
        if fact is None or quote.end - quote.start > LONGEST_ANSWER or find_identifiers(shown):
            continue
        yield _question(document, language, stem, options, fact, quote, explanation)


def _entries(document: Document) -> Iterator[tuple[Block, list[Block], Block, Block | None]]:
    stem: Block | None = None
    options: list[Block] = []
    answer: Block | None = None
    explanation: Block | None = None
    for block in (*document.blocks, None):
        if block is None or block.kind == "question":
            if stem and answer:
                yield stem, options, answer, explanation
            stem, options, answer, explanation = block, [], None, None
        elif block.kind == "option":
            options.append(block)
        elif block.kind == "answer":
            answer = block
        elif block.kind == "explanation":
            explanation = block


def _question(
    document: Document,
    language: Language,
    stem: Block,
    options: list[Block],
    fact: Fact,
    quote: TextSpan,
    explanation: Block | None,
) -> Question:
    asked = document.text[stem.start : stem.end]
    texts = [document.text[option.start : option.end] for option in options]
    reply = _SAID[language].format(quote=quote.quote)
    context = (document.span(stem.start, stem.end), quote)
    if texts and explanation is not None:
        why = document.span(explanation.start, explanation.end)
        reply, context = _BECAUSE[language].format(quote=why.quote), (*context, why)
    return Question(
        kind="bank",
        axes=(_axis(asked),),
        about=(fact,),
        facts=(fact,),
        levels=(),
        options=tuple(Choice({language: text}, None if text == quote.quote else fact.id) for text in texts),
        words={language: {"stem": asked}},
        rationale={language: reply},
        context=context,
        languages=(language,),
    )


def _axis(asked: str) -> Axis:
    lowered = asked.lower()
    return next((axis for axis, words in _AXES if any(word in lowered for word in words)), Axis.ANATOMY_AND_KNOWLEDGE)
