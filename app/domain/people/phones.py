"""Formats phone numbers."""

from __future__ import annotations

import re

_EXTENSION = re.compile(r"(?:\bext(?:ension)?\b\.?|x|#)\s*(\d{1,6})\s*$", re.IGNORECASE)


def phone_text(typed: str) -> str:
    """A phone number for display: (503) 555-1234, 555-1234, with x12 for an extension; others as typed."""
    number = typed.strip()
    extension = _EXTENSION.search(number)
    digits = re.sub(r"\D", "", number[: extension.start()] if extension else number)
    if len(digits) == 11 and digits.startswith("1"):
        digits = digits[1:]
    if len(digits) == 10:
        written = f"({digits[:3]}) {digits[3:6]}-{digits[6:]}"
    elif len(digits) == 7:
        written = f"{digits[:3]}-{digits[3:]}"
    else:
        return number
    return f"{written} x{extension[1]}" if extension else written
