"""`spinemed facts`: findings, signs and measurements that each line of a file states."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from spinemed.cli.lines import FORM, Lines, add_input

if TYPE_CHECKING:
    from spinemed.language.facts import TextFact

EPILOG = f"""{FORM}
columns: id, start-end, certainty, finding with its grade or quantity with its value, place with side and zone, the words.
certainty: present, absent, uncertain, historical (of the past), family (of a relative). What is not said is no fact, and
what stands under "if", "to exclude" or "risk of" is none either. docs/reference/findings.md lists the names.

The finder is made of rules and makes mistakes: docs/explanation/facts.md has figures.

examples:
  spinemed facts --json notes.jsonl
  echo "No stenosis at L3-L4; moderate left foraminal narrowing at L4-L5" | spinemed facts -"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    parser.epilog = EPILOG
    add_input(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the facts of every line."""
    from spinemed.language.facts import find_facts

    lines = Lines("facts", arguments.file)
    for key, text in lines:
        found = find_facts(text)
        if arguments.json:
            print(json.dumps({"id": key, "facts": [_row(text, fact) for fact in found]}, ensure_ascii=False))
        else:
            for fact in found:
                words = json.dumps(text[fact.start : fact.end], ensure_ascii=False)
                print(f"{key}\t{fact.start}-{fact.end}\t{fact.certainty}\t{_what(fact)}\t{_where(fact)}\t{words}")
    return 1 if lines.bad and arguments.strict else 0


def _row(text: str, fact: TextFact) -> dict[str, object]:
    """The fact as a JSON line holds it."""
    from spinemed.domain.levels import Region
    from spinemed.domain.names import kind_of, levels_of

    in_region = isinstance(fact.anatomy, Region)
    return {
        "finding": fact.finding,
        "anatomy": kind_of(fact.anatomy),
        "levels": () if in_region else levels_of(fact.anatomy),
        "region": fact.anatomy.value if isinstance(fact.anatomy, Region) and fact.anatomy is not Region.UNSTATED else None,
        "side": fact.side,
        "zone": fact.zone,
        "grade": {"scale": fact.grade.scale, "value": fact.grade.value} if fact.grade else None,
        "quantity": fact.quantity,
        "value": fact.value,
        "unit": fact.unit,
        "certainty": fact.certainty,
        "start": fact.start,
        "end": fact.end,
        "text": text[fact.start : fact.end],
    }


def _what(fact: TextFact) -> str:
    """The finding with its grade, or the quantity with its value and unit."""
    if fact.quantity is not None:
        return f"{fact.quantity} {fact.value:g} {fact.unit}"
    return f"{fact.finding} ({fact.grade})" if fact.grade else f"{fact.finding}"


def _where(fact: TextFact) -> str:
    """Place, side and zone, as far as the text states them."""
    from spinemed.domain.assertion import Laterality
    from spinemed.domain.names import format_name

    side = None if fact.side is Laterality.NOT_STATED else fact.side.value
    return ", ".join(part for part in (format_name(fact.anatomy), side, fact.zone) if part)
