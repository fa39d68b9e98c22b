"""Promises that a page we write looks as designed in a real browser under its own content security policy."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from spinemed.dataset import DatasetInfo, Statistics
from spinemed.dataset.report import Samples, render_report

CHROMIUM = (
    "chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --enable-logging=stderr --log-level=0"
).split()


@pytest.mark.system("chromium")
def test_the_report_is_styled_and_nothing_is_blocked(tmp_path: Path) -> None:
    info = DatasetInfo(name="t", title="<script>alert(1)</script>", version="1", generator="test", seed=0)
    page = tmp_path / "report.html"
    page.write_text(render_report(info, Statistics(), Samples(tmp_path)), encoding="utf-8")
    arguments = [
        "--window-size=600,1200",
        f"--user-data-dir={tmp_path / 'profile'}",
        f"--screenshot={tmp_path / 'page.png'}",
        page.as_uri(),
    ]
    ran = subprocess.run(
        [*CHROMIUM, *arguments],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, "HOME": str(tmp_path)},
    )
    assert "Content Security Policy" not in ran.stderr, ran.stderr[-2000:]
    from PIL import Image

    with Image.open(tmp_path / "page.png") as shot:
        # The page's own header and background: the style sheet's hash was accepted.
        assert shot.convert("RGB").getpixel((3, 3)) == (0x10, 0x31, 0x4A)
        assert shot.convert("RGB").getpixel((3, 1195)) == (0xF4, 0xF6, 0xF8)
