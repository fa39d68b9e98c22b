"""Hypothesis strategies for levels and records: whatever they build is valid, and every optional field comes empty and full."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, TypeVar

from hypothesis import strategies as st

from spinemed.domain.assertion import Certainty, Laterality, Numbering
from spinemed.domain.findings import FINDINGS, Finding
from spinemed.domain.levels import Range, Region, Segment, SpineRow, Variant, Vertebra
from spinemed.domain.names import Anatomy
from spinemed.domain.records import (
    SECTIONS,
    Block,
    Call,
    Candidate,
    Case,
    Cell,
    Check,
    ClinicianDecision,
    DimensionScore,
    Document,
    Example,
    Fact,
    FactSheet,
    Figure,
    Grading,
    GradingRow,
    Image,
    Item,
    Mask,
    MaskEvidence,
    Material,
    Message,
    Option,
    Parameter,
    Passage,
    Picture,
    Prediction,
    Rating,
    Record,
    ReportSection,
    Review,
    Score,
    Source,
    Study,
    TextSpan,
    Trace,
    Verdict,
    variants_of,
)
from spinemed.domain.roots import Root, Zone
from spinemed.domain.scales import SCALES, Grade, Scale
from spinemed.domain.taxonomy import Axis, Language, Modality, SubCondition, Subfield, Task

T = TypeVar("T")

# Levels

vertebrae = st.sampled_from(Vertebra)
roots = st.sampled_from(Root)
regions = st.sampled_from(Region)
ALL_ROWS = tuple(SpineRow(thoracic, lumbar) for thoracic in (11, 12, 13) for lumbar in (4, 5, 6))
rows = st.sampled_from(ALL_ROWS)
_SACRAL = (Vertebra.S1, Vertebra.S2, Vertebra.S3, Vertebra.S4, Vertebra.S5, Vertebra.CO)
ALL_SEGMENTS = (
    *dict.fromkeys(segment for row in ALL_ROWS for segment in row.segments),
    *(Segment(upper, lower) for upper, lower in pairwise(_SACRAL)),
)
segments = st.sampled_from(ALL_SEGMENTS)


@st.composite
def ranges(draw: st.DrawFn) -> Range:
    top, bottom = sorted(draw(st.lists(vertebrae, min_size=2, max_size=2, unique=True)))
    return Range(top, bottom, draw(st.frozensets(st.sampled_from([Vertebra.T13, Vertebra.L6]))))


OF_KIND: dict[str, st.SearchStrategy[Anatomy]] = {
    "vertebra": vertebrae,
    "segment": segments,
    "range": ranges(),
    "root": roots,
    "region": regions,
}
anatomies = st.one_of(*OF_KIND.values())


@st.composite
def rows_with_vertebrae(draw: st.DrawFn, count: int = 1) -> tuple[SpineRow, tuple[Vertebra, ...]]:
    """A row and some vertebrae that it has."""
    row = draw(rows)
    return row, tuple(draw(st.lists(st.sampled_from(row.vertebrae), min_size=count, max_size=count)))


# Parts of records

texts = st.text(max_size=12) | st.sampled_from(["L4-L5 disc", "腰4/5椎间盘突出", "𝄞", "a\u0000b", "\n"])
filled = texts.filter(bool)
_whole = st.integers(-(2**63), 2**63 - 1)
_count = st.integers(0, 2**63 - 1)
_number = st.floats(allow_nan=False)
_weight = st.floats(0, 1e9)
_share = st.none() | st.floats(0, 1)
_page = st.none() | st.integers(1, 999)
_box = st.none() | st.tuples(*[st.floats(-1e4, 1e4)] * 4)


def some(element: st.SearchStrategy[T], least: int = 0) -> st.SearchStrategy[tuple[T, ...]]:
    """A short tuple."""
    return st.lists(element, min_size=least, max_size=max(2, least)).map(tuple)


def maybe(element: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    return st.none() | element


@st.composite
def text_spans(draw: st.DrawFn) -> TextSpan:
    quote, start = draw(filled), draw(st.integers(0, 10**6))
    return TextSpan(source=draw(texts), start=start, end=start + len(quote), quote=quote)


evidence = st.one_of(
    text_spans(),
    st.builds(MaskEvidence, study=texts, mask=texts, labels=some(_whole), measurement=maybe(texts)),
    st.builds(GradingRow, source=texts, row=_count, columns=some(texts)),
    st.builds(ClinicianDecision, review=texts),
)
pictures = st.builds(
    Picture,
    path=texts,
    sha256=st.text("0123456789abcdef", min_size=64, max_size=64),
    width_px=st.integers(1, 10**5),
    height_px=st.integers(1, 10**5),
)
grades = st.sampled_from([Grade(scale, value) for scale in Scale for value in SCALES[scale].values])

# Sources

sources = st.builds(
    Source,
    id=filled,
    kind=texts,
    title=texts,
    licence=filled,
    origin=texts,
    credit=maybe(texts),
    language=maybe(st.sampled_from(Language)),
    retrieved=maybe(texts),
    local_only=st.booleans(),
    synthetic=st.booleans(),
)
figures = st.builds(
    Figure,
    id=texts,
    picture=maybe(pictures),
    page=_page,
    box=_box,
    label=maybe(texts),
    caption=maybe(text_spans()),
    panels=some(texts),
    mentions=some(texts),
    section=maybe(texts),
    confidence=_share,
    method=maybe(texts),
)


@st.composite
def blocks(draw: st.DrawFn, length: int) -> Block:
    """A block inside a text of that length, which is at least 1."""
    start = draw(st.integers(0, length - 1))
    return Block(
        id=draw(texts),
        kind=draw(st.sampled_from(["heading", "paragraph", "list", "table", "caption"])),
        start=start,
        end=draw(st.integers(start + 1, length)),
        page=draw(_page),
        box=draw(_box),
        method=draw(st.sampled_from(["native", "ocr"])),
        confidence=draw(_share),
    )


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text = draw(texts)
    held = draw(some(blocks(len(text)))) if text else ()
    return Document(source=draw(sources), text=text, blocks=held, figures=draw(some(figures)))


images = st.builds(
    Image,
    picture=pictures,
    modality=st.sampled_from(Modality),
    sequence=maybe(texts),
    plane=maybe(st.sampled_from(["sagittal", "coronal", "axial", "projection"])),
    spacing_mm=maybe(some(st.floats(1e-3, 50))),
    orientation=maybe(texts),
)
gradings = st.builds(Grading, row=_count, place=_whole, cells=some(st.builds(Cell, column=texts, value=texts)))
studies = st.builds(
    Study,
    id=texts,
    source=sources,
    subject=texts,
    images=some(images),
    masks=some(st.builds(Mask, path=texts, codec=texts)),
    gradings=some(gradings),
    grading_source=maybe(texts),
    report=maybe(texts),
    sex=maybe(st.sampled_from("FMO")),
    age_band=maybe(texts),
)
materials = st.builds(Material, id=texts, content=documents() | studies)

# Facts


def _places(finding: Finding | None) -> st.SearchStrategy[Anatomy]:
    """Where a finding may lie; anywhere for no finding."""
    if finding is None:
        return anatomies
    info = FINDINGS[finding]
    places = st.one_of(*(OF_KIND[kind] for kind in sorted(info.anatomy)))
    if not info.disc_only:
        return places
    # A segment without disc is C0-C1, C1-C2 or a joint of the sacrum; S1-S2 has one where it is flagged.
    return places.filter(lambda place: not isinstance(place, Segment) or place.has_disc or bool(place.variants))


@st.composite
def facts(draw: st.DrawFn) -> Fact:
    finding = draw(maybe(st.sampled_from(Finding)))
    fitting = [Grade(scale, value) for scale in FINDINGS[finding].scales for value in SCALES[scale].values] if finding else []
    anatomy = draw(_places(finding))
    measured = draw(st.booleans())
    low, high = sorted(draw(st.tuples(_number, _number)))
    return Fact(
        anatomy=anatomy,
        finding=finding,
        grade=draw(maybe(st.sampled_from(fitting))) if fitting else None,
        quantity=draw(texts) if measured else None,
        value=draw(st.floats(allow_nan=False, allow_infinity=False)) if measured else None,
        unit=draw(texts) if measured else None,
        interval=(low, high) if measured and draw(st.booleans()) else None,
        laterality=draw(st.sampled_from(Laterality)),
        zone=draw(maybe(st.sampled_from(Zone))),
        certainty=draw(st.sampled_from(Certainty)),
        evidence=draw(some(evidence, least=1)),
        method=draw(texts),
        numbering=draw(st.sampled_from(Numbering)),
        variants=(*variants_of(anatomy), *draw(some(st.sampled_from(Variant)))),
    )


fact_sheets = st.builds(FactSheet, id=texts, content=documents() | studies, facts=some(facts()))

# Items and what is kept beside them

_LETTERS = "ABCDEF"
_messages = st.builds(Message, role=st.sampled_from(["system", "user", "assistant"]), content=filled)
_sections = st.builds(ReportSection, name=st.sampled_from(SECTIONS), text=texts)


@st.composite
def items(draw: st.DrawFn) -> Item:
    task = draw(st.sampled_from(Task))
    letters = _LETTERS[: draw(st.integers(2, 6))] if task is Task.MCQ else ""
    return Item(
        task=task,
        language=draw(st.sampled_from(Language)),
        modality=draw(st.sampled_from(Modality)),
        axes=draw(some(st.sampled_from(Axis))),
        subfield=draw(st.sampled_from(Subfield)),
        sub_condition=draw(st.sampled_from(SubCondition)),
        levels=draw(some(texts)),
        numbering=draw(st.sampled_from(Numbering)),
        pictures=draw(some(pictures)),
        messages=draw(some(_messages, least=2)),
        options=tuple(Option(letter=letter, text=draw(filled), refuted_by=draw(maybe(texts))) for letter in letters),
        key=draw(st.sampled_from(letters)) if letters else None,
        sections=draw(some(_sections)),
        facts=draw(some(facts())),
        context=draw(some(text_spans())),
        sources=draw(some(sources, least=1)),
        pair=draw(maybe(texts)),
    )


_WORDS = st.sampled_from(
    (
        "L4-L5 L5/S1 C3 T12 L7 S1 disc root herniation extrusion bulge stenosis fracture spondylolysis saddle anaesthesia "
        "surgery left right bilateral no denied without possible severe mild III IV Pfirrmann grade 5 mm 33% degrees third sixth "
        "counting up down from the lowest proven six-section exiting traversing marked W Which at which level most least worst "
        "not <image> "
        "腰4/5 颈5/6 第六腰椎 椎间盘突出 椎管狭窄 未见 左侧 双侧 轻度 重度 第3个椎间盘 鞍区麻木 手术 建议 最重 出口 行走 标记 "
        "“ ” , . : ; ? \n 。 ， ； ： ？"
    ).split(" ")
)
_SPOKEN = st.lists(_WORDS, min_size=1, max_size=12).map(" ".join)


@st.composite
def spoken_items(draw: st.DrawFn) -> Item:
    """An item that talks of the spine, mostly without sense: what any reader of such words may be given."""
    item = draw(items())
    passage = draw(_SPOKEN)
    shown = TextSpan(source="sha256:00", start=0, end=len(passage), quote=passage)
    told = [draw(_SPOKEN) for _ in item.messages]
    quoting = [f"{text} “{passage}”" if draw(st.booleans()) else text for text in told]
    return item.model_copy(
        update={
            "messages": tuple(m.model_copy(update={"content": text}) for m, text in zip(item.messages, quoting, strict=True)),
            "options": tuple(option.model_copy(update={"text": draw(_SPOKEN)}) for option in item.options),
            "sections": tuple(section.model_copy(update={"text": draw(_SPOKEN)}) for section in item.sections),
            "context": (*item.context, shown) if draw(st.booleans()) else item.context,
        }
    )


traces = st.builds(
    Trace,
    item=texts,
    stage=st.sampled_from(["construct", "draft", "revise"]),
    engine=texts,
    model=maybe(texts),
    model_version=maybe(texts),
    prompt=maybe(texts),
    prompt_hash=maybe(texts),
    criteria_version=maybe(texts),
    parameters=some(st.builds(Parameter, name=texts, value=texts)),
    seed=maybe(_whole),
    ledger_key=maybe(texts),
)
checks = st.builds(Check, name=texts, verdict=st.sampled_from(Verdict), reason=texts)

RECORDS: dict[type[Record], st.SearchStrategy[Record]] = {
    Source: sources,
    Document: documents(),
    Passage: st.builds(Passage, id=texts, document=texts, spans=some(text_spans()), figures=some(texts), facts=some(texts)),
    Study: studies,
    Case: st.builds(Case, id=texts, subject=texts, studies=some(studies), notes=some(documents())),
    Material: materials,
    Fact: facts(),
    FactSheet: fact_sheets,
    Item: items(),
    Trace: traces,
    Check: checks,
    Candidate: st.builds(Candidate, item=items(), traces=some(traces), checks=some(checks)),
    Call: st.builds(
        Call,
        key=texts,
        stage=texts,
        model=texts,
        request_hash=texts,
        reply=texts,
        prompt_tokens=maybe(_count),
        completion_tokens=maybe(_count),
        cost=maybe(_weight),
    ),
    Review: st.builds(
        Review,
        id=texts,
        item=texts,
        reviewer=texts,
        decision=st.sampled_from(["accept", "correct", "reject"]),
        reason=maybe(texts),
        corrected=maybe(texts),
    ),
    Rating: st.builds(
        Rating,
        item=texts,
        model=texts,
        reviewer=texts,
        scores=some(st.builds(DimensionScore, dimension=texts, score=st.integers(1, 5))),
        preference=maybe(texts),
        safety_flag=st.booleans(),
    ),
    Example: st.builds(
        Example,
        item=items(),
        traces=some(traces),
        split=st.sampled_from(["train", "validation", "test"]),
        weight=_weight,
    ),
    Prediction: st.builds(Prediction, item=texts, model=texts, text=texts, answer=maybe(texts)),
    Score: st.builds(Score, item=texts, model=texts, metric=texts, value=_number, reason=maybe(texts)),
}

# Single values to vary by hand

A_SPAN = TextSpan(source="sha256:00", start=3, end=8, quote="L4-L5")
A_SOURCE = Source(id="sha256:00", kind="article", title="", licence="CC0-1.0", origin="")


def a_fact(**changes: Any) -> Fact:
    """A plain fact about L4-L5, with changes."""
    said: dict[str, Any] = {
        "anatomy": Segment(Vertebra.L4, Vertebra.L5),
        "certainty": Certainty.PRESENT,
        "evidence": (A_SPAN,),
        "method": "invented",
        "numbering": Numbering.AS_WRITTEN,
    }
    said |= changes
    return Fact(**{"variants": variants_of(said["anatomy"])} | said)


def an_item(**changes: Any) -> Item:
    """A plain open question, with changes."""
    said: dict[str, Any] = {
        "task": Task.OPEN_QA,
        "language": Language.EN,
        "modality": Modality.TEXT,
        "axes": (Axis.LEVEL_IDENTIFICATION,),
        "numbering": Numbering.AS_WRITTEN,
        "messages": (Message(role="user", content="Which disc?"), Message(role="assistant", content="L4-L5")),
        "sources": (A_SOURCE,),
    }
    return Item(**said | changes)
