"""Keys typed faster than the program answers: each acts on what the one before it opened."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.schedule.visit import Stage
from app.viewmodels.typed_keys import QUIET_SECONDS
from app.views.staff.day_close.screen import DayCloseScreen
from app.views.staff.frame.palette import Palette
from app.views.staff.lists.screen import ListsScreen
from app.views.staff.money.payment.panel import PaymentPanel
from app.views.staff.schedule.booking_panel import BookingPanel
from tests.journeys.desk import ALT, CONTROL, PLAIN, SHIFT, Desk, minutes_of
from tests.journeys.jobs.moving import lower_neighbor_free
from tests.journeys.lists.callers import open_lists
from tests.support.kinds import the

ENTER, DOWN, TAB = Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Tab
Pressed = str | Qt.Key | tuple[Qt.Key, Qt.KeyboardModifier]


def type_fast(desk: Desk, *pressed: Pressed) -> None:
    """Press keys without giving the program a turn between them, where the focus is at each."""
    desk.model.desk.typed.quiet_seconds = QUIET_SECONDS
    for each in pressed:
        if isinstance(each, str):
            for letter in each:
                QTest.keyClicks(_focused(desk), letter)
            continue
        key, modifier = each if isinstance(each, tuple) else (each, PLAIN)
        # Qt asks for an override before it looks for the focused widget; QTest only after it was given one.
        QApplication.sendEvent(_focused(desk), QKeyEvent(QEvent.Type.ShortcutOverride, key, modifier))
        QTest.keyClick(_focused(desk), key, modifier)


def _focused(desk: Desk) -> QWidget:
    popup: QWidget | None = QApplication.activePopupWidget()
    found = (popup.focusWidget() or popup) if popup is not None else desk.focus()
    return found or desk.screen


async def test_m_and_arrows_move_the_selected_appointment(desk: Desk) -> None:
    """M, Down, Down, Enter, typed without a pause, move it by twenty minutes: the arrows don't select another one."""
    visit = await desk.select(lower_neighbor_free(desk))
    type_fast(desk, "m", DOWN, DOWN, ENTER)
    assert desk.selected.apt_num == visit.apt_num
    await desk.told(" moved to ")
    await desk.settled()
    assert minutes_of(desk.served.start_of(visit.apt_num)) == minutes_of(visit.start) + 20
    assert not desk.screen.panel.has_page


async def test_a_letter_and_another_day(desk: Desk) -> None:
    """A and Alt+Right: who was selected has arrived, and the next day is shown."""
    visit = await desk.select(desk.find(Stage.CONFIRMED, at=0))
    today = desk.model.schedule.day
    type_fast(desk, "a", (Qt.Key.Key_Right, ALT))
    assert desk.model.schedule.day > today
    await desk.until(lambda: bool(desk.entries))
    assert (await desk.settled()).answer["AptNum"] == visit.apt_num
    assert len(desk.entries) == 1


async def test_what_is_typed_after_a_key_goes_to_what_it_opened(desk: Desk) -> None:
    """Ctrl+N and a name, Ctrl+T and an amount, Ctrl+K and a command: nothing gets into the search for patients."""
    await desk.select(desk.find(Stage.CONFIRMED))
    type_fast(desk, (Qt.Key.Key_N, CONTROL), "smith")
    booking = the(BookingPanel, desk.screen.panel.page)
    assert booking.find_field.text() == "smith"
    assert desk.find_field.text() == ""
    type_fast(desk, Qt.Key.Key_Escape, Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    type_fast(desk, (Qt.Key.Key_T, CONTROL), "12.50")
    payment = the(PaymentPanel, desk.screen.panel.page)
    assert payment.amount.text() == "12.50"
    type_fast(desk, (Qt.Key.Key_K, CONTROL), "week")
    palette = the(Palette, QApplication.activePopupWidget())
    assert palette.field.text() == "week"
    type_fast(desk, Qt.Key.Key_Escape)


async def test_keys_after_another_screen_count_there(desk: Desk) -> None:
    """Ctrl+7 and M, Ctrl+Shift+W and a number: nothing is moved or written on the schedule left behind."""
    await desk.select(desk.find(Stage.CONFIRMED))
    type_fast(desk, (Qt.Key.Key_7, CONTROL), "m", TAB)
    assert desk.window.findChild(ListsScreen) is not None
    assert desk.frame.desk.screens.current == "lists"
    assert desk.ghost == ""
    type_fast(desk, (Qt.Key.Key_W, CONTROL | SHIFT), "3", ENTER, "4")
    (view,) = desk.window.findChildren(DayCloseScreen)
    first, second = list(view.day.drawer.pieces.values())[:2]
    assert (first.text(), second.text()) == ("3", "4")
    await desk.turn()
    assert desk.entries == ()
    assert not desk.screen.panel.has_page


async def test_enter_opens_the_page_of_who_was_found(desk: Desk) -> None:
    """Letters, Enter and A: who was found has arrived, not who was selected before."""
    await desk.model.parts.search.fill()
    before, visit = desk.find(Stage.CONFIRMED, at=-1), desk.find(Stage.CONFIRMED, at=0)
    await desk.select(before)
    type_fast(desk, f"{visit.name.lower()}", ENTER, "a", (DOWN, CONTROL))
    await desk.until(lambda: bool(desk.entries))
    assert (await desk.settled()).answer["AptNum"] == visit.apt_num
    assert len(desk.entries) == 1


async def test_an_arrow_key_counts_after_the_letter(desk: Desk) -> None:
    """On a list, M and Down: a commlog for the first row, which goes on to the second, and Down to the third."""
    caller = await open_lists(desk)
    first, _, third = caller.rows[:3]
    type_fast(desk, "m", DOWN)
    assert caller.chosen.key == third.key
    await desk.until(lambda: bool(desk.entries))
    assert desk.entries[0].intent.arguments["PatNum"] == first.pat_num
    assert caller.chosen.key == third.key


async def test_an_accent_belongs_to_the_name(desk: Desk) -> None:
    """S, the key of an accent, Caps Lock and a letter search for a name: nobody is seated."""
    await desk.select(desk.find(Stage.ARRIVED))
    type_fast(desk, "s")
    for key in (Qt.Key.Key_Dead_Acute, Qt.Key.Key_CapsLock):  # QTest can't press the former
        QApplication.sendEvent(_focused(desk), QKeyEvent(QEvent.Type.ShortcutOverride, key, PLAIN))
    type_fast(desk, "a")
    assert desk.find_field.text() == "sa"
    await desk.turn()
    assert desk.entries == ()


async def test_a_key_of_another_screen_brings_it_at_once(desk: Desk) -> None:
    """The key of a command that belongs to another screen shows that screen before the next key."""
    type_fast(desk, (Qt.Key.Key_P, CONTROL | ALT))
    assert desk.frame.desk.screens.current == "day_close"
    desk.press_button("Schedule")
    await desk.until(lambda: desk.frame.desk.screens.current == "schedule")
    type_fast(desk, (Qt.Key.Key_P, CONTROL | ALT))
    assert desk.frame.desk.screens.current == "day_close"
