"""`--quit`: what runs of this account closes, and is waited for."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.bootstrap.doors.protocol import QUIT, Malformed, decode, ending, is_whole, pids_ending
from app.bootstrap.system import quitting
from app.bootstrap.system.elsewhere import Told, ask
from app.bootstrap.system.quitting import BUSY, OLDER, CannotQuit, OpenElsewhere, main, quit_all

ROOT = Path(__file__).parents[3]
COPY = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from app.bootstrap.doors.receiver import OnQuit
from app.bootstrap.single_instance import SingleInstance
app = QApplication([])
instance = SingleInstance(Path(sys.argv[1]))
assert instance.take()
closing = {"closes": OnQuit(app.quit), "hangs": OnQuit(lambda: None), "older": None}[sys.argv[2]]
assert instance.listen(lambda _: None, closing)
print("listens", flush=True)
app.exec()
instance.release()
"""
HUB = """
import asyncio, sys
from pathlib import Path
from app.bootstrap.hub.quit_socket import heard
async def serve():
    data = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    async with heard(Path(sys.argv[1]), asyncio.Event(), data) as stopping:
        print("listens", flush=True)
        await stopping.wait()
asyncio.run(serve())
"""
ELSEWHERE = """
import os, threading
from app.bootstrap.system.elsewhere import hear
asked = threading.Event()
end = hear(asked.set)
print("listens", flush=True)
print(os.getpid(), flush=True)
asked.wait()
end()
"""
Copies = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def started(qapp: QApplication) -> Iterator[Copies]:
    """Starts processes, each of which listens."""
    running: list[subprocess.Popen[str]] = []

    def start(script: str, *arguments: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", script, *arguments]
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        running.append(process)
        assert process.stdout is not None
        assert process.stdout.readline() == "listens\n"
        return process

    yield start
    for each in running:
        each.kill()
        each.communicate()


def wait_for(lock: Path, process: subprocess.Popen[bytes]) -> None:
    """Wait until a running process has its lock."""
    while not lock.exists():
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(0.05)


def test_nothing_runs(tmp_path: Path, qapp: QApplication) -> None:
    """Where nothing runs there is nothing to wait for, and nothing is made."""
    quit_all(tmp_path)
    assert not list(tmp_path.iterdir())


def test_a_running_copy_has_ended_afterwards(tmp_path: Path, started: Copies) -> None:
    """The copy closes by itself, and its process has ended when `--quit` returns: its files can be replaced."""
    copy = started(COPY, str(tmp_path), "closes")
    quit_all(tmp_path)
    assert copy.wait(0.5) == 0


def test_the_training_with_a_kiosk_ends_by_its_desk(started: Copies) -> None:
    """The desk of the training beside a kiosk is found in its own folder."""
    # Not pytest's folder: a socket's path has at most 107 characters on Linux.
    with tempfile.TemporaryDirectory(prefix="fd-") as data:
        copy = started(COPY, f"{data}/training-kiosk/open/desk/data", "closes")
        quit_all(Path(data))
        assert copy.wait(0.5) == 0


def test_a_copy_that_does_not_end(tmp_path: Path, started: Copies) -> None:
    """A copy that hangs is left alone, and the caller learns it after its time."""
    copy = started(COPY, str(tmp_path), "hangs")
    with pytest.raises(CannotQuit, match=BUSY.format(seconds=0.3)[:30]):
        quit_all(tmp_path, 0.3)
    assert copy.poll() is None


def test_a_version_that_cannot_be_told(tmp_path: Path, started: Copies) -> None:
    """A version without `--quit` refuses the message, which is said at once."""
    started(COPY, str(tmp_path), "older")
    with pytest.raises(CannotQuit) as refused:
        quit_all(tmp_path)
    assert str(refused.value) == OLDER


def test_a_hub_ends(tmp_path: Path, started: Copies) -> None:
    """A hub is asked by the same message, and waited for."""
    (tmp_path / "hub").mkdir()
    hub = started(HUB, str(tmp_path / "hub"))
    quit_all(tmp_path)
    assert hub.wait(0.5) == 0
    assert not list((tmp_path / "hub").iterdir())


def test_a_hub_with_a_folder_of_its_own_ends(tmp_path: Path, started: Copies) -> None:
    """It is found by the note that it leaves in the account's folder; one of a hub that was killed asks nobody."""
    data, (own, killed) = tmp_path / "d", (tmp_path / "own", tmp_path / "killed")
    for each in (own, killed):
        each.mkdir()
    hubs = [started(HUB, str(each), str(data)) for each in (own, killed)]
    hubs[1].kill()
    hubs[1].wait()
    quit_all(data)
    assert hubs[0].wait(0.5) == 0
    assert len(list((data / "hubs").iterdir())) == 1
    quit_all(data)


def test_what_others_have_open_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only they or an administrator can close it, and the words say who."""
    said = {11: Told.REFUSED, 12: Told.NOT_OURS, 13: Told.REFUSED}
    monkeypatch.setattr(quitting, "ask", said.__getitem__)
    monkeypatch.setattr(quitting, "who_runs", {11: "Front Office", 13: "Windows session 3"}.__getitem__)
    with pytest.raises(OpenElsewhere, match=r"\(Front Office, Windows session 3\)"):
        quit_all(tmp_path, others=lambda: said)


def test_nobody_else_has_it_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that is called like the program and is no desk, kiosk or hub is left alone."""
    monkeypatch.setattr(quitting, "ask", {12: Told.NOT_OURS}.__getitem__)
    quit_all(tmp_path, others=lambda: (12,))


@pytest.mark.skipif(sys.platform != "win32", reason="other systems have no such events")
def test_a_copy_in_another_folder_ends(tmp_path: Path, started: Copies) -> None:
    """It is asked by its number, which an administrator does for every account of the PC."""
    copy = started(ELSEWHERE)
    assert copy.stdout is not None
    pid = int(copy.stdout.readline())  # in a .venv of Windows not that of the process that was started
    assert ask(os.getpid()) is Told.NOT_OURS
    quit_all(tmp_path, others=lambda: (pid,))
    assert copy.wait(20) == 0
    assert ask(pid) is Told.NOT_OURS


def test_it_takes_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    """`--quit` with more is a mistake, and closes nothing."""
    assert main(["--training"]) == 2
    assert "takes nothing else" in capsys.readouterr().err


def test_the_message_is_no_request() -> None:
    """Whatever shows requests doesn't take the message for one, and its answer has processes only."""
    assert is_whole(QUIT)
    with pytest.raises(Malformed):
        decode(QUIT)
    assert pids_ending(ending(12, 345)) == (12, 345)
    for forged in (
        b"",
        b"taken\n",
        b"ending\n",
        b"ending 0\n",
        b"ending 1 2 3\n",
        b"ending 1\nx\n",
        b"ending -1\n",
    ):
        assert pids_ending(forged) is None


def test_the_whole_program(_own_home: Path) -> None:  # noqa: PT019  # its folder
    """A desk that is still starting closes as soon as it can, keeps its settings, and frees its folder."""
    environment = {**os.environ, "FRONT_DESK_HOME": str(_own_home)}
    desk = subprocess.Popen([sys.executable, "-m", "app", "--training"], cwd=ROOT, env=environment)
    try:
        lock = _own_home / "data" / "front-desk.lock"
        wait_for(lock, desk)
        done = subprocess.run(
            [sys.executable, "-m", "app", "--quit"], cwd=ROOT, env=environment, timeout=60, check=False
        )
        assert done.returncode == 0
        assert desk.wait(0.5) == 0
    finally:
        desk.kill()
        desk.wait()
    assert (_own_home / "config" / "settings.json").exists()
    assert not lock.exists()


def test_the_kiosk(_own_home: Path) -> None:  # noqa: PT019  # its folder
    """A kiosk closes, and its supervisor doesn't start it again."""
    environment = {**os.environ, "FRONT_DESK_HOME": str(_own_home)}
    supervisor = subprocess.Popen([sys.executable, "-m", "app", "--kiosk"], cwd=ROOT, env=environment)
    try:
        wait_for(_own_home / "data" / "front-desk.lock", supervisor)
        done = subprocess.run(
            [sys.executable, "-m", "app", "--quit"], cwd=ROOT, env=environment, timeout=60, check=False
        )
        assert done.returncode == 0
        assert supervisor.wait(5) == 0
    finally:
        supervisor.kill()
        supervisor.wait()
