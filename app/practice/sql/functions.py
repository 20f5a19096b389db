"""MariaDB functions that offices use in queries and that SQLite lacks or defines differently."""

from __future__ import annotations

import math
import random
import sqlite3
from collections.abc import Callable, Mapping, MutableMapping
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import partial
from typing import Any

from app.core.clock import Clock
from app.practice.sql.dates import DATE_WORDS, moment
from app.practice.sql.groups import GroupConcat
from app.practice.sql.limits import Allowance, fits
from app.practice.sql.patterns import Patterns
from app.practice.sql.values import number, text

_MOST_PLACES = 300
_LARGEST = (1 << 63) - 1
"""The largest whole number of SQLite and of MariaDB's SIGNED."""


def _known(function: Callable[..., Any]) -> Callable[..., Any]:
    """Wraps a function so that it returns NULL when any argument is NULL."""
    return lambda *given: None if None in given else function(*given)


def _of_number(function: Callable[[Decimal], Any]) -> Callable[[Any], Any]:
    return _known(lambda value: function(number(value) or Decimal(0)))


def _if(test: Any, yes: Any, no: Any) -> Any:
    """One of two values; if either is text, both are compared as text."""
    true = test if isinstance(test, (int, float)) else number(test)
    found = yes if true else no
    words = isinstance(yes, str) or isinstance(no, str)
    return text(found) if words and found is not None else found


