"""Searching the index with any typed text."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from app.domain.people.index import BLOCK_LINES, KnownPatient, PeopleIndex
from app.domain.people.phones import phone_text
from app.domain.people.typed_person import parse_query
from app.domain.people.typos import similar
from app.domain.schedule.visit import Person
from tests.support.spellings import NAMES, SPELLINGS, TYPOS

TODAY = date(2026, 11, 23)
BORN = date(1985, 3, 14)


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
    phone = phone_text(phones[0]) if phones else ""
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
    """Whole last names, then beginnings, then first names; inactive patients after the others."""
    index = office()
    for typed, numbers in BEST_FIRST:
        found = index.find(parse_query(typed, TODAY))
        assert [each.person.pat_num for each in found] == numbers, typed


def named() -> PeopleIndex:
    """The twenty people whose names have many spellings."""
    index = PeopleIndex(similar=similar)
    index.add(known(number, last, first) for number, (last, first) in enumerate(NAMES, 1))
    return index


def test_a_name_is_found_however_it_is_spelled() -> None:
    """Spaces, hyphens, apostrophes, accents and prefixes, joined or separate, don't matter."""
    index = named()
    tried = 0
    for number, spellings in SPELLINGS:
        for typed in spellings:
            found = [each.person.pat_num for each in index.find(parse_query(typed, TODAY))]
            assert found[:1] == [number], (typed, found)
            tried += 1
    assert tried >= 77


def test_one_typo_is_forgiven() -> None:
    """An extra, missing, wrong or swapped letter still finds the name; two typos don't."""
    index = named()
    for number, typos in TYPOS:
        for typed in typos:
            found = [each.person.pat_num for each in index.find(parse_query(typed, TODAY))]
            assert found[:1] == [number], (typed, found)
    for typed in ("galaher", "oconnnelll", "iax", "gallagher x", "x gallagher", "gallagher, x"):
        assert index.find(parse_query(typed, TODAY)) == [], typed


def test_an_ambiguous_birthdate_finds_both() -> None:
    """Both readings of a date match, the American one first; next to a name it narrows the search."""
    index = PeopleIndex()
    index.add(
        [
            known(1, "Abel", "Kim", born=date(1985, 4, 3)),
            known(2, "Zane", "Jo", born=date(1985, 3, 4)),
            known(3, "Zane", "Kim", born=date(1985, 5, 4)),
        ]
    )
    for typed, numbers in (
        ("3/4/85", [2, 1]),
        ("abel 3 4 1985", [1]),
        ("4 3 1985", [1, 2]),
        ("zane, jo 03/04/85", [2]),
    ):
        assert [each.person.pat_num for each in index.find(parse_query(typed, TODAY))] == numbers, typed


def test_a_middle_initial_is_forgiven() -> None:
    """A middle initial, which the office stores separately, hides nobody, wherever it is typed."""
    index = named()
    for typed in ("tom j gallagher", "Gallagher, Tom J.", "gallagher tom j", "José Q. de la Cruz"):
        found = [each.person.pat_num for each in index.find(parse_query(typed, TODAY))]
        assert found[:1] == [3 if "Cruz" in typed else 9], (typed, found)


def test_a_typo_comes_last() -> None:
    """Exact matches come before those with a typo."""
    index = PeopleIndex(similar=similar)
    index.add(
        [known(1, "Smith", "Ann"), known(2, "Smyth", "Zoe"), known(3, "Otto", "Smyth", status="Inactive")]
    )
    assert [each.person.pat_num for each in index.find(parse_query("smyth", TODAY))] == [2, 3, 1]
    assert [each.person.pat_num for each in index.find(parse_query("smyth, a", TODAY))] == [1]


def test_a_chart_number_finds_its_patient() -> None:
    """A chart number is found by its whole or its beginning, with any punctuation."""
    index = office()
    index.add(
        [replace(known(8, "Abel", "Kim"), chart="A-1234"), replace(known(9, "Bond", "Jo"), chart="120")]
    )
    for typed in ("A-1234", "a1234", "A 1234", "a12", "120", "#120"):
        assert index.find(parse_query(typed, TODAY))[0].person.pat_num in (8, 9), typed


