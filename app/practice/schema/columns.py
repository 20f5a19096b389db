"""Columns with Open Dental's types, on SQLite and MariaDB; each has a default, none is null.

Dates and times are ISO text on both sides: SQLite stores them so, MariaDB's types are converted from and to
the same text. `meaning_of(column)` tells a column's wire type.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any, TypedDict, cast

from sqlalchemy import BigInteger, Column, Double, Integer, MetaData, SmallInteger, String, Table, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeEngine, UserDefinedType

from app.practice.schema.enums.base import EnumCodes

NO_DATE = "0001-01-01"
"""The database's value for no date."""
NO_TIME = "0001-01-01 00:00:00"
"""The database's value for no date and time."""
BLACK = -16777216
"""A color as stored: a signed number of alpha, red, green and blue."""

metadata = MetaData()


class Meaning(TypedDict, total=False):
    """The content of `column.info` besides the type."""

    kind: str
    """key, number, flag, color, code, date, datetime, time, money or text."""
    codes: EnumCodes
    """The wire names of an enumeration."""
    refers: tuple[str, str]
    """The table and column that a foreign key refers to; 0 refers to nothing."""


def iso_text(value: Any) -> Any:
    """A date, datetime, time or (MariaDB's TIME, which may be negative) timedelta as ISO text to the second."""
    if isinstance(value, datetime.datetime):
        return value.isoformat(" ", "seconds")
    if isinstance(value, datetime.timedelta):
        minutes, seconds = divmod(abs(round(value.total_seconds())), 60)
        return f"{'-' if value.days < 0 else ''}{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"
    if isinstance(value, datetime.time):
        return value.isoformat("seconds")
    return value.isoformat() if isinstance(value, datetime.date) else value


class _Iso(UserDefinedType[str]):
    """A date or time handled as ISO text. Accepts dates and datetimes, too."""

    cache_ok = True
    spec = "TIME"

    @staticmethod
    def write(value: Any) -> Any:
        """A value as it is stored."""
        return iso_text(value)

    def get_col_spec(self, **_: Any) -> str:
        return self.spec

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], Any]:
        return self.write

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any] | None:
        return None if dialect.name == "sqlite" else iso_text


class IsoTime(_Iso):
    """`13:05:00`."""

    cache_ok = True


class IsoDate(_Iso):
    """`2026-02-28`."""

    cache_ok = True
    spec = "DATE"

    @staticmethod
    def write(value: Any) -> Any:
        """The date part of a value."""
        text = iso_text(value)
        return text[:10] if isinstance(text, str) else text


class IsoDateTime(_Iso):
    """`2026-02-28 13:05:00`, the office's local time."""

    cache_ok = True
    spec = "DATETIME"

    @staticmethod
    def write(value: Any) -> Any:
        """A value to the second; a date means midnight."""
        text = iso_text(value)
        return f"{text} 00:00:00" if isinstance(text, str) and len(text) == 10 else text


_BIG = BigInteger().with_variant(Integer(), "sqlite")
_DAY, _MOMENT, _CLOCK = IsoDate(), IsoDateTime(), IsoTime()


def meaning_of(column: Column[Any]) -> Meaning:
    """The wire type of a column."""
    return cast(Meaning, column.info)


def table(name: str, *columns: Column[Any]) -> Table:
    """A table of the practice's database. A key is never reused, on SQLite either."""
    return Table(name, metadata, *columns, sqlite_autoincrement=True)


def key(name: str) -> Column[int]:
    """An auto-increment primary key."""
    return Column(name, _BIG, primary_key=True, info=dict(Meaning(kind="key")))


def num(name: str, refers: str = "") -> Column[int]:
    """A foreign key such as `"patient.PatNum"`, where 0 refers to nothing; or another big integer."""
    meaning = Meaning(kind="number")
    if refers:
        to, _, column = refers.partition(".")
        meaning["refers"] = (to, column)
    return _column(name, _BIG, "0", meaning)


def whole(name: str) -> Column[int]:
    """An integer."""
    return _column(name, Integer(), "0", Meaning(kind="number"))


def flag(name: str) -> Column[int]:
    """Yes (1) or no (0)."""
    return _column(name, SmallInteger(), "0", Meaning(kind="flag"))


def code(name: str, codes: EnumCodes) -> Column[int]:
    """An enumeration, stored as its number."""
    return _column(name, SmallInteger(), str(codes.first), Meaning(kind="code", codes=codes))


def color(name: str) -> Column[int]:
    """A color, stored as a signed ARGB number; 0 means none."""
    return _column(name, Integer(), "0", Meaning(kind="color"))


def real(name: str) -> Column[float]:
    """An amount, stored as a floating-point number as in Open Dental."""
    return _column(name, Double(), "0", Meaning(kind="money"))


def word(name: str, length: int = 255) -> Column[str]:
    """A short text, compared case-insensitively as MariaDB does by default."""
    kind = String(length).with_variant(String(length, collation="NOCASE"), "sqlite")
    return _column(name, kind, "", Meaning(kind="text"))


def prose(name: str) -> Column[str]:
    """A long text."""
    return _column(name, Text(), "", Meaning(kind="text"))


def volume(name: str) -> Column[str]:
    """A text of up to 16 million characters, such as a file in base64."""
    return _column(name, Text(16_777_215).with_variant(Text(), "sqlite"), "", Meaning(kind="text"))


def day(name: str) -> Column[str]:
    """A date as ISO text."""
    return _column(name, _DAY, NO_DATE, Meaning(kind="date"))


def moment(name: str) -> Column[str]:
    """A date and time as ISO text."""
    return _column(name, _MOMENT, NO_TIME, Meaning(kind="datetime"))


def clock(name: str) -> Column[str]:
    """A time of day as ISO text."""
    return _column(name, _CLOCK, "00:00:00", Meaning(kind="time"))


def _column(name: str, kind: TypeEngine[Any], default: str, meaning: Meaning) -> Column[Any]:
    return Column(name, kind, nullable=False, server_default=default, info=dict(meaning))


def color_number(text: str) -> int:
    """`"r,g,b"` converted to the stored number; "0,0,0" or empty is none (0). ValueError for anything else."""
    parts = [int(part) for part in text.split(",")] if text.strip() else [0, 0, 0]
    if len(parts) != 3 or not all(0 <= part <= 255 for part in parts):
        raise ValueError("a color is three numbers from 0 to 255, separated by commas")
    red, green, blue = parts
    rgb = red << 16 | green << 8 | blue
    return BLACK | rgb if rgb else 0


def color_text(number: int) -> str:
    """A stored color as the wire writes it, `"r,g,b"`."""
    return f"{number >> 16 & 255},{number >> 8 & 255},{number & 255}"
