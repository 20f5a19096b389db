"""Values in the rows of a query, read leniently: one that can't be read is none."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from app.wire.fields import NO_DATE
from app.wire.lenient import Misread, read_date, read_moment, read_money, whole_or

Row = Mapping[str, Any]


def text(row: Row, name: str) -> str:
    """A text without blanks around it; empty for none."""
    value = row.get(name)
    return "" if value is None else str(value).strip()


def number(row: Row, name: str) -> int:
    """A key or a count; 0 for none."""
    return max(whole_or(row.get(name), 0), 0)


def flag(row: Row, name: str) -> bool:
    """Whether it is set."""
    return flag_or_none(row, name) is True


def flag_or_none(row: Row, name: str) -> bool | None:
    """Whether it is set; None if that can't be read."""
    return {"1": True, "true": True, "0": False, "false": False}.get(text(row, name).lower())


def day(row: Row, name: str) -> date | None:
    """A date; None for none."""
    try:
        found = read_date(text(row, name))
    except Misread:
        return None
    return None if found == NO_DATE else found


def moment(row: Row, name: str) -> datetime | None:
    """A time; None for none."""
    try:
        found = read_moment(text(row, name))
    except Misread:
        return None
    return None if found.date() == NO_DATE else found


def money(row: Row, name: str) -> Decimal | None:
    """An amount; None for none."""
    try:
        return read_money(text(row, name))
    except Misread:
        return None
