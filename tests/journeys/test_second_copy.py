"""A second start on the same PC: never a second desk on the same folder."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from pathlib import Path

from app.bootstrap.single_instance import SingleInstance
from app.core.paths import ProgramFolders
from tests.journeys.launcher import ROOT, Launcher
from tests.support.qt_loop import until


async def test_a_second_copy(start: Launcher, home: ProgramFolders, _own_home: Path) -> None:  # noqa: PT019  # its folder
    """A second start ends at once, brings the first one's window to the front, and its patient is shown there."""
    instance = SingleInstance(home.data)
    assert instance.take()
    office = await start(training=True)
    assert instance.listen(office.entrance.ask)
    office.window.showMinimized()
    pat_num = office.screen.model.schedule.grid.visits[0].visit.pat_num
    environment = {**os.environ, "FRONT_DESK_HOME": str(_own_home)}
    command = [sys.executable, "-m", "app", "--patient", str(pat_num), "--screen", "patient"]
    second = asyncio.get_running_loop().run_in_executor(
        None, lambda: subprocess.run(command, cwd=ROOT, env=environment, timeout=120, check=False).returncode
    )
    assert await second == 0
    desk = office.workspace.desk
    await until(lambda: desk.patient.current is not None and desk.screens.current == "patient")
    assert desk.patient.current.pat_num == pat_num
    assert not office.window.isMinimized()
    assert office.window.isVisible()
    instance.release()
