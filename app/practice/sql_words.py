"""Functions of MariaDB that offices write in their queries and SQLite does not have."""

from __future__ import annotations

import datetime
import sqlite3
from typing import Any

from app.core.clock import Clock

_FORMAT = {
    "%i": "%M", "%s": "%S", "%M": "%B", "%c": "%m", "%e": "%d", "%W": "%A", "%h": "%I", "%T": "%H:%M:%S",
}  # fmt: skip


def add_words(connection: sqlite3.Connection, clock: Clock) -> None:
    """Teach a connection NOW, CURDATE, CONCAT, IF, YEAR, MONTH, DAY, DATEDIFF, DATE_FORMAT, LEFT, RIGHT."""
    connection.create_function("NOW", 0, lambda: clock.now().isoformat(" ", "seconds"))
    connection.create_function("CURDATE", 0, lambda: clock.now().date().isoformat())
    connection.create_function("CONCAT", -1, _concat, deterministic=True)
    connection.create_function("IF", 3, lambda test, yes, no: yes if test else no, deterministic=True)
    for name, start, end in (("YEAR", 0, 4), ("MONTH", 5, 7), ("DAY", 8, 10)):
        connection.create_function(name, 1, _number_at(start, end), deterministic=True)
    connection.create_function("DATEDIFF", 2, _datediff, deterministic=True)
    connection.create_function("DATE_FORMAT", 2, _date_format, deterministic=True)
    connection.create_function("LEFT", 2, lambda text, size: None if text is None else str(text)[:size])
    connection.create_function("RIGHT", 2, lambda text, size: None if text is None else str(text)[-size:])


def _concat(*parts: Any) -> str | None:
    return None if None in parts else "".join(str(part) for part in parts)


def _number_at(start: int, end: int) -> Any:
    def number(text: str | None) -> int | None:
        return int(text[start:end]) if text else None

    return number


def _moment(text: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(text)


def _datediff(later: str | None, earlier: str | None) -> int | None:
    return (_moment(later).date() - _moment(earlier).date()).days if later and earlier else None


def _date_format(at: str | None, pattern: str) -> str | None:
    if at is None:
        return None
    signs = [pattern[index : index + 2] for index in range(len(pattern))]
    text, skip = "", False
    for sign in signs:
        if not skip:
            text += _FORMAT.get(sign, sign) if sign[0] == "%" else sign[0]
        skip = sign[0] == "%" and not skip
    return _moment(at).strftime(text)
