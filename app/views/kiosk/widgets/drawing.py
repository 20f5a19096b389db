"""Areas and outlines in a color, without a pen or a brush of the painter.

Its `setPen`, `setBrush` and `fillRect` also take values of the namespace `Qt`, and load it to find out (see skin.py).
Paths are drawn with a pen or a brush of their own instead.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen


def fill(painter: QPainter, path: QPainterPath, color: str) -> None:
    """Fill a shape."""
    painter.fillPath(path, _pen(color, 1).brush())


def outline(painter: QPainter, path: QPainterPath, color: str, width: float) -> None:
    """Draw a shape's outline."""
    painter.strokePath(path, _pen(color, width))


def fill_rect(painter: QPainter, place: QRect, color: str) -> None:
    """Fill an area."""
    path = QPainterPath()
    path.addRect(QRectF(place))
    fill(painter, path, color)


def rounded(place: QRectF, radius: float) -> QPainterPath:
    """A rectangle with round corners."""
    path = QPainterPath()
    path.addRoundedRect(place, radius, radius)
    return path


def _pen(color: str, width: float) -> QPen:
    pen = QPen()
    pen.setColor(QColor(color))
    pen.setWidthF(width)
    return pen
