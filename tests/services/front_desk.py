"""Desks on the tiny practice: client, in-memory office, journal and writes, as the program combines them."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import AsyncExitStack
from datetime import datetime, time
from pathlib import Path
from typing import Any

from app.api.capabilities import Verdict
from app.api.client import OpenDental
from app.api.keys import Keys
from app.api.modes import Mode, OfficeAddress
from app.api.network.inside import in_process
from app.api.network.lean import to_office
from app.core.tasks import TaskScope
from app.domain.schedule.visit import Person, Visit
from app.journal.entries import Entry, WriteState
from app.journal.outbox import Outbox
from app.practice.server.app import Practice, Switches, open_practice
from app.practice.server.faults import Faults
from app.sealed.seal import AesGcmSeal
from app.services.schedule.grids import all_visits
from app.services.writes.contents import Contents
from app.services.writes.money.money_writes import MoneyWrites
from app.services.writes.money.twins import Twin, TwinWatch
from app.services.writes.patients.patient_writes import NewCommlog, PatientWrites
from app.services.writes.registry import WRITES, Registry, registry, write_kinds
from app.services.writes.schedule.cancel import BreakChoice
from app.services.writes.schedule.visits import VisitWrites
from app.services.writes.write import Write
from app.services.writes.writes import FREE_UNDO_SECONDS, Writes
from app.store.office import Office
from app.wire.endpoint import Endpoint
from app.wire.permissions import Permission
from app.wire.version import Version
from tests.journal.fake_office import JournalClock, until
from tests.practice import office as tiny
from tests.support.journals import open_journal
from tests.support.together import Together

NOON = datetime.combine(tiny.TODAY, time(12, 0))
ANN = Person(tiny.ANN, "Berg", "Ann")
SEAL = AesGcmSeal(bytes(32))


def at(hour: int, minute: int = 0, day: Any = tiny.TODAY) -> datetime:
    """A time of the tiny office's day."""
    return datetime.combine(day, time(hour, minute))


class Desk:
    """One PC of the office."""

    def __init__(
        self, client: OpenDental, office: Office, outbox: Outbox, scope: TaskScope, kinds: Registry
    ) -> None:
        clock = office.clock

        def can(endpoint: Endpoint) -> Verdict:
            return client.capabilities.can(endpoint)

        writes = Writes(outbox, office, kinds, scope, can=can)
        self.client = client
        self.office = office
        self.outbox = outbox
        self.writes = writes
        self.visits = VisitWrites(writes, office, clock)
        self.patients = PatientWrites(writes, clock)
        self.twins: list[Twin] = []
        watch = TwinWatch(outbox.journal, client, office, kinds, scope, clock)
        self.money = MoneyWrites(writes, clock, watch)
        watch.watch(self.twins.append)
        self.errors: list[BaseException] = []

    async def look(self) -> None:
        """Read today again."""
        await self.office.office_lists.read_missing()
        await self.office.reader.reread((tiny.TODAY,))

    def visit(self, apt_num: int = tiny.VISIT, day: Any = tiny.TODAY) -> Visit:
        """An appointment as displayed."""
        return next(each for each in all_visits(self.office, day) if each.apt_num == apt_num)

    async def break_now(self, choice: BreakChoice) -> Entry:
        """Break the appointment and send it without the delay."""
        entry = await self.visits.break_visit(self.visit(), choice)
        self.outbox.hurry([entry.id])
        return await self.outbox.write(entry.intent)  # requested again: it is the same entry

    async def add_commlog_now(self, new: NewCommlog) -> Entry:
        """Add a commlog and send it without the delay."""
        entry = await self.patients.add_commlog(new)
        self.outbox.hurry([entry.id])
        return await self.outbox.write(entry.intent)  # requested again: it is the same entry

    def entry(self) -> Entry:
        """The latest write."""
        return self.outbox.journal.recent(1)[0]


