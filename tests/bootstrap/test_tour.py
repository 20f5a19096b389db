"""The tour in a process of its own, from start to end."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.bootstrap.tour.guide import all_steps

ROOT = Path(__file__).resolve().parents[2]
PNG = b"\x89PNG"


@pytest.mark.timeout(240)
def test_the_tour_shows_every_screen(tmp_path: Path) -> None:
    """Every step runs for real, in order, and saves its picture."""
    done = subprocess.run(
        [sys.executable, "-m", "app", "tour", "--out", str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=220,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    taken = json.loads((tmp_path / "tour.json").read_text(encoding="utf-8"))
    steps = [name for name, _ in all_steps()]
    assert [each["name"] for each in taken] == steps
    assert all((tmp_path / each["file"]).read_bytes().startswith(PNG) for each in taken)
