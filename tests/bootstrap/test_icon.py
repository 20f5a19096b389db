"""The program's icon in title bars and the taskbar."""

from __future__ import annotations

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from app.bootstrap.desktop import show_icon


def test_windows_have_the_program_s_icon_in_every_size(qapp: QApplication) -> None:
    """Its tile is blue at the edge, whatever the screen's scaling asks for."""
    try:
        show_icon(qapp)
        for size in (16, 24, 32, 64, 256):
            picture = qapp.windowIcon().pixmap(size).toImage()
            assert picture.width() == size
            assert picture.pixelColor(1, size // 2).blue() > 150
    finally:
        qapp.setWindowIcon(QIcon())
