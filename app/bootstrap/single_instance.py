"""One copy of the program on a PC: a second start brings the first to the front."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QLockFile, QThread

if TYPE_CHECKING:  # loads after the first paint
    from PySide6.QtNetwork import QLocalServer

CALL_MILLISECONDS = 2000
"""How long the second copy tries to reach the first."""
AGAIN_MILLISECONDS = 100


class SingleInstance:
    """A lock in the program's own folder, and a local socket that later starts knock at."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._lock = QLockFile(str(folder / "front-desk.lock"))
        self._lock.setStaleLockTime(0)
        self._folder = folder
        self._server: QLocalServer | None = None

    def take(self) -> bool:
        """Become the one copy; False when another one runs already."""
        return self._lock.tryLock(0)

    def call_first(self) -> bool:
        """Ask the running copy to come to the front; False when it does not answer."""
        from PySide6.QtNetwork import QLocalSocket

        patience = QDeadlineTimer(CALL_MILLISECONDS)
        socket = QLocalSocket()
        while True:
            socket.connectToServer(_name(self._folder))
            if socket.waitForConnected(CALL_MILLISECONDS):
                socket.disconnectFromServer()
                return True
            if patience.hasExpired():
                return False
            QThread.msleep(AGAIN_MILLISECONDS)  # it may be starting: it listens once its window is painted

    def listen(self, on_call: Callable[[], None]) -> None:
        """Answer later starts; `on_call` brings the window to the front."""
        from PySide6.QtNetwork import QLocalServer

        server = QLocalServer()
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        name = _name(self._folder)
        QLocalServer.removeServer(name)

        def knock() -> None:
            connection = server.nextPendingConnection()
            connection.disconnected.connect(connection.deleteLater)
            on_call()

        server.newConnection.connect(knock)
        server.listen(name)
        self._server = server

    def fall_silent(self) -> None:
        """Answer nobody any more: whoever starts now waits until this copy has ended."""
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None

    def release(self) -> None:
        """Let another copy start."""
        self.fall_silent()
        self._lock.unlock()


def _name(folder: Path) -> str:
    """The socket's name: one for each folder."""
    import hashlib

    return "front-desk-" + hashlib.sha256(str(folder).encode()).hexdigest()[:16]
