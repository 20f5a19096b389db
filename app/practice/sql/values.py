"""How MariaDB takes a value as a text or as a number."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

_LEADING_NUMBER = re.compile(r"\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)")


def text(value: Any) -> str:
    """A value as MariaDB would put it into a text: a whole number without places."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return value.decode(errors="replace") if isinstance(value, bytes) else str(value)


def number(value: Any) -> Decimal | None:
    """A value as a number, of a text what it begins with; None for NULL."""
    if value is None:
        return None
    found = _LEADING_NUMBER.match(text(value))
    return Decimal(found[1]) if found else Decimal(0)
