"""The hub between desks and the office, compared with desks that ask the office directly.

Three processes share two cores here; in an office each is a computer of its own. So the TLS of ten desks and the work
of the hub count against the same two cores. Told beside the budgets is what depends on neither: the requests that one
core of the hub serves, against those that one core of the practice answers directly.

Every read is a different one, so that nothing is merged or remembered; twenty kiosks send their heartbeats meanwhile.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import os
import ssl
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import sqlalchemy as sa

from app.api.client import OpenDental
from app.api.http import connect, to_hub
from app.api.hub.access import HubAccess
from app.api.keys import Keys
from app.api.modes import API_PATH, Mode, OfficeAddress, service_address
from app.hub.database.database import HubDatabase
from app.hub.devices.devices import insert, token_hash
from app.wire.hub.actions import Kind
from app.wire.hub.devices import Device
from app.wire.hub.kiosk import HEARTBEAT, Heartbeat, Step
from bench.figures import Figure, at_least, at_most, beside
from bench.hub.client import HubClient, bearer
from bench.processes import ROOT, Served, environment, practice

DESKS, KIOSKS = 10, 20
BEAT_SECONDS = 2.0
"""Between two heartbeats of a kiosk; faster than real ones, because a measurement is short."""
ROUNDS, ROUND_SECONDS = 6, 1.0
WARM_SECONDS = 0.5
SHARE, SPREAD = 0.7, 5.0
DAYS = 120
PAIRED_AT = datetime(2026, 1, 1)

Ask = Callable[[], Awaitable[None]]


class BenchHub:
    """A hub in a process of its own, with paired devices."""

    def __init__(self, port: int, desks: list[str], kiosks: list[str], pid: int) -> None:
        self.port = port
        self.desks = desks
        self.kiosks = kiosks
        self.pid = pid


def measure() -> list[Figure]:
    """Rounds in turn: directly, then through the hub."""
    with (
        tempfile.TemporaryDirectory(prefix="front-desk-bench-") as folder,
        practice(Path(folder)) as served,
        hub(Path(folder), served) as running,
    ):
        desks = asyncio.run(_desks(served, running))
        bare = asyncio.run(_bare(served, running))
    cuts = quantiles(desks.seconds, n=100)
    return [
        at_least("hub: requests a second of ten desks", desks.share, "x direct", SHARE),
        at_most("hub: p99 with ten desks and twenty kiosks", cuts[98] / cuts[49], "x p50", SPREAD),
        beside("hub: p50 with ten desks and twenty kiosks", cuts[49] * 1_000, "ms"),
        beside("hub: requests a second of ten desks, directly", median(desks.direct), "requests"),
        beside("hub: requests a second of a core", median(bare.office) / median(bare.own), "x direct"),
        beside("hub: its own time for a request", 1_000 * median(bare.own), "ms of a core"),
        beside("hub: requests a second of bare clients, through it", median(bare.through), "requests"),
        beside("hub: requests a second of bare clients, directly", median(bare.direct), "requests"),
    ]


@dataclass
class Taken:
    """Requests a second by round, and how long each through the hub took."""

    direct: list[float] = field(default_factory=list)
    through: list[float] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    own: list[float] = field(default_factory=list)
    """Seconds of a core that the hub's process took for a request, by round."""
    office: list[float] = field(default_factory=list)
    """The same of the office's process, for a direct request."""

    @property
    def share(self) -> float:
        """What of the direct requests a second is left through the hub."""
        return median(there / here for here, there in zip(self.direct, self.through, strict=True))


@contextlib.contextmanager
def hub(folder: Path, served: Served, desks: int = DESKS, kiosks: int = KIOSKS) -> Iterator[BenchHub]:
    """Start a hub for a served practice, with devices that are paired already."""
    database = folder / "hub.db"
    tokens = {kind: [f"{kind} {each} of the bench" for each in range(many)] for kind, many in
              ((Kind.DESK, desks), (Kind.KIOSK, kiosks))}  # fmt: skip
    asyncio.run(_add(database, tokens))
    command = [sys.executable, "-m", "app", "hub", "--port", "0", "--listen", "127.0.0.1", "--found-on", "-1"]
    command += ["--database", str(database), "--data", str(folder / "hub")]
    env = environment(
        FRONT_DESK_HOME=str(folder),
        FRONT_DESK_OFFICE=served.address,
        FRONT_DESK_DEVELOPER_KEY=served.developer_key,
        FRONT_DESK_CUSTOMER_KEY=served.customer_key,
    )
    with subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True) as child:
        try:
            assert child.stdout is not None
            line = child.stdout.readline()
            if not line:
                raise RuntimeError("the hub did not start")
            yield BenchHub(json.loads(line)["port"], tokens[Kind.DESK], tokens[Kind.KIOSK], child.pid)
        finally:
            child.terminate()
            child.wait(timeout=20)


async def _add(database: Path, tokens: dict[Kind, list[str]]) -> None:
    opened = await HubDatabase.open(str(database))
    for kind, several in tokens.items():
        for number, token in enumerate(several):
            row = {
                "name": f"{kind} {number}",
                "kind": kind.value,
                "token_hash": token_hash(token),
                "paired_at": PAIRED_AT,
                "address": "",
                "revoked": False,
            }
            await opened.run(partial(_insert, row))
    await opened.close()


