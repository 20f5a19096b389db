"""The line of the current time: across free time only, so that it never crosses text."""

from __future__ import annotations

from app.domain.schedule.hours import Span, subtract
from app.domain.schedule.visit import BlockKind
from app.views.staff.schedule.grid.background import label_box, place_of
from app.views.staff.schedule.grid.geometry import Box
from app.views.staff.schedule.grid.scene import Scene
from app.views.staff.schedule.grid.tile import Tile


class NowLine:
    """Where the line is drawn. On an appointment it is drawn only over the provider's strip, beside the text."""

    def __init__(self) -> None:
        self._line: Box | None = None
        self._tiles: dict[int, Tile] | None = None
        self._pieces: tuple[Box, ...] = ()

    def pieces(self, scene: Scene) -> tuple[Box, ...]:
        """The line's segments on the grid. Recomputed when time, layout or appointments change."""
        line, tiles = scene.now_line(), scene.tiles
        if line is not self._line or tiles is not self._tiles:
            self._line, self._tiles = line, tiles
            self._pieces = () if line is None else _find(scene, line)
        return self._pieces


def _find(scene: Scene, line: Box) -> tuple[Box, ...]:
    whole, top = (line.left, line.right), line.top
    taken = [
        span
        for column in scene.geometry.spans
        if line.left <= column.left < line.right
        for span in _words(scene, column.key, top)
    ]
    return tuple(Box(left, top, right - left, line.height) for left, right in subtract([whole], taken))


def _words(scene: Scene, column: int, top: int) -> list[Span]:
    """The parts of a column's width at a height that contain text of appointments and blockouts."""
    theme, geometry = scene.theme, scene.geometry
    taken = [
        (tile.box.left + theme.edge, tile.box.right)
        for tile in scene.column_tiles(column)
        if tile.box.top <= top < tile.box.bottom
    ]
    minute = geometry.minute(top)
    for block in scene.blocks.get(column, ()):
        if block.kind is BlockKind.CLOSED or not block.start - 1 <= minute <= block.end:
            continue
        place = place_of(geometry, block)
        label = label_box(theme, place, block) if place is not None else None
        if label is not None and label.top <= top < label.bottom:
            taken.append((label.left, label.right))
    return taken
