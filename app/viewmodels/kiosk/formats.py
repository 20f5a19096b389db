"""Dates, times and amounts as each language writes them in the United States."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, QTime


def locale(code: str) -> QLocale:
    """How a language writes dates, times and amounts in the United States."""
    return QLocale(f"{code}_US")


def date_order(code: str) -> str:
    """The order of month, day and year: "mdy", "dmy" or "ymd"."""
    pattern = locale(code).dateFormat(QLocale.FormatType.ShortFormat).casefold()
    return "".join(sorted("mdy", key=pattern.find))


def written_time(code: str, hour: int, minute: int) -> str:
    """A time of day: 10:20 AM."""
    return locale(code).toString(QTime(hour, minute), QLocale.FormatType.ShortFormat)


def written_date(code: str, year: int, month: int, day: int) -> str:
    """A date with its weekday: Monday, November 23, 2026."""
    return locale(code).toString(QDate(year, month, day), QLocale.FormatType.LongFormat)


def written_amount(code: str, cents: int) -> str:
    """An amount in US dollars: $12.50."""
    return locale(code).toCurrencyString(cents / 100, "$")
