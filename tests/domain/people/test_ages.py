"""Ages."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.people.ages import age_on, age_text

TODAY = date(2026, 11, 23)


def test_age_is_in_whole_years() -> None:
    """The birthday itself counts; without a birthdate there is no age."""
    assert age_on(date(1985, 11, 23), TODAY) == 41
    assert age_on(date(1985, 11, 24), TODAY) == 40
    assert age_on(None, TODAY) is None
    assert age_on(date(2027, 1, 1), TODAY) is None


@pytest.mark.parametrize(
    ("born", "today", "words"),
    [
        (date(2020, 2, 29), date(2026, 2, 27), "5 years"),
        (date(2020, 2, 29), date(2026, 2, 28), "5 years"),
        (date(2020, 2, 29), date(2026, 3, 1), "6 years"),
        (date(2025, 11, 1), TODAY, "1 year"),
        (date(2026, 11, 1), TODAY, "0 years"),
        (date(2027, 1, 1), TODAY, ""),
        (None, TODAY, ""),
    ],
)
def test_an_age_in_words(born: date | None, today: date, words: str) -> None:
    """One year is singular; someone born on a leap day is a year older on March 1; ages are never negative."""
    assert str(age_text(born, today)) == words
