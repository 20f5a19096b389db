"""Date formats in .NET's notation."""

from __future__ import annotations

import datetime
import time
from collections.abc import Iterator

import pytest

from app.practice.server.formats import net_format

AT = datetime.datetime(2026, 2, 3, 14, 5, 9)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("yyyy-MM-dd HH:mm:ss", "2026-02-03 14:05:09"),
        ("M/d/yy h:m:s t", "2/3/26 2:5:9 P"),
        ("MM/dd/yyyy hh:mm tt", "02/03/2026 02:05 PM"),
        ("dddd, d MMMM yyyy", "Tuesday, 3 February 2026"),
        ("ddd dd MMM", "Tue 03 Feb"),
        ("yyyyMMddTHHmmss", "20260203T140509"),
        ("HH 'o''clock'", "14 oclock"),
        (r"d\d", "3d"),
        ('"on" d', "on 3"),
        ("ss.fff", "09.000"),
        ("%d", "3"),
        ("d", "2/3/2026"),
        ("s", "2026-02-03T14:05:09"),
        ("G", "2/3/2026 2:05:09 PM"),
    ],
)
def test_a_format_writes_what_net_writes(pattern: str, text: str) -> None:
    """Custom formats are parsed by character, one letter alone is a standard format."""
    assert net_format(AT, pattern) == text


def test_midnight_and_noon_are_twelve() -> None:
    """The twelve-hour clock has no hour 0, and year 1 keeps its zeros."""
    assert net_format(datetime.datetime(1, 1, 1), "yyyy h tt") == "0001 12 AM"
    assert net_format(datetime.datetime(1, 1, 1, 12), "hh tt") == "12 PM"


@pytest.fixture
def in_denver(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A server seven hours behind UTC, six in summer."""
    monkeypatch.setenv("TZ", "America/Denver")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the time zone can't be set here")
@pytest.mark.usefixtures("in_denver")
@pytest.mark.parametrize(
    ("at", "pattern", "text"),
    [
        (AT, "dd/MM/yyyy HH:mm:ss zzz", "03/02/2026 14:05:09 -07:00"),
        (datetime.datetime(2026, 7, 3), "HH zz", "00 -06"),
        (datetime.datetime(2026, 7, 3), "HH z", "00 -6"),
        (datetime.datetime(1, 1, 1), "yyyy zzz", "0001 -07:00"),
        (datetime.datetime(9999, 12, 31, 23), "yyyy zzz", "9999 -07:00"),
    ],
)
def test_the_offset_of_the_server(at: datetime.datetime, pattern: str, text: str) -> None:
    """`zzz` prints the server's offset from UTC at that time, and for "no date" that of a winter."""
    assert net_format(at, pattern) == text