class Town:
    """The practice, its database and clock, and the simulated failures of its connection."""

    def __init__(self, template: Path, folder: Path, version: str, switches: Switches) -> None:
        self.folder = folder
        self.path = folder / "practice.db"
        shutil.copyfile(template, self.path)
        self.clock = JournalClock(NOON)
        self.faults = Faults()
        self.gate = Together()
        self.practices: dict[frozenset[Permission], Practice] = {}
        self.stack = AsyncExitStack()
        self.errors: list[BaseException] = []
        self.scope = TaskScope("town", self.errors.append)
        self.stack.push_async_callback(self.scope.close)
        self.version = Version.parse(version)
        self.switches = switches

    def practice(self, permissions: frozenset[Permission]) -> Practice:
        """The practice with a key that has these permissions; desks with the same key share one."""
        if permissions in self.practices:
            return self.practices[permissions]
        practice = self.practices[permissions] = open_practice(
            str(self.path),
            seed=0,
            today=tiny.TODAY,
            clock=self.clock,
            pace=None,
            permissions=permissions,
            version=self.version,
            switches=self.switches,
            faults=self.faults,
        )
        self.stack.callback(practice.close)
        return practice

    async def desk(
        self,
        name: str = "front",
        permissions: frozenset[Permission] = frozenset(Permission),
        patience: float = 65.0,
        writes: tuple[Write, ...] = WRITES,
        address: OfficeAddress | None = None,
    ) -> Desk:
        """Open a desk that has read today: in process, or over the network at this address."""
        practice = self.practice(permissions)
        keys = Keys(practice.keys.developer_key, practice.keys.customer_key)
        client = OpenDental(
            address or OfficeAddress(Mode.TRAINING, "http://office.invalid/api/v1"),
            keys,
            to_office(address) if address is not None else in_process(self.gate(practice.asgi)),
            clock=self.clock,
            on_error=self.errors.append,
            patience=patience,
        )
        self.stack.push_async_callback(client.aclose)
        journal = await open_journal(self.folder / f"{name}.db", SEAL, self.clock)
        self.stack.push_async_callback(journal.store.close)
        scope = TaskScope(name, self.errors.append)
        self.stack.push_async_callback(scope.close)
        office = Office(client, self.clock)
        contents = Contents(journal.store.documents, self.clock)
        outbox = Outbox(
            journal,
            client,
            write_kinds(client, lambda: journal.recent(99), contents, writes),
            scope,
            self.clock,
            who=name,
        )
        self.stack.push_async_callback(outbox.close, 0)
        desk = Desk(client, office, outbox, scope, registry(writes))
        self.stack.callback(desk.money.close)
        await desk.look()
        self.faults.seen.clear()
        return desk

    def sql(self, command: str, *values: Any) -> list[Any]:
        """Read the database, or change it without the API."""
        with sqlite3.connect(self.path) as connection:
            rows = connection.execute(command, values).fetchall()
        connection.close()
        return rows

    def row(self, apt_num: int = tiny.VISIT) -> dict[str, Any]:
        """An appointment in the database."""
        with sqlite3.connect(self.path) as connection:
            connection.row_factory = sqlite3.Row
            found = connection.execute("SELECT * FROM appointment WHERE AptNum = ?", (apt_num,)).fetchone()
        connection.close()
        return dict(found)

    def changed(self, apt_num: int = tiny.VISIT) -> int:
        """How often the practice has changed an appointment."""
        return int(self.sql("SELECT count(*) FROM histappointment WHERE AptNum = ?", apt_num)[0][0])

    async def in_time(self, condition: Callable[[], bool], seconds: float = 200.0) -> None:
        """Advance the time second by second until a condition holds."""
        for _ in range(int(seconds)):
            if condition():
                return
            self.clock.pass_time(1)
            for _ in range(4):
                await asyncio.sleep(0.001)
        await until(condition)

    async def broken(self, desk: Desk, choice: BreakChoice) -> Entry:
        """Break the appointment, and advance past the seconds in which that could be undone without a trace."""
        entry = await desk.visits.break_visit(desk.visit(), choice)
        self.clock.pass_time(FREE_UNDO_SECONDS)
        await self.in_time(lambda: not desk.outbox.pending(entry.intent.subject))
        await asyncio.sleep(0.001)  # the journal notifies watchers in the next loop iteration
        return await desk.outbox.journal.get(entry.id)

    async def settled(self, desk: Desk) -> Entry:
        """Advance the time until nothing is open; returns the latest write."""
        await self.in_time(lambda: not desk.outbox.journal.unsettled())
        await asyncio.sleep(0.001)  # the journal notifies watchers in the next loop iteration
        return desk.entry()

    async def close(self) -> None:
        """Close everything, the last opened first."""
        await self.stack.aclose()
        assert self.errors == [], self.errors


DONE, REFUSED, UNKNOWN, WAITING = (
    WriteState.DONE,
    WriteState.REFUSED,
    WriteState.UNKNOWN,
    WriteState.WAITING,
)
