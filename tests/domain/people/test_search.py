"""Finding someone by whatever is typed."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from app.domain.people.index import BLOCK_LINES, KnownPatient, PeopleIndex
from app.domain.people.names import words_of
from app.domain.people.search import PersonQuery
from app.domain.people.typed_person import parse_query
from app.domain.people.typos import similar
from app.domain.schedule.visit import Person
from tests.support.spellings import NAMES, SPELLINGS, TYPOS

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
    """Names, phone numbers, birthdates and chart numbers are told apart, alone and beside each other."""
    for typed, query in TAKEN_APART:
        assert parse_query(typed, TODAY) == query, typed


def test_a_birthdate_in_every_way_of_writing_it() -> None:
    """A birthdate is read with any signs between its parts, in digits alone, and with the month's name."""
    for typed in BIRTHDATES:
        assert parse_query(typed, TODAY).birthdates == (BORN,), typed
    assert parse_query("20.12.1935", TODAY).birthdates == (date(1935, 12, 20),)
    assert parse_query("Sept 9 2014", TODAY).birthdates == (date(2014, 9, 9),)
    assert parse_query("May 9 2014", TODAY).birthdates == (date(2014, 5, 9),)


def test_an_ambiguous_birthdate_is_both() -> None:
    """Where day and month could be swapped both dates count, the American one first; so do two centuries."""
    both = (date(1985, 3, 4), date(1985, 4, 3))
    for typed in ("3/4/1985", "3 4 85", "03.04.1985", "030485"):
        assert parse_query(typed, TODAY).birthdates == both, typed
    assert parse_query("1985-03-04", TODAY).birthdates[0] == both[0]
    assert parse_query("3/14/25", TODAY).birthdates == (date(2025, 3, 14), date(1925, 3, 14))


def test_two_digit_years_are_the_latest_past_ones() -> None:
    """A year of two digits is first of all the last one in which the day has been."""
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
        index.add([known(1, "Ortiz", "Maria", phones=(typed,))])
        assert index.find(parse_query("+1 503 555 1234", TODAY)), f"kept as {typed}"


def test_names_are_folded_into_words() -> None:
    """Accents and case go; a blank, a hyphen, any apostrophe or an inner capital begins a new word."""
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
) -> KnownPatient:
    """Someone for the index."""
    phone = phones[0] if phones else ""
    return KnownPatient(Person(number, last, first, preferred, born, phone, phones=phones), 1, status)


BEST_FIRST: tuple[tuple[str, list[int]], ...] = (
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
)


def test_the_best_match_comes_first() -> None:
    """Whole last names, then beginnings, then first names; those who are no longer patients after the others."""
    index = office()
    for typed, numbers in BEST_FIRST:
        found = index.find(parse_query(typed, TODAY))
        assert [each.person.pat_num for each in found] == numbers, typed


def named() -> PeopleIndex:
    """The twenty people whose names are spelled in many ways."""
    index = PeopleIndex(similar=similar)
    index.add(known(number, last, first) for number, (last, first) in enumerate(NAMES, 1))
    return index


def test_a_name_is_found_however_it_is_spelled() -> None:
    """Blanks, hyphens, apostrophes, accents and prefixes, joined or separate, never matter."""
    index = named()
    tried = 0
    for number, spellings in SPELLINGS:
        for typed in spellings:
            found = [each.person.pat_num for each in index.find(parse_query(typed, TODAY))]
            assert found[:1] == [number], (typed, found)
            tried += 1
    assert tried >= 77


def test_one_typo_is_forgiven() -> None:
    """A letter too many, too few, wrong, or two swapped still find the name; two typos do not."""
    index = named()
    for number, typos in TYPOS:
        for typed in typos:
            found = [each.person.pat_num for each in index.find(parse_query(typed, TODAY))]
            assert found[:1] == [number], (typed, found)
    for typed in ("galaher", "oconnnelll", "iax", "gallagher x", "x gallagher", "gallagher, x"):
        assert index.find(parse_query(typed, TODAY)) == [], typed


def test_a_middle_initial_is_forgiven() -> None:
    """A middle initial, which the office keeps apart, hides nobody, wherever it is typed."""
    index = named()
    for typed in ("tom j gallagher", "Gallagher, Tom J.", "gallagher tom j", "José Q. de la Cruz"):
        found = [each.person.pat_num for each in index.find(parse_query(typed, TODAY))]
        assert found[:1] == [3 if "Cruz" in typed else 9], (typed, found)


def test_a_typo_comes_last() -> None:
    """Whoever fits as it was typed stands before those who fit only when a typo is forgiven."""
    index = PeopleIndex(similar=similar)
    index.add(
        [known(1, "Smith", "Ann"), known(2, "Smyth", "Zoe"), known(3, "Otto", "Smyth", status="Inactive")]
    )
    assert [each.person.pat_num for each in index.find(parse_query("smyth", TODAY))] == [2, 3, 1]
    assert [each.person.pat_num for each in index.find(parse_query("smyth, a", TODAY))] == [1]


def test_a_chart_number_finds_its_patient() -> None:
    """A chart number is found whole or by its beginning, with whatever signs it is written."""
    index = office()
    index.add(
        [replace(known(8, "Abel", "Kim"), chart="A-1234"), replace(known(9, "Bond", "Jo"), chart="120")]
    )
    for typed in ("A-1234", "a1234", "A 1234", "a12", "120", "#120"):
        assert index.find(parse_query(typed, TODAY))[0].person.pat_num in (8, 9), typed


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


def test_someone_without_a_name_has_something_to_be_called() -> None:
    """A patient whose names are empty is called by number, one with a first name alone by that."""
    index = PeopleIndex()
    index.add([known(7, " ", "", born=BORN), known(8, "", "Kim"), known(9, "", "", preferred="Mia")])
    found = index.find(parse_query("3/14/1985", TODAY))
    assert [each.person.display for each in found] == ["Patient 7"]
    assert [index.get(number).person.display for number in (8, 9)] == ["Kim", '"Mia"']
    assert [each.person.pat_num for each in index.find(parse_query("kim", TODAY))] == [8]
