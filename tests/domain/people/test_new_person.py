"""A text typed into the search becomes the beginning of a form."""

from __future__ import annotations

from datetime import date

from app.domain.people.duplicates import Named
from app.domain.people.new_person import parse_person

TODAY = date(2026, 11, 17)
TEXTS = {
    "novak": Named("Novak"),
    "Novak, nia": Named("Novak", "Nia"),
    "novak n": Named("Novak", "N"),
    "nia novak": Named("Novak", "Nia"),
    "novak david": Named("Novak", "David"),
    "david novak": Named("Novak", "David"),
    "ann marie novak": Named("Marie Novak", "Ann"),
    "de la cruz, maria": Named("De La Cruz", "Maria"),
    "novak, nia 5/6/2019": Named("Novak", "Nia", birthdate=date(2019, 5, 6)),
    "03141985": Named(birthdate=date(1985, 3, 14)),
    "(541) 555-0155": Named(phones=("5415550155",)),
    "+1 541 555 0155": Named(phones=("5415550155",)),
    "541-555-0155 novak": Named("Novak", phones=("5415550155",)),
    "1234": Named(),
    "#12": Named(),
    "": Named(),
}


def test_what_was_typed() -> None:
    """Names, birthdate and phone go into their fields; a patient number begins nothing."""
    assert {text: parse_person(text, TODAY) for text in TEXTS} == TEXTS


def test_first_names_that_the_office_knows() -> None:
    """Without a comma, a word that is known as a first name is one, on either side."""

    def known(word: str) -> bool:
        return word == "nia"

    for text in ("novak nia", "nia novak"):
        assert parse_person(text, TODAY, known) == Named("Novak", "Nia")
