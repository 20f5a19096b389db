"""Assembles the made-up practice around a day, and writes it to an empty database."""

from __future__ import annotations

import datetime
import random
from dataclasses import replace

from sqlalchemy import Connection

from app.practice.schema.make import create_indexes, create_tables
from app.practice.schema.stamp import SCHEMA_VERSION, practicestamp
from app.practice.seed import kinds
from app.practice.seed.after_visits import after_visit_rows
from app.practice.seed.appt_views import appt_view_rows
from app.practice.seed.around import Around
from app.practice.seed.asap import asap_rows
from app.practice.seed.calendar import Calendar
from app.practice.seed.catalog import catalog_rows
from app.practice.seed.money.deposits import money_in, take_to_bank
from app.practice.seed.money.estimates import claim_rows
from app.practice.seed.money.insurance import Insurance
from app.practice.seed.money.money import Money
from app.practice.seed.office import CHAIRS, office_rows
from app.practice.seed.outcomes import Outcomes
from app.practice.seed.papers import paper_rows
from app.practice.seed.people.charted import chart
from app.practice.seed.people.family_notes import family_rows
from app.practice.seed.people.histories import make_histories
from app.practice.seed.people.mouths import mouth_rows
from app.practice.seed.people.patient_rows import patient_rows
from app.practice.seed.people.people import NON_PATIENT, PATIENT, Person, make_people
from app.practice.seed.people.referrals import referral_rows
from app.practice.seed.people.showcase import Showcase, choose, mark, waiting_visits
from app.practice.seed.plans import plan_rows
from app.practice.seed.ready_notes import ready_note_rows
from app.practice.seed.recalls import recall_rows
from app.practice.seed.rows import Rows, iso
from app.practice.seed.schedule import PLANNED, SCHEDULED, UNSCHEDULED, Book, Visit
from app.practice.seed.staff import staff_rows
from app.practice.seed.tasks import task_rows
from app.practice.seed.today import settle_today
from app.practice.seed.treatment import Treatment
from app.practice.seed.visit_rows import VisitRows

_PLANNED_ALONE, _PLANNED_KEPT, _NO_DAY = 55, 30, 15


def seed(connection: Connection, *, seed: int, today: datetime.date) -> None:
    """Create the tables, fill them, then index them. The caller commits.

    Args:
        connection: to a database without the practice's tables, or with empty ones.
        seed: selects one of many possible practices; the same number gives the same one.
        today: the center of the practice's schedule. Weekends and holidays become working days then.
    """
    rows = _all_rows(seed, today.toordinal())
    create_tables(connection)
    for each in rows:
        each.write(connection)
    take_to_bank(connection, money_in(), today.toordinal())
    create_indexes(connection)
    # The stamp is written last: a database without one is incomplete and never used.
    connection.execute(
        practicestamp.insert().values(
            SchemaVersion=SCHEMA_VERSION, Seed=seed, SeededFor=today, SeededAt=today
        )
    )


def _all_rows(number: int, today: int) -> list[Rows]:
    def dice(part: str) -> random.Random:
        return random.Random(f"{number}/{part}")

    people = make_people(today, dice("people"))
    insurance = Insurance(people, today, dice("insurance"), dice("benefits"))
    calendar = Calendar(today, dice("calendar"))
    visits = _visits(people, calendar, today, dice("visits"))
    written = VisitRows(today, dice("treatment"))
    for visit in visits:
        written.add(visit)
    _proposals(written.treatment, people, today, dice("proposals"))
    written.calls(people, today)
    showcase = _showcase(people, visits, written, insurance, today)
    around = Around(people, visits, written, calendar, today, showcase, dice)
    claims = claim_rows(written.treatment.rows, insurance, today, dice("claims"))
    patients = patient_rows(people, today, dice("patients"))
    money = Money(people, today, dice("money")).fill(written.treatment.rows, claims, patients[0])
    return [
        *office_rows(today),
        *kinds.type_rows(),
        *appt_view_rows(),
        *patients,
        *insurance.rows,
        *claims,
        *money,
        calendar.schedules,
        calendar.operatories,
        *written.all,
        *catalog_rows(people, today, dice("catalog")),
        *staff_rows(people, calendar.days, today, dice("staff")),
        *_chart_rows(around),
        *recall_rows(around),
        *asap_rows(around),
        *task_rows(around),
        *family_rows(around),
        *referral_rows(around),
        *ready_note_rows(),
        *paper_rows(around, dice("papers")),
    ]


