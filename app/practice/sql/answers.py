"""The rows of a query as the API answers them: read one by one, so that any number of them takes no memory."""

from __future__ import annotations

import datetime
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from itertools import islice
from typing import Any, TypeVar

from msgspec import Struct

from app.practice.server.refusals import BadRequest
from app.practice.sql.dates import clock_text
from app.practice.sql.limits import MOST_ANSWER

_DATE = re.compile(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d:\d\d)?")

T = TypeVar("T")
Names = tuple[str, ...]
Rows = Iterator[tuple[Any, ...]]
Read = Callable[[Names, Rows], T]
"""What is made of an answer's column names and its rows, which are read from the database meanwhile."""


class Table(Struct, frozen=True):
    """Rows in memory: unique column names, and rows with dates as `2021-05-01T00:00:00`."""

    names: Names
    rows: list[tuple[Any, ...]]


def whole(names: Names, rows: Rows) -> Table:
    """All rows, as far as they fit into an answer."""
    return Table(names, _kept(rows))


def page(limit: int, offset: int) -> Read[Table]:
    """So many of the rows, after the first ones. BadRequest when they are too large for an answer."""

    def read(names: Names, rows: Rows) -> Table:
        skipped = min(offset, sys.maxsize)
        next(islice(rows, skipped, skipped), None)
        return Table(names, _kept(islice(rows, limit)))

    return read


def _kept(rows: Iterable[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    found, size = [], 0
    for row in rows:
        size += sum(len(each) for each in row if isinstance(each, str))
        if size > MOST_ANSWER:
            raise BadRequest(
                f"SQL error: the rows hold more than {MOST_ANSWER:,} characters. Ask for fewer columns or rows."
            )
        found.append(row)
    return found


def distinct(names: Iterable[Any]) -> Names:
    """Column names, each of which is returned once: a second `a` is `a1`."""
    found: dict[str, None] = {}
    tried: dict[str, int] = {}
    for each in names:
        name = unused = str(each)
        while unused in found:
            tried[name] = tried.get(name, 0) + 1
            unused = f"{name}{tried[name]}"
        found[unused] = None
    return tuple(found)


def answered(rows: Iterable[Iterable[Any]]) -> Rows:
    """The rows with their values as the API answers them."""
    return (tuple(map(_value, row)) for row in rows)


def _value(value: Any) -> Any:
    if isinstance(value, str):
        if len(value) in (10, 19) and _DATE.fullmatch(value):
            return f"{value[:10]}T{value[11:] or '00:00:00'}"
        return value
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, datetime.timedelta):
        return clock_text(value.total_seconds())
    if hasattr(value, "isoformat"):
        text = value.isoformat()
        return f"{text}T00:00:00" if len(text) == 10 else text
    return value.decode(errors="replace") if isinstance(value, bytes) else value