def _insert(row: dict[str, Any], connection: sa.Connection) -> Device:
    return insert(connection, row)


async def _desks(served: Served, running: BenchHub) -> Taken:
    """With the program's own clients."""
    keys = Keys(served.developer_key, served.customer_key)
    certificate = await asyncio.to_thread(ssl.get_server_certificate, ("127.0.0.1", running.port))
    address = OfficeAddress(Mode.HUB, f"https://127.0.0.1:{running.port}{API_PATH}")
    async with contextlib.AsyncExitStack() as opened:
        here = [
            await opened.enter_async_context(connect(service_address(served.address), keys))
            for _ in range(DESKS)
        ]
        there = [
            await opened.enter_async_context(
                OpenDental(
                    address, HubAccess.first(token, certificate, 1), to_hub(certificate), on_error=_fail
                )
            )
            for token in running.desks
        ]
        days = itertools.cycle(_days())
        return await _alternate(
            served, running, [_reader(each, days) for each in here], [_reader(each, days) for each in there]
        )


def _reader(office: OpenDental, days: Iterator[tuple[date, int]]) -> Ask:
    """Reads in turn a day's appointments, a patient, and a day's schedules."""
    turn = itertools.count()

    async def ask() -> None:
        day, number = next(days)
        match next(turn) % 3:
            case 0:
                await office.appointments.list(dateStart=day, dateEnd=day)
            case 1:
                await office.patients.get(number)
            case _:
                await office.schedules.list(dateStart=day, dateEnd=day)

    return ask


def _fail(error: BaseException) -> None:
    raise error


async def _bare(served: Served, running: BenchHub) -> Taken:
    """With clients that cost next to nothing."""
    keys = f"ODFHIR {served.developer_key}/{served.customer_key}"
    office = int(served.address.rpartition(":")[2].partition("/")[0])
    context = any_certificate()
    reads = itertools.cycle(_reads())
    async with contextlib.AsyncExitStack() as opened:
        here = [await opened.enter_async_context(HubClient(office, keys)) for _ in range(DESKS)]
        there = [
            await opened.enter_async_context(HubClient(running.port, bearer(token), context))
            for token in running.desks
        ]
        return await _alternate(
            served, running, [_getter(each, reads) for each in here], [_getter(each, reads) for each in there]
        )


def _getter(client: HubClient, reads: Iterator[str]) -> Ask:
    async def ask() -> None:
        status, _ = await client.get(next(reads))
        assert status == 200, status

    return ask


async def _alternate(served: Served, running: BenchHub, here: list[Ask], there: list[Ask]) -> Taken:
    """Rounds in turn, while the kiosks send their heartbeats."""
    taken, context = Taken(), any_certificate()
    async with contextlib.AsyncExitStack() as opened:
        kiosks = [
            await opened.enter_async_context(HubClient(running.port, bearer(token), context))
            for token in running.kiosks
        ]
        beating = asyncio.gather(*(_beat(each, number) for number, each in enumerate(kiosks)))
        await _round(here, WARM_SECONDS)
        await _round(there, WARM_SECONDS)
        for _ in range(ROUNDS):
            before = cpu_seconds(served.pid)
            straight = len(await _round(here, ROUND_SECONDS))
            taken.direct.append(straight / ROUND_SECONDS)
            taken.office.append((cpu_seconds(served.pid) - before) / max(1, straight))
            before = cpu_seconds(running.pid)
            seconds = await _round(there, ROUND_SECONDS)
            taken.through.append(len(seconds) / ROUND_SECONDS)
            taken.own.append((cpu_seconds(running.pid) - before) / max(1, len(seconds)))
            taken.seconds += seconds
        beating.cancel()
        await asyncio.gather(beating, return_exceptions=True)
    return taken


def cpu_seconds(pid: int) -> float:
    """Seconds of a core that a process has used (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def any_certificate() -> ssl.SSLContext:
    """TLS whose certificate isn't looked at: the bench measures, it sends nothing secret."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context


def _days() -> list[tuple[date, int]]:
    """Days around today, each with the number of a patient."""
    first = datetime.now().date() - timedelta(days=DAYS // 2)  # noqa: DTZ005 # the served office's own date
    return [(first + timedelta(days=number), number + 1) for number in range(DAYS)]


def _reads() -> list[str]:
    """The same as a desk's, as paths."""
    found = []
    for day, number in _days():
        found += [
            f"{API_PATH}/appointments?dateStart={day}&dateEnd={day}",
            f"{API_PATH}/patients/{number}",
            f"{API_PATH}/schedules?dateStart={day}&dateEnd={day}",
        ]
    return found


async def _round(clients: list[Ask], seconds: float) -> list[float]:
    """Every client asks one after the other for so long; returns how long each answer took."""
    until, taken = time.perf_counter() + seconds, []

    async def work(ask: Ask) -> None:
        while (began := time.perf_counter()) < until:
            await ask()
            taken.append(time.perf_counter() - began)

    await asyncio.gather(*map(work, clients))
    return taken


async def _beat(client: HubClient, number: int) -> None:
    await asyncio.sleep(BEAT_SECONDS * number / KIOSKS)
    while True:
        status, _ = await client.call(HEARTBEAT, Heartbeat(step=Step.WELCOME))
        assert status == 200, status
        await asyncio.sleep(BEAT_SECONDS)
