"""Hubs in processes of their own, as IT starts them, on one database; and a practice that notes the time."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import sys
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.api.client import OpenDental
from app.api.keys import Keys
from app.api.modes import Mode, OfficeAddress
from app.api.network.inside import in_process
from app.core.clock import SystemClock
from app.core.office_clock import OfficeClock
from app.core.tasks import TaskScope
from app.hub.devices.devices import DeviceBook
from app.hub.hub import Hub
from app.hub.running import HubOptions, HubSeals, open_database
from app.hub.server.secrets import CUSTOMER
from app.practice.server.app import Practice
from app.sealed.seal import AesGcmSeal, key_from, new_key
from app.wire.hub.actions import Kind

START_SECONDS = 90.0


class TimedPractice:
    """A practice's application that notes when each request began (monotonic seconds) and its path."""

    def __init__(self, practice: Practice) -> None:
        self._inner = practice.asgi
        self.asgi: Any = self
        self.begun: list[tuple[float, str]] = []

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """As the practice's."""
        if scope["type"] == "http":
            self.begun.append((time.monotonic(), scope["path"]))
        await self._inner(scope, receive, send)


@dataclass
class HubProcess:
    """One hub that listens."""

    process: asyncio.subprocess.Process
    port: int

    @property
    def url(self) -> str:
        """Its address."""
        return f"https://127.0.0.1:{self.port}"

    async def kill(self) -> None:
        """As a power cut ends it."""
        with contextlib.suppress(ProcessLookupError):
            self.process.kill()
        if self.process.stdin is not None and not self.process.stdin.is_closing():
            self.process.stdin.close()
        await self.process.communicate()


@dataclass
class HubHost:
    """Starts hubs of one office."""

    database: str
    office: str
    """The practice's base address."""
    keys: Keys
    folder: Path
    mode: Mode = Mode.REMOTE
    running: list[HubProcess] = field(default_factory=list)

    async def start(self, port: int = 0) -> HubProcess:
        """Start one more."""
        home = self.folder / f"hub{len(self.running)}"
        command = ("-m", "app", "hub", "--stdin", "--database", self.database, "--data", str(home))
        process = await asyncio.create_subprocess_exec(
            sys.executable, *command, "--listen", "127.0.0.1", "--port", str(port), "--found-on", "-1",
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
            env={**os.environ, "FRONT_DESK_HOME": str(home)},
        )  # fmt: skip
        assert process.stdin is not None
        assert process.stdout is not None
        told = {
            "mode": self.mode.value,
            "address": self.office,
            "developer": self.keys.developer,
            "customer": self.keys.customer,
        }
        process.stdin.write(json.dumps(told).encode() + b"\n")
        async with asyncio.timeout(START_SECONDS):
            line = await process.stdout.readline()
        hub = HubProcess(process, json.loads(line)["port"])
        self.running.append(hub)
        return hub

    async def aclose(self) -> None:
        """Kill all of them."""
        for each in self.running:
            await each.kill()


@contextlib.asynccontextmanager
async def beside(host: HubHost, practice: Practice, scope: TaskScope) -> AsyncIterator[Hub]:
    """A hub that serves nothing, on the same database: what a command line for IT does."""
    seals = HubSeals({CUSTOMER: AesGcmSeal(key_from(host.keys.customer))}, new_key())
    database, seal, certificate = await open_database(HubOptions(host.database), seals)
    clock = OfficeClock(SystemClock())
    office = OpenDental(
        OfficeAddress.standard(Mode.TRAINING),
        host.keys,
        in_process(practice.asgi),
        on_error=_raise,
        clock=clock,
    )
    hub = Hub(
        office=office,
        clock=clock,
        database=database,
        seal=seal,
        scope=scope,
        certificate=certificate.certificate,
    )
    await hub.part(DeviceBook).load()
    try:
        yield hub
    finally:
        await office.aclose()
        await database.close()


async def new_token(hub: Hub, kind: Kind, name: str) -> tuple[int, str]:
    """A new device's number and token."""
    device, token = await hub.part(DeviceBook).add(kind, name)
    return device.device_num, token


def _raise(error: BaseException) -> None:
    raise error
