"""The smallest window, also with large system fonts: nothing is clipped or overlaps."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton

from app.domain.schedule.visit import Stage
from app.viewmodels.staff.selected_patient import Origin
from app.viewmodels.staff.tasks.scopes import View
from app.views.staff.frame.window import SMALLEST
from app.views.theme.theme import Theme, ThemeChoice
from tests.journeys.desk import CONTROL, SHIFT, Desk, Desks
from tests.journeys.practices import Practices
from tests.journeys.tasks.tasks_page import tasks_page
from tests.journeys.test_booking import offered, somebody


@pytest.fixture(params=[13, 18])
def theme(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Theme]:
    """The light theme on a system with this font, in pixels."""
    before = QFont(qapp.font())
    font = QFont(before)
    font.setPixelSize(request.param)
    qapp.setFont(font)
    yield Theme(qapp, ThemeChoice.LIGHT)
    qapp.setFont(before)
    Theme(qapp, ThemeChoice.LIGHT)


@pytest.fixture
async def small(desk: Desk) -> Desk:
    """A desk in the smallest window."""
    desk.window.resize(*SMALLEST)
    await desk.until(lambda: desk.screen.bar.width() < SMALLEST[0])
    await desk.turn()
    return desk


def assert_whole(desk: Desk) -> None:
    """Every part of the bar has space for its text beside the others."""
    bar = desk.frame.bar
    parts = [item.widget() for item in map(bar._row.itemAt, range(bar._row.count())) if item is not None]
    shown = [part.geometry() for part in parts if part is not None and part.isVisible()]
    assert all(left.right() < right.left() for left, right in pairwise(shown))
    assert shown[-1].right() <= bar.width()
    for button in (*bar.findChildren(QPushButton), *bar.findChildren(QToolButton)):
        if button.isVisibleTo(bar) and button.text():
            assert button.width() >= button.sizeHint().width(), button.text()
    field = desk.find_field
    assert field.width_for(field.placeholderText()) <= field.width()


async def test_the_bar_is_whole(small: Desk) -> None:
    """In the smallest window every button shows its full text, including day and week."""
    assert_whole(small)
    await small.press(Qt.Key.Key_2, CONTROL)
    await small.read()
    assert_whole(small)


async def test_the_filters_say_whole_words(small: Desk) -> None:
    """In the smallest window the filters show a shorter text, not part of one; tooltips have name and choice."""
    bar = small.screen.bar
    for combo, name in ((bar._clinic, "Clinic"), (bar._provider, "Provider")):
        assert combo.toolTip() == f"{name}: {combo.currentText()}"
        assert combo.shown_text in (combo.currentText(), f"{name}s")
    small.window.resize(1800, 900)
    await small.until(lambda: bar._clinic.shown_text == bar._clinic.currentText())


async def test_another_year_is_said(small: Desk) -> None:
    """However little space there is, a date in another year shows its year."""
    day = small.model.schedule.day
    small.model.schedule.go_to(day.replace(year=day.year + 1))
    await small.read()
    assert str(day.year + 1) in small.screen.bar._title.text()
    assert_whole(small)


async def test_a_long_name_ends_in_an_ellipsis(open_practice: Practices, open_desk: Desks) -> None:
    """A clinic's name that doesn't fit into the smallest window is elided."""
    served = open_practice()
    served.sql("UPDATE clinic SET Abbr = 'The Practice at the Old Harbor, Second Floor'")
    desk = await open_desk(served)
    desk.window.resize(*SMALLEST)
    await desk.until(lambda: desk.screen.bar.width() < SMALLEST[0])
    clinic = desk.screen.bar._clinic
    clinic.setCurrentIndex(1)
    clinic.activated.emit(1)
    await desk.turn()
    assert clinic.shown_text.startswith("The ")
    assert clinic.shown_text.endswith("…")
    assert_whole(desk)


async def test_toasts_leave_the_form_whole(small: Desk) -> None:
    """While a form needs the panel's whole height, toasts stand over the schedule, beside the chosen opening."""
    await small.press(Qt.Key.Key_N, CONTROL)
    small.book_for(somebody(small))
    await offered(small)
    notices, panel = small.model.notices, small.screen.panel
    notices.say("The first appointment of two was moved to 3:40 PM", undo=lambda: None)
    notices.say("The second appointment of two was booked for 4:20 PM, Op 2", undo=lambda: None)
    await small.turn()
    room = panel.geometry().translated(panel.parentWidget().mapTo(small.frame, QPoint()))
    assert small.toasts
    shown = [toast for toast in small.workspace.toasts._toasts if toast.isVisible()]
    assert not any(toast.geometry().intersects(room) for toast in shown)
    (opening,) = small.screen.kept_clear()
    covered = opening.translated(small.screen.mapTo(small.frame, QPoint()))
    assert not any(toast.geometry().intersects(covered) for toast in shown)
    await small.press(Qt.Key.Key_Escape)
    await small.until(lambda: not panel.has_page)
    assert all(room.contains(toast.geometry()) for toast in shown)


async def test_tasks_share_the_room(small: Desk) -> None:
    """With a new task beside them list and open task lie side by side, and the tree is back once it is closed."""
    page = await tasks_page(small)
    view = page.view
    page.model.following.dismiss()
    await small.press(Qt.Key.Key_N, CONTROL | SHIFT)
    await small.until(view.tree.isHidden)
    left, right = (QRect(each.mapTo(view, QPoint()), each.size()) for each in (view.head, view.place))
    assert left.right() <= right.left()
    assert right.right() <= view.width()
    assert min(left.width(), right.width()) > view.width() / 3
    await small.press(Qt.Key.Key_Escape)
    await small.until(view.tree.isVisible)
    assert view.tree.width() + view.head.width() + view.place.width() <= view.width()
    await page.leave()


async def test_a_tasks_forms_are_whole(small: Desk) -> None:
    """In the smallest window a task's forms, and below a patient's strip its details, have room for all parts."""
    page = await tasks_page(small)
    page.model.choose(View.OPEN)
    page.model.open(page.model.tasks.model.at(0))
    pane = page.pane
    for key, form in ((Qt.Key.Key_R, pane.remind), (Qt.Key.Key_H, pane.hand_on)):
        page.view.take_focus()
        await small.press(key)
        await small.until(form.isVisible)
        await small.turn(10)
        assert form.height() >= form.minimumSizeHint().height()
        assert all(each.width() >= each.sizeHint().width() for each in pane.remind.choices)
        assert form.mapTo(pane, QPoint(0, form.height())).y() <= pane.height()
    await small.press(Qt.Key.Key_Escape)
    assert pane.buttons.isVisible()
    height = pane.height()
    small.frame.desk.patient.select(small.find(Stage.CONFIRMED).pat_num, Origin.SEARCH)
    await small.until(lambda: pane.height() < height)
    await small.turn(10)
    for part in (pane.head, pane.note, pane.buttons):
        assert part.height() >= part.minimumSizeHint().height()
    assert all(
        each.width() >= each.sizeHint().width() for each in pane.button_of.values() if each.isVisible()
    )
    await page.leave()
