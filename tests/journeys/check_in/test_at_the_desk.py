"""A receptionist and a patient at a kiosk: what is seen and pressed in the window."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.bootstrap.workspace import Workspace
from app.views.staff.check_in.changes_panel import ChangesPanel
from app.views.staff.check_in.kiosks import KioskCard, KiosksView
from app.views.staff.frame.window import MainWindow
from app.views.staff.schedule.waiting_list import WaitingButton
from app.views.theme.theme import Theme
from app.wire.hub.kiosk import PROPOSE, ContactField, Propose
from tests.services.people.offices import ANA, PINS
from tests.support.fast_clock import FastClock
from tests.support.hub_office import HubOffice
from tests.support.qt_loop import until
from tests.support.waiting_room import WaitingRoom
from tests.viewmodels.check_in.desks import hub_connection

CHANGES = {ContactField.CITY: "Salem", ContactField.EMAIL: "ada@example.com"}


@pytest.fixture
async def desk(
    qapp: QApplication, theme: Theme, hub: HubOffice, clock: FastClock, tmp_path: Path
) -> AsyncIterator[Workspace]:
    """A desk's window, with the schedule of today."""
    window = MainWindow()
    window.dress(theme)
    window.resize(1366, 768)
    window.show()
    opened = Workspace(window, theme, await hub_connection(hub, tmp_path / "desk.db", "Desk 1"), clock)
    await opened.paint_today()
    await opened.open()
    await opened.settle_in()
    check_in = opened.desk.check_in
    await until(lambda: check_in.check_in is not None and check_in.check_in.state.office is not None)
    yield opened
    await until(lambda: opened.desk.parts.hub.stream.standing)
    await opened.leave()
    window.close()
    window.deleteLater()


async def test_a_check_in_is_seen_and_its_changes_accepted(desk: Workspace, room: WaitingRoom) -> None:
    """The toast takes no focus; "Seen" is one click; Ctrl+F3 and Enter accept everything in one write."""
    pat_num = await room.patient(City="Portland")
    apt_num = await room.book(pat_num)
    desk.window.activateWindow()
    desk.schedule.take_focus()
    focused = QApplication.focusWidget()
    visit = await room.visit()
    await room.kiosk.call(PROPOSE, Propose(visit=visit, index=0, changes=CHANGES))
    await room.arrive(visit)
    notices = desk.desk.notices
    await until(lambda: any("Okafor, Ada checked in" in each.words for each in notices.items))
    await until(lambda: QApplication.focusWidget() is focused)

    def row() -> WaitingButton | None:
        rows = desk.window.findChildren(WaitingButton)
        return next((each for each in rows if each.row.apt_num == apt_num and each.isVisible()), None)

    await until(lambda: row() is not None and row().seen is not None)
    QTest.mouseClick(row().seen, Qt.MouseButton.LeftButton)
    await until(lambda: row() is not None and row().seen is None)
    assert row().row.under == "Checked in at Kiosk 1"
    QTest.keyClick(desk.frame, Qt.Key.Key_F3, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: desk.window.findChild(ChangesPanel) is not None)
    panel = desk.window.findChild(ChangesPanel)
    await until(lambda: panel.isVisible() and bool(panel.cards.buttons))
    await until(panel.cards.buttons[0].hasFocus)
    QTest.keyClick(panel.cards.buttons[0], Qt.Key.Key_Return)
    await until(lambda: not panel.cards.buttons)
    patient = await room.office.patients.get(pat_num)
    assert (patient.City, patient.Email) == ("Salem", "ada@example.com")


async def test_a_check_in_pc_is_told_and_removed_without_a_mouse(desk: Workspace, room: WaitingRoom) -> None:
    """The field has the focus, so that a key pressed too often orders nothing; Enter presses buttons."""
    await desk.desk.screens.show("check_in")
    desk.window.activateWindow()
    desk.desk.commands["check_in.kiosks"].run()
    await until(lambda: any(each.isVisible() for each in desk.window.findChildren(KioskCard)))
    card = next(each for each in desk.window.findChildren(KioskCard) if each.isVisible())
    desk.window.findChild(KiosksView).take_focus()
    await until(card.message.hasFocus)
    assert card.show_message.text() == "Show message"
    QTest.keyClicks(card.message, "Dr. Lee is late")
    QTest.keyClick(card.message, Qt.Key.Key_Return)
    await until(lambda: card.show_message.text() == "Hide message")
    card.show_message.setFocus()
    QTest.keyClick(card.show_message, Qt.Key.Key_Return)
    await until(lambda: card.show_message.text() == "Show message" and not card.message.text())
    kiosks = desk.desk.check_in.check_in.state
    await until(lambda: [each.message for each in kiosks.kiosks] == [""])
    await desk.desk.parts.staff.set_up(ANA, PINS[ANA.user_num])  # only who manages people may remove one
    card.remove.setFocus()
    QTest.keyClick(card.remove, Qt.Key.Key_Return)
    await until(card.question.keep.hasFocus)
    card.question.do.setFocus()
    QTest.keyClick(card.question.do, Qt.Key.Key_Return)
    await until(lambda: not desk.window.findChild(KiosksView).cards)
    await until(desk.window.findChild(KiosksView).add.hasFocus)
