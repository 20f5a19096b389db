"""A month to pick a date from, in the theme's colors."""

from __future__ import annotations

from PySide6.QtCore import QDate, QEvent, Qt
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget

from app.viewmodels.clock_face import locale
from app.views.theme.tokens import tokens_of

WEEK = tuple(Qt.DayOfWeek)


class Calendar(QCalendarWidget):
    """Qt's calendar without its own colors: weekends look like other days, today is bold in the accent color."""

    def __init__(self, today: QDate) -> None:
        """`today`: the office's."""
        super().__init__()
        self._today = today
        self.setLocale(locale())
        self.setFirstDayOfWeek(locale().firstDayOfWeek())
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._dress()

    def _dress(self) -> None:
        tokens = tokens_of(self.palette())
        head, plain, today = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        head.setForeground(QColor(tokens.ink_2))
        head.setBackground(QColor(tokens.raised))
        plain.setForeground(QColor(tokens.ink))
        today.setForeground(QColor(tokens.accent_text))
        today.setFontWeight(600)
        self.setHeaderTextFormat(head)
        for day in WEEK:
            self.setWeekdayTextFormat(day, plain)
        self.setDateTextFormat(self._today, today)
