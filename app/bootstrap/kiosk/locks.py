"""Everything that keeps a patient on the check-in pages. In training nothing is locked but the staff gesture works."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from app.views.kiosk.device.corner import CornerPress
from app.views.kiosk.device.covers import Covers
from app.views.kiosk.device.cursor import TouchCursor
from app.views.kiosk.device.lock_filter import LockFilter
from app.views.kiosk.device.topmost import keep_on_top
from app.views.kiosk.device.window import KioskWindow


class Locks:
    """Begins and ends all of them."""

    def __init__(self, app: QApplication, window: KioskWindow, staff: Callable[[], None]) -> None:
        """`staff` is called by the gesture and by the keys that only staff know."""
        self._window = window
        self.filter = LockFilter(app, staff)
        self.covers = Covers(app, window)
        self.cursor = TouchCursor(app)
        self.corner = CornerPress(app, window, staff)

    def begin(self) -> None:
        """Lock."""
        if self._window.locked:
            keep_on_top(self._window)
            self.covers.begin()
            self.cursor.begin()
        self.filter.lock()

    def end(self) -> None:
        """Unlock."""
        self.corner.end()
        self.filter.unlock()
        self.cursor.end()
        self.covers.end()
