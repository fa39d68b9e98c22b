"""Small real sources for tests, to be spoilt one fault at a time: a caption table, notes, and a SPIDER folder with pictures."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import random
import struct
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import PIL.Image

# Text of a source stands in no message: every fault test looks for these.
SECRETS = ("Zebulon", "Quincey", "赵钱孙")

CAPTIONS = (
    ("c1", "https://example.org/1", "CC-BY-4.0", "Zebulon Q. had a disc protrusion at L4-5 that touches the left L5 nerve root."),
    ("c2", "https://example.org/2", "CC0-1.0", "Sagittal view of the cervical spine: osteophytes at C5/6, Quincey's case."),
    ("c3", "https://example.org/3", "CC-BY-4.0", "赵钱孙，腰4/5椎间盘突出，硬膜囊受压，余节段未见明显异常信号改变。"),
    ("c4", "https://example.org/4", "CC-BY-4.0", "Axial picture of the chest, Zebulon."),
)
NOTES = (
    {"id": "n1", "text": "Zebulon was seen for back pain. MRI showed a compression fracture of the L1 vertebra, and no other."},
    {
        "id": "n2",
        "text": "Quincey: wound healed, laminectomy from L3 to L5 three weeks ago, walks without help and without pain.",
    },
)
# Pfirrmann grades and narrowing of every disc from the lowest up.
GRADES: Mapping[str, Sequence[tuple[str, str]]] = {
    "7": [("4", "1"), ("5", "1"), ("3", "0"), ("2", "0"), ("1", "0"), ("2", "0")],
    "21": [("3", "0"), ("3", "1"), ("2", "0"), ("2", "0"), ("2", "0")],
    "100": [("5", "1"), ("4", "1"), ("4", "0"), ("3", "0"), ("2", "0"), ("1", "0"), ("1", "0")],
}


def write_captions(folder: Path, rows: Sequence[Sequence[str]] = CAPTIONS, *, name: str = "captions.csv") -> Path:
    """A caption table; rows may have too many or too few cells."""
    path = folder / name
    path.write_bytes(captions_text(rows).encode())
    return path


def captions_text(rows: Sequence[Sequence[str]] = CAPTIONS) -> str:
    """What `write_captions` writes."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([("id", "origin", "licence", "caption"), *rows])
    return text.getvalue()


def write_notes(folder: Path, lines: Sequence[object] = NOTES, *, name: str = "notes.jsonl") -> Path:
    """Notes, one JSON value a line; a text stands as it is, so that a broken line can be written."""
    path = folder / name
    texts = [line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines]
    path.write_text("\n".join(texts) + "\n", encoding="utf-8")
    return path


def write_spider(folder: Path, grades: Mapping[str, Sequence[tuple[str, str]]] = GRADES, *, first_disc: int = 1) -> Path:
    """A SPIDER folder whose tables and pictures agree."""
    (folder / "t2").mkdir(parents=True)
    rows = [(p, first_disc + k, narrow, grade) for p, discs in grades.items() for k, (grade, narrow) in enumerate(discs)]
    lines = ["Patient,IVD label,Disc narrowing,Pfirrman grade", *(",".join(map(str, row)) for row in rows)]
    (folder / "radiological_gradings.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    counts = [f"{patient},F ,{len(discs)}" for patient, discs in grades.items()]
    (folder / "overview.csv").write_text("\n".join(["Patient,sex,num_discs", *counts]) + "\n", encoding="utf-8")
    for patient in grades:
        (folder / "t2" / f"{patient}.png").write_bytes(png(patient))
    return folder


def png(seed: str, *, width: int = 40, height: int = 60) -> bytes:
    """A small grey picture of its own for each seed."""
    pixels = random.Random(seed).randbytes(width * height)
    out = io.BytesIO()
    PIL.Image.frombytes("L", (width, height), pixels).save(out, format="PNG")
    return out.getvalue()


def png_that_claims(width: int, height: int) -> bytes:
    """A few bytes that claim to be a picture of any size."""
    header = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + _chunk(b"IDAT", zlib.compress(bytes(100))) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


SOURCES = {
    "captions": 'kind = "captions"\nname = "figures"\npath = "captions.csv"\ntitle = "Captions of a shelf"\nlanguage = "en"',
    "notes": 'kind = "notes"\nname = "notes"\npath = "notes.jsonl"\ntitle = "Notes of a shelf"\nlanguage = "en"\nlicence = "MIT"',
    "spider": 'kind = "spider"\nname = "discs"\npath = "spider"\ntitle = "Discs of a shelf"\nlicence = "CC-BY-4.0"',
}


def write_build(folder: Path, *sources: str, title: str = "A shelf", seed: int = 7, name: str = "shelf.toml") -> Path:
    """A build file of these sources (a name of `SOURCES`, or the section's own lines), all of them by default."""
    sections = [SOURCES.get(source, source) for source in sources or SOURCES]
    head = f'[dataset]\nname = "shelf"\ntitle = {json.dumps(title, ensure_ascii=False)}\nseed = {seed}\n'
    path = folder / name
    path.write_text(head + "".join(f"\n[[source]]\n{section}\n" for section in sections), encoding="utf-8")
    return path


def write_shelf(folder: Path) -> Path:
    """All three sources without a fault, and their build file."""
    folder.mkdir(parents=True, exist_ok=True)
    write_captions(folder)
    write_notes(folder)
    write_spider(folder / "spider")
    return write_build(folder)


def hashes(folder: Path) -> dict[str, str]:
    """sha256 of every file below a folder, by its path there."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
