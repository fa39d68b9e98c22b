"""What is said in consultations and reports beside the facts: questions, lead-ins, titles, the disclaimer."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from spinemed.domain.taxonomy import Language

EN, ZH = Language.EN, Language.ZH

DISCLAIMER = {
    EN: "This text supports and does not replace a clinician; levels are named as the record names them.",
    ZH: "本文仅供辅助，不能替代临床医生；节段按原记录书写。",
}
GAP = {EN: " ", ZH: ""}
"""What stands between two sentences."""
CONSULT: Mapping[str, Mapping[Language, tuple[str, ...]]] = MappingProxyType(
    {
        "open": {
            EN: (
                "I would like to go through a case with you.\n{shown}\nWhich warning signs does the history name or deny?",
                "Here is a new patient.\n{shown}\nBefore we examine: which red flags are stated, which are denied?",
                "Let us discuss this patient step by step.\n{shown}\nGo through the history for red flags first.",
            ),
            ZH: (
                "想与您讨论一位患者。\n{shown}\n病史中提到或否认了哪些警示征象？",
                "这里有一位新患者。\n{shown}\n查体之前：哪些红旗征存在，哪些被否认？",
                "我们逐步讨论这位患者。\n{shown}\n请先从病史中逐项查看红旗征。",
            ),
        },
        "ask_examination": {
            EN: (
                "What does the examination show: sensation of the saddle area, power, reflexes, gait?",
                "Before any opinion: what was found on examination?",
                "May I have the examination next?",
            ),
            ZH: (
                "查体情况如何：鞍区感觉、肌力、反射、步态怎样？",
                "在给出任何意见之前，请先提供查体结果。",
                "请接着提供查体记录。",
            ),
        },
        "examine": {
            EN: ("{shown}", "This is what we found.\n{shown}", "Examined today.\n{shown}"),
            ZH: ("{shown}", "查体所见如下。\n{shown}", "已完成查体。\n{shown}"),
        },
        "ask_imaging": {
            EN: (
                "What does imaging show, level by level?",
                "Is there imaging? Please give the report.",
                "The imaging report, please.",
            ),
            ZH: ("影像学逐节段表现如何？", "是否有影像检查？请提供报告。", "请提供影像报告。"),
        },
        "image": {
            EN: (
                "{shown}\nPlease sum it up by level.",
                "Here it is.\n{shown}\nWhat does it say at each level?",
                "{shown}\nHow do you read it?",
            ),
            ZH: ("{shown}\n请按节段归纳。", "报告如下。\n{shown}\n各节段分别说明了什么？", "{shown}\n您如何解读？"),
        },
        "by_level": {
            EN: ("The report states:", "Level by level, the report says:", "As written in the report:"),
            ZH: ("报告所述如下：", "按节段归纳，报告写明：", "依报告原文："),
        },
        "ask_plan": {
            EN: (
                "{shown}\nWhat was decided, and which red flags must we not overlook?",
                "{shown}\nWhat stands there about treatment, and which warnings remain?",
                "This is what the team recorded.\n{shown}\nSum it up in its own words, with the red flags.",
            ),
            ZH: (
                "{shown}\n团队作了什么决定？哪些红旗征不可忽视？",
                "{shown}\n其中对治疗有何记载？还有哪些需要警惕？",
                "团队记录如下。\n{shown}\n请用原文概括，并提示红旗征。",
            ),
        },
        "plan": {
            EN: ("The plan on record, in the words of the {what}: “{quote}”",),
            ZH: ("所载方案，{what}原文：“{quote}”",),
        },
        "flags_present": {EN: ("Red flags on record: ",), ZH: ("记录中的红旗征：",)},
        "flags_denied": {EN: ("Negative findings: ",), ZH: ("阴性记录：",)},
        "flags_also": {EN: ("Also stated: ",), ZH: ("另有记载：",)},
        "no_flags": {
            EN: ("None of the listed red flags was found in the record by this reading; that does not exclude one.",),
            ZH: ("本次阅读未在记录中找到所列红旗征，但不能据此排除。",),
        },
    }
)
REPORT: Mapping[str, Mapping[Language, tuple[str, ...]]] = MappingProxyType(
    {
        "ask": {
            EN: (
                "Write a structured report in six sections from this record. Quote treatment, do not invent it.",
                "From the record above, prepare a six-section spine report; treatment only in the record's words.",
                "Turn this record into a structured report: imaging findings, diagnosis, treatment, risk, aftercare, basis.",
            ),
            ZH: (
                "请根据上述记录撰写六部分结构化报告；治疗内容只引用原文，不得自拟。",
                "请据此病历整理六部分的脊柱报告，治疗部分仅用原文。",
                "请将上述记录整理为结构化报告：影像所见、诊断、治疗、风险、术后管理、依据。",
            ),
        },
        "present": {EN: ("Present: ",), ZH: ("存在：",)},
        "uncertain": {EN: ("Uncertain: ",), ZH: ("不确定：",)},
        "past": {EN: ("Also recorded: ",), ZH: ("另有记载：",)},
        "absent": {EN: ("Negative findings: ",), ZH: ("阴性所见：",)},
        "quoted": {EN: ("In the words of the {what}: “{quote}”",), ZH: ("{what}原文：“{quote}”",)},
        "basis": {
            EN: ("Every statement above comes from the record quoted in the question.",),
            ZH: ("以上各项均出自题中所引记录。",),
        },
    }
)
NOTHING = {EN: "The {what} says nothing of this.", ZH: "{what}对此没有记载。"}
SECTION_TITLES: Mapping[str, Mapping[Language, str]] = MappingProxyType(
    {
        "imaging_findings": {EN: "1. Imaging findings", ZH: "一、影像所见"},
        "diagnosis": {EN: "2. AI-assisted diagnosis", ZH: "二、辅助诊断"},
        "treatment": {EN: "3. Treatment", ZH: "三、治疗"},
        "risk_and_prognosis": {EN: "4. Risk and prognosis", ZH: "四、风险与预后"},
        "postoperative_management": {EN: "5. Post-operative management", ZH: "五、术后管理"},
        "basis_and_disclaimer": {EN: "6. Basis and disclaimer", ZH: "六、依据与声明"},
    }
)

PICTURE: Mapping[str, Mapping[Language, tuple[str, ...]]] = MappingProxyType(
    {
        "open": {
            EN: (
                "{shown}\nHow degenerated is each disc?",
                "{shown}\nPlease grade the discs for me, one by one.",
                "{shown}\nI would like your reading of the discs in this picture.",
            ),
            ZH: ("{shown}\n各椎间盘退变程度如何？", "{shown}\n请逐一评价各椎间盘。", "{shown}\n请解读图中的椎间盘。"),
        },
        "first": {
            EN: (
                "Before that: what are the complaints, and is there any red flag? The picture alone answers neither.",
                "First the history, please: which complaints are there, and any red flag? The picture does not tell.",
            ),
            ZH: (
                "首先请说明主诉，病史中有无红旗征？仅凭图像无法回答。",
                "请先提供病史：有何不适，有无红旗征？图像本身不能说明。",
            ),
        },
        "go_on": {
            EN: (
                "No history is at hand. Please go on with the picture.",
                "The history is not known to me. What do the discs show?",
            ),
            ZH: ("目前没有病史资料，请继续看图。", "我不了解病史。椎间盘表现如何？"),
        },
        "graded": {
            EN: ("By the gradings of this study, counting up from the lowest disc shown:",),
            ZH: ("按该检查的分级，自图中最下方椎间盘起向上计数：",),
        },
        "narrow": {
            EN: ("Which discs are narrowed?", "Is any disc narrowed?"),
            ZH: ("哪些椎间隙变窄？", "有椎间隙变窄吗？"),
        },
        "narrowed": {EN: ("The gradings of this study say:",), ZH: ("该检查的分级表写明：",)},
        "advice": {
            EN: ("What follows for treatment?", "What should be done now?"),
            ZH: ("治疗上意味着什么？", "下一步应如何处理？"),
        },
        "none": {
            EN: ("Nothing follows from the picture alone: the gradings of this study say nothing of treatment.",),
            ZH: ("仅凭图像不能得出治疗结论：该检查的分级表未涉及治疗。",),
        },
        "ask": {
            EN: (
                "{shown}\nWrite a structured report in six sections from this picture.",
                "{shown}\nPrepare a six-section report; where nothing is known, say so.",
            ),
            ZH: ("{shown}\n请根据该图像撰写六部分结构化报告。", "{shown}\n请撰写六部分报告；无资料之处请注明。"),
        },
        "nothing": {EN: ("The gradings of this study say nothing of this.",), ZH: ("该检查的分级表对此没有记载。",)},
        "no_history": {
            EN: ("Not assessable: no history or examination was given, so no red flag can be excluded.",),
            ZH: ("无法评估：未提供病史与查体，不能排除红旗征。",),
        },
        "scope": {
            EN: ("Only Pfirrmann grade and disc height were assessed; what was not assessed is not normal by that.",),
            ZH: ("仅评价Pfirrmann分级与椎间隙高度；未评价者不等于正常。",),
        },
        "basis": {
            EN: (
                "Every grade comes from the grading table of this study. Levels are counted up from the lowest disc shown, which "
                "is assumed to be L5-S1.",
            ),
            ZH: ("各级别均来自该检查的分级表。节段自图中最下方椎间盘起向上计数，假定其为腰5/骶1。",),
        },
    }
)
