"""Goes to today with the first click or key of a new day."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from app.core.present import present
from app.viewmodels.staff.schedule.new_day import NewDay
from app.views.staff.schedule.grid.canvas import ScheduleCanvas

CLICKS = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick}
STARTS = CLICKS | {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.Wheel}
MODIFIERS = {Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta}


class NewDayFilter(QObject):
    """Watches all events, but only while an old day is on the screen.

    A click on the schedule was meant for the old day, so it only goes to today; anything else has its effect
    on today.
    """

    def __init__(self, new_day: NewDay, canvas: ScheduleCanvas) -> None:
        super().__init__(canvas)
        self._new_day = new_day
        self._canvas = canvas
        self._installed = False
        self._double_click = QTimer(self)
        self._double_click.setSingleShot(True)
        self._double_click.setInterval(QApplication.doubleClickInterval())
        self._double_click.timeout.connect(self._rest)
        new_day.changed.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Detect the first click or key, and the second half of a double click."""
        kind = event.type()
        if kind not in STARTS or not isinstance(watched, QWidget) or not self._concerns(watched, event):
            return False
        on_canvas = kind in CLICKS and self._canvas.isAncestorOf(watched)
        if not self._new_day.left:
            return on_canvas and kind is QEvent.Type.MouseButtonDblClick
        return not self._is_entering() and self._new_day.wake() and on_canvas

    def _concerns(self, watched: QWidget, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() in MODIFIERS:
            return False
        return self._canvas.isVisible() and watched.window() is self._canvas.window()

    def _is_entering(self) -> bool:
        """Whether a drag or a text is unfinished; the viewmodel knows other unfinished input."""
        field = QApplication.focusWidget()
        text = field.text() if isinstance(field, QLineEdit) else ""
        if isinstance(field, QPlainTextEdit):
            text = field.toPlainText()
        return bool(text) or self._canvas.dragging.drag is not None

    def _follow(self) -> None:
        if self._new_day.left:
            if not self._installed:
                self._installed = True
                present(QCoreApplication.instance()).installEventFilter(self)
        else:
            self._double_click.start()

    def _rest(self) -> None:
        if not self._new_day.left:
            self._installed = False
            present(QCoreApplication.instance()).removeEventFilter(self)
