"""Between the wire and Python: answers into records, calls into requests.

An answer is read natively first, the whole page at once. A page that fails is read row by row with every
documented spelling cured; only then is a row unreadable, and it is named while the rest of its page is kept.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from functools import cache, cached_property, partial
from operator import attrgetter
from typing import Any, Generic, TypeVar, cast, get_origin

import msgspec

from app.wire.fields import NO_DATE, NO_DATE_TIME, bare
from app.wire.json_text import (
    BYTE_ORDER_MARK,
    MOST_ROWS,
    NOTHING,
    BrokenRow,
    CodecError,
    TooDeep,
    TooManyDigits,
    TooManyRows,
    check_rows,
    decode_any,
    loose_rows,
    native,
)
from app.wire.lenient import Misread, Read, is_amount_or_none, reader_of
from app.wire.record import Record, wire_row, wire_value
from app.wire.rows import RowList, UnreadableRow
from app.wire.strict import (
    FieldError,
    RequestParts,
    arguments_from_wire,
    request_parts,
)

__all__ = [
    "CodecError",
    "FieldError",
    "RequestParts",
    "TooDeep",
    "TooManyDigits",
    "TooManyRows",
    "arguments_from_wire",
    "decode_any",
    "decode_one",
    "decode_rows",
    "request_parts",
    "wire_row",
    "wire_value",
]

T = TypeVar("T")

_TEXT = msgspec.json.Decoder(str)
_EMPTIES: dict[Any, datetime.date] = {datetime.date: NO_DATE, datetime.datetime: NO_DATE_TIME}

NOT_JSON = "it is no valid JSON"
_FIELD_IN_ERROR = re.compile(r"at `\$\.(\w+)")
"""Where msgspec's error says what it stumbled over; where it does not, every field is read leniently."""


def decode_rows(data: bytes, record: type[T]) -> RowList[T]:
    """Read a list. One bare object is a list of one, an empty body an empty list.

    Raises CodecError when it is no list at all; a row that cannot be read stands in `unreadable`.
    """
    check_rows(data)
    rows = cast(_Reader[T], _reader(cast(Any, record))).read_rows(data.removeprefix(BYTE_ORDER_MARK))
    if len(rows) + len(rows.unreadable) > MOST_ROWS:
        raise TooManyRows(f"more than {MOST_ROWS} rows")
    return rows


def decode_one(data: bytes, record: type[T]) -> T:
    """Read one object. A list of one is that one, an empty body a record with every field empty.

    Raises CodecError when it cannot be read.
    """
    return cast(_Reader[T], _reader(cast(Any, record))).read_one(data.removeprefix(BYTE_ORDER_MARK))


@cache
def _reader(record: Any) -> _Reader[Any]:
    if get_origin(record) is dict:
        return _FreeReader()
    if record is str:
        return _TextReader()
    if not issubclass(record, Record):
        raise TypeError(f"{record} is no record")
    return _RecordReader(record)


class _Reader(Generic[T]):
    """Reads the answers of one type; made when it is first needed."""

    def read_rows(self, data: bytes) -> RowList[T]:
        raise NotImplementedError

    def read_one(self, data: bytes) -> T:
        raise NotImplementedError


class _FreeReader(_Reader[dict[str, Any]]):
    """Rows whose columns a query chooses. Numbers with a fraction come as Decimal, dates as text."""

    def read_rows(self, data: bytes) -> RowList[dict[str, Any]]:
        rows, unreadable = RowList[dict[str, Any]]([]), []
        for index, row in enumerate(loose_rows(data)):
            if isinstance(row, dict):
                rows.append(row)
            else:
                unreadable.append(UnreadableRow(index, None, "an object is expected"))
        rows.unreadable = unreadable
        return rows

    def read_one(self, data: bytes) -> dict[str, Any]:
        rows = self.read_rows(data)
        if len(rows) != 1 or rows.unreadable:
            raise CodecError("one object is expected")
        return rows[0]


class _TextReader(_Reader[str]):
    """An answer that is one text, as a JSON string."""

    def read_one(self, data: bytes) -> str:
        text = native(_TEXT, data)
        if text is None and data.strip() not in NOTHING:
            raise CodecError("a text is expected")
        return text or ""


class _Field:
    """One field of a record: how it is read when the native way fails."""

    def __init__(self, field: msgspec.structs.FieldInfo) -> None:
        kind, _ = bare(field.type)
        self.name = field.name
        self.kind = kind
        self.empty = _EMPTIES.get(kind)
        self._default = field.default
        self._read: Read = reader_of(kind)
        self._keeps_blank = isinstance(kind, type) and issubclass(kind, str)

    def read(self, value: Any) -> Any:
        """The field's value. Misread when it is none, however leniently read."""
        if value is None or (not self._keeps_blank and isinstance(value, str) and not value.strip()):
            return self._default
        return self._read(value)


