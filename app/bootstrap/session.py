"""One connection to one office: from the transport up to the desk's viewmodel, built in order, closed in reverse."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from app.bootstrap.desk.audit import SessionAudit
from app.bootstrap.desk.huddle import keep_behind
from app.bootstrap.desk.patient_index import fill
from app.bootstrap.desk.refreshing import Refreshing
from app.bootstrap.downtime import Downtime
from app.bootstrap.hub.door import HubDoor, SessionHub
from app.bootstrap.hub.elsewhere import follow_people, show_elsewhere
from app.bootstrap.loading import load, load_here, load_screen
from app.bootstrap.people.session_staff import SessionStaff
from app.bootstrap.system import reports
from app.core.clock import Clock
from app.core.office_clock import OfficeClock
from app.core.tasks import TaskScope
from app.lifecycle import Lifecycle

if TYPE_CHECKING:  # these load while the window is already painted
    from app.api.client import OpenDental
    from app.api.hub.desk import HubDesk
    from app.api.keys import Credentials
    from app.api.modes import OfficeAddress
    from app.api.transport import Transport
    from app.core.stillness import Stillness
    from app.journal.outbox import Outbox
    from app.sealed.sealed_file import SealedFile
    from app.sealed.sealing import Seal
    from app.sealed.store import LocalStore
    from app.services.audit.late import LateAudit
    from app.services.audit.witness import Place
    from app.services.hub.sharing import SharedOffice
    from app.services.people.secrets import Secrets
    from app.services.people.staff import Staff
    from app.store.office import Office
    from app.viewmodels.staff.desk import DeskViewModel
    from app.viewmodels.staff.parts import Parts
    from app.viewmodels.staff.schedule.schedule import ScheduleViewModel
    from app.viewmodels.staff.screens import ScreenSpec

BRIEF_SECONDS = 0.15
"""An empty frame is not noticed for this many seconds."""
ANSWER_SECONDS = 0.035
"""The office's answers go first for this many seconds, before the desk is loaded and before it is built."""

LOADED_IN_TURNS = (
    "app.journal.journal",
    "app.services.schedule.openings",
    "app.services.patients.search",
    "app.services.writes.schedule.visits",
    "app.viewmodels.staff.desk",
)
"""Loaded in turns with the office's answers: a thread that imports would delay each of them."""

log = logging.getLogger(__name__)


async def nothing() -> None:
    """A step with nothing to start, only to stop."""


class OfficeConnection(Struct, frozen=True):
    """How to connect to an office, and where its local data are stored on this PC."""

    address: OfficeAddress
    keys: Credentials
    make_transport: Callable[[], Transport]
    seal_key: bytes | None
    """This PC's key from the vault; None if the vault can't be used."""
    store_path: Path
    who: str
    opened: SealedFile | None = None
    """The local store's file, where it is open already."""
    vault: Place | None = None
    """Where the system's vault keeps the end of the audit; None: nowhere."""
    secrets: Secrets | None = None
    """Where the PINs of the staff are kept; None: nobody signs in at this office."""
    hub: HubDoor | None = None
    """The way to the office's hub, in mode Hub."""
    signs_in: bool | None = None
    """Whether people sign in here, as far as it has been looked for; None: it wasn't."""
    stillness: Stillness | None = None
    """Of an office in this process; None: it is elsewhere."""


class Reading(Struct, frozen=True):
    """The client and store of an office, with today's schedule being read."""

    client: OpenDental
    scope: TaskScope
    office: Office
    first_day: asyncio.Task[None]


class Writing(Struct, frozen=True):
    """The outbox, the audit that follows it, who is at the desk; in mode Hub the hub, and what is shared through it."""

    outbox: Outbox
    audit: LateAudit
    staff: Staff
    hub: HubDesk | None
    shared: SharedOffice | None


