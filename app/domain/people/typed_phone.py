"""Phone numbers as people type them. Only bootstrap imports this module: phonenumbers loads when one is typed."""

from __future__ import annotations

import re

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberFormat
from phonenumbers.phonenumberutil import ValidationResult

from app.domain.people.phones import TypedPhone

HOME = "US"
"""The region of a number without a country code."""
NORTH_AMERICA = 1
_NUMBER = re.compile(
    r"(?P<digits>[+\d][\d\s().\-/]*\d)(?P<extension>\s*(?:x|ext\.?|extension|#)\s*\d+)?", re.IGNORECASE
)


def typed_phone(text: str, region: str = HOME) -> TypedPhone:
    """What a typed number is: "503 555 0123", "5035550123x4", "+49 30 123456". Never fails.

    With other words ("503 555 0123 mother", "no phone") it is saved as typed: Open Dental's phone fields take any text.
    """
    typed = " ".join(text.split())
    found = _NUMBER.search(typed)
    number = _parsed(found.group(), region) if found is not None else None
    if found is None or number is None:
        return TypedPhone(typed, "", complete=False)
    digits = phonenumbers.national_significant_number(number)
    length = phonenumbers.is_possible_number_with_reason(number)
    if length != ValidationResult.IS_POSSIBLE:
        return TypedPhone(typed, digits, complete=False, too_long=length == ValidationResult.TOO_LONG)
    alone = not (typed[: found.start()].strip("(") or typed[found.end() :])
    return TypedPhone(_stored(number) if alone else typed, digits, complete=True)


def _parsed(text: str, region: str) -> PhoneNumber | None:
    try:
        return phonenumbers.parse(text, region)
    except NumberParseException:
        return None


def _stored(number: PhoneNumber) -> str:
    """As Open Dental itself writes it: (503)555-0123, (503)555-0123 x4; abroad +49 30 123456."""
    digits = phonenumbers.national_significant_number(number)
    if number.country_code == NORTH_AMERICA:
        written = f"({digits[:3]}){digits[3:6]}-{digits[6:]}"
    else:
        plain = PhoneNumber(number.country_code, number.national_number, None, number.italian_leading_zero)
        written = phonenumbers.format_number(plain, PhoneNumberFormat.INTERNATIONAL)
    return f"{written} x{number.extension}" if number.extension else written
