"""Dates and times in the format of the PC's locale, everywhere the same."""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache

from PySide6.QtCore import QDate, QLocale

from app.core.text import At, Shape, Span
from app.viewmodels.clock_face import locale, time

_YEAR = re.compile(r"[\s,./-]*('[^']*'\s*)?y+('[^']*')?[.年년]?\s*")
_WEEKDAY = re.compile(r"\s*d{3,4}[,،]?\s*")


def written(value: At | Span) -> str:
    """A moment or a time span as text."""
    if isinstance(value, Span):
        return _span(value)
    moment, used = value.moment, locale()
    pattern = _patterns(used.name()).get(value.shape, "")
    day = used.toString(QDate(moment.year, moment.month, moment.day), pattern) if pattern else ""
    if value.shape not in (Shape.TIME, Shape.BOTH):
        return day
    at = _time(moment)
    return f"{day}, {at}" if day else at


def _time(moment: datetime) -> str:
    return time(moment.hour * 60 + moment.minute)


def _span(span: Span) -> str:
    """Both ends; AM or PM only once if it is the same."""
    used = locale()
    start, end = _time(span.start), _time(span.end)
    half = used.amText() if span.end.hour < 12 else used.pmText()
    if (span.start.hour < 12) == (span.end.hour < 12) and span.start.date() == span.end.date():
        start = start.removesuffix(half).rstrip()
    return f"{start} – {end}"


@lru_cache(8)
def _patterns(name: str) -> dict[Shape, str]:
    """A locale's date format: derived from its long format, with short names, with or without the year."""
    long = QLocale(name).dateFormat(QLocale.FormatType.LongFormat)
    dated = re.sub("d{4}", "ddd", long).replace("MMMM", "MMM")
    day = _YEAR.sub("", dated)
    return {
        Shape.DAY: day,
        Shape.BOTH: day,
        Shape.FULL_DAY: long,
        Shape.DATED_DAY: dated,
        Shape.MONTH_DAY: _WEEKDAY.sub("", day),
        Shape.WEEKDAY: "ddd d",  # words: a pattern
        Shape.DATE: _WEEKDAY.sub("", dated),
    }
