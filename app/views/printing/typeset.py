"""Wraps text for paper. Lengths are in units of 1/600 inch, fonts in pixels of that size."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QGuiApplication, QPainter, QTextCharFormat, QTextLayout, QTextOption

from app.core.text import Words
from app.domain.printing.document import Align
from app.viewmodels.translation import typed
from app.views.theme.fonts import TABULAR

UNITS = 600
"""Units per inch."""
UNBROKEN = float(1 << 20)
"""Wider than any line."""
_LINE_BREAK = "\u2028"
_ENDS = {Align.START: Qt.AlignmentFlag.AlignLeading, Align.END: Qt.AlignmentFlag.AlignTrailing}


def points(size: float) -> int:
    """Points converted to units."""
    return round(size * UNITS / 72)


def paper_font(size: float, *, strong: bool = False) -> QFont:
    """The interface's font for paper; the size in points."""
    font = QFont(QGuiApplication.font())
    font.setPixelSize(points(size))
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    font.setFeature(TABULAR, 1)
    return font


class Lines:
    """Text wrapped to a width. Words longer than a line break anywhere: nothing is ever cut off."""

    def __init__(
        self,
        words: Words,
        font: QFont,
        width: float = UNBROKEN,
        align: Align = Align.START,
        *,
        lead: Words = "",
    ) -> None:
        self.width = width
        parts = [typed(lead), typed(words)]
        text = "\n".join(part for part in parts if part).replace("\r\n", "\n").replace("\r", "\n")
        self._layout = QTextLayout(text.replace("\n", _LINE_BREAK), font)
        option = QTextOption(_ENDS[align])
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        if parts[0]:
            self._layout.setFormats([_strong(font, len(parts[0]))])
        self._break(width)

    @property
    def text(self) -> str:
        """The text without line breaks of its wrapping."""
        return self._layout.text().replace(_LINE_BREAK, "\n")

    @property
    def natural_width(self) -> float:
        """The width of the text wrapped only at its own line breaks."""
        return self._layout.maximumWidth()

    @property
    def count(self) -> int:
        """The number of lines."""
        return self._layout.lineCount()

    def height(self, first: int, end: int) -> float:
        """The height of some of the lines."""
        return sum(self._layout.lineAt(number).height() for number in range(first, min(end, self.count)))

    def fitting(self, first: int, room: float) -> int:
        """The end of the lines that fit into a height, starting from one of them."""
        end = first
        while end < self.count and self.height(first, end + 1) <= room:
            end += 1
        return end

    @property
    def widest(self) -> float:
        """The width of the longest line."""
        return max(self._layout.lineAt(number).naturalTextWidth() for number in range(self.count))

    def draw(self, painter: QPainter, corner: QPointF, first: int, end: int) -> None:
        """Draw some of the lines, the first of them at a corner."""
        above = QPointF(0, self.height(0, first))
        for number in range(first, min(end, self.count)):
            self._layout.lineAt(number).draw(painter, corner - above)

    def _break(self, width: float) -> None:
        self._layout.beginLayout()
        y = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y))
            y += line.height()
        self._layout.endLayout()


def _strong(font: QFont, length: int) -> QTextLayout.FormatRange:
    """The first letters in a heavier weight."""
    heavy = QFont(font)
    heavy.setWeight(QFont.Weight.DemiBold)
    part = cast(Any, QTextLayout.FormatRange())  # 6.9's stubs lack its fields
    part.start, part.length = 0, length
    chars = QTextCharFormat()
    chars.setFont(heavy)
    part.format = chars
    return cast(QTextLayout.FormatRange, part)
