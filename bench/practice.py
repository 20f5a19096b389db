"""The practice: compared with a hand-written handler, and with fifty times as many people and appointments."""

from __future__ import annotations

import asyncio
import sqlite3
import tempfile
import time
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import Any

import httpx
import orjson

from app.core.clock import SystemClock
from app.practice.schema.schedule import appointment
from app.practice.server.app import Practice, open_practice
from app.wire.permissions import Permission
from app.wire.resources.appointments import Appointment
from app.wire.version import NEWEST
from bench.figures import Figure, at_least, at_most
from bench.population import DAY_ROWS, RARE, TODAY, load, load_raw, rows_of
from bench.rounds import ratio

FEW, MANY = 2_000, 100_000
ROUNDS = 9
REQUESTS = 30
BY_HAND_LIMIT, CROWD_LIMIT, LOAD_LIMIT = 0.5, 1.5, 2.0
BASE = "http://practice.invalid/api/v1"
QUESTIONS = {
    "a day": f"/appointments?date={TODAY}",
    "a patient search": f"/patients?LName={RARE[:5]}",
    "a ledger": "/accountmodules/1234/ServiceDateView",
}


def measure() -> list[Figure]:
    """A small practice and a large one, measured alternately."""
    with tempfile.TemporaryDirectory(prefix="front-desk-bench-") as folder:
        few, many, raw = (Path(folder) / f"{name}.db" for name in ("few", "many", "raw"))
        load(few, rows_of(FEW))
        rows = rows_of(MANY)
        loading = load(many, rows) / load_raw(raw, rows)
        del rows
        raw.unlink()
        figures = asyncio.run(_asked(few, many))
    return [
        *figures,
        at_most("practice: loading 1,000,000 appointments", loading, "x raw sqlite3", LOAD_LIMIT),
    ]


async def _asked(few: Path, many: Path) -> list[Figure]:
    small, large = _open(few), _open(many)
    try:
        async with _client(small.asgi, small) as a, _client(large.asgi, large) as b:
            async with _client(_by_hand(few), small) as hand:
                day = QUESTIONS["a day"]
                if not (len((await a.get(day)).json()) == len((await hand.get(day)).json()) == DAY_ROWS):
                    raise RuntimeError("a day has a hundred appointments")
                ours, written = await _rates((a, hand), day)
            figures = [
                at_least("practice: a day in process", ratio(ours, written), "x by hand", BY_HAND_LIMIT)
            ]
            for name, path in QUESTIONS.items():
                slow, quick = await _rates((a, b), path)
                figures.append(
                    at_most(
                        f"practice: {name}, 1,000,000 appointments",
                        ratio(slow, quick),
                        "x 20,000 appointments",
                        CROWD_LIMIT,
                    )
                )
    finally:
        small.close()
        large.close()
    return figures


def _open(path: Path) -> Practice:
    return open_practice(
        str(path),
        seed=0,
        today=TODAY,
        clock=SystemClock(),
        pace=None,
        permissions=frozenset(Permission),
        version=NEWEST,
    )


def _client(application: Any, practice: Practice) -> httpx.AsyncClient:
    keys = f"ODFHIR {practice.keys.developer_key}/{practice.keys.customer_key}"
    headers = {"Authorization": keys, "Content-Type": "application/json"}
    return httpx.AsyncClient(
        transport=httpx.ASGITransport(application), base_url=BASE, headers=headers, timeout=60
    )


async def _rates(
    clients: tuple[httpx.AsyncClient, httpx.AsyncClient], path: str
) -> tuple[list[float], list[float]]:
    """Requests per second of each, by round."""
    found: tuple[list[float], list[float]] = ([], [])
    for number in range(ROUNDS + 1):
        for client, rates in zip(clients, found, strict=True):
            seconds = []
            for _ in range(REQUESTS):
                began = time.perf_counter()
                answer = await client.get(path)
                seconds.append(time.perf_counter() - began)
                answer.raise_for_status()
            if number:
                rates.append(1 / median(seconds))
    return found


def _by_hand(path: Path) -> Any:
    """The minimum to answer a day: one statement on sqlite3, its rows as dicts through orjson."""
    database = sqlite3.connect(path, check_same_thread=False)
    database.row_factory = sqlite3.Row
    names = ", ".join(each for each in Appointment.__struct_fields__ if each in appointment.c)
    command = (
        f"SELECT {names} FROM appointment WHERE AptDateTime >= ? AND AptDateTime < ? ORDER BY AptDateTime"  # noqa: S608
    )

    async def application(scope: Any, receive: Any, send: Any) -> None:
        day = scope["query_string"].decode().partition("date=")[2][:10]
        with closing(database.execute(command, (day, f"{day} 24"))) as cursor:
            body = orjson.dumps([dict(row) for row in cursor.fetchall()])
        headers = [(b"content-type", b"application/json")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    return application
