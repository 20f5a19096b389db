"""The desk without a mouse: focus, Esc, and which part gets which keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCalendarWidget, QDialog

from app.domain.schedule.visit import Stage
from app.viewmodels.staff.schedule.state import ScheduleView
from app.views.staff.frame.palette import Palette
from app.views.staff.frame.strip import Strip
from app.views.staff.schedule.details_page import DetailsPage
from tests.journeys.desk import ALT, CONTROL, SHIFT, Desk, minutes_of
from tests.support.kinds import the


async def test_arrows_select_as_they_walk(desk: Desk) -> None:
    """The arrow keys move between appointments and select them, so that A acts on the focused one."""
    await desk.until(lambda: desk.focus() is desk.canvas)
    await desk.press(Qt.Key.Key_Down)
    first = desk.selected
    await desk.press(Qt.Key.Key_Right, CONTROL)
    second = desk.selected
    assert second.op_num != first.op_num
    await desk.press(Qt.Key.Key_Down, CONTROL)
    assert desk.selected.op_num == second.op_num
    assert desk.selected.start >= second.start
    assert desk.canvas.overlay.focused == desk.canvas.overlay.selected == desk.selected.apt_num
    assert desk.selected.name in desk.texts(desk.screen.panel)
    for _ in range(30):
        if desk.selected.stage in (Stage.CONFIRMED, Stage.UNCONFIRMED):
            break
        await desk.press(Qt.Key.Key_Down, CONTROL)
    chosen = desk.selected
    await desk.press(Qt.Key.Key_A)
    assert await desk.told("arrived") == f"{chosen.name} arrived."


async def test_a_free_time_is_booked_by_keys(desk: Desk) -> None:
    """Arrow keys reach a free time, Enter books there; without a focused appointment no letter writes.

    Esc clears it.
    """
    await desk.select(desk.find(Stage.CONFIRMED, where=desk.alone))
    for _ in range(30):
        if desk.canvas.overlay.cursor is None:
            await desk.press(Qt.Key.Key_Up)
    column, minute = desk.canvas.overlay.cursor
    assert desk.model.schedule.selected is None
    await desk.press(Qt.Key.Key_A)
    await desk.told("Select an appointment first")
    await desk.press(Qt.Key.Key_Return)
    await desk.until(lambda: bool(desk.model.booking.state.openings) and not desk.model.booking.state.looking)
    first = desk.model.booking.state.openings[0].opening
    assert (minutes_of(first.start), first.op_num) == (minute, column)
    await desk.press(Qt.Key.Key_Escape)
    await desk.press(Qt.Key.Key_N, CONTROL)
    await desk.until(lambda: bool(desk.model.booking.state.openings) and not desk.model.booking.state.looking)
    assert desk.model.booking.state.openings[0].opening.start == first.start
    await desk.press(Qt.Key.Key_Escape)
    await desk.press(Qt.Key.Key_Escape)
    assert desk.canvas.overlay.cursor is None
    assert desk.entries == ()


async def test_a_double_click_opens_the_details(desk: Desk) -> None:
    """A double click or Enter opens an appointment's details; Delete asks how to cancel it."""
    visit = await desk.select(desk.find(Stage.CONFIRMED))
    desk.served.change(visit.apt_num, Note="First line. " + "more " * 200)
    await desk.until(lambda: desk.selected.note.startswith("First line"))
    desk.double_click(desk.place(visit.apt_num))
    await desk.turn()
    page = desk.screen.panel.page
    assert desk.focus() is the(DetailsPage, page).field
    assert desk.texts(page).count("more") == 200
    await desk.press(Qt.Key.Key_Escape)
    await desk.press(Qt.Key.Key_Return)
    assert desk.screen.panel.has_page
    await desk.press(Qt.Key.Key_Escape)
    await desk.press(Qt.Key.Key_Delete)
    dialog = desk.screen.findChild(QDialog)
    assert dialog is not None
    dialog.reject()


async def test_esc_closes_the_topmost_thing(desk: Desk) -> None:
    """Esc closes one thing at a time: the hover card, then the panel's page, then the selection."""
    await desk.press(Qt.Key.Key_Down)
    assert not desk.screen._hover.isVisible()
    await desk.press(Qt.Key.Key_I, CONTROL)
    assert desk.screen.panel.has_page
    desk.canvas.setFocus()
    await desk.press(Qt.Key.Key_Up, CONTROL)
    assert desk.screen._hover.isVisible()
    await desk.press(Qt.Key.Key_Escape)
    assert not desk.screen._hover.isVisible()
    assert desk.screen.panel.has_page
    await desk.press(Qt.Key.Key_Escape)
    assert not desk.screen.panel.has_page
    assert desk.model.schedule.selected is not None
    await desk.press(Qt.Key.Key_Escape)
    assert desk.model.schedule.selected is None
    await desk.until(lambda: desk.focus() is desk.canvas)


