"""An appointment being moved or made longer: where it would land, on which minute, and not a pixel beyond the grid."""

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
"""Minutes from one place to the next while Alt is held; usually it is the office's own step."""


class DropHint(Protocol):
    """What a drop would mean, in words, one line for each clash after the first."""

    @property
    def words(self) -> str:
        """The lines."""
        ...

    @property
    def clash(self) -> bool:
        """Whether something stands in the way."""
        ...


class DropWords(Protocol):
    """Whoever knows what a drop would mean."""

    def describe_drop(self, apt_num: int, column: int, start_minute: int, minutes: int) -> DropHint:
        """Say it."""
        ...


class Drag(Struct, frozen=True):
    """An appointment on its way. `start` counts minutes after the column's midnight."""

    tile: Tile
    column: int
    start: int
    minutes: int
    grabbed: float = 0.0
    """Minutes between its start and the point where it was taken."""
    resizing: bool = False

    @property
    def apt_num(self) -> int:
        """Whose drag it is."""
        return self.tile.slot.visit.apt_num

    @property
    def moved(self) -> bool:
        """Whether it would land somewhere else."""
        return (self.column, self.start) != (self.tile.slot.column, _start(self.tile))

    @property
    def resized(self) -> bool:
        """Whether it would have another length."""
        return self.minutes != _length(self.tile)

    def to(self, column: int, minute: float, step: int, geometry: Geometry) -> Drag:
        """The drag with the pointer at another place."""
        if self.resizing:
            end = round(minute / step) * step
            return replace(self, minutes=min(max(end - self.start, step), MAX_MINUTES))
        wanted, own = minute - self.grabbed, _start(self.tile)
        start = own if abs(wanted - own) < step / 2 else round(wanted / step) * step
        return replace(self, column=column, start=self._inside(start, step, geometry))

    def shifted(self, columns: int, steps: int, step: int, geometry: Geometry) -> Drag:
        """The drag moved on by keys: so many columns, and one step of time later (1) or earlier (-1)."""
        start = next_step(self.start, step, steps) if steps else self.start
        column = geometry.beside(self.column, columns)
        return replace(self, column=column, start=self._inside(start, step, geometry))

    def _inside(self, start: int, step: int, geometry: Geometry) -> int:
        """A start on the grid; one that began the day before may stay there."""
        return min(max(start, min(geometry.opens, _start(self.tile))), geometry.closes - step)


def move_of(tile: Tile, minute: float) -> Drag:
    """A move that begins at a minute of the grid."""
    start = _start(tile)
    return Drag(tile, tile.slot.column, start, _length(tile), minute - start)


def resize_of(tile: Tile) -> Drag:
    """A change of length by the lower edge."""
    return Drag(tile, tile.slot.column, _start(tile), _length(tile), resizing=True)


def _start(tile: Tile) -> int:
    return tile.slot.start - tile.skipped


def _length(tile: Tile) -> int:
    return tile.slot.visit.minutes
