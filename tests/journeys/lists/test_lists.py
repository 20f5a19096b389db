"""Working through the lists: a key a row, by keyboard only and by mouse only."""

from __future__ import annotations

import copy

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest

from app.domain.people.phones import phone_text
from app.domain.schedule.visit import Person, Stage, Visit
from app.practice.server.faults import Fault
from app.viewmodels.staff.lists import commands
from app.viewmodels.staff.selected_patient import Origin
from app.views.printing.preview import PrintPreview
from app.views.staff.lists.screen import ListsScreen
from app.wire.resources.appointments import Appointment
from tests.journeys.desk import CONTROL, Desks
from tests.journeys.lists.callers import Caller, open_lists
from tests.journeys.practices import Practices
from tests.support.kinds import the


async def test_enter_confirms_and_goes_on(open_practice: Practices, open_desk: Desks) -> None:
    """Each Enter confirms one appointment of the next business days, and the row below is next."""
    served = open_practice(on_socket=True)
    desk = await open_desk(served)
    caller = await open_lists(desk)
    first, second, third = caller.rows[:3]
    assert all(row.visit is not None and row.visit.stage is Stage.UNCONFIRMED for row in caller.rows)
    for row, following in ((first, second), (second, third)):
        assert caller.chosen.key == row.key
        desk.key(Qt.Key.Key_Return)
        await desk.until(lambda following=following: caller.chosen.key == following.key)
        await desk.told(f"{row.name} confirmed.")
    await desk.settled()
    confirmed = desk.model.parts.office.lists.stages.confirmed
    for row in (first, second):
        ((status,),) = served.sql("SELECT Confirmed FROM appointment WHERE AptNum = ?", row.key)
        assert status in confirmed
    await desk.until(lambda: first.key not in [row.key for row in caller.rows])


async def test_two_keys_at_once_are_for_two_rows(open_practice: Practices, open_desk: Desks) -> None:
    """Two keys that come before the program has turned to the first one confirm two appointments, in their order."""
    served = open_practice(on_socket=True)
    desk = await open_desk(served)
    caller = await open_lists(desk)
    first, second, third = caller.rows[:3]
    for _ in range(2):
        desk.key(Qt.Key.Key_Return)
    assert caller.chosen.key == third.key
    for row in (first, second):
        await desk.told(f"{row.name} confirmed.")
    await desk.settled()


