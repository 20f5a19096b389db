"""Between the program and the practice: passes everything on, and remembers what was asked for."""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

# A head may follow a body at once, so it need not begin a line.
_REQUEST = re.compile(rb"(?:GET|POST|PUT|DELETE) (/\S*) HTTP/1\.1\r\n(.*?\r\n)\r\n", re.DOTALL)
_AUTHORIZATION = re.compile(rb"(?i)^authorization: *(.*?)\r$", re.MULTILINE)
CHUNK = 65536


@dataclass
class Heard:
    """The requests that passed."""

    port: int
    paths: list[str] = field(default_factory=list)
    authorizations: set[str] = field(default_factory=set)


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
    passing: list[threading.Thread] = []
    open_sockets: list[socket.socket] = []
    with suppress(OSError):  # the server was shut
        while True:
            caller, _ = server.accept()
            try:
                called = socket.create_connection(("127.0.0.1", to_port))
            except OSError:
                caller.close()
                continue
            open_sockets += (caller, called)
            for source, target, listener in ((caller, called, heard), (called, caller, None)):
                passing.append(threading.Thread(target=_pass, args=(source, target, listener), daemon=True))
                passing[-1].start()
    for each in open_sockets:
        _shut(each)
    for thread in passing:
        thread.join()
    for each in open_sockets:
        each.close()


def _shut(each: socket.socket) -> None:
    with suppress(OSError):  # the other side was first
        each.shutdown(socket.SHUT_RDWR)


def _pass(source: socket.socket, target: socket.socket, heard: Heard | None) -> None:
    unread = b""
    with suppress(OSError):
        while data := source.recv(CHUNK):
            target.sendall(data)
            if heard is not None:
                unread = _listen(unread + data, heard)
    _shut(source)
    _shut(target)


def _listen(data: bytes, heard: Heard) -> bytes:
    """Note the requests whose heads are complete; returns what may be the begin of another."""
    end = 0
    for found in _REQUEST.finditer(data):
        heard.paths.append(found[1].decode("ascii", "replace"))
        if (given := _AUTHORIZATION.search(found[2])) is not None:
            heard.authorizations.add(given[1].decode("ascii", "replace"))
        end = found.end()
    return data[end:][-CHUNK:]
