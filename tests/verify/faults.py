"""Faults for every check: the reason it gives, the sort of item of the stock, and what spoils it in each language."""

from __future__ import annotations

import copy
from collections.abc import Callable

from stock import Draft

Spoil = Callable[[Draft], None]


def swap(old: str, new: str, *, message: int = 0) -> Spoil:
    def spoil(draft: Draft) -> None:
        content = draft["messages"][message]["content"]
        assert old in content
        draft["messages"][message]["content"] = content.replace(old, new)

    return spoil


def add(text: str, *, message: int = -1) -> Spoil:
    def spoil(draft: Draft) -> None:
        draft["messages"][message]["content"] += text

    return spoil


def other_content(draft: Draft) -> None:
    """The picture's name says one content, its record another."""
    (picture,) = draft["pictures"]
    picture.update(path=f"images/{'a' * 64}.png", sha256="b" * 64)


def answer(text: str) -> Spoil:
    """Another reply altogether."""

    def spoil(draft: Draft) -> None:
        draft["messages"][-1]["content"] = text

    return spoil


def option(text: str, *, letter: str = "A") -> Spoil:
    """Another text of an option, in the question and, for the key, in the reply too."""

    def spoil(draft: Draft) -> None:
        one = next(o for o in draft["options"] if o["letter"] == letter)
        lines = draft["messages"][0]["content"].split("\n")
        at = lines.index(f"{letter}. {one['text']}")
        lines[at] = f"{letter}. {text}"
        draft["messages"][0]["content"] = "\n".join(lines)
        if letter == draft["key"]:
            swap(f"{letter}. {one['text']}\n", f"{letter}. {text}\n", message=-1)(draft)
        one["text"] = text

    return spoil


def refuted(value: str | None, *, of_key: bool = False) -> Spoil:
    """Another fact that refutes the key or the first wrong option."""

    def spoil(draft: Draft) -> None:
        one = next(o for o in draft["options"] if (o["letter"] == draft["key"]) == of_key)
        one["refuted_by"] = draft["facts"][0]["id"] if value == "a fact" else value

    return spoil


def key_moved(draft: Draft) -> None:
    """The first option is the key, with all that belongs to it."""
    old, new = next(o for o in draft["options"] if o["letter"] == draft["key"]), draft["options"][0]
    old["refuted_by"], new["refuted_by"] = new["refuted_by"], None
    swap(f"{old['letter']}. {old['text']}\n", f"{new['letter']}. {new['text']}\n", message=-1)(draft)
    draft["key"] = new["letter"]


def fact(*, same_id: bool = False, **changes: object) -> Spoil:
    """Another value in the first fact; its id follows, unless it is to stay."""

    def spoil(draft: Draft) -> None:
        draft["facts"][0].update(copy.deepcopy(changes))
        if not same_id:
            draft["facts"][0]["id"] = ""

    return spoil


def evidence(**changes: object) -> Spoil:
    """Other evidence of the first fact."""

    def spoil(draft: Draft) -> None:
        draft["facts"][0]["evidence"][0].update(changes)
        draft["facts"][0]["id"] = ""

    return spoil


def given(**changes: object) -> Spoil:
    """Other fields of the item."""
    return lambda draft: draft.update(copy.deepcopy(changes))


def section(name: str, text: str) -> Spoil:
    """Another text of a section, in the reply too."""

    def spoil(draft: Draft) -> None:
        one = next(s for s in draft["sections"] if s["name"] == name)
        swap(one["text"], text, message=-1)(draft)
        one["text"] = text

    return spoil


def all_of(*spoils: Spoil) -> Spoil:
    def spoil(draft: Draft) -> None:
        for one in spoils:
            one(draft)

    return spoil


def without_section(draft: Draft) -> None:
    draft["sections"].pop()


def shown(old: str, new: str) -> Spoil:
    """Another passage, in the context, the question and the reply."""

    def spoil(draft: Draft) -> None:
        span = draft["context"][0]
        assert old in span["quote"]
        span["quote"] = span["quote"].replace(old, new)
        span["end"] = span["start"] + len(span["quote"])
        for message in draft["messages"]:
            message["content"] = message["content"].replace(old, new)

    return spoil


def no_licence(draft: Draft) -> None:
    draft["sources"][0]["licence"] = " "


