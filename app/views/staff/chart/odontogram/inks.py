"""Brushes and pens of the tooth chart. Each state has its own pattern too, so that color is never alone.

Completed is solid, existing has horizontal stripes, another office's work dots, planned and referred work
slanted lines of opposite directions on a pale ground, a condition crossed lines.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPainterPath, QPen, QPixmap

from app.domain.chart.work import Status
from app.views.theme.tokens import ChartColors, ChartHue, Tokens

TILE = 6
"""The size of a pattern in pixels."""
_HUES = {
    Status.COMPLETED: "completed",
    Status.EXISTING: "existing",
    Status.ELSEWHERE: "elsewhere",
    Status.PLANNED: "planned",
    Status.REFERRED: "referred",
    Status.CONDITION: "condition",
}
_DASHES = {
    Status.EXISTING: [5.0, 1.2],
    Status.ELSEWHERE: [3.0, 1.0, 1.0, 1.0],
    Status.REFERRED: [2.0, 1.2],
    Status.CONDITION: [0.9, 0.9],
}
"""Lengths of dashes and spaces in widths of the line."""


class Ink(NamedTuple):
    """How one state in one material is drawn."""

    brush: QBrush
    pen: QPen
    """The outline."""
    line: QColor
    text_pen: QPen
    """For a line on the brush's ground."""
    letter: QBrush
    """For a letter on `plate`."""
    plate: QBrush


class Inks:
    """All inks of a theme at a resolution. Lengths are device pixels."""

    def __init__(self, tokens: Tokens, font: QFont, ratio: float) -> None:
        self.tokens = tokens
        self.chart: ChartColors = tokens.chart
        self.ratio = ratio
        self.font = QFont(font)
        self._inks = {
            (status, light): self._make(status, light=light) for status in Status for light in (False, True)
        }
        self._signs: dict[tuple[str, int], tuple[QPainterPath, QPainterPath]] = {}
        self.thin = max(1.0, ratio)
        self.enamel = QBrush(QColor(self.chart.enamel))
        self.shade = QBrush(QColor(self.chart.enamel_shade))
        self.root = QBrush(QColor(self.chart.root))
        self.root_behind = QBrush(QColor(self.chart.root_behind))
        self.gum = QBrush(QColor(self.chart.gum))
        self.enamel_pen = QPen(QColor(self.chart.enamel_line), self.thin)
        self.root_pen = QPen(QColor(self.chart.root_line), self.thin)
        self.field_pen = QPen(QColor(self.chart.enamel_line), self.thin * 0.6)
        self.ghost_pen = QPen(QColor(self.chart.ghost), self.thin, Qt.PenStyle.DashLine)
        self.ghost = QPen(QColor(self.chart.ghost), self.thin * 1.4)
        self.canal_pen = QPen(QColor(self.chart.enamel), self.thin * 0.7)
        self.number = QColor(tokens.ink_2)
        self.faint = QColor(tokens.ink_3)
        self.paper = QColor(tokens.surface)

    def of(self, status: Status, *, light: bool) -> Ink:
        """The ink of a state and material."""
        return self._inks[status, light]

    def hue(self, status: Status) -> ChartHue:
        """The colors of a state."""
        hue: ChartHue = getattr(self.chart, _HUES[status])
        return hue

    def strokes(self, status: Status, width: float) -> tuple[QPen, ...]:
        """Pens that draw a strong line one after the other: its pale border, the line, and if planned a pale core."""
        line = self.stroke(status, width)
        core = (self._pale(width * 0.4),) if status is Status.PLANNED else ()
        return (self._pale(width + 2 * self.thin), line, *core)

    def stroke(self, status: Status, width: float) -> QPen:
        """A line in a state's color, dashed or dotted where the state has a pattern."""
        pen = QPen(QColor(self.hue(status).dark), width)
        dashes = _DASHES.get(status)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap if dashes is None else Qt.PenCapStyle.FlatCap)
        if dashes is not None:
            pen.setDashPattern(dashes)
        return pen

    def sign(self, text: str, size: int) -> tuple[QPainterPath, QPainterPath]:
        """A bold letter around the origin, and the disc below it; the same objects for the same size."""
        found = self._signs.get((text, size))
        if found is None:
            font = QFont(self.font)
            font.setPixelSize(max(7, size))
            font.setWeight(QFont.Weight.Bold)
            letter, disc = QPainterPath(), QPainterPath()
            letter.addText(QPointF(0, 0), font, text)
            letter.translate(-letter.boundingRect().center())
            disc.addEllipse(QPointF(0, 0), size * 0.52, size * 0.52)
            found = self._signs[text, size] = (letter, disc)
        return found

    def _pale(self, width: float) -> QPen:
        """So that a line stands out from roots, gums and the background."""
        pen = QPen(QColor(self.chart.enamel), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        return pen

    def _make(self, status: Status, *, light: bool) -> Ink:
        hue = self.hue(status)
        pen = QPen(QColor(hue.line), max(1.0, self.ratio))
        pale = self.chart.enamel if light else hue.light
        if status is Status.COMPLETED:
            brush = QBrush(QColor(hue.light if light else hue.dark))
        elif status.open:
            brush = self._tile(
                pale, hue.dark, _slants(falling=status is Status.REFERRED), 1.0 if light else 1.7
            )
        elif status is Status.CONDITION:
            lines = (*_slants(falling=True), *_slants(falling=False))
            brush = self._tile(pale if light else hue.light, hue.dark, lines, 0.9)
        else:
            ground, mark = (hue.light, hue.line) if light else (hue.dark, self.chart.enamel)
            lines = ((0, TILE / 2, TILE, TILE / 2),) if status is Status.EXISTING else ()
            brush = self._tile(ground, mark, lines, 1.1)
        solid = not light and status.done
        text_pen = QPen(QColor(self.chart.enamel if solid else hue.line), max(1.0, self.ratio))
        letter, plate = QBrush(QColor(hue.line)), QBrush(QColor(hue.light))
        return Ink(brush, pen, QColor(hue.line), text_pen, letter, plate)

    def _tile(
        self, ground: str, mark: str, lines: tuple[tuple[float, float, float, float], ...], width: float
    ) -> QBrush:
        """A repeated pattern; without lines, dots."""
        size = max(TILE, round(TILE * self.ratio))
        pixmap = QPixmap(size, size)
        pixmap.fill(QColor(ground))
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(size / TILE, size / TILE)
        painter.setPen(QPen(QColor(mark), width))
        for x, y, right, bottom in lines:
            painter.drawLine(QPointF(x, y), QPointF(right, bottom))
        if not lines:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(mark))
            for x, y in ((0.4, 0.4), (3.4, 3.4)):
                painter.drawEllipse(QRectF(x, y, 1.9, 1.9))
        painter.end()
        return QBrush(pixmap)


def _slants(*, falling: bool) -> tuple[tuple[float, float, float, float], ...]:
    """Slanted lines that meet at a tile's edges."""
    rising = tuple((start, TILE + 1.0, start + TILE + 2.0, -1.0) for start in (-TILE - 1.0, -1.0, TILE - 1.0))
    return tuple((x, TILE - y, right, TILE - bottom) for x, y, right, bottom in rising) if falling else rising
