"""Receives what later starts ask for. Loaded with the first of them."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from app.bootstrap.doors.protocol import (
    MOST_BYTES,
    OTHER_VERSION,
    QUIT,
    REFUSED,
    TAKEN,
    FromOtherVersion,
    Malformed,
    decode,
    ending,
    is_whole,
)
from app.core.outside import OutsideRequest

OnCall = Callable[[OutsideRequest | None], None]


class OnQuit(NamedTuple):
    """How this process closes when `--quit` asks for it."""

    close: Callable[[], object]
    supervisor: int | None = None
    """The process that ends with this one, if there is one."""


MOST_AT_ONCE = 8
"""Maximum callers at a time; another one is turned away, and retries."""
CALL_MILLISECONDS = 3000
"""How long a caller may take for its message."""

log = logging.getLogger(__name__)


def receive(
    server: QLocalServer, on_call: OnCall, listens: Callable[[], bool], on_quit: OnQuit | None = None
) -> None:
    """Take the next connection of a server; `on_call` gets its request, None from a caller who sends nothing.

    `on_quit` None: this process can't be told to close. `listens` returns whether the program still takes requests:
    not once it is closing.
    """
    connection = server.nextPendingConnection()
    if len(server.findChildren(QLocalSocket)) > MOST_AT_ONCE:
        connection.abort()
        connection.deleteLater()
        return
    _Caller(connection, on_call, listens, on_quit)


class _Caller(QObject):
    """One connection, from its first byte to its end."""

    def __init__(
        self,
        connection: QLocalSocket,
        on_call: OnCall,
        listens: Callable[[], bool],
        on_quit: OnQuit | None,
    ) -> None:
        super().__init__(connection)
        self._on_quit = on_quit
        self._closing: Callable[[], object] | None = None
        self._listens = listens
        self._connection = connection
        self._on_call = on_call
        self._message = bytearray()
        self._done = False
        patience = QTimer(self)
        patience.setSingleShot(True)
        patience.timeout.connect(self._give_up)
        patience.start(CALL_MILLISECONDS)
        connection.readyRead.connect(self._read)
        connection.disconnected.connect(self._leave)
        self._read()
        if connection.state() == QLocalSocket.LocalSocketState.UnconnectedState:
            self._leave()

    def _read(self) -> None:
        """Read at most what a message may have; nothing after it, and nothing once the program is closing."""
        if not self._listens():
            self._give_up()
        if self._done:
            return
        self._message += self._connection.read(MOST_BYTES + 1 - len(self._message)).data()
        if is_whole(bytes(self._message)):
            self._done = True
            self._answer()

    def _answer(self) -> None:
        if self._on_quit is not None and bytes(self._message) == QUIT:
            self._end(self._on_quit)
            return
        try:
            request = decode(bytes(self._message))
        except FromOtherVersion:
            log.info("a start of another version was turned away")
            self._reply(OTHER_VERSION)
        except Malformed:
            log.info("a message of another program was refused")
            self._reply(REFUSED)
        else:
            self._reply(TAKEN)
            self._on_call(request)

    def _end(self, on_quit: OnQuit) -> None:
        """Answer, and close once the caller has read it: closing the server cuts its connections."""
        log.info("asked to close by --quit")
        self._closing = on_quit.close
        self._reply(ending(*filter(None, (os.getpid(), on_quit.supervisor))))

    def _reply(self, words: bytes) -> None:
        """The caller hangs up once it has read this: closing a pipe of Windows would discard it."""
        self._connection.write(words)
        self._connection.flush()

    def _give_up(self) -> None:
        self._done = True
        self._connection.abort()

    def _leave(self) -> None:
        """The caller is gone. A start of a version before messages connects, and leaves."""
        knocked = not self._done and not self._message and self._listens()
        self._done = True
        self._connection.deleteLater()
        if self._closing is not None:
            self._closing()
        elif knocked:
            self._on_call(None)
