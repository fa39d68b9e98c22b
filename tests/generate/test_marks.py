"""Promises: a letter on a vertebra is asked for its level as the mask names it, and for none where the mask names none."""

from __future__ import annotations

import pytest

from generated import EN, ZH, key, kinds_of, marked_sheet, of, wrong
from spinemed.domain.assertion import Numbering
from spinemed.domain.levels import Region, Vertebra
from spinemed.domain.names import format_name


@pytest.mark.parametrize("level", [Vertebra.C1, Vertebra.C2, Vertebra.T12, Vertebra.L5, Vertebra.S1])
def test_a_marked_vertebra_is_asked_among_its_neighbours(level: Vertebra) -> None:
    english, chinese = kinds_of(marked_sheet({"C": level}))["marked_vertebra"]
    assert (key(english), key(chinese)) == (format_name(level, EN), format_name(level, ZH))
    assert all(abs(Vertebra(option).position - level.position) <= 6 for option in wrong(english))
    assert "C" in english.messages[0].content


def test_all_letters_are_listed_from_the_head_down_and_the_sacrum_last() -> None:
    sheet = marked_sheet({"A": Region.SACRAL, "B": Vertebra.L5, "C": Vertebra.L4})
    (item,) = of(kinds_of(sheet)["all_marked"], EN)
    assert item.messages[-1].content.startswith("C: L4; B: L5; A: sacrum. ")
    assert item.levels == ("L4", "L5")


def test_one_letter_alone_makes_no_list() -> None:
    assert "all_marked" not in kinds_of(marked_sheet({"A": Vertebra.L3}))


def test_a_count_that_starts_from_no_landmark_is_said_to_be_unproven() -> None:
    sheet = marked_sheet({"A": Vertebra.L3, "B": Vertebra.L4}, numbering=Numbering.ASSUMED)
    for items in kinds_of(sheet).values():
        assert all("the mask's count is taken as it stands" in item.messages[-1].content for item in of(items, EN))


def test_of_a_mask_without_levels_no_level_is_named() -> None:
    kinds = kinds_of(marked_sheet({}, letters="AB"))
    assert kinds.keys() == {"undetermined_mark"}
    assert len(kinds["undetermined_mark"]) == 4
    assert {item.numbering for item in kinds["undetermined_mark"]} == {Numbering.UNDETERMINED}
    assert all(item.levels == () for item in kinds["undetermined_mark"])
