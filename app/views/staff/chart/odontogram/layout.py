"""Where each tooth is: two arches of columns around the middle, in device pixels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from app.domain.chart.anatomy import Tooth
from app.domain.chart.mouth import Mouth, ToothState
from app.views.staff.chart.odontogram.side_view import build_of
from app.views.staff.chart.odontogram.top_view import DEPTH

GAP = 0.8
"""Minimum space between teeth in millimeters."""
ABOVE = 0.3
"""Space between the parts of an arch, as a share of a line of text."""
MIDLINE = 0.2
"""Space for the line between the patient's right and left, as a share of a line of text."""
TIPS = 0.4
"""Space beyond the roots, as a share of a line of text: a tag's line covers the tips of long roots."""
CROWN, ROOT = 10.8, 13.8
"""The longest crown and root in millimeters."""
DEEPER = 1.12
"""The view from above is this much larger than the side view."""
WIDER = 1.4
"""How much wider than high teeth may be drawn, so that they fill a wide area."""


class Cell(NamedTuple):
    """One tooth's column. All of its drawing stays inside."""

    tooth: Tooth
    left: int
    top: int
    width: int
    height: int
    neck: int
    """The height of the tooth's neck in the side view, from the cell's top."""
    crown: int
    """The height of the middle of the view from above, from the cell's top."""
    number: int
    """The top of the number's line, from the cell's top."""
    letter: int
    """The top of the letters' line at the end of the roots, from the cell's top."""

    @property
    def center(self) -> int:
        """The middle, from the cell's left. Whole pixels, so that all teeth of a form look the same."""
        return self.width // 2

    def holds(self, x: float, y: float) -> bool:
        """Whether it contains a point."""
        return self.left <= x < self.left + self.width and self.top <= y < self.top + self.height


class Layout(NamedTuple):
    """The cells of a mouth on an area of a size."""

    width: int
    height: int
    across: float
    """Device pixels for a millimeter, horizontally."""
    down: float
    """Vertically, in the side view."""
    depth: float
    """Vertically, in the view from above."""
    line: int
    """The height of a line of text."""
    cells: tuple[Cell, ...]
    """Upper arch from left to right, then the lower one. A hidden tooth has none."""

    def at(self, x: float, y: float) -> Cell | None:
        """The cell at a point."""
        return next((cell for cell in self.cells if cell.holds(x, y)), None)

    def of(self, name: str) -> Cell | None:
        """The cell of a tooth."""
        return next((cell for cell in self.cells if cell.tooth.name == name), None)


def make_layout(mouth: Mouth, width: int, height: int, line: int) -> Layout:
    """The layout of a mouth's teeth; `line` is the height of a line of text."""
    rows = [[state for state in mouth.row(upper=upper) if state.visible] for upper in (True, False)]
    widest = max(_sum(row) for row in rows)
    count = max(len(row) for row in rows)
    gap = line * ABOVE
    half = (height - gap) / 2
    room = max(1.0, half - (1 + TIPS) * line - 3 * gap)
    down = room / (CROWN + ROOT + DEPTH * DEEPER)
    across = max(0.5, min((width - count * GAP * down) / max(widest, 1.0), down * WIDER))
    down = min(down, across * 1.15)
    depth = min(down * DEEPER, across)
    used = (CROWN + ROOT) * down + DEPTH * depth + (1 + TIPS) * line + 3 * gap
    middle = height / 2
    cells: list[Cell] = []
    for row, upper in zip(rows, (True, False), strict=True):
        top = round(middle - gap / 2 - used) if upper else round(middle + gap / 2)
        cells += _row(row, upper=upper, top=top, frame=_Frame(width, across, down, depth, line, gap, used))
    return Layout(width, height, across, down, depth, line, tuple(cells))


class _Frame(NamedTuple):
    width: int
    across: float
    down: float
    depth: float
    line: int
    gap: float
    used: float


def _row(row: Sequence[ToothState], *, upper: bool, top: int, frame: _Frame) -> list[Cell]:
    """An arch's cells. The midline stays in the middle: each side shares half of the width."""
    height = round(frame.used)
    neck = TIPS * frame.line + frame.gap + ROOT * frame.down
    crown = neck + CROWN * frame.down + frame.gap + DEPTH * frame.depth / 2
    number = crown + DEPTH * frame.depth / 2 + frame.gap
    middle = max(2, round(frame.line * MIDLINE))
    levels = (height, round(neck), round(crown), round(number), 0)
    cells: list[Cell] = []
    wide = min(frame.width, round(_limit(frame)))
    start = (frame.width - wide) // 2
    for right_side in (True, False):
        side = [state for state in row if state.tooth.quadrant.is_right is right_side]
        left, room = (
            (start, wide // 2) if right_side else (start + wide // 2 + middle, wide - wide // 2 - middle)
        )
        spare = (room - _sum(side) * frame.across) / max(1, len(side))
        x = float(left)
        for state in side:
            end = x + _width(state) * frame.across + spare
            place = Cell(state.tooth, round(x), top, round(end) - round(x), *levels)
            cells.append(place if upper else _flipped(place, frame.line))
            x = end
    return cells


def _limit(frame: _Frame) -> float:
    """The width beyond which teeth would stand too far apart."""
    return 16 * 13.5 * frame.across


def _flipped(cell: Cell, line: int) -> Cell:
    """The same cell of a lower tooth: mirrored from top to bottom."""
    high = cell.height
    return cell._replace(
        neck=high - cell.neck,
        crown=high - cell.crown,
        number=high - cell.number - line,
        letter=high - line,
    )


def _sum(row: Sequence[ToothState]) -> float:
    return sum(_width(state) for state in row)


def _width(state: ToothState) -> float:
    """A tooth's share of the arch: a primary tooth has the place of its successor, an extra one less."""
    build = build_of(state.tooth)
    if state.tooth.primary:
        return max(build.width, 7.0)
    return build.width * (EXTRA_SIZE if state.tooth.extra else 1.0)


EXTRA_SIZE = 0.72
"""The size of a supernumerary tooth beside its neighbor's."""
