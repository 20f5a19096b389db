"""Booking an appointment: patient search while typing, next openings, clashes, Enter."""

from __future__ import annotations

import datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from app.domain.schedule.visit import Person
from app.viewmodels.staff.find_patient import FindPatientViewModel
from tests.journeys.desk import CONTROL, LEFT, SHIFT, Desk, minutes_of
from tests.journeys.practices import TODAY


def somebody(desk: Desk) -> Person:
    """A patient of the practice with a phone and a unique family name, without anything booked or to book."""
    rows = desk.served.sql(
        "SELECT PatNum, LName, FName, Preferred, Birthdate, WirelessPhone FROM patient "
        "WHERE PatStatus = 0 AND WirelessPhone <> '' AND Preferred = '' AND Birthdate > '1930' "
        "AND PatNum NOT IN (SELECT PatNum FROM appointment WHERE AptStatus IN (1, 3, 6)) ORDER BY PatNum DESC LIMIT 1"
    )
    number, last, first, preferred, born, phone = rows[0]
    return Person(number, last, first, preferred, datetime.date.fromisoformat(born[:10]), phone)


async def found(desk: Desk, find: FindPatientViewModel, person: Person) -> None:
    """Wait until the patient is first in the list."""

    def first() -> bool:
        state = find.state
        return not state.asking and bool(state.hits) and state.hits[0].person.pat_num == person.pat_num

    await desk.until(first)


async def offered(desk: Desk) -> None:
    """Wait until openings are offered."""
    await desk.until(lambda: bool(desk.model.booking.state.openings) and not desk.model.booking.state.looking)


async def without_type(desk: Desk) -> None:
    """Choose no type, and wait for openings."""
    desk.model.booking.set_type(0)
    await offered(desk)


async def test_booking_by_keyboard_alone(desk: Desk) -> None:
    """Ctrl+N, a name, Enter, type and opening by the arrow keys, Enter: booked, and the schedule has the focus."""
    person = somebody(desk)
    desk.key(Qt.Key.Key_N, CONTROL)
    await desk.turn()
    await desk.until(lambda: desk.focus() is desk.screen.booking.find_field)
    desk.type(f"{person.last_name}, {person.first_name}")
    await found(desk, desk.model.booking_find, person)
    await desk.press(Qt.Key.Key_Return)
    assert f"Book {person.display}" in desk.texts(desk.screen.panel)
    panel = desk.screen.booking
    await desk.until(lambda: desk.focus() is panel.words.field)
    await desk.press(Qt.Key.Key_Down)
    await desk.until(lambda: desk.focus() is panel._type)
    await offered(desk)
    for field in (panel._length, panel._provider, panel._openings):
        await desk.press(Qt.Key.Key_Tab)
        await desk.until(lambda field=field: desk.focus() is field)
    openings, minutes = desk.model.booking.state.openings, desk.model.booking.state.minutes
    assert len(openings) == 3
    await desk.press(Qt.Key.Key_Down)
    await desk.press(Qt.Key.Key_Return)
    line = await desk.told("booked for")
    assert line.startswith(f"{person.display} booked for ")
    await desk.until(lambda: desk.focus() is desk.canvas)
    entry = await desk.settled()
    row = desk.served.row(entry.answer["AptNum"])
    chosen = openings[1].opening
    assert (row["PatNum"], row["Op"]) == (person.pat_num, chosen.op_num)
    assert desk.served.start_of(row["AptNum"]) == chosen.start
    assert len(row["Pattern"]) * 5 == minutes
    assert row["AppointmentTypeNum"] == desk.model.booking.choices.types[0][0]
    if chosen.start.date() == TODAY:
        assert desk.shown(row["AptNum"]).name == person.display


async def test_booking_from_the_bar(desk: Desk) -> None:
    """A patient chosen in the bar's field is booked with one further key: it leads to the type, Enter books."""
    person = somebody(desk)
    desk.key(Qt.Key.Key_P, CONTROL)
    await desk.turn()
    desk.type(person.phone)
    await found(desk, desk.model.desk.find, person)
    await desk.press(Qt.Key.Key_Return)
    await desk.until(lambda: desk.focus() is desk.canvas)
    assert desk.find_field.text() == ""
    await desk.press(Qt.Key.Key_B, CONTROL | SHIFT)
    await offered(desk)
    await desk.until(lambda: desk.focus() is desk.screen.booking.words.field)
    await without_type(desk)
    first = desk.model.booking.state.openings[0].opening
    await desk.press(Qt.Key.Key_Return)
    await desk.told("booked for")
    entry = await desk.settled()
    assert desk.served.start_of(entry.answer["AptNum"]) == first.start


