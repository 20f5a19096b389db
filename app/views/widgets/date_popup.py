"""A calendar below a button, to pick a day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.domain.schedule.days import FIRST_DAY, LAST_DAY
from app.views.widgets.calendar import Calendar


class DatePopup(QFrame):
    """A calendar that closes when a date is picked or Esc is pressed."""

    picked = Signal(QDate)

    def __init__(self, day: QDate, today: QDate, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("popover")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        calendar = Calendar(today)
        calendar.setDateRange(qdate(FIRST_DAY), qdate(LAST_DAY))
        calendar.setSelectedDate(day)
        calendar.activated.connect(self._take)
        calendar.clicked.connect(self._take)
        column.addWidget(calendar)
        calendar.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _take(self, day: QDate) -> None:
        self.picked.emit(day)
        self.close()


def qdate(day: date) -> QDate:
    """A day as Qt's date."""
    return QDate(day.year, day.month, day.day)
