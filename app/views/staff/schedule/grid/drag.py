"""A drag that moves or resizes an appointment: where it would be dropped, always within the grid."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QPoint

from app.domain.schedule.columns import own_key
from app.domain.schedule.increment import next_step
from app.domain.schedule.pattern import MAX_MINUTES
from app.domain.schedule.visit import SLOT_MINUTES, ScheduleGrid, Visit
from app.views.staff.schedule.grid.geometry import Geometry
from app.views.staff.schedule.grid.tile import Tile

FINE_STEP = SLOT_MINUTES
"""Minutes per step while Shift (for the mouse also Alt) is held; otherwise it is the office's increment."""


class DropHint(Protocol):
    """The effect of a drop as text, with one more line per clash."""

    @property
    def words(self) -> str:
        """The lines."""
        ...

    @property
    def clash(self) -> bool:
        """Whether there is a clash."""
        ...


class DropWords(Protocol):
    """Describes what a drop would do."""

    def describe_drop(self, apt_num: int, column: int, start_minute: int, minutes: int) -> DropHint:
        """Describe it."""
        ...


class DropTarget(Protocol):
    """A place besides the grid where an appointment can be dropped."""

    def follow(self, drag: Drag, where: QPoint) -> bool:
        """The pointer is at this point of the screen. Returns whether that is over it."""
        ...

    def take(self, drag: Drag) -> None:
        """It was dropped here."""
        ...

    def end(self) -> None:
        """The drag is over, here or elsewhere."""
        ...


class Home(Struct, frozen=True):
    """Where a dragged appointment is until it is dropped: its column on a day, and minutes after that midnight."""

    day: date
    column: int
    start: int


class Drag(Struct, frozen=True):
    """A dragged appointment. `start` is in minutes after the column's midnight."""

    visit: Visit
    """As it was when the drag began."""
    home: Home
    column: int
    start: int
    minutes: int
    grabbed: float = 0.0
    """Minutes between its start and the point where it was grabbed."""
    resizing: bool = False
    away: bool = False
    """Whether the grid shows other days than its own."""

    @property
    def apt_num(self) -> int:
        """The dragged appointment."""
        return self.visit.apt_num

    @property
    def moved(self) -> bool:
        """Whether it would be moved."""
        return self.away or (self.column, self.start) != (self.home.column, self.home.start)

    @property
    def resized(self) -> bool:
        """Whether it would have another length."""
        return self.minutes != self.visit.minutes

    def to(self, column: int, minute: float, step: int, geometry: Geometry) -> Drag:
        """The drag with the pointer at another position."""
        if self.resizing:
            end = round(minute / step) * step
            return replace(self, minutes=min(max(end - self.start, step), MAX_MINUTES))
        wanted, own = minute - self.grabbed, self.home.start
        start = own if abs(wanted - own) < step / 2 else round(wanted / step) * step
        return replace(self, column=column, start=self._inside(start, step, geometry))

    def shifted(self, columns: int, steps: int, step: int, geometry: Geometry) -> Drag:
        """The drag moved by keys: by columns, and one increment later (1) or earlier (-1)."""
        start = next_step(self.start, step, steps) if steps else self.start
        column = geometry.beside(self.column, columns)
        return replace(self, column=column, start=self._inside(start, step, geometry))

    def on(self, column: int, step: int, geometry: Geometry, *, away: bool) -> Drag:
        """The drag on a grid that shows other days: at the same time if its hours include it."""
        start = self.start if self.resizing else self._inside(self.start, step, geometry)
        return replace(self, column=column, start=start, away=away)

    def _inside(self, start: int, step: int, geometry: Geometry) -> int:
        """A start on the grid; one that began the day before may stay there."""
        earliest = geometry.opens if self.away else min(geometry.opens, self.home.start)
        return min(max(start, earliest), geometry.closes - step)


def move_of(tile: Tile, minute: float, day: date) -> Drag:
    """A move that starts at a minute of the grid. `day` is the date of the tile's column."""
    start = tile.slot.start - tile.skipped
    home = Home(day, tile.slot.column, start)
    return Drag(tile.slot.visit, home, home.column, start, tile.slot.visit.minutes, minute - start)


def placing_of(visit: Visit, grid: ScheduleGrid) -> Drag:
    """A move of an appointment that the grid need not show; it begins at its own time."""
    day, minute = visit.start.date(), visit.start.hour * 60 + visit.start.minute
    column = own_key(grid, visit)
    home, away = Home(day, column, minute), day not in grid.days
    return Drag(visit, home, column, minute, visit.minutes, away=away)


def resize_of(tile: Tile, day: date) -> Drag:
    """A resize by the lower edge. `day` is the date of the tile's column."""
    return replace(move_of(tile, 0, day), grabbed=0.0, resizing=True)
