"""An office on the network for the tour: the practice served by its own process, and a vault in memory."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from pathlib import Path

from keyring.backend import KeyringBackend

from app.bootstrap.tour.gate import Gate

SEED = 7
START_SECONDS = 100.0
"""It makes its database first, which takes long on a busy computer, and longer under Wine."""


class TourVault(KeyringBackend):
    """Holds the tour's keys until it ends: they must not get into anybody's vault."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        """Read one secret."""
        return self._kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Store one secret."""
        self._kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """Delete one secret."""
        self._kept.pop((service, username), None)


class ServedOffice:
    """The practice on a port of this PC, as `front-desk practice` serves it; started and stopped on request."""

    def __init__(self, folder: Path) -> None:
        self._database = folder / "served.db"
        self._process: subprocess.Popen[str] | None = None
        self._port = 0
        self.gate = Gate()
        """Where the desk reaches it."""
        self.developer_key = ""
        self.customer_key = ""

    @property
    def server(self) -> str:
        """The text a user types into the field Server."""
        return f"127.0.0.1:{self.gate.port}"

    async def start(self) -> None:
        """Serve, on the same port as before if there was one."""
        line = json.loads(await asyncio.wait_for(asyncio.to_thread(self._spawn), START_SECONDS))
        self._port = int(line["address"].split(":")[2].split("/")[0])
        await self.gate.open(self._port)
        self.developer_key, self.customer_key = line["developer_key"], line["customer_key"]

    async def stop(self) -> None:
        """Stop abruptly, like a server that lost power."""
        await self.gate.close()
        if self._process is not None:
            self._process.kill()
            await asyncio.to_thread(self._process.wait)
            if self._process.stdout is not None:
                self._process.stdout.close()
            self._process = None

    def _spawn(self) -> str:
        program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "app"]
        command = [*program, "practice", "--port", str(self._port), "--database", str(self._database)]
        self._process = subprocess.Popen(  # noqa: S603 # this program
            [*command, "--seed", str(SEED)], stdout=subprocess.PIPE, encoding="utf-8"
        )
        if self._process.stdout is None:
            raise RuntimeError("the practice tells nothing")
        return self._process.stdout.readline()
