"""The free time at a place on the schedule, and who waits for it, from what is in memory."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from msgspec.structs import replace

from app.domain.filling.fitting import USUAL_MINUTES, Place
from app.domain.filling.gap import gap_at
from app.domain.lists.candidate import Candidate, CandidateKind
from app.domain.schedule.busy import BusyDay
from app.domain.schedule.openings import OpenDay, PointedAt
from app.domain.schedule.pattern import clean, minutes_of, plain
from app.domain.schedule.visit import Person
from app.services.schedule.booking_hint import BookingHint, hint_of_recall
from app.services.schedule.clash_check import type_rules_of
from app.services.schedule.grids import all_visits, day_plan
from app.services.schedule.rows import chair_of
from app.store.lists import OfficeLists
from app.store.office import Office
from app.wire.resources.recall_types import RecallType


def places_at(
    office: Office, at: PointedAt, clinic_num: int | None, *, every_clinic: bool = False
) -> tuple[Place, ...] | None:
    """The gap around a moment in its operatory; without one, in each operatory of the clinic (None: all clinics).

    `every_clinic`: for patients of all clinics. None while the day's hours are not in memory.
    """
    moment, op_num = at
    lists, plan = office.lists, day_plan(office, moment.date())
    if lists is None or plan is None:
        return None
    chairs = [chair_of(row) for row in lists.operatories if not row.IsHidden]
    day = OpenDay(moment.date(), plan, chairs, all_visits(office, moment.date()))
    busy, rules = BusyDay(day.day, day.visits), type_rules_of(lists)
    wanted = [
        chair.op_num
        for chair in chairs
        if chair.op_num == op_num or (op_num is None and clinic_num in (None, chair.clinic_num))
    ]
    now = office.clock.now()
    gaps = [gap_at(day, each, moment.hour * 60 + moment.minute, now) for each in wanted]
    return tuple(
        Place(
            gap,
            plan.chair(gap.chair.op_num),
            busy,
            lists.hygienists,
            lists.increment,
            rules,
            office.restricted,
            every_clinic=every_clinic,
        )
        for gap in gaps
        if gap is not None
    )


def waiting_for(office: Office, candidates: Iterable[Candidate], at: datetime) -> list[Candidate]:
    """The candidates without those who have got a place on this day since the lists were read.

    Recalls get the length and shape with which they will be booked.
    """
    rows, lists = office.rows(at.date()), office.lists or OfficeLists()
    placed = {(row.AptNum, row.AptDateTime) for row in rows}
    numbers = {row.AptNum for row in rows}
    copied = {row.NextAptNum for row in rows}
    coming = {row.PatNum for row in rows if row.IsHygiene}
    shapes: dict[tuple[str, str], tuple[int, int, str]] = {}
    found = []
    for each in candidates:
        if each.apt_num:
            moved = each.apt_num in numbers and (each.apt_num, each.at) not in placed
            if not moved and each.apt_num not in copied:
                found.append(each)
        elif each.pat_num not in coming:
            key = each.recall_type, each.pattern
            if key not in shapes:
                shapes[key] = _shape(each, lists)
            minutes, type_num, pattern = shapes[key]
            found.append(replace(each, minutes=minutes, appointment_type_num=type_num, pattern=pattern))
    return found


def recall_hint(candidate: Candidate, person: Person, lists: OfficeLists) -> BookingHint:
    """What a recall asks for."""
    kind = RecallType(
        Description=candidate.recall_type, Procedures=candidate.procedures, TimePattern=candidate.pattern
    )
    return hint_of_recall(person, kind if candidate.recall_type else None, lists.appointment_types)


def is_recall(candidate: Candidate) -> bool:
    """Whether a new appointment is made for it."""
    return candidate.kind is CandidateKind.RECALL or not candidate.apt_num


def _shape(candidate: Candidate, lists: OfficeLists) -> tuple[int, int, str]:
    """The length, appointment type and pattern of a recall, as the booking panel chooses them."""
    hint = recall_hint(candidate, Person(candidate.pat_num, "", ""), lists)
    types = {each.AppointmentTypeNum: each.Pattern for each in lists.appointment_types}
    pattern = clean(types.get(hint.type_num or 0, ""))
    minutes = minutes_of(pattern) or hint.minutes or USUAL_MINUTES
    return minutes, hint.type_num or 0, pattern or plain(minutes)