async def test_booking_where_one_clicked(desk: Desk) -> None:
    """A double click on a free time books there: its time and operatory are the first opening offered."""
    person = somebody(desk)
    column = desk.columns[-1]
    minute = next(
        each for each in range(11 * 60, 18 * 60, 10) if not desk.others(column.key, each, each + 40)
    )
    desk.double_click(desk.spot(column.key, minute))
    await offered(desk)
    state = desk.model.booking.state
    assert (minutes_of(state.openings[0].opening.start), state.openings[0].opening.op_num) == (
        minute,
        column.key,
    )
    await desk.until(lambda: desk.focus() is desk.screen.booking.find_field)
    desk.type(f"{person.last_name}, {person.first_name}")
    await found(desk, desk.model.booking_find, person)
    await desk.press(Qt.Key.Key_Return)
    await without_type(desk)
    await desk.press(Qt.Key.Key_Return)
    await desk.told("booked for")
    entry = await desk.settled()
    row = desk.served.row(entry.answer["AptNum"])
    assert (minutes_of(desk.served.start_of(row["AptNum"])), row["Op"]) == (minute, column.key)
    assert desk.shown(row["AptNum"]).name == person.display


async def test_type_length_provider_and_note(desk: Desk) -> None:
    """An appointment type sets length and pattern; length, provider, note and new patient are written."""
    person = somebody(desk)
    booking, panel = desk.model.booking, desk.screen.booking
    desk.book_for(person)
    await offered(desk)
    kind = booking.choices.types[1]
    choose(panel._type, kind[0])
    await offered(desk)
    rows = desk.served.sql("SELECT Pattern FROM appointmenttype WHERE AppointmentTypeNum = ?", kind[0])
    assert booking.state.minutes == len(rows[0][0]) * 5
    provider = booking.choices.providers[3]
    choose(panel._provider, provider[0])
    await offered(desk)
    assert {row.opening.prov_num for row in booking.state.openings} == {provider[0]}
    QTest.keyClicks(panel._note, "Wheelchair.")
    QTest.mouseClick(panel._book, LEFT)
    await desk.told("booked for")
    entry = await desk.settled()
    row = desk.served.row(entry.answer["AptNum"])
    assert row["Note"] == "Wheelchair."
    assert row["AppointmentTypeNum"] == kind[0]
    assert row["Pattern"] == rows[0][0]


async def test_another_time_while_booking(desk: Desk) -> None:
    """Clicking a free time while booking keeps patient and note; a booking replaced by a list starts again."""
    person = somebody(desk)
    desk.book_for(person)
    await offered(desk)
    panel = desk.screen.booking
    QTest.keyClicks(panel._note, "Wheelchair.")
    panel._new.click()
    column = desk.columns[-1]
    minute = next(
        each for each in range(11 * 60, 18 * 60, 10) if not desk.others(column.key, each, each + 40)
    )
    desk.click(desk.spot(column.key, minute))
    await offered(desk)
    assert desk.model.booking.state.person == person
    assert (panel._note.toPlainText(), panel._new.isChecked()) == ("Wheelchair.", True)
    await desk.until(lambda: desk.focus() is panel.words.field)
    first = desk.model.booking.state.openings[0].opening
    assert (minutes_of(first.start), first.op_num) == (minute, column.key)
    await desk.press(Qt.Key.Key_I, CONTROL)
    desk.double_click(desk.spot(column.key, minute))
    await offered(desk)
    assert desk.model.booking.state.person is None
    assert (panel._note.toPlainText(), panel._new.isChecked()) == ("", False)


async def test_esc_closes_booking(desk: Desk) -> None:
    """Esc first closes the list of names, then clears the field, then closes the panel; nothing is booked."""
    desk.key(Qt.Key.Key_N, CONTROL)
    await desk.turn()
    field = desk.screen.booking.find_field
    desk.type("mar")
    await desk.until(lambda: field._list.isVisible() and not desk.model.booking_find.state.asking)
    await desk.press(Qt.Key.Key_Escape)
    assert not field._list.isVisible()
    assert field.text() == "mar"
    await desk.press(Qt.Key.Key_Escape)
    assert field.text() == ""
    await desk.press(Qt.Key.Key_Escape)
    assert not desk.screen.booking.isVisible()
    await desk.until(lambda: desk.focus() is desk.canvas)
    assert desk.entries == ()


async def test_undo_of_a_booking(desk: Desk) -> None:
    """Undoing a booking takes the appointment off the schedule and says where it is."""
    person = somebody(desk)
    desk.book_for(person)
    await without_type(desk)
    await desk.press(Qt.Key.Key_Return)
    await desk.told("booked for")
    entry = await desk.settled()
    await desk.press(Qt.Key.Key_Z, CONTROL)
    line = await desk.told("Unscheduled List")
    assert person.display in line
    assert desk.served.row(entry.answer["AptNum"])["AptStatus"] == 3
    assert desk.shown(entry.answer["AptNum"]) is None


def choose(combo: QComboBox, value: object) -> None:
    """Select an entry of a list by keyboard."""
    combo.setFocus()
    wanted = combo.findData(value)
    while combo.currentIndex() != wanted:
        QTest.keyClick(combo, Qt.Key.Key_Down if combo.currentIndex() < wanted else Qt.Key.Key_Up)


async def test_the_button_in_the_bar(desk: Desk) -> None:
    """New appointment is in the bar and starts a booking."""
    desk.press_button("New appointment", desk.frame.bar)
    await desk.until(lambda: desk.model.booking.open and desk.frame.panel.has_page)