async def test_pages_give_the_focus_back(desk: Desk) -> None:
    """Notices, changes that need attention, a note and a booking take the focus; Esc returns it to the schedule."""
    await desk.select(desk.find(Stage.CONFIRMED))
    for key, modifier in (
        (Qt.Key.Key_I, CONTROL),
        (Qt.Key.Key_U, CONTROL),
        (Qt.Key.Key_N, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_N, CONTROL),
        (Qt.Key.Key_M, CONTROL),
    ):
        await desk.press(key, modifier)
        assert desk.screen.panel.has_page
        assert desk.screen.panel.isAncestorOf(desk.focus())
        await desk.press(Qt.Key.Key_Escape)
        assert not desk.screen.panel.has_page, key
        await desk.until(lambda: desk.focus() is desk.canvas)
    assert desk.screen.panel._pages.count() == 2  # the card and the booking: no page is left behind


async def test_letters_belong_to_whoever_has_the_focus(desk: Desk) -> None:
    """A letter in a field, list or box of the panel or bar is no shortcut: nobody is marked as arrived."""
    await desk.select(desk.find(Stage.CONFIRMED))
    await desk.press(Qt.Key.Key_N)
    for key in (Qt.Key.Key_A, Qt.Key.Key_S, Qt.Key.Key_Plus, Qt.Key.Key_T):
        await desk.press(key)
    await desk.press(Qt.Key.Key_Escape)
    await desk.press(Qt.Key.Key_M, CONTROL)
    await desk.until(lambda: bool(desk.model.booking.state.openings) and not desk.model.booking.state.looking)
    for widget in (desk.screen.booking._openings, desk.screen.booking._provider, desk.screen.bar._clinic):
        widget.setFocus()
        for key in (Qt.Key.Key_A, Qt.Key.Key_D, Qt.Key.Key_Minus, Qt.Key.Key_Delete):
            await desk.press(key)
    await desk.turn(10)
    assert desk.entries == ()
    assert desk.screen.findChild(QDialog) is None


async def test_a_note_by_keyboard(desk: Desk) -> None:
    """N opens the note, Ctrl+Enter appends the text to the note, Ctrl+Z undoes it."""
    visit = await desk.select(desk.find(Stage.CONFIRMED))
    before = desk.served.row(visit.apt_num)["Note"]
    await desk.press(Qt.Key.Key_N)
    desk.type("Brings her own headphones; asks about A, S and D.")
    await desk.press(Qt.Key.Key_Return, CONTROL)
    await desk.told("Note added")
    note = desk.served.row(visit.apt_num)["Note"]
    assert note.startswith(before)
    assert note.endswith("Brings her own headphones; asks about A, S and D.")
    assert desk.selected.note == note
    await desk.until(lambda: desk.focus() is desk.canvas)
    await desk.press(Qt.Key.Key_Z, CONTROL)
    await desk.told("as it was")
    assert desk.served.row(visit.apt_num)["Note"] == before


async def test_a_half_typed_note_waits(desk: Desk) -> None:
    """Clicks on a free time keep an unsaved note; after Esc it is restored when the page opens again."""
    visit = await desk.select(desk.find(Stage.CONFIRMED))
    await desk.press(Qt.Key.Key_N)
    desk.type("Brings her own head")
    page = desk.screen.panel.page
    column = next(each.key for each in desk.columns if not desk.others(each.key, 12 * 60, 12 * 60 + 10))
    desk.click(desk.spot(column, 12 * 60))
    await desk.turn()
    assert desk.screen.panel.page is page
    assert desk.selected.apt_num == visit.apt_num
    desk.double_click(desk.spot(column, 12 * 60))
    await desk.turn()
    assert desk.screen.panel.page is page
    assert desk.focus() is the(DetailsPage, page).field
    await desk.told("is kept for this appointment")
    await desk.press(Qt.Key.Key_Escape)
    assert not desk.screen.panel.has_page
    await desk.select(visit)
    await desk.press(Qt.Key.Key_N)
    desk.type("phones.")
    assert the(DetailsPage, desk.screen.panel.page).field.toPlainText() == "Brings her own headphones."
    desk.press_button("Discard", desk.screen.panel)
    await desk.turn()
    await desk.press(Qt.Key.Key_N)
    assert the(DetailsPage, desk.screen.panel.page).field.toPlainText() == ""


async def test_an_empty_note_adds_nothing(desk: Desk) -> None:
    """A note of only spaces closes the page and writes nothing."""
    await desk.select(desk.find(Stage.CONFIRMED))
    await desk.press(Qt.Key.Key_N)
    desk.type("   ")
    await desk.press(Qt.Key.Key_Return, CONTROL)
    assert not desk.screen.panel.has_page
    assert desk.entries == ()


