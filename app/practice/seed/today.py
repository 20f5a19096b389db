"""Today: about sixty appointments in every status, as of 10:20 AM, with typical problems."""

from __future__ import annotations

import random
from dataclasses import replace

from app.practice.seed import kinds
from app.practice.seed.calendar import Day, span
from app.practice.seed.office import CHAIRS, HARBOR, MAIN
from app.practice.seed.outcomes import CANCELED, MISSED, Outcomes
from app.practice.seed.people.people import Person
from app.practice.seed.rows import at
from app.practice.seed.schedule import NOTE_ONLY, SCHEDULED, Book, Visit

NOW = 10 * 12 + 4
"""The time of day, in slots, that the day's statuses refer to."""
MOST = 57
"""Appointments before the double-booked one and the two overlapping ones are added."""


def settle_today(book: Book, day: Day, outcomes: Outcomes, dice: random.Random) -> list[Visit]:
    """Fill today, add its problems, and set every appointment's status."""
    for clinic in (MAIN, HARBOR):
        book.arrange(day.ordinal, clinic)
    visits = book.fill(day)
    _thin(visits, dice)
    visits += _troubles(book, visits, day)
    visits.sort(key=lambda each: (each.slot, each.chair.op))
    for visit in visits:
        outcomes.make(visit)
        outcomes.noticed(visit)
        _state(visit, outcomes, dice)
    _particular(visits, outcomes, dice)
    visits += _reminder(book, visits, day, outcomes)
    return visits


def _thin(visits: list[Visit], dice: random.Random) -> None:
    """Leave a few openings in the afternoon."""
    late = [each for each in visits if each.slot > NOW + 18 and not each.new]
    for visit in dice.sample(late, max(len(visits) - MOST, 0)):
        visits.remove(visit)


def _troubles(book: Book, visits: list[Visit], day: Day) -> list[Visit]:
    """One operatory booked twice at the same time, and two emergencies overlapping the end of an appointment."""
    made: list[Visit] = []
    for op, overlapping in ((1, False), (3, True), (6, True)):
        later = [
            each for each in visits
            if each.chair.op == op and each.slot > NOW + 6 and each.kind is not kinds.EMERGENCY and each.end < 190
        ]  # fmt: skip
        if not later:
            continue
        first = min(later, key=lambda each: each.slot)
        person = book.somebody(day.ordinal, first.chair.clinic)
        kind = kinds.EMERGENCY if overlapping else first.kind
        slot = first.end - 4 if overlapping else first.slot
        codes = kind.choices[0]
        made.append(
            replace(first, slot=slot, kind=kind, person=person, codes=codes, new=False, pattern=kind.pattern)
        )
    return made


def _state(visit: Visit, outcomes: Outcomes, dice: random.Random) -> None:
    """The status of an appointment at 10:20 AM."""
    confirmed = outcomes.confirmed
    if visit.end <= NOW - 2:
        outcomes.came(visit)
    elif visit.slot <= NOW - 4:
        _arrive(visit, outcomes, dice)
        visit.seated = at(visit.text, visit.slot + 1, dice.randrange(1, 280))
        visit.confirmed = confirmed["In Operatory"]
    elif visit.slot <= NOW:
        _arrive(visit, outcomes, dice)
    else:
        status = dice.choices(tuple(confirmed)[:6], (24, 12, 7, 52, 2, 3))[0]
        visit.confirmed = confirmed[status]


def _arrive(visit: Visit, outcomes: Outcomes, dice: random.Random) -> None:
    """Waiting since before now."""
    early = visit.slot - dice.choice((1, 2, 2, 3))
    visit.arrived = at(visit.text, min(early, NOW - dice.choice((1, 2, 3))), dice.randrange(1, 290))
    visit.confirmed = outcomes.confirmed["Arrived"]


def _wait(visit: Visit, outcomes: Outcomes, status: str) -> None:
    """The patient is not here: a status before arrival."""
    visit.arrived = visit.seated = visit.dismissed = ""
    visit.confirmed, visit.status = outcomes.confirmed[status], SCHEDULED


def _particular(visits: list[Visit], outcomes: Outcomes, dice: random.Random) -> None:
    """Statuses that do not follow from the time."""
    done = [each for each in visits if each.end <= NOW - 2]
    due = [each for each in visits if each.slot <= NOW and each.end > NOW - 2 and not each.new]
    soon = [each for each in visits if NOW < each.slot <= NOW + 9]
    later = [each for each in visits if each.slot > NOW + 9 and not each.new]
    for visit in done[-2:]:
        visit.status = SCHEDULED  # dismissed, but not set complete yet
    for visit, status in zip(due[-2:], ("Confirmed", "Unconfirmed"), strict=False):
        _wait(visit, outcomes, status)  # late
    for visit in soon[:4]:
        _arrive(visit, outcomes, dice)
    if len(done) > 4:
        _wait(done[2], outcomes, "Unconfirmed")
        outcomes.failed(done[2], MISSED, listed=False)
    if len(later) > 20:
        outcomes.failed(later[-9], CANCELED, listed=False)
        for visit in (later[5], later[12], later[-3]):
            visit.asap = True


def _reminder(book: Book, visits: list[Visit], day: Day, outcomes: Outcomes) -> list[Visit]:
    """A note on the schedule linked to a patient, in the first ten free minutes of the afternoon."""
    for chair in CHAIRS:
        free = day.working[chair.worker] & ~day.blocked.get(chair.op, 0) & ~day.held.get(chair.op, 0)
        for visit in visits:
            if visit.chair is chair:
                free &= ~span(visit.slot, visit.end)
        for slot in range(NOW + 30, 190):
            if free & span(slot, slot + 2) == span(slot, slot + 2):
                person: Person = book.somebody(day.ordinal, chair.clinic)
                note = Visit(day.ordinal, day.text, slot, chair, kinds.CONSULT, person, (), pattern="//")
                outcomes.make(note)
                note.status, note.note = NOTE_ONLY, "Laboratory brings the night guard, call when it is here."
                note.confirmed = outcomes.confirmed["Unconfirmed"]
                return [note]
    return []
