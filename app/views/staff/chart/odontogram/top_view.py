"""A tooth from above: the five surfaces as fields, and the neck of the facial side. In millimeters, centered.

The facial side is up (negative y), mesial to the right: an upper right tooth as on a chart.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPolygonF

from app.domain.chart.anatomy import Form, Tooth
from app.views.staff.chart.odontogram.side_view import build_of

DEPTH = 10.6
"""The depth of the deepest crown from cheek to tongue."""
_STEPS = 12
"""Points on a quarter of the outline."""
_FRONT = {Form.CENTRAL: 7.0, Form.LATERAL: 6.4, Form.CANINE: 7.8}
_NECK = 0.62
"""The share of the facial field below the part at the neck."""


class TopView(NamedTuple):
    """The paths of a tooth from above."""

    width: float
    depth: float
    outline: QPainterPath
    inner: QPainterPath
    """The occlusal surface, or the incisal edge."""
    faces: dict[str, QPainterPath]
    """The fields of the surfaces M, O, D, B, L, V."""
    rim: QPainterPath
    """The outer part of all sides: an open crown."""
    facing: QPainterPath
    """The facial side: a veneer."""
    fissures: QPainterPath


def top_view(tooth: Tooth) -> TopView:
    """The paths of a tooth."""
    width = build_of(tooth).width
    depth = _depth(tooth, width)
    outer = _outline(width / 2, depth / 2, _roundness(tooth))
    across, down = (0.6, 0.26) if tooth.front else (0.52, 0.5)
    inner = _outline(width / 2 * across, depth / 2 * down, 3.0)
    middle = _between(outer, inner, 1 - _NECK)
    quarter = 2 * _STEPS
    faces = {
        "M": _field(outer, inner, -_STEPS // 2, quarter // 2),
        "L": _field(outer, inner, _STEPS // 2, quarter // 2),
        "D": _field(outer, inner, _STEPS // 2 * 3, quarter // 2),
        "B": _field(middle, inner, _STEPS // 2 * 5, quarter // 2),
        "V": _field(outer, middle, _STEPS // 2 * 5, quarter // 2),
        "O": _closed(inner),
    }
    rim = _ring(outer, _between(outer, inner, 0.42))
    facing = _field(outer, _between(outer, inner, 0.7), _STEPS // 2 * 5, quarter // 2)
    return TopView(
        width, depth, _closed(outer), _closed(inner), faces, rim, facing, _fissures(tooth, width, depth)
    )


def _depth(tooth: Tooth, width: float) -> float:
    if tooth.front:
        return _FRONT[tooth.form] * (0.78 if tooth.primary else 1.0)
    if tooth.molar:
        return min(DEPTH, width * (1.04 if tooth.upper else 0.94))
    return 8.8 if tooth.upper else 8.0


def _roundness(tooth: Tooth) -> float:
    """The exponent of the outline: 2 an ellipse, more a rounded rectangle."""
    if tooth.molar:
        return 3.4
    return {Form.CENTRAL: 2.5, Form.LATERAL: 2.4, Form.CANINE: 2.1}.get(tooth.form, 2.5)


def _outline(a: float, b: float, power: float) -> list[QPointF]:
    """Points of a superellipse, clockwise on the screen from the right."""
    found = []
    for step in range(4 * _STEPS):
        x, y = cos(step * pi / 2 / _STEPS), sin(step * pi / 2 / _STEPS)
        found.append(QPointF(_power(x, 2 / power) * a, _power(y, 2 / power) * b))
    return found


def _power(value: float, exponent: float) -> float:
    return float(abs(value) ** exponent) * (1 if value >= 0 else -1)


def _between(outer: Sequence[QPointF], inner: Sequence[QPointF], share: float) -> list[QPointF]:
    """The outline a share of the way from the outer to the inner one."""
    return [one + (other - one) * share for one, other in zip(outer, inner, strict=True)]


def _field(outer: Sequence[QPointF], inner: Sequence[QPointF], first: int, count: int) -> QPainterPath:
    """The part between two outlines, from one point on."""
    numbers = [(first + step) % len(outer) for step in range(count + 1)]
    return _closed([*(outer[each] for each in numbers), *(inner[each] for each in reversed(numbers))])


def _ring(outer: Sequence[QPointF], inner: Sequence[QPointF]) -> QPainterPath:
    path = _closed(outer)
    path.addPath(_closed(inner))
    return path


def _closed(points: Sequence[QPointF]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF(list(points)))
    path.closeSubpath()
    return path


def _fissures(tooth: Tooth, w: float, d: float) -> QPainterPath:
    """The grooves between the cusps, or the ridge of a front tooth."""
    path = QPainterPath()
    if tooth.front:
        path.moveTo(-w * 0.22, 0)
        path.quadTo(0, -d * 0.05, w * 0.22, 0)
    elif tooth.molar:
        path.moveTo(-w * 0.17, 0)
        path.cubicTo(-w * 0.08, d * 0.05, w * 0.08, -d * 0.05, w * 0.17, 0)
        path.moveTo(-w * 0.03, -d * 0.15)
        path.lineTo(0, 0)
        path.lineTo(w * 0.04, d * 0.15)
    else:
        path.moveTo(-w * 0.15, 0)
        path.quadTo(0, d * 0.05, w * 0.15, 0)
    return path
