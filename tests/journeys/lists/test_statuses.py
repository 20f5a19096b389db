"""Statuses in Open Dental: with a logged call, by key, by mouse, undone, and refused when somebody was faster."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from app.domain.lists.contact import Contact
from app.viewmodels.staff.lists import commands
from app.viewmodels.staff.lists.choices import EVERYBODY
from app.viewmodels.staff.lists.rows import ListRow
from app.viewmodels.typed_keys import QUIET_SECONDS
from app.views.staff.lists.screen import ListsScreen
from app.wire.permissions import Permission
from tests.journeys.desk import CONTROL, LEFT, Desk, Desks
from tests.journeys.lists.callers import Caller, open_lists
from tests.journeys.practices import ALL, Practices, Served
from tests.support.kinds import the


def named(served: Served, category: int, name: str) -> int:
    """The DefNum of one of the office's definitions."""
    ((number,),) = served.sql(
        "SELECT DefNum FROM definition WHERE Category = ? AND ItemName = ?", category, name
    )
    return int(number)


def now(caller: Caller, row: ListRow) -> ListRow:
    """A row as the list has it now."""
    return next(each for each in caller.rows if each.key == row.key)


async def menu_of(desk: Desk) -> QMenu:
    """The menu that is open."""
    await desk.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    await desk.turn()  # the offscreen platform tells late that the menu's window is in front
    return the(QMenu, QApplication.activePopupWidget())


async def choose(desk: Desk, letter: Qt.Key) -> None:
    """S, and a letter of the short list."""
    await desk.until(lambda: bool(desk.window.findChildren(ListsScreen)[0].model.known.definitions.statuses))
    desk.key(Qt.Key.Key_S)
    menu = await menu_of(desk)
    QTest.keyClick(menu, letter)
    await desk.until(lambda: QApplication.activePopupWidget() is None)


def pick(menu: QMenu, place: int, name: str) -> None:
    """Choose an entry of one of a menu's submenus, as a click does."""
    entries = menu.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)[place].actions()
    next(each for each in entries if each.text().replace("&", "") == name).trigger()
    menu.close()


def select_other(caller: Caller, status: str) -> ListRow:
    """Go down to the first row that has another status."""
    while caller.chosen.status == status:
        caller.desk.key(Qt.Key.Key_Down)
    return caller.chosen


def commlogs(served: Served, row: ListRow) -> int:
    """How many commlogs a row's patient has."""
    return int(served.sql("SELECT COUNT(*) FROM commlog WHERE PatNum = ?", row.pat_num)[0][0])


async def everybody(caller: Caller, choice: str) -> None:
    """Show all rows of a list, whatever this filter would leave out."""
    caller.model.tab.filters.choose(choice, EVERYBODY)
    await caller.ready()


async def test_a_message_sets_the_status_of_that_name(open_practice: Practices, open_desk: Desks) -> None:
    """M gives an appointment the office's status "Left message", and one undo takes back both it and the commlog."""
    served = open_practice(on_socket=True)
    desk = await open_desk(served)
    caller = await open_lists(desk)
    left = named(served, 2, "Left message")
    await desk.until(lambda: all(each.contact is not None for each in caller.rows))
    row = select_other(caller, "Left message")
    before, count = row.status_num, commlogs(served, row)
    assert "M also sets Left message" in desk.texts(caller.screen.card)
    desk.key(Qt.Key.Key_M)
    await desk.told(f"Left a message for {row.name}, status Left message.")
    await desk.until(lambda: now(caller, row).status_num == left)
    assert served.sql("SELECT Confirmed FROM appointment WHERE AptNum = ?", row.key) == [(left,)]
    before_call, after = the(Contact, row.contact), the(Contact, now(caller, row).contact)
    assert after.attempts == before_call.attempts + 1
    desk.key(Qt.Key.Key_Z, CONTROL)
    await desk.told("Undone: Left a message for")
    await desk.until(lambda: now(caller, row).status_num == before)
    assert served.sql("SELECT Confirmed FROM appointment WHERE AptNum = ?", row.key) == [(before,)]
    await desk.ten_seconds_later()
    assert commlogs(served, row) == count
    assert now(caller, row).contact == row.contact


