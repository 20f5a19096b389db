"""Reads and compares rows in wire form: the journal stores them so, and newer versions can read them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import msgspec

from app.api.errors import BadRequest, NotFound
from app.journal.entries import Wire
from app.wire.codec import CodecError, decode_one, wire_row
from app.wire.endpoint import Resource, Sender
from app.wire.record import Record


async def read_row(office: Sender, resource: type[Resource], key: str, whose: str, fields: Wire) -> Wire:
    """The row with number `fields[key]`: read directly if the office can, else looked up among `fields[whose]`'s.

    Some resources can read a single row only since a newer version. Raises the client's ApiErrors.
    """
    pages: Any = resource(office)
    if hasattr(pages, "get"):
        try:
            return wire_row(await pages.get(fields[key]))
        except (NotFound, BadRequest):
            if whose not in fields or not _lists_by(resource, whose):
                raise
    for row in await read_rows(office, resource, whose, fields):
        if row[key] == fields[key]:
            return row
    raise NotFound(f"{resource.__name__}.list")


def _lists_by(resource: type[Resource], whose: str) -> bool:
    """Whether its rows can be listed by this field."""
    listed = next((each for each in resource.endpoints() if each.function.__name__ == "list"), None)
    return listed is not None and any(each.name == whose for each in listed.parameters)


async def read_rows(office: Sender, resource: type[Resource], whose: str, fields: Wire) -> list[Wire]:
    """All rows of `fields[whose]`. Raises the client's ApiErrors.

    No rows at all are trusted only the second time: an office's answer may be emptied on its way, and a write
    that is there would count as not done.
    """
    pages: Any = resource(office)
    rows = list(await pages.list(**{whose: fields[whose]}))
    rows = rows or list(await pages.list(**{whose: fields[whose]}))
    return [wire_row(row) for row in rows]


def whole_row(answer: Any, record: type[Record], key: str) -> Wire | None:
    """The row of an answer in the same form as a read one, however it was spelled; None if incomplete.

    A few fields may be missing (methods document different ones); with less than half of them it is
    incomplete.
    """
    if not isinstance(answer, dict) or key not in answer:
        return None
    if 2 * len(answer) < len(record.__struct_fields__):
        return None
    try:
        return wire_row(decode_one(msgspec.json.encode(answer), record))
    except CodecError:
        return None


def shows(row: Wire, fields: Wire) -> bool:
    """Whether a row has these values. A list matches any of its values; white space in texts is normalized."""
    return not differing(row, fields)


def differing(row: Wire, fields: Wire) -> list[str]:
    """The fields whose values in a row differ."""
    return [name for name, wanted in fields.items() if not _meets(row.get(name), wanted)]


def _meets(value: Any, wanted: Any) -> bool:
    if isinstance(wanted, list):
        return value in wanted
    if isinstance(value, str) and isinstance(wanted, str):
        return tidy(value) == tidy(wanted)
    return bool(value == wanted)


def tidy(text: str) -> str:
    """A text with normalized white space: line breaks come back as spaces."""
    return " ".join(text.split())


def moment(text: str) -> datetime:
    """The time in a wire text."""
    return datetime.fromisoformat(text)
