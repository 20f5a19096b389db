"""Slots: open time, and the times offered by web scheduling."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from msgspec.structs import replace

from app.domain.schedule.pattern import minutes_of
from app.practice.handlers.office.office_lists import uses_clinics
from app.practice.handlers.schedule.shifts import Days, Ground
from app.practice.handlers.schedule.web_sched import linked_type
from app.practice.schema.office import operatory
from app.practice.server.periods import DAY, first_and_last
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.work import Given, Outcome, Work
from app.wire.codec import wire_value
from app.wire.resources.appointments import Appointments

DAYS_AHEAD = 13
"""Days after today, when no dates are given: two weeks."""
_USUAL_MINUTES = 30
"""The length in minutes when no appointment type says otherwise."""


@serves(Appointments.slots)
def slots(work: Work, given: Given) -> Outcome:
    """A provider's open times, per operatory or all operatories together."""
    days = _days(work, given, past=False)
    prov_num = given.get("ProvNum") or work.preference_number("PracticeDefaultProv")
    least = datetime.timedelta(minutes=given.get("lengthMinutes", 0))
    wanted = given.get("OpNum")
    found = []
    ground = Ground(work, days)
    for shift in ground.shifts(prov_num):
        if wanted and wanted not in shift.op_nums:
            continue
        for start, end in ground.open_time(shift):
            if end - start >= least:
                found.append(_slot(start, end, prov_num, wanted or shift.op_nums[0]))
    return sorted(found, key=lambda slot: slot["DateTimeStart"])


@serves(Appointments.slots_web_sched)
def slots_web_sched(work: Work, given: Given) -> Outcome:
    """The times offered on the web: one appointment length each, in operatories set up for it."""
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
    ground = Ground(work, _days(work, given, past=True))
    for shift in ground.shifts(None):
        for op_num in (each for each in shift.op_nums if each in offered):
            for start, end in ground.open_time(replace(shift, op_nums=(op_num,))):
                found += [
                    _slot(at, at + length, shift.prov_num, op_num) for at in _starts(start, end, length)
                ]
    return sorted(found, key=lambda slot: (slot["DateTimeStart"], slot["OpNum"]))


def _days(work: Work, given: Given, *, past: bool) -> Days:
    first, last = first_and_last(given)
    if first is None:
        first = work.today if last is None or last >= work.today else last
    if last is None:
        last = first + DAYS_AHEAD * DAY
    if first < work.today and not past:
        raise BadRequest("The date is invalid: it must be today or later.")
    return first, last


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
