"""Painting a part of the grid: the ground, and the tiles on it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QPainter

from app.views.staff.schedule.background import BackgroundPainter
from app.views.staff.schedule.geometry import Box
from app.views.staff.schedule.look import Look
from app.views.staff.schedule.scene import Scene
from app.views.staff.schedule.tiles import TilePainter


class GridPainter:
    """Paints in one look, with the providers' colours by their numbers."""

    def __init__(self, look: Look, colors: Mapping[int, str]) -> None:
        self._ground = BackgroundPainter(look)
        self.tiles = TilePainter(look, colors)

    def draw(self, painter: QPainter, box: Box, scene: Scene) -> None:
        """Paint what lies in a box."""
        self._ground.draw(painter, box, scene.geometry, scene.blocks)
        hour = scene.geometry.hour
        for tile in scene.tiles_in(box):
            self.tiles.draw(painter, tile, hour)
