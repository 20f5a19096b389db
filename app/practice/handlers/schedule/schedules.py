"""Schedules and ScheduleOps: working times, and their operatories."""

from __future__ import annotations

import operator

import sqlalchemy as sa

from app.practice.schema.office import definition
from app.practice.schema.schedule import schedule, scheduleop
from app.practice.server.listings import Filter, Listing, columns_of, name_behind
from app.practice.server.periods import first_and_last, picked
from app.practice.server.routing import serves
from app.practice.server.wireform import Expression, quoted
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.schedule_ops import ScheduleOp, ScheduleOps
from app.wire.resources.schedules import Schedule, Schedules

_S = schedule.c


def _columns() -> dict[str, Expression]:
    tied = sa.select(sa.func.group_concat(scheduleop.c.OperatoryNum))
    tied = tied.where(scheduleop.c.ScheduleNum == _S.ScheduleNum).correlate(schedule)
    computed = {
        "blockoutType": name_behind(_S.BlockoutType, definition.c.DefNum, definition.c.ItemName),
        "operatories": sa.func.coalesce(tied.scalar_subquery(), quoted("")),
    }
    texts = ("ScheduleNum", "ProvNum", "BlockoutType", "EmployeeNum")
    return columns_of(Schedule, schedule, computed, as_text=texts)


ROWS = Listing(
    name="Schedule",
    columns=_columns,
    source=schedule,
    filters={
        "ScheduleNum": Filter(_S.ScheduleNum),
        "SchedType": Filter(_S.SchedType),
        "BlockoutDefNum": Filter(_S.BlockoutType),
        "ProvNum": Filter(_S.ProvNum),
        "EmployeeNum": Filter(_S.EmployeeNum),
        "first": Filter(_S.SchedDate, operator.ge),
        "last": Filter(_S.SchedDate, operator.le),
    },
    order=(_S.StartTime, _S.ScheduleNum),
)
OP_ROWS = Listing(
    name="ScheduleOp",
    columns=lambda: columns_of(ScheduleOp, scheduleop),
    source=scheduleop,
    filters={
        "ScheduleNum": Filter(scheduleop.c.ScheduleNum),
        "OperatoryNum": Filter(scheduleop.c.OperatoryNum),
    },
    order=(scheduleop.c.ScheduleOpNum,),
)


@serves(Schedules.get)
def get(work: Work, given: Given) -> Outcome:
    """One schedule entry."""
    return work.one(ROWS, "Schedule", given)


@serves(Schedules.list)
def list_(work: Work, given: Given) -> Outcome:
    """The entries that match all filters, by StartTime; by default today's."""
    first, last = first_and_last(given)
    if first is None and last is None:
        first = last = work.today
    days = {name: day for name, day in (("first", first), ("last", last)) if day is not None}
    return work.page(ROWS, {**picked(given, "SchedType", "BlockoutDefNum", "ProvNum", "EmployeeNum"), **days})


@serves(ScheduleOps.list)
def list_ops(work: Work, given: Given) -> Outcome:
    """The operatories of schedule entries."""
    return work.page(OP_ROWS, given)