class _RecordReader(_Reader[T]):
    """Reads one type of record."""

    def __init__(self, record: type[T]) -> None:
        self._record = record
        self._name = record.__name__
        fields = [_Field(field) for field in msgspec.structs.fields(cast(Any, record))]
        self._fields = {field.name: field for field in fields}
        self._primary_key: str | None = cast(Any, record).primary_key
        self._page = msgspec.json.Decoder(list[record], strict=False)  # type: ignore[valid-type]
        dates = [(each.name, attrgetter(each.name), each.empty) for each in fields if each.empty is not None]
        self._clear_dates = getattr(record, "clear_dates", partial(_clear_by_name, dates))
        self._amounts = [field.name for field in fields if field.kind is Decimal]

    @cached_property
    def _object(self) -> msgspec.json.Decoder[T]:
        return msgspec.json.Decoder(self._record, strict=False)

    def read_rows(self, data: bytes) -> RowList[T]:
        rows = native(self._page, data)
        if rows is None or not self._finish(rows):
            return self._one_by_one(loose_rows(data, self._primary_key))
        return RowList(rows)

    def read_one(self, data: bytes) -> T:
        if data.strip() in NOTHING:
            return self._record()
        row = native(self._object, data)
        if row is None or not self._finish((row,)):
            return self._only(loose_rows(data))
        return row

    def _finish(self, rows: Sequence[T]) -> bool:
        """Turn "no date" into None; False when an amount is none."""
        self._clear_dates(rows)
        return all(is_amount_or_none(getattr(row, amount)) for amount in self._amounts for row in rows)

    def _only(self, values: list[Any]) -> T:
        rows = self._one_by_one(values)
        if rows.unreadable:
            raise CodecError(f"{self._name}: {rows.unreadable[0].reason}")
        if len(rows) != 1:
            raise CodecError(f"{self._name}: one object is expected, not a list of {len(rows)}")
        return rows[0]

    def _one_by_one(self, values: list[Any]) -> RowList[T]:
        rows = RowList[T]([])
        odd: set[str] = set()
        for index, value in enumerate(values):
            row = self._cured(value, odd)
            if isinstance(row, str):
                rows.unreadable.append(UnreadableRow(index, self._key(value), row))
            else:
                rows.append(row)
        self._clear_dates(rows)
        return rows

    def _cured(self, value: Any, odd: set[str]) -> T | str:
        """The record, or what is wrong with it.

        `odd` are the fields that the page is known to print oddly; the ones that this row brings are added. They
        alone are read one by one, since an office prints the same few oddly in all rows.
        """
        if not isinstance(value, dict):
            return NOT_JSON if isinstance(value, BrokenRow) else "an object is expected"
        wrong = self._cure(value, odd)
        while wrong is None:
            row, name = self._converted(value)
            if row is not None:
                return row
            unseen = self._fields.keys() - odd if name in odd or name not in self._fields else {name}
            if not unseen:
                return "it cannot be read"
            odd |= unseen
            wrong = self._cure(value, unseen)
        return wrong

    def _cure(self, value: dict[str, Any], names: Iterable[str]) -> str | None:
        """Read some of a row's fields leniently, in place; what is wrong with the first that cannot be read."""
        for name in sorted(names):
            if name in value:
                try:
                    value[name] = self._fields[name].read(value[name])
                except Misread as wrong:
                    return f"{name}: {wrong}"
        return None

    def _converted(self, value: dict[str, Any]) -> tuple[T | None, str]:
        """The record, or the name of the field that stands in its way."""
        try:
            row = msgspec.convert(value, self._record, strict=False)
        except msgspec.ValidationError as wrong:
            named = _FIELD_IN_ERROR.search(str(wrong))
            return None, named[1] if named else ""
        for amount in self._amounts:
            if not is_amount_or_none(getattr(row, amount)):
                return None, amount
        return row, ""

    def _key(self, value: Any) -> int | None:
        key = value.get(self._primary_key) if isinstance(value, dict) else None
        if isinstance(value, BrokenRow) and self._primary_key is not None:
            found = re.search(rb'"%s"\s*:\s*"?(\d{1,19})\b' % self._primary_key.encode(), value.text)
            key = found[1].decode() if found else None
        digits = str(key) if isinstance(key, int | str) else ""
        return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) < 20 else None


DateField = tuple[str, Callable[[Any], Any], datetime.date]
"""A date's name, what reads it, and what it holds where the wire has no date."""


def _clear_by_name(dates: Sequence[DateField], rows: Sequence[Any]) -> None:
    """Turn "no date" into None. A record that comes in large pages has its own `clear_dates`, of half the cost."""
    for name, get, empty in dates:
        if empty in map(get, rows):
            for row in rows:
                if get(row) == empty:
                    setattr(row, name, None)
