"""Promises: an operation is read with the levels of its own clause, and none that is refused, past, conditional or doubted."""

from __future__ import annotations

import pytest

from spinemed.domain.procedures import Procedure
from spinemed.language.procedures import find_procedures, procedures_named


def read(text: str) -> list[tuple[Procedure, tuple[str, ...]]]:
    return [(found.procedure, tuple(map(str, found.anatomy))) for found in find_procedures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Left L4-L5 microdiscectomy is planned.", [(Procedure.DISCECTOMY, ("L4-L5",))]),
        ("ACDF at C5-C6.", [(Procedure.ACDF, ("C5-C6",))]),
        ("Anterior cervical discectomy and fusion at C5-C6 and C6-C7.", [(Procedure.ACDF, ("C5-C6", "C6-C7"))]),
        ("TLIF at L4-L5.", [(Procedure.INTERBODY_FUSION, ("L4-L5",))]),
        ("行T8半椎体切除术。", [(Procedure.VERTEBRAL_RESECTION, ("T8",))]),
        ("行C5椎体次全切除术。", [(Procedure.CORPECTOMY, ("C5",))]),
        ("拟行L4/5椎间盘切除术。", [(Procedure.DISCECTOMY, ("L4-L5",))]),
        ("T12椎体成形术。", [(Procedure.VERTEBROPLASTY, ("T12",))]),
        ("行T12椎体后凸成形术。", [(Procedure.KYPHOPLASTY, ("T12",))]),
    ],
)
def test_a_procedure_is_read_with_its_levels(text: str, expected: list[tuple[Procedure, tuple[str, ...]]]) -> None:
    assert read(text) == expected


def test_each_procedure_of_a_clause_has_its_own_levels() -> None:
    found = dict(read("C3-C6 laminectomy with C2-C7 fusion."))
    assert found[Procedure.LAMINECTOMY] != found[Procedure.FUSION]


@pytest.mark.parametrize(
    "text",
    [
        "No fusion at L4-L5.",
        "If pain persists, L4-L5 fusion.",
        "Previous L4-L5 discectomy.",
        "L4-L5 fusion was considered.",
        "He declined L4-L5 decompression.",
        "既往L4/5椎间盘切除术。",
        "必要时行L4/5融合术。",
        "暂不行L4/5减压。",
        "Laminectomy without a level.",
        "Physiotherapy for the L4-L5 disc.",
    ],
)
def test_what_is_not_to_be_done_is_none(text: str) -> None:
    assert read(text) == []


def test_the_clause_is_given_by_its_offsets() -> None:
    text = "Positioned prone. Left L4-L5 microdiscectomy, then closure."
    (found,) = find_procedures(text)
    assert text[found.start : found.end].strip() == "Left L4-L5 microdiscectomy"


def test_names_alone_are_found_in_order_whatever_is_said_of_them() -> None:
    assert procedures_named("No laminectomy, rather a discectomy") == (Procedure.LAMINECTOMY, Procedure.DISCECTOMY)
    assert procedures_named("ACDF") == (Procedure.ACDF,)
    assert procedures_named("back pain") == ()
