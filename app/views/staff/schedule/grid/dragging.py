"""Runs a drag: the ghost and its text, scrolling at the edges, and the drop."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QTimer, Signal

from app.views.staff.schedule.grid.drag import FINE_STEP, Drag, DropWords, move_of
from app.views.staff.schedule.grid.overlay import Ghost
from app.views.staff.schedule.grid.surface import ScheduleSurface

EDGE = 28
"""Distance from the viewport's edge in pixels within which a drag scrolls."""
OVERSHOOT = 12
"""Tolerance in pixels beyond the viewport's edge when the mouse is released."""
SCROLL_MILLISECONDS = 30
SCROLL_STEP = 14


class Dragging(QObject):
    """The active drag, if there is one. `dropped` and `resized` report its result; a canceled one emits nothing."""

    dropped = Signal(object, object, int)
    resized = Signal(object, int)

    def __init__(self, surface: ScheduleSurface, words: DropWords | None) -> None:
        super().__init__(surface)
        self.drag: Drag | None = None
        self.by_keys = False
        self._surface = surface
        self.words = words
        self._pointer = QPointF()
        self._step = 1
        self._scroller = QTimer(self)
        self._scroller.setInterval(SCROLL_MILLISECONDS)
        self._scroller.timeout.connect(self._scroll)

    def begin(self, drag: Drag, *, by_keys: bool = False) -> None:
        """Start to drag an appointment."""
        self.drag, self.by_keys = None, by_keys
        self._show(drag)

    def carry(self, apt_num: int) -> None:
        """Let the arrow keys move an appointment, until Enter drops it or Esc cancels."""
        tile = self._surface.scene.tiles.get(apt_num)
        if tile is not None:
            self._surface.setFocus()
            self._surface.sight.bring(tile.box)
            self.begin(move_of(tile, tile.slot.start), by_keys=True)

    def move(self, position: QPointF, *, fine: bool) -> None:
        """Follow the pointer, a point of the viewport; `fine` allows any five minutes."""
        self._pointer, self._step = position, self._step_of(fine=fine)
        self._follow()
        if self._pull() != (0, 0):
            if not self._scroller.isActive():
                self._scroller.start()
        else:
            self._scroller.stop()

    def shift(self, columns: int, steps: int, *, fine: bool) -> None:
        """Follow the arrow keys."""
        if self.drag is None:
            return
        step = self._step_of(fine=fine)
        self._show(self.drag.shifted(columns, steps, step, self._surface.scene.geometry))
        ghost = self._surface.overlay.ghost
        if ghost is not None:
            self._surface.sight.bring(ghost.box)

    def drop(self) -> None:
        """Drop it at its current position."""
        drag = self.drag
        self.cancel()
        if drag is None:
            return
        if drag.resizing and drag.resized:
            self.resized.emit(drag.apt_num, drag.minutes)
        elif not drag.resizing and drag.moved:
            self.dropped.emit(drag.apt_num, drag.column, drag.start)

    def let_go(self, position: QPointF) -> None:
        """The mouse button was released: drop it there. Outside the schedule, the drag is canceled."""
        near = self._surface.viewport().rect().adjusted(-OVERSHOOT, -OVERSHOOT, OVERSHOOT, OVERSHOOT)
        if near.contains(position.toPoint()) or (self.drag is not None and self.drag.resizing):
            self.drop()
        else:
            self.cancel()

    def cancel(self) -> None:
        """Cancel the drag."""
        self._scroller.stop()
        self.drag = None
        self._surface.overlay.ghost = None
        self._surface.viewport().update()

    def keep_up(self) -> None:
        """After a new grid: cancel the drag if the appointment has changed since it started."""
        if self.drag is None:
            return
        slots = [tile.slot for tile in self._surface.scene.parts(self.drag.apt_num)]
        taken = self.drag.tile.slot
        if (taken.column, taken.start, taken.end) not in [
            (each.column, each.start, each.end) for each in slots
        ]:
            self.cancel()

    def _step_of(self, *, fine: bool) -> int:
        return FINE_STEP if fine else self._surface.scene.grid.increment

    def _follow(self) -> None:
        if self.drag is None:
            return
        geometry = self._surface.scene.geometry
        x, y = self._surface.sight.grid_point(self._pointer)
        column = geometry.column_at(x)
        if column is not None:
            self._show(self.drag.to(column, geometry.minute(y), self._step, geometry))

    def _show(self, drag: Drag) -> None:
        if drag == self.drag:
            return
        self.drag = drag
        words, clash = "", False
        if self.words is not None:
            hint = self.words.describe_drop(drag.apt_num, drag.column, drag.start, drag.minutes)
            words, clash = hint.words, hint.clash
        geometry = self._surface.scene.geometry
        box = geometry.ghost(drag.column, max(drag.start, geometry.opens), drag.start + drag.minutes)
        self._surface.overlay.ghost = Ghost(drag.apt_num, box, drag.tile.text.name, words, clash)
        self._surface.viewport().update()

    def _pull(self) -> tuple[int, int]:
        """The scroll direction for a pointer near an edge."""
        view = self._surface.viewport()
        return (
            _toward(self._pointer.x(), view.width()),
            _toward(self._pointer.y(), view.height()),
        )

    def _scroll(self) -> None:
        across, down = self._pull()
        step = self._surface.scene.theme.u(SCROLL_STEP)
        bars = ((self._surface.horizontalScrollBar(), across), (self._surface.verticalScrollBar(), down))
        for bar, way in bars:
            bar.setValue(bar.value() + way * step)
        self._follow()


def _toward(position: float, room: int) -> int:
    if position < EDGE:
        return -1
    return 1 if position > room - EDGE else 0
