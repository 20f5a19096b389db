"""Joins and cuts outlines, and keeps the result simple enough to paint fast."""

from __future__ import annotations

from math import hypot

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QPainterPathStroker, QPolygonF, QTransform

FINENESS = 12
"""Qt joins paths as polygons that are smooth at their own size: millimeters are enlarged for that."""
TOLERANCE = 0.02
"""How far in millimeters an outline may be from the exact one: half a pixel on the largest screen."""
_FINE = QTransform.fromScale(FINENESS, FINENESS)


def merge(one: QPainterPath, other: QPainterPath) -> QPainterPath:
    """Both paths in one outline."""
    return _simple(_FINE.map(one).united(_FINE.map(other)))


def cut(one: QPainterPath, other: QPainterPath) -> QPainterPath:
    """What two paths have in common."""
    return _simple(_FINE.map(one).intersected(_FINE.map(other)))


def stroke(path: QPainterPath, width: float) -> QPainterPath:
    """The outline of a round line along a path."""
    stroker = QPainterPathStroker()
    stroker.setWidth(width * FINENESS)
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    return _simple(stroker.createStroke(_FINE.map(path)).simplified())


def _simple(path: QPainterPath) -> QPainterPath:
    """An enlarged path in millimeters, with only the points that its shape needs."""
    found = QPainterPath()
    for polygon in path.toSubpathPolygons():
        points = [(point.x() / FINENESS, point.y() / FINENESS) for point in polygon.toList()]
        middle = len(points) // 2
        kept = [*_needed(points[: middle + 1])[:-1], *_needed(points[middle:])]
        found.addPolygon(QPolygonF([QPointF(x, y) for x, y in kept]))
        found.closeSubpath()
    return found


def _needed(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The points of a line without those that are nearly on it (Douglas and Peucker)."""
    if len(points) < 3:
        return points
    (x, y), (right, bottom) = points[0], points[-1]
    length = hypot(right - x, bottom - y)
    distances = [
        abs((right - x) * (y - b) - (x - a) * (bottom - y)) / length if length else hypot(a - x, b - y)
        for a, b in points
    ]
    farthest = max(range(len(points)), key=distances.__getitem__)
    if distances[farthest] <= TOLERANCE:
        return [points[0], points[-1]]
    return [*_needed(points[: farthest + 1])[:-1], *_needed(points[farthest:])]
