"""Serves the practice on a port of this PC: `python -m app practice`."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import datetime
import json
import signal
import socket
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import sqlalchemy as sa
import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from app.core.clock import ShiftedClock
from app.core.http_limits import LimitedHttpTools
from app.core.serving import Server, listening_socket
from app.core.tasks import TaskScope
from app.practice.server.app import NotAPracticeError, Practice, open_practice
from app.practice.server.events import Courier, EventEngine
from app.practice.server.messages import BASE_PATH
from app.practice.server.pace import PACES
from app.practice.server.switches import Switches
from app.practice.server.workstation import Workstation
from app.wire.permissions import Permission
from app.wire.version import NEWEST, Version

LOOPBACK = "127.0.0.1"
HIGHEST_PORT = 65_535
YEARS = range(1900, 2201)
NOT_POSSIBLE = 2
"""The exit code for options that can't be fulfilled."""

_CANNOT_OPEN = (NotAPracticeError, sa.exc.SQLAlchemyError, ModuleNotFoundError, OSError, ValueError)


class Protocol(LimitedHttpTools, HttpToolsProtocol):  # type: ignore[misc]  # mypy takes LimitedConnection for one on h11
    """Limited: otherwise anybody, even without keys, could fill the memory or use up all connections."""

    most_silent = 500
    most_head = 256 * 1024


