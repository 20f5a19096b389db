"""A proxy on a real socket between one desk and its office, which cuts each exchange where it is told to."""

from __future__ import annotations

import asyncio
import random
import re
import socket
import struct
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack, suppress

from app.core.tasks import TaskScope
from soak.clock import Ticker
from soak.cuts import Cut
from soak.doom import LEFT
from soak.spoiled import instead

LOOPBACK = "127.0.0.1"
DONE_AFTER = 60.0
"""Seconds of the fast time, from when the desk sent it, in which the office executes what was passed on."""
LATEST = 80.0
"""Seconds after which a request of which a gateway has said 504 is not executed any more: ten less than a desk fears.

They pass within a quarter of a second of the computer's time, which a busy one may need between two lines of a desk.
"""
LONGEST_DEAFNESS = 40.0
_RESET = struct.pack("ii", 1, 0)
_NUMBER = re.compile(r"/\d+(?=/|$)")
_BROKEN = (asyncio.IncompleteReadError, ConnectionError, OSError)

Choose = Callable[[str], Cut | None]
"""Chooses where an exchange is cut, by its method and path ("POST /payments", "PUT /payments/0/Partial")."""


class Proxy:
    """Passes everything on that isn't cut. `kill` ends the desk's process."""

    def __init__(self, office: int, ticker: Ticker, choose: Choose, dice: random.Random) -> None:
        """`office` is the practice's port on this computer."""
        self._office = office
        self._ticker = ticker
        self._errors: list[BaseException] = []
        self._scope = TaskScope("proxy", self._errors.append)
        self._asking = TaskScope("asking", self._errors.append)
        self._server: asyncio.Server | None = None
        self._open: set[asyncio.StreamWriter] = set()
        self._serving: set[asyncio.Task[None] | None] = set()
        self.choose = choose
        self.dice = dice
        self.kill: Callable[[], None] = lambda: None
        self.port = 0
        self.cuts: Counter[tuple[str, str]] = Counter()
        """How many exchanges were cut at which point (its name), by method and path."""

    async def listen(self) -> None:
        """Listen: on any free port first, on the same one later."""
        listener = socket.create_server((LOOPBACK, self.port))
        self.port = listener.getsockname()[1]
        self._server = await asyncio.start_server(self._serve, sock=listener)

    async def close(self) -> None:
        """End everything. Raises what went wrong in it."""
        self._hang_up()
        await asyncio.gather(*(task for task in self._serving if task), return_exceptions=True)
        await self._scope.close()
        await self._asking.close()
        if self._errors:
            raise self._errors[0]

    async def rest(self) -> None:
        """Wait until the office has executed what it was asked, also the late requests."""
        while self._asking.running:
            await asyncio.sleep(0.005)

    def _hang_up(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None
        for writer in list(self._open):
            writer.transport.abort()

    async def _deafen(self, seconds: float) -> None:
        self._hang_up()
        await self._ticker.wait(seconds)
        while True:
            with suppress(OSError):  # another socket has just taken the port
                await self.listen()
                return
            await asyncio.sleep(0.01)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        self._serving.add(task)
        self._open.add(writer)
        line = _Line(writer, self.dice)
        try:
            while await self._pass_on(reader, line):
                pass
        except _BROKEN:
            pass
        finally:
            self._serving.discard(task)
            self._open.discard(writer)
            writer.transport.abort()

    async def _pass_on(self, reader: asyncio.StreamReader, line: _Line) -> bool:
        """One request and its answer; returns whether the connection stays open."""
        head = await reader.readuntil(b"\r\n\r\n")
        request = head + await reader.readexactly(_length(head))
        verb, target = head.split(b" ", 2)[:2]
        path = _NUMBER.sub("/0", target.decode().partition("?")[0].partition("/api/v1")[2])
        cut = self.choose(f"{verb.decode()} {path}")
        if cut is None:
            line.send(await self._asked(request))
            await line.drain()
            return True
        self.cuts[cut.name, f"{verb.decode()} {path}"] += 1
        return await self._cut(cut, request, target, reader, line)

    async def _cut(
        self, cut: Cut, request: bytes, target: bytes, reader: asyncio.StreamReader, line: _Line
    ) -> bool:
        if cut is Cut.DEAF:
            self._scope.start(self._deafen(self.dice.uniform(1, LONGEST_DEAFNESS)), "deaf")
            return False
        if cut in (Cut.IN_THE_REQUEST, Cut.KILLED_BEFORE):
            await self._break_off(request[: self.dice.randrange(len(request))])
        if cut is Cut.GATEWAY_LATE:
            self._asking.start(self._ask_late(request), "late")
        answer = b""
        if cut is Cut.AFTER_FORWARDING:
            self._asking.start(self._asked(request), "forwarded")
        elif cut.arrives and cut is not Cut.GATEWAY_LATE:
            answer = await self._asked(request)
        if cut.kills:
            self.kill()
        if (other := instead(cut, target)) is not None:
            line.send(other)
            await line.drain()
            return self.dice.random() < 0.5
        await self._mutilate(cut, answer, reader, line)
        line.end()
        return False

    async def _mutilate(self, cut: Cut, answer: bytes, reader: asyncio.StreamReader, line: _Line) -> None:
        """Send the part of the answer that passes, or nothing until the desk gives up."""
        if cut in (Cut.SILENCE_BEFORE, Cut.SILENCE_AFTER):
            await reader.read()
        body = answer.find(b"\r\n\r\n") + 4
        if cut is Cut.IN_THE_HEAD:
            line.send(answer[: self.dice.randrange(1, body - 1)])
        elif cut is Cut.IN_THE_BODY:
            line.send(answer[: self.dice.randrange(body, max(len(answer), body + 1))])
        with suppress(*_BROKEN):
            await line.drain()

    async def _ask_late(self, request: bytes) -> None:
        """Ask the office a minute after the gateway has given up."""
        left = _left(request)
        with self._ticker.held_before(left + LATEST):
            await self._ticker.wait(self.dice.uniform(1, left + LATEST - 5 - self._ticker.seconds))
            await self._asked(request, within=LATEST)

    async def _asked(self, request: bytes, within: float = DONE_AFTER) -> bytes:
        """The office's whole answer. Its time is kept: it executes the request so soon after the desk sent it."""
        with ExitStack() as kept:
            kept.enter_context(self._ticker.held_before(_left(request) + within))
            office, to_office = await asyncio.open_connection(LOOPBACK, self._office)
            kept.callback(to_office.transport.abort)
            to_office.write(request)
            await to_office.drain()
            head = await office.readuntil(b"\r\n\r\n")
            return head + await office.readexactly(_length(head))

    async def _break_off(self, part: bytes) -> None:
        """Send the office the beginning of a request."""
        _, to_office = await asyncio.open_connection(LOOPBACK, self._office)
        to_office.write(part)
        with suppress(*_BROKEN):
            await to_office.drain()
            await asyncio.sleep(0)
            to_office.close()
            await to_office.wait_closed()


class _Line:
    """The desk's end: ends with or without notice."""

    def __init__(self, writer: asyncio.StreamWriter, dice: random.Random) -> None:
        self._writer = writer
        self._dice = dice

    def send(self, part: bytes) -> None:
        self._writer.write(part)

    async def drain(self) -> None:
        await self._writer.drain()

    def end(self) -> None:
        """Close cleanly, or reset the connection."""
        if self._dice.random() < 0.5:
            found = self._writer.get_extra_info("socket")
            if found is not None:
                found.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
            self._writer.transport.abort()
        else:
            self._writer.close()


def _length(head: bytes) -> int:
    return int(_header(head, "content-length") or 0)


def _left(request: bytes) -> float:
    """When the desk sent it, in seconds of the fast time."""
    return float(_header(request.partition(b"\r\n\r\n")[0], LEFT))


def _header(head: bytes, name: str) -> str:
    lines = head.decode("latin-1").lower().split("\r\n")
    return next((line.removeprefix(f"{name}:") for line in lines if line.startswith(f"{name}:")), "")
