"""Booking by keyboard with wrong keys, repeated keys, and keys in the wrong places."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from app.domain.schedule.visit import Stage
from tests.journeys.desk import CONTROL, LEFT, Desk
from tests.journeys.test_booking import found, offered, somebody, without_type
from tests.support.qt_loop import until


async def to_the_type(desk: Desk) -> None:
    """Ctrl+N, a patient's name, Enter."""
    person = somebody(desk)
    await desk.press(Qt.Key.Key_N, CONTROL)
    desk.type(f"{person.last_name}, {person.first_name}")
    await found(desk, desk.model.booking_find, person)
    await desk.press(Qt.Key.Key_Return)
    await offered(desk)


async def test_enters_alone_book_nothing(desk: Desk) -> None:
    """After the patient the words have the focus; pressing or holding Enter books nothing without a type."""
    await to_the_type(desk)
    panel = desk.screen.booking
    await desk.until(lambda: desk.focus() is panel.words.field)
    for _ in range(5):
        await desk.press(Qt.Key.Key_Return)
    await desk.hold_key(Qt.Key.Key_Return, "\r")
    await desk.until(lambda: desk.focus() is panel._type)
    assert panel._type.property("wrong")
    assert desk.entries == ()
    await desk.press(Qt.Key.Key_End)
    assert desk.model.booking.state.type_num == 0
    await offered(desk)
    assert not panel._type.property("wrong")
    await desk.press(Qt.Key.Key_Return)
    await desk.press(Qt.Key.Key_Return)
    await desk.told("booked for")
    assert len(desk.entries) == 1


async def test_enter_on_a_button_presses_that_button(desk: Desk) -> None:
    """Tab follows the layout; Enter on Cancel cancels, on the search beside the name searches for another patient."""
    await to_the_type(desk)
    await without_type(desk)
    panel = desk.screen.booking
    order: tuple[QWidget, ...] = (
        panel._type, panel._length, panel._provider, panel._openings, panel._more, panel._note, panel._new,
        panel._here, panel._cancel, panel._book,
    )  # fmt: skip
    for field in order:
        await desk.press(Qt.Key.Key_Tab)
        await desk.until(lambda field=field: desk.focus() is field)
    panel._other.setFocus()
    desk.model.booking.set_note("Wheelchair.")
    await desk.press(Qt.Key.Key_Return)
    await desk.until(lambda: desk.focus() is panel.find_field)
    assert (desk.model.booking.state.person, desk.model.booking.state.note) == (None, "Wheelchair.")
    panel._cancel.setFocus()
    await desk.press(Qt.Key.Key_Return)
    assert not panel.isVisible()
    await desk.until(lambda: desk.focus() is desk.canvas)
    assert desk.entries == ()


async def test_esc_closes_the_form_from_every_field(desk: Desk) -> None:
    """Esc with any focus closes the form, books nothing and returns the focus to the schedule."""
    for tabs in range(8):
        await to_the_type(desk)
        for _ in range(tabs):
            await desk.press(Qt.Key.Key_Tab)
        await desk.press(Qt.Key.Key_Escape)
        assert not desk.screen.booking.isVisible()
        await desk.until(lambda: desk.focus() is desk.canvas)
    assert desk.entries == ()


