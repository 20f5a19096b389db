"""Promises to pay: every desk reads back what another has written."""

from __future__ import annotations

import datetime
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.domain.money.promises import Promise, Standing, promise_text, read_due, read_promise, standing

TODAY = datetime.date(2026, 11, 17)
DAYS = st.dates(datetime.date(2020, 1, 1), datetime.date(2035, 12, 31))
AMOUNTS = st.integers(1, 99_999_999).map(lambda each: Decimal(each) / 100)
NOTES = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=80).map(str.strip)


@given(AMOUNTS, DAYS, DAYS, NOTES)
def test_a_promise_is_read_back(amount: Decimal, by: datetime.date, made: datetime.date, note: str) -> None:
    """Amount, day and note come back from the text exactly."""
    promise = Promise(amount, by, made, note)
    assert read_promise(promise_text(promise), made) == promise


@given(st.text(max_size=60))
def test_no_other_text_is_a_promise(text: str) -> None:
    """What isn't written like one is no promise, whatever it says."""
    assert read_promise(text, TODAY) is None
    assert read_promise(f"Promised {text}", TODAY) is None or text[:1].isdigit() or text[:1] == "$"


def test_what_is_typed_by_hand_counts_too() -> None:
    """A promise typed in Open Dental with a dollar sign or commas is read; an impossible day is none."""
    found = read_promise("Promised $1,250.00 by Dec 5, 2026", TODAY)
    assert found == Promise(Decimal("1250.00"), datetime.date(2026, 12, 5), TODAY)
    for text in (
        "Promised 50 by Dec 5, 2026.",
        "Promised 50.00 by Feb 30, 2026.",
        "Promised 50.00 by Dez 5, 2026.",
        "She promised 50.00 by Dec 5, 2026.",
        "Promised 50.00 by Dec 5, 20266.",
    ):
        assert read_promise(text, TODAY) is None, text


def test_how_a_promise_stands() -> None:
    """Paid in full since it was made: kept. Not paid when its day is over: broken."""
    day = datetime.timedelta(1)
    for by, paid, wanted in (
        (TODAY + day, "0", Standing.OPEN),
        (TODAY, "0", Standing.DUE),
        (TODAY - day, "0", Standing.BROKEN),
        (TODAY - day, "49.99", Standing.BROKEN),
        (TODAY - day, "50", Standing.KEPT),
        (TODAY + day, "50", Standing.KEPT),
    ):
        promise = Promise(Decimal(50), by, TODAY - 7 * day)
        assert (
            standing(promise, [(TODAY - 2 * day, Decimal(paid)), (TODAY - 8 * day, Decimal(99))], TODAY)
            is wanted
        )


def test_days_as_they_are_typed() -> None:
    """A day is the next such day within a year; nonsense is none."""
    for text, wanted in (
        ("12/5", (2026, 12, 5)),
        ("12/5/26", (2026, 12, 5)),
        ("12-05-2026", (2026, 12, 5)),
        ("Dec 5", (2026, 12, 5)),
        ("5 december", (2026, 12, 5)),
        ("dec. 5, 2026", (2026, 12, 5)),
        ("1/3", (2027, 1, 3)),
        ("11/17", (2026, 11, 17)),
        ("+7", (2026, 11, 24)),
        ("+0", (2026, 11, 17)),
    ):
        assert read_due(text, TODAY) == datetime.date(*wanted), text
    for text in ("", "soon", "13/5", "2/30", "11/16/26", "12/5/2030", "+400", "50", "foo 5", "x"):
        assert read_due(text, TODAY) is None, text
