"""The patient page as a receptionist uses it: sections, buttons, fields."""

from __future__ import annotations

from typing import TypeVar, cast

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

from app.viewmodels.staff.patient.overview import SECTIONS, OverviewModel
from app.viewmodels.staff.patient.screen import PatientScreenViewModel
from app.viewmodels.staff.patient.sections.tasks import TasksSection
from app.viewmodels.staff.selected_patient import Origin
from app.views.staff.patient.overview import OverviewView
from app.views.staff.patient.screen import PatientScreen
from app.views.staff.patient.sections.section import SectionBody
from tests.journeys.desk import LEFT, PLAIN, Desk

B = TypeVar("B", bound=SectionBody)


class Page:
    """The Overview of one patient; `clicks` counts the mouse's."""

    def __init__(self, desk: Desk, model: OverviewModel) -> None:
        self.desk = desk
        self.model = model
        self.clicks = 0

    def body(self, section_id: str, kind: type[B]) -> B:
        """The contents of a section."""
        found = self.desk.window.findChildren(kind)
        assert len(found) == 1, section_id
        return found[0]

    def click(self, what: QWidget) -> None:
        """Click on something, scrolled into view."""
        scroll = self.desk.window.findChildren(OverviewView)[0]
        if scroll.isAncestorOf(what):
            cast(QScrollArea, scroll).ensureWidgetVisible(what)
        assert what.isVisible()
        QTest.mouseClick(what, LEFT, PLAIN, what.rect().center())
        self.clicks += 1

    def button(self, words: str, inside: QWidget | None = None) -> QAbstractButton:
        """The visible button with this text or name."""
        found = [
            each
            for each in (inside or self.desk.window).findChildren(QAbstractButton)
            if each.isVisible() and words in (each.text(), each.accessibleName())
        ]
        assert found, f"no button {words}"
        return found[0]


def is_read(overview: OverviewModel) -> bool:
    """Whether all sections have been read; except for the tasks, which are read for all patients at once, later."""
    sections = overview.sections.values()
    return all(each.value is not None or isinstance(each, TasksSection) for each in sections)


async def open_page(desk: Desk, pat_num: int) -> Page:
    """Select a patient and wait until all of the page has been read."""
    desk.frame.desk.patient.select(pat_num, Origin.SEARCH)
    await desk.frame.desk.screens.show("patient")
    screen = desk.frame.desk.screens.model("patient")
    assert isinstance(screen, PatientScreenViewModel)
    await desk.until(lambda: screen.current == "overview")
    overview = screen.model("overview")
    assert isinstance(overview, OverviewModel)
    await desk.until(lambda: len(overview.sections) == len(SECTIONS))
    await desk.until(lambda: is_read(overview))
    await desk.until(lambda: bool(desk.window.findChildren(PatientScreen)))
    await desk.turn(5)
    return Page(desk, overview)
