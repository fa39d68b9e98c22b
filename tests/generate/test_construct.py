"""Promises: constructed questions depend on facts and seed alone, come as true pairs of languages, and every wrong option is
refuted by a fact."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest

from corpus import write_captions, write_notes, write_spider
from generated import CASE_EN, CASE_ZH, items_of, of, sheet_of_case
from spinemed.domain.assertion import Certainty, Numbering
from spinemed.domain.findings import Finding
from spinemed.domain.names import format_name, parse_name
from spinemed.domain.records import Block, Document, Fact, FactSheet, GradingRow, Item, Material, Source, Study, TextSpan
from spinemed.domain.scales import Grade, Scale
from spinemed.domain.taxonomy import Axis, Language, Subfield
from spinemed.errors import LevelError
from spinemed.extract import extract_facts
from spinemed.generate import Construction, construct
from spinemed.language.levels import find_mentions
from spinemed.read import Shelf, Unit, list_captions, list_notes, list_spider, read_unit

EN, ZH = Language.EN, Language.ZH
COUNTING = {EN: "counting up from the lowest disc shown", ZH: "自图中最下方椎间盘起向上计数"}
# What one mid-sagittal T2 slice cannot show, and a word that its silence does not allow.
UNSAID = re.compile(
    r"modic|herniat|bulg|protru|extru|endplate|stenosis|normal|healthy|终板|突出|膨出|脱出|狭窄|正常|健康|未见", re.IGNORECASE
)


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> list[FactSheet]:
    """The facts of all sources of `corpus`."""
    folder = tmp_path_factory.mktemp("shelf")
    units: list[Unit] = [
        *list_captions(write_captions(folder), Shelf(name="a", title="A", language=EN)),
        *list_notes(write_notes(folder), Shelf(name="b", title="B", licence="MIT", language=EN, synthetic=True)),
        *list_spider(write_spider(folder / "spider"), Shelf(name="c", title="C", licence="MIT")),
    ]
    found = [one for unit in units for one in extract_facts(read_unit(unit, store=folder / "store"))]
    return [one for one in found if isinstance(one, FactSheet)]


def items(sheets: Iterable[FactSheet], *, seed: int = 7, languages: tuple[Language, ...] = (EN, ZH)) -> list[Item]:
    settings = Construction(languages=languages, seed=seed)
    return [candidate.item for sheet in sheets for candidate in construct(sheet, settings=settings)]


def question(item: Item) -> str:
    return item.messages[0].content


def frame(item: Item) -> str:
    """All words of an item that are ours: without the source text it shows and quotes."""
    words = "\n".join(message.content for message in item.messages)
    for span in item.context:
        words = words.replace(span.quote, "")
    return re.sub("“.*?”", "", words, flags=re.DOTALL)


def disc_items(items: Iterable[Item]) -> list[Item]:
    """The choices about graded discs."""
    return [item for item in items if item.options and all(isinstance(f.evidence[0], GradingRow) for f in item.facts)]


def mention_items(items: Iterable[Item]) -> list[Item]:
    """The choices of which level a text names."""
    return [item for item in items if item.options and {fact.method for fact in item.facts} == {"level_mention"}]


def pairs(items: Iterable[Item]) -> dict[str, list[Item]]:
    joined: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        joined[str(item.pair)].append(item)
    return joined


def test_the_same_seed_makes_the_same_items_and_another_seed_others(sheets: list[FactSheet]) -> None:
    first = items(sheets)
    assert len(first) > 60
    assert items(sheets) == first
    other = items(sheets, seed=8)
    assert len({item.id for item in first} & {item.id for item in other}) < len(first) / 4


def test_what_is_made_of_a_sheet_depends_on_no_other_sheet(sheets: list[FactSheet]) -> None:
    alone = [item for sheet in reversed(sheets) for item in items([sheet])]
    assert {item.id for item in alone} == {item.id for item in items(sheets)}


def test_one_language_alone_has_the_items_it_has_in_both(sheets: list[FactSheet]) -> None:
    both = items(sheets)
    assert items(sheets, languages=(ZH,)) == [item for item in both if item.language is ZH]


def test_every_item_says_how_it_was_made(sheets: list[FactSheet]) -> None:
    for sheet in sheets:
        for candidate in construct(sheet, settings=Construction(seed=3)):
            (trace,) = candidate.traces
            assert (trace.item, trace.stage, trace.seed) == (candidate.item.id, "construct", 3)
            assert (trace.engine, trace.model) == ("construct", None)


def test_a_pair_asks_the_same_in_both_languages(demo_items: tuple[Item, ...]) -> None:
    whole = [pair for pair in pairs(demo_items).values() if pair[0].pair is not None and len(pair) == 2]
    assert len(whole) > 0.8 * len(demo_items) / 2
    for english, chinese in whole:
        assert (english.language, chinese.language) == (EN, ZH)
        assert (english.key, english.levels, english.facts) == (chinese.key, chinese.levels, chinese.facts)
        assert (english.numbering, english.pictures, english.axes) == (chinese.numbering, chinese.pictures, chinese.axes)
        assert [option.refuted_by for option in english.options] == [option.refuted_by for option in chinese.options]
        assert len(english.options) == len(chinese.options)
        if english in disc_items([english]) or english in mention_items([english]):
            meanings = [[meaning(option.text) for option in item.options] for item in (english, chinese)]
            assert meanings[0] == meanings[1]


def test_items_have_ids_of_their_own(demo_items: tuple[Item, ...]) -> None:
    assert len({item.id for item in demo_items}) == len(demo_items)


def test_at_most_four_items_a_fact_language_and_task(sheets: list[FactSheet]) -> None:
    for sheet in [*sheets, sheet_of_case(CASE_EN), sheet_of_case(CASE_ZH, language=ZH)]:
        for language in (EN, ZH):
            made = of(items([sheet]), language)
            choices = [item for item in made if item.options]
            assert len(choices) <= 4 * len(sheet.facts)
            # One fact alone: every choice about it is counted.
            alone = Counter(item.facts[0].id for item in choices if len(item.facts) == 1)
            assert max(alone.values(), default=0) <= 4


def test_the_letter_and_the_place_of_the_key_tell_nothing(demo_items: tuple[Item, ...]) -> None:
    choices = [item for item in demo_items if item.options]
    letters = Counter(item.key for item in choices)
    assert set(letters) >= set("ABCDE")
    assert max(letters.values()) < 0.35 * len(choices)
    shortest = [item for item in choices if len(key(item)) < min(len(o.text) for o in item.options if o.letter != item.key)]
    longest = [item for item in choices if len(key(item)) > max(len(o.text) for o in item.options if o.letter != item.key)]
    assert max(len(shortest), len(longest)) < 0.35 * len(choices)


def test_every_wrong_grade_or_level_of_a_disc_is_refuted_by_a_fact(demo_items: tuple[Item, ...]) -> None:
    for item in disc_items(demo_items):
        facts, about = {fact.id: fact for fact in item.facts}, item.facts[0]
        for option in item.options:
            if option.letter == item.key:
                assert meaning(option.text) in (about.anatomy, about.grade)
                continue
            refuting = facts[str(option.refuted_by)]
            if isinstance(meaning(option.text), Grade):
                assert refuting == about
                assert meaning(option.text) != about.grade
            elif item.axes == (Axis.LEVEL_IDENTIFICATION,):
                assert refuting == about
                assert meaning(option.text) != about.anatomy
            else:
                assert refuting.anatomy == meaning(option.text)
                assert refuting.finding is about.finding
                assert says_otherwise(refuting, about)


def says_otherwise(fact: Fact, key: Fact) -> bool:
    if key.finding is Finding.DISC_NARROWING:
        return (fact.certainty, key.certainty) == (Certainty.ABSENT, Certainty.PRESENT)
    return fact.grade is not None and fact.grade != key.grade


def test_only_the_key_of_a_text_question_is_named_by_the_text(demo_items: tuple[Item, ...]) -> None:
    assert len(mention_items(demo_items)) > 200
    for item in mention_items(demo_items):
        (context,) = item.context
        named = {a for mention in find_mentions(context.quote) for a in mention.anatomy}
        for option in item.options:
            level = parse_name(option.text)
            assert (level in named) == (option.letter == item.key)
            # Nor by a look-alike: a "T2" that is a sequence would make option T2 look right.
            if option.letter != item.key and " to " not in str(level):
                assert str(level) not in context.quote


def test_the_answer_quotes_the_words_that_name_the_level(demo_items: tuple[Item, ...]) -> None:
    for item in mention_items(demo_items):
        quote = re.search("“(.*)”", item.messages[1].content, re.DOTALL)
        assert quote is not None
        assert quote[1] in item.context[0].quote
        spans = [span for span in asked_of(item).evidence if isinstance(span, TextSpan)]
        assert spans[0].quote in quote[1]


def test_every_question_about_discs_says_how_they_are_counted(demo_items: tuple[Item, ...]) -> None:
    discs = disc_items(demo_items)
    assert len(discs) > 400
    for item in discs:
        assert COUNTING[item.language] in question(item).lower()
        assert item.numbering is Numbering.ASSUMED
        assert question(item).startswith("<image>\n")
        assert question(item).count("<image>") == len(item.pictures) == 1


def test_a_slice_is_asked_for_grades_narrowing_and_counting_only(demo_items: tuple[Item, ...]) -> None:
    choices = disc_items(demo_items)
    assert [item.id for item in choices if UNSAID.search("".join(m.content for m in item.messages))] == []
    graded = [fact for item in demo_items for fact in item.facts if isinstance(fact.evidence[0], GradingRow)]
    findings = {fact.finding for fact in graded}
    assert findings == {Finding.DISC_DEGENERATION, Finding.DISC_NARROWING}


def test_we_add_no_finding_of_our_own_to_a_text(demo_items: tuple[Item, ...]) -> None:
    assert [item.id for item in mention_items(demo_items) if UNSAID.search(frame(item))] == []


def test_the_place_of_a_disc_fits_its_level(demo_items: tuple[Item, ...]) -> None:
    """Counted again here: first L5-S1, second L4-L5 and so on."""
    order = ["L5-S1", "L4-L5", "L3-L4", "L2-L3", "L1-L2", "T12-L1", "T11-T12", "T10-T11", "T9-T10", "T8-T9"]
    words = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
    english = re.compile(rf"the ({'|'.join(words)}) disc", re.IGNORECASE)
    seen = set()
    for item in disc_items(demo_items):
        place = (english if item.language is EN else re.compile(r"第(\d+)个椎间盘")).search(question(item))
        if place:
            number = words.index(place[1]) if item.language is EN else int(place[1]) - 1
            assert item.levels == (order[number],)
            seen.add(number)
    assert seen >= set(range(7))


def test_a_picture_with_a_disc_0_or_a_doubtful_count_has_no_item(demo_items: tuple[Item, ...]) -> None:
    patients = {source.id for item in disc_items(demo_items) for source in item.sources}
    assert len(patients) >= 21
    assert patients.isdisjoint({"spider:152", "spider:64", "spider:32"})


def patient_of(folder: Path, *grades: str) -> FactSheet:
    """The facts of one patient with these Pfirrmann grades from the lowest disc up, no disc narrowed."""
    write_spider(folder / "spider", {"1": [(grade, "0") for grade in grades]})
    (unit,) = list_spider(folder / "spider", Shelf(name="c", title="C", licence="MIT"))
    (sheet,) = extract_facts(read_unit(unit, store=folder / "store"))
    assert isinstance(sheet, FactSheet)
    return sheet


def test_a_grade_that_too_few_discs_refute_is_not_asked_for(tmp_path: Path) -> None:
    """II at three discs and IV at two: "which disc is IV?" has three refuted options, "which is II?" two."""
    made = items([patient_of(tmp_path, "4", "4", "2", "2", "2")])
    which = [item for item in disc_items(made) if len(item.facts) > 1]
    assert {str(item.facts[0].grade) for item in which} == {"Pfirrmann IV"}
    assert {item.levels for item in which} == {("L5-S1",), ("L4-L5",)}


def test_discs_whose_grades_readers_confuse_are_never_options_together(tmp_path: Path) -> None:
    made = items([patient_of(tmp_path, "3", "3", "2", "2", "2", "4")])
    assert not any(len(item.facts) > 1 for item in disc_items(made) if "L5-S1" in item.levels)


def test_no_grade_follows_from_the_options_offered(demo_items: tuple[Item, ...]) -> None:
    graded = [item for item in disc_items(demo_items) if item.facts[0].grade is not None and len(item.facts) == 1]
    keys_of: dict[frozenset[str], set[str]] = defaultdict(set)
    for item in graded:
        keys_of[frozenset(option.text for option in item.options)].add(key(item))
    assert all(len(keys) == len(options) == 5 for options, keys in keys_of.items())


@pytest.mark.parametrize(
    ("caption", "levels"),
    [
        (
            "Haematoma from the T12 vertebra, on the left, and inferiorly to the L5 vertebra.",
            {("T12",), ("L5",)},
        ),
        ("Radiograph of the vertebrae from L2 to S in a patient with low back pain.", set()),
        ("Syrinx from the T1 level distally through the lower thoracic spine on sagittal imaging.", set()),
        ("Hyperintense lesion at the T1-T3 levels of the spinal cord on sagittal T2 images.", set()),
        ("The L5’ vertebra is marked in this radiograph of the lumbosacral junction.", set()),
        ("Compression of the left L5 nerve root on the axial slice through the disc.", {("L5",)}),
    ],
)
def test_a_text_that_leaves_the_extent_open_gives_no_question(caption: str, levels: set[tuple[str, ...]]) -> None:
    made = items([sheet_of(caption)])
    assert {item.levels for item in mention_items(made)} == levels
    if not levels:
        # Nor is it asked where the finding lies that the text follows downwards.
        assert not [item for item in made if item.options and Axis.LEVEL_IDENTIFICATION in item.axes]
    # What lies between two levels of a text is no wrong option.
    options = {option.text for item in mention_items(made) if "T12" in caption for option in item.options}
    assert not {"L1", "L2", "L3", "L4"} & options


def test_an_unread_disc_refutes_nothing(sheets: list[FactSheet]) -> None:
    """A narrowing that was not assessed is neither a right nor a wrong option."""
    (sheet,) = [sheet for sheet in sheets if sheet.id == "c:21"]
    facts = tuple(
        Fact.model_validate({**fact.model_dump(exclude={"id"}), "anatomy": fact.anatomy, "certainty": Certainty.NOT_ASSESSED})
        if fact.finding is Finding.DISC_NARROWING and fact.certainty is Certainty.ABSENT and str(fact.anatomy) != "L5-S1"
        else fact
        for fact in sheet.facts
    )
    before, after = items([sheet]), items([sheet.model_copy(update={"facts": facts})])
    assert any(item.facts[0].finding is Finding.DISC_NARROWING for item in before)
    assert not any(item.facts[0].finding is Finding.DISC_NARROWING for item in after)


def test_every_disc_of_a_whole_spine_can_be_asked_for(tmp_path: Path) -> None:
    write_spider(tmp_path / "spider", {"1": [(str(1 + n % 5), "0") for n in range(23)]})
    (unit,) = list_spider(tmp_path / "spider", Shelf(name="c", title="C", licence="MIT"))
    sheet = [one for one in extract_facts(read_unit(unit, store=tmp_path / "store")) if isinstance(one, FactSheet)]
    made = disc_items(items(sheet))
    assert {item.levels for item in made} == {(str(fact.anatomy),) for fact in sheet[0].facts}
    assert any("twenty-third disc" in question(item) for item in made)


def test_a_text_without_levels_and_a_picture_without_grades_make_no_item(sheets: list[FactSheet]) -> None:
    for sheet in sheets:
        empty = sheet.model_copy(update={"facts": ()})
        assert items([empty]) == []
    assert [sheet.id for sheet in sheets if isinstance(sheet.content, Document) and not items([sheet])] == ["a:c4"]
    assert all(items([sheet]) for sheet in sheets if isinstance(sheet.content, Study))


def asked_of(item: Item) -> Fact:
    """The fact an item asks for: the first of a picture's, the one the key names of a text's."""
    return item.facts[0] if item.pictures else next(f for f in item.facts if f.anatomy == meaning(key(item)))


def key(item: Item) -> str:
    return next(option.text for option in item.options if option.letter == item.key)


def meaning(text: str) -> object:
    """The level or grade an option says in either language."""
    try:
        level = parse_name(text)
    except LevelError:
        return Grade.parse(Scale.PFIRRMANN, text)
    assert text in (format_name(level, EN), format_name(level, ZH))
    return level


def sheet_of(text: str) -> FactSheet:
    document = Document(
        source=Source(id="s", kind="caption", title="t", licence="MIT", origin="o"),
        text=text,
        blocks=(Block(id="b0", kind="caption", start=0, end=len(text)),),
    )
    (sheet,) = extract_facts(Material(id="m", content=document))
    assert isinstance(sheet, FactSheet)
    return sheet


def test_texts_that_look_like_templates_stay_as_they_are() -> None:
    text = "{level} {{ 7*7 }} {0} %s: a disc protrusion at L4-5 touches {place} the thecal sac."
    made = items([sheet_of(text)])
    assert len(made) >= 2
    assert all(text in question(item) for item in made)


def test_what_lies_within_a_level_that_the_text_names_is_no_wrong_option() -> None:
    """L2 and L3 are not written, but a spine fused from T12 to L4 holds them."""
    sheet = sheet_of("Fracture of the L1 vertebra, treated by fusion from T12 to L4 without further complaints.")
    for seed in range(20):
        for item in items([sheet], seed=seed):
            if mention_items([item]) and item.levels == ("L1",):
                assert not {"T12", "L2", "L3", "L4"} & {str(meaning(option.text)) for option in item.options}


def test_the_same_case_gives_the_same_bytes_and_another_seed_other_phrasings() -> None:
    sheet = sheet_of_case(CASE_EN)
    first = [item.to_json() for item in items_of(sheet, seed=1)]
    assert [item.to_json() for item in items_of(sheet, seed=1)] == first
    stems = [{item.messages[0].content for item in items_of(sheet, seed=seed)} for seed in (1, 2)]
    assert len(stems[0] & stems[1]) < len(stems[0]) / 2


def test_every_wrong_option_names_a_fact_of_the_item() -> None:
    for sheet in (sheet_of_case(CASE_EN), sheet_of_case(CASE_ZH, language=ZH)):
        for item in items_of(sheet):
            for option in item.options:
                assert (option.refuted_by is None) == (option.letter == item.key)
                assert option.refuted_by in {None, *(fact.id for fact in item.facts)}


def test_pairs_of_a_case_share_facts_levels_and_the_place_of_the_key() -> None:
    for sheet in (sheet_of_case(CASE_EN), sheet_of_case(CASE_ZH, language=ZH)):
        for english, chinese in pairs(items_of(sheet)).values():
            assert (english.facts, english.levels, english.key) == (chinese.facts, chinese.levels, chinese.key)


@pytest.mark.parametrize(
    "text",
    [
        "Open fracture of the left tibia after a fall; intramedullary nailing was done the next day.",
        "Osteosarcoma of the distal femur with a soft tissue mass, no metastasis in the lung.",
        "左胫骨开放性骨折，行髓内钉固定，术后恢复良好，未见感染。",
    ],
)
def test_a_text_of_a_limb_gives_no_question(text: str) -> None:
    assert items([sheet_of(text)]) == []


def test_a_finding_without_a_level_is_asked_for_only_where_the_text_is_about_the_spine() -> None:
    text = "An old fracture was seen, and no metastasis. Night pain was denied by the patient at both visits."
    sheet = sheet_of(text)
    for subfield, some in ((Subfield.SPINE, True), (Subfield.UNCLASSIFIED, False), (Subfield.TRAUMA, False)):
        made = items([sheet.model_copy(update={"subfield": subfield})])
        about = {fact.finding for item in made for fact in item.facts if item.options or len(item.facts) == 1}
        assert bool(about & {Finding.VERTEBRAL_METASTASIS, Finding.VERTEBRAL_FRACTURE}) <= some
