"""Runs a drag: the ghost and its text, scrolling at the edges, and the drop."""

from __future__ import annotations

from datetime import date, datetime

from msgspec.structs import replace
from PySide6.QtCore import QObject, QPointF, Signal

from app.domain.schedule.columns import column_alike, column_of
from app.domain.schedule.layout import day_of
from app.domain.schedule.visit import Visit
from app.views.staff.schedule.grid.drag import FINE_STEP, Drag, DropTarget, DropWords, move_of, placing_of
from app.views.staff.schedule.grid.overlay import Ghost
from app.views.staff.schedule.grid.surface import ScheduleSurface
from app.views.staff.schedule.moving.edges import EdgeScroll

OVERSHOOT = 12
"""Tolerance in pixels beyond the viewport's edge when the mouse is released."""


class Dragging(QObject):
    """The active drag, if there is one. `dropped` and `resized` report its result.

    `day_asked` is emitted with the date that the drag continues on, and `canceled` with the AptNum when it ends
    without a drop.
    """

    dropped = Signal(object, object, int)
    resized = Signal(object, int)
    day_asked = Signal(object)
    canceled = Signal(object)
    began = Signal()

    def __init__(self, surface: ScheduleSurface, words: DropWords | None) -> None:
        super().__init__(surface)
        self.drag: Drag | None = None
        self.by_keys = False
        self.in_hand = False
        """Whether it follows the mouse without a pressed button, until a click drops it."""
        self.targets: list[DropTarget] = []
        """Places besides the grid where it can be dropped."""
        self._target: DropTarget | None = None
        self._surface = surface
        self.words = words
        self._pointer = QPointF()
        self._step = 1
        self._day = date.min
        """The date asked for last."""
        self._scroller = EdgeScroll(surface, self._follow)

    def begin(self, drag: Drag, *, by_keys: bool = False) -> None:
        """Start to drag an appointment."""
        if self._surface.scene.hides_names:
            return
        self.drag, self.by_keys, self.in_hand = None, by_keys, False
        self._show(drag)
        self.began.emit()

    def carry(self, apt_num: int) -> None:
        """Let the arrow keys move an appointment, until Enter drops it or Esc cancels."""
        tile = self._surface.scene.tiles.get(apt_num)
        if tile is not None:
            self._surface.setFocus()
            self._surface.sight.bring(tile.box)
            self.begin(move_of(tile, tile.slot.start, self.day_at(tile.slot.column)), by_keys=True)

    def place(self, visit: Visit, *, by_mouse: bool) -> None:
        """Let the arrow keys, or also the mouse without a button, place an appointment that may be on another day."""
        scene = self._surface.scene
        if not scene.geometry.spans:
            return
        self._surface.setFocus()
        self._day = visit.start.date()
        drag = placing_of(visit, scene.grid)
        step, away = self._step_of(fine=False), drag.away
        self.begin(drag.on(self._nearest(drag), step, scene.geometry, away=away), by_keys=not by_mouse)
        self.in_hand = by_mouse
        self._bring()

    def day_at(self, column: int) -> date:
        """The date of a column of the grid; its first date where nobody works, so that there are no columns."""
        grid = self._surface.scene.grid
        found = column_of(grid, column)
        return day_of(grid, found) if found is not None else grid.days[0]

    def move(self, position: QPointF, *, fine: bool) -> None:
        """Follow the pointer, a point of the viewport; `fine` allows any five minutes."""
        self._pointer, self._step = position, self._step_of(fine=fine)
        if self._over_target():
            self._scroller.stop()
            return
        self._follow()
        self._scroller.move(position)

    def shift(self, columns: int, steps: int, *, fine: bool) -> None:
        """Follow the arrow keys."""
        if self.drag is None:
            return
        step = self._step_of(fine=fine)
        self._show(self.drag.shifted(columns, steps, step, self._surface.scene.geometry))
        self._bring()

    def go_to(self, day: date, *, at_home: bool = False) -> None:
        """Continue the drag on a date; `at_home`: at the appointment's own time, in its operatory."""
        if self.drag is None or self.drag.resizing:
            return
        self._day, drag = day, self.drag
        if at_home:
            there = drag.home.column in [span.key for span in self._surface.scene.geometry.spans]
            column = drag.home.column if there else drag.column
            drag = self.drag = replace(drag, column=column, start=drag.home.start)
        grid = self._surface.scene.grid
        if len(grid.days) > 1 and grid.columns and day in grid.days:
            column = column_alike(grid, drag.column, day, drag.visit).key
            self._show(replace(drag, column=column), anew=at_home)
            self._bring()
        else:
            self.day_asked.emit(day)

    def drop(self) -> None:
        """Drop it at its current position."""
        drag = self.drag
        self._end()
        if drag is None:
            return
        if drag.resizing and drag.resized:
            self.resized.emit(drag.apt_num, drag.minutes)
        elif not drag.resizing and drag.moved:
            self.dropped.emit(drag.apt_num, drag.column, drag.start)

    def let_go(self, position: QPointF) -> None:
        """The mouse button was released: drop it there. Outside the schedule, the drag is canceled."""
        if (target := self._target) is not None and (drag := self.drag) is not None:
            self._end()
            target.take(drag)
            return
        near = self._surface.viewport().rect().adjusted(-OVERSHOOT, -OVERSHOOT, OVERSHOOT, OVERSHOOT)
        if near.contains(position.toPoint()) or (self.drag is not None and self.drag.resizing):
            self.drop()
        else:
            self.cancel()

    def cancel(self) -> None:
        """Cancel the drag."""
        drag = self.drag
        self._end()
        if drag is not None:
            self.canceled.emit(drag.apt_num)

    def keep_up(self) -> None:
        """After a new grid: continue there, or cancel the drag if the appointment has changed since it started."""
        drag, scene = self.drag, self._surface.scene
        if drag is None:
            return
        shown = [tile.slot.visit for tile in scene.parts(drag.apt_num)]
        away = drag.home.day not in scene.grid.days
        if any(_place(each) != _place(drag.visit) for each in shown) or not (shown or away):
            self.cancel()
        elif not scene.geometry.spans:
            self._surface.overlay.ghost = None
        elif away or drag.away:
            column = self._nearest(drag)
            self._show(drag.on(column, self._step_of(fine=False), scene.geometry, away=away), anew=True)
            self._bring()

    def _end(self) -> None:
        self._scroller.stop()
        ended, self.drag, self._target = self.drag is not None, None, None
        for target in self.targets if ended else ():
            target.end()
        self._surface.overlay.ghost = None
        self._surface.viewport().update()

    def _over_target(self) -> bool:
        """Whether the pointer is over a target besides the grid."""
        drag, where = self.drag, self._surface.viewport().mapToGlobal(self._pointer.toPoint())
        self._target = None
        if drag is not None and not drag.resizing:
            self._target = next((each for each in self.targets if each.follow(drag, where)), None)
        return self._target is not None

    def _bring(self) -> None:
        """Scroll the ghost into view, and describe it to screen readers."""
        if (ghost := self._surface.overlay.ghost) is not None:
            self._surface.sight.bring(ghost.box)
            self._surface.setAccessibleDescription(ghost.words)

    def _nearest(self, drag: Drag) -> int:
        """The column to continue in: of the date asked for last where several are shown, and the same operatory."""
        return column_alike(self._surface.scene.grid, drag.column, self._day, drag.visit).key

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

    def _show(self, drag: Drag, *, anew: bool = False) -> None:
        if drag == self.drag and not anew:
            return
        self.drag = drag
        words, clash = "", False
        if self.words is not None:
            hint = self.words.describe_drop(drag.apt_num, drag.column, drag.start, drag.minutes)
            words, clash = hint.words, hint.clash
        geometry = self._surface.scene.geometry
        box = geometry.ghost(drag.column, max(drag.start, geometry.opens), drag.start + drag.minutes)
        self._surface.overlay.ghost = Ghost(drag.apt_num, box, drag.visit.name, words, clash)
        self._surface.viewport().update()


def _place(visit: Visit) -> tuple[datetime, int, int]:
    return visit.start, visit.op_num, visit.minutes
