"""The procedures behind the mouths worth looking at."""

from __future__ import annotations

from app.practice.seed.codes import BY_CODE, NUMBERS
from app.practice.seed.people.mouth_words import PROPOSED, REFERRED, Work
from app.practice.seed.people.people import Person
from app.practice.seed.people.showcase import Showcase
from app.practice.seed.rows import iso
from app.practice.seed.schedule import PLANNED, Visit
from app.practice.seed.treatment import Treatment

_NEVER = "0001-01-01"
_RECENT_DAYS = 30
"""How long ago something of year 0 was written down."""


def chart(found: Showcase, treatment: Treatment, today: int) -> None:
    """Add them to the treatment: existing, referred, seen, and proposed."""
    for person, mouth in found.mouths:
        waiting = [each for each in found.waiting if each.person is person]
        for work in mouth.work:
            _add(treatment, person, work, waiting, today)


def _add(treatment: Treatment, person: Person, work: Work, waiting: list[Visit], today: int) -> None:
    code = BY_CODE[work.code]
    day = iso(max(today - _RECENT_DAYS - work.years * 365, person.born + 2 * 365))
    stamp = f"{max(day, iso(min(person.joined, today - 1)))} 16:00:00"
    visit = waiting[work.waits - 1] if work.waits else None
    on_plan = visit.num if visit is not None and visit.status == PLANNED else 0
    on_visit = visit.num if visit is not None and visit.status != PLANNED else 0
    charged = work.status in {PROPOSED, REFERRED}
    treatment.rows.add(
        person.num, on_visit, day, float(code.fee) if charged else 0.0, work.surfaces, work.tooth, work.status,
        person.dentist, on_plan, person.clinic, NUMBERS[work.code], day if work.status == PROPOSED else _NEVER,
        _NEVER, _NEVER, stamp, stamp, person.dentist + 4, 0, 1,
    )  # fmt: skip
