"""A PC that the office's administrator has made a kiosk."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.core.paths import HOME_VARIABLE
from app.core.policy import FOLDER_VARIABLE, NAME

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("policy", "words"),
    [('{"kiosk": true}', "The kiosk can't start"), ('{"kiosk": false}', "Front Desk cannot start")],
    ids=["kiosk", "desk"],
)
def test_it_starts_as_the_kiosk_without_an_argument(tmp_path: Path, policy: str, words: str) -> None:
    """Without a folder to write to, each of the two programs ends at once with its own words."""
    (tmp_path / NAME).write_text(policy, encoding="utf-8")
    (tmp_path / "file").touch()
    done = subprocess.run(
        [sys.executable, "-m", "app"],
        cwd=ROOT,
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            HOME_VARIABLE: str(tmp_path / "file"),
            FOLDER_VARIABLE: str(tmp_path),
        },
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert words in done.stderr
    assert done.returncode == 1
