"""Notices that the user does something, without looking at every event of every widget."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QWindow

INPUT = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    )
)


class ActivityFilter(QObject):
    """Watches the system's windows of the program as they get the focus: input arrives there first."""

    def __init__(self, touch: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._touch = touch
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._follow)
        self._follow(QGuiApplication.focusWindow())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take nothing."""
        if event.type() in INPUT:
            self._touch()
        return False

    def _follow(self, window: QWindow | None) -> None:
        if window is not None:
            self._touch()
            window.removeEventFilter(self)
            window.installEventFilter(self)
