"""A drag that moves or resizes an appointment: where it would be dropped, always within the grid."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from app.domain.schedule.increment import next_step
from app.domain.schedule.pattern import MAX_MINUTES
from app.domain.schedule.visit import SLOT_MINUTES
from app.views.staff.schedule.grid.geometry import Geometry
from app.views.staff.schedule.grid.tile import Tile

FINE_STEP = SLOT_MINUTES
"""Minutes per step while Alt is held; otherwise it is the office's increment."""


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


class Drag(Struct, frozen=True):
    """A dragged appointment. `start` is in minutes after the column's midnight."""

    tile: Tile
    column: int
    start: int
    minutes: int
    grabbed: float = 0.0
    """Minutes between its start and the point where it was grabbed."""
    resizing: bool = False

    @property
    def apt_num(self) -> int:
        """The dragged appointment."""
        return self.tile.slot.visit.apt_num

    @property
    def moved(self) -> bool:
        """Whether it would be moved."""
        return (self.column, self.start) != (self.tile.slot.column, _start(self.tile))

    @property
    def resized(self) -> bool:
        """Whether it would have another length."""
        return self.minutes != _length(self.tile)

    def to(self, column: int, minute: float, step: int, geometry: Geometry) -> Drag:
        """The drag with the pointer at another position."""
        if self.resizing:
            end = round(minute / step) * step
            return replace(self, minutes=min(max(end - self.start, step), MAX_MINUTES))
        wanted, own = minute - self.grabbed, _start(self.tile)
        start = own if abs(wanted - own) < step / 2 else round(wanted / step) * step
        return replace(self, column=column, start=self._inside(start, step, geometry))

    def shifted(self, columns: int, steps: int, step: int, geometry: Geometry) -> Drag:
        """The drag moved by keys: by columns, and one increment later (1) or earlier (-1)."""
        start = next_step(self.start, step, steps) if steps else self.start
        column = geometry.beside(self.column, columns)
        return replace(self, column=column, start=self._inside(start, step, geometry))

    def _inside(self, start: int, step: int, geometry: Geometry) -> int:
        """A start on the grid; one that began the day before may stay there."""
        return min(max(start, min(geometry.opens, _start(self.tile))), geometry.closes - step)


def move_of(tile: Tile, minute: float) -> Drag:
    """A move that starts at a minute of the grid."""
    start = _start(tile)
    return Drag(tile, tile.slot.column, start, _length(tile), minute - start)


def resize_of(tile: Tile) -> Drag:
    """A resize by the lower edge."""
    return Drag(tile, tile.slot.column, _start(tile), _length(tile), resizing=True)


def _start(tile: Tile) -> int:
    return tile.slot.start - tile.skipped


def _length(tile: Tile) -> int:
    return tile.slot.visit.minutes
