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
                "According to this {what}, which of the following {kind} is named?",
                "Which of these {kind} does the {what} name?",
                "Read the {what}. Which one of the {kind} below does it mention?",
            ),
            ZH: (
                "根据以下{what}，文中提到的是下列哪一个{kind}？",
                "以下{what}中写明的{kind}是哪一个？",
                "阅读以下{what}，下列哪个{kind}在文中被提及？",
            ),
        },
        "pfirrmann_of_disc": {
            EN: (
                "Counting up from the lowest disc shown ({anchor}), what is the Pfirrmann grade of the {place} disc, {level}?",
                "On this sagittal T2-weighted image, grade by Pfirrmann the {place} disc, counting up from the lowest disc shown "
                "({anchor}); it is {level} by that count.",
                "Which Pfirrmann grade was given to {level}, the {place} disc counting up from the lowest disc shown ({anchor})?",
            ),
            ZH: (
                "从图中最低的椎间盘向上数（{anchor}），第{place}个椎间盘即{level}的Pfirrmann分级是几级？",
                "请在这幅矢状位T2加权像上，从图中最低的椎间盘向上数（{anchor}），判断第{place}个椎间盘（{level}）的Pfirrmann分级。",
                "从图中最低的椎间盘向上数（{anchor}），{level}（第{place}个椎间盘）被评为Pfirrmann几级？",
            ),
        },
        "disc_of_pfirrmann": {
            EN: (
                "Counting up from the lowest disc shown ({anchor}), which of these discs has Pfirrmann grade {grade}?",
                "Which of the following discs is Pfirrmann {grade}, counting up from the lowest disc shown ({anchor})?",
            ),
            ZH: (
                "从图中最低的椎间盘向上数（{anchor}），下列哪个椎间盘为Pfirrmann {grade}级？",
                "下列椎间盘中，哪一个为Pfirrmann {grade}级？从图中最低的椎间盘向上数（{anchor}）。",
            ),
        },
        "narrowed_disc": {
            EN: (
                "Counting up from the lowest disc shown ({anchor}), which of these discs is narrowed?",
                "Disc height is reduced at one of these levels. Which one, counting up from the lowest disc shown ({anchor})?",
            ),
            ZH: (
                "从图中最低的椎间盘向上数（{anchor}），下列哪个椎间盘变窄？",
                "下列节段中有一个椎间隙高度降低，是哪一个？从图中最低的椎间盘向上数（{anchor}）。",
            ),
        },
        "level_of_place": {
            EN: (
                "Counting up from the lowest disc shown ({anchor}), which level is the {place} disc?",
                "Name the {place} disc of this image, counting up from the lowest disc shown ({anchor}).",
            ),
            ZH: (
                "从图中最低的椎间盘向上数（{anchor}），第{place}个椎间盘是哪个节段？",
                "请写出图中第{place}个椎间盘的节段名称，从图中最低的椎间盘向上数（{anchor}）。",
            ),
        },
    }
)

ANCHOR = {EN: "taken as L5-S1; remnants of sacral discs are not counted", ZH: "视为腰5/骶1，骶椎间的残留椎间盘不计"}
"""How SPIDER's discs are numbered; the counting phrase of every stem refers to it, since the count is assumed, not proven."""

COUNTING = {EN: "counting up from the lowest disc shown", ZH: "从图中最低的椎间盘向上数"}

KIND = {
    "vertebra": {EN: "vertebrae", ZH: "椎体"},
    "segment": {EN: "segments", ZH: "节段"},
    "range": {EN: "ranges of vertebrae", ZH: "椎体范围"},
    "root": {EN: "nerve roots", ZH: "神经根"},
}
WHAT = {"caption": {EN: "figure caption", ZH: "图注"}, "note": {EN: "excerpt of a clinical note", ZH: "病历摘录"}}
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
            ZH: "该检查的分级表中，{level}标记为变窄；{numbering}",
        },
        "level_of_place": {EN: "The {place} disc is {level}; {numbering}", ZH: "第{place}个椎间盘为{level}；{numbering}"},
    }
)
NUMBERING = {
    EN: "levels are counted up from the lowest disc shown, assumed to be L5-S1.",
    ZH: "节段由图中最低的椎间盘向上数得出，假定其为腰5/骶1。",
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
