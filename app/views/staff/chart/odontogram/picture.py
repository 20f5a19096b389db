"""The odontogram as a picture in device pixels: painted whole once, then only the teeth that change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPixmap

from app.domain.chart.mouth import Mouth, ToothState
from app.domain.chart.numbering import Numbering
from app.viewmodels.staff.chart.odontogram import EMPTY
from app.views.staff.chart.odontogram.inks import Inks
from app.views.staff.chart.odontogram.layout import Cell, Layout, make_layout
from app.views.staff.chart.odontogram.shapes import Shapes
from app.views.staff.chart.odontogram.stamps import Stamps
from app.views.staff.chart.odontogram.tooth_painter import ToothPainter

NUMBER_LINE = 15
"""The height of a number's line in pixels, for text of 12 pixels."""


class Picture:
    """Keeps the picture of a mouth at a size, in a theme, with numbers."""

    def __init__(self, inks: Inks) -> None:
        self.mouth: Mouth = EMPTY
        self.layout: Layout = make_layout(EMPTY, 1, 1, 1)
        self.pixmap = QPixmap(1, 1)
        self._inks = inks
        self._numbering = Numbering.UNIVERSAL
        self._shapes = Shapes()
        self._cells: dict[str, Cell] = {}
        self._states: dict[str, ToothState] = {}
        self._beside: set[str] = set()
        """The teeth beside the midline."""
        self._painter = self.tools(Stamps())
        self._is_stale = True

    def dress(self, inks: Inks) -> None:
        """Use another theme, font or resolution."""
        self._inks = inks
        self._arrange()

    def resize(self, width: int, height: int) -> None:
        """Use another size in device pixels."""
        if (width, height) != (self.pixmap.width(), self.pixmap.height()):
            self.pixmap = QPixmap(max(1, width), max(1, height))
            self._arrange()

    def show(self, mouth: Mouth, numbering: Numbering) -> list[Cell] | None:
        """Show a mouth. Returns the cells that were painted again; None: everything is."""
        old, new = self.mouth.all(), mouth.all()
        self.mouth = mouth
        changed = {
            state.tooth.name: (was, state) for was, state in zip(old, new, strict=False) if was != state
        }
        moved = any(
            was.tooth is not state.tooth or was.visible != state.visible for was, state in changed.values()
        )
        if moved or len(old) != len(new) or numbering is not self._numbering or self._is_stale:
            self._numbering = numbering
            self._arrange()
            return None
        self._states.update((name, state) for name, (_, state) in changed.items())
        cells = [cell for name in changed if (cell := self._cells.get(name)) is not None]
        if cells:
            self._paint(cells)
        return cells

    def cell_of(self, name: str) -> Cell | None:
        """The cell of a tooth."""
        return self._cells.get(name)

    def state_of(self, cell: Cell) -> ToothState:
        """What a cell shows."""
        return self._states[cell.tooth.name]

    def tools(self, stamps: Stamps | None) -> ToothPainter:
        """What paints the cells of the present layout."""
        return ToothPainter(self._inks, self.layout, self._shapes, self._numbering, stamps)

    def refresh(self) -> None:
        """Paint everything, if something has changed that changes everything."""
        if self._is_stale:
            self._is_stale = False
            self.pixmap.fill(self._inks.paper)
            painter = QPainter(self.pixmap)
            self._draw(painter, self.layout.cells)
            draw_midlines(painter, self.layout, self._painter, self._states)
            painter.end()

    def _arrange(self) -> None:
        line = round(NUMBER_LINE * max(1.0, QFontMetricsF(self._inks.font).height() / 16))
        self.layout = make_layout(
            self.mouth, self.pixmap.width(), self.pixmap.height(), round(line * self._inks.ratio)
        )
        self._cells = {cell.tooth.name: cell for cell in self.layout.cells}
        self._states = {state.tooth.name: state for state in self.mouth.all()}
        self._beside = {cell.tooth.name for pair in middle_of(self.layout) for cell in pair}
        self._shapes.resize(self.layout)
        self._painter = self.tools(Stamps())
        self._is_stale = True

    def _paint(self, cells: Sequence[Cell]) -> None:
        painter = QPainter(self.pixmap)
        self._draw(painter, cells)
        if any(cell.tooth.name in self._beside for cell in cells):
            draw_midlines(painter, self.layout, self._painter, self._states)
        painter.end()

    def _draw(self, painter: QPainter, cells: Iterable[Cell]) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for cell in cells:
            self._painter.paint(painter, cell, self._states[cell.tooth.name])


def draw_midlines(
    painter: QPainter, layout: Layout, teeth: ToothPainter, states: Mapping[str, ToothState]
) -> None:
    """The cross between the quadrants, and what passes over the midline: bridges, dentures, wires."""
    inks = teeth.inks
    x, thin, color = layout.width // 2, round(inks.thin), QColor(inks.tokens.hairline)
    painter.fillRect(0, layout.height // 2, layout.width, thin, color)
    for cell, after in middle_of(layout):
        left = cell.left + cell.width
        seam = cell._replace(left=left, width=after.left - left)
        painter.fillRect(left, seam.top, seam.width, seam.height, inks.paper)
        painter.fillRect(x, seam.top, thin, seam.height, color)
        teeth.paint_seam(painter, seam, states[cell.tooth.name], states[after.tooth.name])


def middle_of(layout: Layout) -> list[tuple[Cell, Cell]]:
    """The cells on both sides of the midline, of each arch."""
    pairs = pairwise(layout.cells)
    return [
        (cell, after)
        for cell, after in pairs
        if cell.tooth.quadrant.is_right and not after.tooth.quadrant.is_right
    ]
