"""Broken appointments: one dialog shows the consequences, and they happen as shown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton

from app.domain.schedule.visit import Stage, Visit
from app.views.staff.schedule.break_dialog import BreakDialog
from app.wire.permissions import Permission
from tests.journeys.desk import CONTROL, LEFT, Desk, Desks
from tests.journeys.practices import Practices

BROKEN, UNSCHEDULED = 5, 3
"""Open Dental's numbers of AptStatus."""


async def ask(desk: Desk) -> BreakDialog:
    """Press B and wait for the dialog."""
    desk.key(Qt.Key.Key_Delete)
    await desk.until(lambda: any(each.isVisible() for each in desk.screen.findChildren(BreakDialog)))
    await desk.turn()  # the offscreen platform tells late that the dialog's window is in front
    return next(each for each in desk.screen.findChildren(BreakDialog) if each.isVisible())


def pick(dialog: BreakDialog, title: str) -> QRadioButton:
    """Choose one of its options."""
    radio = next(each for each in dialog.findChildren(QRadioButton) if each.text().startswith(title))
    radio.click()
    return radio


def press(dialog: BreakDialog, title: str) -> None:
    """Click one of its buttons."""
    button = next(each for each in dialog.findChildren(QAbstractButton) if each.text() == title)
    QTest.mouseClick(button, LEFT)


def charted(desk: Desk, visit: Visit) -> list[str]:
    """The codes of the patient's procedures that breaking adds."""
    rows = desk.served.sql(
        "SELECT c.ProcCode FROM procedurelog p JOIN procedurecode c ON c.CodeNum = p.CodeNum "
        "WHERE p.PatNum = ? AND c.ProcCode IN ('D9986', 'D9987') AND p.ProcDate = '2026-11-17'",
        visit.pat_num,
    )
    return [row[0] for row in rows]


def commlogs(desk: Desk, visit: Visit) -> int:
    """How many commlogs the patient has."""
    return desk.served.sql("SELECT COUNT(*) FROM commlog WHERE PatNum = ?", visit.pat_num)[0][0]


async def test_a_missed_visit_stays_on_the_schedule(desk: Desk) -> None:
    """No-show, left on the schedule.

    D9986 is charted, a commlog written, the tile marked broken, as the dialog said.
    """
    visit = await desk.select(desk.find(Stage.UNCONFIRMED))
    logs = commlogs(desk, visit)
    dialog = await ask(desk)
    pick(dialog, "No-show")
    box = dialog.findChild(QCheckBox)
    if box.isChecked():
        box.click()
    words = desk.texts(dialog)
    assert visit.name in words
    assert "The appointment stays on the schedule, marked broken." in words
    assert "D9986 (missed) is added to the chart, with the office's fee for it, if any." in words
    assert ("A commlog entry is added." in words) == (
        desk.model.parts.office.lists.preferences["BrokenApptCommLog"] == "1"
    )
    press(dialog, "Cancel appointment")
    assert "It will be sent in 10 seconds." in await desk.told("no-show")
    assert desk.shown(visit.apt_num).stage is Stage.BROKEN
    await desk.ten_seconds_later()
    assert desk.served.row(visit.apt_num)["AptStatus"] == BROKEN
    assert desk.shown(visit.apt_num).stage is Stage.BROKEN
    assert charted(desk, visit) == ["D9986"]
    assert commlogs(desk, visit) == logs + ("A commlog entry is added." in words)
    assert not desk.model.commands["visit.arrived"].can_run
    assert (
        desk.button("Cancel or no-show").toolTip()
        == "Cancel or no-show: Only a scheduled appointment can be canceled."
    )


async def test_canceled_in_time_leaves_the_schedule(desk: Desk) -> None:
    """Canceled in time: moved to the Unscheduled List, nothing charted; Ctrl+Z restores the appointment."""
    visit = await desk.select(desk.find(Stage.CONFIRMED))
    dialog = await ask(desk)
    pick(dialog, "Canceled with 24+")
    assert "The appointment moves to the Unscheduled List." in desk.texts(dialog)
    assert "is added to the chart" not in desk.texts(dialog)
    press(dialog, "Cancel appointment")
    await desk.told("canceled")
    await desk.ten_seconds_later()
    assert desk.served.row(visit.apt_num)["AptStatus"] == UNSCHEDULED
    await desk.until(lambda: desk.shown(visit.apt_num) is None)
    assert charted(desk, visit) == []
    await desk.sit_down()
    await desk.press(Qt.Key.Key_Z, CONTROL)
    await desk.told("back on the schedule")
    assert desk.shown(visit.apt_num).start == visit.start


async def test_canceled_late_by_keyboard(desk: Desk) -> None:
    """B, arrow keys and Enter suffice; Esc keeps the appointment."""
    visit = await desk.select(desk.find(Stage.CONFIRMED))
    dialog = await ask(desk)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert desk.entries == ()
    await desk.sit_down()
    dialog = await ask(desk)
    pick(dialog, "Canceled late")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    await desk.told("canceled late, on the Unscheduled List")
    await desk.ten_seconds_later()
    assert charted(desk, visit) == ["D9987"]


async def test_the_dialog_begins_on_the_checked_way(desk: Desk) -> None:
    """The checked option has the focus, whichever it is, and the arrow keys move on from it."""
    await desk.select(desk.find(Stage.CONFIRMED))
    dialog = await ask(desk)
    checked = dialog._group.checkedButton()
    await desk.until(lambda: dialog.focusWidget() is checked)
    first = next(each for each in dialog._group.buttons() if each.isEnabled())
    QTest.keyClick(checked, Qt.Key.Key_Down if checked is first else Qt.Key.Key_Up)
    await desk.until(lambda: dialog._group.checkedButton() is dialog.focusWidget() is not checked)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


async def test_procedures_that_stay_detached_are_named(open_practice: Practices, open_desk: Desks) -> None:
    """If breaking detached procedures that the key may not reattach, the undo names each, with the reason."""
    permissions = frozenset(Permission) - {Permission.PROCEDURE_LOGS}
    desk = await open_desk(open_practice(permissions=permissions, broken_detaches_procedures=True))
    count = "SELECT COUNT(*) FROM procedurelog WHERE AptNum = ?"
    visit = await desk.select(
        desk.find(Stage.CONFIRMED, where=lambda each: desk.served.sql(count, each.apt_num)[0][0] > 0)
    )
    QTest.keyClick(await ask(desk), Qt.Key.Key_Return)
    await desk.told("on the Unscheduled List")
    await desk.ten_seconds_later()
    await desk.sit_down()
    await desk.press(Qt.Key.Key_Z, CONTROL)
    await desk.told("back on the schedule")
    line = await desk.told(f"back on the appointment of {visit.name}: not done.")
    assert "doesn't have the permission" in line


async def test_an_office_that_charts_nothing(open_practice: Practices, open_desk: Desks) -> None:
    """If the office records no procedure for broken appointments, two options are disabled with the reason."""
    served = open_practice()
    served.sql("UPDATE preference SET ValueString = '0' WHERE PrefName = 'BrokenApptProcedure'")
    desk = await open_desk(served)
    await desk.select(desk.find(Stage.CONFIRMED))
    dialog = await ask(desk)
    missed = pick(dialog, "No-show")
    assert not missed.isEnabled()
    assert "adds no procedure" in missed.toolTip()
    assert "adds no procedure" in missed.accessibleDescription()
    assert desk.texts(dialog).count("adds no procedure") == 1
    assert "moves to the Unscheduled List" in desk.texts(dialog)
    press(dialog, "Keep")
    assert desk.entries == ()
