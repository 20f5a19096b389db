"""Keeps appointments where they are on the screen when something appears above the schedule."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtWidgets import QApplication

from app.views.staff.schedule.grid.canvas import ScheduleCanvas


class PlaceKeeper(QObject):
    """Scrolls by as much as the schedule's upper edge has moved while its lower edge stayed.

    Otherwise the strip, which appears with the first click on an appointment, would move another one below the
    mouse before the second click of a double-click. A selected appointment that is covered then is scrolled into
    view once no second click can follow.
    """

    def __init__(self, canvas: ScheduleCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._edges: tuple[int, int] | None = None
        self._moved = 0
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._scroll)
        self._reveal = QTimer(self, singleShot=True, interval=QApplication.doubleClickInterval())
        self._reveal.timeout.connect(self._show_selected)
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice how far the upper edge has moved. The scroll bar's range follows only after this event."""
        if watched is not self._canvas:
            return False
        if event.type() is QEvent.Type.Show:
            QTimer.singleShot(0, self, self._note)  # its place is final after this event
        elif event.type() is QEvent.Type.Resize:
            before = self._edges
            self._note()
            if before is not None and self._edges is not None and before[1] == self._edges[1]:
                self._moved += self._edges[0] - before[0]
                self._timer.start()
        return False

    def _note(self) -> None:
        top = self._canvas.mapTo(self._canvas.window(), QPoint()).y()
        self._edges = (top, top + self._canvas.height())

    def _scroll(self) -> None:
        moved, self._moved = self._moved, 0
        bar = self._canvas.verticalScrollBar()
        bar.setValue(bar.value() + round(moved * self._canvas.devicePixelRatio()))
        self._reveal.start()

    def _show_selected(self) -> None:
        if (selected := self._canvas.overlay.selected) is not None:
            self._canvas.sight.show_visit(selected)
