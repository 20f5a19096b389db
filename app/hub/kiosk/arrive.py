"""The check-in itself."""

from __future__ import annotations

import asyncio

from app.hub.handling import Asker, Refusal, answers
from app.hub.hub import Hub
from app.hub.kiosk.arrival_rows import Job
from app.hub.kiosk.arriving import Arriving
from app.hub.kiosk.settings import KioskSettings
from app.hub.kiosk.visits import Visit, Visitor, open_visit
from app.wire.hub.kiosk import ARRIVE, Arrive, Arrived, Outcome

REQUEST_LENGTHS = range(8, 65)


@answers(ARRIVE)
async def arrive(hub: Hub, asker: Asker, asked: Arrive) -> Arrived:
    """Mark everybody who is here; OK only if all are marked."""
    visit = open_visit(hub, asker, asked.visit)
    indexes = tuple(dict.fromkeys(asked.people))
    if not indexes or len(asked.request) not in REQUEST_LENGTHS or not asked.request.isascii():
        raise Refusal(400, "not understood")
    people = [visit.person(index) for index in indexes]
    arriving = hub.part(Arriving)
    here = await asyncio.gather(
        *(arriving.arrive(_jobs(asker, visit, person, asked.request)) for person in people)
    )
    if not all(here):
        return Arrived(outcome=Outcome.SEE_DESK)
    setup = (await hub.part(KioskSettings).current()).setup
    return Arrived(outcome=Outcome.OK, next_steps=setup.next_steps.get(visit.language, ""))


def _jobs(asker: Asker, visit: Visit, person: Visitor, request: str) -> list[Job]:
    return [
        Job(asker, person.pat_num, apt_num, start, visit.day, request)
        for apt_num, start in person.appointments
    ]
