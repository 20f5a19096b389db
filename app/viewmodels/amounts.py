"""Money in the format of the PC's locale."""

from __future__ import annotations

from decimal import Decimal

from app.viewmodels.clock_face import locale

MINUS = "−"
"""As wide as a digit, unlike the hyphen that most locales have in its place."""


def amount(value: Decimal) -> str:
    """Two decimals, thousands separated, a minus for negative ones: 1,128.40. Without a currency sign."""
    text = locale().toString(float(abs(value)), ord("f"), 2)
    return f"{MINUS}{text}" if value < 0 else text


def dollars(value: Decimal) -> str:
    """The same with the sign, as sentences have it: $1,128.40; a minus rather than parentheses."""
    used = locale()
    minus = used.negativeSign() if value < 0 else ""
    return f"{minus}{used.toCurrencyString(float(abs(value)), '$', 2)}"
