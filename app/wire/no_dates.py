"""Reading "no date" as None, without going through the rows.

The wire writes 0001-01-01 where there is no date. Looking at every date of a page costs a fifth of decoding it, and
most of them nobody ever asks for: a record keeps what was sent, and its date fields say None when they are asked.
"""

from __future__ import annotations

import datetime
import inspect
from types import MemberDescriptorType
from typing import Any

import msgspec

from app.wire.fields import NO_DATE, NO_DATE_TIME, bare

NO_DATES: dict[Any, datetime.date] = {datetime.date: NO_DATE, datetime.datetime: NO_DATE_TIME}
"""What the wire writes where there is no date, by the type of the field."""


class _DateField:
    """One date field of a record, over the place where the record keeps it."""

    __slots__ = ("_empty", "_kept")

    def __init__(self, kept: MemberDescriptorType, empty: datetime.date) -> None:
        self._kept = kept
        self._empty = empty

    def __get__(self, row: Any, owner: type | None = None) -> Any:
        """The date; None where there is none."""
        if row is None:
            return self
        value = self._kept.__get__(row)
        return None if value == self._empty else value

    def __set__(self, row: Any, value: datetime.date | None) -> None:
        """Keep another date."""
        self._kept.__set__(row, value)


def hide_no_dates(record: type[msgspec.Struct]) -> None:
    """Let a record's date fields read as None where the wire says that there is no date."""
    for field in msgspec.structs.fields(record):
        empty = NO_DATES.get(bare(field.type)[0])
        kept = inspect.getattr_static(record, field.name)
        if empty is not None and isinstance(kept, MemberDescriptorType):
            setattr(record, field.name, _DateField(kept, empty))
