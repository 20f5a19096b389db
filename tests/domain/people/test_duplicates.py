"""Whom a person being entered may already be."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.domain.people.alike import alike, last_names_alike, one_typo_apart, sound
from app.domain.people.duplicates import Duplicate, Named, Same, duplicates, shared

BORN = date(1985, 3, 14)
MARIA = Named("Ortiz", "Maria", "Mia", BORN, ("(503)555-0123", ""))
NAME = Same.LAST_NAME | Same.FIRST_NAME

ALIKE = (
    "Smith Smyth", "Schmidt Schmitt", "Catherine Kathryn", "Philip Filip", "Meyer Maier", "Bill William", "Jon John",
    "Stephen Steven", "Wright Right", "Hansen Hanson", "Brian Bryan", "MacDonald McDonald", "Thompson Thomson",
    "Li Lee", "Diaz Dias", "Liz Elizabeth", "Max Maxwell", "José Jose", "O'Neil ONeill",
)  # fmt: skip
UNLIKE = ("Brown Green", "Ann Amy", "Lee Lopez", "Smith Jones", "Mark Luke", "Ortiz Ortega", "Bob Bill")


def test_names_that_may_be_one() -> None:
    """Spelled alike, pronounced alike, short forms, accents; not just any two names."""
    for one, other in (pair.split() for pair in ALIKE):
        assert alike(one, other), (one, other)
        assert alike(other, one), (other, one)
    for one, other in (pair.split() for pair in UNLIKE):
        assert not alike(one, other), (one, other)


def test_a_part_of_a_last_name() -> None:
    """A second last name, or one left out, is no other person; a particle alone is none."""
    assert last_names_alike("Garcia", "Garcia Lopez")
    assert last_names_alike("Smith-Jones", "Jones")
    assert not last_names_alike("de la Cruz", "de la Rosa")


@given(st.text(max_size=20), st.text(max_size=20))
def test_comparing_two_people_is_symmetric(one: str, other: str) -> None:
    """Comparing is symmetric and never fails; a name is like itself unless it has no letters."""
    assert alike(one, other) == alike(other, one)
    assert one_typo_apart(one, other) == one_typo_apart(other, one)
    assert not one_typo_apart(one, one)
    assert sound(one) == sound(one.upper()) or not one.isascii() or any(a.isupper() for a in one)


def test_what_counts_as_shared_by_two_people() -> None:
    """The birthdate, the phone in any notation, and each name by its sound, its short form or in the other's field."""
    assert shared(Named("Ortis", "Mia", phones=("+1 503 555 0123",)), MARIA) == NAME | Same.PHONE
    assert shared(Named("Maria", "Ortiz"), MARIA) == NAME
    assert shared(Named("Ortiz", "Paul", birthdate=BORN), MARIA) == Same.LAST_NAME | Same.BIRTHDATE
    assert shared(Named(phones=("555",)), MARIA) == Same.NOTHING


def test_duplicates_are_listed_by_likeness() -> None:
    """The same person first, then relatives and namesakes; whoever shares too little is left out."""
    known = (
        (1, Named("Ortiz", "Paul", birthdate=date(2015, 1, 1), phones=("503-555-0123",))),
        (2, Named("Brown", "Bea", birthdate=BORN)),
        (3, Named("Ortis", "Marya", birthdate=BORN)),
        (4, Named("Ortiz", "Maria", birthdate=date(1950, 1, 1))),
        (5, Named("Ortiz", "Maria")),
        (6, Named("Weber", "Maria", birthdate=BORN)),
    )
    found = duplicates(MARIA, known)
    assert [each.pat_num for each in found] == [3, 6, 1, 5]
    assert [each.likely for each in found] == [True, False, False, False]
    assert found[1] == Duplicate(6, Same.FIRST_NAME | Same.BIRTHDATE)


def test_an_empty_form_has_no_duplicates() -> None:
    """As long as nothing is typed, nobody is named."""
    assert duplicates(Named(), ((1, MARIA), (2, Named()))) == ()
