"""Small good items of every sort in both languages, as the JSON in which a stranger's item comes, to be spoilt fault by fault.

Facts come from the passages by the reader of facts itself, so that a passage and its facts cannot drift apart.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from spinemed.domain.assertion import Certainty, Numbering
from spinemed.domain.findings import Finding
from spinemed.domain.names import levels_of, parse_name
from spinemed.domain.records import (
    SECTIONS,
    Fact,
    GradingRow,
    Item,
    MaskEvidence,
    Message,
    Option,
    Picture,
    ReportSection,
    Source,
    TextSpan,
    variants_of,
)
from spinemed.domain.scales import Grade, Scale
from spinemed.domain.taxonomy import Axis, Language, Modality, Task
from spinemed.language.facts import find_facts
from spinemed.verify import BANK_KEY

Draft = dict[str, Any]
A_PICTURE = Picture(path="pictures/1.png", sha256="0" * 64, width_px=8, height_px=8)
A_SOURCE = Source(id="sha256:1", kind="case", title="invented", licence="Apache-2.0", origin="tests")
LETTERS = "ABCDEF"
IMAGING = {
    "en": "L4-L5: left disc extrusion. L5-S1: no disc herniation. L3-L4: moderate canal stenosis. L2-L3: mild canal stenosis.",
    "zh": "腰4/5左侧椎间盘脱出。腰5/骶1未见椎间盘突出。腰3/4椎管中度狭窄。腰2/3椎管轻度狭窄。",
}
HISTORY = {"en": "Saddle anaesthesia for one day. No fever.", "zh": "鞍区麻木1天。无发热。"}
PLAN = {"en": "Discectomy at L4-L5 is planned.", "zh": "拟行腰4/5椎间盘切除术。"}
ASSUMED = {
    "en": "The lowest disc shown is taken as L5-S1.",
    "zh": "图中最下方椎间盘视为腰5/骶1。",
}
DISCLAIMER = {"en": "This text supports and does not replace a clinician.", "zh": "本文仅供辅助，不能替代临床医生。"}


def span(passage: str, start: int = 0, end: int | None = None) -> TextSpan:
    """A stretch of a passage, the whole by default."""
    end = len(passage) if end is None else end
    return TextSpan(source=A_SOURCE.id, start=start, end=end, quote=passage[start:end])


def facts_of(passage: str, *findings: Finding) -> list[Fact]:
    """What the passage says of these findings, in order."""
    found = [fact for fact in find_facts(passage, of_spine=True) if fact.finding in findings]
    assert {fact.finding for fact in found} == set(findings), found
    return [
        Fact(
            anatomy=fact.anatomy,
            finding=fact.finding,
            grade=fact.grade,
            laterality=fact.side,
            zone=fact.zone,
            certainty=fact.certainty,
            evidence=(span(passage, fact.start, fact.end),),
            method="text_fact",
            numbering=Numbering.AS_WRITTEN,
            variants=variants_of(fact.anatomy),
        )
        for fact in found
    ]


def draft(
    language: str,
    task: Task,
    turns: Sequence[str],
    facts: Sequence[Fact],
    *,
    options: Sequence[str] = (),
    passages: Sequence[str] = (),
    picture: bool = False,
    sections: Sequence[ReportSection] = (),
) -> Draft:
    """An item; of options the first is the key, refuted by nothing, the others by the first fact."""
    key = LETTERS[len(options) - 1] if options else None
    texts = [*options[1:], *options[:1]]  # the key is the last
    listed = "".join(f"\n{letter}. {text}" for letter, text in zip(LETTERS, texts, strict=False))
    messages = list(turns)
    if options:
        messages[0] += "\n" + listed
        messages[-1] = f"{key}. {texts[-1]}\n{messages[-1]}"
    roles = ("user", "assistant") * len(messages)
    item = Item(
        task=task,
        language=Language(language),
        modality=Modality.MRI if picture else Modality.TEXT,
        axes=(Axis.PATHOLOGY_ASSESSMENT,),
        levels=tuple(dict.fromkeys(level for fact in facts for level in levels_of(fact.anatomy))),
        numbering=facts[0].numbering,
        pictures=(A_PICTURE,) if picture else (),
        messages=tuple(Message(role=role, content=text) for role, text in zip(roles, messages, strict=False)),
        options=tuple(
            Option(letter=letter, text=text, refuted_by=None if letter == key else facts[0].id)
            for letter, text in zip(LETTERS, texts, strict=False)
        ),
        key=key,
        sections=tuple(sections),
        facts=tuple(facts),
        context=tuple(span(passage) for passage in passages),
        sources=(A_SOURCE,),
    )
    return json.loads(item.to_json())


def level(language: str) -> Draft:
    """Which level a report names for a finding."""
    shown = IMAGING[language]
    return {
        "en": lambda: draft(
            "en",
            Task.MCQ,
            [
                f"Imaging report: “{shown}”\n\nAt which level is a disc extrusion described?",
                "The report says: “L4-L5: left disc extrusion.”",
            ],
            facts_of(shown, Finding.DISC_EXTRUSION),
            options=["L4-L5", "L5-S1", "L1-L2", "T12-L1"],
            passages=[shown],
        ),
        "zh": lambda: draft(
            "zh",
            Task.MCQ,
            [f"影像报告：“{shown}”\n\n椎间盘脱出位于哪一节段？", "报告写明：“腰4/5左侧椎间盘脱出。”"],
            facts_of(shown, Finding.DISC_EXTRUSION),
            options=["腰4/5", "腰5/骶1", "腰1/2", "胸12/腰1"],
            passages=[shown],
        ),
    }[language]()


def worst(language: str) -> Draft:
    """Which level has the highest grade."""
    shown = IMAGING[language]
    asked, told, options = {
        "en": (
            f"Imaging report: “{shown}”\n\nAt which level is canal stenosis most severe?",
            "The report says: “L3-L4: moderate canal stenosis.”",
            ["L3-L4", "L2-L3"],
        ),
        "zh": (f"影像报告：“{shown}”\n\n哪一节段的椎管狭窄最重？", "报告写明：“腰3/4椎管中度狭窄。”", ["腰3/4", "腰2/3"]),
    }[language]
    return draft(language, Task.MCQ, [asked, told], facts_of(shown, Finding.CANAL_STENOSIS), options=options, passages=[shown])


def mentioned(language: str) -> Draft:
    """Which level a text names at all."""
    shown = {"en": "Fusion hardware at C5-C6 is seen.", "zh": "颈5/6可见内固定物。"}[language]
    asked, told, options = {
        "en": (
            f"Caption: “{shown}”\n\nWhich segment is mentioned?",
            "The text says: “Fusion hardware at C5-C6 is seen.”",
            ["C5-C6", "T3-T4"],
        ),
        "zh": (f"图注：“{shown}”\n\n文中写到哪一节段？", "原文写明：“颈5/6可见内固定物。”", ["颈5/6", "胸3/4"]),
    }[language]
    place = parse_name("C5-C6")
    at = shown.index("C5-C6") if language == "en" else shown.index("颈5/6")
    fact = Fact(
        anatomy=place,
        certainty=Certainty.PRESENT,
        evidence=(span(shown, at, at + len(options[0])),),
        method="level_mention",
        numbering=Numbering.AS_WRITTEN,
    )
    return draft(language, Task.MCQ, [asked, told], [fact], options=options, passages=[shown])


def bank(language: str) -> Draft:
    """A question of a bank with its answer."""
    asked, right, wrong = {
        "en": ("How many cervical vertebrae are there?", "seven", "nine"),
        "zh": ("颈椎共有几块？", "七块", "九块"),
    }[language]
    fact = Fact(
        anatomy=parse_name("C5"),
        certainty=Certainty.PRESENT,
        evidence=(span(right),),
        method=BANK_KEY,
        numbering=Numbering.AS_WRITTEN,
    )
    return draft(language, Task.MCQ, [asked, f"“{right}”"], [fact], options=[right, wrong], passages=[right])


def role(language: str) -> Draft:
    """Which part a root plays at a segment."""
    shown = {"en": "L5-S1: disc herniation. Compression of the left S1 root.", "zh": "腰5/骶1椎间盘突出。左侧骶1神经根受压。"}[
        language
    ]
    asked, told, options = {
        "en": (
            f"Imaging report: “{shown}”\n\nWhich root is the S1 root at L5-S1: exiting or traversing?",
            "A lumbar root leaves the canal below the pedicle of its own number.",
            ["The traversing root", "The exiting root"],
        ),
        "zh": (
            f"影像报告：“{shown}”\n\n骶1神经根在腰5/骶1节段是出口根还是行走根？",
            "腰神经根自同序数椎弓根下方出椎管。",
            ["行走根", "出口根"],
        ),
    }[language]
    found = facts_of(shown, Finding.NERVE_ROOT_COMPRESSION, Finding.DISC_HERNIATION)
    return draft(language, Task.MCQ, [asked, told], found, options=options, passages=[shown])


def graded(place: str, value: str) -> Fact:
    """A Pfirrmann grade from a table of gradings, its level counted from below."""
    return Fact(
        anatomy=parse_name(place),
        finding=Finding.DISC_DEGENERATION,
        grade=Grade(Scale.PFIRRMANN, value),
        certainty=Certainty.PRESENT,
        evidence=(GradingRow(source=A_SOURCE.id, row=1, columns=("Pfirrman grade",)),),
        method="gradings",
        numbering=Numbering.ASSUMED,
    )


def disc(language: str) -> Draft:
    """The grade of a disc in a picture, its level counted from below."""
    asked, told, options = {
        "en": (
            f"<image>\n{ASSUMED['en']}\n\nGrade the third disc (L3-L4) by Pfirrmann, counting up from the lowest disc shown.",
            "The gradings give L3-L4 Pfirrmann IV; levels are counted up from the lowest disc shown, assumed to be L5-S1.",
            ["Pfirrmann grade IV", "Pfirrmann grade I", "Pfirrmann grade III"],
        ),
        "zh": (
            f"<image>\n{ASSUMED['zh']}\n\n请判断自图中最下方椎间盘起向上计数的第3个椎间盘（腰3/4）的Pfirrmann分级。",
            "分级表中，腰3/4为Pfirrmann IV级；节段自图中最下方椎间盘起向上计数得出，假定其为腰5/骶1。",
            ["Pfirrmann IV级", "Pfirrmann I级", "Pfirrmann III级"],
        ),
    }[language]
    return draft(language, Task.MCQ, [asked, told], [graded("L3-L4", "IV")], options=options, picture=True)


def masked(place: str, mark: str) -> Fact:
    """A vertebra that a mask labels, under a letter of the picture."""
    return Fact(
        anatomy=parse_name(place),
        certainty=Certainty.PRESENT,
        evidence=(MaskEvidence(study=A_SOURCE.id, mask="mask", labels=(1,), mark=mark),),
        method="mask",
        numbering=Numbering.ANCHORED_SACRUM,
    )


def mark(language: str) -> Draft:
    """Which vertebra a letter marks."""
    asked, told, options = {
        "en": ("<image>\nName the vertebra marked W.", "The mask labels it L2; it is counted from the sacrum.", ["L2", "L3"]),
        "zh": ("<image>\n图中标记W的是哪一椎体？", "椎骨分割标注为腰2；自骶骨起计数。", ["腰2", "腰3"]),
    }[language]
    return draft(language, Task.MCQ, [asked, told], [masked("L2", "W")], options=options, picture=True)


def marks(language: str) -> Draft:
    """Which vertebra each letter marks."""
    asked, told = {
        "en": ("<image>\nName the vertebra of every letter.", "Y: L3; Z: L4. By the mask; it is counted from the sacrum."),
        "zh": ("<image>\n请指出各字母所在的椎骨。", "Y: 腰3；Z: 腰4。依据椎骨分割，自骶骨起计数。"),
    }[language]
    return draft(language, Task.OPEN_QA, [asked, told], [masked("L3", "Y"), masked("L4", "Z")], picture=True)


def said(language: str) -> Draft:
    """What a report says of a level."""
    shown = IMAGING[language]
    asked, told = {
        "en": (
            f"Imaging report: “{shown}”\n\nWhat does it say about L4-L5?",
            "Left disc extrusion at L4-L5. The report says: “L4-L5: left disc extrusion.”",
        ),
        "zh": (f"影像报告：“{shown}”\n\n关于腰4/5写了什么？", "腰4/5左侧椎间盘脱出。报告写明：“腰4/5左侧椎间盘脱出。”"),
    }[language]
    return draft(language, Task.OPEN_QA, [asked, told], facts_of(shown, Finding.DISC_EXTRUSION), passages=[shown])


def flags(language: str) -> Draft:
    """Which red flags a history holds."""
    shown = HISTORY[language]
    asked, told = {
        "en": (
            f"History: “{shown}”\n\nWhich red flags does it mention?",
            "Saddle anaesthesia. The history says: “Saddle anaesthesia for one day.”",
        ),
        "zh": (f"病史：“{shown}”\n\n病史提到哪些红旗征？", "鞍区麻木。病史写明：“鞍区麻木1天。”"),
    }[language]
    return draft(language, Task.OPEN_QA, [asked, told], facts_of(shown, Finding.SADDLE_ANAESTHESIA), passages=[shown])


def consultation(language: str) -> Draft:
    """History, findings, plan, turn by turn."""
    history, imaging, plan = HISTORY[language], IMAGING[language], PLAN[language]
    turns = {
        "en": [
            f"History: “{history}” What matters first?",
            "Red flag: saddle anaesthesia. What did imaging find?",
            f"Imaging: “{imaging}” Please sum it up.",
            "Left disc extrusion at L4-L5.",
            f"Plan: “{plan}” What stands there?",
            f"The plan on record: “{plan}” Red flag: saddle anaesthesia. {DISCLAIMER['en']}",
        ],
        "zh": [
            f"病史：“{history}”首先要注意什么？",
            "红旗征：鞍区麻木。影像有何所见？",
            f"影像：“{imaging}”请概括。",
            "腰4/5左侧椎间盘脱出。",
            f"方案：“{plan}”写了什么？",
            f"所载方案：“{plan}”红旗征：鞍区麻木。{DISCLAIMER['zh']}",
        ],
    }[language]
    found = [*facts_of(history, Finding.SADDLE_ANAESTHESIA), *facts_of(imaging, Finding.DISC_EXTRUSION)]
    return draft(language, Task.CONSULTATION, turns, found, passages=[history, imaging, plan])


def report(language: str) -> Draft:
    """Six sections."""
    history, imaging = HISTORY[language], IMAGING[language]
    asked, *texts = {
        "en": (
            f"History: “{history}” Imaging: “{imaging}”\n\nWrite a six-section report.",
            "Left disc extrusion at L4-L5.",
            "Left disc extrusion at L4-L5.",
            "The record says nothing of this.",
            "Red flag: saddle anaesthesia.",
            "The record says nothing of this.",
            DISCLAIMER["en"],
        ),
        "zh": (
            f"病史：“{history}”影像：“{imaging}”\n\n请撰写六部分报告。",
            "腰4/5左侧椎间盘脱出。",
            "腰4/5左侧椎间盘脱出。",
            "记录对此没有记载。",
            "红旗征：鞍区麻木。",
            "记录对此没有记载。",
            DISCLAIMER["zh"],
        ),
    }[language]
    sections = [ReportSection(name=name, text=text) for name, text in zip(SECTIONS, texts, strict=True)]
    found = [*facts_of(history, Finding.SADDLE_ANAESTHESIA), *facts_of(imaging, Finding.DISC_EXTRUSION)]
    return draft(language, Task.REPORT, [asked, "\n\n".join(texts)], found, sections=sections, passages=[history, imaging])


STOCK: Mapping[str, Callable[[str], Draft]] = {
    make.__name__: make for make in (level, worst, mentioned, bank, role, disc, mark, marks, said, flags, consultation, report)
}
"""A good item of each sort, by the sort's name."""


def item_of(made: Draft) -> Item:
    """The item as a stranger's program would read it."""
    return Item.from_json(json.dumps(made))
