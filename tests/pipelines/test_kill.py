"""Promises: a build killed at any moment leaves no half dataset, and running it again gives the dataset it would have given."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from corpus import hashes, write_shelf
from spinemed.pipelines import build, read_config

MARKER = "spinemed-dataset.json"


def test_killed_at_random_moments(tmp_path: Path) -> None:
    file = write_shelf(tmp_path / "shelf")
    command = [sys.executable, "-m", "spinemed", "build", str(file), "--out", str(tmp_path / "out"), "--quiet"]
    started = time.monotonic()
    subprocess.run([*command[:-2], str(tmp_path / "whole"), "--quiet"], check=True, capture_output=True, timeout=120)
    whole, seconds = hashes(tmp_path / "whole"), time.monotonic() - started
    moments = [random.uniform(0.1, 1.0) * seconds for _ in range(4)]
    for number, moment in enumerate(moments):
        process = subprocess.Popen([*command, "--workers", str(1 + number % 2)], stdout=subprocess.DEVNULL)
        time.sleep(moment)
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=60)
        if (tmp_path / "out").exists():
            assert hashes(tmp_path / "out") == whole, moments
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert hashes(tmp_path / "out") == whole, moments
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out", "out.private", "shelf", "whole", "whole.private"]


def test_killed_while_the_dataset_was_being_written(tmp_path: Path) -> None:
    """What such a kill leaves, at each step of the move: a part without its end, or the old dataset moved aside."""
    config = read_config(write_shelf(tmp_path / "shelf"))
    whole = hashes(build(config, tmp_path / "out", workers=1, progress=False).out)
    part, old = tmp_path / ".out.spinemed-part", tmp_path / ".out.spinemed-old"
    for left in ("half a part", "old moved aside", "old not yet removed"):
        if left == "half a part":
            (part / "data").mkdir(parents=True)
            (part / "data" / "train-00000-of-00001.parquet").write_bytes(b"PAR1")
        elif left == "old moved aside":
            (tmp_path / "out").rename(old)
            (part / "data").mkdir(parents=True)
        else:
            old.mkdir()
            (old / MARKER).write_text("{}")
        assert hashes(build(config, tmp_path / "out", workers=1, progress=False).out) == whole, left
        assert sorted(p.name for p in tmp_path.iterdir()) == ["out", "out.private", "shelf"], left
