# words: columns and tables of the database
"""Reads a day's production: one query for fees, write-offs and adjustments and one for goals, else one request each.

A week or a month takes one request more, for the providers' hours, and needs the Queries permission.
"""

# ruff: noqa: S608  # constants of this module; numbers and dates are put in
from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from app.api.client import OpenDental
from app.api.errors import ApiError, NotSent
from app.api.need import Need
from app.domain.huddle.production import NO_GOALS, ZERO, Goals, Worth
from app.domain.schedule.visit import Visit
from app.store.office import Office
from app.store.queries import Questions
from app.wire.lenient import Misread, read_money, whole_or
from app.wire.resources.operatories import Operatory
from app.wire.resources.procedure_logs import ProcedureLog, ProcedureStatus
from app.wire.resources.schedules import Schedule, ScheduleType

FEES, GOALS = "production", "production goals"
COUNTED = frozenset({ProcedureStatus.TREATMENT_PLANNED, ProcedureStatus.COMPLETE})
_UNITS = "CASE WHEN procedurelog.UnitQty + procedurelog.BaseUnits > 1"
_FEE = f"procedurelog.ProcFee * {_UNITS} THEN procedurelog.UnitQty + procedurelog.BaseUnits ELSE 1 END"
SENT, ESTIMATES = "0, 1, 4, 5, 7", "6, 8"
"""Numbers of `claimproc.Status` whose write-off is in WriteOff, and whose is estimated."""
_WRITE_OFF = (
    "(SELECT SUM(CASE"
    f" WHEN claimproc.Status IN ({SENT}) THEN claimproc.WriteOff"
    " WHEN claimproc.WriteOffEstOverride > -1 THEN claimproc.WriteOffEstOverride"
    " WHEN claimproc.WriteOffEst > -1 THEN claimproc.WriteOffEst ELSE 0 END) FROM claimproc"
    f" WHERE claimproc.ProcNum = procedurelog.ProcNum AND claimproc.Status IN ({SENT}, {ESTIMATES}))"
)
_ADJUSTED = "(SELECT SUM(adjustment.AdjAmt) FROM adjustment WHERE adjustment.ProcNum = procedurelog.ProcNum)"
FEES_QUERY = (
    "SELECT procedurelog.ProvNum, appointment.Op, appointment.ClinicNum,"
    f" SUM({_FEE}) AS gross, SUM({_WRITE_OFF}) AS writeOff, SUM({_ADJUSTED}) AS adjusted"
    " FROM appointment INNER JOIN procedurelog ON procedurelog.AptNum = appointment.AptNum"
    " WHERE appointment.AptStatus IN (1, 2, 4) AND procedurelog.ProcStatus IN (1, 2)"
    " AND appointment.AptDateTime >= '{day}' AND appointment.AptDateTime < '{next}'"
    " GROUP BY procedurelog.ProvNum, appointment.Op, appointment.ClinicNum"
)
GOALS_QUERY = "SELECT ProvNum, HourlyProdGoalAmt FROM provider WHERE HourlyProdGoalAmt > 0"


class DayProduction(Struct, frozen=True):
    """A day, or the days up to `last`, as far as it is known."""

    day: date
    last: date
    parts: tuple[Worth, ...] = ()
    goals: Goals | None = NO_GOALS
    """None: they, or the providers' hours, can't be read."""
    done: int = 0
    total: int = 0
    """Requests, sent and to be sent."""
    queried: bool = True
    """Whether the key has Queries: without it, net amounts and goals are not known."""
    unread: int = 0
    """Appointments whose procedures could not be read."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was read, or nothing of what was asked for could be."""
        nothing_to_read = self.total == 0 and self.day == self.last
        return not (self.parts or nothing_to_read) and self.done == self.unread


