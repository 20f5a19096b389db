"""The marks over the odontogram's picture: the selected tooth and the one under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.views.staff.chart.odontogram.layout import Cell
from app.views.theme.tokens import RADIUS_TILE

HOVERED, SELECTED = 1.0, 2.0
"""Widths of the rings in pixels."""


def rect_of(cell: Cell, ratio: float) -> QRectF:
    """A cell in the widget's pixels."""
    return QRectF(cell.left / ratio, cell.top / ratio, cell.width / ratio, cell.height / ratio)


def pixels_of(cell: Cell, ratio: float) -> QRect:
    """The widget's pixels that a cell touches."""
    if ratio == 1:
        return QRect(cell.left, cell.top, cell.width, cell.height)
    return rect_of(cell, ratio).toAlignedRect()


def draw_ring(painter: QPainter, place: QRectF, color: str, width: float, *, dashed: bool = False) -> None:
    """A ring inside a cell; dashed while the keyboard is there."""
    pen = QPen(QColor(color), width)
    if dashed:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), RADIUS_TILE, RADIUS_TILE)
