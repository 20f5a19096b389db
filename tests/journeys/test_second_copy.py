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
    """A second start on the same PC ends at once and brings the first one's window to the front."""
    instance = SingleInstance(home.data)
    assert instance.take()
    office = await start(training=True)
    called: list[int] = []

    def front() -> None:
        called.append(1)
        office.window.to_front()

    instance.listen(front)
    office.window.showMinimized()
    environment = {**os.environ, "FRONT_DESK_HOME": str(_own_home)}
    command = [sys.executable, "-m", "app", "--training"]
    second = asyncio.get_running_loop().run_in_executor(
        None, lambda: subprocess.run(command, cwd=ROOT, env=environment, timeout=20, check=False).returncode
    )
    assert await second == 0
    await until(lambda: called == [1])
    assert not office.window.isMinimized()
    assert office.window.isVisible()
    instance.release()
