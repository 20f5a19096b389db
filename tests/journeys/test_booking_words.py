"""Booking an opening that is asked for in words."""

from __future__ import annotations

from datetime import timedelta
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.journeys.desk import CONTROL, LEFT, Desk
from tests.journeys.test_booking import found, offered, somebody


async def understood(desk: Desk, text: str) -> None:
    """Wait until these words are read and their openings found."""
    await desk.until(lambda: desk.model.booking.state.asked.text == text)
    await offered(desk)


async def test_words_by_keyboard_alone(desk: Desk) -> None:
    """Ctrl+N, a name, Enter, the words, Enter, Enter: booked as asked for, and the day from before is shown again."""
    person, booking = somebody(desk), desk.model.booking
    await desk.press(Qt.Key.Key_N, CONTROL)
    desk.type(f"{person.last_name}, {person.first_name}")
    await found(desk, desk.model.booking_find, person)
    await desk.press(Qt.Key.Key_Return)
    await desk.until(lambda: desk.focus() is desk.screen.booking.words.field)
    day = desk.model.schedule.day
    desk.type("cleaning 60 thu pm")
    await desk.press(Qt.Key.Key_Return)
    await understood(desk, "cleaning 60 thu pm")
    await desk.until(lambda: desk.focus() is desk.screen.booking._openings)
    await desk.until(lambda: booking.state.ready and desk.model.schedule.day.weekday() == 3)
    await desk.press(Qt.Key.Key_Return)
    await desk.told("booked for")
    entry = await desk.settled()
    row, start = desk.served.row(entry.answer["AptNum"]), desk.served.start_of(entry.answer["AptNum"])
    types = dict(booking.choices.types)
    assert (types[row["AppointmentTypeNum"]], len(row["Pattern"]) * 5) == ("Cleaning", 60)
    assert (start.weekday(), start.hour >= 12) == (3, True)
    assert desk.model.schedule.day == day


async def test_an_unknown_word_is_typed_again(desk: Desk) -> None:
    """Enter selects what was not understood; what is typed instead takes its place."""
    desk.book_for(somebody(desk))
    await offered(desk)
    panel = desk.screen.booking
    desk.type("cleaning blorp tue")
    await desk.press(Qt.Key.Key_Return)
    await understood(desk, "cleaning blorp tue")
    assert panel.words.field.selectedText() == "blorp"
    await desk.until(lambda: desk.focus() is panel.words.field)
    desk.type("okon")
    await understood(desk, "cleaning okon tue")
    assert not desk.model.booking.state.asked.unknown
    await desk.press(Qt.Key.Key_Down)
    await desk.until(lambda: desk.focus() is panel._openings)
    assert desk.entries == ()


async def test_other_days_and_exceptions(desk: Desk) -> None:
    """Days joined by "or" are both searched, excluded ones are not; letters and digits of no sense are red."""
    desk.book_for(somebody(desk))
    await offered(desk)
    panel, booking = desk.screen.booking, desk.model.booking
    today = desk.model.schedule.day
    text = "30 tomorrow or thu 4bw"
    desk.type(text)
    await understood(desk, text)
    assert [each.text() for each in panel.words.chips.buttons][-1] == "“4bw”?"
    assert {row.opening.start.weekday() for row in booking.state.openings} <= {(today.weekday() + 1) % 7, 3}
    await desk.press(Qt.Key.Key_Return)
    assert panel.words.field.selectedText() == "4bw"
    await desk.press(Qt.Key.Key_A, CONTROL)
    desk.type("30 not this week")
    await understood(desk, "30 not this week")
    sunday = today + timedelta(days=(6 - today.weekday()) % 7 or 7)
    assert booking.state.openings
    assert all(row.opening.start.date() >= sunday for row in booking.state.openings)


async def test_chips_by_mouse(desk: Desk) -> None:
    """A click on a chip shows what else it can be; the text and the openings follow. One is removed the same way."""
    desk.book_for(somebody(desk))
    await offered(desk)
    panel, booking = desk.screen.booking, desk.model.booking
    QTest.mouseClick(panel.words.field, LEFT)
    desk.type("30 tue pm")
    await understood(desk, "30 tue pm")
    await pick(desk, 1, "Thursday")
    await understood(desk, "30 thu pm")
    assert {row.opening.start.weekday() for row in booking.state.openings} == {3}
    await pick(desk, 2, "Remove")
    await understood(desk, "30 thu")
    desk.press_button("More openings", panel)
    await desk.until(lambda: len(booking.state.openings) == 10 and not booking.state.looking)
    assert [each.text() for each in panel.words.chips.buttons] == ["30 min", "Thursday"]


async def test_chips_by_keyboard(desk: Desk) -> None:
    """Tab goes to the chips, the arrow keys from one to the next; Space opens one, Delete removes it."""
    desk.book_for(somebody(desk))
    await offered(desk)
    panel = desk.screen.booking
    desk.type("30 tue pm")
    await understood(desk, "30 tue pm")
    await desk.press(Qt.Key.Key_Tab)
    await desk.until(lambda: desk.focus() is panel.words.chips.buttons[0])
    await desk.press(Qt.Key.Key_Right)
    await desk.until(lambda: desk.focus() is panel.words.chips.buttons[1])
    await desk.press(Qt.Key.Key_Delete)
    await understood(desk, "30 pm")
    await desk.until(lambda: desk.focus() is panel.words.field)


async def test_ten_openings_stay_in_sight(desk: Desk) -> None:
    """In a low window the arrow keys scroll the panel to the opening they reach; each shows its day."""
    desk.window.resize(1366, 640)
    desk.book_for(somebody(desk))
    await offered(desk)
    panel, booking = desk.screen.booking, desk.model.booking
    desk.type("30 any hyg")
    await understood(desk, "30 any hyg")
    desk.press_button("More openings", panel)
    await desk.until(lambda: len(booking.state.openings) == 10 and not booking.state.looking)
    panel._openings.setFocus()
    for row in range(1, 10):
        await desk.press(Qt.Key.Key_Down)
        assert booking.state.chosen == row
        box = panel._openings.visualItemRect(panel._openings.item(row))
        assert panel._openings.visibleRegion().contains(box.center())
        assert booking.state.openings[row].opening.start.date() == desk.model.schedule.day


async def pick(desk: Desk, at: int, name: str) -> None:
    """Click a chip, and an entry of its menu."""
    QTest.mouseClick(desk.screen.booking.words.chips.buttons[at], LEFT)
    await desk.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = cast(QMenu, QApplication.activePopupWidget())
    action = next(each for each in menu.actions() if each.text() == name)
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())
    await desk.until(lambda: QApplication.activePopupWidget() is None)
