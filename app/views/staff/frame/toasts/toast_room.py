"""A part of a screen that toasts may push aside."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.present import present


class ToastRoom(QVBoxLayout):
    """Holds one widget that scrolls and is at the lower edge of its screen. `is_wanted`: whether it gives way now."""

    def __init__(self, widget: QWidget, is_wanted: Callable[[], bool]) -> None:
        super().__init__()
        self._widget = widget
        self._is_wanted = is_wanted
        self.addWidget(widget)

    def area(self, frame: QWidget) -> QRect | None:
        """Where it is, with what it has given away, in the frame's pixels. None: it can't give way."""
        widget = self._widget
        if widget.isHidden() or not self._is_wanted():
            return None
        place = present(widget.parentWidget())  # its own geometry is empty until it is laid out again
        size = QSize(widget.width(), place.height() - widget.y())
        return QRect(place.mapTo(frame, widget.pos()), size)

    def make_room(self, pixels: int) -> None:
        """Keep its lowest pixels free for toasts."""
        self.setContentsMargins(0, 0, 0, pixels)


def contents_of(widget: QWidget, screen: QWidget) -> QRect:
    """Where a widget is inside a screen, as far down as it has contents."""
    area = QRect(widget.mapTo(screen, QPoint()), widget.size())
    area.setHeight(min(area.height(), widget.sizeHint().height()))
    return area
