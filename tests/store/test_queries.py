"""What short queries answer, read into the practice's own terms."""

from __future__ import annotations

from datetime import date

import pytest

from app.store.lists import flags_of
from app.store.queries import known_of_query


@pytest.mark.parametrize(
    ("printed", "born"),
    [
        ("1985-03-14", date(1985, 3, 14)),
        ("1985-03-14T00:00:00", date(1985, 3, 14)),
        ("3/14/1985 12:00:00 AM", date(1985, 3, 14)),
        ("0001-01-01", None),
        ("0000-00-00", None),
        ("", None),
        ("unknown", None),
    ],
)
def test_a_birthdate_in_any_spelling(printed: str, born: date | None) -> None:
    """A query's date is read like any other of the office's: ISO or as the United States print it."""
    known = known_of_query({"PatNum": 7, "LName": "Ortiz", "Birthdate": printed})
    assert known.person.birthdate == born


def test_the_flags_of_a_blockout() -> None:
    """Blanks and case do not hide that nothing may be booked in a kind of blockout."""
    assert flags_of("DC, ns") == {"DC", "NS"}
