"""DateFormatString and DateTimeFormatString: dates in an answer formatted as the request asks."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from functools import cache
from typing import Any, get_args, get_type_hints

import msgspec

from app.practice.server.formats import net_format
from app.practice.server.listings import encode
from app.wire.endpoint import Endpoint
from app.wire.record import Record

_decode = msgspec.json.Decoder().decode


def redate(endpoint: Endpoint, query: Mapping[str, str], body: bytes) -> bytes:
    """The answer with its dates and times in the requested formats; most requests ask for none."""
    day, moment = query.get("DateFormatString"), query.get("DateTimeFormatString")
    record = endpoint.record
    if not body or not (day or moment) or not (isinstance(record, type) and issubclass(record, Record)):
        return body
    kinds = _date_fields(record)
    answer = _decode(body)
    for row in answer if isinstance(answer, list) else [answer]:
        for name, kind in kinds.items():
            pattern = moment if kind is datetime.datetime else day
            if pattern and row.get(name):
                row[name] = _write(row[name], pattern)
    return encode(answer)


def _write(text: str, pattern: str) -> str:
    try:
        return net_format(datetime.datetime.fromisoformat(text), pattern)
    except ValueError:
        return text


@cache
def _date_fields(record: type[Record]) -> Mapping[str, Any]:
    """The fields of a record that hold a date or a timestamp."""
    found: dict[str, Any] = {}
    for name, hint in get_type_hints(record).items():
        kinds = get_args(hint) or (hint,)
        if datetime.datetime in kinds:
            found[name] = datetime.datetime
        elif datetime.date in kinds:
            found[name] = datetime.date
    return found
