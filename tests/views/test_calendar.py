"""The month to pick a date from."""

from __future__ import annotations

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from app.views.theme.palette import make_palette
from app.views.theme.tokens import DARK, LIGHT
from app.views.widgets.calendar import Calendar


def test_weekends_are_days_like_others(qtbot: QtBot) -> None:
    """No day has one of Qt's own colors, in either theme; today stands out."""
    calendar = Calendar()
    qtbot.addWidget(calendar)
    today = QDate(2026, 11, 23)
    calendar.set_today(QDate(2026, 11, 22))
    for tokens in (LIGHT, DARK):
        calendar.setPalette(make_palette(tokens))
        calendar.set_today(today)
        inks = {calendar.weekdayTextFormat(day).foreground().color().name() for day in Qt.DayOfWeek}
        assert inks == {tokens.ink}
        assert calendar.dateTextFormat(today).foreground().color() == QColor(tokens.accent_text)
        assert not calendar.dateTextFormat(today.addDays(-1)).hasProperty(0)
