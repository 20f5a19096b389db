"""Shows typed text and the office's data as plain text, never as markup."""

from __future__ import annotations

import re

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, Qt
from PySide6.QtWidgets import QLabel

LONGEST_WORD = 18
"""Length from which a word may be broken."""
_BREAK = "\u200b"
_LONG = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")
_PIECE = re.compile(r"(.{8})(?=.)")


def plain_label(text: str = "", *, kind: str = "", wrap: bool = False) -> QLabel:
    """A label that shows `<b>` literally. `kind` is its style, `wrap` allows several lines."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    if kind:
        label.setProperty("kind", kind)
    return label


def breakable(text: str) -> str:
    """The text with zero-width break opportunities in words that are too long for any column."""
    return _LONG.sub(lambda found: _PIECE.sub(rf"\1{_BREAK}", found.group()), text)


def plain_tip(text: str) -> str:
    """A tooltip's text with markup escaped."""
    return Qt.convertFromPlainText(text) if Qt.mightBeRichText(text) else text


def shortened(text: str, metrics: QFontMetrics, width: int, height: int) -> str:
    """As much of the text, wrapped at a width, as fits into a height in pixels, elided if there is more."""

    def fits(words: str) -> bool:
        room = QRect(0, 0, width, 10 * height)
        return metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), words).height() <= height

    if fits(text):
        return text
    least, most = 0, len(text)
    while most - least > 1:
        middle = (least + most) // 2
        least, most = (middle, most) if fits(f"{text[:middle]}…") else (least, middle)
    return f"{text[:least].rstrip()}…"
