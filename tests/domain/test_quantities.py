"""Promises: every measured quantity has a name of its own in both languages and at least one unit, lengths in metric ones."""

from __future__ import annotations

import pytest

from spinemed.domain.quantities import QUANTITIES, Quantity


def test_every_quantity_has_names_and_no_two_share_one() -> None:
    assert set(QUANTITIES) == set(Quantity)
    assert len({info.name_en for info in QUANTITIES.values()}) == len(QUANTITIES)
    assert len({info.name_zh for info in QUANTITIES.values()}) == len(QUANTITIES)


@pytest.mark.parametrize("quantity", Quantity)
def test_a_quantity_has_units_of_one_kind_or_a_share(quantity: Quantity) -> None:
    units = set(QUANTITIES[quantity].units)
    assert units
    assert units <= {"mm", "cm", "%"} or units == {"degree"}


@pytest.mark.parametrize(
    ("quantity", "unit"),
    [(Quantity.SLIP, "%"), (Quantity.SLIP, "mm"), (Quantity.COBB_ANGLE, "degree"), (Quantity.OCCUPYING_RATIO, "%")],
)
def test_quantities_are_given_as_reports_give_them(quantity: Quantity, unit: str) -> None:
    assert unit in QUANTITIES[quantity].units
