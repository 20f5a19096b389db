"""Values in the rows of a query."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from app.wire.query_rows import day, flag, moment, money, number, text

ROW = {
    "name": " Ann ",
    "count": "12",
    "below": -1,
    "yes": "True",
    "day": "2026-11-23T00:00:00",
    "at": "2026-11-23 09:30:00",
    "never": "0001-01-01 00:00:00",
    "fee": "1,234.5",
    "null": None,
    "wrong": "?",
}


def test_values_are_read_leniently() -> None:
    """A value is read in whatever form the office returns it."""
    assert text(ROW, "name") == "Ann"
    assert number(ROW, "count") == 12
    assert flag(ROW, "yes")
    assert day(ROW, "day") == date(2026, 11, 23)
    assert moment(ROW, "at") == datetime(2026, 11, 23, 9, 30)  # the office's time
    assert money(ROW, "fee") == Decimal("1234.5")


def test_what_cant_be_read_is_none() -> None:
    """A missing, empty or unreadable value is none, and so is the date that stands for none."""
    for name in ("missing", "null", "wrong", "never"):
        assert day(ROW, name) is None
        assert moment(ROW, name) is None
        assert money(ROW, name) is None
        assert number(ROW, name) == 0
        assert not flag(ROW, name)
    assert number(ROW, "below") == 0
    assert text(ROW, "null") == text(ROW, "missing") == ""
