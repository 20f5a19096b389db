"""Paints a part of the grid: the background, then the tiles, then the line of the current time."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QPainter

from app.views.staff.schedule.grid.background import BackgroundPainter
from app.views.staff.schedule.grid.geometry import Box
from app.views.staff.schedule.grid.now_line import NowLine
from app.views.staff.schedule.grid.paint_theme import PaintTheme
from app.views.staff.schedule.grid.scene import Scene
from app.views.staff.schedule.grid.tiles import TilePainter


class GridPainter:
    """Paints in one theme, with the providers' colors by ProvNum."""

    def __init__(self, theme: PaintTheme, colors: Mapping[int, str]) -> None:
        self._theme = theme
        self._background = BackgroundPainter(theme)
        self.tiles = TilePainter(theme, colors)
        self.now_line = NowLine()

    def draw(self, painter: QPainter, box: Box, scene: Scene) -> None:
        """Paint the contents of a box."""
        tiles, hour, line = list(scene.tiles_in(box)), scene.geometry.hour, scene.now_line()
        if all(tile.box != box for tile in tiles):  # a tile covers its whole box
            self._background.draw(painter, box, scene.geometry, scene.blocks)
        for tile in tiles:
            self.tiles.draw(painter, tile, hour)
        if line is not None and line.touches(box):
            for piece in self.now_line.pieces(scene):
                painter.fillRect(*piece, self._theme.now)
