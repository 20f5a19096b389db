"""Rows in the wire's own form, read and compared: the journal keeps them so, and a newer program can read them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import msgspec

from app.api.errors import NotFound
from app.journal.entries import Wire
from app.wire.codec import CodecError, decode_one, wire_row
from app.wire.endpoint import Resource, Sender
from app.wire.record import Record


async def read_row(office: Sender, resource: type[Resource], key: str, whose: str, fields: Wire) -> Wire:
    """The row that `fields[key]` names: by its number where the resource can, else among those of `fields[whose]`.

    Raises the client's ApiErrors.
    """
    pages: Any = resource(office)
    if hasattr(pages, "get"):
        return wire_row(await pages.get(fields[key]))
    for row in await read_rows(office, resource, whose, fields):
        if row[key] == fields[key]:
            return row
    raise NotFound(f"{resource.__name__}.list")


async def read_rows(office: Sender, resource: type[Resource], whose: str, fields: Wire) -> list[Wire]:
    """Every row of `fields[whose]`. Raises the client's ApiErrors."""
    pages: Any = resource(office)
    return [wire_row(row) for row in await pages.list(**{whose: fields[whose]})]


def whole_row(answer: Any, record: type[Record], key: str) -> Wire | None:
    """An answer's row in the form that reading gives, however it was spelled; None when it is no whole row.

    A few fields may be missing (methods document different ones); with less than half it says too little.
    """
    if not isinstance(answer, dict) or key not in answer:
        return None
    if 2 * len(answer) < len(msgspec.structs.fields(record)):
        return None
    try:
        return wire_row(decode_one(msgspec.json.encode(answer), record))
    except CodecError:
        return None


def shows(row: Wire, fields: Wire) -> bool:
    """Whether a row has these values. A list stands for any of its values; white space in texts counts alike."""
    return not differing(row, fields)


def differing(row: Wire, fields: Wire) -> list[str]:
    """The fields in which a row differs from these values."""
    return [name for name, wanted in fields.items() if not _meets(row.get(name), wanted)]


def _meets(value: Any, wanted: Any) -> bool:
    if isinstance(wanted, list):
        return value in wanted
    if isinstance(value, str) and isinstance(wanted, str):
        return tidy(value) == tidy(wanted)
    return bool(value == wanted)


def tidy(text: str) -> str:
    """A text with all white space alike: line breaks come back as spaces."""
    return " ".join(text.split())


def moment(text: str) -> datetime:
    """A wire text's moment."""
    return datetime.fromisoformat(text)
