"""What a constructed question says, in English and Chinese: several phrasings of each, chosen by seed.

`{x}` is filled in from facts and options; nothing here states a clinical fact of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from spinemed.domain.taxonomy import Language

EN, ZH = Language.EN, Language.ZH

STEMS: Mapping[str, Mapping[Language, tuple[str, ...]]] = MappingProxyType(
    {
        "named_level": {
            EN: (
                "Which of the following {kind} does this {what} explicitly refer to?",
                "According to this {what}, which of the following {kind} is explicitly mentioned?",
                "Read the {what}. Which one of the {kind} below does it explicitly mention?",
            ),
            ZH: (
                "上述{what}明确提到下列哪一{kind}？",
                "根据上述{what}，文中明确写到的是下列哪一{kind}？",
                "阅读上述{what}，下列哪一{kind}在文中被明确提及？",
            ),
        },
        "pfirrmann_of_disc": {
            EN: (
                "What is the Pfirrmann grade of the {place} disc, {level}, counting up from the lowest disc shown?",
                "Grade the {place} disc ({level}) by Pfirrmann, counting up from the lowest disc shown.",
                "Which Pfirrmann grade was given to {level}, the {place} disc counting up from the lowest disc shown?",
            ),
            ZH: (
                "自图中最下方椎间盘起向上计数，第{place}个椎间盘（{level}）的Pfirrmann分级是几级？",
                "请判断自图中最下方椎间盘起向上计数的第{place}个椎间盘（{level}）的Pfirrmann分级。",
                "自图中最下方椎间盘起向上计数，{level}（第{place}个椎间盘）被评为Pfirrmann几级？",
            ),
        },
        "disc_of_pfirrmann": {
            EN: (
                "Counting up from the lowest disc shown, which of these discs has Pfirrmann grade {grade}?",
                "Which of the following discs is Pfirrmann {grade}, counting up from the lowest disc shown?",
            ),
            ZH: (
                "自图中最下方椎间盘起向上计数，下列哪个椎间盘为Pfirrmann {grade}级？",
                "下列椎间盘中，哪一个为Pfirrmann {grade}级（自图中最下方椎间盘起向上计数）？",
            ),
        },
        "narrowed_disc": {
            EN: (
                "Counting up from the lowest disc shown, which of these discs is narrowed?",
                "Disc height is reduced at one of these levels. Which one, counting up from the lowest disc shown?",
            ),
            ZH: (
                "自图中最下方椎间盘起向上计数，下列哪个椎间隙变窄？",
                "下列节段中有一个椎间隙高度降低，是哪一个（自图中最下方椎间盘起向上计数）？",
            ),
        },
    }
)

PREAMBLE = {
    EN: "Sagittal T2-weighted MR image. The lowest disc shown is taken as L5-S1; remnants of sacral discs are not counted.",
    ZH: "矢状位T2加权MR图像。图中最下方椎间盘视为腰5/骶1，骶椎间残留椎间盘不计。",
}
"""How SPIDER's discs are numbered; every stem counts from there, since the count is assumed, not proven."""

KIND = {
    "vertebra": {EN: "vertebrae", ZH: "椎骨"},
    "segment": {EN: "segments", ZH: "节段"},
    "range": {EN: "ranges of vertebrae", ZH: "椎骨节段范围"},
    "root": {EN: "nerve roots", ZH: "神经根"},
}
WHAT: Mapping[str, Mapping[Language, str]] = MappingProxyType(
    {
        "caption": {EN: "figure caption", ZH: "图注"},
        "note": {EN: "excerpt of a clinical note", ZH: "病历摘录"},
        "imaging_report": {EN: "imaging report", ZH: "影像报告"},
        "history": {EN: "history", ZH: "病史"},
        "examination": {EN: "examination", ZH: "查体记录"},
        "plan": {EN: "plan", ZH: "治疗方案"},
        "operation_note": {EN: "operation note", ZH: "手术记录"},
        "case": {EN: "excerpt of a case", ZH: "病例摘录"},
        "text": {EN: "excerpt of a text", ZH: "文本摘录"},
        "article": {EN: "excerpt of an article", ZH: "论文摘录"},
        "textbook": {EN: "excerpt of a textbook", ZH: "教材摘录"},
        "pdf": {EN: "excerpt of a document", ZH: "文献摘录"},
        "question": {EN: "excerpt of a question bank", ZH: "题库摘录"},
        "passage": {EN: "passage", ZH: "文段"},
    }
)


def what_is(kind: str, section: str | None) -> Mapping[Language, str]:
    """What a text is called: by its section in a case, else by the kind of its source."""
    return WHAT.get(section or "") or WHAT.get(kind) or WHAT["passage"]


IN_LANGUAGE = {EN: {EN: "{what}", ZH: "英文{what}"}, ZH: {EN: "{what} in Chinese", ZH: "{what}"}}
"""The name of a text by its own language, then by the question's: a Chinese question about an English caption says so."""
SHOWN = {EN: "{what}: “{text}”", ZH: "{what}：“{text}”"}
ANSWER = {EN: "Answer with the letter of the right option.", ZH: "请用正确选项的字母作答。"}

RATIONALE: Mapping[str, Mapping[Language, str]] = MappingProxyType(
    {
        "named_level": {EN: "The text says: “{quote}”", ZH: "原文写明：“{quote}”"},
        "pfirrmann_of_disc": {
            EN: "The gradings of this study give {level} Pfirrmann {grade}; {numbering}",
            ZH: "该检查的分级表中，{level}为Pfirrmann {grade}级；{numbering}",
        },
        "disc_of_pfirrmann": {
            EN: "The gradings of this study give {level} Pfirrmann {grade}; {numbering}",
            ZH: "该检查的分级表中，{level}为Pfirrmann {grade}级；{numbering}",
        },
        "narrowed_disc": {
            EN: "The gradings of this study mark {level} as narrowed; {numbering}",
            ZH: "该检查的分级表中，{level}标记为椎间隙变窄；{numbering}",
        },
    }
)
NUMBERING = {
    EN: "levels are counted up from the lowest disc shown, assumed to be L5-S1.",
    ZH: "节段自图中最下方椎间盘起向上计数得出，假定其为腰5/骶1。",
}

ORDINALS = {
    EN: (
        *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
        *("thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"),
        *("twenty-first", "twenty-second", "twenty-third"),
    ),
    ZH: tuple(str(place) for place in range(1, 24)),
}
"""A word for each of the 23 discs."""