class ProductionReader:
    """Raises the client's ApiErrors."""

    def __init__(self, client: OpenDental, office: Office) -> None:
        self._client = client
        self._office = office
        self._questions = Questions(client)

    async def read(
        self,
        days: tuple[date, date],
        visits: Sequence[Visit],
        show: Callable[[DayProduction], None],
        need: Need,
    ) -> DayProduction:
        """Read a day, or all from the first to the last. `show` gets what is known after each request.

        `visits` are one day's, for a key without Queries; of more days it learns nothing.
        """
        first, last = days
        known = DayProduction(first, last, total=2 if first == last else 3)
        show(known)
        values = {"day": first.isoformat(), "next": (last + timedelta(days=1)).isoformat()}
        rows = await self._questions.ask(FEES, FEES_QUERY.format_map(values), need)
        if rows is None and first < last:
            return replace(known, total=0, queried=False)
        if rows is None:
            return await self._one_by_one(first, visits, show)
        known = replace(known, parts=tuple(map(_worth, rows)), done=1)
        show(known)
        hourly = await self._questions.ask(GOALS, GOALS_QUERY, need)
        known = replace(known, goals=None, done=2)
        show(known)
        shifts = await self._shifts(first, last, need)
        return replace(known, goals=self._goals(shifts, hourly), done=known.total)

    async def _shifts(self, first: date, last: date, need: Need) -> Sequence[Schedule] | None:
        """The hours of everybody who works then; None: they can't be read."""
        if first == last:
            known = self._office.day(first)
            return known.schedules if known is not None else None
        try:
            return list(await self._client.at(need).schedules.list(dateStart=first, dateEnd=last))
        except NotSent:
            raise
        except ApiError:
            return None

    async def _one_by_one(
        self, day: date, visits: Sequence[Visit], show: Callable[[DayProduction], None]
    ) -> DayProduction:
        """One request for each appointment, behind everything else."""
        known = DayProduction(day, day, total=len(visits), queried=False)
        show(known)
        for visit in visits:
            try:
                rows = await self._client.at(Need.PREFETCH).procedure_logs.list(AptNum=visit.apt_num)
            except NotSent:
                raise
            except ApiError:
                known = replace(known, unread=known.unread + 1, done=known.done + 1)
            else:
                parts = tuple(_of_row(row, visit) for row in rows if row.ProcStatus in COUNTED)
                known = replace(known, parts=known.parts + parts, done=known.done + 1)
            show(known)
        return known

    def _goals(
        self, shifts: Sequence[Schedule] | None, rows: Sequence[Mapping[str, Any]] | None
    ) -> Goals | None:
        if rows is None or shifts is None:
            return None
        chairs = self._office.lists.operatories if self._office.lists is not None else ()
        by_clinic = {
            clinic: _minutes([row for row in shifts if clinic in _clinics(row, chairs)])
            for clinic in {chair.ClinicNum for chair in chairs if chair.ClinicNum}
        }
        hourly = {whole_or(row.get("ProvNum"), 0): _money(row.get("HourlyProdGoalAmt")) for row in rows}
        return Goals(hourly, _minutes(shifts), by_clinic)


def _worth(row: Mapping[str, Any]) -> Worth:
    gross = _money(row.get("gross"))
    net = gross - _money(row.get("writeOff")) + _money(row.get("adjusted"))
    prov_num, op_num, clinic_num = (whole_or(row.get(name), 0) for name in ("ProvNum", "Op", "ClinicNum"))
    return Worth(prov_num, op_num, clinic_num, gross, net)


def _of_row(row: ProcedureLog, visit: Visit) -> Worth:
    units = max(1, row.UnitQty + row.BaseUnits)
    return Worth(row.ProvNum, visit.op_num, visit.clinic_num, round(row.ProcFee * units, 2))


def _clinics(shift: Schedule, chairs: Sequence[Operatory]) -> set[int]:
    """The clinics of its operatories; without any, of those whose provider it is."""
    if shift.operatory_nums:
        return {chair.ClinicNum for chair in chairs if chair.OperatoryNum in shift.operatory_nums}
    return {chair.ClinicNum for chair in chairs if shift.ProvNum in (chair.ProvDentist, chair.ProvHygienist)}


def _minutes(schedules: Sequence[Schedule]) -> dict[int, int]:
    """How long each provider works."""
    found: dict[int, int] = {}
    for row in schedules:
        if row.SchedType is ScheduleType.PROVIDER and row.StartTime is not None and row.StopTime is not None:
            start, end = (datetime.combine(date.min, each) for each in (row.StartTime, row.StopTime))
            minutes = max(int((end - start).total_seconds()) // 60, 0)
            found[row.ProvNum] = found.get(row.ProvNum, 0) + minutes
    return found


def _money(value: Any) -> Decimal:
    """An amount in cents; nothing counts as zero."""
    try:
        return round(read_money("" if value is None else str(value)), 2)
    except Misread:
        return ZERO
