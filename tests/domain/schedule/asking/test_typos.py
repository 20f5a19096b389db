"""Words with a typing error."""

from __future__ import annotations

import pytest

from app.domain.schedule.asking.typos import distance, meant

WORDS = ("tuesday", "thursday", "cleaning", "crown", "denture", "dentist")


@pytest.mark.parametrize(
    ("typed", "errors"),
    [("crown", 0), ("crwon", 1), ("crow", 1), ("crownn", 1), ("crawn", 1), ("crwno", 2), ("clean", 3)],
)
def test_errors_are_counted(typed: str, errors: int) -> None:
    """A letter that differs, is missing, too many or swapped with the next one is one error."""
    assert distance(typed, "crown", 2) == errors


def test_the_nearest_words_are_meant() -> None:
    """The beginning of a word is enough; words of three letters have no errors; two may be equally near."""
    assert meant("cle", WORDS) == ("cleaning",)
    assert meant("den", WORDS) == ("denture", "dentist")
    assert meant("tusday", WORDS) == ("tuesday",)
    assert meant("crn", WORDS) == ()
    assert meant("blorp", WORDS) == ()
