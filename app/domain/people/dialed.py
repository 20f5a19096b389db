"""Phone numbers as phone systems and links give them."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import unquote

from app.domain.people.phones import without_extension

SCHEMES = ("tel:", "callto:")
MOST_LETTERS = 200
"""Longer texts are no phone numbers."""
COUNTRY = "1"
ABROAD = "011"
"""Dialed before a number of another country."""
NATIONAL_DIGITS = 10

_BETWEEN = re.compile(r"[\s().\-/\u2010-\u2015\u2212\u00ad\u200b-\u200f\u202a-\u202e]")
_NUMBER = re.compile(r"\+?[0-9]{3,18}")


def is_link(text: str) -> bool:
    """Whether a text is a link to a phone number: `tel:` or `callto:`."""
    return text.strip().lower().startswith(SCHEMES)


def dialed_number(text: str) -> str:
    """The number in a text or link: ten digits, or + and all digits for another country; empty if there is none.

    "tel:+1-503-555-1234;ext=12", "callto://503%20555%201234" and "(503) 555-1234 x12" are 5035551234. Digits that
    are neither, a local number or an extension of the office, are returned as they are.
    """
    if len(text) > MOST_LETTERS:
        return ""
    plain = unicodedata.normalize("NFKC", _without_scheme(text))
    number = _BETWEEN.sub("", without_extension(plain.strip()))
    if _NUMBER.fullmatch(number) is None:
        return ""
    if number.startswith(ABROAD):
        number = f"+{number.removeprefix(ABROAD)}"
    own = number.removeprefix("+")
    if len(own) == NATIONAL_DIGITS + 1 and own.startswith(COUNTRY):
        return own[1:]
    return number


def _without_scheme(text: str) -> str:
    if not is_link(text):
        return text
    return unquote(text.strip().partition(":")[2]).lstrip("/").rstrip("/")