async def test_the_palette(desk: Desk) -> None:
    """Ctrl+K, a part of a name and Enter run any command; one that can't run shows the reason; Esc closes."""
    await desk.press(Qt.Key.Key_K, CONTROL)
    await desk.until(lambda: QApplication.activePopupWidget() is not None)
    await desk.press(Qt.Key.Key_Escape)
    await desk.until(lambda: QApplication.activePopupWidget() is None)
    await desk.press(Qt.Key.Key_K, CONTROL)
    palette = the(Palette, QApplication.activePopupWidget())
    palette.field.insert("arriv")
    palette.field.textEdited.emit("arriv")
    await desk.press(Qt.Key.Key_Return)
    await desk.told("Select an appointment first")
    await desk.press(Qt.Key.Key_K, CONTROL)
    palette = the(Palette, QApplication.activePopupWidget())
    palette.field.insert("nonsense")
    palette.field.textEdited.emit("nonsense")
    await desk.press(Qt.Key.Key_Return)
    assert "No matching command" in palette._list.item(0).text()
    palette.field.setText("week")
    palette.field.textEdited.emit("week")
    await desk.press(Qt.Key.Key_Return)
    await desk.until(lambda: QApplication.activePopupWidget() is None)
    await desk.until(lambda: desk.model.schedule.view is ScheduleView.WEEK)


async def test_the_calendar(desk: Desk) -> None:
    """Ctrl+G opens a calendar; arrows and Enter pick a date, Esc picks none; the schedule gets the focus back."""
    today = desk.model.schedule.day
    await desk.press(Qt.Key.Key_G, CONTROL)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    await desk.press(Qt.Key.Key_Escape)
    await desk.until(lambda: QApplication.activePopupWidget() is None)
    assert desk.model.schedule.day == today
    await desk.press(Qt.Key.Key_G, CONTROL)
    calendar = QApplication.activePopupWidget().findChild(QCalendarWidget)
    day = calendar.selectedDate().addDays(1)
    calendar.setSelectedDate(day)
    calendar.activated.emit(day)
    await desk.read()
    assert (desk.model.schedule.day - today).days == 1
    await desk.until(lambda: desk.focus() is desk.canvas)


async def test_tab_follows_the_eye(desk: Desk) -> None:
    """Tab goes from left to right along the bar, the strip, the schedule, the card, and back to the start."""
    await desk.select(desk.find(Stage.CONFIRMED))
    bar, panel = desk.frame.bar, desk.screen.panel
    await desk.until(lambda: any(each.isVisible() for each in desk.frame.findChildren(Strip)))
    (strip,) = desk.frame.findChildren(Strip)
    desk.canvas.setFocus()
    seen = []
    for _ in range(60):
        await desk.press(Qt.Key.Key_Tab)
        if desk.focus() is desk.canvas:
            break
        seen.append(desk.focus())
    assert seen
    await desk.until(lambda: desk.focus() is desk.canvas)
    named = {"panel": panel, "bar": bar, "strip": strip}
    parts = [next((name for name, part in named.items() if part.isAncestorOf(each)), "rest") for each in seen]
    order = [part for index, part in enumerate(parts) if index == 0 or parts[index - 1] != part]
    assert order == ["panel", "rest", "bar", "strip"]
    places = [each.mapTo(desk.window, each.rect().topLeft()).x() for each in seen if bar.isAncestorOf(each)]
    assert places == sorted(places)
    await desk.press(Qt.Key.Key_Backtab, SHIFT)


async def test_days_by_keys(desk: Desk) -> None:
    """Alt+arrows go a day back and forward, T returns to today, Ctrl+2 and Ctrl+1 switch between week and day."""
    today = desk.model.schedule.day
    await desk.press(Qt.Key.Key_Right, ALT)
    await desk.press(Qt.Key.Key_Right, ALT)
    await desk.read()
    assert (desk.model.schedule.day - today).days == 2
    await desk.press(Qt.Key.Key_Left, ALT)
    assert (desk.model.schedule.day - today).days == 1
    await desk.press(Qt.Key.Key_T)
    assert desk.model.schedule.day == today
    await desk.press(Qt.Key.Key_2, CONTROL)
    await desk.read()
    assert len(desk.columns) >= 5
    await desk.press(Qt.Key.Key_1, CONTROL)
    await desk.read()
    assert len(desk.columns) >= 8


async def test_a_held_key_writes_once(desk: Desk) -> None:
    """Holding a key counts once: an appointment gets ten more minutes, one write with one undo."""
    visit = await desk.select(desk.find(Stage.CONFIRMED, where=desk.alone))
    await desk.hold_key(Qt.Key.Key_Plus, "+")
    await desk.settled()
    await desk.until(lambda: desk.selected.minutes == visit.minutes + 10)
    await desk.turn(20)
    assert len(desk.entries) == 1


async def test_a_held_key_leafs_on(desk: Desk) -> None:
    """Paging through the days repeats while its keys are held."""
    today = desk.model.schedule.day
    await desk.hold_key(Qt.Key.Key_Right, "", ALT)
    assert (desk.model.schedule.day - today).days == 11
