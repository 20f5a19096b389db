"""MariaDB's date and time functions for SQLite: dates are ISO text, no date is NULL."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Callable, Mapping
from typing import Any

from app.practice.sql.limits import pattern_fits

_WRITTEN = re.compile(
    r"\s*(\d{1,4})-(\d{1,2})-(\d{1,2})(?:[ T]+(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.\d+)?)?)?\s*"
)
_MONTHS_OF = {"MONTH": 1, "QUARTER": 3, "YEAR": 12}
_SECONDS_OF = {"SECOND": 1, "MINUTE": 60, "HOUR": 3600, "DAY": 86_400, "WEEK": 604_800}
UNITS = frozenset(_MONTHS_OF) | frozenset(_SECONDS_OF)
_YEAR_ONE_TO_YEAR_ZERO = 365
"""MariaDB counts days from the year 0."""


def moment(value: Any) -> datetime.datetime | None:
    """Parse a text as a timestamp, a date as its midnight; None when it is no date."""
    found = _WRITTEN.fullmatch(str(value)) if value is not None else None
    if found is None:
        return None
    try:
        return datetime.datetime(*(int(part or 0) for part in found.groups()))  # type: ignore[arg-type]
    except ValueError:
        return None


def _of_moment(read: Callable[[datetime.datetime], Any]) -> Callable[[Any], Any]:
    """Wraps a function of one date so that it returns NULL without one."""

    def function(value: Any) -> Any:
        at = moment(value)
        return None if at is None else read(at)

    return function


def _seconds(value: Any) -> int | None:
    """The seconds of a time of day, or of a timestamp's time."""
    text = "" if value is None else str(value)
    if (at := moment(text)) is not None:
        return at.hour * 3600 + at.minute * 60 + at.second
    found = re.fullmatch(r"(-?)(\d+):(\d{1,2})(?::(\d{1,2}))?", text.strip())
    if found is None:
        return None
    seconds = int(found[2]) * 3600 + int(found[3]) * 60 + int(found[4] or 0)
    return -seconds if found[1] else seconds


def clock_text(seconds: float | None) -> str | None:
    """Seconds formatted as a MariaDB time: 01:05:00."""
    if seconds is None:
        return None
    whole = abs(int(seconds))
    return f"{'-' if seconds < 0 else ''}{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"


def _iso(at: datetime.datetime, like: Any, *, timed: bool = False) -> str:
    """A timestamp as text, without a time if none was given."""
    whole = not timed and len(str(like).strip()) <= len("2026-11-23")
    return at.date().isoformat() if whole else at.isoformat(" ", "seconds")


def add(value: Any, amount: Any, unit: str) -> str | None:
    """A date plus an interval. One month after the 31st is the last day of the next month."""
    at = moment(value)
    if at is None or amount is None:
        return None
    number = float(amount)
    try:
        if months := _MONTHS_OF.get(unit):
            count = at.year * 12 + at.month - 1 + round(number) * months
            year, month = divmod(count, 12)
            day = min(at.day, calendar.monthrange(year, month + 1)[1])
            return _iso(at.replace(year=year, month=month + 1, day=day), value)
        later = at + datetime.timedelta(seconds=round(number * _SECONDS_OF[unit]))
    except (ValueError, OverflowError):
        return None
    return _iso(later, value, timed=_SECONDS_OF[unit] < _SECONDS_OF["DAY"])


def subtract(value: Any, amount: Any, unit: str) -> str | None:
    """A date minus an interval."""
    return add(value, None if amount is None else -float(amount), unit)