def test_someone_comes_back_as_they_went_in() -> None:
    """A person found or read by number has all fields, also from a packed block."""
    index = office()
    index.add(known(100 + each, f"Family{each}", "Ada") for each in range(BLOCK_LINES))
    found = index.get(2)
    assert found == known(2, "Ortiz", "Zoe", phones=("(503)555-0199", "(971)555-0123"))
    assert index.find(parse_query("mia", TODAY))[0].person.preferred == "Mia"
    assert index.get(999_999) is None


def test_a_changed_name_replaces_the_old_one() -> None:
    """After a change only the new name finds a person, wherever the old line was; deleted people are removed."""
    index = office()
    index.add(known(100 + each, f"Family{each}", "Ada") for each in range(BLOCK_LINES))
    index.add([known(1, "Lee", "Maria"), known(5, "Núñez", "José", status="Deleted")])
    assert [each.person.pat_num for each in index.find(parse_query("ortiz m", TODAY))] == []
    assert [each.person.pat_num for each in index.find(parse_query("lee", TODAY))] == [1]
    assert index.find(parse_query("nunez", TODAY)) == []
    assert 5 not in index


def test_the_index_is_bounded() -> None:
    """When the limit is reached nobody is added, and known people can still change."""
    index = PeopleIndex(limit=2)
    index.add([known(1, "A", "A"), known(2, "B", "B"), known(3, "C", "C"), known(1, "Z", "Z")])
    assert (len(index), 3 in index) == (2, False)
    assert index.find(parse_query("z", TODAY))[0].person.pat_num == 1


def test_odd_characters_do_not_break_a_line() -> None:
    """Line breaks and separators in a name are treated as spaces."""
    index = PeopleIndex()
    index.add([known(1, "New\nLine", "Ta\tb\x1fc")])
    assert index.find(parse_query("line", TODAY))[0].person.display == "New Line, Ta b c"


def test_someone_without_a_name_has_something_to_be_called() -> None:
    """A patient with empty names is shown by number, one with only a first name by that."""
    index = PeopleIndex()
    index.add([known(7, " ", "", born=BORN), known(8, "", "Kim"), known(9, "", "", preferred="Mia")])
    found = index.find(parse_query("3/14/1985", TODAY))
    assert [each.person.display for each in found] == ["Patient 7"]
    assert [index.get(number).person.display for number in (8, 9)] == ["Kim", '"Mia"']
    assert [each.person.pat_num for each in index.find(parse_query("kim", TODAY))] == [8]


def test_who_comes_today_is_first_among_equals() -> None:
    """Among matches of the same kind those of `near` are first, however many there are; a better match stays better."""
    index = PeopleIndex()
    index.add([known(number, "Smith", f"Ann{number:05}") for number in range(1, 5001)])
    index.add([known(6000, "Smithson", "Zoe"), known(6001, "Otto", "Smith")])
    found = index.find(parse_query("smi", TODAY), near=frozenset({4999, 6000, 6001, 7000}))
    assert [each.person.pat_num for each in found[:3]] == [4999, 6000, 1]
    found = index.find(parse_query("smith", TODAY), near=frozenset({4999, 6000}))
    assert [each.person.pat_num for each in found[:2]] == [4999, 1]
    assert index.find(parse_query("smi 3/14/1985", TODAY), near=frozenset({4999})) == []


def test_a_row_of_a_search_keeps_the_guarantor() -> None:
    """A search's rows don't name the guarantor: who was known to be of a family stays of it, under the new name."""
    index = PeopleIndex()
    index.add([KnownPatient(Person(5, "Lee", "Ann", guarantor=3))])
    index.add([KnownPatient(Person(5, "Ray", "Ann"))])
    found = index.get(5)
    assert found is not None
    assert (found.person.last_name, found.person.guarantor) == ("Ray", 3)
