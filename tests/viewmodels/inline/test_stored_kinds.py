"""Dates and amounts that the office keeps as text."""

from __future__ import annotations

from datetime import date

import pytest

from app.viewmodels.inline.kinds import DateKind
from app.viewmodels.inline.stored_kinds import StoredAmountKind, StoredDateKind

DATES = StoredDateKind(DateKind(latest=date(2050, 12, 31)))
AMOUNTS = StoredAmountKind()


def test_dates_are_typed_as_people_do_and_kept_as_the_office_does() -> None:
    """3/14/27 is kept as 2027-03-14; what is no date is shown as it is, and typed again."""
    assert DATES.parse("3/14/27").value == "2027-03-14"
    assert DATES.parse("").value == ""
    assert DATES.parse("soon").problem
    assert (DATES.shown("2027-03-14"), DATES.text("2027-03-14")) == ("Mar 14, 2027", "3/14/2027")
    assert (DATES.shown("spring"), DATES.text("spring")) == ("spring", "spring")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("25", "25.00"),
        ("$1,128.4", "1128.40"),
        ("-3.50", "-3.50"),
        ("−3.50", "-3.50"),
        (".5", "0.50"),
        ("", ""),
        ("1.234", None),
        ("x", None),
    ],
)
def test_amounts(text: str, kept: str | None) -> None:
    """Amounts have at most two decimals; the sign and separators are left out."""
    parsed = AMOUNTS.parse(text)
    assert (parsed.value, bool(parsed.problem)) == (kept, kept is None)


def test_an_amount_is_shown_as_money() -> None:
    """Two decimals with separators; what is no amount stays as it is."""
    assert [AMOUNTS.shown(value) for value in ("1128.4", "about 20")] == ["1,128.40", "about 20"]
