"""Promises: a sample shows which words of the source each fact rests on, and why each wrong option is wrong."""

from __future__ import annotations

from hypothesis import given, settings

from dataset_cases import NOTE, QUESTION, a_case, a_choice, a_picture, a_source
from spinemed.dataset.reading import Piece, Sample, sample
from spinemed.domain.assertion import Certainty, Laterality, Numbering
from spinemed.domain.findings import Finding
from spinemed.domain.levels import Segment, Vertebra
from spinemed.domain.records import Candidate, Fact, GradingRow, Item, MaskEvidence, Message, ReportSection, TextSpan
from spinemed.domain.scales import Grade, Scale
from spinemed.domain.taxonomy import Language, Task
from strategies import items as any_item

L45 = Segment(Vertebra.L4, Vertebra.L5)


def shown(item: Item) -> Sample:
    return sample(Candidate(item=item, traces=()), "train", ())


def fact_on(*quotes: str, note: str = NOTE, **changes: object) -> Fact:
    spans = tuple(TextSpan(source=a_source().id, start=note.index(q), end=note.index(q) + len(q), quote=q) for q in quotes)
    said = {"anatomy": L45, "finding": Finding.DISC_PROTRUSION, "certainty": Certainty.PRESENT, "evidence": spans}
    return Fact.model_validate({**said, "method": "t", "numbering": Numbering.AS_WRITTEN, **changes})


def test_evidence_is_marked_where_the_message_quotes_the_source() -> None:
    item = a_case(facts=(fact_on("L4-L5"), fact_on("disc protrusion of 4 mm", "protrusion")))
    (question, answer) = shown(item).turns
    assert [piece.text for piece in question.pieces if piece.evidence] == ["L4-L5", "disc protrusion of 4 mm"]
    assert "".join(piece.text for piece in question.pieces) == item.messages[0].content
    assert answer.pieces == (Piece(item.messages[1].content),)


def test_a_passage_that_no_message_quotes_stands_by_itself() -> None:
    messages = (Message(role="user", content=QUESTION[Language.EN]), Message(role="assistant", content="L4-L5"))
    (passage,) = shown(a_case(facts=(fact_on("L4-L5"),), messages=messages)).passages
    assert "".join(piece.text for piece in passage) == NOTE
    assert [piece.text for piece in passage if piece.evidence] == ["L4-L5"]
    assert shown(a_case()).passages == ()


def test_evidence_of_another_source_or_place_is_not_marked() -> None:
    """A quote that does not stand at its offsets marks nothing."""
    wrong = TextSpan(source=a_source().id, start=5, end=10, quote="L4-L5")
    elsewhere = TextSpan(source="sha256:z", start=NOTE.index("L4-L5"), end=NOTE.index("L4-L5") + 5, quote="L4-L5")
    item = a_case(facts=(fact_on("L4-L5", evidence=(wrong, elsewhere)),))
    assert not any(piece.evidence for turn in shown(item).turns for piece in turn.pieces)


def test_options_stand_apart_with_what_refutes_them() -> None:
    one = shown(a_choice("L4-L5", "L3-L4"))
    assert [(choice.letter, choice.is_key, choice.refuted_by) for choice in one.choices] == [
        ("A", True, ""),
        ("B", False, "L4-L5: disc protrusion, present"),
    ]
    asked = "".join(piece.text for piece in one.turns[0].pieces)
    assert "B. L3-L4" not in asked
    assert asked.endswith("Answer with the letter.")
    assert one.hint == "Which level?"


def test_a_report_is_shown_by_its_sections() -> None:
    sections = (ReportSection(name="diagnosis", text="Protrusion."), ReportSection(name="treatment", text=""))
    messages = (Message(role="user", content=f"{NOTE}\n\nReport."), Message(role="assistant", content="Diagnosis\nProtrusion."))
    one = shown(a_case(task=Task.REPORT, sections=sections, messages=messages))
    assert [turn.role for turn in one.turns] == ["user"]
    assert one.sections == sections
    other = (messages[0], Message(role="assistant", content="Something else."))
    assert [turn.role for turn in shown(a_case(task=Task.REPORT, sections=sections, messages=other)).turns] == [
        "user",
        "assistant",
    ]


def test_facts_are_put_in_words() -> None:
    graded = fact_on(
        "L4-L5",
        finding=Finding.DISC_DEGENERATION,
        grade=Grade(Scale.PFIRRMANN, "III"),
        laterality=Laterality.LEFT,
        evidence=(GradingRow(source="s", row=3), MaskEvidence(study="s", mask="m", labels=(20, 21), mark="B")),
    )
    measured = fact_on("4 mm", finding=None, quantity="slip", value=4, unit="mm", interval=(3, 5), certainty=Certainty.UNCERTAIN)
    rows = shown(a_case(facts=(graded, measured))).facts
    assert (rows[0].finding, rows[0].level, rows[0].side, rows[0].degree) == (
        "disc degeneration",
        "L4-L5",
        "left",
        "Pfirrmann III",
    )
    assert rows[0].evidence == "grading table, row 3; mask label 20, 21, marked B"
    assert (rows[1].finding, rows[1].degree, rows[1].certainty, rows[1].evidence) == (
        "slip",
        "4 mm (3 to 5)",
        "uncertain",
        "“4 mm”",
    )


def test_marks_of_pictures_are_not_read_out() -> None:
    messages = (Message(role="user", content="<image>\nWhich level is A?"), Message(role="assistant", content="L4"))
    assert shown(a_case(messages=messages, pictures=(a_picture("a"),))).turns[0].pieces == (Piece("Which level is A?"),)


@settings(max_examples=100, deadline=None)
@given(any_item())
def test_any_item_can_be_shown(item: Item) -> None:
    one = shown(item)
    assert len(one.facts) == len(item.facts)
    assert [choice.is_key for choice in one.choices].count(True) == (1 if item.key else 0)
