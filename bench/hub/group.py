"""A group of offices on one hub process: `python -m bench.hub.group [DEVICES]`. By hand, because it takes a minute.

Every desk keeps its change stream open on real TLS, every kiosk its connection. Memory is the growth of the hub's
process by these; the requests are those of devices at work (desks: one request in four seconds on average over a day,
kiosks: a heartbeat in five), sent as fast as the hub answers. So "requests a second" is where the process ends, and the
number of devices that it carries is that, divided by what one device sends.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import ssl
import sys
import tempfile
import time
from pathlib import Path

from app.api.modes import API_PATH
from app.wire.hub.actions import STREAM_PATH
from app.wire.hub.kiosk import HEARTBEAT, Heartbeat, Step
from bench.hub.client import HubClient, bearer
from bench.hub.passing import BenchHub, any_certificate, cpu_seconds, hub
from bench.processes import practice

DEVICES = 1_000
DESK_SHARE = 0.8
AT_ONCE = 20
SECONDS = 10.0
DESK_EVERY, KIOSK_EVERY = 4.0, 5.0
"""Seconds between two requests of a device."""
OPENING_AT_ONCE = 25


def main(arguments: list[str]) -> int:
    """Measure, and print a table."""
    devices = int(arguments[0]) if arguments else DEVICES
    desks = int(devices * DESK_SHARE)
    with (
        tempfile.TemporaryDirectory(prefix="front-desk-bench-") as folder,
        practice(Path(folder)) as served,
        hub(Path(folder), served, desks, devices - desks) as running,
    ):
        for name, value in asyncio.run(_measure(running)).items():
            sys.stdout.write(f"{name:48} {value:12,.1f}\n")
    return 0


async def _measure(running: BenchHub) -> dict[str, float]:
    devices, context = len(running.desks) + len(running.kiosks), any_certificate()
    async with contextlib.AsyncExitStack() as opened:
        before, began = _memory(running.pid), time.monotonic()
        await _connect(opened, running, context)
        opening = time.monotonic() - began
        await asyncio.sleep(6)  # a beat goes to every stream
        grown, idle = _memory(running.pid) - before, await _share_of_a_core(running.pid)
        answered = await _work(opened, running, context)
        used = _memory(running.pid)
    a_device = DESK_SHARE / DESK_EVERY + (1 - DESK_SHARE) / KIOSK_EVERY
    return {
        "devices": devices,
        "devices connected a second": devices / opening,
        "memory of a connected device, KB": grown / devices / 1_024,
        "memory of the process in the end, MB": used / 1_048_576,
        "of one core, while nobody asks, %": idle * 100,
        "requests a second": answered / SECONDS,
        "requests an hour": answered / SECONDS * 3_600,
        "devices that send so much": answered / SECONDS / a_device,
    }


async def _connect(opened: contextlib.AsyncExitStack, running: BenchHub, context: ssl.SSLContext) -> None:
    """Every desk with its stream, every kiosk with a connection for its heartbeats."""
    waiting = asyncio.Semaphore(OPENING_AT_ONCE)

    async def desk(token: str) -> None:
        async with waiting:
            client = await opened.enter_async_context(HubClient(running.port, bearer(token), context))
            assert b"connected" in await client.open_stream(STREAM_PATH)

    async def kiosk(token: str) -> None:
        async with waiting:
            client = await opened.enter_async_context(HubClient(running.port, bearer(token), context))
            status, _ = await client.call(HEARTBEAT, Heartbeat(step=Step.WELCOME))
            assert status == 200, status

    await asyncio.gather(*map(desk, running.desks), *map(kiosk, running.kiosks))


async def _work(opened: contextlib.AsyncExitStack, running: BenchHub, context: ssl.SSLContext) -> int:
    """Requests answered in the time, by a few connections that send one after the other, each for another device."""
    until, answered = time.monotonic() + SECONDS, 0
    patients = itertools.cycle(range(1, 200))

    async def work(number: int) -> None:
        nonlocal answered
        kiosk = number >= AT_ONCE * DESK_SHARE
        tokens = itertools.cycle(running.kiosks[number::AT_ONCE] if kiosk else running.desks[number::AT_ONCE])
        client = await opened.enter_async_context(HubClient(running.port, "", context))
        while time.monotonic() < until:
            client.authorize(bearer(next(tokens)))
            if kiosk:
                status, _ = await client.call(HEARTBEAT, Heartbeat(step=Step.WELCOME))
            else:
                status, _ = await client.get(f"{API_PATH}/patients/{next(patients)}")
            assert status == 200, status
            answered += 1

    await asyncio.gather(*map(work, range(AT_ONCE)))
    return answered


async def _share_of_a_core(pid: int, seconds: float = 5.0) -> float:
    before = cpu_seconds(pid)
    await asyncio.sleep(seconds)
    return (cpu_seconds(pid) - before) / seconds


def _memory(pid: int) -> int:
    """Bytes of a process that only it has (Linux)."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return sum(int(each.split()[1]) for each in lines if each.startswith("Private_")) * 1_024


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
