"""The hub between desks and the office, compared with desks that ask the office directly.

Ten desks send one read after the other, each a different one, so that nothing is merged or remembered; twenty kiosks
send their heartbeats meanwhile. Practice, hub and clients are processes of their own, the hub on real TLS.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import ssl
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median, quantiles

from app.api.modes import API_PATH
from app.hub.database.database import HubDatabase
from app.hub.devices.devices import insert, token_hash
from app.wire.hub.actions import Kind
from app.wire.hub.kiosk import HEARTBEAT, Heartbeat, Step
from bench.figures import Figure, at_least, at_most, beside
from bench.hub.client import HubClient, bearer
from bench.processes import ROOT, Served, environment, practice

DESKS, KIOSKS = 10, 20
BEAT_SECONDS = 2.0
"""Between two heartbeats of a kiosk; faster than real ones, because a measurement is short."""
ROUNDS, ROUND_SECONDS = 5, 2.0
WARM_SECONDS = 1.0
SHARE, SPREAD = 0.7, 5.0
DAYS = 120
PAIRED_AT = datetime(2026, 1, 1)


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
        direct, through, seconds = asyncio.run(_rounds(served, running))
    share = median(there / here for here, there in zip(direct, through, strict=True))
    cuts = quantiles(seconds, n=100)
    return [
        at_least("hub: requests a second of ten desks", share, "x direct", SHARE),
        at_most("hub: p99 with ten desks and twenty kiosks", cuts[98] / cuts[49], "x p50", SPREAD),
        beside("hub: requests a second, directly", median(direct), "requests"),
        beside("hub: requests a second, through it", median(through), "requests"),
        beside("hub: p50 through it", cuts[49] * 1_000, "ms"),
    ]


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
            await opened.run(lambda connection, row=row: insert(connection, row))
    await opened.close()


async def _rounds(served: Served, running: BenchHub) -> tuple[list[float], list[float], list[float]]:
    keys = f"ODFHIR {served.developer_key}/{served.customer_key}"
    office = int(served.address.rpartition(":")[2].partition("/")[0])
    reads = itertools.cycle(_reads())
    direct, through, seconds = [], [], []
    context = any_certificate()
    async with contextlib.AsyncExitStack() as opened:
        here = [await opened.enter_async_context(HubClient(office, keys)) for _ in range(DESKS)]
        desks = [
            await opened.enter_async_context(HubClient(running.port, bearer(token), context))
            for token in running.desks
        ]
        kiosks = [
            await opened.enter_async_context(HubClient(running.port, bearer(token), context))
            for token in running.kiosks
        ]
        beating = asyncio.gather(*(_beat(each, number) for number, each in enumerate(kiosks)))
        await _round(here, reads, WARM_SECONDS)
        await _round(desks, reads, WARM_SECONDS)
        for _ in range(ROUNDS):
            direct.append(len(await _round(here, reads, ROUND_SECONDS)) / ROUND_SECONDS)
            taken = await _round(desks, reads, ROUND_SECONDS)
            through.append(len(taken) / ROUND_SECONDS)
            seconds += taken
        beating.cancel()
        await asyncio.gather(beating, return_exceptions=True)
    return direct, through, seconds


def any_certificate() -> ssl.SSLContext:
    """TLS whose certificate isn't looked at: the bench measures, it sends nothing secret."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context


def _reads() -> list[str]:
    """What desks read when they open days and patients: a day's appointments and schedules, and single patients.

    Every one is another, so that the hub has to ask for each.
    """
    first = datetime.now().date() - timedelta(days=DAYS // 2)  # noqa: DTZ005 # the served office's own date
    found = []
    for number in range(DAYS):
        day = first + timedelta(days=number)
        found += [
            f"{API_PATH}/appointments?dateStart={day}&dateEnd={day}",
            f"{API_PATH}/patients/{number + 1}",
            f"{API_PATH}/schedules?dateStart={day}&dateEnd={day}",
        ]
    return found


async def _round(clients: list[HubClient], reads: Iterator[str], seconds: float) -> list[float]:
    """Every client asks one after the other for so long; returns how long each answer took."""
    until, taken = time.perf_counter() + seconds, []

    async def ask(client: HubClient) -> None:
        while (began := time.perf_counter()) < until:
            status, _ = await client.get(next(reads))
            assert status == 200, status
            taken.append(time.perf_counter() - began)

    await asyncio.gather(*map(ask, clients))
    return taken


async def _beat(client: HubClient, number: int) -> None:
    await asyncio.sleep(BEAT_SECONDS * number / KIOSKS)
    while True:
        status, _ = await client.call(HEARTBEAT, Heartbeat(step=Step.WELCOME))
        assert status == 200, status
        await asyncio.sleep(BEAT_SECONDS)
