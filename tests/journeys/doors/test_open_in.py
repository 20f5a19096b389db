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


@pytest.fixture
def open_dental(tmp_path: Path) -> Path:
    """A program that writes down its arguments."""
    script = tmp_path / NAME
    script.write_text('#!/bin/sh\necho "$@" > got.new; mv got.new got\n')
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    return script


def started_with(open_dental: Path) -> str:
    """The arguments of the last start, once; empty: none yet."""
    got = open_dental.with_name("got")
    words = got.read_text().strip() if got.exists() else ""
    got.unlink(missing_ok=True)
    return words


async def arguments_of(open_dental: Path) -> str:
    """Wait for a start."""
    found: list[str] = []
    await until(lambda: bool(found.append(started_with(open_dental)) or found[-1]))
    return found[-1]


async def opened(start: Launcher, home: ProgramFolders, path: str) -> Program:
    """The program with a patient selected, and this setting."""
    SettingsFile(home.config / "settings.json").save(Settings(open_dental=path))
    office = await start(training=True)
    await schedule_shown(office)
    office.workspace.desk.patient.select(5, Origin.SEARCH)
    await until(lambda: office.workspace.desk.strip.model is not None)
    return office


async def test_by_key_and_by_menu(start: Launcher, home: ProgramFolders, open_dental: Path) -> None:
    """One key, or the strip's menu, opens the patient in the module that fits the screen."""
    office = await opened(start, home, str(open_dental))
    desk = office.workspace.desk
    QTest.keyClick(office.screen.canvas, Qt.Key.Key_D, CONTROL | SHIFT)
    assert await arguments_of(open_dental) == "PatNum=5 Module=Appt"
    await told(office, "in Open Dental.")
    await desk.screens.show("patient")
    place = office.window.findChild(StripPlace)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), place.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(place, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(each for each in menu.actions() if each.text() == "Open in Open Dental").trigger()
    menu.close()
    assert await arguments_of(open_dental) == "PatNum=5 Module=Family"
    desk.patient.clear()
    desk.commands["patient.open_dental"].run()
    await told(office, "No patient is selected.")
    assert started_with(open_dental) == ""


async def test_where_there_is_none(start: Launcher, home: ProgramFolders, open_dental: Path) -> None:
    """Where it isn't found the notice says so; the file that is chosen there is started, and kept."""
    office = await opened(start, home, str(open_dental.with_name("gone.exe")))
    office.workspace.desk.commands["patient.open_dental"].run()
    toast = await told(office, "wasn't found on this PC.")
    office.workspace.desk.notices.act(toast.notice.id, "Choose file")
    dialog = office.window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(open_dental))
    dialog.close()
    assert await arguments_of(open_dental) == "PatNum=5 Module=Appt"
    assert office.settings.open_dental == str(open_dental)
