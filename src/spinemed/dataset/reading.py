"""An item made ready to be read by people: what rests on which words of the source, and what refutes a wrong option."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spinemed.dataset.split import Split
from spinemed.domain.assertion import Laterality
from spinemed.domain.findings import FINDINGS
from spinemed.domain.names import format_name
from spinemed.domain.records import (
    Candidate,
    Check,
    ClinicianDecision,
    Evidence,
    Fact,
    GradingRow,
    Item,
    MaskEvidence,
    ReportSection,
    TextSpan,
)
from spinemed.domain.scales import SCALES

PICTURE = "<image>"
LONGEST_QUOTE = 90


@dataclass(frozen=True)
class Piece:
    """A stretch of text; `evidence` where a fact rests on it."""

    text: str
    evidence: bool = False


@dataclass(frozen=True)
class Turn:
    """One message without option lines, with the evidence in it marked."""

    role: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Choice:
    """One option; a wrong one says which fact refutes it."""

    letter: str
    text: str
    is_key: bool
    refuted_by: str


@dataclass(frozen=True)
class FactRow:
    """One fact in words."""

    finding: str
    level: str
    side: str
    degree: str
    certainty: str
    evidence: str


@dataclass(frozen=True)
class Sample:
    """An item on the page."""

    item: Item
    split: Split
    hint: str
    pictures: tuple[str, ...]
    passages: tuple[tuple[Piece, ...], ...]
    turns: tuple[Turn, ...]
    choices: tuple[Choice, ...]
    sections: tuple[ReportSection, ...]
    facts: tuple[FactRow, ...]
    checks: tuple[Check, ...]


def sample(candidate: Candidate, split: Split, pictures: Sequence[str]) -> Sample:
    """An item with its evidence marked; a passage that no message shows stands by itself."""
    item = candidate.item
    turns = tuple(Turn(message.role, _pieces(item, text)) for message, text in zip(item.messages, _contents(item), strict=True))
    hidden = [span for span in item.context if not any(span.quote in message.content for message in item.messages)]
    return Sample(
        item=item,
        split=split,
        hint=_hint(item),
        pictures=tuple(pictures),
        passages=tuple(_marked(span.quote, _evidence_in(item, span)) for span in hidden),
        turns=turns if not item.sections else tuple(turn for turn in turns if not _repeats(turn, item.sections)),
        choices=_choices(item),
        sections=item.sections,
        facts=tuple(_row(fact) for fact in item.facts),
        checks=candidate.checks,
    )


def _hint(item: Item) -> str:
    """The question in one line: its last line that asks, else the one before the call for a letter, else the last."""
    lines = [line.strip() for line in _contents(item)[0].split("\n") if line.strip()]
    plain = lines[-2:-1] if item.options else lines[-1:]
    line = next((line for line in reversed(lines) if line.endswith(("?", "？"))), "".join(plain))
    return line if len(line) <= LONGEST_QUOTE else f"{line[:LONGEST_QUOTE]}…"


def _contents(item: Item) -> list[str]:
    """Messages without option lines, which stand below with what refutes them, and without marks of pictures."""
    lines = [option.line for option in item.options]
    listed = "\n".join(lines)
    found: list[str] = []
    for message in item.messages:
        text = message.content.replace(f"{PICTURE}\n", "").replace(PICTURE, "")
        found.append(text.replace(f"{listed}\n\n", "").replace(listed, "").strip() if listed else text.strip())
    return found


def _repeats(turn: Turn, sections: Sequence[ReportSection]) -> bool:
    said = "".join(piece.text for piece in turn.pieces)
    return turn.role == "assistant" and all(section.text.strip() in said for section in sections)


def _pieces(item: Item, text: str) -> tuple[Piece, ...]:
    """The text with the evidence marked in every passage that it quotes."""
    places: list[tuple[int, int]] = []
    for span in item.context:
        start = text.find(span.quote)
        if start >= 0:
            places += [(start + low, start + high) for low, high in _evidence_in(item, span)]
    return _marked(text, places)


def _evidence_in(item: Item, passage: TextSpan) -> list[tuple[int, int]]:
    spans = [one for fact in item.facts for one in fact.evidence if isinstance(one, TextSpan) and passage.holds(one)]
    return [(span.start - passage.start, span.end - passage.start) for span in spans]


def _marked(text: str, places: Iterable[tuple[int, int]]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    end = 0
    for low, high in sorted(places):
        if high > end:
            pieces += [Piece(text[end : max(end, low)]), Piece(text[max(end, low) : high], evidence=True)]
            end = high
    return tuple(piece for piece in (*pieces, Piece(text[end:])) if piece.text)


def _choices(item: Item) -> tuple[Choice, ...]:
    facts = {fact.id: fact for fact in item.facts}
    return tuple(
        Choice(option.letter, option.text, option.letter == item.key, _refutation(facts.get(option.refuted_by or "")))
        for option in item.options
    )


def _refutation(fact: Fact | None) -> str:
    if fact is None:
        return ""
    row = _row(fact)
    if fact.finding is None and fact.quantity is None and fact.procedure is None:
        return f"the mask says {row.level}" if isinstance(fact.evidence[0], MaskEvidence) else f"the text names {row.level}"
    return f"{row.level}: " + ", ".join(part for part in (row.finding, row.degree, row.side, row.certainty) if part)


def _row(fact: Fact) -> FactRow:
    named = fact.laterality is not Laterality.NOT_STATED
    sides = [fact.laterality.value] if named else []
    return FactRow(
        finding=_subject(fact),
        level=format_name(fact.anatomy),
        side=", ".join([*sides, *([fact.zone.value.replace("_", " ")] if fact.zone else [])]),
        degree=_degree(fact),
        certainty=fact.certainty.value.replace("_", " "),
        evidence="; ".join(dict.fromkeys(_rests_on(one) for one in fact.evidence)),
    )


def _subject(fact: Fact) -> str:
    if fact.finding:
        return FINDINGS[fact.finding].name_en
    return (fact.procedure or fact.quantity or "level named").replace("_", " ")


def _degree(fact: Fact) -> str:
    if fact.grade:
        return f"{SCALES[fact.grade.scale].name_en} {fact.grade.value}"
    if fact.value is None:
        return ""
    interval = f" ({fact.interval[0]:g} to {fact.interval[1]:g})" if fact.interval else ""
    return f"{fact.value:g} {fact.unit}{interval}"


def _rests_on(evidence: Evidence) -> str:
    match evidence:
        case TextSpan(quote=quote):
            return f"“{quote}”" if len(quote) <= LONGEST_QUOTE else f"“{quote[:LONGEST_QUOTE]}…”"
        case GradingRow(row=row):
            return f"grading table, row {row}"
        case MaskEvidence(labels=labels, mark=mark):
            return f"mask label {', '.join(map(str, labels))}" + (f", marked {mark}" if mark else "")
        case ClinicianDecision():
            return "clinician's decision"
