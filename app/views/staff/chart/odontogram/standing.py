"""How a tooth stands that was shifted, turned or tipped: as recorded, as far as its cell has room."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTransform

from app.domain.chart.mouth import Movement
from app.views.staff.chart.odontogram.layout import Cell, Layout
from app.views.staff.chart.odontogram.shapes import Shape
from app.views.staff.chart.odontogram.top_view import DEPTH

STEEPEST = 30
"""Degrees that a tooth is tipped at most."""
LESS = 0.8
"""The share of a tip that is tried next where the tooth would be wider than its cell."""
EDGE = 1
"""Pixels left at the sides of a cell."""
INTRUDED = 0.45
"""How far a tooth is moved up or down at most, as a share of its crown."""


class Standing(NamedTuple):
    """Where a tooth is drawn, around its neck from the side and around its middle from above."""

    beside: QTransform
    above: QTransform


def stand(cell: Cell, shape: Shape, layout: Layout, movement: Movement) -> Standing:
    """The places of a moved tooth, both inside its cell."""
    tooth = cell.tooth
    mesial, way = (1 if tooth.quadrant.is_right else -1), (1 if tooth.upper else -1)
    dx = movement.mesial * layout.across * mesial
    dy = _limited(movement.occlusal * layout.down, abs(shape.crown_height) * INTRUDED) * way
    tip = _limited(movement.tip_mesial, STEEPEST) * -mesial * way
    wide = cell.width - 2 * EDGE
    body = QTransform()
    box = shape.body.boundingRect()
    for _ in range(8):
        body = QTransform().rotate(tip)
        box = body.map(shape.body).boundingRect()
        if box.width() <= wide:
            break
        tip *= LESS
    size, dy = _pushed(box, dy, cell)
    body *= QTransform.fromScale(size, size)
    box = body.map(shape.body).boundingRect()
    beside = body * QTransform.fromTranslate(dx + _inward(box, dx, cell), dy)
    turned = QTransform().rotate(_limited(movement.turn, 180) * mesial * way)
    seen = turned.map(shape.outline).boundingRect()
    size = min(1.0, wide / seen.width(), DEPTH * layout.depth / seen.height())
    turned *= QTransform.fromScale(size, size)
    seen = turned.map(shape.outline).boundingRect()
    dy = movement.facial * layout.depth * -way
    room = max(0.0, (DEPTH * layout.depth - seen.height()) / 2)
    above = turned * QTransform.fromTranslate(dx + _inward(seen, dx, cell), _limited(dy, room))
    return Standing(beside, above)


def _pushed(box: QRectF, dy: float, cell: Cell) -> tuple[float, float]:
    """The size of a tooth shifted by dy whose root reaches at most to the cell's end, and the shift of its neck."""
    if cell.tooth.upper:
        end, root, crown = EDGE - cell.neck, box.top(), box.bottom()
    else:
        end, root, crown = cell.height - EDGE - cell.neck, box.bottom(), box.top()
    beyond = (root + dy - end) * (-1 if cell.tooth.upper else 1)
    if beyond <= 0:
        return 1.0, dy
    size = (crown + dy - end) / (crown - root)
    return size, crown + dy - size * crown


def _inward(box: QRectF, dx: float, cell: Cell) -> float:
    """How far a box around the cell's middle, shifted by dx, must go back into the cell."""
    left, right = -cell.center + EDGE, cell.width - cell.center - EDGE
    return max(0.0, left - box.left() - dx) - max(0.0, box.right() + dx - right)


def _limited(amount: float, most: float) -> float:
    return max(-most, min(most, amount))
