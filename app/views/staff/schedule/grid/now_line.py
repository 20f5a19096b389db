"""The line of the current time: across free time only, so that it never crosses text."""

from __future__ import annotations

from datetime import datetime

from app.domain.schedule.hours import Span, subtract
from app.domain.schedule.visit import BlockKind
from app.views.staff.schedule.grid.background import label_box, label_of, place_of
from app.views.staff.schedule.grid.geometry import Box, Geometry
from app.views.staff.schedule.grid.scene import Scene
from app.views.staff.schedule.grid.tile import Tile


class NowLine:
    """Where the line is drawn. On an appointment it is drawn only over the provider's strip, beside the text."""

    def __init__(self) -> None:
        self._geometry: Geometry | None = None
        self._now: datetime | None = None
        self._tiles: dict[int, Tile] | None = None
        self._pieces: tuple[Box, ...] = ()

    def pieces(self, scene: Scene) -> tuple[Box, ...]:
        """The line's segments on the grid. Recomputed when time, layout or appointments change."""
        known = scene.geometry is self._geometry and scene.now == self._now and scene.tiles is self._tiles
        if not known:
            self._geometry, self._now, self._tiles = scene.geometry, scene.now, scene.tiles
            self._pieces = _find(scene)
        return self._pieces


def _find(scene: Scene) -> tuple[Box, ...]:
    line = scene.now_line()
    if line is None:
        return ()
    whole, top, thick = (line.left, line.right), line.top, scene.theme.u(1)
    taken = [
        span
        for column in scene.geometry.spans
        if line.left <= column.left < line.right
        for span in _words(scene, column.key, top)
    ]
    return tuple(Box(left, top, right - left, thick) for left, right in subtract([whole], taken))


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
        label = label_box(theme, place, label_of(block)) if place is not None else None
        if label is not None and label.top <= top < label.bottom:
            taken.append((label.left, label.right))
    return taken
