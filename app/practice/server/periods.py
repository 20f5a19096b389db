"""The days of a request: `date`, or a range from `dateStart` to `dateEnd`, both included."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from app.practice.server.refusals import BadRequest

DAY = datetime.timedelta(days=1)


def first_and_last(given: Mapping[str, Any]) -> tuple[datetime.date | None, datetime.date | None]:
    """The first and last day; None where the range is open. BadRequest when the end is before the start."""
    day = given.get("date")
    first, last = (day, day) if day else (given.get("dateStart"), given.get("dateEnd"))
    if first and last and last < first:
        raise BadRequest("dateEnd is before dateStart.")
    return first, last


def bounds(given: Mapping[str, Any]) -> dict[str, datetime.datetime]:
    """The range as timestamps: `from` the first midnight, `before` the midnight after the last day."""
    first, last = first_and_last(given)
    found = {}
    if first:
        found["from"] = midnight(first)
    if last:
        found["before"] = midnight(last) + DAY
    return found


def midnight(day: datetime.date) -> datetime.datetime:
    """Midnight at the start of the day."""
    return datetime.datetime.combine(day, datetime.time())


def picked(given: Mapping[str, Any], *names: str) -> dict[str, Any]:
    """Those of the fields that were sent."""
    return {name: given[name] for name in names if name in given}
