"""Scrolls the schedule while an appointment is dragged near its edge."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, QTimer

from app.views.staff.schedule.grid.surface import ScheduleSurface

EDGE = 28
"""Distance from the viewport's edge in pixels within which a drag scrolls."""
SCROLL_MILLISECONDS = 30
SCROLL_STEP = 14


class EdgeScroll(QObject):
    """`follow` is called after each step: the grid under the pointer is another."""

    def __init__(self, surface: ScheduleSurface, follow: Callable[[], None]) -> None:
        super().__init__(surface)
        self._surface = surface
        self._follow = follow
        self._pointer = QPointF()
        self._timer = QTimer(self)
        self._timer.setInterval(SCROLL_MILLISECONDS)
        self._timer.timeout.connect(self._scroll)

    def move(self, position: QPointF) -> None:
        """The pointer is at this point of the viewport."""
        self._pointer = position
        if self._pull() == (0, 0):
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """The drag is over, or the pointer left the grid."""
        self._timer.stop()

    def _pull(self) -> tuple[int, int]:
        """The scroll direction for a pointer near an edge."""
        view = self._surface.viewport()
        return _toward(self._pointer.x(), view.width()), _toward(self._pointer.y(), view.height())

    def _scroll(self) -> None:
        across, down = self._pull()
        step = self._surface.scene.theme.u(SCROLL_STEP)
        bars = ((self._surface.horizontalScrollBar(), across), (self._surface.verticalScrollBar(), down))
        for bar, way in bars:
            bar.setValue(bar.value() + way * step)
        self._follow()


def _toward(position: float, room: int) -> int:
    if position < EDGE:
        return -1
    return 1 if position > room - EDGE else 0
