"""A second start on the same computer: never a second desk on the same folder."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from pathlib import Path

from app.bootstrap.single_instance import SingleInstance
from app.core.paths import Places, places
from tests.journeys.doors import ROOT, Doors
from tests.support.qt_loop import until


async def test_a_second_copy(start: Doors, home: Places, _own_home: Path) -> None:  # noqa: PT019  # its folder
    """A second start on the same PC ends at once and brings the first one's window to the front."""
    instance = SingleInstance(home.data)
    assert instance.take()
    office = await start(training=True)
    called: list[int] = []

    def front() -> None:
        called.append(1)
        office.shell.to_front()

    instance.listen(front)
    office.shell.showMinimized()
    environment = {**os.environ, "FRONT_DESK_HOME": str(_own_home)}
    command = [sys.executable, "-m", "app", "--training"]
    second = asyncio.get_running_loop().run_in_executor(
        None, lambda: subprocess.run(command, cwd=ROOT, env=environment, timeout=20, check=False).returncode
    )
    assert await second == 0
    await until(lambda: called == [1])
    assert not office.shell.isMinimized()
    assert office.shell.isVisible()
    instance.release()


async def test_an_impatient_second_start(home: Places, _own_home: Path) -> None:  # noqa: PT019  # its folder
    """A second start while the first is busy and does not answer says so and ends; the folder is opened once."""
    instance = SingleInstance(home.data)
    assert instance.take()
    before = sorted(_own_home.rglob("*"))
    done = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-m", "app", "--training"],
        cwd=ROOT,
        env={**os.environ, "FRONT_DESK_HOME": str(_own_home)},
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )
    assert (done.returncode, sorted(_own_home.rglob("*"))) == (0, before)
    assert "Front Desk is already running on this computer" in done.stderr
    instance.release()


async def test_the_first_copy_listens_from_its_first_paint(_own_home: Path) -> None:  # noqa: PT019  # its folder
    """A copy whose office is still being opened answers the next start already."""
    command = [sys.executable, "-m", "app", "--training"]
    environment = {**os.environ, "FRONT_DESK_HOME": str(_own_home)}
    first = subprocess.Popen(command, cwd=ROOT, env=environment)  # noqa: ASYNC220  # watched from here
    try:
        lock = places().data / "front-desk.lock"
        await until(lock.exists, 20)
        answered = await asyncio.to_thread(SingleInstance(places().data).call_first)
        assert answered
        assert not list((places().data / "training").glob("journal-*"))
    finally:
        first.kill()
        first.wait()
