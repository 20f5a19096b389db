"""Ten whole desks open the same day through a hub, on a key of one request a second, compared with one desk.

Practice and hub are in this process, the desks' lines are real TLS; the time is the computer's, because the pace is.
"""

from __future__ import annotations

import asyncio
import contextlib
import tempfile
import time as timing
from collections.abc import AsyncIterator
from pathlib import Path

from app.api.client import OpenDental
from app.api.hub.access import HubAccess
from app.api.keys import Keys
from app.api.modes import Mode, OfficeAddress, hub_address
from app.api.network.inside import in_process
from app.bootstrap.hub.door import HubDoor
from app.core.clock import Clock, ShiftedClock
from app.core.office_clock import OfficeClock
from app.hub.devices.devices import DeviceBook
from app.hub.office.watching import OfficeWatch
from app.hub.running import NO_PORT, HubOptions, HubSeals, RunningHub, start_hub
from app.hub.server.secrets import CUSTOMER
from app.practice.server.app import Practice, open_practice
from app.practice.server.pace import PACES
from app.sealed.seal import AesGcmSeal, key_from, new_key
from app.wire.hub.actions import Kind
from app.wire.permissions import Permission
from app.wire.version import NEWEST
from bench.clocks import workday_morning
from bench.desks import is_complete, new_loop, open_desk, until
from bench.figures import Figure, at_most, beside
from bench.processes import SEED
from bench.recording import RecordingTransport

DESKS = 10
MOST = 1.2
"""Times the requests of one desk."""
PATIENCE_SECONDS = 240.0
PERMISSIONS = frozenset(Permission) - {Permission.ENTERPRISE}
_REMOTE = OfficeAddress(Mode.REMOTE, "http://office.invalid/api/v1")


def measure() -> list[Figure]:
    """One desk at a new hub, then ten at another new one."""
    one, alone_for = _opened(1)
    ten, together_for = _opened(DESKS)
    return [
        at_most("hub: requests of ten desks that open one day", ten / one, "x one desk", MOST),
        beside("hub: requests of one desk until its day is complete", one, "requests"),
        beside("hub: one desk's day is complete after", alone_for, "s"),
        beside("hub: the last of ten desks' days is complete after", together_for, "s"),
    ]


def _opened(desks: int) -> tuple[int, float]:
    """Requests to the office, and seconds, until the day is complete at all of so many desks."""
    with tempfile.TemporaryDirectory(prefix="front-desk-bench-") as folder, new_loop() as loop:
        return loop.run_until_complete(_open_day(Path(folder), desks))


async def _open_day(folder: Path, desks: int) -> tuple[int, float]:
    clock = ShiftedClock.starting_at(workday_morning())
    practice = open_practice(
        str(folder / "practice.db"),
        seed=SEED,
        today=clock.now().date(),
        clock=clock,
        pace=PACES["paid"],
        permissions=PERMISSIONS,
        version=NEWEST,
    )
    wire = RecordingTransport(in_process(practice.asgi))
    try:
        async with _hub(folder, practice, wire, clock) as running, contextlib.AsyncExitStack() as stack:
            began, before = timing.monotonic(), len(wire.sent)
            await asyncio.gather(*(_desk(folder, running, each, clock, stack) for each in range(desks)))
            return len(wire.sent) - before, timing.monotonic() - began
    finally:
        practice.close()


async def _desk(
    folder: Path,
    running: RunningHub,
    number: int,
    clock: Clock,
    stack: contextlib.AsyncExitStack,
) -> None:
    device, token = await running.hub.part(DeviceBook).add(Kind.DESK, f"Desk {number}")
    access = HubAccess.first(token, running.certificate.certificate, device.device_num)
    own = folder / f"desk{number}"
    own.mkdir()
    door = HubDoor(access, f"https://127.0.0.1:{running.server.port}")
    address = hub_address(f"127.0.0.1:{running.server.port}")
    desk = await stack.enter_async_context(open_desk(own, address, access, door.transport, clock, hub=door))
    await until(lambda: is_complete(desk), PATIENCE_SECONDS)


@contextlib.asynccontextmanager
async def _hub(
    folder: Path, practice: Practice, wire: RecordingTransport, clock: Clock
) -> AsyncIterator[RunningHub]:
    keys = Keys(practice.keys.developer_key, practice.keys.customer_key)
    office_clock = OfficeClock(clock)
    office = OpenDental(_REMOTE, keys, wire, clock=office_clock, on_error=_fail)
    options = HubOptions(str(folder / "hub.db"), listen="127.0.0.1", port=0, found_on=NO_PORT)
    seals = HubSeals({CUSTOMER: AesGcmSeal(key_from(keys.customer))}, new_key())
    running = await start_hub(office, office_clock, options, seals, _fail, lambda _: False)
    try:
        await office.probe()
        running.hub.scope.start(running.hub.part(OfficeWatch).run(), "watch")
        yield running
    finally:
        await running.stop()
        await office.aclose()


def _fail(error: BaseException) -> None:
    raise error