async def test_a_commlog_that_was_sent_stays(open_practice: Practices, open_desk: Desks) -> None:
    """After ten seconds the undo of a message restores the status and says that the commlog stays."""
    served = open_practice(on_socket=True)
    desk = await open_desk(served)
    caller = await open_lists(desk)
    row = select_other(caller, "Left message")
    count = commlogs(served, row)
    desk.key(Qt.Key.Key_M)
    await desk.told("status Left message.")
    await desk.ten_seconds_later()
    desk.key(Qt.Key.Key_Z, CONTROL)
    await desk.told("Undo leaves: the commlog")
    await desk.until(lambda: now(caller, row).status_num == row.status_num)
    assert commlogs(served, row) == count + 1


async def test_without_the_server(open_practice: Practices, open_desk: Desks) -> None:
    """Both wait while the server is off, each says so, and both are sent once it is back."""
    served = open_practice(on_socket=True)
    desk = await open_desk(served)
    caller = await open_lists(desk)
    assert served.socket is not None
    row = select_other(caller, "Left message")
    count = commlogs(served, row)
    served.socket.stop()
    desk.key(Qt.Key.Key_M)
    await desk.told("Not sent yet")
    served.socket.start()
    await desk.ten_seconds_later()
    left = named(served, 2, "Left message")
    assert served.sql("SELECT Confirmed FROM appointment WHERE AptNum = ?", row.key) == [(left,)]
    assert commlogs(served, row) == count + 1


@pytest.mark.parametrize("permissions", [ALL, ALL - {Permission.QUERIES}], ids=["queries", "methods"])
async def test_a_recall_that_was_called_is_left_out(
    open_practice: Practices, open_desk: Desks, permissions: frozenset[Permission]
) -> None:
    """M on a recall sets its status; the row leaves the list until Open Dental would list it again."""
    served = open_practice(on_socket=True, permissions=permissions)
    desk = await open_desk(served)
    caller = await open_lists(desk)
    await caller.open_tab(2)
    await desk.until(lambda: caller.model.known.reminders is not None)
    await desk.until(lambda: bool(caller.model.known.definitions.statuses))
    await caller.ready()
    left = named(served, 13, "Left message")
    row = select_other(caller, "Left message")
    count = commlogs(served, row)
    desk.key(Qt.Key.Key_M)
    await desk.told(f"Left a message for {row.name}, status Left message.")
    await desk.until(lambda: row.key not in [each.key for each in caller.rows])
    await desk.ten_seconds_later()
    found = served.sql("SELECT RecallStatus FROM recall WHERE PatNum = ?", row.pat_num)
    assert (left,) in found
    assert commlogs(served, row) == count + 1
    await everybody(caller, "reminders")
    assert now(caller, row).status == "Left message"
    caller.model.refresh()
    caller.model.tab.filters.choose("reminders", 1)
    await desk.until(lambda: row.key not in [each.key for each in caller.rows])


async def test_a_status_by_keyboard(open_practice: Practices, open_desk: Desks) -> None:
    """S and a letter set the status of an unscheduled appointment, the next row follows, and Undo restores it."""
    served = open_practice(on_socket=True)
    desk = await open_desk(served)
    caller = await open_lists(desk)
    await caller.open_tab(3)
    row, following = caller.rows[:2]
    wanted = named(served, 13, "Will call back")
    assert row.status_num != wanted
    await choose(desk, Qt.Key.Key_W)
    await desk.told(f"{row.name}: status Will call back.")
    assert caller.chosen.key == following.key
    await desk.settled()
    assert served.sql("SELECT UnschedStatus FROM appointment WHERE AptNum = ?", row.key) == [(wanted,)]
    assert now(caller, row).status == "Will call back"
    caller.model.tab.filters.choose("status", wanted)
    assert {each.status for each in caller.rows} == {"Will call back"}
    caller.model.tab.filters.choose("status", EVERYBODY)
    desk.key(Qt.Key.Key_Z, CONTROL)
    await desk.until(lambda: now(caller, row).status_num == row.status_num)