def _difference(unit: str, first: Any, second: Any) -> int | None:
    """The number of whole units between two timestamps."""
    start, end = moment(first), moment(second)
    if start is None or end is None:
        return None
    sign = 1
    if start > end:
        start, end, sign = end, start, -1
    if months := _MONTHS_OF.get(unit):
        count = (end.year - start.year) * 12 + end.month - start.month
        part = (end.day, end.time()) < (start.day, start.time())
        return sign * ((count - part) // months)
    return sign * (int((end - start).total_seconds()) // _SECONDS_OF[unit])


def _days_apart(first: Any, second: Any) -> int | None:
    later, earlier = moment(first), moment(second)
    return None if later is None or earlier is None else (later.date() - earlier.date()).days


def _time_apart(first: Any, second: Any) -> str | None:
    later, earlier = moment(first), moment(second)
    if later is None or earlier is None:
        later_seconds, earlier_seconds = _seconds(first), _seconds(second)
        neither = later_seconds is None or earlier_seconds is None
        return None if neither else clock_text((later_seconds or 0) - (earlier_seconds or 0))
    return clock_text((later - earlier).total_seconds())


def _twelve(at: datetime.datetime) -> int:
    return at.hour % 12 or 12


def _ordinal(day: int) -> str:
    teen = 10 < day % 100 < 14
    return f"{day}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


def _week(at: datetime.datetime, mode: int = 0) -> int:
    """The week of the year: mode 0 starts at the first Sunday, mode 1 at the Monday of the first week with 4 days."""
    day = at.timetuple().tm_yday
    if mode % 2:
        monday_week = (day + 6 - at.weekday()) // 7
        return monday_week + (at.replace(month=1, day=1).weekday() in (1, 2, 3))
    return (day + 6 - at.isoweekday() % 7) // 7


def _year_and_week(at: datetime.datetime, mode: int = 0) -> int:
    """The year of a week, and the week: days before the first week belong to the previous year."""
    if mode % 2:
        year, week, _ = at.isocalendar()
        return year * 100 + week
    week = _week(at)
    return at.year * 100 + week if week else _year_and_week(datetime.datetime(at.year - 1, 12, 31))


_SIGNS: Mapping[str, Callable[[datetime.datetime], Any]] = {
    "%Y": lambda at: f"{at.year:04}", "%y": lambda at: f"{at.year % 100:02}", "%m": lambda at: f"{at.month:02}",
    "%c": lambda at: at.month, "%d": lambda at: f"{at.day:02}", "%e": lambda at: at.day,
    "%D": lambda at: _ordinal(at.day), "%M": lambda at: calendar.month_name[at.month],
    "%b": lambda at: calendar.month_abbr[at.month], "%W": lambda at: calendar.day_name[at.weekday()],
    "%a": lambda at: calendar.day_abbr[at.weekday()], "%w": lambda at: at.isoweekday() % 7,
    "%j": lambda at: f"{at.timetuple().tm_yday:03}", "%H": lambda at: f"{at.hour:02}", "%k": lambda at: at.hour,
    "%h": lambda at: f"{_twelve(at):02}", "%I": lambda at: f"{_twelve(at):02}", "%l": _twelve,
    "%i": lambda at: f"{at.minute:02}", "%s": lambda at: f"{at.second:02}", "%S": lambda at: f"{at.second:02}",
    "%f": lambda _: "000000", "%p": lambda at: "AM" if at.hour < 12 else "PM",
    "%r": lambda at: f"{_twelve(at):02}:{at.minute:02}:{at.second:02} {'AM' if at.hour < 12 else 'PM'}",
    "%T": lambda at: f"{at.hour:02}:{at.minute:02}:{at.second:02}", "%%": lambda _: "%",
    "%v": lambda at: f"{at.isocalendar()[1]:02}", "%x": lambda at: f"{at.isocalendar()[0]:04}",
    "%u": lambda at: f"{_week(at, 1):02}", "%U": lambda at: f"{_week(at):02}",
}  # fmt: skip
_SIGN = re.compile(r"%(.)")
_READERS = {
    "%Y": r"(?P<year>\d{4})", "%y": r"(?P<short>\d{2})", "%m": r"(?P<month>\d{1,2})", "%c": r"(?P<month>\d{1,2})",
    "%d": r"(?P<day>\d{1,2})", "%e": r"(?P<day>\d{1,2})", "%H": r"(?P<hour>\d{1,2})", "%k": r"(?P<hour>\d{1,2})",
    "%i": r"(?P<minute>\d{1,2})", "%s": r"(?P<second>\d{1,2})", "%S": r"(?P<second>\d{1,2})",
    "%T": r"(?P<hour>\d{1,2}):(?P<minute>\d{1,2}):(?P<second>\d{1,2})",
}  # fmt: skip


def _format(value: Any, pattern: Any) -> str | None:
    at = moment(value)
    if at is None or pattern is None:
        return None
    return _SIGN.sub(
        lambda sign: str(_SIGNS[sign[0]](at)) if sign[0] in _SIGNS else sign[1], pattern_fits(str(pattern))
    )


def _format_time(value: Any, pattern: Any) -> str | None:
    seconds = _seconds(value)
    return None if seconds is None else _format(f"2000-01-01 {clock_text(seconds % 86_400)}", pattern)


def _parse(text: Any, pattern: Any) -> str | None:
    if text is None or pattern is None:
        return None
    wanted = "".join(
        _READERS.get(part, re.escape(part)) for part in re.split(r"(%.)", pattern_fits(str(pattern)))
    )
    found = re.match(wanted, str(text))
    if found is None:
        return None
    parts = {name: int(part) for name, part in found.groupdict().items()}
    if "short" in parts:
        parts["year"] = parts.pop("short") + 2000
    clock = f"{parts.get('hour', 0)}:{parts.get('minute', 0)}:{parts.get('second', 0)}"
    at = moment(f"{parts.get('year', 0):04}-{parts.get('month', 0)}-{parts.get('day', 0)} {clock}")
    return None if at is None else _iso(at, "", timed="hour" in parts)


DATE_WORDS: Mapping[tuple[str, int], Callable[..., Any]] = {
    ("YEAR", 1): _of_moment(lambda at: at.year),
    ("MONTH", 1): _of_moment(lambda at: at.month),
    ("DAY", 1): _of_moment(lambda at: at.day),
    ("DAYOFMONTH", 1): _of_moment(lambda at: at.day),
    ("DAYOFYEAR", 1): _of_moment(lambda at: at.timetuple().tm_yday),
    ("DAYOFWEEK", 1): _of_moment(lambda at: at.isoweekday() % 7 + 1),
    ("WEEKDAY", 1): _of_moment(lambda at: at.weekday()),
    ("DAYNAME", 1): _of_moment(lambda at: calendar.day_name[at.weekday()]),
    ("MONTHNAME", 1): _of_moment(lambda at: calendar.month_name[at.month]),
    ("QUARTER", 1): _of_moment(lambda at: (at.month + 2) // 3),
    ("WEEK", 1): _of_moment(_week),
    ("WEEK", 2): lambda value, mode: None if (at := moment(value)) is None else _week(at, mode),
    ("YEARWEEK", 1): _of_moment(_year_and_week),
    ("YEARWEEK", 2): lambda value, mode: None if (at := moment(value)) is None else _year_and_week(at, mode),
    ("YEAR_MONTH", 1): _of_moment(lambda at: at.year * 100 + at.month),
    ("MAKEDATE", 2): lambda year, day: add(f"{int(year):04}-01-01", int(day) - 1, "DAY"),
    ("WEEKOFYEAR", 1): _of_moment(lambda at: at.isocalendar()[1]),
    ("DATE", 1): _of_moment(lambda at: at.date().isoformat()),
    ("TIME", 1): lambda value: clock_text(_seconds(value)),
    ("LAST_DAY", 1): _of_moment(
        lambda at: at.date().replace(day=calendar.monthrange(at.year, at.month)[1]).isoformat()
    ),
    ("TO_DAYS", 1): _of_moment(lambda at: at.toordinal() + _YEAR_ONE_TO_YEAR_ZERO),
    ("HOUR", 1): lambda value: None if (found := _seconds(value)) is None else found // 3600,
    ("MINUTE", 1): lambda value: None if (found := _seconds(value)) is None else found // 60 % 60,
    ("SECOND", 1): lambda value: None if (found := _seconds(value)) is None else found % 60,
    ("TIMEDIFF", 2): _time_apart,
    ("TIME_TO_SEC", 1): _seconds,
    ("SEC_TO_TIME", 1): clock_text,
    ("DATE_ADD", 3): add,
    ("DATE_SUB", 3): subtract,
    ("TIMESTAMPDIFF", 3): _difference,
    ("DATEDIFF", 2): _days_apart,
    ("DATE_FORMAT", 2): _format,
    ("TIME_FORMAT", 2): _format_time,
    ("STR_TO_DATE", 2): _parse,
}
"""By name and number of arguments."""
