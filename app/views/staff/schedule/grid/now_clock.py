"""The time of day between two grids: goes on from what the last grid told, for as long as the schedule is in sight."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

TICK_MILLISECONDS = 10_000


class NowClock(QObject):
    """`ticked` carries the office's time of day, every ten seconds."""

    ticked = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._told = datetime(1, 1, 1)
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MILLISECONDS)
        self._timer.timeout.connect(self._tick)

    def tell(self, now: datetime) -> None:
        """Take the office's time of day from a grid."""
        self._told = now
        self._since.start()

    def run(self, *, in_sight: bool) -> None:
        """Tick, or rest while nobody can see it. It is never wrong afterwards."""
        if not in_sight:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()
            self._tick()

    def _tick(self) -> None:
        if self._since.isValid():
            self.ticked.emit(self._told + timedelta(milliseconds=self._since.elapsed()))
