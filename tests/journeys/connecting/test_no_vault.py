"""A PC that can't store keys (vault locked, broken or hanging), at the first start and later."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import keyring
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.api.vault import Vault
from app.bootstrap import progress
from app.bootstrap.connecting import vault_access
from app.bootstrap.program import Program
from app.bootstrap.single_instance import SingleInstance
from app.core.paths import ProgramFolders
from app.core.settings import Settings, SettingsFile
from app.domain.schedule.visit import Stage
from app.views.staff.frame.window import MainWindow
from tests.journeys.desk import LEFT
from tests.journeys.launcher import ROOT, SERVICE, Launcher, fill, message_shown, schedule_shown, server_of
from tests.journeys.practices import Practices
from tests.support.qt_loop import until
from tests.support.vaults import FailingKeyring, HangingKeyring

pytestmark = pytest.mark.logs("app.bootstrap")
STORE = "Windows can't store the keys right now."


async def test_working_for_today(
    start: Launcher, home: ProgramFolders, vault: Vault, open_practice: Practices
) -> None:
    """Without a vault the user can work for today, and the day's changes are there once keys can be stored again."""
    backend = FailingKeyring(RuntimeError("no vault"))
    keyring.set_keyring(backend)
    served = open_practice(on_socket=True)
    office = await start()
    office.page.choose_row(SERVICE)
    fill(office, server_of(served), served.keys)
    QTest.mouseClick(office.page.connect_button, LEFT)
    await message_shown(office, STORE)
    assert "asked again at the next start" in office.page.sentence
    QTest.mouseClick(office.page.today_button, LEFT)
    await schedule_shown(office)
    model = office.workspace.desk
    waits = await arrive(office)
    await until(lambda: not model.parts.journal.unsettled())
    await start.close()

    again = await start()
    assert STORE in again.page.sentence
    backend.error = None
    fill(again, server_of(served), served.keys)
    QTest.keyClick(again.page._customer, Qt.Key.Key_Return)
    await schedule_shown(again)
    journal = again.workspace.desk.parts.journal
    assert [entry.intent.words for entry in journal.recent(9)] == [waits]
    assert journal.store.damage == ()
    assert vault is not None


async def arrive(office: Program) -> str:
    """Mark a patient as arrived; returns the write's text."""
    model = office.workspace.desk
    screen = office.screen.model
    visit = next(each.visit for each in screen.schedule.grid.visits if each.visit.stage is Stage.CONFIRMED)
    screen.schedule.select(visit.apt_num)
    screen.commands["visit.arrived"].run()
    await until(lambda: bool(model.parts.journal.recent(1)))
    return model.parts.journal.recent(1)[0].intent.words


async def test_a_vault_that_hangs_at_the_start(
    start: Launcher,
    home: ProgramFolders,
    vault: Vault,
    open_practice: Practices,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A vault that never answers leads to the connection page with the reason, not to an empty frame."""
    monkeypatch.setattr(vault_access, "VAULT_SECONDS", 0.2)
    backend = HangingKeyring()
    keyring.set_keyring(backend)
    served = open_practice(on_socket=True)
    settings = Settings(mode="Service", server=server_of(served))
    SettingsFile(home.config / "settings.json").save(settings)
    monkeypatch.setattr(progress, "SLOW_SECONDS", 0.05)
    heard: list[str] = []
    monkeypatch.setattr(MainWindow, "say", lambda _, words: heard.append(words))
    office = await start()
    await message_shown(office, STORE)
    assert heard == ["Waiting for the stored keys…"]
    fill(office, server_of(served), served.keys)
    QTest.mouseClick(office.page.connect_button, LEFT)
    await until(lambda: "asked again at the next start" in office.page.sentence)
    QTest.mouseClick(office.page.today_button, LEFT)
    await schedule_shown(office)
    backend.let_go.set()


CLOSED_SOON = """
from PySide6.QtCore import QTimer
from app.bootstrap.desktop import run
from app.views.staff.frame.window import MainWindow

class Closing(MainWindow):
    def showEvent(self, event):
        super().showEvent(event)
        QTimer.singleShot(1000, self.close)

import app.bootstrap.desktop
app.bootstrap.desktop.MainWindow = Closing
code = run(training=False)
import sys
if sys.platform == "linux":
    import ctypes, resource
    print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3))
raise SystemExit(code)
"""


async def test_a_vault_that_hangs_keeps_no_process(home: ProgramFolders, _own_home: Path) -> None:  # noqa: PT019  # its folder
    """Closing the window while the vault hangs ends the process at once, and the next start works.

    A crash of the process would leave no memory dump.
    """
    SettingsFile(home.config / "settings.json").save(Settings(mode="Service", server="127.0.0.1:9"))
    hangs = {"PYTHON_KEYRING_BACKEND": "tests.support.vaults.HangingKeyring"}
    done = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-c", CLOSED_SOON],
        cwd=ROOT,
        env={**os.environ, **hangs, "FRONT_DESK_HOME": str(_own_home)},
        stdout=subprocess.PIPE,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0
    if sys.platform == "linux":
        assert done.stdout == "(0, 0) 0\n"
    assert SingleInstance(home.data).take()
