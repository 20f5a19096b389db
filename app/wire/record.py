"""Base class of all records: a row of the API with the wire's own names; and values in the wire's format."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from functools import cache
from typing import Any, ClassVar

import msgspec

from app.wire.enums import WireEnum
from app.wire.fields import NO_DATE, NO_DATE_TIME, bare


class Record(msgspec.Struct, gc=False, kw_only=True):
    """A row of an API answer.

    Every field has a default, so a missing one reads as empty; dates may be None.
    """

    primary_key: ClassVar[str | None] = None
    """The primary key's field; None where an answer is not a table row."""

    def __repr__(self) -> str:
        """The record's type and key only: its content is patient data and must not reach a log."""
        key = self.primary_key
        return f"{type(self).__name__}({f'{key}={getattr(self, key)}' if key else ''})"

    def asdict(self) -> dict[str, Any]:
        """The fields by name, in the types that the record declares; records in it become dictionaries too."""
        return {name: _plain_data(getattr(self, name)) for name in self.__struct_fields__}

    def to_json(self) -> str:
        """The record as one JSON object in the API's own format, which reads back as an equal record."""
        return msgspec.json.encode(wire_row(self)).decode()


def _plain_data(value: Any) -> Any:
    if isinstance(value, Record):
        return value.asdict()
    return [_plain_data(each) for each in value] if isinstance(value, list | tuple) else value


def wire_value(value: Any) -> Any:
    """A value in JSON: dates and amounts as text, booleans as "true" and "false".

    TypeError for a value of another type, and for a time with a time zone.
    """
    if type(value) in (str, int):  # nearly all values; the checks below are slow
        return value
    if isinstance(value, Mapping):
        return {str(name): wire_value(each) for name, each in value.items()}
    if isinstance(value, Record):
        return wire_row(value)
    if isinstance(value, Sequence | AbstractSet) and not isinstance(
        value, str | bytes | bytearray | memoryview
    ):
        return [wire_value(each) for each in value]
    return _plain(value)


def _plain(value: Any) -> str | int | None:
    match value:
        case bool():
            return "true" if value else "false"
        case WireEnum():
            return value.value
        case None | int() | str():
            return value
        case Decimal():
            return f"{value:f}"
        case datetime.datetime() | datetime.time():
            if value.tzinfo is not None:  # without its zone it would be another moment
                raise TypeError("it has a time zone; pass the office's local time without one")
            # Not strftime: on some systems it writes the year 1 without zeros.
            text = value.replace(microsecond=0).isoformat()
        case datetime.date():
            text = value.isoformat()
        case datetime.timedelta():
            text = span_text(value)
        case float():
            raise TypeError("float is not a type of the API: use Decimal")
        case _:
            raise TypeError(f"{type(value).__name__} is not a type of the API")
    return text.replace("T", " ")


def span_text(span: datetime.timedelta) -> str:
    """Hours, minutes and seconds on the wire: 08:30:00, -01:00:00."""
    minutes, seconds = divmod(abs(int(span.total_seconds())), 60)
    sign = "-" if span < datetime.timedelta() else ""
    return f"{sign}{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"


def wire_row(record: Record) -> dict[str, Any]:
    """A record in the wire's format; a date that is None as 0001-01-01."""
    return {
        name: wire_value(blank if (value := getattr(record, name)) is None else value)
        for name, blank in _blanks(type(record))
    }


@cache
def _blanks(kind: type[Record]) -> tuple[tuple[str, Any], ...]:
    """The names of a record's fields, each with the value written for None. Reading the hints takes a millisecond."""
    blanks = {datetime.date: NO_DATE, datetime.datetime: NO_DATE_TIME}
    return tuple((field.name, blanks.get(bare(field.type)[0], "")) for field in msgspec.structs.fields(kind))
