"""PIN rules."""

from __future__ import annotations

from datetime import timedelta

from app.domain.people.pins import FREE_TRIES, MOST_DIGITS, WAITS, pin_trouble, wait_after


def test_what_is_easy_to_guess_is_refused() -> None:
    """Blank and short ones, other characters, repeated digits, rows, pairs and years are no PINs."""
    for pin in (
        "", "    ", "123", "12a4", "１２３４", "²³¹⁴", "-123", "1" * (MOST_DIGITS + 1),  # noqa: RUF001
        "1111", "000000", "1234", "4321", "0123", "7890", "9012", "2468", "1357", "97531",
        "1212", "123123", "1122", "112233", "2580", "1984", "2012",
    ):  # fmt: skip
        assert pin_trouble(pin), pin
    for pin in ("2794", "5163", "8306", "4826", "471193", "0428", "31415926"):
        assert not pin_trouble(pin), pin


def test_the_wait_grows() -> None:
    """Two wrong PINs cost nothing; then each costs more, up to a quarter of an hour."""
    waits = [wait_after(failures) for failures in range(FREE_TRIES + len(WAITS) + 3)]
    assert waits[:FREE_TRIES] == [timedelta(0)] * FREE_TRIES
    assert waits == sorted(waits)
    assert waits[-1] == timedelta(minutes=15)
