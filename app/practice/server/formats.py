"""Date formats of a request: .NET custom format strings, as far as dates and times use them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_STANDARD: Mapping[str, str] = {
    "d": "M/d/yyyy",
    "D": "dddd, MMMM d, yyyy",
    "f": "dddd, MMMM d, yyyy h:mm tt",
    "F": "dddd, MMMM d, yyyy h:mm:ss tt",
    "g": "M/d/yyyy h:mm tt",
    "G": "M/d/yyyy h:mm:ss tt",
    "s": "yyyy-MM-ddTHH:mm:ss",
    "t": "h:mm tt",
    "T": "h:mm:ss tt",
    "u": "yyyy-MM-dd HH:mm:ssZ",
}
"""One-letter standard formats, as on a computer with American settings."""

_TOKEN = re.compile(
    r"""'[^']*'|"[^"]*"|\\.|%|y{1,5}|M{1,4}|d{1,4}|H{1,2}|h{1,2}|m{1,2}|s{1,2}|f{1,7}|F{1,7}|t{1,2}|z{1,3}|."""
)

_Moment = datetime.datetime

_PARTS: Mapping[str, Callable[[_Moment], str]] = {
    "y": lambda at: str(at.year % 100),
    "yy": lambda at: f"{at.year % 100:02}",
    "yyy": lambda at: f"{at.year:03}",
    "yyyy": lambda at: f"{at.year:04}",
    "yyyyy": lambda at: f"{at.year:05}",
    "M": lambda at: str(at.month),
    "MM": lambda at: f"{at.month:02}",
    "MMM": lambda at: _MONTHS[at.month - 1][:3],
    "MMMM": lambda at: _MONTHS[at.month - 1],
    "d": lambda at: str(at.day),
    "dd": lambda at: f"{at.day:02}",
    "ddd": lambda at: _DAYS[at.weekday()][:3],
    "dddd": lambda at: _DAYS[at.weekday()],
    "H": lambda at: str(at.hour),
    "HH": lambda at: f"{at.hour:02}",
    "h": lambda at: str(at.hour % 12 or 12),
    "hh": lambda at: f"{at.hour % 12 or 12:02}",
    "m": lambda at: str(at.minute),
    "mm": lambda at: f"{at.minute:02}",
    "s": lambda at: str(at.second),
    "ss": lambda at: f"{at.second:02}",
    "t": lambda at: "A" if at.hour < 12 else "P",
    "tt": lambda at: "AM" if at.hour < 12 else "PM",
    "z": lambda at: _offset(at, 1),
    "zz": lambda at: _offset(at, 2),
    "zzz": lambda at: _offset(at, 3),
}


def _offset(at: _Moment, letters: int) -> str:
    """The server's offset from UTC at that time: -8, -08 or -08:00."""
    try:
        there = at.astimezone().utcoffset()
    except (OverflowError, OSError, ValueError):  # the years 1 and 9999, and on some systems all before 1970
        there = datetime.datetime(2000, at.month, min(at.day, 28)).astimezone().utcoffset()  # local
    minutes = int((there or datetime.timedelta()).total_seconds() // 60)
    sign, hours = "-" if minutes < 0 else "+", abs(minutes) // 60
    return (
        f"{sign}{hours}" if letters == 1 else f"{sign}{hours:02}" + f":{abs(minutes) % 60:02}" * (letters > 2)
    )


def net_format(at: datetime.datetime, pattern: str) -> str:
    """Format a timestamp with a .NET format string: `MM/dd/yyyy`, `yyyy-MM-dd HH:mm:ss`, `d`."""
    pattern = _STANDARD.get(pattern, pattern)
    return "".join(_write(token, at) for token in _TOKEN.findall(pattern))


def _write(token: str, at: datetime.datetime) -> str:
    if (part := _PARTS.get(token)) is not None:
        return part(at)
    if token[0] in "fF":
        return "0" * len(token) if token[0] == "f" else ""
    if token[0] in "'\"":
        return token[1:-1]
    if token[0] == "\\":
        return token[1:]
    return "" if token == "%" else token  # noqa: S105  # a sign of the format, no secret
