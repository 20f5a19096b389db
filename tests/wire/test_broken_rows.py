"""Invalid JSON in a row affects only that row, and oversized pages are rejected."""

from __future__ import annotations

from typing import Any

import pytest

from app.api.modes import server_trouble
from app.domain.schedule.stages import stage_rules
from app.services.schedule.rows import hex_color
from app.store.queries import known_of_query
from app.wire import json_text
from app.wire.codec import (
    CodecError,
    TooDeep,
    TooManyDigits,
    TooManyRows,
    decode_any,
    decode_one,
    decode_rows,
)
from app.wire.json_text import MOST_ROWS, check_rows
from app.wire.lenient import whole_or
from app.wire.resources.appointments import Appointment
from app.wire.resources.schedules import Schedule

BROKEN = {
    "bad UTF-8": b'{"AptNum": 2, "Note": "Caf\xe9"}',
    "a lone surrogate": b'{"AptNum": 2, "Note": "\\ud83d"}',
    "a lone surrogate in UTF-8": b'{"AptNum": 2, "Note": "\xed\xa0\xbd"}',
    "half a pair": b'{"AptNum": 2, "Note": "\\udc00\\ud83d"}',
    "NaN": b'{"AptNum": 2, "Op": NaN}',
    "a raw line break": b'{"AptNum": 2, "Note": "one\ntwo, ]}"}',
    "a raw tab": b'{"AptNum": 2, "Note": "one\ttwo"}',
    "a zero byte": b'{"AptNum": 2, "Note": "\x00"}',
    "an endless number": b'{"AptNum": 2, "Op": ' + b"9" * 6_000 + b"}",
    "an endless power": b'{"AptNum": 2, "Op": 1e9999999999999999999}',
    "too deep": b'{"AptNum": 2, "Note": ' + b"[" * 5_000 + b"]" * 5_000 + b"}",
    "a missing value": b'{"AptNum": 2, "Note": }',
}


def test_a_broken_row_is_one_problem() -> None:
    """A page with one row that isn't JSON has its other rows, and names the broken one's key."""
    for name, row in BROKEN.items():
        page = b'[{"AptNum": 1, "Note": "a \\"[{,\\" b"}, ' + row + b', {"AptNum": "3", "AptDateTime": ""}]'
        rows = decode_rows(page, Appointment)
        assert [each.AptNum for each in rows] == [1, 3], name
        assert [(bad.index, bad.key) for bad in rows.unreadable] == [(1, 2)], name
        assert "Caf" not in rows.unreadable[0].reason
        loose = decode_rows(page, dict[str, Any])
        assert len(loose) == 2, name
        assert len(loose.unreadable) == 1, name


def test_broken_rows_alone() -> None:
    """A page of only broken rows has no row, and a broken object is an error."""
    page = b"[" + b", ".join(BROKEN.values()) + b"]"
    assert len(decode_rows(page, Appointment).unreadable) == len(BROKEN)
    for row in BROKEN.values():
        with pytest.raises(CodecError):
            decode_one(row, Appointment)


def test_a_number_beyond_the_database_is_one_problem() -> None:
    """A key beyond the database's range makes only its own row unreadable."""
    for number in (b"99999999999999999999", b"-9223372036854775809", b'"99999999999999999999"'):
        page = b'[{"AptNum": 1}, {"AptNum": 2, "PatNum": ' + number + b"}]"
        rows = decode_rows(page, Appointment)
        assert [each.AptNum for each in rows] == [1]
        assert [bad.key for bad in rows.unreadable] == [2]


def test_a_byte_order_mark_says_nothing() -> None:
    """A byte order mark before UTF-8 affects neither a page nor a row."""
    for text in (b'[{"AptNum": 1}]', b'[{"AptNum": "1", "IsHygiene": ""}]', b'{"AptNum": 1}'):
        marked = b"\xef\xbb\xbf" + text
        assert [row.AptNum for row in decode_rows(marked, Appointment)] == [1]
        assert decode_any(marked) == decode_any(text)
    assert decode_rows(b"\xef\xbb\xbf", Appointment) == []


def test_most_rows() -> None:
    """A page of the maximum size is read; one more row is refused, and so are millions before they use memory."""
    assert len(decode_rows(b"[" + b",".join([b'{"AptNum": 1}'] * MOST_ROWS) + b"]", Appointment)) == MOST_ROWS
    for count in (MOST_ROWS + 1, 5 * MOST_ROWS):
        for record in (Appointment, dict[str, Any]):
            with pytest.raises(TooManyRows):
                decode_rows(b"[" + b",".join([b"{}"] * count) + b"]", record)
    with pytest.raises(TooManyRows):
        check_rows(b"[" + b",".join([b"{}"] * 400_000) + b"]")


def test_most_values(monkeypatch: pytest.MonkeyPatch) -> None:
    """Values decoded one by one are refused when there are too many, whether texts, numbers or empty lists."""
    monkeypatch.setattr(json_text, "MOST_VALUES", 100)
    for value in (b'""', b"1", b"[]", b"[[[[]]]]"):
        for decode in (decode_any, lambda data: decode_rows(data, Appointment)):
            with pytest.raises(TooManyRows):
                decode(b"[" + b",".join([value] * 101) + b"]")


def test_what_is_too_deep_or_too_long() -> None:
    """Nesting and the length of numbers are limited: each has its own error."""
    with pytest.raises(TooDeep):
        decode_any(b"[" * 5_000 + b"]" * 5_000)
    for number in (b"9" * 30, b"9" * 6_000, b"1e999999"):
        with pytest.raises(TooManyDigits):
            decode_any(b'{"AptNum": ' + number + b"}")


def test_numbers_that_an_office_keeps_as_text() -> None:
    """A preference, a color or a list of keys with endless digits is ignored."""
    endless = "9" * 5_000
    assert whole_or(" 15 ", 0) == 15
    for text in (endless, "", "x", None, "1.5", "²"):
        assert whole_or(text, 7) == 7
    assert Schedule(operatories=f"3,{endless},4").operatory_nums == (3, 4)
    assert hex_color(f"1,2,{endless}") == ""
    assert stage_rules([(1, "Arrived")], {"AppointmentTimeArrivedTrigger": endless}).arrived == 1
    assert known_of_query({"PatNum": endless, "PatStatus": endless}).person.pat_num == 0
    assert server_trouble(f"SERVER:{endless}")
