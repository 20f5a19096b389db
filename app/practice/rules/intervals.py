"""Recall intervals: years, months, weeks and days, as text (6m1d) and as the integer in the database."""

from __future__ import annotations

import calendar
import datetime
import re
from typing import NamedTuple, Self

import sqlalchemy as sa

from app.practice.server.wireform import Expression, quoted

_WRITTEN = re.compile(r"(?:(\d+)y)?(?:(\d+)m)?(?:(\d+)w)?(?:(\d+)d)?", re.IGNORECASE)
_MOST = (127, 255, 255, 255)
"""The bits of each part in the integer; the years carry the sign."""
_MONTHS = 12


class Interval(NamedTuple):
    """The time between two recall appointments."""

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0

    @classmethod
    def parse(cls, text: str) -> Self:
        """Parse "1y6m20d"; missing parts are 0. ValueError for anything else."""
        found = _WRITTEN.fullmatch(text.strip())
        parts = [int(part or 0) for part in found.groups()] if found and text.strip() else []
        if not parts or any(part > most for part, most in zip(parts, _MOST, strict=True)):
            raise ValueError("an interval is written as 1y6m20d: years, months, weeks and days")
        return cls(*parts)

    @classmethod
    def of(cls, number: int) -> Self:
        """Decode the database's integer."""
        return cls(number >> 24, number >> 16 & 255, number >> 8 & 255, number & 255)

    @property
    def number(self) -> int:
        """Encode as in the database, one byte a part."""
        return self.years << 24 | self.months << 16 | self.weeks << 8 | self.days

    def after(self, day: datetime.date) -> datetime.date:
        """The day after this interval; a day past the end of a month becomes its last day.

        OverflowError after year 9999.
        """
        months = day.year * _MONTHS + day.month - 1 + self.years * _MONTHS + self.months
        year, month = divmod(months, _MONTHS)
        if year > datetime.MAXYEAR:
            raise OverflowError("date value out of range")
        last = calendar.monthrange(year, month + 1)[1]
        moved = day.replace(year=year, month=month + 1, day=min(day.day, last))
        return moved + datetime.timedelta(weeks=self.weeks, days=self.days)

    def __str__(self) -> str:
        return "".join(f"{part}{sign}" for part, sign in zip(self, "ymwd", strict=True) if part)


def interval_words(column: sa.Column[int]) -> Expression:
    """An interval's text, computed in SQL."""
    number = sa.literal_column
    byte: Expression = number("255")
    parts = (
        (column.bitwise_rshift(number("24")), "y"),
        (column.bitwise_rshift(number("16")).bitwise_and(byte), "m"),
        (column.bitwise_rshift(number("8")).bitwise_and(byte), "w"),
        (column.bitwise_and(byte), "d"),
    )
    words = [
        sa.case((part > number("0"), sa.cast(part, sa.String(3)) + quoted(sign)), else_=quoted(""))
        for part, sign in parts
    ]
    return words[0] + words[1] + words[2] + words[3]
