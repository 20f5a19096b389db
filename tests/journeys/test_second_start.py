"""Two starts on the same PC: one folder is opened once, however impatient people are."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.bootstrap.single_instance import SingleInstance
from app.core.paths import places
from tests.support.qt_loop import until

ROOT = Path(__file__).parents[2]


async def test_an_impatient_second_start(qapp: QApplication, _own_home: Path) -> None:  # noqa: PT019  # its folder
    """A second start while the first is busy and does not answer says so and ends; the folder is opened once."""
    places().make()
    instance = SingleInstance(places().data)
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


async def test_the_first_copy_listens_from_its_first_paint(qapp: QApplication, _own_home: Path) -> None:  # noqa: PT019  # its folder
    """A copy whose office is still being opened answers the next start already."""
    command = [sys.executable, "-m", "app", "--training"]
    environment = {**os.environ, "FRONT_DESK_HOME": str(_own_home)}
    first = subprocess.Popen(command, cwd=ROOT, env=environment)  # noqa: ASYNC220  # watched from here
    try:
        lock = places().data / "front-desk.lock"
        await until(lock.exists, 20)
        knock = SingleInstance(places().data).call_first
        answered = await asyncio.to_thread(knock) or await asyncio.to_thread(knock)  # a busy PC paints late
        assert answered
        assert not list((places().data / "training").glob("journal-*"))
    finally:
        first.kill()
        first.wait()
