"""Rules of insurance that several resources share: coverage order, rounding, benefit years."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

import sqlalchemy as sa

from app.practice.schema.insurance import carrier, insplan, inssub, patplan
from app.practice.schema.people import patient
from app.practice.server.refusals import BadRequest
from app.practice.server.work import Row, Work

_CENT = Decimal("0.01")
NONE = -1
"""The stored value that means blank, for amounts and percentages that may be blank."""


def cents(value: float | Decimal) -> Decimal:
    """A stored amount rounded half up to the cent."""
    return Decimal(str(value)).quantize(_CENT, ROUND_HALF_UP)


def total(amounts: Iterable[float]) -> Decimal:
    """The sum of stored amounts, exact to the cent."""
    return sum(map(cents, amounts), Decimal(0))


def coverage_of(work: Work, pat_num: int) -> list[Row]:
    """A patient's coverage, primary insurance first."""
    wanted = (
        sa.select(patplan)
        .where(patplan.c.PatNum == pat_num)
        .order_by(patplan.c.Ordinal, patplan.c.PatPlanNum)
    )
    return list(work.connection.execute(wanted))


def coverage_by(work: Work, pat_num: int, ins_sub_num: int, name: str) -> Row:
    """A patient's coverage by a subscriber. BadRequest naming the request's field when there is none."""
    for row in coverage_of(work, pat_num):
        if row.InsSubNum == ins_sub_num:
            return row
    raise BadRequest(f"{name} is invalid: the patient is not covered by it.")


def order_coverage(work: Work, pat_num: int, moved: int = 0, ordinal: int = 0) -> None:
    """Renumber a patient's coverage from 1 without gaps; the moved one takes its place or, past the end, the last."""
    rows = [row for row in coverage_of(work, pat_num) if row.PatPlanNum != moved]
    order = [row.PatPlanNum for row in rows]
    if moved:
        order.insert(ordinal - 1, moved)
    before = {row.PatPlanNum: row.Ordinal for row in rows}
    for place, key in enumerate(order, 1):
        if before.get(key) != place:
            work.update(patplan, key, {"Ordinal": place})
    work.update(patient, pat_num, {"HasIns": "I" if order else ""})


def carrier_of(work: Work, plan_num: int) -> Row | None:
    """The carrier of a plan."""
    wanted = (
        sa.select(carrier)
        .join(insplan, insplan.c.CarrierNum == carrier.c.CarrierNum)
        .where(insplan.c.PlanNum == plan_num)
    )
    return work.connection.execute(wanted).first()


def plan_of(work: Work, ins_sub_num: int) -> Row:
    """The plan of a subscriber. NotFound when there is none."""
    return work.find(insplan, work.find(inssub, ins_sub_num, "InsSub").PlanNum, "InsPlan")


def benefit_year(month_renew: int, day: datetime.date) -> tuple[datetime.date, datetime.date]:
    """The first day of the benefit year that contains a day, and of the next one; month 0 means the calendar year.

    OverflowError in the year 9999.
    """
    month = month_renew or 1
    year = day.year if day.month >= month else day.year - 1
    if not datetime.MINYEAR <= year < datetime.MAXYEAR:
        raise OverflowError
    return datetime.date(year, month, 1), datetime.date(year + 1, month, 1)
