"""The current time between two grids: continues from the last grid's time while the schedule is visible."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

TICK_MILLISECONDS = 10_000


class NowClock(QObject):
    """`ticked` is emitted with the office's time of day every ten seconds."""

    ticked = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._told = datetime(1, 1, 1)
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MILLISECONDS)
        self._timer.timeout.connect(self._tick)

    def tell(self, now: datetime) -> None:
        """Set the office's time of day from a grid."""
        self._told = now
        self._since.start()

    def run(self, in_sight: bool) -> None:
        """Tick only while visible; the time is correct again as soon as it is shown."""
        if not in_sight:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()
            self._tick()

    def _tick(self) -> None:
        if self._since.isValid():
            self.ticked.emit(self._told + timedelta(milliseconds=self._since.elapsed()))
