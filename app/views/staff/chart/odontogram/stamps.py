"""Painted shapes kept as small pictures: an outline costs many times as much as copying it."""

from __future__ import annotations

from math import ceil, floor

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen, QPixmap

MOST = 4000
"""Pictures kept; a mouth has about 400 shapes, and the same ones come again with every patient."""
Fill = QBrush | Qt.BrushStyle
Line = QPen | Qt.PenStyle
Paths = tuple[QPainterPath, ...]
Key = tuple[int, ...]


class Stamps:
    """Pictures of paths with their brush and pen, which the caller keeps alive and doesn't change."""

    def __init__(self) -> None:
        self._kept: dict[Key, tuple[QPixmap, int, int, object]] = {}

    def draw(self, painter: QPainter, paths: Paths, brush: Fill, pen: Line, at: tuple[int, int]) -> None:
        """Draw paths in one picture, with their origin at a point."""
        key = (id(brush), id(pen), *map(id, paths))
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= MOST:
                self._kept.clear()
            found = self._kept[key] = (*_picture(paths, brush, pen), (paths, brush, pen))
        painter.drawPixmap(at[0] + found[1], at[1] + found[2], found[0])


def _picture(paths: Paths, brush: Fill, pen: Line) -> tuple[QPixmap, int, int]:
    """The picture, and where its corner is from the paths' origin."""
    reach = pen.widthF() if isinstance(pen, QPen) else 0.0
    box = QRectF()
    for path in paths:
        box = box.united(path.controlPointRect())
    box = box.adjusted(-reach - 1, -reach - 1, reach + 1, reach + 1)
    left, top = floor(box.left()), floor(box.top())
    pixmap = QPixmap(max(1, ceil(box.right()) - left), max(1, ceil(box.bottom()) - top))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-left, -top)
    painter.setBrush(brush)
    painter.setPen(pen)
    for path in paths:
        painter.drawPath(path)
    painter.end()
    return pixmap, left, top
