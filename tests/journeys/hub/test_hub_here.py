"""The office hub inside the desk program: one switch, a real process, killed in mid-write, ended with the program."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from app.api.modes import Mode
from app.api.vault import Vault
from app.bootstrap.hub.host import LocalHubHost
from app.bootstrap.program import Program
from app.core.paths import ProgramFolders
from app.core.settings import SettingsFile
from app.domain.schedule.visit import Stage
from app.journal.entries import WriteState
from app.practice.server.faults import Fault
from app.viewmodels.staff.hub.host import HostPhase
from app.viewmodels.staff.hub.late import HUB
from tests.journeys.desk import LEFT
from tests.journeys.launcher import SERVICE, Launcher, fill, schedule_shown, server_of
from tests.journeys.practices import Practices, Served
from tests.support.qt_loop import until
from tests.support.systems.other_processes import is_running, kill

LONG = 90.0
SOON = 40.0
ON_LOOPBACK = ("--port", "0", "--found-on", "-1", "--listen", "127.0.0.1")


@pytest.fixture(autouse=True)
def on_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """The hub listens on a free port of loopback, and isn't looked for on the network."""
    monkeypatch.setattr(LocalHubHost, "options", ON_LOOPBACK)


async def hub_stands(office: Program) -> None:
    """Wait until the office is open through the hub, and everything is told."""

    def stands() -> bool:
        workspace = office.workspace
        hub = workspace.desk.parts.hub if workspace is not None and office.page is None else None
        return hub is not None and hub.stream.tells_all

    await until(stands, LONG)
    await schedule_shown(office)


async def run_here(office: Program, served: Served) -> None:
    """Connect to the office's server, then press the one button."""
    office.page.choose_row(SERVICE)
    fill(office, server_of(served), served.keys)
    QTest.mouseClick(office.page.connect_button, LEFT)
    await schedule_shown(office)
    office.workspace.desk.commands[HUB.id].run()
    await until(lambda: office.workspace.desk.hub.is_open)
    page = office.workspace.frame.hub.page
    assert page.run.isEnabled()
    page.run.click()
    await hub_stands(office)


async def see_a_change_at_the_server(office: Program, served: Served) -> None:
    """What another program changes at the office's server is on the screen within seconds."""
    schedule = office.screen.model.schedule
    visit = next(each.visit for each in schedule.grid.visits if each.visit.stage is Stage.UNCONFIRMED)
    await served.elsewhere().appointments.update(visit.apt_num, Note="Changed at the server")

    def is_shown() -> bool:
        notes = {each.visit.apt_num: each.visit.note for each in schedule.grid.visits}
        return notes.get(visit.apt_num) == "Changed at the server"

    await until(is_shown, SOON)


async def kill_in_mid_write(office: Program, served: Served) -> None:
    """Mark an arrival, and kill the hub while the office hasn't answered it."""
    served.faults.plan("Appointments.confirm", Fault.HANG_AFTER)
    screen = office.screen.model
    visit = next(each.visit for each in screen.schedule.grid.visits if each.visit.stage is Stage.CONFIRMED)
    screen.schedule.select(visit.apt_num)
    screen.commands["visit.arrived"].run()
    await until(lambda: "Appointments.confirm" in served.faults.seen, LONG)
    kill(office.hub_host._child.pid)


@pytest.mark.timeout(400)
async def test_one_switch(
    start: Launcher, home: ProgramFolders, vault: Vault, open_practice: Practices
) -> None:
    """This PC runs the hub and is paired with it; a killed hub comes back, and a write in it is settled by reading.

    The hub ends with the program, and is there again with the next start, which opens the office through it.
    """
    served = open_practice(on_socket=True)
    office = await start()
    await run_here(office, served)
    assert office.settings.mode == Mode.HUB.value
    assert office.hub_host.state.phase is HostPhase.RUNS
    child, journal = office.hub_host._child, office.workspace.desk.parts.journal
    await see_a_change_at_the_server(office, served)
    await until(lambda: child.present == 1)
    assert office.hub_host.others == 0
    first = child.pid
    await kill_in_mid_write(office, served)
    await until(lambda: [each.state for each in journal.recent(1)] == [WriteState.DONE], LONG)
    assert served.faults.seen.count("Appointments.confirm") == 1
    await hub_stands(office)
    last = child.pid
    assert last != first

    await start.close()
    assert not is_running(last)
    kept = SettingsFile(home.config / "settings.json").load().settings
    assert (kept.mode, kept.hub_runs) == ("Hub", f"Service {served.address.base_url}")
    assert served.keys.customer not in (home.config / "settings.json").read_text()
    again = await start(wait=False)
    await hub_stands(again)
    assert vault.read_keys(served.address) == served.keys
