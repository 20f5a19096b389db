"""MariaDB's conversions of a value to text and to a number."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

_LEADING_NUMBER = re.compile(r"\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)")


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
    return Decimal(found[1]) if found else Decimal(0)
