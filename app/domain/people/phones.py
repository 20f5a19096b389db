"""Formats phone numbers, and makes links to call them."""

from __future__ import annotations

import re

from msgspec import Struct

_EXTENSION = re.compile(r"(?:\bext(?:ension)?\b\.?|x|#)\s*(\d{1,6})\s*$", re.IGNORECASE)
_AFTER_NUMBER = r"(?is)(?<=\d)[\s(]*(?:x|ext\.?|extension|#|;|,|\?).*$"
"""An extension and all that follows. Compiled with the first number, and kept by `re`."""


class TypedPhone(Struct, frozen=True):
    """What someone typed into a phone field, read by `typed_phone.typed_phone`."""

    stored: str
    """As it is to be saved: in Open Dental's form when it is complete, else as typed."""
    digits: str
    """The national number, to search for; empty if it is no number."""
    complete: bool
    """Whether it has as many digits as numbers of its country have."""
    too_long: bool = False
    """Whether it has too many."""


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


def without_extension(number: str) -> str:
    """A number without its extension, and without what follows: "503-555-1234 x12" is "503-555-1234"."""
    return re.sub(_AFTER_NUMBER, "", number)


def call_link(number: str) -> str:
    """A tel: link that dials a number. Its extension is left out: a phone would dial it as a part of the number."""
    return "tel:" + re.sub(r"[^\d+]", "", without_extension(number))
