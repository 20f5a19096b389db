"""Paints a part of the grid: the background, then the tiles."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QPainter

from app.views.staff.schedule.grid.background import BackgroundPainter
from app.views.staff.schedule.grid.geometry import Box
from app.views.staff.schedule.grid.paint_theme import PaintTheme
from app.views.staff.schedule.grid.scene import Scene
from app.views.staff.schedule.grid.tiles import TilePainter


class GridPainter:
    """Paints in one theme, with the providers' colors by ProvNum."""

    def __init__(self, theme: PaintTheme, colors: Mapping[int, str]) -> None:
        self._background = BackgroundPainter(theme)
        self.tiles = TilePainter(theme, colors)

    def draw(self, painter: QPainter, box: Box, scene: Scene) -> None:
        """Paint the contents of a box."""
        self._background.draw(painter, box, scene.geometry, scene.blocks)
        hour = scene.geometry.hour
        for tile in scene.tiles_in(box):
            self.tiles.draw(painter, tile, hour)
