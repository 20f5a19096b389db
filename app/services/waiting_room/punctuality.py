# words: columns and tables of the database
"""Reads a month of waits from the history of appointments: one query, else the history's pages in the background."""

# ruff: noqa: S608  # constants of this module; numbers and dates are put in
from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from app.api.client import OpenDental
from app.api.need import Need
from app.domain.schedule.stages import recorded
from app.domain.waiting_room.punctuality import LATE_PATIENT, LATE_START, Punctuality, Timing, of_timing
from app.services.waiting_room.limit import long_wait
from app.store.office import Office
from app.store.queries import Questions
from app.wire.lenient import whole_or
from app.wire.resources.hist_appointments import HistAppointment

QUESTION = "punctuality"
DAYS = 30
"""The month: these days before the last one, and the last one."""


def _known(column: str) -> str:
    """The column where it has a time: some offices store midnight for none."""
    return (
        f"CASE WHEN h.{column} >= '{{since}}' AND HOUR(h.{column}) + MINUTE(h.{column}) > 0"
        f" THEN h.{column} ELSE NULL END"
    )


_SEATED = _known("DateTimeSeated")
_VISITS = (
    "SELECT h.AptNum,"
    f" MAX(CASE WHEN {_SEATED} IS NULL THEN 0 WHEN h.IsHygiene = 1 AND h.ProvHyg > 0 THEN h.ProvHyg"
    " ELSE h.ProvNum END) AS prov, MAX(h.ClinicNum) AS clinic,"
    f" MAX(CASE WHEN {_SEATED} IS NULL THEN NULL ELSE h.AptDateTime END) AS start,"
    f" MIN({_known('DateTimeArrived')}) AS arrived, MIN({_SEATED}) AS seated"
    " FROM histappointment AS h WHERE h.AptDateTime >= '{since}' AND h.AptDateTime < '{until}'"
    " GROUP BY h.AptNum"
)
_WAIT = "GREATEST(TIMESTAMPDIFF(MINUTE, v.arrived, v.seated), 0)"
_LATE = f"TIMESTAMPDIFF(MINUTE, v.start, v.arrived) >= {LATE_PATIENT}"
_DELAY = "GREATEST(TIMESTAMPDIFF(MINUTE, v.start, v.seated), 0)"
QUERY = (
    "SELECT v.prov, v.clinic, COUNT(*) AS visits,"
    f" SUM({_WAIT}) AS waited, MAX({_WAIT}) AS longest,"
    f" SUM(CASE WHEN {{limit}} > 0 AND {_WAIT} >= {{limit}} THEN 1 ELSE 0 END) AS longWaits,"
    f" SUM(CASE WHEN {_LATE} THEN 1 ELSE 0 END) AS latePatients,"
    f" SUM(CASE WHEN {_LATE} THEN 0 WHEN {_DELAY} >= {LATE_START} THEN 1 ELSE 0 END) AS lateStarts,"
    f" SUM(CASE WHEN {_LATE} THEN 0 ELSE {_DELAY} END) AS delays"
    f" FROM ({_VISITS}) AS v WHERE v.arrived IS NOT NULL AND v.seated IS NOT NULL AND v.prov > 0"
    " GROUP BY v.prov, v.clinic"
)


class MonthOfWaits(Struct, frozen=True):
    """A month as far as it is known."""

    first: date
    last: date
    parts: tuple[Punctuality, ...] = ()
    """By provider and clinic."""
    entries: int = 0
    """How many entries of the history were read one by one; 0 with Queries."""
    complete: bool = False


class PunctualityReader:
    """Raises the client's ApiErrors."""

    def __init__(self, client: OpenDental, office: Office) -> None:
        self._client = client
        self._office = office
        self._questions = Questions(client)

    async def read(self, last: date, show: Callable[[MonthOfWaits], None], need: Need) -> MonthOfWaits:
        """The month that ends on a day. `show` gets what is known after each page."""
        month = MonthOfWaits(last - timedelta(days=DAYS), last)
        limit = long_wait(self._office.lists)
        values = {"since": month.first, "until": last + timedelta(days=1), "limit": limit}
        rows = await self._questions.ask(QUESTION, QUERY.format_map(values), need)
        if rows is not None:
            return replace(month, parts=tuple(map(_of_query, rows)), complete=True)
        return await self._by_pages(month, limit, show)

    async def _by_pages(
        self, month: MonthOfWaits, limit: int, show: Callable[[MonthOfWaits], None]
    ) -> MonthOfWaits:
        """Behind everything else. Each entry is a copy of its appointment: the first times count."""
        found: dict[int, list[HistAppointment]] = {}
        counted: dict[int, Punctuality] = {}
        history = self._client.at(Need.PREFETCH).hist_appointments
        entries = 0
        async for page in history.list(dateStart=month.first, dateEnd=month.last).pages():
            for row in page:
                found.setdefault(row.AptNum, []).append(row)
            entries += len(page)
            for apt_num in {row.AptNum for row in page}:
                timing = _timing(found[apt_num], month)
                if timing is not None:
                    counted[apt_num] = of_timing(timing, limit)
            month = replace(month, parts=tuple(counted.values()), entries=entries)
            show(month)
        return replace(month, complete=True)


def _timing(rows: Iterable[HistAppointment], month: MonthOfWaits) -> Timing | None:
    """An appointment's times from its history; None: nobody was seated, or it was not in this month."""
    begin = datetime.combine(month.first, time())
    end = datetime.combine(month.last, time()) + timedelta(days=1)
    known = [row for row in rows if row.AptDateTime is not None and begin <= row.AptDateTime < end]
    seated = [row for row in known if _at(row.DateTimeSeated, begin) is not None]
    arrived = [at for row in known if (at := _at(row.DateTimeArrived, begin)) is not None]
    if not seated or not arrived:
        return None
    provs = [row.ProvHyg if row.IsHygiene and row.ProvHyg else row.ProvNum for row in seated]
    starts = [row.AptDateTime for row in seated if row.AptDateTime is not None]
    times = [at for row in seated if (at := _at(row.DateTimeSeated, begin)) is not None]
    clinic = max(row.ClinicNum for row in known)
    return Timing(max(provs), clinic, max(starts), min(arrived), min(times)) if max(provs) else None


def _at(moment: datetime | None, begin: datetime) -> datetime | None:
    found = recorded(moment)
    return found if found is not None and found >= begin else None


def _of_query(row: Mapping[str, Any]) -> Punctuality:
    names = (
        "prov",
        "clinic",
        "visits",
        "waited",
        "longest",
        "longWaits",
        "latePatients",
        "lateStarts",
        "delays",
    )
    return Punctuality(*(max(whole_or(row.get(name), 0), 0) for name in names))
