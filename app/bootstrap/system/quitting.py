"""`--quit`: asks what runs of this program on this PC to close, and waits. For installers and updates.

Nothing typed by hand and nothing secret goes over the socket: `doors/protocol.py`.
"""
# words: the terminal's. What runs in this account is found by its folders. What others have open is found on Windows
# only, and only an administrator or the system may close it; anybody else is told of it.

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QLockFile, QThread
from PySide6.QtNetwork import QLocalSocket

from app.bootstrap.doors import protocol
from app.bootstrap.hub.quit_socket import hub_address, hubs_elsewhere
from app.bootstrap.single_instance import LOCK, SingleInstance, address
from app.bootstrap.system.elsewhere import Told, ask, who_runs
from app.bootstrap.system.processes import parent, wait_for_end

SECONDS = 30.0
"""How long all of it may take to end."""
CALL_MILLISECONDS = 500
ANSWER_MILLISECONDS = 5000
AGAIN_MILLISECONDS = 100
OLDER = "Front Desk is running in a version that can't be closed from here. Close its window, then try again."
ELSEWHERE = (
    "Front Desk is open in another account on this PC ({who}). "
    "Sign that account out, or do this as an administrator."
)
BUSY = "Front Desk is still running after {seconds:.0f} seconds. Close its window, then try again."

STILL_RUNS = 3
"""The exit code, as the setup program's. Not 1: a damaged program ends with that, and installers must replace it."""


class CannotQuit(Exception):
    """A running copy doesn't end. The text says why."""


class OpenElsewhere(CannotQuit):
    """Other accounts have it open, and only they or an administrator can close it."""


def quit_all(data: Path, seconds: float = SECONDS, others: Callable[[], Iterable[int]] = tuple) -> None:
    """Close the desk or kiosk, the training with a kiosk, and the hubs of the account with the folder `data`.

    Then what else runs of `others`, processes of this PC. Raises CannotQuit.
    """
    patience = QDeadlineTimer(round(seconds * 1000))
    training = data / "training-kiosk"
    _close(training / "open" / "desk" / "data", patience, seconds)  # its desk ends the other two
    for folder in (training, data):
        _close(folder, patience, seconds)
    for folder in (data / "hub", *hubs_elsewhere(data)):
        _close_hub(folder, patience, seconds)
    _close_others(others(), patience, seconds)


def _close_others(pids: Iterable[int], patience: QDeadlineTimer, seconds: float) -> None:
    """Close copies of other accounts and folders. Raises OpenElsewhere for those that may not be closed from here."""
    told = {pid: ask(pid) for pid in pids}
    _wait(tuple(pid for pid, said in told.items() if said is Told.IT_CLOSES), patience, seconds)
    if open_ones := sorted({who_runs(pid) for pid, said in told.items() if said is Told.REFUSED}):
        raise OpenElsewhere(ELSEWHERE.format(who=", ".join(open_ones)))


def _close(folder: Path, patience: QDeadlineTimer, seconds: float) -> None:
    """Close the copy that holds a folder's lock, which may be starting, and doesn't listen yet."""
    ending: tuple[int, ...] = ()
    for _ in _tries(lambda: _is_held(folder), patience, seconds):
        ending = ending or _ask(address(folder, SingleInstance(folder).session()))
    _wait(ending, patience, seconds)


def _close_hub(folder: Path, patience: QDeadlineTimer, seconds: float) -> None:
    """Close the hub that listens in a folder; it has no lock."""
    _wait(_ask(hub_address(folder)), patience, seconds)


def _tries(more: Callable[[], bool], patience: QDeadlineTimer, seconds: float) -> Iterator[None]:
    """Again and again while there is more to do. Raises CannotQuit when the time is over."""
    while more():
        if patience.hasExpired():
            raise CannotQuit(BUSY.format(seconds=seconds))
        yield
        QThread.msleep(AGAIN_MILLISECONDS)


def _is_held(folder: Path) -> bool:
    """Whether a running process holds the folder's lock."""
    if not (folder / LOCK).exists():
        return False
    lock = QLockFile(str(folder / LOCK))
    lock.setStaleLockTime(0)
    if not lock.tryLock(0):
        return True
    lock.unlock()
    return False


def _ask(name: str) -> tuple[int, ...]:
    """Ask the copy with this socket; the processes that end. Empty if nothing answers. Raises CannotQuit."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(CALL_MILLISECONDS):
        return ()
    socket.write(protocol.QUIT)
    socket.waitForBytesWritten(CALL_MILLISECONDS)
    answer, patience = b"", QDeadlineTimer(ANSWER_MILLISECONDS)
    while not answer.endswith(b"\n") and socket.waitForReadyRead(patience.remainingTime()):
        answer += socket.readAll().data()
    socket.disconnectFromServer()
    if answer == protocol.REFUSED:
        raise CannotQuit(OLDER)
    return protocol.pids_ending(answer) or ()


def _wait(pids: tuple[int, ...], patience: QDeadlineTimer, seconds: float) -> None:
    """The lock is released a little before a process ends, and until then its files can't be replaced."""
    for pid in pids:
        if not wait_for_end(pid, patience.remainingTime() / 1000):
            raise CannotQuit(BUSY.format(seconds=seconds))


def main(rest: list[str]) -> int:
    """`python -m app --quit`. Returns the exit code: 0 when nothing runs any more, else STILL_RUNS."""
    from app.core.paths import program_folders

    if rest:
        sys.stderr.write("--quit takes nothing else.\n")
        return 2
    try:
        quit_all(program_folders().data, others=_installed_ones)
    except CannotQuit as error:
        sys.stderr.write(f"{error}\n")
        return STILL_RUNS
    return 0


def _installed_ones() -> Iterable[int]:
    """Every process of this PC that is a copy of this program as it is installed here; as far as can be seen."""
    from app.bootstrap.updates.processes import copies, image

    if not getattr(sys, "frozen", False):
        return ()
    own, folder = (os.getpid(), parent()), Path(sys.executable).parent
    return [
        each.pid
        for each in copies()
        if each.pid not in own
        and image(each.pid).parent in (folder, Path())  # what can't be looked into is another's
    ]
