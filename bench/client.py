"""The complete client: requests per second compared with bare httpx and orjson, and memory for many pages."""

from __future__ import annotations

import asyncio
import gc
import tempfile
import time
import tracemalloc
from collections.abc import Awaitable, Callable, Sequence
from datetime import date, timedelta
from pathlib import Path

import httpx
import msgspec
import orjson

from app.api.http import connect
from app.api.keys import Keys
from app.api.modes import service_address
from bench.figures import Figure, at_least, at_most
from bench.processes import practice
from bench.rounds import ratio

REQUESTS = 60
ROUNDS = 9
LIMIT = 0.9
ROWS = 100
MANY = 10_000
YEAR_AND_A_HALF = 550
PAGES_LIMIT = 1.0


def measure() -> list[Figure]:
    """One request after the other, alternating, on a practice in another process."""
    with tempfile.TemporaryDirectory(prefix="front-desk-bench-") as folder, practice(Path(folder)) as served:
        keys = Keys(served.developer_key, served.customer_key)
        ours, bare = asyncio.run(_both(served.address, keys))
        above = asyncio.run(_above(served.address, keys))
    return [
        at_least("client: GET of 100 rows through the client", ratio(ours, bare), "x bare httpx", LIMIT),
        at_most("client: memory above 10,000 rows by pages", above, "pages", PAGES_LIMIT),
    ]


async def _above(address: str, keys: Keys) -> float:
    """Peak memory while rows are read page by page, beyond the rows kept, measured in pages (a body and its rows)."""
    last = date.today()  # noqa: DTZ011 # the served office's own date
    first = last - timedelta(days=YEAR_AND_A_HALF)
    async with connect(service_address(address), keys) as office:
        page = await office.appointments.list(dateStart=first, dateEnd=last).first_page()
        gc.collect()
        tracemalloc.start()
        kept = [row async for row in office.appointments.list(dateStart=first, dateEnd=last)]
        _, most = tracemalloc.get_traced_memory()
        gc.collect()
        left, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    if len(kept) < MANY:
        raise RuntimeError(f"only {len(kept)} rows have come")
    body = sum(len(msgspec.json.encode(row)) for row in page)
    return (most - left) / (body + left / len(kept) * len(page))


async def _both(address: str, keys: Keys) -> tuple[list[float], list[float]]:
    """Requests per second by round: the client's, and bare ones."""
    where = service_address(address)
    headers = {
        "Authorization": f"ODFHIR {keys.developer}/{keys.customer}",
        "Content-Type": "application/json",
    }
    found: tuple[list[float], list[float]] = ([], [])
    async with connect(where, keys) as office, httpx.AsyncClient(headers=headers) as client:
        days = await _days(office.appointments.list)
        query = {"dateStart": str(days[0]), "dateEnd": str(days[1]), "Limit": "500"}

        async def ours() -> int:
            return len(await office.appointments.list(dateStart=days[0], dateEnd=days[1]))

        async def bare() -> int:
            answer = await client.get(f"{where.base_url}/appointments", params=query)
            return len(orjson.loads(answer.content))

        if await ours() != await bare():
            raise RuntimeError("the two do not read the same rows")
        for _ in range(ROUNDS):
            for job, rates in zip((ours, bare), found, strict=True):
                rates.append(await _rate(job))
    return found


async def _days(read: Callable[..., Awaitable[Sequence[object]]]) -> tuple[date, date]:
    """Consecutive days that have about a hundred appointments."""
    first = date.today() - timedelta(days=60)  # noqa: DTZ011 # the served office's own date
    for last in (first + timedelta(days=each) for each in range(10)):
        if len(await read(dateStart=first, dateEnd=last)) >= ROWS:
            return first, last
    raise RuntimeError("the practice has no hundred appointments in ten days")


async def _rate(job: Callable[[], Awaitable[int]]) -> float:
    began = time.perf_counter()
    for _ in range(REQUESTS):
        await job()
    return REQUESTS / (time.perf_counter() - began)
