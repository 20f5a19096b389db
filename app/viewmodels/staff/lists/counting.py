"""How many rows a list has, as text."""

from __future__ import annotations

from app.core.text import Text, many


def appointments(count: int) -> Text:
    """63 appointments."""
    return many("{n} appointments", "{n} appointment", count)


def recalls(count: int) -> Text:
    """169 recalls."""
    return many("{n} recalls", "{n} recall", count)
