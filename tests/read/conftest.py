"""Sources listed and read to the end, as a build does, without the engine around them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from corpus import SECRETS
from spinemed.domain.records import Material
from spinemed.errors import SourceError
from spinemed.read import Unit, listed, read_unit


@dataclass
class Reading:
    """What became of a source: materials by id, and one line for each fault."""

    good: dict[str, Material] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


@pytest.fixture
def read_all(tmp_path: Path) -> Callable[[Callable[[], Iterator[Unit]]], Reading]:
    """Reads every unit; a fault must be one line that repeats nothing of a source's text."""

    def read(units: Callable[[], Iterator[Unit]]) -> Reading:
        reading = Reading()
        for unit in listed("src", units):
            try:
                reading.good[unit.id] = read_unit(unit, store=tmp_path / "store")
            except SourceError as error:
                reading.faults.append(str(error))
        for fault in reading.faults:
            assert "\n" not in fault
            assert not any(secret in fault for secret in SECRETS)
        return reading

    return read
