"""What is booked for a candidate: the appointment that waits, or the one that moves."""

from __future__ import annotations

from app.api.client import OpenDental
from app.api.need import Need
from app.domain.lists.candidate import Candidate
from app.domain.schedule.visit import Person, Visit
from app.services.patients.waiting import WaitingAppointment
from app.services.schedule.rows import visit_of
from app.store.lists import OfficeLists
from app.store.office import Office
from app.wire.resources.appointments import ApptStatus

ON_SCHEDULE = frozenset({ApptStatus.SCHEDULED, ApptStatus.ASAP})


def waiting_of(candidate: Candidate) -> WaitingAppointment:
    """A planned or unscheduled appointment."""
    return WaitingAppointment(
        apt_num=candidate.apt_num,
        pat_num=candidate.pat_num,
        planned=candidate.planned,
        pattern=candidate.pattern,
        pattern_secondary=candidate.pattern_secondary,
        prov_num=candidate.prov_num,
        prov_hyg=candidate.prov_hyg,
        is_hygiene=candidate.is_hygiene,
        clinic_num=candidate.clinic_num,
        type_num=candidate.appointment_type_num,
        procedures=candidate.procedures,
        note=candidate.note,
    )


async def scheduled_visit(
    client: OpenDental, office: Office, candidate: Candidate, person: Person
) -> Visit | None:
    """The appointment that moves, as it is now; None if it isn't at the candidate's time any more.

    It is read if its day isn't in memory. Raises the client's ApiErrors.
    """
    row = office.visit_row(candidate.apt_num)
    if row is None:
        row = await client.at(Need.CLICK).appointments.get(candidate.apt_num)
    if row.AptStatus not in ON_SCHEDULE or row.AptDateTime != candidate.at:
        return None
    rules = (office.lists or OfficeLists()).stages
    return visit_of(row, person, rules, office.times(row.AptNum))
