"""Small texts, cases, banks and studies as fact sheets, and the items made of them: each passes every check."""

from __future__ import annotations

from collections.abc import Sequence

from spinemed.domain.assertion import Numbering
from spinemed.domain.names import Anatomy
from spinemed.domain.records import (
    Block,
    Cell,
    Document,
    Fact,
    FactSheet,
    Grading,
    Image,
    Item,
    Mark,
    Mask,
    MaskEvidence,
    MaskLabel,
    Material,
    Picture,
    Source,
    Study,
)
from spinemed.domain.taxonomy import Language, Modality, Task
from spinemed.extract import extract_facts
from spinemed.generate import Construction, construct
from spinemed.verify import failures, verify_item

EN, ZH = Language.EN, Language.ZH
PICTURE = Picture(path="pictures/one.png", sha256="0" * 64, width_px=40, height_px=60)

# Invented cases of the usual form; the four parts of a case, in order.
CASE_EN = {
    "history": "A 54-year-old teacher has had left leg pain for six weeks. She denies saddle numbness and bladder trouble.",
    "examination": "Power of the left great toe is 4/5. Perianal sensation is normal.",
    "imaging_report": (
        "L4-L5: left paracentral disc extrusion with severe canal stenosis and compression of the left L5 root. "
        "L3-L4: no canal stenosis. L5-S1: mild disc bulge without canal stenosis."
    ),
    "plan": "Left L4-L5 microdiscectomy is planned. The risk of a dural tear was explained. Review six weeks after surgery.",
}
CASE_ZH = {
    "history": "患者女，54岁，左下肢疼痛6周，否认鞍区麻木，大小便正常。",
    "examination": "左踇背伸肌力4级，会阴部感觉正常。",
    "imaging_report": (
        "L4/5椎间盘左侧旁中央型脱出，椎管重度狭窄，左侧L5神经根受压。L3/4未见椎管狭窄。L5/S1椎间盘轻度膨出，椎管无狭窄。"
    ),
    "plan": "拟行L4/5左侧椎间盘切除术。已告知硬脊膜撕裂风险。术后6周复查。",
}


def document_of(*parts: tuple[str, str, str | None], kind: str = "article", language: Language = EN) -> Document:
    """A document of these blocks: kind, text, section."""
    blocks: list[Block] = []
    start = 0
    for what, text, section in parts:
        block = {"id": f"b{len(blocks)}", "kind": what, "section": section, "start": start, "end": start + len(text)}
        blocks.append(Block.model_validate(block))
        start += len(text) + 1
    source = Source(id="s", kind=kind, title="t", licence="MIT", origin="o", language=language)
    return Document(source=source, text="\n".join(text for _, text, _ in parts), blocks=tuple(blocks))


def sheet_of(content: Document | Study) -> FactSheet:
    """The facts of a document or study, all of it read."""
    (sheet,) = extract_facts(Material(id="m", content=content))
    assert isinstance(sheet, FactSheet)
    return sheet


def sheet_of_text(text: str, *, language: Language = EN, section: str | None = None) -> FactSheet:
    """The facts of one paragraph; with a section, of a part of a case."""
    return sheet_of(document_of(("paragraph", text, section), kind="case" if section else "article", language=language))


def sheet_of_case(parts: dict[str, str], *, language: Language = EN) -> FactSheet:
    """The facts of a case with these sections."""
    return sheet_of(document_of(*(("paragraph", text, name) for name, text in parts.items()), kind="case", language=language))


def study_of(*discs: tuple[str, str]) -> Study:
    """A graded slice: Pfirrmann grade and narrowing of each disc from the lowest up."""
    gradings = tuple(
        Grading(
            row=row,
            place=row + 1,
            cells=(Cell(column="Disc narrowing", value=narrow), Cell(column="Pfirrman grade", value=grade)),
        )
        for row, (grade, narrow) in enumerate(discs)
    )
    source = Source(id="s", kind="spider", title="t", licence="MIT", origin="o")
    image = Image(picture=PICTURE, modality=Modality.MRI, sequence="T2", plane="sagittal")
    return Study(id="st", source=source, subject="1", images=(image,), gradings=gradings, grading_source="table.csv")


def marked_sheet(marks: dict[str, Anatomy], *, numbering: Numbering = Numbering.ANCHORED_SACRUM, letters: str = "") -> FactSheet:
    """A picture with letters on vertebrae and what the mask says of them; `letters` are drawn without a level."""
    drawn = tuple(
        Mark(letter=letter, label=20 + n, box=(5, 5 * n, 15, 5 * n + 4)) for n, letter in enumerate(letters or "".join(marks))
    )
    source = Source(id="s", kind="volume", title="t", licence="MIT", origin="o")
    study = Study(
        id="st",
        source=source,
        subject="1",
        images=(Image(picture=PICTURE, modality=Modality.CT, plane="sagittal", marks=drawn),),
        masks=(Mask(path="m.nii.gz", codec="verse", labels=(MaskLabel(label=20, voxels=9, centre_mm=(0, 0, 0)),)),),
    )
    facts = tuple(
        Fact.model_validate(
            {
                "anatomy": anatomy,
                "certainty": "present",
                "evidence": (MaskEvidence(study="st", mask="m.nii.gz", labels=(20 + n,), mark=letter),),
                "method": "mask",
                "numbering": numbering,
            }
        )
        for n, (letter, anatomy) in enumerate(marks.items())
    )
    return FactSheet(id="m", content=study, facts=facts)


def items_of(sheet: FactSheet, *, seed: int = 7, checked: bool = True) -> list[Item]:
    """The items of a sheet; every one must pass every check."""
    made = [candidate.item for candidate in construct(sheet, settings=Construction(seed=seed))]
    if checked:
        failed = [(check.name, check.reason, item.messages) for item in made for check in failures(verify_item(item))]
        assert failed == []
    return made


def kinds_of(sheet: FactSheet, *, seed: int = 7) -> dict[str, list[Item]]:
    """The items of a sheet by the kind of their question; every one passes every check."""
    found: dict[str, list[Item]] = {}
    for item, candidate in zip(items_of(sheet, seed=seed), construct(sheet, settings=Construction(seed=seed)), strict=True):
        found.setdefault(candidate.traces[0].parameters[0].value, []).append(item)
    return found


def key(item: Item) -> str:
    """The text of the right option."""
    return next(option.text for option in item.options if option.letter == item.key)


def wrong(item: Item) -> set[str]:
    """The texts of the wrong options."""
    return {option.text for option in item.options if option.letter != item.key}


def of(items: Sequence[Item], language: Language, task: Task | None = None) -> list[Item]:
    """Those of one language, and of one task."""
    return [item for item in items if item.language is language and task in (None, item.task)]
