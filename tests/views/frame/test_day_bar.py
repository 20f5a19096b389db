"""The bar of the screens that show one day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.views.staff.frame.day_bar import DayBar
from app.views.theme.theme import Theme, ThemeChoice
from app.views.widgets.calendar import Calendar
from app.views.widgets.date_popup import DatePopup, qdate

MONDAY = date(2026, 11, 23)


def now() -> datetime:
    """The office's time: a Monday, 10:20 AM."""
    return datetime(2026, 11, 23, 10, 20)


class Day:
    """A day that is shown, and chosen."""

    def __init__(self, clinics: Mapping[int, str]) -> None:
        self.day, self.clinic, self.clinics = MONDAY, 0, clinics

    @property
    def title(self) -> str:
        """The day."""
        return self.day.isoformat()

    def choose_day(self, day: date | None) -> None:
        """Show a day."""
        self.day = day or MONDAY

    def choose_clinic(self, clinic: int) -> None:
        """Show a clinic."""
        self.clinic = clinic


def test_a_day_and_a_clinic_are_chosen(qtbot: QtBot, qapp: QApplication) -> None:
    """The bar passes on the date and the clinic that are picked, shows them, and says that it is done."""
    day = Day({4: "North", 7: "South"})
    bar = DayBar(day, day, (), Theme(qapp, ThemeChoice.LIGHT), now)
    qtbot.addWidget(bar)
    bar.show()
    bar.pick_date()
    (popup,) = bar.findChildren(DatePopup)
    (calendar,) = popup.findChildren(Calendar)
    assert calendar.dateTextFormat(qdate(MONDAY)).fontWeight() == 600, "today is marked"
    with qtbot.waitSignal(bar.done):
        popup.picked.emit(QDate(2026, 11, 24))
    popup.close()
    qtbot.waitUntil(lambda: not isValid(popup))  # Qt crashes when the bar is gone before its popup
    bar.clinic.setCurrentIndex(bar.clinic.findData(7))
    with qtbot.waitSignal(bar.done):
        bar.clinic.activated.emit(bar.clinic.currentIndex())
    bar.show_day()
    assert (day.day, day.clinic) == (date(2026, 11, 24), 7)
    assert (bar.title.text(), bar.clinic.currentData()) == ("2026-11-24", 7)


def test_one_clinic_is_no_choice(qtbot: QtBot, qapp: QApplication) -> None:
    """Without two clinics there is nothing to choose from."""
    for clinics in ({}, {4: "North"}):
        day = Day(clinics)
        bar = DayBar(day, day, (), Theme(qapp, ThemeChoice.LIGHT), now)
        qtbot.addWidget(bar)
        assert bar.clinic.isHidden()
