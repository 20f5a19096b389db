"""The tiny office behind a transport that can be recorded and held, to test what is read and in which order."""

from __future__ import annotations

import asyncio
import datetime
import shutil
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote_plus

import msgspec

from app.api.client import OpenDental
from app.api.keys import Keys
from app.api.modes import Mode, OfficeAddress
from app.api.network.inside import in_process
from app.api.sending import Sending
from app.api.transport import Answer, Transport, TransportNotSent
from app.practice.server.app import Practice, Switches, open_practice
from app.store.changes import Change
from app.store.office import Office
from app.wire.permissions import Permission
from app.wire.version import NEWEST, Version
from tests.practice import office as tiny

ALL = frozenset(Permission)
NO_QUERIES = ALL - {Permission.QUERIES}
READ_ALL = frozenset({Permission.READ_ALL})
NOON = datetime.datetime.combine(tiny.TODAY, datetime.time(12, 0))


class SteppingClock:
    """Stopped, but skips ahead over every wait: rate limits order requests without taking time."""

    def __init__(self) -> None:
        self._time = 0.0

    def now(self) -> datetime.datetime:
        """Local date and time."""
        return NOON + datetime.timedelta(seconds=self._time)

    def utc(self) -> datetime.datetime:
        """The same moment in UTC."""
        return self.now().astimezone(datetime.UTC)

    def monotonic(self) -> float:
        """Seconds since noon."""
        return self._time

    async def sleep(self, seconds: float) -> None:
        """Skip a wait."""
        self._time += seconds
        await asyncio.sleep(0)

    def step(self, seconds: float) -> None:
        """Advance the time."""
        self._time += seconds


class Wire:
    """Forwards and records requests; can hold back answers or be cut."""

    def __init__(self, inner: Transport) -> None:
        self._inner = inner
        self._held: list[tuple[str, asyncio.Event]] = []
        self.sent: list[str] = []
        """Verb and path, with the query, in the order sent."""
        self.down = False
        self._spoiled: dict[str, Answer] = {}
        self._times: dict[str, int] = {}

    async def send(
        self,
        verb: str,
        url: str,
        headers: Mapping[str, str],
        body: bytes | None,
        timeout: float,
        sending: Sending | None = None,
    ) -> Answer:
        """Forward a request. Its answer waits while its address is held."""
        line = f"{verb} {unquote_plus(url.partition('/api/v1')[2])}"
        if body:
            line += f" {msgspec.json.decode(body).get('SqlCommand', '')}"
        self.sent.append(line.strip())
        if self.down:
            raise TransportNotSent("cut")
        answer = await self._inner.send(verb, url, headers, body, timeout, sending)
        for part in [each for each in self._spoiled if each in line][:1]:
            answer = self._spoiled[part]
            self._times[part] -= 1
            if not self._times[part]:
                del self._spoiled[part]
        for part, released in self._held:
            if part in line:
                await released.wait()
        return answer

    def hold(self, part: str) -> asyncio.Event:
        """Hold back the answers of requests whose line contains this part, until the event is set."""
        released = asyncio.Event()
        self._held.append((part, released))
        return released

    def spoil(self, part: str, answer: Answer, times: int = 0) -> None:
        """Replace the answers of requests whose line contains this part, this many times; 0: always."""
        self._spoiled[part] = answer
        self._times[part] = times

    async def until(self, part: str) -> None:
        """Wait until a request whose line contains this part has been sent."""
        while not any(part in line for line in self.sent):
            await asyncio.sleep(0)

    def take(self) -> list[str]:
        """What was sent since the last call, without the page limits."""
        sent, self.sent = self.sent, []
        return [line.replace("&Limit=500", "").replace("?Limit=500", "") for line in sent]

    def drop_connections(self) -> None:
        """As Transport."""
        self._inner.drop_connections()

    async def aclose(self) -> None:
        """Close the connections."""
        await self._inner.aclose()


@dataclass(frozen=True)
class Bench:
    """An in-memory office, its practice, and all requests between them."""

    office: Office
    client: OpenDental
    wire: Wire
    practice: Practice
    clock: SteppingClock
    path: Path
    changes: list[Change]

    def sql(self, command: str, *values: Any) -> None:
        """Change the office's database without the API."""
        with sqlite3.connect(self.path) as connection:
            connection.execute(command, values)
        connection.close()

    def visit(self, number: int, at: str, **more: Any) -> None:
        """Write an appointment into the database, by default Ann's in operatory 1; stamped now."""
        row = {
            "AptNum": number,
            "PatNum": tiny.ANN,
            "AptStatus": 1,
            "AptDateTime": at,
            "Op": 1,
            "Pattern": "/XX/",
        }
        row |= {
            "PatternSecondary": "////",
            "Confirmed": tiny.UNCONFIRMED,
            "ProvNum": tiny.DOC,
            "ClinicNum": 1,
        }
        row |= {"DateTStamp": self.clock.now().isoformat(" ", "seconds"), **more}
        marks = ",".join("?" * len(row))
        self.sql(f"INSERT INTO appointment ({','.join(row)}) VALUES ({marks})", *row.values())

    def change(self, number: int, **fields: Any) -> None:
        """Change an appointment as another program would; stamped now."""
        fields |= {"DateTStamp": self.clock.now().isoformat(" ", "seconds")}
        assignments = ",".join(f"{name} = ?" for name in fields)
        self.sql(f"UPDATE appointment SET {assignments} WHERE AptNum = ?", *fields.values(), number)


class BenchMaker:
    """Opens benches, each on its own copy of the tiny office, and closes them all."""

    def __init__(self, template: Path, folder: Path) -> None:
        self._template = template
        self._folder = folder
        self._open: list[Bench] = []
        self.errors: list[BaseException] = []

    def __call__(
        self,
        *,
        permissions: frozenset[Permission] = ALL,
        mode: Mode = Mode.TRAINING,
        day_limit: int = 40,
        version: str = str(NEWEST),
        **switches: Any,
    ) -> Bench:
        """Open one. In Remote mode the client has the rate limit of a key with these permissions."""
        path = self._folder / f"office{len(self._open)}.db"
        shutil.copyfile(self._template, path)
        stepping = SteppingClock()
        practice = open_practice(
            str(path),
            seed=0,
            today=tiny.TODAY,
            clock=stepping,
            pace=None,
            permissions=permissions,
            version=Version.parse(version),
            switches=Switches(**switches),
        )
        wire = Wire(in_process(practice.asgi))
        keys = Keys(practice.keys.developer_key, practice.keys.customer_key)
        address = OfficeAddress(mode, "http://office.invalid/api/v1")
        client = OpenDental(address, keys, wire, clock=stepping, on_error=self.errors.append)
        changes: list[Change] = []
        office = Office(client, stepping, day_limit=day_limit)
        office.watch(changes.append)
        bench = Bench(office, client, wire, practice, stepping, path, changes)
        self._open.append(bench)
        return bench

    async def close(self) -> None:
        """Close every bench."""
        for bench in self._open:
            await bench.client.aclose()
            bench.practice.close()
        assert not self.errors
