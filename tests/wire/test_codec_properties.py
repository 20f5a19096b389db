"""Invariants of every record and body, whatever the content."""

from __future__ import annotations

import datetime
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from types import NoneType
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.wire.catalog import endpoints
from app.wire.codec import CodecError, decode_one, decode_rows, wire_row
from app.wire.enums import WireEnum
from app.wire.fields import bare
from app.wire.record import Record

PER_RECORD = 8
"""Examples per record: the 121 share kinds of fields, so that each kind is tried thousands of times."""
quick = settings(deadline=None, max_examples=PER_RECORD, suppress_health_check=list(HealthCheck))

TEXT = st.text(st.characters(codec="utf-8"), max_size=40)
DATE = st.dates(min_value=datetime.date(2, 1, 1))
VALUES: dict[Any, st.SearchStrategy[Any]] = {
    int: st.integers(-(2**63), 2**63 - 1),
    bool: st.booleans(),
    str: TEXT,
    Decimal: st.decimals(-(10**9), 10**9, places=2),
    datetime.date: st.none() | DATE,
    datetime.datetime: st.none()
    | st.datetimes(min_value=datetime.datetime(2, 1, 1)).map(lambda each: each.replace(microsecond=0)),
    datetime.time: st.none() | st.times().map(lambda each: each.replace(microsecond=0)),
    datetime.timedelta: st.none()
    | st.integers(-(10**6), 10**6).map(lambda each: datetime.timedelta(seconds=each)),
    tuple[int, ...]: st.lists(st.integers(0, 10**9), max_size=4).map(tuple),
}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)
RECORDS = sorted(
    {each.record for each in endpoints() if isinstance(each.record, type)} - {NoneType, str},
    key=lambda each: each.__name__,
)

Check = Callable[[type[Record], st.DataObject], None]


def holds_for_every_record(check: Check) -> Callable[[pytest.Subtests], None]:
    """A property test that names the records that violate it."""

    def test(subtests: pytest.Subtests) -> None:
        for record in RECORDS:
            with subtests.test(record.__name__):
                _try_examples(check, record)

    test.__doc__ = check.__doc__
    return test


def _try_examples(check: Check, record: type[Record]) -> None:
    @quick
    @given(data=st.data())
    def holds(data: st.DataObject) -> None:
        check(record, data)

    holds()


def _value(kind: Any) -> st.SearchStrategy[Any]:
    if isinstance(kind, type) and issubclass(kind, WireEnum):
        return st.sampled_from(list(kind)) | TEXT.map(kind)
    return VALUES[kind]


@cache
def _any(record: type[Record]) -> st.SearchStrategy[Record]:
    return st.builds(
        record, **{field.name: _value(bare(field.type)[0]) for field in msgspec.structs.fields(record)}
    )


@holds_for_every_record
def test_round_trip(record: type[Record], data: st.DataObject) -> None:
    """A record encoded to the wire form and decoded again is equal."""
    rows = data.draw(st.lists(_any(record), min_size=1, max_size=2))
    wire = msgspec.json.encode([wire_row(row) for row in rows])
    assert decode_rows(wire, record) == rows
    assert decode_one(rows[0].to_json().encode(), record) == rows[0]
    assert list(rows[0].asdict()) == list(record.__struct_fields__)


def test_no_date_is_none(subtests: pytest.Subtests) -> None:
    """Each date of each record is None if the wire has none, in any notation."""
    for record in RECORDS:
        fields = msgspec.structs.fields(record)
        dates = [each.name for each in fields if bare(each.type)[0] in (datetime.date, datetime.datetime)]
        for printed in ("0001-01-01", "0001-01-01 00:00:00", "0001-01-01T00:00:00"):
            with subtests.test(record.__name__, printed=printed):
                row = dict.fromkeys(dates, printed)
                read = [*decode_rows(msgspec.json.encode([row, row]), record)]
                read.append(decode_one(msgspec.json.encode(row), record))
                assert {getattr(each, name) for each in read for name in dates} <= {None}


@holds_for_every_record
def test_slow_way_agrees(record: type[Record], data: st.DataObject) -> None:
    """A row is decoded equally when another row of its page forces the slow path."""
    row = data.draw(_any(record))
    page = [wire_row(row), "no row at all"]
    rows = decode_rows(msgspec.json.encode(page), record)
    assert rows == [row]
    assert [bad.index for bad in rows.unreadable] == [1]


@holds_for_every_record
def test_any_json(record: type[Record], data: st.DataObject) -> None:
    """Any JSON in a record's fields is read, reported as a row, or a CodecError."""
    names = [field.name for field in msgspec.structs.fields(record)]
    page = data.draw(st.lists(st.dictionaries(st.sampled_from(names), JSON, max_size=4), max_size=3) | JSON)
    _read(msgspec.json.encode(page), record)


@holds_for_every_record
def test_broken_bytes(record: type[Record], data: st.DataObject) -> None:
    """A truncated or corrupted body is read, or a CodecError."""
    wire = msgspec.json.encode([wire_row(data.draw(_any(record)))])
    place = data.draw(st.integers(0, len(wire)))
    _read(wire[:place], record)
    _read(wire[:place] + data.draw(st.binary(max_size=4)) + wire[place + 1 :], record)
    _read(data.draw(st.binary(max_size=60)), record)


def _read(body: bytes, record: type[Record]) -> None:
    for kind in (record, dict[str, Any]):
        for decode in (decode_rows, decode_one):
            try:
                decode(body, kind)
            except CodecError:
                continue


def test_nothing_is_built_on_import() -> None:
    """Importing the declarations builds no decoder and evaluates no type hint, for a fast start."""
    code = (
        "from app.wire.catalog import endpoints\n"
        "from app.wire import codec\n"
        "assert codec._reader.cache_info().currsize == 0\n"
        "assert not any('parameters' in vars(each) for each in endpoints())\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=30)
