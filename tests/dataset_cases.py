"""Items made by hand for the tests of the dataset stage: a note with a question about it, in either language."""

from __future__ import annotations

from typing import Any

from spinemed.domain.assertion import Certainty, Numbering
from spinemed.domain.findings import Finding
from spinemed.domain.levels import Segment, Vertebra
from spinemed.domain.records import Candidate, Fact, Item, Message, Option, Picture, Source, TextSpan
from spinemed.domain.taxonomy import Axis, Language, Modality, Task

NOTE = (
    "Sagittal and axial MRI of the lumbar spine in a 54-year-old man with back pain for 3 weeks. At L4-L5 there is a mild left "
    "paracentral disc protrusion of 4 mm which touches the left L5 nerve root, with Pfirrmann grade III degeneration. There "
    "is no fracture. The conus ends at L1. Anterior slip of grade I at L5-S1 is stable. The signal of the marrow is "
    "hyperintense on T2."
)
NOTE_ZH = (
    "男，54岁，腰痛3周。腰椎MRI：腰4/5椎间盘轻度向左后突出约4毫米，左侧L5神经根受压，Pfirrmann III级。未见骨折。圆锥止于腰1水平。"
)
QUESTION = {Language.EN: "What does this note report?", Language.ZH: "该病历报告了什么？"}
ANSWER = {Language.EN: "A disc protrusion at L4-L5, on the left.", Language.ZH: "腰4/5椎间盘突出，偏左。"}


def a_source(name: str = "a", **changes: Any) -> Source:
    """A source of its own name."""
    said: dict[str, Any] = {"id": f"sha256:{name}", "kind": "note", "title": "Notes", "licence": "MIT", "origin": f"note {name}"}
    return Source(**said | changes)


def a_picture(digit: str) -> Picture:
    """A picture that is nowhere, by one hex digit."""
    return Picture(path=f"images/{digit * 64}.png", sha256=digit * 64, width_px=4, height_px=4)


def a_case(note: str = NOTE, *, language: Language = Language.EN, source: Source | None = None, **changes: Any) -> Item:
    """An open question about a note, resting on one fact."""
    source = source or a_source()
    span = TextSpan(source=source.id, start=0, end=len(note), quote=note)
    fact = Fact(
        anatomy=Segment(Vertebra.L4, Vertebra.L5),
        finding=Finding.DISC_PROTRUSION,
        certainty=Certainty.PRESENT,
        evidence=(TextSpan(source=source.id, start=0, end=8, quote=note[:8]),),
        method="invented",
        numbering=Numbering.AS_WRITTEN,
    )
    said: dict[str, Any] = {
        "task": Task.OPEN_QA,
        "language": language,
        "modality": Modality.TEXT,
        "axes": (Axis.PATHOLOGY_ASSESSMENT,),
        "levels": ("L4-L5",),
        "numbering": Numbering.AS_WRITTEN,
        "messages": (
            Message(role="user", content=f"{note}\n\n{QUESTION[language]}"),
            Message(role="assistant", content=ANSWER[language]),
        ),
        "facts": (fact,),
        "context": (span,),
        "sources": (source,),
    }
    return Item(**said | changes)


def a_choice(*texts: str, key: str = "A", **changes: Any) -> Item:
    """A multiple choice about the note; every wrong option is refuted by its one fact."""
    plain = a_case()
    options = tuple(
        Option(letter=letter, text=text, refuted_by=None if letter == key else plain.facts[0].id)
        for letter, text in zip("ABCDEF", texts, strict=False)
    )
    right = next(option for option in options if option.letter == key)
    listed = "\n".join(f"{option.letter}. {option.text}" for option in options)
    messages = (
        Message(role="user", content=f"{NOTE}\n\nWhich level?\n\n{listed}\n\nAnswer with the letter."),
        Message(role="assistant", content=f"{right.letter}. {right.text}"),
    )
    said: dict[str, Any] = {"task": Task.MCQ, "messages": messages, "options": options, "key": key}
    return a_case(**said | changes)


def candidates(*items: Item) -> list[Candidate]:
    """Items on their way, without traces."""
    return [Candidate(item=item, traces=()) for item in items]
