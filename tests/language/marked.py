"""Reader of the marked sentences in `data/levels_*.txt`: `{L4-5=segment:L4-L5}` is a mention, `\\n` a line break."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).parent / "data"
_TOKEN = re.compile(r"\\n|\\(.)|\{([^{}=]+)=(\w+):([\w,-]+)\}|([^\\{}]+)", re.S)


@dataclass(frozen=True)
class Sentence:
    """A text and its true mentions as (start, end, kind, levels)."""

    id: str
    text: str
    mentions: tuple[tuple[int, int, str, tuple[str, ...]], ...]


def read(path: Path) -> list[Sentence]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [parse(*line.rsplit("\t", 1)) for line in lines if line.strip() and not line.startswith("#")]


def parse(head: str, marked: str) -> Sentence:
    text, mentions = "", []
    for m in _TOKEN.finditer(marked):
        if m[2]:
            surface = m[2].replace("\\n", "\n")
            mentions.append((len(text), len(text) + len(surface), m[3], tuple(m[4].split(","))))
            text += surface
        else:
            text += "\n" if m[0] == "\\n" else m[1] or m[5] or ""
    return Sentence(head.split("\t")[0], text, tuple(mentions))
