"""Checks whether an appointment fits its place, if the practice's switches demand it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa

from app.domain.schedule.visit import SLOT_MINUTES
from app.practice.schema.enums.base import APT_STATUS, SCHED_TYPE
from app.practice.schema.office import definition
from app.practice.schema.schedule import appointment, schedule, scheduleop
from app.practice.server.refusals import BadRequest
from app.practice.server.work import Row, Work

Span = tuple[datetime.datetime, datetime.datetime]
TAKES_ROOM = tuple(APT_STATUS.number(word) for word in ("Scheduled", "Complete", "ASAP"))
"""The statuses of appointments that occupy an operatory."""
LONGEST = datetime.timedelta(hours=12)
_A, _S = appointment.c, schedule.c


def check_room(work: Work, values: dict[str, Any], before: Row | None) -> None:
    """BadRequest when the appointment would overlap, be on a blockout or outside scheduled hours."""
    merged = {
        name: values.get(name, getattr(before, name, 0)) for name in ("AptStatus", "Op", "ProvNum", "AptNum")
    }
    start = _moment(values.get("AptDateTime", getattr(before, "AptDateTime", "")))
    pattern = values.get("Pattern", getattr(before, "Pattern", ""))
    if merged["AptStatus"] not in TAKES_ROOM or start is None or not merged["Op"]:
        return
    span = (start, start + datetime.timedelta(minutes=len(pattern) * SLOT_MINUTES))
    if work.switches.refuses_overlap and overlaps(
        visits_in(work, merged["Op"], span, merged["AptNum"]), span
    ):
        raise BadRequest("AptDateTime is invalid: the appointment overlaps another in its operatory.")
    if work.switches.refuses_blockouts and overlaps(blockouts_in(work, merged["Op"], start.date()), span):
        raise BadRequest("AptDateTime is invalid: there is a blockout in which nothing is scheduled.")
    if work.switches.refuses_closed_hours and not _covered(hours_of(work, merged, start.date()), span):
        raise BadRequest("AptDateTime is invalid: it is outside the scheduled hours.")


def visits_in(work: Work, op_num: int, span: Span, but: int = 0) -> list[Span]:
    """The appointments of an operatory that may overlap a time range."""
    wanted = sa.select(_A.AptDateTime, _A.Pattern).where(
        _A.Op == op_num,
        _A.AptNum != but,
        _A.AptStatus.in_(TAKES_ROOM),
        _A.AptDateTime > span[0] - LONGEST,
        _A.AptDateTime < span[1],
    )
    return [span_of(row) for row in work.connection.execute(wanted)]


def blockouts_in(work: Work, op_num: int, day: datetime.date) -> list[Span]:
    """The times of an operatory's day where scheduling is blocked: blockouts marked NS."""
    wanted = (
        sa.select(_S.StartTime, _S.StopTime, definition.c.ItemValue)
        .join(scheduleop, scheduleop.c.ScheduleNum == _S.ScheduleNum)
        .join(definition, definition.c.DefNum == _S.BlockoutType)
        .where(
            _S.SchedDate == day,
            _S.SchedType == SCHED_TYPE.number("Blockout"),
            scheduleop.c.OperatoryNum == op_num,
        )
    )
    rows = work.connection.execute(wanted)
    return [hours_span(day, row) for row in rows if is_closed_to_visits(row.ItemValue)]


def is_closed_to_visits(item_value: str) -> bool:
    """Whether a blockout type is marked NS, no scheduling."""
    return "NS" in item_value.split(",")


def hours_of(work: Work, place: dict[str, Any], day: datetime.date) -> list[Span]:
    """The provider's working times that day, in this operatory or unassigned."""
    chairs = sa.select(scheduleop.c.OperatoryNum).where(scheduleop.c.ScheduleNum == _S.ScheduleNum)
    wanted = sa.select(_S.StartTime, _S.StopTime).where(
        _S.SchedDate == day,
        _S.SchedType == SCHED_TYPE.number("Provider"),
        sa.or_(
            chairs.where(scheduleop.c.OperatoryNum == place["Op"]).exists(),
            sa.and_(_S.ProvNum == place["ProvNum"], ~chairs.exists()),
        ),
    )
    return [hours_span(day, row) for row in work.connection.execute(wanted)]


def span_of(row: Row) -> Span:
    """The time range of an appointment."""
    start = datetime.datetime.fromisoformat(row.AptDateTime)
    return start, start + datetime.timedelta(minutes=len(row.Pattern) * SLOT_MINUTES)


def hours_span(day: datetime.date, row: Row) -> Span:
    """The time range of a schedule entry."""
    start, stop = (datetime.time.fromisoformat(text) for text in (row.StartTime, row.StopTime))
    return datetime.datetime.combine(day, start), datetime.datetime.combine(day, stop)


def _moment(value: Any) -> datetime.datetime | None:
    moment = datetime.datetime.fromisoformat(value) if isinstance(value, str) and value else value
    return moment if isinstance(moment, datetime.datetime) and moment.year > 1 else None


def overlaps(taken: Iterable[Span], span: Span) -> bool:
    """Whether any of these ranges overlaps a range."""
    return any(start < span[1] and span[0] < end for start, end in taken)


def _covered(hours: Iterable[Span], span: Span) -> bool:
    at = span[0]
    for start, end in sorted(hours):
        if start <= at < end:
            at = end
    return at >= span[1]
