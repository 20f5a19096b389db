"""Whether the text in a picture of the tour is text: without fonts Qt draws the same box for every letter."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QMenu, QWidget

WORD = "Appointments"
"""It stands on most screens; its nine letters look different in every font."""
SIDE = 64
"""Pixels of the square that one letter is painted in."""
PIXELS = 32
"""The size in which a letter is painted: how large it is in the picture makes no difference."""


class Illegible(Exception):
    """Text would be shown as boxes, or not at all."""

    def __init__(self, family: str, seen: int) -> None:
        super().__init__(
            f'the letters of "{WORD}" in the font "{family}" look alike ({seen} of {len(set(WORD))} can be told'
            " apart): Qt's platform finds no fonts here. On Windows use the platform windows, elsewhere install"
            " a font such as DejaVu Sans"
        )  # words: the terminal's


class Legible:
    """Checks each font once."""

    def __init__(self) -> None:
        self._checked: set[tuple[str, int, bool]] = set()

    def check(self, pictured: QWidget) -> None:
        """Raise Illegible if a font of the visible widgets with text can't show letters."""
        for widget in (pictured, *pictured.findChildren(QWidget)):
            if widget is pictured or isinstance(widget, QLabel | QAbstractButton | QLineEdit | QMenu):
                self.check_font(widget.font())

    def check_font(self, font: QFont) -> None:
        """Raise Illegible unless this font shows every letter of WORD differently."""
        key = (font.family(), int(font.weight()), font.italic())
        if key in self._checked:
            return
        painted = QFont(font)
        painted.setPixelSize(PIXELS)
        seen = {_picture(painted, letter) for letter in set(WORD)}
        if len(seen) != len(set(WORD)) or _picture(painted, " ") in seen:
            raise Illegible(font.family(), len(seen))
        self._checked.add(key)


def _picture(font: QFont, letter: str) -> bytes:
    image = QImage(SIDE, SIDE, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setFont(font)
    painter.drawText(image.rect(), Qt.AlignmentFlag.AlignCenter, letter)
    painter.end()
    return bytes(image.constBits())
