"""The days whose appointments are confirmed next."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import takewhile

from app.api.need import Need
from app.domain.schedule.visit import Visit
from app.services.lists.rows import SCHEDULED
from app.services.schedule.grids import all_visits
from app.store.office import Office
from app.wire.resources.appointments import Appointment

BEYOND = 5
"""Days read beyond those wanted: a weekend and a long holiday."""
VACATION = 31
"""Days read beyond those wanted where nobody is expected on enough of the first ones."""


async def open_next(office: Office, today: date, count: int, need: Need) -> None:
    """Read the next days with appointments, in one request for them and one for their names; in a vacation, twice that.

    Raises the client's ApiErrors.
    """
    await office.reader.open_days(_ahead(today, count + BEYOND), need)
    if len(next_days(office, today, count)) < count:
        await office.reader.open_days(_ahead(today, count + VACATION), need)


def next_days(office: Office, today: date, count: int) -> tuple[date, ...]:
    """The next days on which somebody is expected: the business days, up to the first day that has not been read."""
    read = takewhile(lambda day: office.day(day) is not None, _ahead(today, count + VACATION))
    found = (day for day in read if any(map(_is_coming, office.rows(day))))
    return tuple(day for _, day in zip(range(count), found, strict=False))


def expected(office: Office, days: tuple[date, ...]) -> list[Visit]:
    """The appointments of these days, by time; notes on the schedule are left out."""
    return [
        visit
        for day in days
        for visit in all_visits(office, day)
        if visit.start.date() == day and not visit.is_note
    ]


def _is_coming(row: Appointment) -> bool:
    """Whether somebody is expected: a closed day may have a note or a broken appointment."""
    return row.AptStatus in SCHEDULED


def _ahead(today: date, count: int) -> list[date]:
    return [today + timedelta(days=ahead) for ahead in range(1, count + 1)]
