"""The cells of the month at a glance: where they are, and what painting them again costs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from app.domain.schedule.month import DayLoad, Load, month_weeks
from app.views.staff.schedule.month import pane
from app.views.staff.schedule.month.pane import MonthDays

MONTH = date(2026, 11, 1)


class Month:
    """What the cells ask of the month."""

    month, chosen, today = MONTH, date(2026, 11, 24), date(2026, 11, 23)
    weeks = month_weeks(MONTH, 7)
    providers: Mapping[int, tuple[str, str]] = {1: ("DrLee", "#3366cc")}
    loads: Mapping[date, DayLoad] = {
        day: DayLoad(day, Load(300, 480), 8, ((1, Load(520, 480)),)) for week in weeks for day in week
    }

    def closed_words(self, load: DayLoad) -> str:
        """What a day without open time is called."""
        return "closed"


@pytest.fixture
def days(qtbot: QtBot) -> MonthDays:
    """The cells, on the screen."""
    widget = MonthDays(Month())  # type: ignore[arg-type]
    qtbot.addWidget(widget)
    widget.resize(903, 601)
    widget.show()
    return widget


def test_every_point_below_the_names_has_its_day(days: MonthDays) -> None:
    """Cells leave no gap, and the day at a cell's corners is the cell's own."""
    for week in Month.weeks:
        for day in week:
            rect = days.rect_of(day)
            assert rect is not None
            assert {days.day_at(at.x(), at.y()) for at in (rect.topLeft(), rect.bottomRight())} == {day}
    assert days.day_at(1, 1) is None
    assert days.rect_of(date(2026, 12, 24)) is None


def test_painting_again_uses_what_was_measured(days: MonthDays, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each move of the mouse repaints: fonts are prepared and texts measured only once."""
    first = days.grab()

    def fail(*_: object) -> None:
        raise AssertionError("the theme was prepared again")

    monkeypatch.setattr(pane, "PaintTheme", fail)
    middle = days.rect_of(Month.today)
    assert middle is not None
    at: QPoint = middle.center()
    days._hover(days.day_at(at.x(), at.y()))
    assert days.grab().toImage() != first.toImage()
