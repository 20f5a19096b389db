"""Finding a patient at a kiosk, compared with one request that a desk sends through the hub."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import date, datetime
from pathlib import Path
from statistics import median

from app.api.client import OpenDental
from app.api.http import over_network
from app.api.keys import Keys
from app.api.modes import API_PATH, Mode, OfficeAddress
from app.wire.hub.kiosk import HEARTBEAT, IDENTIFY, Heartbeat, Identify, Step
from bench.figures import Figure, at_most, beside
from bench.hub.client import HubClient, bearer
from bench.hub.passing import any_certificate, hub
from bench.processes import Served, practice

TIMES = 40
"""A kiosk may ask so often at once."""
PAUSE_SECONDS = 0.05
"""People don't ask back to back: the hub has noted the one before in its audit."""
MOST = 2.0
BORN = date(1909, 3, 14)
LETTERS = "oka"


def measure() -> list[Figure]:
    """One and the other in turn, both over TLS."""
    with (
        tempfile.TemporaryDirectory(prefix="front-desk-bench-") as folder,
        practice(Path(folder)) as served,
        hub(Path(folder), served, desks=1, kiosks=1) as running,
    ):
        bare, found = asyncio.run(_measured(served, running.port, running.desks[0], running.kiosks[0]))
    return [
        at_most("hub: a patient is found at a kiosk", found / bare, "x one request through it", MOST),
        beside("hub: one request through it", bare * 1_000, "ms"),
        beside("hub: a patient is found at a kiosk", found * 1_000, "ms"),
    ]


async def _measured(served: Served, port: int, desk: str, kiosk: str) -> tuple[float, float]:
    await _expect(served)
    context = any_certificate()
    async with (
        HubClient(port, bearer(desk), context) as at_desk,
        HubClient(port, bearer(kiosk), context) as at_kiosk,
    ):
        numbers = iter(range(1, TIMES + 2))

        async def bare() -> None:
            status, _ = await at_desk.get(f"{API_PATH}/patients/{next(numbers)}")
            assert status == 200, status

        async def found() -> None:
            status, body = await at_kiosk.call(IDENTIFY, Identify(birthdate=BORN, letters=LETTERS))
            assert status == 200, status
            assert b'"ok"' in body, body

        await at_kiosk.call(HEARTBEAT, Heartbeat(step=Step.BIRTHDATE))
        await found()
        await bare()
        spent: dict[Callable[[], Awaitable[None]], list[float]] = {bare: [], found: []}
        for _ in range(TIMES):
            for work, times in spent.items():
                await asyncio.sleep(PAUSE_SECONDS)
                began = time.perf_counter()
                await work()
                times.append(time.perf_counter() - began)
        return median(spent[bare]), median(spent[found])


async def _expect(served: Served) -> None:
    """A patient whose appointment begins now."""
    address = OfficeAddress(Mode.SERVICE, served.address)
    keys = Keys(served.developer_key, served.customer_key)
    office = OpenDental(address, keys, over_network(address), on_error=_raise)
    now = datetime.now()  # noqa: DTZ005 # the served office's own time
    patient = await office.patients.create(LName="Okafor", FName="Ada", Birthdate=BORN)
    (room, *_) = await office.operatories.list()
    start = now.replace(minute=now.minute // 5 * 5, second=0, microsecond=0)
    await office.appointments.create(PatNum=patient.PatNum, Op=room.OperatoryNum, AptDateTime=start)
    await office.aclose()


def _raise(error: BaseException) -> None:
    raise error
