"""One copy of the program per PC: a second start brings the first to the front."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QLockFile, QThread

from app.bootstrap.system.processes import session_of

if TYPE_CHECKING:  # loads after the first paint
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

    from app.bootstrap.doors.receiver import OnQuit
    from app.core.outside import OutsideRequest

LOCK = "front-desk.lock"
"""Its name in the program's folder."""
WAITING_STEPS = 7
"""Number of an office's steps that may each wait for a server or the disk when they stop.

Client, tasks, journal, outbox, refresh, events; and one more for the time a start takes before it listens.
"""
CALL_MILLISECONDS = 500
"""Timeout of one attempt to reach the running copy."""
ANSWER_MILLISECONDS = 5000
"""Timeout of the running copy's answer: it may be loading a screen, and has the message already."""
AGAIN_MILLISECONDS = 100
ANY_PROCESS = -1


class Claim(Enum):
    """The outcome of a start."""

    OURS = "ours"
    """It is the only copy now."""
    CALLED = "called"
    """Another copy runs, has come to the front, and shows what was asked for."""
    OTHER_VERSION = "other-version"
    """Another version of the program runs, has come to the front, and doesn't know what is asked for."""
    OTHER_SESSION = "other-session"
    """Another copy runs in another Windows session of this user, whose windows can't be seen from here."""
    BUSY = "busy"
    """Another copy holds the lock and doesn't answer."""


class SingleInstance:
    """A lock in the program's own folder, and a local socket that later starts connect to."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._lock = QLockFile(str(folder / LOCK))
        self._lock.setStaleLockTime(0)
        self._folder = folder
        self._server: QLocalServer | None = None

    def take(self) -> bool:
        """Become the only copy; False if another one runs already."""
        return self._lock.tryLock(0)

    def claim(self, seconds: float | None = None, request: OutsideRequest | None = None) -> Claim:
        """Become the only copy, or call the one that runs and pass on what this start is asked to show.

        One that is closing or starting is waited for: for the given seconds, else for `patience_seconds`.
        """
        if self.take():
            return Claim.OURS
        seconds = patience_seconds() if seconds is None else seconds
        patience = QDeadlineTimer(round(seconds * 1000))
        while True:
            if (called := self.call_first(request)) is not None:
                return called
            if self.take():
                return Claim.OURS
            if self.session() != session_of(os.getpid()):
                return Claim.OTHER_SESSION
            if patience.hasExpired():
                return Claim.BUSY
            QThread.msleep(AGAIN_MILLISECONDS)

    def call_first(self, request: OutsideRequest | None = None) -> Claim | None:
        """Ask the running copy to come to the front; None if it doesn't answer, at least now."""
        from PySide6.QtNetwork import QLocalSocket

        _let_it_come_to_front()
        socket = QLocalSocket()
        socket.connectToServer(address(self._folder, session_of(os.getpid())))
        if not socket.waitForConnected(CALL_MILLISECONDS):
            return None
        if request is not None:
            return _pass_on(socket, request)
        socket.disconnectFromServer()
        return Claim.CALLED

    def session(self) -> int:
        """The Windows session of the copy that holds the lock; this one's if nobody does."""
        pid, *_ = self._lock.getLockInfo()
        return session_of(pid or os.getpid())

    def listen(self, on_call: Callable[[OutsideRequest | None], None], on_quit: OnQuit | None = None) -> bool:
        """Answer later starts: `on_call` gets what each asks for, or None. False if that isn't possible here.

        `on_quit` is called when `--quit` asks this copy to close.

        Later starts then wait, and report that the program is already running.
        """
        from PySide6.QtNetwork import QLocalServer

        server = QLocalServer()
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        name = address(self._folder, session_of(os.getpid()))
        QLocalServer.removeServer(name)

        def knock() -> None:
            from app.bootstrap.doors.receiver import receive  # with the first call

            receive(server, on_call, lambda: self._server is server, on_quit)

        server.newConnection.connect(knock)
        if not server.listen(name):
            import logging  # after the first paint

            log = logging.getLogger(__name__)
            log.warning("later starts are not heard: %s", server.serverError().name)
            server.deleteLater()
            return False
        self._server = server
        return True

    def fall_silent(self) -> None:
        """Stop answering: later starts wait until this copy has ended."""
        server, self._server = self._server, None
        if server is not None:
            from PySide6.QtNetwork import QLocalSocket

            server.close()
            for caller in server.findChildren(QLocalSocket):
                caller.abort()
            server.deleteLater()

    def release(self) -> None:
        """Let another copy start."""
        self.fall_silent()
        self._lock.unlock()


def patience_seconds() -> float:
    """How long a start waits for a copy that doesn't answer: longer than closing can take."""
    from app.lifecycle import STOP_SECONDS  # with asyncio: the usual start doesn't pay for it

    return WAITING_STEPS * STOP_SECONDS


def _pass_on(socket: QLocalSocket, request: OutsideRequest) -> Claim | None:
    """Send a request; None if the running copy ended before it took it."""
    from app.bootstrap.doors import protocol

    socket.write(protocol.encode(request))
    socket.waitForBytesWritten(CALL_MILLISECONDS)
    answer = b""
    patience = QDeadlineTimer(ANSWER_MILLISECONDS)
    while not answer.endswith(b"\n") and socket.waitForReadyRead(patience.remainingTime()):
        answer += socket.readAll().data()
    if answer == protocol.OTHER_VERSION:
        return Claim.OTHER_VERSION
    # A version before messages never answers: it only comes to the front.
    return Claim.CALLED if answer or patience.hasExpired() else None


def _let_it_come_to_front() -> None:
    """On Windows only the program the user works with may raise a window: pass that right on."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(ANY_PROCESS)


def address(folder: Path, session: int) -> str:
    """The socket: a file in the folder, accessible only to this user.

    On Windows a pipe, named after the folder and the session: windows of another session can't come to the front here.
    """
    if sys.platform == "win32":
        import hashlib

        named = os.path.normcase(folder)  # however it was typed, it is the same folder
        return f"front-desk-{session}-" + hashlib.sha256(named.encode()).hexdigest()[:16]
    return str(folder / "front-desk.socket")
