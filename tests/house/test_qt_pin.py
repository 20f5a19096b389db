"""The pinned Qt works where later versions failed."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

CALLS = 1000
ROOT = Path(__file__).resolve().parents[2]


class Bell(QObject):
    """An object with a signal."""

    rung = Signal(bool)


def test_void_calls_lose_no_reference(qtbot: QtBot) -> None:
    """Painting, timers and signals don't change the reference counts of None and True.

    6.12 lost one per call and aborted.
    """
    bell, timer = Bell(), QTimer()
    bell.rung.connect(lambda _: None)
    image = QImage(8, 8, QImage.Format.Format_ARGB32_Premultiplied)
    before = sys.getrefcount(None), sys.getrefcount(True)
    painter = QPainter(image)
    for _ in range(CALLS):
        painter.fillRect(0, 0, 4, 4, QColor(1, 2, 3))
        timer.stop()
        bell.rung.emit(True)
    painter.end()
    after = sys.getrefcount(None), sys.getrefcount(True)
    assert all(abs(now - then) < CALLS / 2 for now, then in zip(after, before, strict=True))


def test_the_pin_stands() -> None:
    """The tested version is installed: a newer one where the shipped one has no wheels."""
    assert version("PySide6-Essentials") == ("6.9.3" if sys.version_info < (3, 14) else "6.12.0")


def test_a_thread_can_be_started_once_qt_is_loaded() -> None:
    """The standard library's lazy imports (Python 3.15) work after PySide6 has been loaded."""
    code = (
        "from app.bootstrap.import_hooks import import_eagerly, load_qt\n"
        "import_eagerly()\n"
        "import asyncio\n"
        "load_qt()\n"
        "asyncio.run(asyncio.to_thread(print))\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=30, cwd=ROOT)
