"""Opening the selected patient in Open Dental's own windows."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from app.bootstrap.doors.installed import NAME
from app.bootstrap.program import Program
from app.core.paths import ProgramFolders
from app.core.settings import Settings, SettingsFile
from app.viewmodels.staff.selected_patient import Origin
from app.views.staff.frame.strip_place import StripPlace
from tests.journeys.desk import CONTROL, SHIFT
from tests.journeys.doors.test_entrance import told
from tests.journeys.launcher import Launcher, schedule_shown
from tests.support.qt_loop import until

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a script stands in for Open Dental")


class OpenDental:
    """A program that writes down its arguments, a line for each start."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME
        self.path.write_text('#!/bin/sh\necho "$@" >> starts\n')
        self.path.chmod(self.path.stat().st_mode | stat.S_IXUSR)
        self._starts = folder / "starts"

    def starts(self) -> list[str]:
        """The arguments of every start. Nothing is ever removed: a start between two looks can't be missed."""
        text = self._starts.read_text() if self._starts.exists() else ""
        return [line.removesuffix("\n") for line in text.splitlines(keepends=True) if line.endswith("\n")]

    async def start(self, number: int) -> str:
        """Wait for a start, the first is 1; returns its arguments."""
        await until(lambda: len(self.starts()) >= number)
        return self.starts()[number - 1]


@pytest.fixture
def open_dental(tmp_path: Path) -> OpenDental:
    """One that has not been started yet."""
    return OpenDental(tmp_path)


async def opened(start: Launcher, home: ProgramFolders, path: str) -> Program:
    """The program with a patient selected, and this setting."""
    SettingsFile(home.config / "settings.json").save(Settings(open_dental=path))
    office = await start(training=True)
    await schedule_shown(office)
    office.workspace.desk.patient.select(5, Origin.SEARCH)
    await until(lambda: office.workspace.desk.strip.model is not None)
    return office


async def test_by_key_and_by_menu(start: Launcher, home: ProgramFolders, open_dental: OpenDental) -> None:
    """One key, or the strip's menu, opens the patient in the module that fits the screen."""
    office = await opened(start, home, str(open_dental.path))
    desk = office.workspace.desk
    QTest.keyClick(office.screen.canvas, Qt.Key.Key_D, CONTROL | SHIFT)
    assert await open_dental.start(1) == "PatNum=5 Module=Appt"
    await told(office, "in Open Dental.")
    await desk.screens.show("patient")
    place = office.window.findChild(StripPlace)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), place.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(place, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(each for each in menu.actions() if each.text() == "Open in Open Dental")
    assert action.isEnabled(), action.toolTip()
    action.trigger()
    menu.close()
    assert await open_dental.start(2) == "PatNum=5 Module=Family"
    desk.patient.clear()
    desk.commands["patient.open_dental"].run()
    await told(office, "No patient is selected.")
    assert len(open_dental.starts()) == 2


async def test_where_there_is_none(start: Launcher, home: ProgramFolders, open_dental: OpenDental) -> None:
    """Where it isn't found the notice says so; the file that is chosen there is started, and kept."""
    office = await opened(start, home, str(open_dental.path.with_name("gone.exe")))
    office.workspace.desk.commands["patient.open_dental"].run()
    toast = await told(office, "wasn't found on this PC.")
    office.workspace.desk.notices.act(toast.notice.id, "Choose file")
    dialog = office.window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(open_dental.path))
    dialog.close()
    assert await open_dental.start(1) == "PatNum=5 Module=Appt"
    assert office.settings.open_dental == str(open_dental.path)
