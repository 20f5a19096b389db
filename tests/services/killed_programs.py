"""Programs that a test kills: a desk that marks an arrival, and a practice that stops answering while doing so.

`desk ADDRESS DEVELOPER CUSTOMER JOURNAL` opens a journal and marks the tiny office's appointment as arrived.
`practice DATABASE PORT [FAULT]` serves the office; a fault is planned for the first arrival. The practice
prints its address and keys, then each received arrival; the desk prints what its journal has on disk.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from app.api.client import OpenDental
from app.api.keys import Keys
from app.api.modes import OfficeAddress, service_address
from app.api.network.lean import to_office
from app.core.clock import ShiftedClock
from app.core.tasks import TaskScope
from app.journal.outbox import Outbox
from app.journal.settler import Patience
from app.practice.server.app import open_practice
from app.practice.server.faults import Fault, Faults
from app.practice.server.serve import serve
from app.sealed.seal import AesGcmSeal
from app.services.writes.contents import Contents
from app.services.writes.registry import registry, write_kinds
from app.store.office import Office
from app.wire.permissions import Permission
from app.wire.version import NEWEST
from tests.practice import office as tiny
from tests.services.front_desk import Desk
from tests.support.journals import open_journal

SEAL = AesGcmSeal(bytes(32))
IMPATIENT = Patience(late_write=1.5, looks=(0.1,), retries=(0.2,))


@asynccontextmanager
async def desk_at(address: OfficeAddress, keys: Keys, journal_path: Path) -> AsyncIterator[Desk]:
    """A desk over a real socket, in real time."""
    clock, errors = ShiftedClock.on_day(tiny.TODAY), []
    client = OpenDental(address, keys, to_office(address), clock=clock, on_error=errors.append)
    journal = await open_journal(journal_path, SEAL, clock)
    scope = TaskScope("desk", errors.append)
    office = Office(client, clock)
    contents = Contents(journal.store.documents, clock)
    outbox = Outbox(
        journal,
        client,
        write_kinds(client, lambda: journal.recent(99), contents),
        scope,
        clock,
        who="Ann",
        patience=IMPATIENT,
    )
    desk = Desk(client, office, outbox, scope, registry())
    try:
        await desk.look()
        yield desk
    finally:
        desk.money.close()
        await outbox.close(0)
        await scope.close()
        await journal.store.close()
        await client.aclose()
    assert errors == []


def say(line: str) -> None:
    """Tell the test."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


class LoudFaults(Faults):
    """Reports received arrivals to the test."""

    def take(self, method: str) -> Fault | None:
        """Record a request."""
        if method == "Appointments.confirm":
            say(method)
        return super().take(method)


async def arrive(address: str, developer: str, customer: str, journal: str) -> None:
    """Mark the appointment as arrived."""
    async with desk_at(service_address(address), Keys(developer, customer), Path(journal)) as desk:
        desk.outbox.journal.watch(lambda entry: say(entry.state.value) if entry.attempts else None)
        await desk.visits.arrive(desk.visit())


async def practise(database: str, port: str, fault: str = "") -> None:
    """Serve the office."""
    faults = LoudFaults()
    if fault:
        faults.plan("Appointments.confirm", Fault(fault))
    practice = open_practice(
        database,
        seed=0,
        today=tiny.TODAY,
        clock=ShiftedClock.on_day(tiny.TODAY),
        pace=None,
        permissions=frozenset(Permission),
        version=NEWEST,
        faults=faults,
    )
    keys = [practice.keys.developer_key, practice.keys.customer_key]
    await serve(practice, port=int(port), announce=lambda address: say(json.dumps([address, *keys])))


if __name__ == "__main__":
    program = {"desk": arrive, "practice": practise}[sys.argv[1]]
    asyncio.run(program(*sys.argv[2:]))
