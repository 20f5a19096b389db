"""The few drawings on buttons, as paths: loading SVG would cost the welcome page its budget.

Each is drawn in a square of 24, with lines like those of the other icons (Lucide).
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath

from app.views.kiosk.widgets.drawing import fill, outline

_STROKE = 2.2


class Glyph(StrEnum):
    """A meaning."""

    NONE = ""
    BACK = "back"
    NEXT = "next"
    HELP = "help"
    ERASE = "erase"
    CHECK = "check"
    LARGER = "larger"
    CONTRAST = "contrast"
    TOOTH = "tooth"


def draw_glyph(painter: QPainter, glyph: Glyph, box: QRectF, color: str, stroke: float = _STROKE) -> None:
    """Draw into a square."""
    painter.save()
    painter.translate(box.topLeft())
    painter.scale(box.width() / 24, box.height() / 24)
    path = _PATHS[glyph]()
    outline(painter, path, color, stroke)
    for x, y in _corners(path):
        dot = QPainterPath()
        dot.addEllipse(QPointF(x, y), stroke / 2, stroke / 2)
        fill(painter, dot, color)
    if glyph is Glyph.CONTRAST:
        half = QPainterPath(QPointF(12, 3))
        half.arcTo(QRectF(3, 3, 18, 18), 90, 180)
        fill(painter, half, color)
    painter.restore()


def _corners(path: QPainterPath) -> set[tuple[float, float]]:
    """Where its lines and curves meet: dots make the corners round. A pen that does needs `Qt` (see drawing.py)."""
    found, skipped = set(), 0
    for number in range(path.elementCount()):
        point = path.elementAt(number)
        if point.isCurveTo():
            skipped = 2  # this point and the next one only bend the curve
        if skipped:
            skipped -= 1
        else:
            found.add((point.x, point.y))  # type: ignore[attr-defined] # the stubs leave them out
    return found


def _lines(*strokes: tuple[tuple[float, float], ...]) -> QPainterPath:
    path = QPainterPath()
    for first, *rest in strokes:
        path.moveTo(*first)
        for point in rest:
            path.lineTo(*point)
    return path


def _help() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QRectF(2, 2, 20, 20))
    path.moveTo(9, 9.2)
    path.cubicTo(9.6, 6.2, 15, 6.4, 15, 9.6)
    path.cubicTo(15, 11.8, 12, 12.2, 12, 14)
    path.moveTo(12, 17)
    path.lineTo(12, 17.2)
    return path


def _contrast() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QRectF(3, 3, 18, 18))
    return path


def _tooth() -> QPainterPath:
    path = QPainterPath(QPointF(12, 5.4))
    for points in (
        (10, 4, 7.5, 3.2, 5.8, 4.3),
        (3.2, 6, 3.6, 10, 5, 12.8),
        (6.2, 15.2, 6, 20.6, 8, 20.8),
        (9.8, 21, 9.6, 15.5, 12, 15.5),
        (14.4, 15.5, 14.2, 21, 16, 20.8),
        (18, 20.6, 17.8, 15.2, 19, 12.8),
        (20.4, 10, 20.8, 6, 18.2, 4.3),
        (16.5, 3.2, 14, 4, 12, 5.4),
    ):
        path.cubicTo(*points)
    return path


_PATHS = {
    Glyph.NONE: QPainterPath,
    Glyph.BACK: lambda: _lines(((15, 5), (8, 12), (15, 19))),
    Glyph.NEXT: lambda: _lines(((9, 5), (16, 12), (9, 19))),
    Glyph.HELP: _help,
    Glyph.ERASE: lambda: _lines(
        ((9, 5), (21, 5), (21, 19), (9, 19), (2, 12), (9, 5)), ((12, 9), (18, 15)), ((18, 9), (12, 15))
    ),
    Glyph.CHECK: lambda: _lines(((4, 12.5), (9.5, 18), (20, 6.5))),
    Glyph.LARGER: lambda: _lines(
        ((1, 19), (7, 5), (13, 19)), ((3.2, 14), (10.8, 14)), ((19, 8), (19, 16)), ((15, 12), (23, 12))
    ),
    Glyph.CONTRAST: _contrast,
    Glyph.TOOTH: _tooth,
}
