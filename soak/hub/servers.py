"""The practice's server and the hub, in processes of their own, killed at random and started again on the same port."""

from __future__ import annotations

import asyncio
import os
import random
import socket
import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
LOOPBACK = "127.0.0.1"


class Server:
    """One process that is killed, and comes back."""

    def __init__(self, name: str, command: tuple[str, ...], environment: Mapping[str, str]) -> None:
        """`command`: after `python`; it has to print one line when it listens."""
        self.name = name
        self._command = command
        self._environment = {**os.environ, **environment}
        self._process: asyncio.subprocess.Process | None = None
        self.kills = 0

    async def start(self) -> None:
        """Start it; returns when it listens."""
        pipe, nothing = asyncio.subprocess.PIPE, asyncio.subprocess.DEVNULL
        self._process = process = await asyncio.create_subprocess_exec(
            sys.executable, *self._command, cwd=ROOT, env=self._environment, stdout=pipe, stderr=nothing
        )
        if process.stdout is None or not await process.stdout.readline():
            raise RuntimeError(f"{self.name} did not start")

    async def kill(self) -> None:
        """End it as a power cut does."""
        if self._process is not None:
            self._process.kill()
            await self._process.communicate()
            self._process = None

    async def haunt(self, dice: random.Random, shortest: float, longest: float) -> None:
        """Kill it again and again, until canceled."""
        while True:
            await asyncio.sleep(dice.uniform(shortest, longest))
            await self.kill()
            self.kills += 1
            await asyncio.sleep(dice.uniform(0.0, 1.5))
            await self.start()


def practice_server(database: Path, port: int) -> Server:
    """The practice on a database that is there already."""
    command = ("-m", "app", "practice", "--database", str(database), "--port", str(port))
    return Server("the practice", command, {})


def hub_server(database: str, port: int, practice_port: int, keys: tuple[str, str], home: Path) -> Server:
    """A hub of this practice."""
    developer, customer = keys
    command = (
        "-m", "app", "hub", "--database", database, "--data", str(home / "hub"),
        "--listen", LOOPBACK, "--port", str(port), "--found-on", "-1",
    )  # fmt: skip
    environment = {
        "FRONT_DESK_HOME": str(home),
        "FRONT_DESK_OFFICE": f"http://{LOOPBACK}:{practice_port}/api/v1",
        "FRONT_DESK_DEVELOPER_KEY": developer,
        "FRONT_DESK_CUSTOMER_KEY": customer,
    }
    return Server("the hub", command, environment)


def free_port() -> int:
    """A port that is free now."""
    with closing(socket.create_server((LOOPBACK, 0))) as listener:
        return int(listener.getsockname()[1])
