"""Case files: one JSON object with the sections of a case, as `examples/cases` holds them.

A case file may also name subfield and sub-condition, sex and age. They are labels to measure against: none of them, and not
the title, which may say the diagnosis, becomes part of the document.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from spinemed.domain.records import Document, describe
from spinemed.domain.taxonomy import Language
from spinemed.errors import SourceError
from spinemed.read.draft import Draft
from spinemed.read.files import decode, is_unicode, sha256_id
from spinemed.read.units import Shelf

EN, ZH = Language.EN, Language.ZH
HEADINGS: Mapping[str, Mapping[Language, str]] = {
    "history": {EN: "History", ZH: "病史"},
    "examination": {EN: "Examination", ZH: "查体"},
    "imaging_report": {EN: "Imaging report", ZH: "影像报告"},
    "laboratory": {EN: "Laboratory findings", ZH: "实验室检查"},
    "diagnosis": {EN: "Diagnosis", ZH: "诊断"},
    "plan": {EN: "Plan", ZH: "诊疗计划"},
    "operation_note": {EN: "Operation note", ZH: "手术记录"},
    "follow_up": {EN: "Follow-up", ZH: "随访"},
}
"""Headings of the sections we know; another section stands under its own name."""


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    name: str = Field(pattern=r"^[a-z][a-z_]*$")
    text: str


class _CaseFile(BaseModel):
    """What is read of a case file; its other keys are passed over."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    id: str = Field(min_length=1)
    language: Language | None = None
    synthetic: bool = False
    sections: tuple[_Section, ...]


def read_case(data: bytes, name: str, shelf: Shelf) -> Document:
    """One case: a heading and the text, verbatim, of each of its sections.

    Raises:
        SourceError: no JSON, a key missing or wrong, two sections of one name, or no text.
    """
    case = _parsed(data, name)
    names = [section.name for section in case.sections]
    if len(set(names)) < len(names):
        raise SourceError(f"{name}: two sections have one name")
    whole = "\n".join(section.text for section in case.sections)
    if not is_unicode(case.id + whole):
        raise SourceError(f"{name}: holds half of a surrogate pair, which is no text")
    shelf = shelf.model_copy(update={"synthetic": shelf.synthetic or case.synthetic})
    source = shelf.source(sha256_id(data), "case", origin=case.id, text=whole, group=case.id, language=case.language)
    draft = Draft(name)
    for section in case.sections:
        if section.text.strip():
            heading = HEADINGS.get(section.name, {}).get(source.language or EN, section.name.replace("_", " ").capitalize())
            draft.add("heading", heading, section=section.name)
            draft.add("paragraph", section.text, section=section.name)
    return draft.document(source)


def _parsed(data: bytes, name: str) -> _CaseFile:
    try:
        return _CaseFile.model_validate(json.loads(decode(data, name)))
    except (json.JSONDecodeError, RecursionError):
        raise SourceError(f"{name}: no JSON, or cut short") from None
    except ValidationError as error:
        raise SourceError(f"{name}: {describe(error)}") from None
