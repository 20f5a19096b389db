"""Cards and labels: each fills a paper of its own size, or a corner of a larger one, with a line to cut along."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPageLayout, QPainter, QPen

from app.domain.printing.document import Document, Sheet
from app.views.printing.typeset import UNITS, Lines, paper_font, points
from app.views.theme.tokens import PAPER

EDGE = points(9)
"""An eighth of an inch, which label printers leave blank."""
CORNER = points(36)
"""Where a card begins on paper that is larger."""
LARGER = 1.25
"""If the paper is this many times as wide or high as the sheet, the sheet is to be cut out of it."""
SCALES = (1.0, 0.92, 0.85, 0.78, 0.7, 0.62, 0.55, 0.48, 0.4, 0.33)


class _Set(NamedTuple):
    """A line of text and where it begins."""

    y: float
    lines: Lines


class SmallPages:
    """The same as `Pages`, for a document of sheets."""

    def __init__(self, document: Document, layout: QPageLayout) -> None:
        self.document = document
        self.layout = layout
        self.size = QSizeF(layout.fullRectPixels(UNITS).size())
        """A page's width and height in units of 1/600 inch."""
        first = document.sheets[0]
        own = QSizeF(points(first.width), points(first.height))
        self.cut = self.size.width() > LARGER * own.width() or self.size.height() > LARGER * own.height()
        """Whether the sheet is to be cut out of the paper."""
        self.place = QRectF(QPointF(CORNER, CORNER), own) if self.cut else QRectF(QPointF(), self.size)
        room = self.place.size() - QSizeF(2 * EDGE, 2 * EDGE)
        self.sheets = [_fitted(each, room) for each in document.sheets]
        """For each page its lines."""

    @property
    def count(self) -> int:
        """The number of pages."""
        return len(self.sheets)

    def texts(self, number: int) -> list[str]:
        """The lines of a page."""
        return [each.lines.text for each in self.sheets[number]]

    def paint(self, painter: QPainter, number: int, resolution: float) -> None:
        """Draw a page (from 0) with its corner at the painter's origin; `resolution` in pixels per inch."""
        painter.save()
        painter.scale(resolution / UNITS, resolution / UNITS)
        if self.cut:
            painter.setPen(QPen(QColor(PAPER.line), points(0.5), Qt.PenStyle.DashLine))
            painter.drawRect(self.place)
        painter.setPen(QColor(PAPER.ink))
        for each in self.sheets[number]:
            corner = self.place.topLeft() + QPointF(EDGE, EDGE + each.y)
            each.lines.draw(painter, corner, 0, each.lines.count)
        painter.restore()


def _fitted(sheet: Sheet, room: QSizeF) -> list[_Set]:
    """The largest setting that fits, in the middle of the height; nothing is left out, however small it gets."""
    found, height = _set(sheet, room.width(), SCALES[0])
    for scale in SCALES[1:]:
        if height <= room.height():
            break
        found, height = _set(sheet, room.width(), scale)
    above = max(0.0, (room.height() - height) / 2)
    return [each._replace(y=each.y + above) for each in found]


def _set(sheet: Sheet, width: float, scale: float) -> tuple[list[_Set], float]:
    found: list[_Set] = []
    y = 0.0
    for line in sheet.lines:
        lines = Lines(line.words, paper_font(line.size * scale, strong=line.strong), width)
        y += points(line.gap * scale) if found else 0
        found.append(_Set(y, lines))
        y += lines.height(0, lines.count)
    return found, y
