"""The desk's parts, built on an office that is being read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol

from app.bootstrap.desk.huddle import LateHuddle
from app.bootstrap.desk.lists import LateLists
from app.bootstrap.desk.money import LateMoneyWrites
from app.bootstrap.desk.my_tasks import my_tasks
from app.bootstrap.desk.patients import patient_writes, scanner, typed_phone
from app.bootstrap.desk.pinboard import LatePinboard
from app.bootstrap.desk.shared_documents import saved_views
from app.bootstrap.desk.tasks import LateTaskParts, task_priorities, user_names
from app.bootstrap.loading import load_names

if TYPE_CHECKING:  # these load while the window is already painted
    from app.api.capabilities import Verdict
    from app.bootstrap.session import OfficeConnection, Reading, Writing
    from app.core.office_clock import OfficeClock
    from app.lifecycle import Lifecycle
    from app.services.writes.schedule.slot_watch import SlotWatch
    from app.services.writes.writes import Writes
    from app.store.patients.readers import PatientParts
    from app.viewmodels.staff.parts import Parts
    from app.wire.endpoint import Endpoint


class _Closes(Protocol):
    def close(self) -> None: ...


ON_DEMAND: Mapping[str, Any] = {"typed_phone": typed_phone, "scanner": scanner}
"""Parts that are functions, and load what they need when they are first called."""


async def make_parts(
    life: Lifecycle, connection: OfficeConnection, reading: Reading, writing: Writing, clock: OfficeClock
) -> Parts:
    """Build them; those that follow the office are closed with the session."""
    from app.services.patients.brief import PatientBriefs
    from app.services.patients.search import PatientSearch
    from app.services.schedule.openings import OpeningFinder
    from app.services.writes.schedule.visits import VisitWrites
    from app.store.patients.readers import PatientParts
    from app.viewmodels.staff.parts import Parts

    client, office, outbox = reading.client, reading.office, writing.outbox
    writes, slot_watch = _writes(reading, writing, clock)
    patients = PatientParts(client, office, reading.scope, clock)
    money = LateMoneyWrites(reading, writes, writing, clock)
    await _close_with(life, slot_watch, patients, money)
    return Parts(
        mode=connection.address.mode.value,
        who=connection.who,
        clock=clock,
        scope=reading.scope,
        client=client,
        office=office,
        journal=outbox.journal,
        outbox=outbox,
        audit=writing.audit,
        staff=writing.staff,
        writes=writes,
        visits=VisitWrites(writes, office, clock),
        money_writes=money,
        closed_days=money.closed_days,
        search=PatientSearch(client, office),
        briefs=patients.of(PatientBriefs),
        patients=patients,
        **ON_DEMAND,
        **await _loaded_later(life, reading, writes, writing, patients, clock),
        load=load_names,
        finder=OpeningFinder(client, office, clock),
        slot_watch=slot_watch,
    )


async def _loaded_later(
    life: Lifecycle,
    reading: Reading,
    writes: Writes,
    writing: Writing,
    patients: PatientParts,
    clock: OfficeClock,
) -> dict[str, Any]:
    """Parts that are imported with the first call, and are the same object each time."""
    documents, users = writing.outbox.journal.store.documents, user_names(reading.client, writing.staff)
    tasks = LateTaskParts(reading, writes, writing.outbox, clock, users)
    lists, huddle = LateLists(reading, writing.outbox.journal, clock), LateHuddle(reading, patients, clock)
    pinboard = LatePinboard(reading, writing.outbox, clock, writing.shared)
    await _close_with(life, tasks, lists, huddle, pinboard)
    return {
        "hub": writing.hub,
        "shared": writing.shared,
        "patient_writes": patient_writes(writes, clock),
        "tasks": tasks.board,
        "lists": lists,
        "huddle": huddle,
        "pinboard": pinboard,
        "task_writes": tasks.writes,
        "saved_views": saved_views(documents, clock, writing.shared),
        "task_priorities": task_priorities(reading.client),
        "user_names": users,
        "my_tasks": await my_tasks(life, tasks.board, documents, clock, reading.scope, writing.shared),
    }


def _writes(reading: Reading, writing: Writing, clock: OfficeClock) -> tuple[Writes, SlotWatch]:
    """All writes, and what checks again after them."""
    from app.services.writes.registry import registry
    from app.services.writes.schedule.slot_watch import SlotWatch
    from app.services.writes.writes import Writes

    client, scope, office, outbox = reading.client, reading.scope, reading.office, writing.outbox
    watch = SlotWatch(outbox.journal, client, office, registry(), scope, clock)

    def can(endpoint: Endpoint) -> Verdict:
        return client.capabilities.holding(None).can(endpoint)  # writes on hold now can be undone later

    return Writes(outbox, office, registry(), scope, writing.staff, can), watch


async def _close_with(life: Lifecycle, *parts: _Closes) -> None:
    for part in parts:
        await _close_one(life, part)


async def _close_one(life: Lifecycle, part: _Closes) -> None:
    async def start() -> None:
        """It follows the office since it was made."""

    async def stop(_: None) -> None:
        part.close()

    await life.step(type(part).__name__, start, stop)
