"""The tour of a PC without fonts fails: its pictures would show boxes for letters."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel

from app.bootstrap.tour.legible import Legible

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(os.name == "nt", reason="the tests' platform, offscreen, finds no fonts on Windows")
def test_this_pc_shows_text_as_text(qapp: QApplication) -> None:
    """The program's font, bold and italic ones, and the fonts of widgets can be read."""
    legible, label = Legible(), QLabel("Appointments")
    label.setFont(QFont(qapp.font().family(), 30, QFont.Weight.Bold, italic=True))
    legible.check_font(qapp.font())
    legible.check(label)
    label.deleteLater()


@pytest.mark.parametrize("which", [(), ("--kiosk",)], ids=["desk", "kiosk"])
def test_a_tour_without_fonts_fails_with_words(tmp_path: Path, which: tuple[str, ...]) -> None:
    """With an empty font database the tour ends at once, and names the cause and what to do."""
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts.conf").write_text("<?xml version='1.0'?><fontconfig></fontconfig>", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "app", "tour", "--out", str(tmp_path / "out"), *which],
        cwd=ROOT,
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "QT_QPA_FONTDIR": str(tmp_path / "fonts"),  # Windows
            "FONTCONFIG_FILE": str(tmp_path / "fonts.conf"),  # Linux
        },
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 1
    assert 'tour: the letters of "Appointments" in the font' in done.stderr
    assert "finds no fonts" in done.stderr