def _pad(value: Any, size: Any, filling: Any, *, left: bool) -> str:
    written, width, marks = text(value), int(size), text(filling)
    if len(written) >= width:
        return written[:width]
    missing = fits(width) - len(written)
    padding = (marks * (missing // max(len(marks), 1) + 1))[:missing]
    return padding + written if left else written + padding


def _right(value: Any, size: Any) -> str:
    return text(value)[-int(size) :] if int(size) > 0 else ""


def _repeated(value: Any, count: Any) -> str:
    written, times = text(value), max(int(count), 0)
    fits(len(written) * times)
    return written * times


def _replaced(value: Any, old: Any, new: Any) -> str:
    written, before, after = text(value), text(old), text(new)
    if not before:
        return written
    fits((len(after) - len(before)) * written.count(before))
    return written.replace(before, after)


def _joined(mark: str, parts: list[str]) -> str:
    fits(sum(map(len, parts)) + len(mark) * len(parts))
    return mark.join(parts)


def _trimmed(strip: Callable[[str, str], str]) -> Callable[..., Any]:
    """TRIM of these characters. Each one is looked for once, however often it is given."""
    return _known(lambda value, marks=" ": strip(text(value), "".join(set(text(marks)))))


def _rounded(value: Any, places: Any) -> Decimal | None:
    amount = number(value)
    try:
        return None if amount is None else amount.quantize(Decimal(1).scaleb(-int(places)), ROUND_HALF_UP)
    except InvalidOperation:
        return amount


def _with_commas(value: Any, places: Any) -> str:
    return f"{_rounded(value, places):,f}"


def _truncated(value: Any, places: Any) -> float:
    scale = Decimal(10) ** max(min(int(places), _MOST_PLACES), -_MOST_PLACES)
    return float(int((number(value) or 0) * scale) / scale)


def _part(value: Any, mark: Any, count: Any) -> str:
    fits(len(text(value)))
    parts, wanted = text(value).split(text(mark)), int(count)
    return text(mark).join(parts[:wanted] if wanted >= 0 else parts[wanted:])


def _place_in_list(value: Any, items: Any) -> int:
    fits(len(text(items)))
    parts = [each.lower() for each in text(items).split(",")]
    return parts.index(text(value).lower()) + 1 if text(value).lower() in parts else 0


def _field(value: Any, *items: Any) -> int:
    wanted = "" if value is None else text(value).lower()
    places = (at for at, each in enumerate(items, 1) if each is not None and text(each).lower() == wanted)
    return 0 if value is None else next(places, 0)


def _locate(part: Any, value: Any, start: Any = 1) -> int:
    return text(value).lower().find(text(part).lower(), int(start) - 1) + 1


def _extreme(choose: Callable[..., Any]) -> Callable[..., Any]:
    def function(*given: Any) -> Any:
        words = any(isinstance(each, str) for each in given)
        return choose(given, key=text) if words else choose(given)

    return _known(function)


def _cast(value: Any, kind: str, places: int) -> Any:
    """CAST to a type by its first word."""
    if value is None:
        return None
    if kind in ("CHAR", "NCHAR", "VARCHAR", "BINARY"):
        return text(value)[:places] if places else text(value)
    if kind in ("DATE", "DATETIME"):
        at = moment(value)
        return (
            None if at is None else at.date().isoformat() if kind == "DATE" else at.isoformat(" ", "seconds")
        )
    if kind in ("SIGNED", "UNSIGNED", "INTEGER", "INT"):
        return max(min(int(_rounded(value, 0) or 0), _LARGEST), -_LARGEST - 1)
    if kind in ("DECIMAL", "NUMERIC"):
        return float(_rounded(value, places) or 0)
    return float(number(value) or 0) if kind in ("DOUBLE", "FLOAT", "REAL") else value


_WORDS: Mapping[tuple[str, int], Callable[..., Any]] = {
    ("CONCAT", -1): _known(lambda *parts: _joined("", [*map(text, parts)])),
    ("CONCAT_WS", -1): lambda mark, *parts: (
        None if mark is None else _joined(text(mark), [text(each) for each in parts if each is not None])
    ),
    ("IF", 3): _if,
    ("ISNULL", 1): lambda value: value is None,
    ("LEFT", 2): _known(lambda value, size: text(value)[: max(int(size), 0)]),
    ("RIGHT", 2): _known(_right),
    ("MID", 3): _known(lambda value, start, size: text(value)[int(start) - 1 : int(start) - 1 + int(size)]),
    ("LPAD", 3): _known(lambda *given: _pad(*given, left=True)),
    ("RPAD", 3): _known(lambda *given: _pad(*given, left=False)),
    ("UCASE", 1): _known(lambda value: text(value).upper()),
    ("LCASE", 1): _known(lambda value: text(value).lower()),
    ("CHAR_LENGTH", 1): _known(lambda value: len(text(value))),
    ("CHARACTER_LENGTH", 1): _known(lambda value: len(text(value))),
    ("REPEAT", 2): _known(_repeated),
    ("REPLACE", 3): _known(_replaced),
    ("SPACE", 1): _known(lambda count: _repeated(" ", count)),
    ("TRIM", 1): _trimmed(str.strip),
    ("TRIM", 2): _trimmed(str.strip),
    ("LTRIM", 1): _trimmed(str.lstrip),
    ("LTRIM", 2): _trimmed(str.lstrip),
    ("RTRIM", 1): _trimmed(str.rstrip),
    ("RTRIM", 2): _trimmed(str.rstrip),
    ("REVERSE", 1): _known(lambda value: text(value)[::-1]),
    ("SUBSTRING_INDEX", 3): _known(_part),
    ("FIND_IN_SET", 2): _known(_place_in_list),
    ("FIELD", -1): _field,
    ("ELT", -1): lambda at, *items: items[at - 1] if at and 0 < at <= len(items) else None,
    ("INSTR", 2): _known(lambda value, part: _locate(part, value)),
    ("LOCATE", 2): _known(_locate),
    ("LOCATE", 3): _known(_locate),
    ("STRCMP", 2): _known(lambda one, two: (text(one) > text(two)) - (text(one) < text(two))),
    ("FORMAT", 2): _known(_with_commas),
    ("TRUNCATE", 2): _known(_truncated),
    ("FLOOR", 1): _of_number(math.floor),
    ("CEILING", 1): _of_number(math.ceil),
    ("CEIL", 1): _of_number(math.ceil),
    ("SIGN", 1): _of_number(lambda value: (value > 0) - (value < 0)),
    ("SQRT", 1): _of_number(lambda value: math.sqrt(value) if value >= 0 else None),
    ("POW", 2): _known(lambda one, two: float(one) ** float(two)),
    ("POWER", 2): _known(lambda one, two: float(one) ** float(two)),
    ("MOD", 2): _known(lambda one, two: math.fmod(one, two) if two else None),
    ("RAND", 0): random.random,
    ("GREATEST", -1): _extreme(max),
    ("LEAST", -1): _extreme(min),
    ("CAST_AS", 3): _cast,
}  # fmt: skip
"""By name and number of arguments, -1 for any number.

Some are SQLite's own, too: it can't stop those of them that take the product of two texts' lengths.
"""
_NOWS = ("NOW", "SYSDATE", "LOCALTIME", "LOCALTIMESTAMP", "CURRENT_TIMESTAMP")
_DAYS = ("CURDATE", "CURRENT_DATE")
NAMES = frozenset(name for name, _ in (*_WORDS, *DATE_WORDS)) | {
    "REGEXP_REPLACE",
    *_NOWS,
    *_DAYS,
    "CURTIME",
    "UNIX_TIMESTAMP",
}
"""Every function that is registered on a connection."""


def assign_to(variables: MutableMapping[str, Any], allowance: Allowance, name: str, value: Any) -> Any:
    """Set a variable of a command; returns its value."""
    before = variables.get(name)
    allowance.hold(_size(value) - _size(before))
    variables[name] = value
    return value


def _size(value: Any) -> int:
    return len(value) if isinstance(value, (str, bytes)) else 0


def add_words(
    connection: sqlite3.Connection, clock: Clock, variables: MutableMapping[str, Any], allowance: Allowance
) -> None:
    """Register these functions, and the variables of a command, on a connection."""
    words = {**_WORDS, **DATE_WORDS, **Patterns(allowance).functions}
    for (name, count), function in words.items():
        bounded = allowance.bounded(function)
        connection.create_function(name, count, bounded, deterministic=name != "RAND")
    for name in _NOWS:
        connection.create_function(name, 0, lambda: clock.now().isoformat(" ", "seconds"))
    for name in _DAYS:
        connection.create_function(name, 0, lambda: clock.now().date().isoformat())
    connection.create_function("CURTIME", 0, lambda: clock.now().time().isoformat("seconds"))
    connection.create_function("UNIX_TIMESTAMP", 0, lambda: int(clock.now().timestamp()))
    groups = partial(GroupConcat, allowance)
    connection.create_aggregate("GROUP_CONCAT_OF", -1, groups)  # type: ignore[arg-type]
    connection.create_function("VARIABLE", 1, variables.get)

    def assign(name: str, value: Any) -> Any:
        return assign_to(variables, allowance, name, value)

    connection.create_function("ASSIGN", 2, assign)
