"""Card numbers are recognized however they are typed, and other numbers are left alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.money.card_numbers import (
    LONGEST,
    SHORTEST,
    has_card_number,
    passes_luhn,
    without_card_numbers,
)

DIGITS = st.text("0123456789", min_size=SHORTEST - 1, max_size=LONGEST - 1).filter(
    lambda text: text.strip("0")
)
BETWEEN = st.sampled_from(["", " ", "-", ".", " - ", "\u00a0", "\u2011"])


def check_digit(digits: str) -> str:
    """The digit that makes a number pass, by counting up: another way than the code's."""
    return next(each for each in "0123456789" if passes_luhn(digits + each))


def test_known_numbers() -> None:
    """The networks' published test numbers pass; the same with one digit changed don't."""
    for number in ("4111111111111111", "5555555555554444", "378282246310005", "6011111111111117"):
        assert passes_luhn(number)
        assert not passes_luhn(number[:-1] + str((int(number[-1]) + 1) % 10))
    for text in ("4111 1111 1111 1111", "visa 4111-1111-1111-1111 exp 12/29", "x378282246310005y"):
        assert has_card_number(text), text
    assert has_card_number("\u0664\u0661\u0661\u0661 1111 1111 1111")  # other scripts' digits are digits


def test_what_a_desk_writes_is_no_card_number() -> None:
    """Check numbers, references of terminals, phone numbers and dates may be kept."""
    for text in (
        "12798",
        "Ref 004512-88231",
        "(541)555-0101",
        "11/29/2026 09:30",
        "0" * 16,
        "FD-ABCD2345",
        "",
    ):
        assert not has_card_number(text), text


@given(DIGITS, st.lists(BETWEEN, min_size=LONGEST, max_size=LONGEST), st.text("abc, "), st.text("xyz; "))
def test_any_number_with_a_check_digit_is_found(
    digits: str, between: list[str], head: str, tail: str
) -> None:
    """13 to 19 digits that pass are found in any grouping and amid any words."""
    number = digits + check_digit(digits)
    typed = "".join(digit + gap for digit, gap in zip(number, between, strict=False))
    assert has_card_number(head + typed + tail)


def test_no_digit_of_it_is_left() -> None:
    """The rest of a card number names the card, too: all its digits are taken out, and other words stay."""
    for text, left in (
        ("4111 1111 1111 1111", ""),
        ("Visa 4111-1111-1111-1111, Ref 42", "Visa , Ref 42"),
        (" Ref 42 ", " Ref 42 "),
        ("3782 822463 10005; 5555555555554444", "; "),
    ):
        assert without_card_numbers(text) == left, text


@given(DIGITS)
def test_a_wrong_check_digit_is_no_card_number(digits: str) -> None:
    """One piece of digits that doesn't pass is kept."""
    wrong = str((int(check_digit(digits)) + 1) % 10)
    assert not has_card_number(digits + wrong)