async def test_a_held_key_chooses_nothing(open_practice: Practices, open_desk: Desks) -> None:
    """S opens the short list and, held down, leaves the choice open; it opens none for a row that was left since."""
    served = open_practice(on_socket=True)
    desk = await open_desk(served)
    caller = await open_lists(desk)
    await caller.open_tab(3)
    await desk.until(caller.screen.card.buttons[commands.STATUS].isEnabled)
    row, other = caller.rows[:2]
    served_before = served.sql("SELECT UnschedStatus FROM appointment WHERE AptNum = ?", row.key)
    desk.key(Qt.Key.Key_S)
    menu = await menu_of(desk)
    for text in "swdtl":
        held = QKeyEvent(QEvent.Type.KeyPress, ord(text.upper()), Qt.KeyboardModifier.NoModifier, text, True)
        QApplication.sendEvent(menu, held)
    assert QApplication.activePopupWidget() is menu
    menu.close()
    assert served.sql("SELECT UnschedStatus FROM appointment WHERE AptNum = ?", row.key) == served_before
    desk.model.desk.typed.quiet_seconds = QUIET_SECONDS
    desk.key(Qt.Key.Key_S)
    caller.view.pane.table.selectRow(1)
    assert caller.chosen.key == other.key
    desk.model.desk.typed.decide()
    await desk.turn()
    assert QApplication.activePopupWidget() is None


async def test_a_status_by_mouse(open_practice: Practices, open_desk: Desks) -> None:
    """The right button opens the row's menu, with the office's statuses in it."""
    served = open_practice(on_socket=True)
    desk = await open_desk(served)
    caller = await open_lists(desk)
    row = next(each for each in caller.rows[:8] if each.status != "Left message")
    table = caller.view.pane.table
    place = table.visualRect(table.model().index(caller.rows.index(row), 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.RightButton, pos=place)
    assert caller.chosen.key == row.key
    table.customContextMenuRequested.emit(QPoint(place))
    menu = await menu_of(desk)
    pick(menu, 0, "Left message")
    await desk.told(f"{row.name}: status Left message.")
    await desk.until(lambda: now(caller, row).status == "Left message")


async def test_what_a_call_sets_is_chosen_once(open_practice: Practices, open_desk: Desks) -> None:
    """No status is guessed for "No answer"; once one is chosen, N sets it, also after the program was closed."""
    served = open_practice(on_socket=True)
    desk = await open_desk(served)
    caller = await open_lists(desk)
    await caller.open_tab(3)
    assert "N also sets" not in desk.texts(caller.screen.card)
    button = caller.screen.card.buttons[commands.STATUS]
    await desk.until(button.isEnabled)
    QTest.mouseClick(button, LEFT)
    menu = await menu_of(desk)
    pick(menu, -1, "To call")
    await desk.until(lambda: "N also sets To call" in desk.texts(caller.screen.card))
    await open_desk.leave(desk)
    desk = await open_desk(served, journal=desk.journal)
    caller = await open_lists(desk)
    await caller.open_tab(3)
    await desk.until(lambda: "N also sets To call" in desk.texts(caller.screen.card))
    row = select_other(caller, "To call")
    desk.key(Qt.Key.Key_N)
    await desk.told(f"No answer from {row.name}, status To call.")
    await desk.ten_seconds_later()
    wanted = named(served, 13, "To call")
    assert served.sql("SELECT UnschedStatus FROM appointment WHERE AptNum = ?", row.key) == [(wanted,)]


async def test_another_desk_was_faster(open_practice: Practices, open_desk: Desks) -> None:
    """A status that somebody has just changed is not overwritten; the call is logged all the same."""
    served = open_practice(on_socket=True)
    desk = await open_desk(served)
    caller = await open_lists(desk)
    await caller.open_tab(3)
    row, count = caller.chosen, commlogs(served, caller.chosen)
    theirs = named(served, 13, "Do not call")
    served.sql("UPDATE appointment SET UnschedStatus = ? WHERE AptNum = ?", theirs, row.key)
    desk.key(Qt.Key.Key_M)
    await desk.told("another user just changed")
    await desk.ten_seconds_later()
    assert served.sql("SELECT UnschedStatus FROM appointment WHERE AptNum = ?", row.key) == [(theirs,)]
    assert commlogs(served, row) == count + 1
    assert now(caller, row).status == "Do not call"