class _Server(Server):
    """Reports when it listens, and ends on Ctrl+C or SIGTERM instead of raising the signal again."""

    def __init__(self, config: uvicorn.Config, listening: Callable[[], None]) -> None:
        super().__init__(config)
        self._listening = listening

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._listening()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {each: signal.signal(each, self.handle_exit) for each in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for each, handler in before.items():
                signal.signal(each, handler)


async def serve(
    practice: Practice,
    *,
    port: int,
    announce: Callable[[str], None],
    courier: Courier | None = None,
    workstation: str = "",
) -> None:
    """Serve an open practice on loopback until Ctrl+C or SIGTERM; port 0 picks a free one.

    `announce` receives the base address once it answers. With a courier it sends events as this workstation.
    OSError when the port is taken.
    """
    if courier is None:
        await _answer(practice.asgi, port, announce)
        return
    engine = EventEngine(practice, courier, workstation=workstation)
    failed: list[BaseException] = []
    scope = TaskScope("events", failed.append)
    scope.start(engine.run(), "polls")
    try:
        await _answer(Workstation(practice, engine), port, announce)
    finally:
        await scope.close()
        await courier.aclose()
    if failed:
        raise failed[0]


async def _answer(application: Any, port: int, announce: Callable[[str], None]) -> None:
    with contextlib.closing(listening_socket(LOOPBACK, port)) as listener:
        address = f"http://{LOOPBACK}:{listener.getsockname()[1]}{BASE_PATH}"
        config = uvicorn.Config(
            application,
            http=Protocol,
            ws="none",
            log_config=None,
            access_log=False,
            timeout_graceful_shutdown=2,
            lifespan="off",
            proxy_headers=False,
            server_header=False,
        )
        await _Server(config, lambda: announce(address)).serve(sockets=[listener])


def parser() -> argparse.ArgumentParser:
    """The arguments of `python -m app practice`."""
    found = argparse.ArgumentParser(prog="python -m app practice", description=__doc__)
    found.add_argument("--port", type=_port, default=0, help="0 takes a free one")
    found.add_argument("--database", required=True, help="path of a SQLite file, or a database URL")
    found.add_argument("--seed", type=int, default=1, help="which invented practice")
    found.add_argument(
        "--today",
        type=_day,
        default=None,
        help="the office's day; default: the computer's",
    )
    found.add_argument(
        "--time",
        type=datetime.time.fromisoformat,
        default=None,
        help="the office's time; default: the computer's",
    )
    found.add_argument("--pace", choices=sorted(PACES), default="none")
    found.add_argument(
        "--permissions", type=_permissions, default=frozenset(Permission), help="A,B; default: all"
    )
    found.add_argument("--version", type=_version, default=NEWEST)
    found.add_argument("--workstation", default=socket.gethostname(), help="the name that fires events")
    found.add_argument("--files", type=Path, default=None, help="the folder that stands for SFTP servers")
    return found


def _port(text: str) -> int:
    port = int(text) if text.isdecimal() else -1
    if not 0 <= port <= HIGHEST_PORT:
        raise argparse.ArgumentTypeError(f"there is no port {port}: ports go from 0 to {HIGHEST_PORT}")
    return port


def _day(text: str) -> datetime.date:
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is no day; a day is written as 2026-03-31") from None
    if day.year not in YEARS:  # a made-up practice has people aged 100, and plans ahead
        raise argparse.ArgumentTypeError(f"{text} is too far away: years go from {YEARS[0]} to {YEARS[-1]}")
    return day


def _version(text: str) -> Version:
    try:
        return Version.parse(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{text} is no version; a version is written as 25.1 or 24.4.12"
        ) from None


def _permissions(text: str) -> frozenset[Permission]:
    names = [name.strip().removeprefix("Api") for name in text.split(",") if name.strip()]
    found = frozenset(Permission(name) for name in names)
    unknown = sorted(each for each in found if not each.known)
    if unknown:
        raise argparse.ArgumentTypeError(f"no such permission: {', '.join(unknown)}")
    return found


def main(argv: Sequence[str], make_courier: Callable[[], Courier] | None = None) -> int:
    """Open the practice, print one JSON line with its address and keys, and serve until stopped.

    Without a courier it sends no events.
    """
    chosen = parser().parse_args(argv)
    try:
        practice = _open(chosen)
    except _CANNOT_OPEN as error:
        return _refuse(f"the practice in {_shown(chosen.database)} cannot be opened: {_why(error)}")

    if words := _another(practice, chosen):
        sys.stderr.write(f"python -m app practice: {words}\n")

    def announce(address: str) -> None:
        keys = practice.keys
        line = {
            "address": address,
            "developer_key": keys.developer_key,
            "customer_key": keys.customer_key,
        }
        sys.stdout.write(json.dumps(line) + "\n")
        sys.stdout.flush()

    try:
        asyncio.run(
            serve(
                practice,
                port=chosen.port,
                announce=announce,
                courier=make_courier() if make_courier is not None else None,
                workstation=chosen.workstation,
            )
        )
    except OSError as error:
        return _refuse(f"port {chosen.port} cannot be opened: {error.strerror or type(error).__name__}")
    finally:
        practice.close()
    return 0


def _open(chosen: argparse.Namespace) -> Practice:
    today = chosen.today or datetime.date.today()  # noqa: DTZ011  # the office's own calendar day
    clock = ShiftedClock.on_day(today)
    if chosen.time is not None:
        clock = ShiftedClock.starting_at(datetime.datetime.combine(today, chosen.time))
    return open_practice(
        chosen.database,
        seed=chosen.seed,
        today=today,
        clock=clock,
        pace=PACES[chosen.pace],
        permissions=chosen.permissions,
        version=chosen.version,
        switches=Switches(),
        files=chosen.files,
    )


def _another(practice: Practice, chosen: argparse.Namespace) -> str:
    """How the database differs from what was asked for; empty when it matches."""
    stamp, today = practice.stamp, practice.office.clock.now().date()
    if (stamp.seed, stamp.today) == (chosen.seed, today):
        return ""
    return (
        f"{_shown(chosen.database)} was made before, with seed {stamp.seed} and its schedule around {stamp.today}; "
        "it is served as it is. Name another database to have another practice made."
    )


def _refuse(words: str) -> int:
    sys.stderr.write(f"python -m app practice: {words}\n")
    return NOT_POSSIBLE


def _shown(database: str) -> str:
    """A database address that may be shown: without the password."""
    if "://" not in database:
        return database
    try:
        return sa.make_url(database).render_as_string(hide_password=True)
    except sa.exc.ArgumentError:
        return "this database URL"


def _why(error: Exception) -> str:
    """Why a database can't be opened, in one line."""
    if isinstance(error, ModuleNotFoundError):
        return f"the driver {error.name} is not installed"
    if isinstance(error, sa.exc.DBAPIError):
        return " ".join(str(error.orig).split())
    if isinstance(error, sa.exc.ArgumentError):
        return "this is no database URL that can be used"
    return " ".join(str(error).split())
