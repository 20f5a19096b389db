"""The keyboard on the schedule: walking from appointment to appointment, and moving one without a mouse."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.views.staff.schedule.grid.scene import Scene
from app.views.staff.schedule.grid.tile import Tile

ARROWS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
"""How many columns to the right and tiles or steps down a key goes."""

TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
"""Keys that take the appointment in focus; with none in focus they begin the walk, as an arrow does."""


def first_tile(scene: Scene) -> Tile | None:
    """Where the focus begins: the appointment that is on now or next, else the first of all."""
    tiles = list(scene.tiles.values())
    coming = [tile for tile in tiles if tile.slot.visit.end > scene.now]
    return min(coming or tiles, key=lambda tile: (tile.slot.start, tile.box.left), default=None)


def next_tile(scene: Scene, tile: Tile, across: int, down: int) -> Tile | None:
    """The tile that an arrow key leads to: along the column, or the nearest in time in the next column with any."""
    if down:
        column = scene.column_tiles(tile.slot.column)
        index = _index(column, tile) + down
        return column[index] if 0 <= index < len(column) else None
    keys = [span.key for span in scene.geometry.spans]
    beside = _beside(scene.column_tiles(tile.slot.column), tile, across)
    if beside is not None:
        return beside
    index = keys.index(tile.slot.column) + across
    while 0 <= index < len(keys):
        own = tile.slot.visit.apt_num  # its rest past midnight may stand there
        tiles = [other for other in scene.column_tiles(keys[index]) if other.slot.visit.apt_num != own]
        if tiles:
            return min(tiles, key=lambda other: (abs(other.slot.start - tile.slot.start), other.slot.lane))
        index += across
    return None


def _index(column: tuple[Tile, ...], tile: Tile) -> int:
    return next(
        index for index, each in enumerate(column) if each.slot.visit.apt_num == tile.slot.visit.apt_num
    )


def _beside(column: tuple[Tile, ...], tile: Tile, across: int) -> Tile | None:
    """The overlapping tile in the lane beside, if there is one."""
    lane = tile.slot.lane + across
    for other in column:
        overlaps = other.slot.start < tile.slot.end and tile.slot.start < other.slot.end
        if other.slot.lane == lane and overlaps:
            return other
    return None
