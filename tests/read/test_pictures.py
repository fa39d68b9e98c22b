"""Promises: a picture enters the store by the hash of its content and without words in it, or not at all, with a reason."""

from __future__ import annotations

import hashlib
import io
import struct
import time
import zlib
from pathlib import Path

import PIL.Image
import pytest
from PIL.PngImagePlugin import PngInfo

from corpus import png, png_that_claims
from spinemed.errors import SourceError
from spinemed.read import store_picture

GOOD = png("a", width=300, height=200)
BROKEN = "p.png: broken, truncated or no PNG"


def store(tmp_path: Path, data: bytes) -> str:
    """The one line a bad picture is refused with; nothing of it is stored."""
    (tmp_path / "p.png").write_bytes(data)
    with pytest.raises(SourceError) as refusal:
        store_picture(tmp_path / "p.png", tmp_path / "store")
    assert not (tmp_path / "store").exists()
    return str(refusal.value)


def test_a_picture_is_stored_once_by_its_content(tmp_path: Path) -> None:
    for name in ("p.png", "again.png"):
        (tmp_path / name).write_bytes(GOOD)
        picture = store_picture(tmp_path / name, tmp_path / "store")
    assert picture.sha256 == hashlib.sha256(GOOD).hexdigest()
    assert (picture.path, picture.width_px, picture.height_px) == (f"images/{picture.sha256}.png", 300, 200)
    assert [(path.name, path.read_bytes()) for path in (tmp_path / "store").iterdir()] == [(f"{picture.sha256}.png", GOOD)]


@pytest.mark.parametrize("length", [1, 8, 20, 33, 40, len(GOOD) // 2, len(GOOD) - 40, len(GOOD) - 20, len(GOOD) - 1])
def test_a_picture_cut_short(tmp_path: Path, length: int) -> None:
    assert store(tmp_path, GOOD[:length]) == BROKEN


def test_files_that_are_no_png(tmp_path: Path) -> None:
    jpeg = io.BytesIO()
    PIL.Image.new("L", (9, 9)).save(jpeg, format="JPEG")
    for data in (b"", b"Zebulon at L4-5\n" * 50, jpeg.getvalue(), b"GIF89a" + bytes(30), b"\x89PNG\r\n\x1a\n"):
        assert store(tmp_path, data) == BROKEN


def test_a_flipped_byte_in_the_pixels(tmp_path: Path) -> None:
    data = bytearray(GOOD)
    data[len(data) // 2] ^= 0xFF
    assert store(tmp_path, bytes(data)) == BROKEN


@pytest.mark.parametrize(
    ("size", "reason"),
    [
        ((2**31 - 1, 2**31 - 1), "p.png: says it holds more pixels than the limit of 40,000,000"),
        ((30_000, 30_000), "p.png: says it holds more pixels than the limit of 40,000,000"),
        ((8_000, 6_000), "p.png: 8000 x 6000 pixels is over the limit of 40,000,000"),
        ((6_000, 6_000), BROKEN),
        ((0, 10), BROKEN),
    ],
)
def test_a_few_bytes_that_claim_a_huge_picture_are_refused_at_once(tmp_path: Path, size: tuple[int, int], reason: str) -> None:
    started = time.monotonic()
    assert store(tmp_path, png_that_claims(*size)) == reason
    assert time.monotonic() - started < 5


def test_a_text_chunk_that_unpacks_without_end(tmp_path: Path) -> None:
    body = b"Comment\0\0" + zlib.compress(bytes(200_000_000), 9)
    chunk = struct.pack(">I", len(body)) + b"zTXt" + body + struct.pack(">I", zlib.crc32(b"zTXt" + body))
    assert store(tmp_path, GOOD[:33] + chunk + GOOD[33:]) == BROKEN


def test_a_file_over_the_limit_is_not_even_read(tmp_path: Path) -> None:
    with (tmp_path / "p.png").open("wb") as file:
        file.truncate(10**12)
    with pytest.raises(SourceError, match=r"^p.png: larger than 64 MB$"):
        store_picture(tmp_path / "p.png", tmp_path / "store")


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"^p.png: cannot be read \(No such file or directory\)$"):
        store_picture(tmp_path / "p.png", tmp_path / "store")


def test_words_in_a_picture_stay_out_of_the_store(tmp_path: Path) -> None:
    words = PngInfo()
    words.add_text("PatientName", "DOE^JANE")
    path = tmp_path / "named.png"
    pixels = PIL.Image.effect_noise((20, 10), 50)
    pixels.save(path, pnginfo=words)
    picture = store_picture(path, tmp_path / "store")
    stored = (tmp_path / "store" / f"{picture.sha256}.png").read_bytes()
    assert b"DOE" in path.read_bytes()
    assert b"DOE" not in stored
    with PIL.Image.open(io.BytesIO(stored)) as again:
        assert again.tobytes() == pixels.tobytes()


def test_words_after_the_end_of_a_picture_stay_out_too(tmp_path: Path) -> None:
    path = tmp_path / "tail.png"
    path.write_bytes(png("a") + b"PATIENT DOE")
    picture = store_picture(path, tmp_path / "store")
    assert b"DOE" not in (tmp_path / "store" / f"{picture.sha256}.png").read_bytes()
