"""Parses what a receptionist types to find a patient: a name, phone number, birthdate or number.

"ortiz", "ortiz m", "m ortiz", "Ortiz, Maria", "555-0123", "+1 (503) 555 0123 x22", "3/14/1985", "14 March
1985", and combinations ("ortiz 3/14/1985").
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from app.domain.people.names import words_of
from app.domain.people.search import PersonQuery, code_of, digits_of
from app.domain.people.typed_date import dates_in_digits, take_date

MOST_WORDS = 6
"""Maximum number of words of a name; more are ignored."""
MOST_DIGITS = 10
"""Digits of a phone number without its country code."""

_DASHES = "[\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d]"
_APOSTROPHES = "[\u2018\u2019\u201b\u02b9\u02bb\u02bc\u02bd\u2032`\u00b4]"
_PHONE = r"(?<![^\W_])[+#]?[\d(][\d\s().\-+/]*"
_EXTENSION = r"(?i)(?<=\d)\s*(?:x|ext\.?|extension|#)\s*\d{1,6}\s*$"
"""Compiled with the first search, and kept by `re`: a start parses nothing."""
_FEWEST_BEFORE_EXTENSION = 7


def parse_query(text: str, today: date) -> PersonQuery:
    """Parse typed text. Never fails: what can't be parsed is ignored."""
    plain = _plain(text)
    rest, birthdates = take_date(plain, today)
    rest, digits = _take_digits(rest)
    if not birthdates and digits == plain:
        birthdates = dates_in_digits(digits, today)
    before, comma, after = rest.partition(",")
    last, other = words_of(before), words_of(after)
    words = (last + other)[:MOST_WORDS]
    typed_last, typed_other = before.split(), after.replace(",", " ").split()
    named = bool(comma and last)
    return PersonQuery(
        words=words,
        last_words=min(len(last), len(words)) if named else 0,
        typed=tuple([*typed_last, *typed_other][:MOST_WORDS]) if words else (),
        typed_last=min(len(typed_last), MOST_WORDS) if named else 0,
        digits=digits,
        birthdates=birthdates,
        code=code_of(plain) if "," not in plain else "",
    )


def _plain(text: str) -> str:
    """Normalize dashes, apostrophes and spaces to one kind each."""
    composed = unicodedata.normalize("NFC", " ".join(text.split()))
    return re.sub(_APOSTROPHES, "'", re.sub(_DASHES, "-", composed))


def _take_digits(text: str) -> tuple[str, str]:
    """The text without its number, and the number's digits.

    Fewer than three digits next to a name belong to the name.
    """
    whole = text
    if (extension := re.search(_EXTENSION, text)) is not None:
        before = text[: extension.start()]
        if sum(each.isdigit() for each in before) >= _FEWEST_BEFORE_EXTENSION:
            whole = before
    if (found := re.search(_PHONE, whole)) is None:
        return text, ""
    digits = digits_of(found.group())
    if len(digits) < 3 and found.group().strip() != whole.strip():
        return text, ""
    if len(digits) > MOST_DIGITS and found.group().startswith(("+", "00", "011")):
        digits = digits[-MOST_DIGITS:]
    return whole[: found.start()] + " " + whole[found.end() :], digits
