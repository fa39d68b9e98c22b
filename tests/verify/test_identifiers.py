"""Promises: what looks like an identifier of a person is found, and a level, a grade or a measure is not taken for one."""

from __future__ import annotations

import pytest

from spinemed.verify import find_identifiers

IDENTIFIERS = {
    "Admit date: 10/12/1982": "10/12/1982",
    "on 2021-03-04 at noon": "2021-03-04",
    "于2021年3月4日手术": "2021年3月4日",
    "seen March 4, 2021": "March 4, 2021",
    "phone 764-212-9874": "764-212-9874",
    "手机13912345678": "13912345678",
    "于2021-03-04入院": "2021-03-04",
    "请联系a.b@clinic.org。": "a.b@clinic.org",
    "身份证号：110101199003071234": "身份证号：110101199003071234",
    "mail a.b@clinic.org": "a.b@clinic.org",
    "see https://clinic.org/x": "https://clinic.org/x",
    "MRN: 1234567": "MRN: 1234567",
    "住院号：00123456": "住院号：00123456",
    "by Dr. Quincey Morris": "Dr. Quincey Morris",
    "姓名：赵钱孙": "姓名：赵钱孙",
}


@pytest.mark.parametrize("text", IDENTIFIERS)
def test_identifiers_are_found_at_their_place(text: str) -> None:
    ((start, end),) = find_identifiers(text)
    assert text[start:end].strip() == IDENTIFIERS[text]


@pytest.mark.parametrize(
    "text",
    [
        "disc protrusion at L4-5 and L5/S1, Pfirrmann IV",
        "from T10 to L2, 3/5 strength, VAS 7/10",
        "T2-weighted image, 1.5 T, slice 4 mm, TE 102",
        "Cobb angle 23.5 degrees, 12-15 mm of stenosis",
        "MR of the lumbar spine, MR arthrography",
        "腰4/5椎间盘突出，腰5/骶1膨出，胸12压缩骨折",
    ],
)
def test_levels_grades_and_measures_are_none(text: str) -> None:
    assert find_identifiers(text) == []
