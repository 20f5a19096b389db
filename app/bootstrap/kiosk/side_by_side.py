"""`python -m app training-kiosk`: a hub on the training practice, a desk and a kiosk, paired by themselves.

Codes and tokens go through pipes to each process, and nothing of them is kept: the folders are deleted at the end.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Any

from app.bootstrap.kiosk.launch import COMMAND as KIOSK
from app.bootstrap.kiosk.launch import program_command
from app.bootstrap.kiosk.protocol import SCALE
from app.bootstrap.kiosk.supervisor import END_SECONDS, Supervisor
from app.bootstrap.kiosk.training_line import PairedDesk
from app.core.paths import HOME_VARIABLE, program_folders

DESK = "training-desk"
LOOPBACK = "127.0.0.1"


class NotStarted(Exception):
    """A process of the training ended before it was ready."""


def side_by_side() -> int:
    """Run hub, desk and kiosk until the desk or the kiosk is closed. Returns the exit code."""
    data = program_folders().data / "training-kiosk"
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="front-desk-training-") as home:
        folder = Path(home)
        try:
            with _hub(folder, data) as hub, _desk(folder, hub) as desk:
                reduced = _environment(folder / "kiosk") | {"QT_SCALE_FACTOR": str(SCALE)}
                supervisor = Supervisor(program_command(KIOSK), training=hub.kiosk, environment=reduced)
                _end_together(desk, supervisor)
        except NotStarted as error:
            sys.stderr.write(f"{error}\n")
            return 1
    return 0


def _end_together(desk: subprocess.Popen[bytes], supervisor: Supervisor) -> None:
    """Run the kiosk until it or the desk is closed, or this process is told to end."""

    def follow_desk() -> None:
        desk.wait()
        supervisor.stop()

    def end(_: int, __: FrameType | None) -> None:
        supervisor.stop()

    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, end)
    threading.Thread(target=follow_desk, name="desk", daemon=True).start()
    supervisor.run()


class TrainingHub:
    """The hub's process: gives pairing codes over its pipes."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        started = self._read()
        self.url = f"https://{LOOPBACK}:{started['port']}"
        self.ahead = float(started["ahead"])
        """Seconds by which the practice's clock is ahead of this PC's."""

    def kiosk(self) -> dict[str, Any]:
        """What the kiosk pairs itself by; a new code for each start."""
        return {
            "address": self.url,
            "code": self._code("kiosk", "Kiosk"),
            "name": "Kiosk",
            "ahead": self.ahead,
        }  # words: the hub's

    def desk(self) -> PairedDesk:
        """A paired desk."""
        from app.api.hub.access import HubAccess, encode, entry
        from app.api.hub.pairing import pair

        paired = asyncio.run(pair(self.url, self._code("desk", "Desk"), "Desk"))  # words: the hub's
        access = HubAccess.first(paired.token, paired.certificate, paired.device_num, paired.office)
        return PairedDesk(self.url, access.hub_id, entry(access.hub_id), encode(access), self.ahead)

    def _code(self, kind: str, name: str) -> str:
        if self._process.stdin is None:
            raise NotStarted("no pipe to the hub")
        self._process.stdin.write(json.dumps({"code": kind, "name": name}) + "\n")
        self._process.stdin.flush()
        return str(self._read()["code"])

    def _read(self) -> dict[str, Any]:
        line = self._process.stdout.readline() if self._process.stdout is not None else ""
        if not line:
            raise NotStarted("the hub did not start; its log says why")
        told: dict[str, Any] = json.loads(line)
        return told


@contextlib.contextmanager
def _hub(folder: Path, data: Path) -> Iterator[TrainingHub]:
    command = program_command("hub", "--training", "--stdin", "--listen", LOOPBACK, "--port", "0")
    command += ["--found-on", "-1", "--data", str(data), "--database", str(folder / "hub.db")]
    with subprocess.Popen(  # noqa: S603 # this program itself
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=_environment(folder / "hub"),
    ) as process:
        try:
            yield TrainingHub(process)
        finally:
            _close(process)


@contextlib.contextmanager
def _desk(folder: Path, hub: TrainingHub) -> Iterator[subprocess.Popen[bytes]]:
    paired = hub.desk()
    with subprocess.Popen(  # noqa: S603 # this program itself
        program_command(DESK), stdin=subprocess.PIPE, env=_environment(folder / "desk")
    ) as process:
        try:
            if process.stdin is not None:
                process.stdin.write(paired.line())
                process.stdin.flush()
            yield process
        finally:
            _close(process)


def _close(process: subprocess.Popen[Any]) -> None:
    """End a process by closing its pipe, and by force if it takes too long."""
    if process.stdin is not None:
        with contextlib.suppress(OSError):
            process.stdin.close()
    try:
        process.wait(2 * END_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()


def _environment(home: Path) -> dict[str, str]:
    """A process's own folders, all of which are deleted at the end."""
    return {**os.environ, HOME_VARIABLE: str(home)}
