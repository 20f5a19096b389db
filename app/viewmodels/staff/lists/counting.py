"""How many rows a list has, as text."""

from __future__ import annotations

from app.core.text import Text, many


def appointments(count: int) -> Text:
    """63 appointments."""
    return many("{n} appointments", "{n} appointment", count)


def recalls(count: int) -> Text:
    """169 recalls."""
    return many("{n} recalls", "{n} recall", count)


def lab_cases(count: int) -> Text:
    """12 lab cases."""
    return many("{n} lab cases", "{n} lab case", count)


def patients(count: int) -> Text:
    """340 patients."""
    return many("{n} patients", "{n} patient", count)
