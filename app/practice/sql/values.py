"""MariaDB's conversions of a value to text and to a number."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Any

_LEADING_NUMBER = re.compile(r"\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)")
_DOUBLE = Context(prec=65, rounding=ROUND_HALF_UP, Emin=-307, Emax=308, traps=[])
_LARGEST = Decimal("1.7976931348623157E+308")
"""MariaDB's numbers end here; a text with a larger exponent would make one with millions of digits."""


def text(value: Any) -> str:
    """A value converted to text: a whole number has no decimals."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return value.decode(errors="replace") if isinstance(value, bytes) else str(value)


def number(value: Any) -> Decimal | None:
    """A value converted to a number; a text by its leading digits; None for NULL."""
    if value is None:
        return None
    found = _LEADING_NUMBER.match(text(value))
    if found is None:
        return Decimal(0)
    read = _DOUBLE.create_decimal(found[1])
    return _LARGEST.copy_sign(read) if read.is_infinite() else read
