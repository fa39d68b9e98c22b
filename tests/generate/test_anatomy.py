"""Promises: exiting or traversing is asked only of a lumbar root and segment that the passage names, and answered by anatomy."""

from __future__ import annotations

import pytest

from generated import EN, key, kinds_of, of, sheet_of_text


def roles(text: str) -> set[str]:
    return {key(item) for item in of(kinds_of(sheet_of_text(text)).get("root_role", []), EN)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Disc extrusion at L4-L5 with compression of the left L5 root.", {"The traversing root"}),
        ("Left foraminal disc protrusion at L4-L5 with compression of the left L4 root.", {"The exiting root"}),
        ("Disc extrusion at L5-S1 with compression of the right S1 root.", {"The traversing root"}),
        ("Disc extrusion at L4-L5; the left L2 root is compressed.", set()),
        ("Disc herniation at C5-C6 with compression of the left C6 root.", set()),
        ("Disc extrusion at L4-L5 and nothing else of note.", set()),
    ],
)
def test_the_role_of_a_root_follows_from_its_segment(text: str, expected: set[str]) -> None:
    assert roles(text) == expected
