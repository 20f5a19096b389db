"""The marks for open tasks on the tiles: a change of one repaints one tile."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtWidgets import QWidget

from app.core.text import Words
from app.domain.schedule.tile import card_words
from app.viewmodels.translation import tr
from app.views.staff.schedule.grid.overlay import Overlay
from app.views.staff.schedule.grid.pixmap_cache import PixmapCache
from app.views.staff.schedule.grid.scene import Scene
from app.views.staff.schedule.grid.sight import Sight
from app.views.staff.schedule.grid.tile import Tile


class TaskMarks:
    """Those of one surface."""

    def __init__(
        self, area: QWidget, scene: Scene, sight: Sight, overlay: Overlay, cache: PixmapCache
    ) -> None:
        self._area = area
        self._scene = scene
        self._sight = sight
        self._overlay = overlay
        self._cache = cache

    def show(self, tasks: Mapping[int, Words], changed: Iterable[int]) -> None:
        """Show open tasks, as text by AptNum. Those of the `changed` appointments differ from what was shown."""
        scene = self._scene
        scene.tasks = tasks
        touched = [each for each in changed if each in scene.tiles]
        if boxes := scene.tell_tasks(touched):
            self._cache.invalidate(boxes)
            self._sight.update_boxes(boxes)
        if self._overlay.focused in touched:
            self._area.setAccessibleDescription(spoken(scene, scene.tiles[self._overlay.focused]))


def spoken(scene: Scene, tile: Tile) -> str:
    """An appointment's card with its open tasks, for screen readers."""
    visit = tile.slot.visit
    return tr(card_words(visit, scene.now, scene.tasks.get(visit.apt_num, "")))
