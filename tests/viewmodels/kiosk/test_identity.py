"""The letters of a last name that a kiosk takes."""

from __future__ import annotations

import pytest

from app.viewmodels.kiosk.identity import letters_of


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("okafor", "oka"),
        ("Ng", "Ng"),
        ("O'Brien", "O'Br"),
        ("d’ Angelo", "d’ An"),
        ("Müller", "Mül"),
        ("Mu\u0308ller", "Mül"),
        ("De la Cruz", "De l"),
        ("Smith-Jones", "Smi"),
        ("李小龍", "李小龍"),
        ("'x", "x"),
        ("12a", "a"),
        ("   ", ""),
    ],
)
def test_three_letters_are_taken(typed: str, taken: str) -> None:
    """Letters of any script, composed; apostrophes, hyphens and spaces between them don't count; digits are dropped."""
    assert letters_of(typed) == taken
