"""The targets of the arrow keys on the schedule: appointments, and the free time between them."""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtCore import Qt

from app.domain.schedule.increment import next_step, step_from
from app.views.staff.schedule.grid.cursor import TimeSpot
from app.views.staff.schedule.grid.scene import Scene, minute_of
from app.views.staff.schedule.grid.tile import Tile

ARROWS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
"""Columns to the right and increments down, for each key."""

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


Place: TypeAlias = Tile | TimeSpot
"""What can have the keyboard focus."""


def first_place(scene: Scene) -> Place | None:
    """The initial focus: the current or next appointment, else the first, else a time of an empty day."""
    tiles = list(scene.tiles.values())
    coming = [tile for tile in tiles if tile.slot.visit.end > scene.now]
    first = min(coming or tiles, key=lambda tile: (tile.slot.start, tile.box.left), default=None)
    if first is not None or not scene.geometry.spans:
        return first
    step, geometry = scene.grid.increment, scene.geometry
    now = min(max(minute_of(scene.now), geometry.opens), geometry.closes - step)
    return TimeSpot(geometry.spans[0].key, now // step * step)


def next_place(scene: Scene, place: Place, across: int, down: int, anchor: int) -> Place | None:
    """The target of an arrow key; None: no further. `anchor` is the minute that moving sideways keeps."""
    if across:
        return _sideways(scene, place, across, anchor)
    return _from_tile(scene, place, down) if isinstance(place, Tile) else _from_time(scene, place, down)


def next_tile(scene: Scene, place: Place, across: int, down: int, anchor: int) -> Tile | None:
    """The next appointment in a direction, skipping free time."""
    if down:
        column = place.slot.column if isinstance(place, Tile) else place.column
        at = place.slot.start if isinstance(place, Tile) else place.minute
        tiles = [tile for tile in scene.column_tiles(column) if tile is not place]
        beyond = [tile for tile in tiles if (tile.slot.start - at) * down > 0 or _below(tile, place, down)]
        return (beyond[0] if down > 0 else beyond[-1]) if beyond else None
    own = place.slot.visit.apt_num if isinstance(place, Tile) else 0
    column = place.slot.column if isinstance(place, Tile) else place.column
    while (beside := _column_beside(scene, column, across)) is not None:
        tiles = [tile for tile in scene.column_tiles(beside) if tile.slot.visit.apt_num != own]
        if tiles:
            return min(tiles, key=lambda tile: (abs(tile.slot.start - anchor), tile.slot.lane))
        column = beside
    return None


def minute_at(place: Place) -> int:
    """The start of a place."""
    return place.slot.start if isinstance(place, Tile) else place.minute


def _below(tile: Tile, place: Place, down: int) -> bool:
    """Whether a tile with the same start comes after (1) or before (-1) another one in reading order."""
    if not isinstance(place, Tile) or tile.slot.start != place.slot.start:
        return False
    return (tile.slot.lane - place.slot.lane) * down > 0


def _from_tile(scene: Scene, tile: Tile, down: int) -> Place | None:
    """Up or down from an appointment: the next one in reading order, or free time before it."""
    tiles = scene.column_tiles(tile.slot.column)
    own = tile.slot.visit.apt_num
    index = next(index for index, each in enumerate(tiles) if each.slot.visit.apt_num == own)
    beyond = tiles[index + 1 :] if down > 0 else tiles[:index]
    following = (beyond[0] if down > 0 else beyond[-1]) if beyond else None
    step, geometry = scene.grid.increment, scene.geometry
    if down > 0:
        busy_until = max(each.slot.end for each in tiles[: index + 1])
        free = step_from(busy_until, step)
        room = (following.slot.start if following is not None else geometry.closes) - free
    else:
        free = next_step(tile.slot.start, step, -1)
        room = free - max((each.slot.end for each in beyond), default=geometry.opens) + step
    return TimeSpot(tile.slot.column, free) if room >= step else following


def _from_time(scene: Scene, spot: TimeSpot, down: int) -> Place | None:
    """Up or down from a free time: by one increment, or to the appointment that starts or ends there."""
    step, geometry = scene.grid.increment, scene.geometry
    minute = spot.minute + down * step
    taken = _taking(scene, spot.column, minute, step)
    if taken is not None:
        return taken
    return TimeSpot(spot.column, minute) if geometry.opens <= minute <= geometry.closes - step else None


def _sideways(scene: Scene, place: Place, across: int, anchor: int) -> Place | None:
    """The overlapping appointment beside it, else what is at the same time in the next column."""
    column = place.slot.column if isinstance(place, Tile) else place.column
    if isinstance(place, Tile) and (beside := _lane_beside(scene, place, across)) is not None:
        return beside
    if (key := _column_beside(scene, column, across)) is None:
        return None
    step = scene.grid.increment
    minute = anchor // step * step
    taken = _taking(scene, key, anchor, step)
    if taken is not None and isinstance(place, Tile) and taken.slot.visit is place.slot.visit:
        taken = None  # its own part after midnight
    return taken if taken is not None else TimeSpot(key, max(minute, scene.geometry.opens))


def _taking(scene: Scene, column: int, minute: int, step: int) -> Tile | None:
    """The appointment that occupies a time, or starts within the increment there."""
    tiles = scene.column_tiles(column)
    at = [tile for tile in tiles if tile.slot.start < minute + step and minute < tile.slot.end]
    return min(at, key=lambda tile: (abs(tile.slot.start - minute), tile.slot.lane), default=None)


def _column_beside(scene: Scene, column: int, across: int) -> int | None:
    keys = [span.key for span in scene.geometry.spans]
    index = keys.index(column) + across
    return keys[index] if 0 <= index < len(keys) else None


def _lane_beside(scene: Scene, tile: Tile, across: int) -> Tile | None:
    """The overlapping appointment in the adjacent lane, if there is one."""
    lane = tile.slot.lane + across
    for other in scene.column_tiles(tile.slot.column):
        overlaps = other.slot.start < tile.slot.end and tile.slot.start < other.slot.end
        if other.slot.lane == lane and overlaps:
            return other
    return None
