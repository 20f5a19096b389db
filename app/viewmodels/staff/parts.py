"""The parts of a desk."""

from __future__ import annotations

from msgspec import Struct

from app.api.client import OpenDental
from app.core.office_clock import OfficeClock
from app.core.tasks import TaskScope
from app.journal.journal import Journal
from app.journal.outbox import Outbox
from app.services.patients.brief import PatientBrief
from app.services.patients.search import PatientSearch
from app.services.schedule.openings import OpeningFinder
from app.services.writes.patients.patient_writes import PatientWrites
from app.services.writes.slot_watch import SlotWatch
from app.services.writes.visits import VisitWrites
from app.services.writes.writes import Writes
from app.store.office import Office
from app.store.patients.parts import PatientPart


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
    writes: Writes
    visits: VisitWrites
    patient_writes: PatientWrites
    search: PatientSearch
    briefs: PatientPart[PatientBrief]
    finder: OpeningFinder
    slot_watch: SlotWatch