def _showcase(
    people: list[Person], visits: list[Visit], written: VisitRows, insurance: Insurance, today: int
) -> Showcase:
    """Choose the patients worth opening first, and write what belongs to their appointments and teeth."""
    treated = written.treatment.teeth()
    found = choose(people, visits, insurance.covered, treated, today)
    mark(found, people)
    for visit in waiting_visits(found, today):
        visit.num = len(visits) + 1
        visits.append(visit)
        written.add(visit)
    chart(found, written.treatment, today)
    for person in found.both:
        written.keep_calling(person, today)
    return found


def _chart_rows(around: Around) -> list[Rows]:
    people, visits, written, today, dice = (
        around.people, around.visits, around.written, around.today, around.dice,
    )  # fmt: skip
    histories = make_histories(around, dice("histories"))
    return [
        *histories.all,
        *mouth_rows(around, dice("mouths")),
        *plan_rows(people, written.treatment, today, dice("plans")),
        *after_visit_rows(visits, written, histories.no_penicillin, today, dice("after visits")),
    ]


def _visits(people: list[Person], calendar: Calendar, today: int, dice: random.Random) -> list[Visit]:
    """Every appointment with its number: past, today's, future, and undated."""
    book, outcomes, visits = Book(people, today, dice), Outcomes(today, dice), list[Visit]()
    for day in calendar.days:
        if day.ordinal == today:
            visits += settle_today(book, day, outcomes, dice)
            continue
        made = book.fill(day)
        for visit in made:
            outcomes.settle(visit)
        visits += made
    visits += _without_a_day(people, visits, outcomes, today, dice)
    for number, visit in enumerate(visits, 1):
        visit.num = number
    _plan(visits, outcomes, today, dice)
    return visits


def _without_a_day(
    people: list[Person], visits: list[Visit], outcomes: Outcomes, today: int, dice: random.Random
) -> list[Visit]:
    """Planned appointments, and some never scheduled ones on the Unscheduled List."""
    busy = {visit.person.num for visit in visits if visit.day >= today}
    free = [
        each
        for each in people
        if each.status == PATIENT and each.num not in busy and each.last_seen and each.age(today) > 18 * 366
    ]
    made = []
    for count, person in enumerate(dice.sample(free, _PLANNED_ALONE + _NO_DAY)):
        chair = next(chair for chair in CHAIRS if chair.dentist == person.dentist and not chair.hygienist)
        kind = dice.choice((kinds.FILLING, kinds.CROWN, kinds.TWO_FILLINGS, kinds.EXTRACTION, kinds.SURGERY))
        visit = Visit(0, "0001-01-01", 0, chair, kind, person, kind.codes(dice), pattern=kind.pattern)
        visit.confirmed = outcomes.confirmed["Unconfirmed"]
        visit.created = visit.changed = f"{iso(today - dice.randrange(5, 150))} 15:20:00"
        visit.status = PLANNED if count < _PLANNED_ALONE else UNSCHEDULED
        visit.order = int(visit.status == PLANNED)
        visit.asap = dice.random() < 0.15
        made.append(visit)
    return made


def _plan(visits: list[Visit], outcomes: Outcomes, today: int, dice: random.Random) -> None:
    """Some future appointments were made from a planned one, which stays unchanged."""
    ahead = [
        each
        for each in visits
        if each.day > today + 2 and each.status == SCHEDULED and not each.chair.hygienist
    ]
    for visit in dice.sample(ahead, min(_PLANNED_KEPT, len(ahead))):
        num = len(visits) + 1
        visit.planned = num
        # Its procedures belong to both appointments, so they are written with the scheduled one.
        visits.append(
            replace(
                visit, num=num, day=0, text="0001-01-01", slot=0, status=PLANNED, planned=0, order=1, codes=(),
                asap=False, note="", confirmed=outcomes.confirmed["Unconfirmed"],
            )
        )  # fmt: skip


def _proposals(treatment: Treatment, people: list[Person], today: int, dice: random.Random) -> None:
    """Planned treatment not scheduled yet, for more than a fifth of the patients."""
    proposed = (kinds.FILLING, kinds.CROWN, kinds.ROOT_CANAL, kinds.EXTRACTION, kinds.GUARD)
    for person in people:
        if person.status not in {PATIENT, NON_PATIENT} or not person.last_seen or dice.random() > 0.22:
            continue
        day = iso(min(person.last_seen, today - dice.randrange(1, 200)))
        treatment.propose(person, dice.choice(proposed).codes(dice), day)
