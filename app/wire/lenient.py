"""Reading single values leniently: every spelling and type in which the documentation prints a value.

Each reader takes a value as JSON gives it (a fraction as Decimal) and raises Misread, which says what was
expected and never what was there.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation
from functools import partial
from typing import Any, get_args, get_origin

import msgspec

from app.wire.enums import CountedEnum, WireEnum
from app.wire.fields import NO_DATE_TIME, bare
from app.wire.record import Record

Read = Callable[[Any], Any]

_WHOLE = re.compile(r"\s*([+-]?[0-9]{1,19})(?:\.0*)?\s*")
_US_MOMENT = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})(?:[ T]+(.+))?")
_SPAN = re.compile(r"\s*(-?)([0-9]{1,4}):([0-9]{2})(?::([0-9]{2})(?:\.[0-9]*)?)?\s*")
_CLOCK = re.compile(r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\.[0-9]*)?)?(?:\s*([AaPp])\.?[Mm]\.?)?")
_BIGINT = 2**63
"""Beyond every key: the database keeps 64 bits."""
_MONEY_DIGITS = 15
"""More places before or behind the point than any amount or fee has."""


class Misread(ValueError):
    """A value that is not what was promised, however leniently read. Its text names no content."""


def reader_of(kind: Any) -> Read:
    """The lenient reader of a declared type. TypeError for a type that no field has."""
    origin = get_origin(kind)
    if origin in (list, tuple, Sequence):
        return partial(read_list, reader_of(bare(get_args(kind)[0])[0]))
    if isinstance(kind, type) and issubclass(kind, WireEnum):
        return partial(read_enum, kind)
    if isinstance(kind, type) and issubclass(kind, Record):
        return partial(read_record, kind)
    if kind not in _READERS:
        raise TypeError(f"{kind} is no type of the wire")
    return _READERS[kind]


def read_int(value: Any) -> int:
    """A whole number, as a number or as text; "3.0" is one."""
    number = None
    if isinstance(value, int) and not isinstance(value, bool):
        number = value
    elif isinstance(value, Decimal) and is_amount(value) and value == int(value):
        number = int(value)
    elif isinstance(value, str) and (found := _WHOLE.fullmatch(value)):
        number = int(found[1])
    if number is None or not -_BIGINT <= number < _BIGINT:
        raise Misread("a whole number is expected")
    return number


def whole_or(value: Any, default: int) -> int:
    """A whole number where the office keeps one as text; `default` for what is none, or beyond the database."""
    try:
        return read_int(value)
    except Misread:
        return default


def read_bool(value: Any) -> bool:
    """Yes or no: "true", "True", true, 1 and "1" alike."""
    if isinstance(value, bool):
        return value
    word = str(value).strip().casefold() if isinstance(value, str | int) else ""
    if word in ("true", "1"):
        return True
    if word in ("false", "0"):
        return False
    raise Misread('"true" or "false" is expected')


def read_text(value: Any) -> str:
    """A text; a number stands for its digits."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str | int | Decimal):
        return str(value)
    raise Misread("a text is expected")


def read_enum(kind: type[WireEnum], value: Any) -> WireEnum:
    """A value of an enumeration; a text that is new keeps itself, and 0 is None where there is a None."""
    if isinstance(value, int) and not isinstance(value, bool):
        if issubclass(kind, CountedEnum):
            return kind.counted(value)
        return kind("None" if value == 0 and kind("None").known else str(value))
    if isinstance(value, str):
        return kind(value)
    raise Misread("the name of a value is expected")


def read_money(value: Any) -> Decimal:
    """An amount, as a number or as text, with or without commas between the thousands."""
    if isinstance(value, str):
        try:
            value = Decimal(value.replace(",", "").strip())
        except InvalidOperation:
            raise Misread("an amount is expected") from None
    is_number = isinstance(value, int | Decimal) and not isinstance(value, bool)
    if is_number and is_amount(amount := Decimal(value)):
        return amount
    raise Misread("an amount is expected")


def is_amount(value: Decimal) -> bool:
    """Whether it is a number of a size that money has: no NaN, no infinity, no thousand zeros."""
    return value.is_finite() and abs(value.adjusted()) < _MONEY_DIGITS


def is_amount_or_none(value: Decimal | None) -> bool:
    """The same of a field that may be empty."""
    return value is None or is_amount(value)


def read_moment(value: Any) -> datetime.datetime:
    """A date and time, ISO or as the United States print it; a date is its midnight, a zone is dropped."""
    text = value.strip() if isinstance(value, str) else ""
    try:
        if text.startswith("0000-00-00"):
            return NO_DATE_TIME
        if "/" in text and (american := _US_MOMENT.fullmatch(text)):
            month, day, year = (int(part) for part in american.groups()[:3])
            return _combined(datetime.date(year, month, day), american[4])
        return datetime.datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        raise Misread("a date as yyyy-MM-dd is expected, or with a time as yyyy-MM-dd HH:mm:ss") from None


def _combined(day: datetime.date, clock: str | None) -> datetime.datetime:
    return datetime.datetime.combine(day, read_time(clock) if clock else datetime.time())


def read_date(value: Any) -> datetime.date:
    """A date, in any spelling of a date and time; its time is left out."""
    return read_moment(value).date()


def read_time(value: Any) -> datetime.time:
    """A time of day: 08:00:00, 8:00 or 8:00 AM."""
    found = _CLOCK.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None:
        raise Misread("a time as HH:mm:ss is expected")
    hour, half = int(found[1]), (found[4] or "").casefold()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        return datetime.time(hour, int(found[2]), int(found[3] or 0))
    except ValueError:
        raise Misread("a time as HH:mm:ss is expected") from None


def read_span(value: Any) -> datetime.timedelta:
    """Hours, minutes and seconds, -01:00:00 as well as 37:30:00."""
    found = _SPAN.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise Misread("hours as HH:mm:ss are expected")
    hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    span = datetime.timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return -span if found[1] else span


def read_list(read: Read, value: Any) -> list[Any]:
    """A list, or its parts as text with commas between, in brackets or not; a bare value is a list of one."""
    if isinstance(value, str):
        value = [
            part for part in value.strip().removeprefix("[").removesuffix("]").split(",") if part.strip()
        ]
    return [read(part) for part in (value if isinstance(value, list) else [value])]


def read_record(kind: type[Record], value: Any) -> Record:
    """An object in a request, each field of it read leniently; what is missing is empty."""
    if not isinstance(value, dict):
        raise Misread("an object is expected")
    readers = {each.name: reader_of(bare(each.type)[0]) for each in msgspec.structs.fields(kind)}
    sent = {name: value[name] for name in readers if value.get(name) is not None}
    return kind(**{name: readers[name](each) for name, each in sent.items()})


_READERS: dict[Any, Read] = {
    int: read_int,
    bool: read_bool,
    str: read_text,
    Decimal: read_money,
    datetime.date: read_date,
    datetime.datetime: read_moment,
    datetime.time: read_time,
    datetime.timedelta: read_span,
}
