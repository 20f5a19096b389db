"""What a patient may ask for after checking in: the next appointment's date, and what is owed."""

from __future__ import annotations

import asyncio
from datetime import datetime

import sqlalchemy as sa

from app.api.errors import ApiError
from app.domain.kiosk.appointments import OPEN
from app.hub.database.kiosk_tables import kiosk_arrival
from app.hub.handling import Asker, answers
from app.hub.hub import Hub
from app.hub.kiosk.arrival_rows import State
from app.hub.kiosk.settings import KioskSettings
from app.hub.kiosk.visits import Visit, open_visit
from app.wire.hub.kiosk import (
    BALANCE,
    NEXT_VISITS,
    Balance,
    NextVisit,
    NextVisits,
    Outcome,
    VisitNamed,
)


@answers(NEXT_VISITS)
async def next_visits(hub: Hub, asker: Asker, asked: VisitNamed) -> NextVisits:
    """The next appointment of the patient, and of everybody who checked in with them."""
    visit = open_visit(hub, asker, asked.visit)
    indexes = await hub.database.run(lambda connection: _arrived(connection, visit))
    if 0 not in indexes:
        return NextVisits(outcome=Outcome.SEE_DESK)
    try:
        found = await asyncio.gather(*(_next(hub, visit, index) for index in indexes))
    except ApiError:
        return NextVisits(outcome=Outcome.SEE_DESK)
    visits = tuple(
        NextVisit(index=index, at=at) for index, at in zip(indexes, found, strict=True) if at is not None
    )
    return NextVisits(outcome=Outcome.OK, visits=visits)


@answers(BALANCE)
async def balance(hub: Hub, asker: Asker, asked: VisitNamed) -> Balance:
    """After pending insurance: the family's for its guarantor, as the patient strip has it; else the patient's own."""
    visit = open_visit(hub, asker, asked.visit)
    settings = await hub.part(KioskSettings).current()
    arrived = await hub.database.run(lambda connection: _arrived(connection, visit))
    if not settings.setup.shows_balance or 0 not in arrived:
        return Balance(outcome=Outcome.SEE_DESK)
    pat_num = visit.me.pat_num
    try:
        patient, aging = await asyncio.gather(
            hub.office.patients.get(pat_num), hub.office.account_modules.aging(pat_num)
        )
    except ApiError:
        return Balance(outcome=Outcome.SEE_DESK)
    family = patient.Guarantor in (0, pat_num)
    return Balance(outcome=Outcome.OK, amount=aging.EstBal if family else aging.PatEstBal)


def _arrived(connection: sa.Connection, visit: Visit) -> tuple[int, ...]:
    """Those of the visit who are checked in: nobody is told anything before."""
    wanted = sa.select(kiosk_arrival.c.pat_num).where(
        kiosk_arrival.c.day == visit.day,
        kiosk_arrival.c.state == State.DONE.value,
        kiosk_arrival.c.pat_num.in_([each.pat_num for each in visit.people]),
    )
    here = set(connection.execute(wanted).scalars())
    return tuple(index for index, person in enumerate(visit.people) if person.pat_num in here)


async def _next(hub: Hub, visit: Visit, index: int) -> datetime | None:
    """The next appointment after now, besides those that this check-in covers."""
    person, now = visit.person(index), hub.clock.now()
    covered = {apt_num for apt_num, _ in person.appointments}
    rows = await hub.office.appointments.list(PatNum=person.pat_num)
    starts = (
        row.AptDateTime
        for row in rows
        if row.AptStatus in OPEN and row.AptDateTime is not None and row.AptNum not in covered
    )
    return min((start for start in starts if start > now), default=None)
