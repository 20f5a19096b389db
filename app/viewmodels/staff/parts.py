"""The parts of a desk."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from msgspec import Struct

from app.api.client import OpenDental
from app.core.office_clock import OfficeClock
from app.core.tasks import TaskScope
from app.domain.people.phones import TypedPhone
from app.journal.journal import Journal
from app.journal.outbox import Outbox
from app.services.audit.late import LateAudit
from app.services.patients.brief import PatientBrief
from app.services.patients.search import PatientSearch
from app.services.people.staff import Staff
from app.services.schedule.openings import OpeningFinder
from app.services.writes.schedule.slot_watch import SlotWatch
from app.services.writes.schedule.visits import VisitWrites
from app.services.writes.writes import Writes
from app.store.office import Office
from app.store.patients.parts import PatientPart
from app.store.patients.readers import PatientParts
from app.viewmodels.staff.late import LateLoader

if TYPE_CHECKING:  # loaded when first called
    from app.api.hub.desk import HubDesk
    from app.services.hub.sharing import SharedOffice
    from app.services.huddle.huddle import OfficeHuddle
    from app.services.lists.patient_lists import PatientLists
    from app.services.money.closing.closed_days import ClosedDays
    from app.services.scanning import Scanner
    from app.services.schedule.pinboard import Pinboard
    from app.services.schedule.saved_views.kept import SavedViews
    from app.services.tasks.mine import MyTasks
    from app.services.tasks.priorities import TaskPriorities
    from app.services.tasks.users import UserNames
    from app.services.writes.money.money_writes import MoneyWrites
    from app.services.writes.patients.patient_writes import PatientWrites
    from app.services.writes.tasks.task_writes import TaskWrites
    from app.store.tasks.board import TaskBoard


class Parts(Struct, frozen=True, kw_only=True):
    """The desk's dependencies, injected once by bootstrap."""

    mode: str
    who: str
    """The user, as recorded in the journal."""
    clock: OfficeClock
    scope: TaskScope
    client: OpenDental
    office: Office
    journal: Journal
    outbox: Outbox
    audit: LateAudit
    """Takes notes for the audit; see `services/audit/audit.py`."""
    staff: Staff
    """Who is signed in, and what that person may do."""
    writes: Writes
    visits: VisitWrites
    patient_writes: Callable[[], PatientWrites]
    """Loads the writes on patients with the first call, and returns the same object each time."""
    money_writes: Callable[[], MoneyWrites]
    """The same for the writes of money."""
    closed_days: Callable[[], Awaitable[ClosedDays]]
    """Reads the days that were closed on this PC, once; `through` tells up to which day. Raises StoreFailed."""
    tasks: Callable[[], TaskBoard]
    """The office's tasks in memory, the same object each time; loaded with the first call."""
    lists: Callable[[], PatientLists]
    """The lists of patients who wait for an appointment, the same object each time; loaded with the first call."""
    pinboard: Callable[[], Pinboard]
    """The appointments that are to be moved, the same object each time; loaded with the first call."""
    saved_views: Callable[[], Awaitable[SavedViews]]
    """Reads the saved views of the schedule, once, and returns the same object each time. Raises StoreFailed."""
    task_writes: Callable[[], TaskWrites]
    """All writes of tasks, loaded with the first call."""
    user_names: Callable[[], UserNames]
    """The names of Open Dental's users, the same object each time; loaded with the first call."""
    my_tasks: Callable[[], MyTasks]
    """What the person at the desk keeps of them on this PC, the same object each time; loaded with the first call."""
    task_priorities: Callable[[], TaskPriorities]
    """The office's priorities of tasks, the same object each time; loaded with the first call."""
    typed_phone: Callable[[str], TypedPhone]
    """Reads a phone number as it was typed."""
    search: PatientSearch
    briefs: PatientPart[PatientBrief]
    patients: PatientParts
    """Any part of a patient's data, by the class that reads it."""
    huddle: Callable[[], OfficeHuddle]
    """The readiness of the office's days, the same object each time; loaded with the first call."""
    scanner: Callable[[], Scanner | None]
    """Finds what scans pages; None: this system can't."""
    load: LateLoader
    """Imports what is shown later than the schedule."""
    finder: OpeningFinder
    slot_watch: SlotWatch
    hub: HubDesk | None = None
    """The office's hub, in mode Hub."""
    shared: SharedOffice | None = None
    """What the desks share through it."""

    def is_told(self) -> bool:
        """Whether every change in the office is told here by itself: nothing has to be read to find changes."""
        return self.hub is not None and self.hub.stream.tells_all