class Session:
    """Everything that is open for one office: first reading starts, then the schedule is built, then the desk."""

    def __init__(
        self, connection: OfficeConnection, clock: Clock, screens: Sequence[ScreenSpec] | None = None
    ) -> None:
        """`screens` None: the program's."""
        self._connection = connection
        self._clock = OfficeClock(clock)
        self._screens = screens
        self._life = Lifecycle(self._trouble)
        self._reading: Reading | None = None
        self._store: LocalStore | None = None
        self._opening_store = asyncio.Lock()
        self._schedule: ScheduleViewModel | None = None
        self._downtime = Downtime(self._life, self._clock)
        self._audit = SessionAudit(connection, self._clock)
        self._hub = SessionHub(connection.hub, clock)
        self.people = SessionStaff(connection, self._clock, self._report)
        self.desk: DeskViewModel | None = None

    async def store(self) -> LocalStore:
        """This PC's data about the office; opened once, on first use."""
        async with self._opening_store:
            if self._store is None:
                await load("app.sealed.seal", "app.sealed.store")
                self._store = await self._life.step(
                    "local store", self._open_store, lambda store: store.close()
                )
        return self._store

    async def staff(self) -> Staff:
        """Who works at this office, and who is signed in; loaded once, on first use."""
        store = await self.store()
        notes = await self._audit.begin(self._life, store, self._seals())
        return await self.people.open(self._life, store, notes, await self._hub.open(self._life))

    async def begin(self) -> Reading:
        """Connect to the office; today's schedule is read while more modules are loaded."""
        if self._reading is None:
            client = await self._life.step("client", self._client, lambda client: client.aclose())
            scope = await self._life.step("tasks", self._tasks, lambda scope: scope.close())
            office = await self._life.step("office", lambda: self._office(client))
            self._reading = Reading(client, scope, office, scope.start(self._first_day(office), "first day"))
        return self._reading

    async def schedule(self) -> ScheduleViewModel:
        """Today's schedule: the downtime copy if there is one, else what can be read quickly."""
        if self._schedule is None:
            reading = await self.begin()
            is_there = await self._bring_back(reading.office)
            await load_here("app.viewmodels.staff.schedule.schedule")
            if not is_there:
                await asyncio.wait((reading.first_day,), timeout=BRIEF_SECONDS)
            self._schedule = await self._life.step("schedule", lambda: self._make_schedule(reading), _close)
            self._schedule.show_known()
        return self._schedule

    async def open(self) -> DeskViewModel:
        """Build everything else that the desk needs around the schedule."""
        schedule, reading = await self.schedule(), await self.begin()
        await asyncio.wait((reading.first_day,), timeout=ANSWER_SECONDS)
        await load_here(*LOADED_IN_TURNS)
        await asyncio.wait((reading.first_day,), timeout=ANSWER_SECONDS)
        from app.bootstrap.desk.parts import make_parts

        outbox, staff, store = await self._outbox(reading), await self.staff(), await self.store()
        hub, shared = await self._hub.share(self._life, staff, store.documents, reading.scope)
        writing = Writing(outbox, self._audit.notes, staff, hub, shared)
        parts = await make_parts(self._life, self._connection, reading, writing, self._clock)
        self.desk = await self._life.step("desk", lambda: self._make_desk(parts, schedule), _close)
        return self.desk

    async def settle_in(self) -> None:
        """Steps that can wait until the schedule is visible: permissions, unfinished writes, the refresh."""
        desk, schedule = self.desk, self._schedule
        if desk is None or schedule is None:
            raise RuntimeError("the session is not open")
        parts = desk.parts
        schedule.reload()
        parts.scope.start(desk.trouble.learn_rights(), "rights")
        parts.scope.start(fill(parts), "patients")
        parts.scope.start(self._audit.open(desk), "audit")
        parts.scope.start(follow_people(desk), "people of the hub")
        await self._life.step("unfinished writes", parts.outbox.resume)
        parts.scope.start(parts.writes.resume(), "unfinished steps")
        await Refreshing(self._life, self._connection, self._clock).start(desk, lambda: schedule.days)
        await self._downtime.keep(desk, schedule)
        parts.scope.start(keep_behind(desk, lambda: schedule.days), "tasks")

    async def close(self) -> None:
        """Stop everything, last started first."""
        await self._life.stop()

    async def _client(self) -> OpenDental:
        from app.api.client import OpenDental

        own, wire = self._connection, self._connection.make_transport()
        return OpenDental(own.address, own.keys, wire, clock=self._clock, on_error=self._report)

    async def _tasks(self) -> TaskScope:
        return TaskScope("session", self._report)

    async def _office(self, client: OpenDental) -> Office:
        from app.store.office import Office

        return Office(client, self._clock)

    def _seals(self) -> dict[str, Seal]:
        """What opens this PC's files about the office, by the names in `key_slots`."""
        from app.sealed.key_slots import OFFICE, VAULT
        from app.sealed.seal import AesGcmSeal, key_from

        seals: dict[str, Seal] = {OFFICE: AesGcmSeal(key_from(self._connection.keys.secret))}
        if self._connection.seal_key is not None:
            seals[VAULT] = AesGcmSeal(self._connection.seal_key)
        return seals

    async def _open_store(self) -> LocalStore:
        from app.sealed.store import LocalStore

        connection, seals = self._connection, self._seals()
        if connection.opened is not None:
            return LocalStore.adopt(connection.opened, seals, self._clock)
        return await LocalStore.open(connection.store_path, seals, self._clock)

    async def _bring_back(self, office: Office) -> bool:
        """Show the downtime copy until the office answers. Not for the training practice, which is always there."""
        from app.api.modes import Mode

        trains = self._connection.address.mode is Mode.TRAINING
        return not trains and await self._downtime.bring_back(office, await self.store())

    async def _make_schedule(self, reading: Reading) -> ScheduleViewModel:
        from app.viewmodels.staff.schedule.schedule import ScheduleViewModel

        return ScheduleViewModel(reading.office, self._clock, reading.scope)

    async def _outbox(self, reading: Reading) -> Outbox:
        from app.journal.journal import REMEMBERED, Journal
        from app.journal.outbox import Outbox
        from app.services.writes.contents import Contents
        from app.services.writes.registry import write_kinds

        store = await self.store()
        await self._audit.begin(self._life, store, self._seals())
        journal = await self._life.step("journal", lambda: Journal.open(store, self._clock))
        contents = Contents(store.documents, self._clock)
        kinds = write_kinds(reading.client, lambda: journal.recent(REMEMBERED), contents)
        outbox = Outbox(journal, reading.client, kinds, reading.scope, self._clock, who=self._connection.who)
        self._audit.follow(outbox, reading.office)
        await self._life.step("outbox", nothing, lambda _: outbox.close())
        return outbox

    async def _make_desk(self, parts: Parts, schedule: ScheduleViewModel) -> DeskViewModel:
        from app.bootstrap.screens import SCHEDULE, screens_for
        from app.viewmodels.staff.desk import DeskViewModel

        screens = self._screens or screens_for(hub=parts.hub is not None)
        return await show_elsewhere(DeskViewModel(parts, screens, load_screen, {SCHEDULE: schedule}))

    async def _first_day(self, office: Office) -> None:
        from app.api.errors import ApiError
        from app.api.need import Need

        today = self._clock.now().date()
        try:
            await office.reader.open_day(today, Need.SCREEN)
            if self._clock.now().date() != today:  # the PC's date was not the office's
                await office.reader.open_day(self._clock.now().date(), Need.SCREEN)
        except ApiError:
            return  # the schedule reads it again and shows the error

    def _report(self, error: BaseException) -> None:
        log.error("a task failed", exc_info=error)
        reports.of_task(error)
        if self.desk is not None:
            from app.viewmodels.messages import explain  # the desk has loaded it

            self.desk.notices.fail(explain(error))

    def _trouble(self, step: str, error: BaseException) -> None:
        log.error("could not stop %s", step, exc_info=error)


async def _close(model: ScheduleViewModel | DeskViewModel) -> None:
    model.close()
