"""The hub of a training with a kiosk: its process pairs devices over pipes, and is started again if it crashes."""

from __future__ import annotations

import asyncio
import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.bootstrap.kiosk.launch import program_command
from app.bootstrap.kiosk.restarting import Restarting
from app.bootstrap.kiosk.training_line import NotStarted, PairedDesk, paired_kiosk

if TYPE_CHECKING:  # loads when the hub has started
    from app.api.hub.pairing import PairedHub

LOOPBACK = "127.0.0.1"
FREE_PORT = 0
KIOSK, DESK = "Kiosk", "Desk"  # words: the hub's


class TrainingHub:
    """Ready once it is made. Raises NotStarted."""

    def __init__(
        self, folder: Path, data: Path, environment: dict[str, str], ended: Callable[[int], None]
    ) -> None:
        """`folder`: its database, deleted with the training; `data`: where the practice stays.

        `ended`: it has ended and can't be started again.
        """
        self._folder, self._data, self._environment = folder, data, environment
        self._port = FREE_PORT
        self.ahead: float | None = None
        """Seconds by which the practice's clock is ahead of this PC's."""
        self._process = Restarting(self._start, ended, steady=0.0)  # `_start` has waited until it listens

    @property
    def url(self) -> str:
        """The same after a restart."""
        return f"https://{LOOPBACK}:{self._port}"

    @property
    def pid(self) -> int:
        """The id of the process."""
        return self._process.pid

    def pair_desk(self) -> PairedDesk:
        """A desk, whose office has the made-up people of the training."""
        paired = self._pair("desk", DESK)
        asyncio.run(_bring_people(paired))
        return PairedDesk.of(paired, self.ahead or 0.0)

    def pair_kiosk(self) -> dict[str, Any]:
        """What the kiosk is told at each start: it is the same device after a crash."""
        return paired_kiosk(self._pair("kiosk", KIOSK), self.ahead or 0.0)

    def close(self) -> None:
        """End it by its pipe."""
        self._process.close()

    def _pair(self, kind: str, name: str) -> PairedHub:
        from app.api.errors import ApiError
        from app.api.hub.link import HubRefused
        from app.api.hub.pairing import pair

        _write(self._process.child, {"code": kind, "name": name})
        try:
            return asyncio.run(pair(self.url, str(_read(self._process.child)["code"]), name))
        except (ApiError, HubRefused) as error:
            raise NotStarted(f"The {name.lower()} of the training could not be paired: {error}.") from None

    def _start(self) -> subprocess.Popen[bytes]:
        """Start it where it was before, at the time that its practice has by now; returns once it listens."""
        command = program_command("hub", "--training", "--stdin", "--listen", LOOPBACK, "--found-on", "-1")
        command += ["--port", str(self._port), "--data", str(self._data)]
        command += ["--database", str(self._folder / "hub.db")]
        if self.ahead is not None:
            command += ["--ahead", str(self.ahead)]
        process = subprocess.Popen(  # noqa: S603 # this program itself
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=self._environment
        )
        try:
            started = _read(process)
        except NotStarted:
            process.wait()
            raise
        self._port, self.ahead = int(started["port"]), float(started["ahead"])
        return process


async def _bring_people(desk: PairedHub) -> None:
    """Ana and Ben come to the hub as those of a PC do that had its own people before it was paired."""
    import msgspec

    from app.api.http import to_hub
    from app.api.hub.link import HubLink
    from app.bootstrap.people.staff import made_up_people
    from app.wire.hub.people import BRING_PEOPLE, BringPeople, PinHash

    book, hashes = made_up_people()
    pins = tuple(PinHash(user_num=user_num, hashed=hashed) for user_num, hashed in hashes.items())
    link = HubLink(to_hub(desk.certificate), desk.address, desk.token)
    try:
        await link.call(BRING_PEOPLE, BringPeople(book=msgspec.Raw(msgspec.json.encode(book)), pins=pins))
    finally:
        await link.aclose()


def _write(process: subprocess.Popen[bytes], line: dict[str, Any]) -> None:
    if process.stdin is None:
        raise NotStarted("no pipe to the hub")
    try:
        process.stdin.write(json.dumps(line).encode() + b"\n")
        process.stdin.flush()
    except OSError:
        raise NotStarted("The hub has ended.") from None


def _read(process: subprocess.Popen[bytes]) -> dict[str, Any]:
    line = process.stdout.readline() if process.stdout is not None else b""
    if not line:
        raise NotStarted("The hub of the training did not start.")
    told: dict[str, Any] = json.loads(line)
    return told
