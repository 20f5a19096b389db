"""What is said of other desks that have the same patient open."""

from __future__ import annotations

import pytest

from app.viewmodels.staff.elsewhere import words_of
from app.wire.hub.office import OpenElsewhere, Place


@pytest.mark.parametrize(
    ("places", "who", "words"),
    [
        ((Place.PATIENT,), "Ben", "Open at Desk 2 (Ben)"),
        ((Place.PATIENT,), "", "Open at Desk 2"),
        ((Place.LEDGER, Place.PATIENT), "Ben", "Ledger open at Desk 2 (Ben)"),
        ((Place.LEDGER, Place.PATIENT, Place.PAYMENT), "Ben", "Ben is entering a payment at Desk 2"),
        ((Place.PATIENT, Place.PAYMENT), "", "A payment is being entered at Desk 2"),
    ],
)
def test_what_matters_most_is_said(places: tuple[Place, ...], who: str, words: str) -> None:
    """Of the places at one desk the one is named that the person here has to know."""
    assert str(words_of(OpenElsewhere(desk="Desk 2", places=places, who=who))) == words
