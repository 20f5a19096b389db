"""The hub's process, started by the desk program: it gets the office's keys over its standard input, and ends with it.

`app.bootstrap.hub.process` is the other end of the pipe.
"""
# words: lines of a pipe

from __future__ import annotations

import asyncio
import base64
import contextlib
import json
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from typing import Any

from app.api.keys import Keys
from app.api.modes import OfficeAddress
from app.core.present import present
from app.core.tasks import TaskScope, finish

START_SECONDS = 30.0
"""The first start of a hub makes its database and its certificate."""
STOP_SECONDS = 8.0
"""Writes in flight end before; then it is killed."""
PAUSES = (1.0, 2.0, 5.0, 10.0, 30.0)
"""Seconds before it is started again, by how often it ended in a row."""


class NotStarted(Exception):
    """The hub's process ended before it listened. `said` is the last line of its errors."""

    def __init__(self, said: str) -> None:
        super().__init__("the hub did not start")
        self.said = said


def hub_command(*options: str) -> list[str]:
    """How the hub is started: by the same program, as installed or from its source."""
    own = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "app"]
    return [*own, "hub", "--stdin", *options]


def office_line(address: OfficeAddress, keys: Keys, seal_key: bytes | None) -> str:
    """The first line that the hub reads: its office. Never on a command line, and never in a file."""
    told = {
        "mode": address.mode.value,
        "address": address.base_url,
        "developer": keys.developer,
        "customer": keys.customer,
    }
    if seal_key is not None:
        told["seal"] = base64.b64encode(seal_key).decode("ascii")
    return json.dumps(told) + "\n"


class HubChild:
    """One hub's process, from its start until it is stopped. A hub that ends by itself is started again.

    `on_change` is called in the event loop when it listens, and when it has ended.
    """

    def __init__(
        self,
        command: Sequence[str],
        office: str,
        scope: TaskScope,
        on_change: Callable[[], None] = lambda: None,
    ) -> None:
        """`office` is its first line (`office_line`)."""
        self._command = list(command)
        self._office = office
        self._scope = scope
        self._on_change = on_change
        self._process: subprocess.Popen[str] | None = None
        self._stopping = False
        self._ended = asyncio.Event()
        self._lines: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._errors = ""
        self._fails = 0
        self._port_before = 0
        self.port = 0
        """Where it listens; 0: it doesn't."""
        self.fingerprint = ""
        self.present = 0
        """How many devices use it now, this desk too."""

    @property
    def pid(self) -> int:
        """Its process; 0: there is none."""
        return self._process.pid if self._process is not None else 0

    async def start(self) -> None:
        """Start it, and wait until it listens. Raises NotStarted; then it is not tried again."""
        await self._start_once()
        self._scope.start(self._keep_running(), "hub on this PC")

    async def code(self, kind: str, name: str) -> str:
        """A pairing code for a new device."""
        process = self._process
        if process is None or process.stdin is None:
            raise NotStarted(self._errors)
        await asyncio.to_thread(_write, process, json.dumps({"code": kind, "name": name}) + "\n")
        async with asyncio.timeout(START_SECONDS):
            while "code" not in (line := await self._lines.get()):
                pass
        return str(line["code"])

    async def stop(self) -> None:
        """Let it end what it is writing; kill it if that takes too long."""
        self._stopping = True
        if (process := self._process) is not None:
            await finish(_end, process)
            self._gone()

    async def _start_once(self) -> None:
        self._ended, self._errors, self._lines = asyncio.Event(), "", asyncio.Queue()
        # Again on the same port: that is where the desks know it.
        again = ["--port", str(self._port_before)] if self._port_before else []
        self._process = await asyncio.to_thread(_open, [*self._command, *again])
        loop = asyncio.get_running_loop()
        for read in (self._read_lines, self._read_errors):
            threading.Thread(target=read, args=(self._process, loop), name="hub", daemon=True).start()
        await asyncio.to_thread(_write, self._process, self._office)
        told = await self._first_line()
        if told is None:
            process, self._process = self._process, None
            await finish(_end, process)
            raise NotStarted(self._errors)
        self.port = self._port_before = int(told["port"])
        self.fingerprint = str(told["fingerprint"])
        self._on_change()

    async def _first_line(self) -> dict[str, Any] | None:
        """What it says when it listens; None if it ends before, or says nothing."""
        line = self._scope.start(self._lines.get(), "first line")
        ended = self._scope.start(self._ended.wait(), "ended")
        await asyncio.wait((line, ended), timeout=START_SECONDS, return_when=asyncio.FIRST_COMPLETED)
        found = line.result() if line.done() else None
        for each in (line, ended):
            each.cancel()
        return found

    async def _keep_running(self) -> None:
        """Start it again when it has ended by itself."""
        while True:
            await self._ended.wait()
            self._gone()
            if self._stopping:
                return
            await asyncio.sleep(PAUSES[min(self._fails, len(PAUSES) - 1)])
            self._fails += 1
            with contextlib.suppress(NotStarted):
                await self._start_once()
                self._fails = 0

    def _take(self, said: dict[str, Any]) -> None:
        """A line of its output."""
        if "present" in said:
            self.present = int(said["present"])
        else:
            self._lines.put_nowait(said)

    def _gone(self) -> None:
        self.present = 0
        if self.port:
            self.port = 0
            self._on_change()

    def _read_lines(self, process: subprocess.Popen[str], loop: asyncio.AbstractEventLoop) -> None:
        ended = self._ended
        with present(process.stdout) as said:
            for line in said:
                with contextlib.suppress(ValueError, RuntimeError):
                    loop.call_soon_threadsafe(self._take, json.loads(line))
        process.wait()
        with contextlib.suppress(OSError):
            present(process.stdin).close()
        with contextlib.suppress(RuntimeError):  # the loop has ended meanwhile
            loop.call_soon_threadsafe(ended.set)

    def _read_errors(self, process: subprocess.Popen[str], _: asyncio.AbstractEventLoop) -> None:
        with present(process.stderr) as said:
            for line in said:
                self._errors = line.strip() or self._errors


def _open(command: list[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603 # this program itself
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        errors="replace",  # Windows' own words are in another encoding
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _write(process: subprocess.Popen[str], line: str) -> None:
    with contextlib.suppress(OSError, ValueError):  # it has ended: its end is told by itself
        if process.stdin is not None:
            process.stdin.write(line)
            process.stdin.flush()


def _end(process: subprocess.Popen[str]) -> None:
    """Close its standard input, which tells it to stop; blocking."""
    with contextlib.suppress(OSError, ValueError):
        if process.stdin is not None:
            process.stdin.close()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