async def test_what_is_typed_into_the_form_stays_in_it(desk: Desk) -> None:
    """Letters, Delete and Enter in the note are text, letters in a list select; the wheel changes no choice."""
    await desk.select(desk.find(Stage.CONFIRMED))
    await to_the_type(desk)
    panel, booking = desk.screen.booking, desk.model.booking
    first, second = (name for _, name in booking.choices.types[:2])
    QTest.keyClicks(panel._type, first[:2].lower())
    await offered(desk)
    assert panel._type.currentText() == first != second
    panel._note.setFocus()
    desk.type("asd")
    await desk.press(Qt.Key.Key_Return)
    desk.type("c")
    await desk.press(Qt.Key.Key_Delete)
    assert booking.state.note == "asd\nc"
    panel._openings.setFocus()
    await desk.press(Qt.Key.Key_Delete)
    for field in (panel._type, panel._length, panel._provider):
        before, spot = field.currentText(), QPoint(5, 5)
        wheel = QWheelEvent(
            QPointF(spot), QPointF(field.mapToGlobal(spot)), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(field, wheel)
        assert field.currentText() == before
    assert desk.entries == ()
    panel._note.setFocus()
    await desk.press(Qt.Key.Key_Return, CONTROL)
    await desk.told("booked for")


async def test_enter_without_a_patient(desk: Desk) -> None:
    """Enter in a form without a patient focuses the search field."""
    await desk.press(Qt.Key.Key_N, CONTROL)
    await offered(desk)
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Down):
        await desk.press(key)
    await offered(desk)
    await desk.press(Qt.Key.Key_Return)
    await desk.until(lambda: desk.focus() is desk.screen.booking.find_field)
    assert desk.entries == ()


async def test_a_refused_booking_is_back_in_the_panel(desk: Desk) -> None:
    """When another user took the slot, the panel shows reason, phone and entries, and the focus stays."""
    person = somebody(desk)
    desk.book_for(person)
    await without_type(desk)
    panel, booking = desk.screen.booking, desk.model.booking
    QTest.keyClicks(panel._note, "Wheelchair.")
    opening = booking.state.openings[0].opening
    other = desk.find(Stage.CONFIRMED).pat_num
    await desk.served.elsewhere().appointments.create(
        PatNum=other, Op=opening.op_num, AptDateTime=opening.start
    )
    QTest.mouseClick(panel._book, LEFT)
    await desk.until(lambda: panel.isVisible() and "Not booked: " in desk.texts(panel))
    assert person.phone in desk.texts(panel)
    assert panel._note.toPlainText() == "Wheelchair."
    await desk.until(lambda: desk.focus() is desk.canvas)
    visible = [each.text() for each in panel.findChildren(QPushButton) if each.isVisible()]
    assert visible == ["Cancel", "Change", "Try again"]
    desk.press_button("Change", panel)
    await offered(desk)
    assert booking.state.openings[0].opening != opening
    await desk.until(lambda: desk.focus() is panel._openings)
    await desk.press(Qt.Key.Key_Return)
    await desk.until(lambda: len(desk.entries) == 2)
    entry = await desk.settled()
    assert desk.served.row(entry.answer["AptNum"])["Note"] == "Wheelchair."


@pytest.mark.parametrize("field", ["_openings", "_length", "_book"])
async def test_enter_books_no_other_opening_than_the_picked_one(desk: Desk, field: str) -> None:
    """Wherever the focus is: Enter leads to the openings, and books what is picked there."""
    await to_the_type(desk)
    await without_type(desk)
    panel, booking = desk.screen.booking, desk.model.booking
    panel._openings.setFocus()
    await desk.press(Qt.Key.Key_Down)
    assert booking.state.chosen == 1
    getattr(panel, field).setFocus()
    picked = booking.state.openings[1].opening
    await desk.served.elsewhere().appointments.create(PatNum=1, Op=picked.op_num, AptDateTime=picked.start)
    desk.model.schedule.refresh()
    await until(lambda: picked not in [row.opening for row in booking.state.openings])
    await offered(desk)
    await desk.press(Qt.Key.Key_Return)
    await desk.until(lambda: desk.focus() is panel._openings)
    assert booking.state.chosen is None
    await desk.press(Qt.Key.Key_Return)
    assert desk.entries == ()
    assert booking.open
    await desk.press(Qt.Key.Key_Down)
    first = booking.state.openings[0].opening
    assert booking.state.chosen_opening.start == first.start
    await desk.press(Qt.Key.Key_Return)
    await desk.told("booked for")
    assert len(desk.entries) == 1
    assert desk.served.start_of(desk.entries[0].answer["AptNum"]) == first.start
