"""Two starts on the same PC: one folder is opened only once, whatever the timing."""

from __future__ import annotations

import asyncio
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.bootstrap.hub.quit_socket import hub_address as quit_address
from app.bootstrap.single_instance import Claim, SingleInstance, address, patience_seconds
from app.core.paths import program_folders
from app.lifecycle import STOP_SECONDS
from tests.support.qt_loop import until

ROOT = Path(__file__).parents[2]


async def test_an_impatient_second_start(qapp: QApplication, _own_home: Path) -> None:  # noqa: PT019  # its folder
    """A second start while the first doesn't answer reports that and ends; the folder is opened once."""
    program_folders().make()
    instance = SingleInstance(program_folders().data)
    assert instance.take()
    before = sorted(_own_home.rglob("*"))
    impatient = "from app.bootstrap.desktop import run; raise SystemExit(run(training=True, patience=1))"
    done = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-c", impatient],
        cwd=ROOT,
        env={**os.environ, "FRONT_DESK_HOME": str(_own_home)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, sorted(_own_home.rglob("*"))) == (0, before)
    assert "Front Desk is already running on this computer" in done.stderr
    instance.release()


async def test_the_first_copy_listens_from_its_first_paint(qapp: QApplication, _own_home: Path) -> None:  # noqa: PT019  # its folder
    """A copy whose office is still being opened, to show a patient there, already answers the next start."""
    command = [sys.executable, "-m", "app", "--training", "--patient", "5"]
    environment = {**os.environ, "FRONT_DESK_HOME": str(_own_home)}
    first = subprocess.Popen(command, cwd=ROOT, env=environment)  # noqa: ASYNC220 # watched from the test
    try:
        lock = program_folders().data / "front-desk.lock"
        await until(lock.exists)
        claim = await asyncio.to_thread(SingleInstance(program_folders().data).claim)
        assert claim is Claim.CALLED
        assert not list((program_folders().data / "training").glob("journal-*"))
    finally:
        first.kill()
        first.wait()


async def test_a_start_while_the_first_one_ends(qapp: QApplication, _own_home: Path) -> None:  # noqa: PT019  # its folder
    """A start soon after closing waits until the first copy has ended, however long that takes, and then opens."""
    program_folders().make()
    instance = SingleInstance(program_folders().data)
    assert instance.take()
    instance.fall_silent()
    second = subprocess.Popen(  # noqa: ASYNC220 # watched from the test
        [sys.executable, "-m", "app", "--training"],
        cwd=ROOT,
        env={**os.environ, "FRONT_DESK_HOME": str(_own_home)},
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        await asyncio.sleep(6)
        assert second.poll() is None
        instance.release()
        later = SingleInstance(program_folders().data)
        await until(later.call_first)
        assert second.poll() is None
    finally:
        second.kill()
        _, message_shown = second.communicate()
    assert "already running" not in message_shown


def test_a_start_waits_longer_than_any_copy_takes_to_end() -> None:
    """A start waits longer than all of an office's steps together may wait for a server."""
    assert patience_seconds() > 6 * STOP_SECONDS


@pytest.mark.skipif(os.name != "nt", reason="only Windows takes both for the same folder")
def test_a_folder_typed_otherwise_is_the_same(tmp_path: Path) -> None:
    """Windows doesn't tell capitals and slashes apart: a second start must not miss the first one."""
    typed = Path(str(tmp_path).swapcase())
    assert address(typed, 1) == address(tmp_path, 1)
    assert quit_address(typed) == quit_address(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="Windows has a pipe for each user")
def test_only_this_user_can_knock(qapp: QApplication, tmp_path: Path) -> None:
    """The socket is in the program's own folder, which only this user may write, and only this user may use it."""
    instance = SingleInstance(tmp_path)
    assert instance.take()
    assert instance.listen(lambda _: None)
    socket = tmp_path / "front-desk.socket"
    assert stat.S_ISSOCK(socket.stat().st_mode)
    assert stat.S_IMODE(socket.stat().st_mode) == 0o700
    instance.release()
    assert not socket.exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has a pipe for each user")
@pytest.mark.logs("app.bootstrap.single_instance")
def test_a_socket_that_cannot_be_made(qapp: QApplication, tmp_path: Path) -> None:
    """If the socket can't be created the program still runs, and a later start reports that it is running."""
    (tmp_path / "front-desk.socket").mkdir()
    (tmp_path / "front-desk.socket" / "taken").touch()
    instance = SingleInstance(tmp_path)
    assert instance.take()
    assert not instance.listen(lambda _: None)
    assert SingleInstance(tmp_path).claim(0.1) is Claim.BUSY
    instance.release()
    assert SingleInstance(tmp_path).take()
