"""The results of short queries, converted to the domain's types."""

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
    """A query's date is parsed in any format of the office: ISO or American."""
    known = known_of_query({"PatNum": 7, "LName": "Ortiz", "Birthdate": printed})
    assert known.person.birthdate == born


def test_the_flags_of_a_blockout() -> None:
    """Spaces and case don't matter in the flags of a blockout type that allows no appointments."""
    assert flags_of("DC, ns") == {"DC", "NS"}


def test_an_unreadable_premed_flag_is_unknown() -> None:
    """A flag that isn't one, or isn't there, is no "no"."""
    alerts = [
        str(known_of_query({"PatNum": 7, "MedUrgNote": "Latex", **premed}).person.alert)
        for premed in ({"Premed": 1}, {"Premed": "0"}, {"Premed": "maybe"}, {})
    ]
    unknown = "Premedication not known. Latex"
    assert alerts == ["Premedicate. Latex", "Latex", unknown, unknown]
