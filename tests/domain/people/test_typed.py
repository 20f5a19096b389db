"""Parsing what is typed to find a patient."""

from __future__ import annotations

from datetime import date

from app.domain.people.index import KnownPatient, PeopleIndex
from app.domain.people.names import words_of
from app.domain.people.search import PersonQuery
from app.domain.people.typed_person import parse_query
from app.domain.schedule.visit import Person

TODAY = date(2026, 11, 23)
BORN = date(1985, 3, 14)

TAKEN_APART = (
    ("ortiz", PersonQuery(("ortiz",))),
    ("  ORTIZ   m ", PersonQuery(("ortiz", "m"))),
    ("Ortiz, Maria", PersonQuery(("ortiz", "maria"), last_words=1)),
    ("de la Cruz, José", PersonQuery(("de", "la", "cruz", "jose"), last_words=3)),
    (", maria", PersonQuery(("maria",))),
    ("O'Brien", PersonQuery(("o", "brien"))),
    ("Smith-Jones", PersonQuery(("smith", "jones"))),
    ("555-0123", PersonQuery(digits="5550123")),
    ("412", PersonQuery(digits="412")),
    ("#412", PersonQuery(digits="412")),
    ("7", PersonQuery(digits="7")),
    ("A1234", PersonQuery(("a1234",))),
    ("ortiz, maria 14 mar 1985", PersonQuery(("ortiz", "maria"), last_words=1, birthdates=(BORN,))),
    ("Ortiz, Mar 14, 1985", PersonQuery(("ortiz",), last_words=1, birthdates=(BORN,))),
    ("ortiz 3 14 1985", PersonQuery(("ortiz",), birthdates=(BORN,))),
    ("031485", PersonQuery(digits="031485", birthdates=(BORN,))),
    ("19850314", PersonQuery(digits="19850314", birthdates=(BORN,))),
    ("May", PersonQuery(("may",))),
    ("april 555-0123", PersonQuery(("april",), digits="5550123")),
    ("june 5035550123", PersonQuery(("june",), digits="5035550123")),
    ("Mayer 9 2014", PersonQuery(("mayer",), digits="92014")),
    ("Feb 30 1985", PersonQuery(("feb",), digits="301985")),
    ("999999", PersonQuery(digits="999999")),
    ("ortiz 3/14/1985", PersonQuery(("ortiz",), birthdates=(BORN,))),
    ("ortiz 0123", PersonQuery(("ortiz",), digits="0123")),
    ("13/45/1985", PersonQuery(digits="13451985")),
    ("1/1/2050", PersonQuery(digits="112050")),
    ("", PersonQuery()),
    (" , - ' ", PersonQuery()),
    ("(", PersonQuery()),
    ("١٢٣", PersonQuery()),
)
BIRTHDATES = (
    "3/14/1985", "03-14-85", "3.14.85", "1985-03-14", "1985/3/14", "1985 3 14", "3 14 1985", "3 14 85", "3/14/85",
    "3 / 14 / 1985", "3–14–1985", "031485", "03141985", "19850314", "850314", "14.3.1985", "14/3/85", "14 3 1985",
    "Mar 14 '85", "Mar 14 ’85", "mar14'85", "March 14 1985", "Mar 14, 1985", "mar. 14th, 85", "14 Mar 1985",
    "14 March 1985", "14-MAR-1985", "14mar85", "14th of march, 1985",
)  # fmt: skip
PHONES = (
    "(503) 555 1234", "503-555-1234", "503–555–1234", "503—555—1234", "503.555.1234", "503 555 1234", "5035551234",
    "503/555-1234", "+1 503 555 1234", "1-503-555-1234", "+1 (503) 555-1234", "001 503 555 1234",
    "+1 503 555 1234 x22", "(503)555-1234 ext. 22", "503.555.1234 extension 22", "503-555-1234 #22",
)  # fmt: skip


def test_what_is_typed_is_taken_apart() -> None:
    """Names, phone numbers, birthdates and chart numbers are distinguished, alone and combined."""
    for typed, query in TAKEN_APART:
        assert parse_query(typed, TODAY) == query, typed


def test_a_birthdate_in_every_way_of_writing_it() -> None:
    """A birthdate is parsed with any separators, in digits alone, and with the month's name."""
    for typed in BIRTHDATES:
        assert parse_query(typed, TODAY).birthdates == (BORN,), typed
    assert parse_query("20.12.1935", TODAY).birthdates == (date(1935, 12, 20),)
    assert parse_query("Sept 9 2014", TODAY).birthdates == (date(2014, 9, 9),)
    assert parse_query("May 9 2014", TODAY).birthdates == (date(2014, 5, 9),)


def test_an_ambiguous_birthdate_is_both() -> None:
    """If day and month could be swapped both dates count, the American one first; so do two centuries."""
    both = (date(1985, 3, 4), date(1985, 4, 3))
    for typed in ("3/4/1985", "3 4 85", "03.04.1985", "030485"):
        assert parse_query(typed, TODAY).birthdates == both, typed
    assert parse_query("1985-03-04", TODAY).birthdates[0] == both[0]
    assert parse_query("3/14/25", TODAY).birthdates == (date(2025, 3, 14), date(1925, 3, 14))


def test_two_digit_years_are_the_latest_past_ones() -> None:
    """A two-digit year means the latest one that is not in the future, first."""
    latest = {
        "1/1/26": date(2026, 1, 1),
        "1/1/27": date(1927, 1, 1),
        "12/25/26": date(1926, 12, 25),
        "2/29/28": date(1928, 2, 29),
        "2/29/00": date(2000, 2, 29),
    }
    for typed, day in latest.items():
        assert parse_query(typed, TODAY).birthdates[0] == day, typed


def test_a_phone_number_in_every_way_of_writing_it() -> None:
    """A phone number is its ten digits, whatever dashes, dots, country code and extension are typed."""
    for typed in PHONES:
        assert parse_query(typed, TODAY).digits == "5035551234", typed
        index = PeopleIndex()
        index.add([KnownPatient(Person(1, "Ortiz", "Maria", phones=(typed,)))])
        assert index.find(parse_query("+1 503 555 1234", TODAY)), f"kept as {typed}"


def test_names_are_folded_into_words() -> None:
    """Accents and case are removed; a space, hyphen, apostrophe or inner capital starts a new word."""
    folded = {
        "Núñez": "nunez",
        "Łuka Ødegård": "luka odegard",
        "D’Arcy": "d arcy",
        "O`Neil": "o neil",
        "O\u02bcNeil": "o neil",
        "Anne-Marie": "anne marie",
        "STRAẞE": "strasse",
        "McDonald": "mc donald",
        "DeLaCruz": "de la cruz",
        "St. James": "st james",
        " - ": "",
    }
    for name, words in folded.items():
        assert " ".join(words_of(name)) == words, name
