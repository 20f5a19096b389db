"""Pictures that are painted once and kept."""

from __future__ import annotations

import ctypes
import sys

import pytest
from PySide6.QtGui import QFont, QImage, QPixmap
from PySide6.QtWidgets import QApplication

from app.views.staff.schedule.grid.paint_theme import PaintTheme
from app.views.staff.schedule.grid.shapes import Shapes, Strip
from app.views.theme.icons import Icon, draw_icon
from app.views.theme.tokens import LIGHT

BESIDES = 3000
"""Bytes that a picture may take besides its pixels; a paint engine takes five thousand."""
PICTURES = 100
NAMES = "arena ordblks smblks hblks hblkhd usmblks fsmblks uordblks fordblks keepcost"


class Allocated(ctypes.Structure):
    """As in malloc.h."""

    _fields_ = [(name, ctypes.c_size_t) for name in NAMES.split()]


def allocated() -> int:
    """The bytes that this process has allocated."""
    ask = getattr(ctypes.CDLL(None), "mallinfo2", None) if sys.platform == "linux" else None
    if ask is None:
        pytest.skip("only glibc counts them")
    ask.restype = Allocated
    counts = ask()
    return int(counts.uordblks + counts.hblkhd)


def test_a_kept_picture_has_no_paint_engine(qapp: QApplication) -> None:
    """Hundreds of strips and icons are kept, and take little more memory than their pixels."""
    shapes = Shapes(PaintTheme(LIGHT, QFont(), 1.0))
    strip = (Strip("#336699", "/" * 6),)
    shapes.edge(strip, 40, 0, 60)
    draw_icon(Icon.TASKS, "#336699", 16)
    before = allocated()
    edges: list[QPixmap | QImage] = [shapes.edge(strip, 40, skipped, 60) for skipped in range(1, PICTURES)]
    assert allocated() - before < sum(bytes_of(each) for each in edges)
    before = allocated()
    icons: list[QPixmap | QImage] = [
        draw_icon(Icon.TASKS, f"#3366{shade:02x}", 16) for shade in range(PICTURES)
    ]
    assert allocated() - before < sum(bytes_of(each) for each in icons)


def bytes_of(picture: QPixmap | QImage) -> int:
    """What it may take."""
    return picture.width() * picture.height() * 4 + BESIDES
