"""Words of people and of the office on the screen: as they are written, never read as markup."""

from __future__ import annotations

import re

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, Qt
from PySide6.QtWidgets import QLabel

LONGEST_WORD = 24
"""Letters that a word may have before it is allowed to break."""
_BREAK = "\u200b"
_LONG = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")
_PIECE = re.compile(r"(.{8})(?=.)")


def plain_label(text: str = "", *, kind: str = "", wrap: bool = False) -> QLabel:
    """A label that shows `<b>` as four letters. `kind` is its look, `wrap` lets it take several lines."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    if kind:
        label.setProperty("kind", kind)
    return label


def breakable(text: str) -> str:
    """The text with places, that nobody sees, where a word that is too long for any column may break."""
    return _LONG.sub(lambda found: _PIECE.sub(rf"\1{_BREAK}", found.group()), text)


def plain_tip(text: str) -> str:
    """A tooltip's text; what Qt would take for markup comes out as it is written."""
    return Qt.convertFromPlainText(text) if Qt.mightBeRichText(text) else text


def shortened(text: str, metrics: QFontMetrics, width: int, height: int) -> str:
    """As much of the text, wrapped at a width, as a height in pixels holds; an ellipsis tells that there is more."""

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
