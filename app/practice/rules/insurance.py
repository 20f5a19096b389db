"""Rules of insurance that several resources share: coverage in its order, money to the cent, benefit years."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

import sqlalchemy as sa

from app.practice.schema.insurance import carrier, insplan, inssub, patplan
from app.practice.schema.people import patient
from app.practice.server.access import is_newer
from app.practice.server.refusals import BadRequest
from app.practice.server.work import Given, Row, Work

_CENT = Decimal("0.01")
NONE = -1
"""How an amount or a percentage that may be blank says that it is."""


def cents(value: float | Decimal) -> Decimal:
    """An amount of the database to the cent, half a cent upwards."""
    return Decimal(str(value)).quantize(_CENT, ROUND_HALF_UP)


def total(amounts: Iterable[float]) -> Decimal:
    """The sum of amounts of the database, exact to the cent."""
    return sum(map(cents, amounts), Decimal(0))


def coverage_of(work: Work, pat_num: int) -> list[Row]:
    """A patient's coverage, the primary insurance first."""
    wanted = (
        sa.select(patplan)
        .where(patplan.c.PatNum == pat_num)
        .order_by(patplan.c.Ordinal, patplan.c.PatPlanNum)
    )
    return list(work.connection.execute(wanted))


def coverage_by(work: Work, pat_num: int, ins_sub_num: int, name: str) -> Row:
    """A patient's coverage by a subscriber. BadRequest, naming the request's field, when there is none."""
    for row in coverage_of(work, pat_num):
        if row.InsSubNum == ins_sub_num:
            return row
    raise BadRequest(f"{name} is invalid: the patient is not covered by it.")


def order_coverage(work: Work, pat_num: int, moved: int = 0, ordinal: int = 0) -> None:
    """Number a patient's coverage from 1 without gaps, the moved one at its place or, past the end, last."""
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
    """The plan that a subscriber holds. NotFound when there is none."""
    return work.find(insplan, work.find(inssub, ins_sub_num, "InsSub").PlanNum, "InsPlan")


def benefit_year(month_renew: int, day: datetime.date) -> tuple[datetime.date, datetime.date]:
    """The first day of the benefit year that a day lies in, and that of the next; month 0 is the calendar year.

    OverflowError for a day in the last year that there is.
    """
    month = month_renew or 1
    year = day.year if day.month >= month else day.year - 1
    if not datetime.MINYEAR <= year < datetime.MAXYEAR:
        raise OverflowError
    return datetime.date(year, month, 1), datetime.date(year + 1, month, 1)


def required_until(work: Work, given: Given, version: str, *names: str) -> None:
    """BadRequest for a field that is left out in an office older than the version that made it optional."""
    if not is_newer(version, work.office.version):
        return
    for name in names:
        if not given.get(name):
            raise BadRequest(f"{name} is required before Open Dental {version}.")
