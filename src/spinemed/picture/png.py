"""A grey picture as a PNG file: the same pixels give the same bytes, and no words are in it."""

from __future__ import annotations

import io

import numpy as np
import numpy.typing as npt
import PIL.Image


def png_bytes(pixels: npt.NDArray[np.uint8]) -> bytes:
    """Rows by columns of grey to PNG."""
    out = io.BytesIO()
    PIL.Image.fromarray(np.ascontiguousarray(pixels)).save(out, format="PNG", compress_level=9)
    return out.getvalue()
