"""A cached pixmap of the visible part of the grid, so that a repaint is a copy."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap

from app.views.staff.schedule.grid.geometry import Box

MANY_BOXES = 24
"""With this many dirty boxes, painting everything is cheaper than painting each."""

Paint = Callable[[QPainter, Box], None]


class PixmapCache:
    """A pixmap the size of the grid's visible part. Boxes are in the grid's device pixels."""

    def __init__(self, paint: Paint) -> None:
        self._paint = paint
        self.pixmap = QPixmap(1, 1)
        self.width = 1
        self.height = 1
        self._left = 0
        self._top = 0
        self._dirty: list[Box] = []
        self._blank = True
        self._new = True

    def is_new(self) -> bool:
        """Whether nothing of it is painted yet and this is the first request."""
        new, self._new = self._blank and self._new, False
        return new

    def resize(self, width: int, height: int) -> None:
        """Resize; everything is repainted."""
        if (width, height) != (self.width, self.height):
            self.width, self.height = max(width, 1), max(height, 1)
            self.pixmap = QPixmap(self.width, self.height)
            self.pixmap.fill()
            self._blank = self._new = True

    def invalidate(self, boxes: Iterable[Box] | None = None) -> None:
        """Mark boxes, or everything, to be repainted at the next refresh."""
        if boxes is None:
            self._blank = self._new = True
        else:
            self._dirty.extend(boxes)

    def scroll_to(self, left: int, top: int) -> None:
        """Show the part of the grid that starts there; the part shown before is moved, not repainted."""
        across, down = self._left - left, self._top - top
        if (across, down) == (0, 0):
            return
        self._left, self._top = left, top
        width, height = self.width, self.height
        if self._blank or abs(across) >= width or abs(down) >= height:
            self._blank = self._new = True
            return
        self.pixmap.scroll(across, down, QRect(0, 0, width, height))
        if across:
            edge = left if across > 0 else left + width + across
            self._dirty.append(Box(edge, top, abs(across), height))
        if down:
            edge = top if down > 0 else top + height + down
            self._dirty.append(Box(left, edge, width, abs(down)))

    def refresh(self) -> None:
        """Paint what is dirty and visible."""
        if not self._blank and not self._dirty:
            return
        whole = Box(self._left, self._top, self.width, self.height)
        boxes = [box for box in self._dirty if box.touches(whole)]
        if self._blank or len(boxes) > MANY_BOXES:
            boxes = [whole]
        self._blank = False
        self._dirty = []
        if not boxes:
            return
        painter = QPainter(self.pixmap)
        painter.translate(-self._left, -self._top)
        for box in boxes:
            painter.setClipRect(*box)
            self._paint(painter, box)
        painter.end()