async def test_a_letter_goes_on_from_its_own_row_only(open_practice: Practices, open_desk: Desks) -> None:
    """A letter counts a moment after it was pressed: a row that was clicked meanwhile is not skipped."""
    desk = await open_desk(open_practice(on_socket=True))
    caller = await open_lists(desk)
    first, second = caller.rows[:2]
    table = caller.view.pane.table
    desk.key(Qt.Key.Key_M)
    place = table.visualRect(table.model().index(1, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    await desk.told(f"Commlog added for {first.name}")
    assert caller.chosen.key == second.key


async def test_a_row_that_disappears(open_practice: Practices, open_desk: Desks) -> None:
    """Another desk confirms the selected appointment: no other row is selected by itself, and arrows stay near it."""
    desk = await open_desk(open_practice(on_socket=True))
    caller = await open_lists(desk)
    for _ in range(5):
        desk.key(Qt.Key.Key_Down)
    row, before = caller.chosen, caller.rows
    parts = desk.model.parts
    visit = the(Visit, row.visit)
    changed = copy.copy(the(Appointment, parts.office.visit_row(visit.apt_num)))
    changed.Confirmed = min(parts.office.lists.stages.confirmed)
    parts.office.apply(changed)
    assert row.key not in [each.key for each in caller.rows]
    assert caller.model.tab.chosen is None
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_Down)
    assert caller.chosen.key in [each.key for each in before[4:7]]


async def test_a_sooner_time_for_a_day_that_was_not_read(open_practice: Practices, open_desk: Desks) -> None:
    """Ctrl+4, Enter on an appointment of a day that is not in memory: it can be moved at once, as the button says."""
    desk = await open_desk(open_practice(on_socket=True))
    caller = await open_lists(desk)
    await caller.open_tab(4)
    office = desk.model.parts.office
    far = [
        at
        for at, row in enumerate(caller.rows)
        if row.at is not None
        and row.at.date() >= desk.model.desk.now().date()
        and not office.rows(row.at.date())
    ]
    assert far
    for _ in range(far[0]):
        desk.key(Qt.Key.Key_Down)
    row = caller.chosen
    assert caller.screen.card.buttons[commands.BOOK].text() == "Move"
    desk.key(Qt.Key.Key_Return)
    booking = desk.model.booking
    await desk.until(lambda: booking.open and booking.state.moving is not None)
    assert the(Visit, booking.state.moving).apt_num == row.key


async def test_a_message_is_one_key(open_practice: Practices, open_desk: Desks) -> None:
    """M adds a commlog of the type for appointments, counts it as a try, and goes on to the next row."""
    served = open_practice(on_socket=True)
    desk = await open_desk(served)
    caller = await open_lists(desk)
    row, following = caller.rows[:2]
    desk.key(Qt.Key.Key_M)
    await desk.until(lambda: caller.chosen.key == following.key)
    await desk.told(f"Commlog added for {row.name}")
    now = next(each for each in caller.rows if each.key == row.key)
    assert now.contact is not None
    assert now.contact.attempts == (row.contact.attempts if row.contact else 0) + 1
    assert now.contact.last == desk.model.desk.now().date()
    await desk.ten_seconds_later()
    ((note, kind),) = served.sql(
        "SELECT Note, definition.ItemValue FROM commlog JOIN definition ON DefNum = CommType"
        " WHERE PatNum = ? ORDER BY CommlogNum DESC LIMIT 1",
        row.pat_num,
    )
    assert note.startswith("Left a message about the appointment on ")
    assert kind == "APPT"


async def test_an_unscheduled_appointment_is_booked(open_practice: Practices, open_desk: Desks) -> None:
    """Ctrl+3, Enter, Enter: exactly this appointment gets the first opening, and the list is there again."""
    served = open_practice(on_socket=True)
    desk = await open_desk(served)
    caller = await open_lists(desk)
    await caller.open_tab(3)
    row = caller.chosen
    assert row.candidate is not None
    desk.key(Qt.Key.Key_Return)
    booking = desk.model.booking
    await desk.until(lambda: booking.open and bool(booking.state.openings))
    assert booking.state.waiting is not None
    assert booking.state.waiting.apt_num == row.candidate.apt_num
    desk.key(Qt.Key.Key_Return)
    await desk.told(f"{row.name} booked for ")
    await desk.settled()
    ((status,),) = served.sql("SELECT AptStatus FROM appointment WHERE AptNum = ?", row.candidate.apt_num)
    assert status == 1
    screens = desk.model.desk.screens
    await desk.until(lambda: screens.current == "lists")
    assert row.key not in [each.key for each in caller.rows]
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Return)
    await desk.until(lambda: booking.open and booking.state.person is not None)
    await desk.until(lambda: screens.current == "schedule")
    await desk.press(Qt.Key.Key_Escape)
    await desk.until(lambda: screens.current == "lists")
    desk.key(Qt.Key.Key_Return)
    await desk.until(lambda: booking.open and screens.current == "schedule")
    desk.book_for(the(Person, desk.find(Stage.CONFIRMED).person))  # somebody else calls
    desk.press_button("Cancel", desk.screen.booking)
    await desk.turn(20)
    assert screens.current == "schedule"


