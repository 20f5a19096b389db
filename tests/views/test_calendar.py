"""The month to pick a date from."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView
from pytestqt.qtbot import QtBot

from app.views.theme.palette import make_palette
from app.views.theme.style import make_stylesheet
from app.views.theme.tokens import DARK, LIGHT, TEXT_PIXELS, Tokens
from app.views.widgets.calendar import Calendar


def test_weekends_are_days_like_others(qtbot: QtBot) -> None:
    """No day has one of Qt's own colors, in either theme; today stands out."""
    today = QDate(2026, 11, 23)
    calendar = Calendar(today)
    qtbot.addWidget(calendar)
    for tokens in (LIGHT, DARK):
        calendar.setPalette(make_palette(tokens))
        inks = {calendar.weekdayTextFormat(day).foreground().color().name() for day in Qt.DayOfWeek}
        assert inks == {tokens.ink}
        assert calendar.dateTextFormat(today).foreground().color() == QColor(tokens.accent_text)
        assert not calendar.dateTextFormat(today.addDays(-1)).hasProperty(0)


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_the_names_of_the_days_and_the_selected_day_are_readable(qtbot: QtBot, tokens: Tokens) -> None:
    """With the program's style no name is elided, and the selected day is on the accent color."""
    calendar = Calendar(QDate(2026, 11, 23))
    qtbot.addWidget(calendar)
    calendar.setPalette(make_palette(tokens))
    calendar.setStyleSheet(make_stylesheet(tokens, TEXT_PIXELS))
    calendar.setSelectedDate(QDate(2026, 11, 11))
    with qtbot.waitExposed(calendar):
        calendar.show()
    days = calendar.findChild(QTableView)
    style = days.style()
    option: Any = QStyleOptionViewItem()  # its fields are missing in the stubs
    margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, days) + 1
    for column in range(7):
        index = days.model().index(0, column)
        option.rect, option.text = days.visualRect(index), index.data()
        option.features = QStyleOptionViewItem.ViewItemFeature.HasDisplay
        room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, days).width()
        assert days.fontMetrics().horizontalAdvance(index.data()) <= room - 2 * margin
    cell = days.visualRect(days.currentIndex())
    assert days.grab(cell).toImage().pixelColor(2, 2) == QColor(tokens.accent)
