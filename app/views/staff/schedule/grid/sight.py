"""The visible part of the grid: converts points and boxes between grid and widget, and scrolls to targets."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect
from PySide6.QtWidgets import QAbstractScrollArea

from app.views.staff.schedule.grid.geometry import Box
from app.views.staff.schedule.grid.pixmap_cache import MANY_BOXES
from app.views.staff.schedule.grid.scene import Scene


class Sight:
    """Boxes and points of the grid are in device pixels, those of the widget and its viewport in Qt's."""

    def __init__(self, area: QAbstractScrollArea, scene: Scene) -> None:
        self._area = area
        self._scene = scene
        self.width = 1
        self.height = 1
        """The viewport's size in device pixels."""

    def visible(self) -> Box:
        """The visible part of the grid. The bars are asked for: one that is kept is gone before a closing area."""
        across, down = self._area.horizontalScrollBar(), self._area.verticalScrollBar()
        return Box(across.value(), down.value(), self.width, self.height)

    def grid_point(self, position: QPointF) -> tuple[int, int]:
        """A point of the viewport, on the grid."""
        ratio, seen = self._scene.theme.ratio, self.visible()
        return int(position.x() * ratio) + seen.left, int(position.y() * ratio) + seen.top

    def to_widget(self, box: Box) -> QRect:
        """A box of the grid in the widget's pixels."""
        ratio, seen = self._scene.theme.ratio, self.visible()
        corner = self._area.viewport().pos()
        left, top = (box.left - seen.left) / ratio, (box.top - seen.top) / ratio
        rect = QRect(round(left), round(top), round(box.width / ratio), round(box.height / ratio))
        return rect.translated(corner)

    def rect_of(self, apt_num: int) -> QRect | None:
        """The rectangle of an appointment's tile in the widget; None if it is not on the grid."""
        tile = self._scene.tiles.get(apt_num)
        return None if tile is None else self.to_widget(tile.box)

    def bring(self, box: Box) -> None:
        """Scroll as little as possible to make a box visible, its upper left corner first."""
        seen = self.visible()
        for bar, start, end, first, room in (
            (self._area.horizontalScrollBar(), box.left, box.right, seen.left, seen.width),
            (self._area.verticalScrollBar(), box.top, box.bottom, seen.top, seen.height),
        ):
            if end > first + room:
                bar.setValue(min(start, end - room))
            if start < bar.value():
                bar.setValue(start)

    def show_visit(self, apt_num: int) -> None:
        """Scroll an appointment into view."""
        if (tile := self._scene.tiles.get(apt_num)) is not None:
            self.bring(tile.box)

    def show_column(self, key: int) -> None:
        """Scroll a column into view, horizontally."""
        seen = self.visible()
        for span in [each for each in self._scene.geometry.spans if each.key == key]:
            self.bring(Box(span.left, seen.top, span.width, 0))

    def scroll_to(self, minute: int) -> None:
        """Scroll a minute after midnight to the upper edge."""
        self._area.verticalScrollBar().setValue(self._scene.geometry.y(minute))

    def update_boxes(self, boxes: Sequence[Box]) -> None:
        """Repaint what is over boxes of the grid."""
        view = self._area.viewport()
        if len(boxes) > MANY_BOXES:
            view.update()
            return
        theme, seen = self._scene.theme, self.visible()
        ratio, margin = theme.ratio, theme.u(2)
        for left, top, width, height in boxes:
            x, y = int((left - seen.left - margin) / ratio) - 1, int((top - seen.top - margin) / ratio) - 1
            across, down = int((width + 2 * margin) / ratio) + 3, int((height + 2 * margin) / ratio) + 3
            view.update(x, y, across, down)

    def update_tiles(self, *apt_nums: int | None) -> None:
        """Repaint what is over appointments' tiles."""
        self.update_boxes([tile.box for apt_num in apt_nums for tile in self._scene.parts(apt_num)])
