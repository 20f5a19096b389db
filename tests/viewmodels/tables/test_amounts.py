"""Money and shares as they are shown."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.viewmodels.amounts import amount, percent_text
from app.viewmodels.tables.column import money_text
from tools.strings import FOLDER, texts


def test_one_minus_everywhere() -> None:
    """Panels, the day close and tables write a negative amount alike; zero has no minus."""
    for value, text in (("-1234.5", "−1,234.50"), ("1234.5", "1,234.50"), ("0", "0.00"), ("-0.00", "0.00")):
        assert amount(Decimal(value)) == money_text(Decimal(value)) == text


@pytest.mark.parametrize(
    ("locale", "written"),
    [
        ("en_US", "75%"),
        ("C", "75%"),
        ("es_US", "75%"),
        ("es_ES", "75\u00a0%"),
        ("de_DE", "75\u00a0%"),
        ("tr_TR", "%75"),
    ],
    indirect=["locale"],
)
def test_a_share_is_written_as_the_locale_writes_it(locale: None, written: str) -> None:
    """Where the sign stands, and whether a space is before it."""
    assert percent_text(75) == written


def test_no_text_has_a_percent_sign_of_its_own_after_a_value() -> None:
    """A sign with a space is wrong in the United States, one without it elsewhere."""
    every = [text for file in FOLDER.glob("*.ts") for text, _ in texts(file)]
    assert [text for text in every if "}%" in text or "} %" in text] == []


def test_a_fraction_has_the_locales_point() -> None:
    """Interest of 5.5."""
    assert percent_text(5.5) == "5.5%"
