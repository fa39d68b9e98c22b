"""Phrasings of questions about what a text states, chosen by seed. `{x}` is filled from facts; nothing here states a finding."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from spinemed.domain.taxonomy import Language

EN, ZH = Language.EN, Language.ZH

FACT_STEMS: Mapping[str, Mapping[Language, tuple[str, ...]]] = MappingProxyType(
    {
        "level_of_finding": {
            EN: (
                "According to this {what}, at which level is {thing} described?",
                "At which of these levels does the {what} describe {thing}?",
                "Where does this {what} locate {thing}?",
                "Which level does the {what} name for {thing}?",
            ),
            ZH: (
                "根据上述{what}，{thing}位于哪一节段？",
                "上述{what}描述的{thing}在下列哪一部位？",
                "{what}中，{thing}见于哪一节段？",
                "阅读上述{what}：{thing}在下列哪一处？",
            ),
        },
        "side_of_finding": {
            EN: (
                "According to this {what}, on which side is the {thing} at {place}?",
                "Which side does the {what} give for the {thing} at {place}?",
                "The {what} describes {thing} at {place}. On which side?",
            ),
            ZH: (
                "根据上述{what}，{place}的{thing}位于哪一侧？",
                "上述{what}中，{place}的{thing}在哪一侧？",
                "{what}描述了{place}的{thing}，是哪一侧？",
            ),
        },
        "grade_of_finding": {
            EN: (
                "How does this {what} grade the {thing} at {place} ({scale})?",
                "Which grade does the {what} give the {thing} at {place} ({scale})?",
                "According to the {what}, what is the grade of the {thing} at {place} ({scale})?",
            ),
            ZH: (
                "上述{what}对{place}的{thing}如何评定（{scale}）？",
                "根据上述{what}，{place}的{thing}属于下列哪一项（{scale}）？",
                "{what}中，{place}的{thing}对应{scale}的哪一项？",
            ),
        },
        "finding_at_level": {
            EN: (
                "Which of the following does this {what} describe at {place}?",
                "According to the {what}, which of these is present at {place}?",
                "What does the {what} say is present at {place}?",
            ),
            ZH: (
                "上述{what}在{place}描述了下列哪一项？",
                "根据上述{what}，{place}存在下列哪一项？",
                "{what}中，{place}可见下列哪一种改变？",
            ),
        },
        "certainty_of_finding": {
            EN: (
                "What does this {what} say about {thing} at {place}?",
                "How sure is the {what} about {thing} at {place}?",
                "Concerning {thing} at {place}, which statement fits the {what}?",
            ),
            ZH: (
                "关于{place}的{thing}，上述{what}是怎样说的？",
                "对于{place}的{thing}，下列哪项符合上述{what}？",
                "上述{what}对{place}的{thing}判断如何？",
            ),
        },
        "certainty_of_sign": {
            EN: (
                "What does this {what} say about {thing}?",
                "Concerning {thing}, which statement fits the {what}?",
                "Is {thing} recorded in this {what}, and how?",
            ),
            ZH: ("关于{thing}，上述{what}是怎样说的？", "对于{thing}，下列哪项符合上述{what}？", "上述{what}如何记录{thing}？"),
        },
        "value_of_quantity": {
            EN: (
                "What {thing} does this {what} give for {place}?",
                "According to the {what}, what is the {thing} at {place}?",
                "Which value of the {thing} at {place} stands in the {what}?",
            ),
            ZH: (
                "上述{what}给出的{place}{thing}是多少？",
                "根据上述{what}，{place}的{thing}为多少？",
                "{what}中，{place}{thing}的数值是哪一个？",
            ),
        },
        "worst_level": {
            EN: (
                "At which of these levels is {thing} most severe by {scale}, according to the {what}?",
                "Compare the levels in this {what}: where does {thing} have the highest grade ({scale})?",
                "By {scale}, at which level does the {what} grade {thing} as most severe?",
            ),
            ZH: (
                "根据上述{what}，按{scale}，下列哪一节段的{thing}最重？",
                "比较上述{what}中的各节段：哪一处{thing}的{scale}分级最高？",
                "按{scale}分级，{what}中{thing}最严重的是哪一节段？",
            ),
        },
        "root_role": {
            EN: (
                "The {what} names the {root} and the segment {place}. Is it the exiting or the traversing root of that segment?",
                "In the lumbar spine, is the {root} the exiting or the traversing root at {place}?",
                "Anatomically, which root is the {root} at {place}: exiting or traversing?",
            ),
            ZH: (
                "上述{what}提到{root}和{place}节段。该神经根在此节段是出口根还是行走根？",
                "在腰椎，{root}在{place}节段属于出口根还是行走根？",
                "从解剖上看，{root}在{place}是出口根还是行走根？",
            ),
        },
        "level_of_procedure": {
            EN: (
                "According to this {what}, at which level is the {thing} planned or done?",
                "Which level does the {what} name for the {thing}?",
                "Where, by this {what}, is the {thing} placed?",
            ),
            ZH: (
                "根据上述{what}，{thing}在哪一节段进行？",
                "上述{what}中，{thing}针对哪一节段？",
                "{what}写明{thing}在哪一节段进行？",
            ),
        },
        "all_at_level": {
            EN: (
                "What does this {what} say about {place}?",
                "Summarise what the {what} states at {place}, and quote it.",
                "Read the {what}. Which findings are stated at {place}?",
            ),
            ZH: (
                "上述{what}对{place}有何描述？",
                "请概括上述{what}中关于{place}的内容并引用原文。",
                "阅读上述{what}，{place}有哪些所见？",
            ),
        },
        "finding_everywhere": {
            EN: (
                "Where and how does this {what} mention {thing}?",
                "List every place for which the {what} says something of {thing}, and quote it.",
                "What does the {what} say of {thing}, level by level?",
            ),
            ZH: (
                "上述{what}在哪些部位、怎样提到{thing}？",
                "请逐一列出上述{what}中有关{thing}的描述并引用原文。",
                "{what}对各部位的{thing}是怎样描述的？",
            ),
        },
        "ruled_out": {
            EN: (
                "Which findings does this {what} rule out?",
                "What is stated to be absent in this {what}?",
                "List what the {what} excludes, and quote it.",
            ),
            ZH: ("上述{what}排除了哪些情况？", "上述{what}明确未见哪些改变？", "请列出上述{what}否定的内容并引用原文。"),
        },
        "red_flags": {
            EN: (
                "Which red-flag signs does this {what} record, and which does it deny?",
                "Go through the {what} for red flags: what is present, what is denied?",
                "Name the red-flag signs that the {what} mentions, with what it says of each.",
            ),
            ZH: (
                "上述{what}记录了哪些红旗征，否认了哪些？",
                "请逐项查看上述{what}中的红旗征：哪些存在，哪些被否认？",
                "列出上述{what}提到的红旗征及其有无。",
            ),
        },
        "value_quoted": {
            EN: (
                "What {thing} is measured at {place} in this {what}?",
                "Give the {thing} at {place} as the {what} states it.",
                "Quote the {what}: how large is the {thing} at {place}?",
            ),
            ZH: (
                "上述{what}中{place}的{thing}是多少？",
                "请给出上述{what}所写的{place}{thing}。",
                "引用上述{what}：{place}的{thing}有多大？",
            ),
        },
        "plan_at_level": {
            EN: (
                "What does the {what} on record say is planned or done at {place}? Quote it.",
                "Quote what the record's {what} sets down for {place}.",
                "In the words of the {what}: what is planned or done at {place}?",
            ),
            ZH: (
                "所附{what}对{place}写了什么？请引用原文。",
                "请引用{what}中针对{place}的内容。",
                "按{what}原文，{place}计划或实施了什么？",
            ),
        },
        "marked_vertebra": {
            EN: (
                "Which vertebra is marked {letter} in this picture?",
                "Name the level of the vertebra marked {letter}.",
                "At which vertebral level does the picture carry the letter {letter}?",
            ),
            ZH: ("图中标记{letter}的是哪一椎体？", "请指出图中字母{letter}所在的椎骨节段。", "图中标有{letter}的椎体是哪一节？"),
        },
        "all_marked": {
            EN: (
                "Name the vertebra of every letter in this picture, from head to tail.",
                "Which levels are marked in this picture? Go from the head down.",
                "Give the vertebral level of each letter in the picture.",
            ),
            ZH: (
                "请由头端至尾端依次指出图中各字母所在的椎骨。",
                "图中标出了哪些椎骨？请自上而下说明。",
                "请给出图中每个字母对应的椎骨节段。",
            ),
        },
        "undetermined_mark": {
            EN: (
                "Which vertebral level is marked {letter} in this picture?",
                "Can the level of the vertebra marked {letter} be named from this picture?",
                "Name the level of the vertebra marked {letter}, if the picture proves it.",
            ),
            ZH: (
                "图中标记{letter}的是哪一节椎骨？",
                "仅凭此图能否确定标记{letter}的椎骨节段？",
                "如图像足以证明，请指出标记{letter}的椎骨节段。",
            ),
        },
        "graded_discs": {
            EN: (
                "Counting up from the lowest disc shown, which Pfirrmann grade does each disc have?",
                "Grade every disc by Pfirrmann, counting up from the lowest disc shown.",
                "List the Pfirrmann grades of all discs, counting up from the lowest disc shown.",
            ),
            ZH: (
                "自图中最下方椎间盘起向上计数，各椎间盘的Pfirrmann分级是多少？",
                "请自图中最下方椎间盘起向上计数，逐一给出各椎间盘的Pfirrmann分级。",
                "自图中最下方椎间盘起向上计数，列出所有椎间盘的Pfirrmann分级。",
            ),
        },
    }
)

FACT_REPLIES: Mapping[str, Mapping[Language, str]] = MappingProxyType(
    {
        "quoted": {EN: "The {what} says: “{quote}”", ZH: "{what}写明：“{quote}”"},
        "stated": {EN: "{statement}. The {what} says: “{quote}”", ZH: "{statement}。{what}写明：“{quote}”"},
        "marked": {
            EN: "The vertebra mask of this scan labels it {level}; {numbering}",
            ZH: "该影像的椎骨分割标注为{level}；{numbering}",
        },
        "undetermined": {
            EN: "It cannot be determined. The mask numbers its vertebrae one by one without naming a level, and the picture "
            "shows no landmark to count from.",
            ZH: "无法确定。分割只对各椎骨逐一编号而未给出节段名称，图中也没有可供计数的解剖标志。",
        },
    }
)
ANCHORS: Mapping[str, Mapping[Language, str]] = MappingProxyType(
    {
        "anchored_sacrum": {EN: "it is counted from the sacrum.", ZH: "自骶骨起计数。"},
        "anchored_c2": {EN: "it is counted from the axis.", ZH: "自枢椎起计数。"},
        "assumed": {
            EN: "the field of view is partial, so the mask's count is taken as it stands.",
            ZH: "视野不完整，节段按分割标注采用，未经计数证实。",
        },
    }
)
CERTAINTY_OPTIONS: Mapping[str, Mapping[Language, str]] = MappingProxyType(
    {
        "present": {EN: "It is described as present", ZH: "存在"},
        "absent": {EN: "It is stated to be absent", ZH: "否认或未见"},
        "uncertain": {EN: "It remains uncertain", ZH: "不能确定"},
        "historical": {EN: "It is mentioned only for the past", ZH: "仅为既往情况"},
        "family": {EN: "It is mentioned only in the family", ZH: "仅见于家族成员"},
    }
)
SIDE_OPTIONS: Mapping[str, Mapping[Language, str]] = MappingProxyType(
    {
        "left": {EN: "Left", ZH: "左侧"},
        "right": {EN: "Right", ZH: "右侧"},
        "bilateral": {EN: "Both sides", ZH: "双侧"},
    }
)
ROLE_OPTIONS: Mapping[str, Mapping[Language, str]] = MappingProxyType(
    {
        "exiting": {EN: "The exiting root", ZH: "出口根"},
        "traversing": {EN: "The traversing root", ZH: "行走根"},
    }
)
BETWEEN = {Language.EN: "” “", Language.ZH: "”“"}
"""What stands between two quotations: the marks that close the one and open the other."""