# Check, part of its reason, sort of item, and the fault in English and in Chinese (None where a fault is of one language).
SAME, KINDS, LONG = "two options say the same", "different kinds", "stands out by its length"
NO_FACT, SILENT = "says what no fact of the item says", "leaves out what a fact"
FAULTS: list[tuple[str, str, str, Spoil | None, Spoil | None]] = [
    ("options_distinct", SAME, "level", option("T12-L1", letter="B"), option("胸12/腰1", letter="B")),
    ("options_distinct", SAME, "level", option("L1/2", letter="A"), option("L1-L2", letter="A")),
    ("options_distinct", KINDS, "level", option("L4"), option("腰4")),
    ("options_distinct", KINDS, "level", option("spondylolysis"), option("峡部裂")),
    (
        "options_distinct",
        LONG,
        "bank",
        option("seven, as in nearly every mammal, and each with its arch and body", letter="B"),
        option("七块，几乎所有哺乳动物都是如此，每一块都有椎体和椎弓，无一例外", letter="B"),
    ),
    ("one_right_option", "option A is not refuted", "level", refuted(None), refuted(None)),
    ("one_right_option", "a fact the item does not hold", "disc", refuted("fact-elsewhere"), refuted("fact-elsewhere")),
    ("one_right_option", "the key, yet refuted", "mark", refuted("a fact", of_key=True), refuted("a fact", of_key=True)),
    (
        "facts_untouched",
        "changed after it was made",
        "said",
        fact(same_id=True, laterality="right"),
        fact(same_id=True, laterality="right"),
    ),
    ("facts_derived", "says what its quoted text does not say", "said", fact(laterality="right"), fact(laterality="right")),
    ("facts_derived", "says what its quoted text does not say", "said", fact(certainty="absent"), fact(certainty="absent")),
    (
        "facts_derived",
        "says what its quoted text does not say",
        "said",
        fact(finding="disc_protrusion"),
        fact(finding="disc_bulge"),
    ),
    (
        "facts_derived",
        "says what its quoted text does not say",
        "mentioned",
        fact(anatomy={"kind": "segment", "levels": ["C6-C7"]}),
        fact(anatomy={"kind": "segment", "levels": ["C6-C7"]}),
    ),
    ("facts_derived", "a text that the item does not hold", "said", evidence(source="sha256:2"), evidence(source="sha256:2")),
    (
        "quotes_verbatim",
        "quotes what its context does not say",
        "said",
        add(" It adds: “No fracture.”"),
        add("另写：“未见骨折。”"),
    ),
    (
        "quotes_verbatim",
        "quotes what its context does not say",
        "level",
        swap("left disc extrusion.”", "right disc extrusion.”", message=1),
        None,
    ),
    ("quotes_verbatim", "does not show its context word for word", "flags", swap("No fever.", "Fever."), swap("无发热", "发热")),
    ("quotes_verbatim", "not in the context at its offsets", "said", evidence(source="sha256:2"), evidence(source="sha256:2")),
    (
        "stem_supported",
        "names what none of its facts is about",
        "level",
        swap("a disc extrusion", "spondylolysis"),
        swap("椎间盘脱出位于", "峡部裂位于"),
    ),
    (
        "stem_supported",
        "a level that none of its facts is about",
        "said",
        swap("about L4-L5?", "about L2-L3?"),
        swap("关于腰4/5", "关于腰2/3"),
    ),
    ("key_supported", "the key says what no fact", "level", key_moved, key_moved),
    ("key_supported", "the key says what no fact", "disc", key_moved, key_moved),
    ("key_supported", "what it claims cannot be read", "disc", option("a fine one"), option("尚可")),
    (
        "key_supported",
        "a fact says the same: it is right too",
        "level",
        all_of(swap("a disc extrusion", "canal stenosis"), option("L3-L4"), option("L2-L3", letter="B")),
        all_of(swap("椎间盘脱出位于", "椎管狭窄位于"), option("腰3/4"), option("腰2/3", letter="B")),
    ),
    ("key_supported", "another option has the grade asked for", "worst", key_moved, key_moved),
    (
        "key_supported",
        "another option has the grade asked for",
        "worst",
        swap("most severe", "least severe"),
        swap("最重", "最轻"),
    ),
    ("key_supported", "no single grade to compare", "worst", option("T3-T4"), option("胸3/4")),
    ("key_supported", "the passage does not name it", "mentioned", key_moved, key_moved),
    (
        "key_supported",
        "the passage names it",
        "mentioned",
        shown("C5-C6 is seen", "C5-C6 and T3-T4 is seen"),
        shown("颈5/6可见", "颈5/6、胸3/4可见"),
    ),
    ("key_supported", "the question bank gives another answer", "bank", key_moved, key_moved),
    ("key_supported", "the mask says otherwise", "mark", key_moved, key_moved),
    ("key_supported", "does not name one letter", "mark", swap("marked W", "marked V"), swap("标记W", "标记V")),
    (
        "key_supported",
        "a vertebra is marked, no root",
        "mark",
        swap("the vertebra marked", "the root marked"),
        swap("哪一椎体", "哪一神经根"),
    ),
    ("key_supported", "anatomy says otherwise", "role", key_moved, key_moved),
    (
        "key_supported",
        "below the pedicle of its number",
        "role",
        swap("below", "above", message=1),
        swap("下方", "上方", message=1),
    ),
    (
        "reply_gives_key",
        "another answer than the key",
        "disc",
        swap("C. Pf", "A. Pf", message=1),
        swap("C. Pf", "A. Pf", message=1),
    ),
    ("reply_gives_key", "does not list its options", "level", swap("\nA. L5-S1", ""), swap("\nA. 腰5/骶1", "")),
    (
        "reply_gives_key",
        "another level than the key",
        "disc",
        swap("give L3-L4", "give T9-T10", message=1),
        swap("分级表中，腰3/4", "分级表中，胸9/10", message=1),
    ),
    (
        "replies_supported",
        NO_FACT,
        "said",
        swap("Left disc extrusion at", "Right disc extrusion at", message=1),
        swap("腰4/5左侧椎间盘脱出。报告", "腰4/5右侧椎间盘脱出。报告", message=1),
    ),
    (
        "replies_supported",
        NO_FACT,
        "said",
        swap("Left disc extrusion at L4-L5", "No disc extrusion at L4-L5", message=1),
        swap("腰4/5左侧椎间盘脱出。报告", "腰4/5未见椎间盘脱出。报告", message=1),
    ),
    (
        "replies_supported",
        NO_FACT,
        "consultation",
        swap("extrusion at L4-L5", "extrusion at L3-L4", message=3),
        swap("腰4/5", "腰3/4", message=3),
    ),
    ("replies_supported", NO_FACT, "report", section("diagnosis", "Spondylolysis at L5."), section("diagnosis", "腰5峡部裂。")),
    (
        "replies_supported",
        SILENT,
        "flags",
        answer("The history says: “Saddle anaesthesia for one day.”"),
        answer("病史写明：“鞍区麻木1天。”"),
    ),
    ("replies_supported", "does not answer", "said", answer("It says something."), answer("有所描述。")),
    (
        "replies_supported",
        "nothing in the reply can be checked",
        "said",
        given(facts=[], context=[], levels=[]),
        given(facts=[], context=[], levels=[]),
    ),
    (
        "marks_right",
        "otherwise of mark Y",
        "marks",
        swap("Y: L3; Z: L4", "Y: L4; Z: L3", message=1),
        swap("Y: 腰3；Z: 腰4", "Y: 腰4；Z: 腰3", message=1),
    ),
    ("marks_right", "otherwise of mark Z", "marks", answer("Y is L3 and Z marks L5."), answer("Y为腰3，Z为腰5。")),
    (
        "levels_real",
        "1 of its levels belong to no fact",
        "said",
        given(levels=["L4-L5", "L5-S1"]),
        given(levels=["L4-L5", "L5-S1"]),
    ),
    ("levels_real", "name a level that the item is not about", "said", add(" T9 too."), add("胸9亦同。")),
    ("levels_real", "does not exist", "level", option("L7-S1"), option("腰7/骶1")),
    ("levels_real", "does not exist", "level", option("L3/5"), option("腰3/5")),
    ("levels_real", "does not exist", "flags", add(" The seventh lumbar vertebra is fine."), add("第七腰椎无异常。")),
    (
        "numbering_stated",
        "and the question does not say so",
        "disc",
        all_of(
            swap(", counting up from the lowest disc shown", ""),
            swap("; levels are counted up from the lowest disc shown, assumed to be L5-S1", "", message=1),
        ),
        all_of(
            swap("自图中最下方椎间盘起向上计数的", ""),
            swap("；节段自图中最下方椎间盘起向上计数得出，假定其为腰5/骶1", "", message=1),
        ),
    ),
    ("numbering_stated", "calls it proven", "disc", add(" The count is confirmed."), add("计数已证实。")),
    (
        "numbering_stated",
        "another disc than L5-S1",
        "disc",
        swap("taken as L5-S1", "taken as L4-L5"),
        swap("视为腰5/骶1", "视为腰4/5"),
    ),
    (
        "numbering_stated",
        "another disc than L5-S1",
        "disc",
        add("\nOr count down from the top.", message=0),
        add("\n或自上而下。", message=0),
    ),
    ("numbering_stated", "counted to another place", "disc", swap("third disc", "fifth disc"), swap("第3个", "第5个")),
    (
        "numbering_stated",
        "a fact's numbering is undetermined",
        "disc",
        fact(numbering="undetermined"),
        fact(numbering="undetermined"),
    ),
    ("numbering_stated", "no level may be named", "said", given(numbering="undetermined"), given(numbering="undetermined")),
    ("numbers_said", "a number that no source", "said", add(" It measures 7 mm."), add("大小约7毫米。")),
    ("numbers_said", "a number that no source", "flags", add(" For 3 weeks."), add("已3周。")),
    ("numbers_said", "a number that no source", "flags", None, add("大小1毫米。")),
    (
        "slice_shows",
        "one mid-sagittal slice cannot show",
        "disc",
        fact(finding="disc_bulge", grade=None),
        fact(finding="disc_bulge", grade=None),
    ),
    ("sections_said", "is missing, empty, or not in the reply", "report", without_section, without_section),
    ("sections_said", "is missing, empty, or not in the reply", "report", section("treatment", " "), section("treatment", " ")),
    (
        "sections_said",
        "is missing, empty, or not in the reply",
        "report",
        swap("Left disc extrusion at L4-L5.", "", message=1),
        swap("腰4/5左侧椎间盘脱出。", "", message=1),
    ),
    ("sections_said", "another number of sections", "report", swap("six-section", "five-section"), swap("六部分", "五部分")),
    ("sections_said", "another number of sections", "report", swap("six-section", "ſeven-section"), None),
    (
        "red_flags_named",
        "not named: saddle_anaesthesia",
        "flags",
        answer("The history says: “No fever.”"),
        answer("病史写明：“无发热。”"),
    ),
    (
        "red_flags_named",
        "not named: saddle_anaesthesia",
        "consultation",
        swap("Red flag: saddle anaesthesia. ", "", message=-1),
        swap("红旗征：鞍区麻木。", "", message=-1),
    ),
    (
        "red_flags_named",
        "not named: saddle_anaesthesia",
        "report",
        section("risk_and_prognosis", "None."),
        section("risk_and_prognosis", "无。"),
    ),
    ("advice_quoted", "in words of its own", "said", add(" Surgery is recommended."), add("建议手术。")),
    (
        "advice_quoted",
        "in words of its own",
        "report",
        section("treatment", "Ibuprofen 400 mg."),
        section("treatment", "口服布洛芬。"),
    ),
    ("advice_quoted", "in words of its own", "consultation", add(" It will heal within six weeks."), add("预后良好。")),
    (
        "history_first",
        "plan comes before",
        "consultation",
        add(" The plan on record is clear.", message=1),
        add("所载方案明确。", message=1),
    ),
    (
        "history_first",
        "or there is one turn",
        "consultation",
        lambda draft: draft.update(messages=draft["messages"][-2:]),
        lambda draft: draft.update(messages=draft["messages"][-2:]),
    ),
    (
        "disclaimer_said",
        "does not replace a clinician",
        "consultation",
        swap(" This text supports and does not replace a clinician.", "", message=-1),
        swap("本文仅供辅助，不能替代临床医生。", "", message=-1),
    ),
    (
        "disclaimer_said",
        "does not replace a clinician",
        "report",
        section("basis_and_disclaimer", "From the record."),
        section("basis_and_disclaimer", "依据记录。"),
    ),
    ("language_kept", "Chinese characters", "said", add(" 完毕"), None),
    ("language_kept", "English words", "said", None, add("Thank you, doctor.")),
    ("language_kept", "English words", "level", None, swap("椎间盘脱出位于哪一节段？", "Which level?")),
    ("no_identifier", "1 stretches look like an identifier", "said", add(" Seen by Dr. Quincey."), add("住院号：1234567")),
    ("no_identifier", "1 stretches look like an identifier", "disc", add(" 764-212-9874"), add("姓名：赵钱孙")),
    ("pictures_shown", "0 places for 1 pictures", "mark", swap("<image>\n", ""), swap("<image>\n", "")),
    ("pictures_shown", "2 places for 1 pictures", "marks", add("<image>"), add("<image>")),
    ("pictures_shown", "1 places for 0 pictures", "said", add("<image>", message=0), add("<image>", message=0)),
    ("pictures_shown", "another content", "mark", other_content, other_content),
    (
        "red_flags_named",
        "which no record can",
        "consultation",
        add(" So red flags are excluded."),
        add("红旗征均已排除。"),
    ),
    ("licensed", "a source without a licence", "bank", no_licence, no_licence),
]
