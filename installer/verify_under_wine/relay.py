"""Between the program and the practice: passes everything on, and remembers what was asked for.

It can also be an office that is away, and one that takes a write and doesn't answer.
"""

from __future__ import annotations

import re
import select
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from enum import Enum

# A head may follow a body at once, so it need not begin a line.
_REQUEST = re.compile(rb"(GET|POST|PUT|DELETE) (/\S*) HTTP/1\.1\r\n(.*?\r\n)\r\n", re.DOTALL)
_ADDS = re.compile(rb"POST (/\S*) HTTP/1\.1\r\n")
_AUTHORIZATION = re.compile(rb"(?i)^authorization: *(.*?)\r$", re.MULTILINE)
CHUNK = 65536
LOOK_SECONDS = 0.05


class Line(Enum):
    """What becomes of requests."""

    OPEN = "open"
    AWAY = "away"
    """Nobody can be reached: every connection is cut."""
    HOLDS_WRITES = "holds writes"
    """What adds a row is taken and neither passed on nor answered, until it is released or cut."""


@dataclass
class Heard:
    """The requests that came."""

    port: int
    paths: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    """The paths of the requests that add a row, and were passed on."""
    held: list[str] = field(default_factory=list)
    """And of those that were not."""
    authorizations: set[str] = field(default_factory=set)
    line: Line = Line.OPEN
    _sockets: list[socket.socket] = field(default_factory=list)

    def release(self) -> None:
        """Pass on what is held, and everything from now on."""
        self.line = Line.OPEN

    def be(self, line: Line) -> None:
        """Change what becomes of requests from now on; open connections are cut."""
        self.line = line
        for each in tuple(self._sockets):
            _shut(each)


@contextmanager
def relay(to_port: int) -> Iterator[Heard]:
    """Listens on loopback, and passes on to another port there, as long as this lasts."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        heard = Heard(server.getsockname()[1])
        accepting = threading.Thread(target=_accept, args=(server, to_port, heard), daemon=True)
        accepting.start()
        try:
            yield heard
        finally:
            _shut(server)  # which ends the wait for the next caller
            accepting.join()


def _accept(server: socket.socket, to_port: int, heard: Heard) -> None:
    """Take callers until the server is shut, then shut every connection and await its threads."""
    ways: list[_Way] = []
    open_sockets = heard._sockets  # noqa: SLF001 - of this module
    with suppress(OSError):  # the server was shut
        while True:
            caller, _ = server.accept()
            if heard.line is Line.AWAY:
                caller.close()
                continue
            way = _Way(caller, to_port, heard, open_sockets)
            if way.opened():
                ways.append(way)
            else:
                caller.close()
    for each in open_sockets:
        _shut(each)
    for way in ways:
        way.await_end()
    for each in open_sockets:
        each.close()


def _shut(each: socket.socket) -> None:
    with suppress(OSError):  # the other side was first
        each.shutdown(socket.SHUT_RDWR)


class _Way:
    """From a caller to the practice and back."""

    def __init__(
        self, caller: socket.socket, to_port: int, heard: Heard, open_sockets: list[socket.socket]
    ) -> None:
        self._caller, self._to_port, self._heard, self._open = caller, to_port, heard, open_sockets
        self._called: socket.socket | None = None
        self._threads: list[threading.Thread] = []

    def opened(self) -> bool:
        """Connect, and begin to pass on; False: the practice can't be reached."""
        try:
            self._connect()
        except OSError:
            return False
        self._open.append(self._caller)
        self._begin(self._pass_requests)
        return True

    def await_end(self) -> None:
        """Wait for its threads."""
        for each in self._threads:
            each.join()

    def _connect(self) -> socket.socket:
        self._called = called = socket.create_connection(("127.0.0.1", self._to_port))
        self._open.append(called)
        self._begin(lambda: self._pass_answers(called))
        return called

    def _begin(self, work: Callable[[], None]) -> None:
        self._threads.append(threading.Thread(target=work, daemon=True))
        self._threads[-1].start()

    def _pass_requests(self) -> None:
        unread = b""
        called = self._called
        with suppress(OSError):
            while called is not None and (data := self._caller.recv(CHUNK)):
                if self._heard.line is Line.HOLDS_WRITES and (found := _ADDS.search(data)) is not None:
                    self._heard.held.append(found[1].decode("ascii", "replace"))
                    # A practice closes a connection on which nothing comes: it gets this write on another one.
                    self._called = None
                    _shut(called)
                    data += _rest_when_released(self._caller, self._heard)
                    called = self._connect()
                unread = _listen(
                    unread + data, self._heard
                )  # first, so that it is known before it is answered
                called.sendall(data)
        _shut(self._caller)
        if called is not None:
            _shut(called)

    def _pass_answers(self, called: socket.socket) -> None:
        with suppress(OSError):
            while data := called.recv(CHUNK):
                self._caller.sendall(data)
        _shut(called)
        if called is self._called:
            _shut(self._caller)


def _rest_when_released(source: socket.socket, heard: Heard) -> bytes:
    """Wait until the line is open again; what came meanwhile. Raises OSError when the caller has given up."""
    rest = b""
    while heard.line is Line.HOLDS_WRITES:
        if select.select([source], [], [], LOOK_SECONDS)[0]:
            if not (more := source.recv(CHUNK)):
                raise ConnectionAbortedError
            rest += more
    return rest


def _listen(data: bytes, heard: Heard) -> bytes:
    """Note the requests whose heads are complete; returns what may be the begin of another."""
    end = 0
    for found in _REQUEST.finditer(data):
        path = found[2].decode("ascii", "replace")
        heard.paths.append(path)
        if found[1] == b"POST":
            heard.added.append(path)
        if (given := _AUTHORIZATION.search(found[3])) is not None:
            heard.authorizations.add(given[1].decode("ascii", "replace"))
        end = found.end()
    return data[end:][-CHUNK:]
