"""Finding the patient who stands at a kiosk. Every failure has the same answer, after the same time."""

from __future__ import annotations

from collections.abc import Sequence

from app.api.errors import ApiError
from app.domain.kiosk.identity import Due, due_patients, family_of, identified
from app.domain.kiosk.masks import masked
from app.domain.kiosk.tries import TRIES
from app.hub.handling import Asker, answers
from app.hub.hub import Hub
from app.hub.kiosk.doors import Doors
from app.hub.kiosk.events import record, record_once
from app.hub.kiosk.notes import Notes
from app.hub.kiosk.settings import KioskSettings, Settings
from app.hub.kiosk.today import NEW_SECONDS, Today, TodayReader
from app.hub.kiosk.try_counts import begin_patient, count_failure, read_tries
from app.hub.kiosk.visits import Visit, open_visit, seal_visit
from app.wire.hub.check_in import ArrivalResult, CheckInRules, Why
from app.wire.hub.kiosk import (
    IDENTIFY,
    WHO_IS_HERE,
    Company,
    ContactField,
    Identified,
    Identify,
    Outcome,
    Question,
    VisitNamed,
)

FAILURE_SECONDS = 0.5
"""A failure is answered at a multiple of this after the question: what the hub did meanwhile can't be measured."""
LONGEST_LANGUAGE = 8


@answers(IDENTIFY)
async def identify(hub: Hub, asker: Asker, asked: Identify) -> Identified:
    """The patient with this birthdate and name who may check in now."""
    async with hub.part(Doors).of(asker.device_num):
        began = hub.clock.monotonic()
        found = await _identify(hub, asker, asked)
        if found.outcome is not Outcome.OK:
            spent = hub.clock.monotonic() - began
            await hub.clock.sleep(FAILURE_SECONDS - spent % FAILURE_SECONDS)
        return found


async def _identify(hub: Hub, asker: Asker, asked: Identify) -> Identified:
    doors, now = hub.part(Doors), hub.clock.utc()
    if doors.is_locked(asker.device_num, now):
        return Identified(outcome=Outcome.SEE_DESK)
    tries = await hub.database.run(lambda connection: read_tries(connection, asker.device_num))
    if tries.locked_until is not None and tries.is_locked(now):
        doors.lock(asker.device_num, tries.locked_until)
        return Identified(outcome=Outcome.SEE_DESK)
    try:
        due, family = await _find(hub, asked)
    except ApiError:
        await record_once(hub, asker, ArrivalResult.SENT_TO_DESK, why=Why.OFFICE_AWAY)
        return Identified(outcome=Outcome.SEE_DESK)
    if due is None:
        return Identified(outcome=await _count_failure(hub, asker))
    if tries.in_row:
        await hub.database.run(lambda connection: begin_patient(connection, asker.device_num))
    sealed, visit = seal_visit(hub, asker, due, family, asked.language[:LONGEST_LANGUAGE])
    hub.part(Notes).check_in(asker, "found", apt_num=due.booked[0].apt_num, pat_num=due.known.pat_num)
    return Identified(outcome=Outcome.OK, visit=sealed, person=visit.shown(0))


@answers(WHO_IS_HERE)
async def who_is_here(hub: Hub, asker: Asker, asked: VisitNamed) -> Company:
    """The patient and the family members with appointments now, and the patient's own contact data, masked."""
    visit = open_visit(hub, asker, asked.visit)
    settings = await hub.part(KioskSettings).current()
    contact = await _contact(hub, settings, visit)
    asks = tuple(
        each for each in settings.setup.questions if each is not Question.CONTACT or contact is not None
    )
    return Company(
        outcome=Outcome.OK,
        me=visit.shown(0),
        others=tuple(visit.shown(index) for index in range(1, len(visit.people))),
        contact=contact or {},
        asks=asks,
    )


async def _find(hub: Hub, asked: Identify) -> tuple[Due | None, tuple[Due, ...]]:
    """The patient and their family; first in what is known, then in what the office answers now."""
    rules = (await hub.part(KioskSettings).current()).rules
    reader = hub.part(TodayReader)
    today = await reader.born(asked.birthdate, await reader.get())
    due, me = _match(hub, asked, today, rules)
    if me is None:
        today = await reader.born(asked.birthdate, await reader.get(NEW_SECONDS))
        due, me = _match(hub, asked, today, rules)
    if me is None:
        return None, ()
    if not today.complete:
        today = await reader.family(me.known.guarantor, today)
        due, _ = _match(hub, asked, today, rules)
    return me, family_of(me, due, rules)


def _match(hub: Hub, asked: Identify, today: Today, rules: CheckInRules) -> tuple[Sequence[Due], Due | None]:
    """Who is due now, and the one of them who asks."""
    due = due_patients(today.booked, today.people, hub.clock.now(), rules)
    return due, identified(asked.birthdate, asked.letters, today.people, due, rules)


async def _count_failure(hub: Hub, asker: Asker) -> Outcome:
    """Count it, and tell staff about a patient who isn't found, and about somebody who guesses."""
    now = hub.clock.utc()
    tries = await hub.database.run(lambda connection: count_failure(connection, asker.device_num, now))
    if tries.is_locked(now):
        await record(hub, asker, ArrivalResult.NOT_FOUND, why=Why.GUESSING)
    elif tries.in_row == TRIES:
        await record(hub, asker, ArrivalResult.NOT_FOUND, why=Why.NOT_FOUND)
    else:
        hub.part(Notes).check_in(asker, "not found")
    return Outcome.SEE_DESK if tries.in_row >= TRIES else Outcome.AGAIN


async def _contact(hub: Hub, settings: Settings, visit: Visit) -> dict[ContactField, str] | None:
    """The patient's own contact data, masked; None where the office doesn't ask, or doesn't answer now."""
    if Question.CONTACT not in settings.setup.questions:
        return None
    try:
        row = await hub.office.patients.get(visit.me.pat_num)
    except ApiError:
        return None
    return {field: masked(field, str(getattr(row, field.value))) for field in ContactField}
