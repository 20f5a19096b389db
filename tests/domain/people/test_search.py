"""Finding someone by whatever is typed."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.people.index import BLOCK_LINES, Known, PeopleIndex
from app.domain.people.search import PersonQuery, digits_of, fold
from app.domain.people.typed_person import parse_query
from app.domain.schedule.visit import Person

TODAY = date(2026, 11, 23)
BORN = date(1985, 3, 14)


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("ortiz", PersonQuery(("ortiz",))),
        ("  ORTIZ   m ", PersonQuery(("ortiz", "m"))),
        ("Ortiz, Maria", PersonQuery(("ortiz", "maria"), last_words=1)),
        ("de la Cruz, José", PersonQuery(("de", "la", "cruz", "jose"), last_words=3)),
        (", maria", PersonQuery(("maria",))),
        ("O'Brien", PersonQuery(("obrien",))),
        ("Smith-Jones", PersonQuery(("smith", "jones"))),
        ("555-0123", PersonQuery(digits="5550123")),
        ("(503) 555 0123", PersonQuery(digits="5035550123")),
        ("+1 503.555.0123", PersonQuery(digits="5035550123")),
        ("503-555-0123", PersonQuery(digits="5035550123")),
        ("412", PersonQuery(digits="412")),
        ("7", PersonQuery(digits="7")),
        ("3/14/1985", PersonQuery(birthdate=BORN)),
        ("03-14-85", PersonQuery(birthdate=BORN)),
        ("3.14.85", PersonQuery(birthdate=BORN)),
        ("1985-03-14", PersonQuery(birthdate=BORN)),
        ("031485", PersonQuery(digits="031485", birthdate=BORN)),
        ("03141985", PersonQuery(digits="03141985", birthdate=BORN)),
        ("March 14 1985", PersonQuery(birthdate=BORN)),
        ("Mar 14, 1985", PersonQuery(birthdate=BORN)),
        ("mar. 14th, 85", PersonQuery(birthdate=BORN)),
        ("14 March 1985", PersonQuery(birthdate=BORN)),
        ("14-MAR-1985", PersonQuery(birthdate=BORN)),
        ("14th of march, 1985", PersonQuery(birthdate=BORN)),
        ("ortiz, maria 14 mar 1985", PersonQuery(("ortiz", "maria"), last_words=1, birthdate=BORN)),
        ("Ortiz, Mar 14, 1985", PersonQuery(("ortiz",), last_words=1, birthdate=BORN)),
        ("Sept 9 2014", PersonQuery(birthdate=date(2014, 9, 9))),
        ("May 9 2014", PersonQuery(birthdate=date(2014, 5, 9))),
        ("May", PersonQuery(("may",))),
        ("april 555-0123", PersonQuery(("april",), digits="5550123")),
        ("june 5035550123", PersonQuery(("june",), digits="5035550123")),
        ("Mayer 9 2014", PersonQuery(("mayer",), digits="92014")),
        ("Feb 30 1985", PersonQuery(("feb",), digits="301985")),
        ("999999", PersonQuery(digits="999999")),
        ("ortiz 3/14/1985", PersonQuery(("ortiz",), birthdate=BORN)),
        ("ortiz 0123", PersonQuery(("ortiz",), digits="0123")),
        ("13/45/1985", PersonQuery(digits="13451985")),
        ("1/1/2050", PersonQuery(digits="112050")),
        ("", PersonQuery()),
        (" , - ' ", PersonQuery()),
        ("(", PersonQuery()),
        ("١٢٣", PersonQuery()),
    ],
)
def test_what_is_typed_is_taken_apart(typed: str, query: PersonQuery) -> None:
    """Names, phone numbers and birthdates are told apart in any common way of writing them."""
    assert parse_query(typed, TODAY) == query


def test_two_digit_years_are_the_latest_past_ones() -> None:
    """A year of two digits is the last one in which the day has been: this century's, or the one before."""
    assert parse_query("1/2/26", TODAY).birthdate == date(2026, 1, 2)
    assert parse_query("1/2/27", TODAY).birthdate == date(1927, 1, 2)
    assert parse_query("12/25/26", TODAY).birthdate == date(1926, 12, 25)
    assert parse_query("2/29/28", TODAY).birthdate == date(1928, 2, 29)
    assert parse_query("2/29/00", TODAY).birthdate == date(2000, 2, 29)


