"""Slots: open time on the schedule, and the times that web scheduling offers in it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from app.domain.pattern import minutes_of
from app.practice.handlers.office_lists import uses_clinics
from app.practice.handlers.room_rules import (
    LONGEST,
    TAKES_ROOM,
    Span,
    blockouts_in,
    hours_span,
    span_of,
)
from app.practice.handlers.web_sched import linked_type
from app.practice.periods import DAY, first_and_last, midnight
from app.practice.refusals import BadRequest
from app.practice.routing import serves
from app.practice.schema import appointment, operatory, schedule, scheduleop
from app.practice.schema.codes import SCHED_TYPE
from app.practice.work import Given, Outcome, Work
from app.wire.codec import wire_value
from app.wire.resources.appointments import Appointments

_A, _S = appointment.c, schedule.c
DAYS_AHEAD = 13
"""Without dates, today and as many days after it: two weeks."""
_USUAL_MINUTES = 30
"""What web scheduling offers where no appointment type says otherwise."""


@dataclass(frozen=True, slots=True)
class _Shift:
    """A provider's working time in operatories that count as one."""

    hours: Span
    prov_num: int
    op_nums: tuple[int, ...]


@serves(Appointments.slots)
def slots(work: Work, given: Given) -> Outcome:
    """Whole stretches of open time of a provider, in one operatory or in all of theirs at once."""
    days = _days(work, given, past=False)
    prov_num = given.get("ProvNum") or work.preference_number("PracticeDefaultProv")
    least = datetime.timedelta(minutes=given.get("lengthMinutes", 0))
    wanted = given.get("OpNum")
    found = []
    for shift in _shifts(work, days, prov_num):
        if wanted and wanted not in shift.op_nums:
            continue
        for start, end in _open(work, shift):
            if end - start >= least:
                found.append(_slot(start, end, prov_num, wanted or shift.op_nums[0]))
    return sorted(found, key=lambda slot: slot["DateTimeStart"])


@serves(Appointments.slots_web_sched)
def slots_web_sched(work: Work, given: Given) -> Outcome:
    """The times that patients may choose on the web: one visit's length each, in the chairs set up for it."""
    if "ClinicNum" not in given and uses_clinics(work):
        raise BadRequest("ClinicNum is required when clinics are enabled.")
    kind = linked_type(work, given["defNumApptType"]) if "defNumApptType" in given else None
    if "defNumApptType" in given and kind is None:
        raise BadRequest("defNumApptType is invalid: no appointment type is linked to it.")
    length = datetime.timedelta(minutes=minutes_of(kind.Pattern) if kind and kind.Pattern else _USUAL_MINUTES)
    flag = operatory.c.IsNewPatAppt if given.get("isNewPatient") else operatory.c.IsWebSched
    chairs = sa.select(operatory.c.OperatoryNum).where(flag == 1, operatory.c.IsHidden == 0)
    if given.get("ClinicNum"):
        chairs = chairs.where(operatory.c.ClinicNum == given["ClinicNum"])
    offered = set(work.connection.execute(chairs).scalars())
    found = []
    for shift in _shifts(work, _days(work, given, past=True), None):
        for op_num in (each for each in shift.op_nums if each in offered):
            for start, end in _open(work, _Shift(shift.hours, shift.prov_num, (op_num,))):
                found += [
                    _slot(at, at + length, shift.prov_num, op_num) for at in _starts(start, end, length)
                ]
    return sorted(found, key=lambda slot: (slot["DateTimeStart"], slot["OpNum"]))


def _days(work: Work, given: Given, *, past: bool) -> tuple[datetime.date, datetime.date]:
    first, last = first_and_last(given)
    if first is None:
        first = work.today if last is None or last >= work.today else last
    if last is None:
        last = first + DAYS_AHEAD * DAY
    if first < work.today and not past:
        raise BadRequest("The date is invalid: it must be today or later.")
    return first, last


def _shifts(work: Work, days: tuple[datetime.date, datetime.date], prov_num: int | None) -> Iterator[_Shift]:
    """The providers' working times with their chairs: those of the schedule, else those that are theirs."""
    entries = sa.select(schedule).where(
        _S.SchedDate >= days[0],
        _S.SchedDate <= days[1],
        _S.SchedType == SCHED_TYPE.number("Provider"),
    )
    if prov_num is not None:
        entries = entries.where(_S.ProvNum == prov_num)
    for row in work.connection.execute(entries.order_by(_S.SchedDate, _S.StartTime)).all():
        tied = sa.select(scheduleop.c.OperatoryNum).where(scheduleop.c.ScheduleNum == row.ScheduleNum)
        chairs = _shown(work, work.connection.execute(tied).scalars()) or _own_chairs(work, row.ProvNum)
        hours = hours_span(datetime.date.fromisoformat(row.SchedDate), row)
        if chairs and hours[0] < hours[1]:
            yield _Shift(hours, row.ProvNum, chairs)


def _shown(work: Work, op_nums: Iterable[int]) -> tuple[int, ...]:
    wanted = sa.select(operatory.c.OperatoryNum).where(
        operatory.c.OperatoryNum.in_(tuple(op_nums)), operatory.c.IsHidden == 0
    )
    return tuple(work.connection.execute(wanted.order_by(operatory.c.ItemOrder)).scalars())


def _own_chairs(work: Work, prov_num: int) -> tuple[int, ...]:
    wanted = sa.select(operatory.c.OperatoryNum).where(
        sa.or_(operatory.c.ProvDentist == prov_num, operatory.c.ProvHygienist == prov_num),
        operatory.c.IsHidden == 0,
    )
    return tuple(work.connection.execute(wanted.order_by(operatory.c.ItemOrder)).scalars())


def _open(work: Work, shift: _Shift) -> list[Span]:
    """What is left of a shift: no visit in any of its chairs or of its provider, no closed blockout."""
    day = shift.hours[0].date()
    visits = sa.select(_A.AptDateTime, _A.Pattern).where(
        sa.or_(_A.Op.in_(shift.op_nums), _A.ProvNum == shift.prov_num, _A.ProvHyg == shift.prov_num),
        _A.AptStatus.in_(TAKES_ROOM),
        _A.AptDateTime > midnight(day) - LONGEST,
        _A.AptDateTime < midnight(day) + DAY,
    )
    taken = [span_of(row) for row in work.connection.execute(visits)]
    for op_num in shift.op_nums:
        taken += blockouts_in(work, op_num, day)
    free = []
    at, end = shift.hours
    for start, stop in sorted(taken):
        if start > at:
            free.append((at, min(start, end)))
        at = max(at, stop)
        if at >= end:
            break
    if at < end:
        free.append((at, end))
    return [span for span in free if span[0] < span[1]]


def _starts(start: datetime.datetime, end: datetime.datetime, length: datetime.timedelta) -> Iterator[Any]:
    while start + length <= end:
        yield start
        start += length


def _slot(start: datetime.datetime, end: datetime.datetime, prov_num: int, op_num: int) -> dict[str, Any]:
    return {
        "DateTimeStart": wire_value(start),
        "DateTimeEnd": wire_value(end),
        "ProvNum": prov_num,
        "OpNum": op_num,
    }
