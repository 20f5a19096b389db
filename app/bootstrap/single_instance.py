"""One copy of the program on a PC: a second start brings the first to the front."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject

CALL_MILLISECONDS = 2000
"""How long the second copy tries to reach the first."""


class SingleInstance:
    """A lock in the program's own folder, and a local socket that later starts knock at."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._lock = QLockFile(str(folder / "front-desk.lock"))
        self._lock.setStaleLockTime(0)
        self._name = "front-desk-" + hashlib.sha256(str(folder).encode()).hexdigest()[:16]
        self._server: QObject | None = None

    def take(self) -> bool:
        """Become the one copy; False when another one runs already."""
        return self._lock.tryLock(0)

    def call_first(self) -> bool:
        """Ask the running copy to come to the front; False when it does not answer."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        reached = socket.waitForConnected(CALL_MILLISECONDS)
        if reached:
            socket.disconnectFromServer()
        return reached

    def listen(self, on_call: Callable[[], None]) -> None:
        """Answer later starts; `on_call` brings the window to the front."""
        from PySide6.QtNetwork import QLocalServer

        server = QLocalServer()
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(self._name)

        def knock() -> None:
            connection = server.nextPendingConnection()
            connection.disconnected.connect(connection.deleteLater)
            on_call()

        server.newConnection.connect(knock)
        server.listen(self._name)
        self._server = server

    def release(self) -> None:
        """Let another copy start."""
        if self._server is not None:
            self._server.deleteLater()
            self._server = None
        self._lock.unlock()
