"""Money as it is shown."""

from __future__ import annotations

from decimal import Decimal

from app.viewmodels.amounts import amount
from app.viewmodels.tables.column import money_text


def test_one_minus_everywhere() -> None:
    """Panels, the day close and tables write a negative amount alike; zero has no minus."""
    for value, text in (("-1234.5", "−1,234.50"), ("1234.5", "1,234.50"), ("0", "0.00"), ("-0.00", "0.00")):
        assert amount(Decimal(value)) == money_text(Decimal(value)) == text