def test_folding_forgives_accents_and_case() -> None:
    """Names are compared without accents, case, apostrophes and hyphens."""
    assert [fold(each) for each in ("Núñez", "Łuka Ødegård", "D’Arcy", "Anne-Marie", "STRAẞE")] == [
        "nunez",
        "luka odegard",
        "darcy",
        "anne marie",
        "strasse",
    ]


def test_a_phone_number_is_its_digits() -> None:
    """The country's 1 is dropped before ten digits."""
    assert [digits_of(each) for each in ("(503)555-0123", "1 503 555 0123", "wk x12")] == [
        "5035550123",
        "5035550123",
        "12",
    ]


def office() -> PeopleIndex:
    """Seven people to be found."""
    index = PeopleIndex()
    index.add(
        [
            known(1, "Ortiz", "Maria", preferred="Mia", born=BORN, phones=("(503)555-0123",)),
            known(2, "Ortiz", "Zoe", phones=("(503)555-0199", "(971)555-0123")),
            known(3, "Ortizano", "Ben"),
            known(4, "Maria", "Otto"),
            known(5, "Núñez", "José"),
            known(6, "de la Cruz", "Ana Maria"),
            known(7, "Ortiz", "Aaron", status="Archived"),
        ]
    )
    return index


def known(
    number: int,
    last: str,
    first: str,
    *,
    status: str = "Patient",
    preferred: str = "",
    born: date | None = None,
    phones: tuple[str, ...] = (),
) -> Known:
    """Someone for the index."""
    phone = phones[0] if phones else ""
    return Known(Person(number, last, first, preferred, born, phone, phones=phones), 1, status)


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("ortiz", [1, 2, 7, 3]),
        ("ortiz m", [1]),
        ("m ortiz", [1]),
        ("maria ortiz", [1]),
        ("mia ortiz", [1]),
        ("maria", [4, 6, 1]),
        ("ortiz, z", [2]),
        ("z, ortiz", []),
        ("nunez j", [5]),
        ("de la cruz", [6]),
        ("la cruz ana", [6]),
        ("555-0123", [1, 2]),
        ("0199", [2]),
        ("3/14/1985", [1]),
        ("031485", [1]),
        ("ortiz 3/14/1985", [1]),
        ("chen 3/14/1985", []),
        ("ortiz 0199", [2]),
        ("5", [5, 1, 2]),
        ("nobody", []),
        ("", []),
    ],
)
def test_the_best_match_comes_first(typed: str, numbers: list[int]) -> None:
    """Whole last names, then beginnings, then first names; those who are no longer patients after the others."""
    found = office().find(parse_query(typed, TODAY))
    assert [each.person.pat_num for each in found] == numbers


def test_someone_comes_back_as_they_went_in() -> None:
    """A person found or fetched by number has every field that was put in, from a packed block too."""
    index = office()
    index.add(known(100 + each, f"Family{each}", "Ada") for each in range(BLOCK_LINES))
    found = index.get(2)
    assert found == known(2, "Ortiz", "Zoe", phones=("(503)555-0199", "(971)555-0123"))
    assert index.find(parse_query("mia", TODAY))[0].person.preferred == "Mia"
    assert index.get(999_999) is None


def test_a_changed_name_replaces_the_old_one() -> None:
    """After a change only the new name finds someone, wherever the old line was kept; the deleted are forgotten."""
    index = office()
    index.add(known(100 + each, f"Family{each}", "Ada") for each in range(BLOCK_LINES))
    index.add([known(1, "Lee", "Maria"), known(5, "Núñez", "José", status="Deleted")])
    assert [each.person.pat_num for each in index.find(parse_query("ortiz m", TODAY))] == []
    assert [each.person.pat_num for each in index.find(parse_query("lee", TODAY))] == [1]
    assert index.find(parse_query("nunez", TODAY)) == []
    assert 5 not in index


def test_the_index_is_bounded() -> None:
    """When the limit is reached nobody new is taken in, and whoever is in can still change."""
    index = PeopleIndex(limit=2)
    index.add([known(1, "A", "A"), known(2, "B", "B"), known(3, "C", "C"), known(1, "Z", "Z")])
    assert (len(index), 3 in index) == (2, False)
    assert index.find(parse_query("z", TODAY))[0].person.pat_num == 1


def test_odd_characters_do_not_break_a_line() -> None:
    """Line breaks and separators in a name are read as blanks."""
    index = PeopleIndex()
    index.add([known(1, "New\nLine", "Ta\tb\x1fc")])
    assert index.find(parse_query("line", TODAY))[0].person.display == "New Line, Ta b c"