async def test_a_recall_by_mouse(
    open_practice: Practices, open_desk: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A click on the tab, a row, the number, and Book now; a double click shows the patient's page."""
    dialed: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: dialed.append(url.toString()))
    desk = await open_desk(open_practice(on_socket=True))
    caller = await open_lists(desk)
    tabs = caller.screen.tabs
    QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(1).center())
    await caller.ready()
    table = caller.view.pane.table
    await desk.until(lambda: caller.rows[1].person is not None)
    table.clearSelection()
    await desk.turn()
    book = caller.screen.card.buttons[commands.BOOK]
    before = book.mapTo(desk.window, QPoint())
    place = table.visualRect(table.model().index(1, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    row = caller.rows[1]
    assert caller.chosen.key == row.key
    await desk.until(lambda: row.name in desk.texts(caller.screen.card))
    assert book.mapTo(desk.window, QPoint()) == before, "a button moved when a row was selected"
    assert book.text() == "Book now"
    caller.screen.card.call.click()
    await desk.until(lambda: bool(dialed))
    assert dialed == ["tel:" + "".join(filter(str.isdigit, row.phone))]
    assert desk.model.desk.patient.current is not None
    assert desk.model.desk.patient.current.pat_num == row.pat_num
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    await desk.until(lambda: desk.model.desk.screens.current == "patient")
    desk.key(Qt.Key.Key_7, CONTROL)
    await desk.until(lambda: desk.model.desk.screens.current == "lists")
    assert caller.chosen.key == row.key
    QTest.mouseClick(book, Qt.MouseButton.LeftButton)
    booking = desk.model.booking
    await desk.until(lambda: booking.open and booking.state.person is not None)
    assert booking.state.person is not None
    assert booking.state.person.pat_num == row.pat_num


async def test_the_strip_and_the_card_are_about_one_patient(
    open_practice: Practices, open_desk: Desks
) -> None:
    """A selected row selects its patient for the strip; a patient selected elsewhere selects their row, or none."""
    desk = await open_desk(open_practice(on_socket=True))
    somebody = desk.find(Stage.CONFIRMED)
    await desk.select(somebody)
    desk.key(Qt.Key.Key_7, CONTROL)
    await desk.until(lambda: desk.window.findChild(ListsScreen) is not None)
    caller = Caller(desk, the(ListsScreen, desk.window.findChild(ListsScreen)))
    await desk.until(lambda: bool(caller.rows))
    patient = desk.model.desk.patient
    assert caller.model.tab.chosen is None
    assert patient.current is not None
    assert patient.current.pat_num == somebody.pat_num
    await caller.ready()
    assert patient.current.pat_num == caller.chosen.pat_num
    third = caller.rows[2]
    patient.select(third.pat_num, Origin.SEARCH)
    assert caller.chosen.pat_num == third.pat_num
    patient.select(somebody.pat_num, Origin.SEARCH)
    assert caller.model.tab.chosen is None
    assert "No row selected" in desk.texts(caller.screen.card)


async def test_an_estimate_of_planned_treatment(open_practice: Practices, open_desk: Desks) -> None:
    """Ctrl+9, E: the estimate is previewed with all planned procedures."""
    desk = await open_desk(open_practice(on_socket=True))
    caller = await open_lists(desk)
    await caller.open_tab(9)
    row = caller.chosen
    assert row.treatment is not None
    desk.key(Qt.Key.Key_E)
    await desk.until(lambda: any(each.is_ready for each in desk.window.findChildren(PrintPreview)))
    preview = the(PrintPreview, desk.window.findChild(PrintPreview))
    document = preview.viewmodel.document
    assert document is not None
    assert row.name not in str(document.title)
    lines = document.sections[0].tables[0].rows
    assert len(lines) > row.treatment.count
    assert row.name in [str(each) for each in document.sections[0].lines]
    preview.close()


async def test_lab_cases_that_are_not_back(open_practice: Practices, open_desk: Desks) -> None:
    """Ctrl+8: the cases by the appointment that needs them; the card has the laboratory's number."""
    desk = await open_desk(open_practice(on_socket=True))
    caller = await open_lists(desk)
    await caller.open_tab(8)
    assert caller.chosen.lab is not None
    assert phone_text(caller.chosen.lab.lab_phone) in desk.texts(caller.screen.card)
    times = [row.at for row in caller.rows if row.at is not None]
    assert times == sorted(times)


async def test_keys_while_a_list_is_loading_change_nothing(
    open_practice: Practices, open_desk: Desks
) -> None:
    """Keys typed before the list is there set no filter; once it is there, the table has the focus."""
    desk = await open_desk(open_practice())
    caller = await open_lists(desk)
    desk.key(Qt.Key.Key_9, CONTROL)
    await desk.turn()
    before = dict(caller.model.tab.filters.chosen)
    assert "Loading…" in desk.texts(caller.view)
    assert caller.view.isAncestorOf(desk.focus())
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Down):
        desk.key(key)
    assert caller.model.tab.filters.chosen == before
    assert "Loading…" in desk.texts(caller.view)
    await caller.ready()


async def test_contacts_of_the_days_to_confirm_come_with_queries(
    open_practice: Practices, open_desk: Desks
) -> None:
    """With Queries no commlogs are read patient by patient, also while the list shows what was known before."""
    served = open_practice()
    desk = await open_desk(served)
    served.faults.plan(
        "Schedules.list", Fault.WEB_PAGE, times=1000
    )  # what can't be read beside them is no reason
    caller = await open_lists(desk)
    await desk.until(lambda: all(row.contact is not None for row in caller.rows))
    assert served.faults.seen.count("Commlogs.list") <= 1  # the card's
