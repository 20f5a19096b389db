"""A birthdate typed on the pad."""

from __future__ import annotations

from datetime import date

import pytest

from app.viewmodels.kiosk.birthdate import Birthdate

TODAY = date(2026, 11, 17)


def typed(digits: str, order: str = "mdy") -> Birthdate:
    """After these keys."""
    birthdate = Birthdate(order)
    for digit in digits:
        birthdate = birthdate.type(digit)
    return birthdate


@pytest.mark.parametrize(
    ("digits", "order", "wanted"),
    [
        ("03141980", "mdy", date(1980, 3, 14)),
        ("14031980", "dmy", date(1980, 3, 14)),
        ("19800314", "ymd", date(1980, 3, 14)),
        ("7041976", "mdy", date(1976, 7, 4)),
        ("741976", "mdy", date(1976, 7, 4)),
        ("02292024", "mdy", date(2024, 2, 29)),
        ("11182026", "mdy", date(2026, 11, 18)),
    ],
)
def test_digits_become_a_date(digits: str, order: str, wanted: date) -> None:
    """In the order of the language; 7 is July without a zero; the kiosk's clock may be a day behind."""
    birthdate = typed(digits, order)
    assert (birthdate.date(), birthdate.complete, birthdate.trouble(TODAY)) == (wanted, True, "")


@pytest.mark.parametrize(
    ("digits", "trouble"),
    [
        ("13", "month"),
        ("00", "month"),
        ("0132", "day"),
        ("0230", "day"),
        ("0431", "day"),
        ("0100", "day"),
        ("02291981", "day"),
        ("01011895", "year"),
        ("01012027", "year"),
        ("01010000", "year"),
        ("12252026", "future"),
        ("1", ""),
        ("0229", ""),
        ("", ""),
    ],
)
def test_what_can_not_be_is_said_as_soon_as_it_can_not(digits: str, trouble: str) -> None:
    """Before the date is complete, and not earlier than it is certain."""
    assert typed(digits).trouble(TODAY) == trouble


def test_erasing_goes_back_through_the_parts() -> None:
    """Digit by digit, into the part before."""
    birthdate = typed("031")
    for _ in range(2):
        birthdate = birthdate.erase()
    assert (birthdate.parts, birthdate.at) == (("0", "", ""), 0)
    assert birthdate.erase().erase().parts == ("", "", "")


def test_a_touched_part_is_typed_anew() -> None:
    """A complete part is replaced, and typing goes on with the next one."""
    birthdate = typed("03141980").at_part(1).type("2").type("5")
    assert birthdate.date() == date(1980, 3, 25)
    assert birthdate.at == 2


def test_another_language_keeps_the_date() -> None:
    """Only the order changes, and the place that is typed into moves along."""
    birthdate = typed("0314").reordered("dmy")
    assert (birthdate.parts, birthdate.order[birthdate.at]) == (("14", "03", ""), "y")
    assert birthdate.reordered("dmy") is birthdate
