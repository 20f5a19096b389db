"""What a receptionist types to find someone, read: a name, a phone number, a birthdate, a number.

"ortiz", "ortiz m", "m ortiz", "Ortiz, Maria", "555-0123", "(503) 555 0123", "3/14/1985", "1985-03-14",
"031485", "Mar 14, 1985", "14 March 1985", and mixtures ("ortiz 3/14/1985").
"""

from __future__ import annotations

import re
from datetime import date

from app.domain.people.search import PersonQuery, digits_of, fold

MOST_WORDS = 6
"""More words than a name has are not looked at."""

_DATE = re.compile(r"(\d{1,4})[/.\-](\d{1,2})[/.\-](\d{1,4})")
_GAP = r"[\s.,/\-]"
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR = r"(\d{4}|\d{2})(?!\d)"
_MONTH_FIRST = re.compile(rf"\b{_MONTH}{_GAP}*{_DAY}{_GAP}+{_YEAR}", re.IGNORECASE | re.ASCII)
_DAY_FIRST = re.compile(rf"\b{_DAY}(?:\s+of\s|{_GAP})*{_MONTH}{_GAP}*{_YEAR}", re.IGNORECASE | re.ASCII)
_PHONE = re.compile(r"\+?[\d(][\d\s().\-+/]*")
_BREAKS = re.compile(r"[\W_]+")


def parse_query(text: str, today: date) -> PersonQuery:
    """Take apart what was typed. Nothing that is typed is an error: what cannot be read is left out."""
    rest, birthdate = _take_date(text, today)
    digits = ""
    if (phone := _PHONE.search(rest)) is not None:
        digits = digits_of(phone.group())
        if len(digits) >= 3 or phone.group().strip() == rest.strip():
            rest = rest[: phone.start()] + " " + rest[phone.end() :]
        else:
            digits = ""
    if birthdate is None and len(digits) in (6, 8) and digits == text.strip():
        birthdate = _from_digits(digits, today)
    before, comma, after = rest.partition(",")
    last, other = _words(before), _words(after)
    words = (last + other)[:MOST_WORDS]
    typed_last, typed_other = before.split(), after.replace(",", " ").split()
    named = bool(comma and last)
    return PersonQuery(
        words=words,
        last_words=min(len(last), len(words)) if named else 0,
        typed=tuple([*typed_last, *typed_other][:MOST_WORDS]) if words else (),
        typed_last=min(len(typed_last), MOST_WORDS) if named else 0,
        digits=digits,
        birthdate=birthdate,
    )


def _words(text: str) -> tuple[str, ...]:
    return tuple(filter(None, _BREAKS.split(fold(text))))


def _take_date(text: str, today: date) -> tuple[str, date | None]:
    """The text without its birthdate, and the birthdate. A month's name alone is somebody's: April, May, June."""
    for pattern in (_DATE, _MONTH_FIRST, _DAY_FIRST):
        if (found := pattern.search(text)) is not None:
            one, two, three = found.groups()
            if pattern is _MONTH_FIRST:
                day = _day(three, _month(one), two, today)
            elif pattern is _DAY_FIRST:
                day = _day(three, _month(two), one, today)
            else:
                day = _day(one, two, three, today) if len(one) == 4 else _day(three, one, two, today)
            if day is not None:
                return text[: found.start()] + " " + text[found.end() :], day
    return text, None


def _month(name: str) -> str:
    return str(_MONTHS.index(name[:3].lower()) + 1)


def _from_digits(digits: str, today: date) -> date | None:
    return _day(digits[4:], digits[:2], digits[2:4], today)


def _day(year: str, month: str, day: str, today: date) -> date | None:
    """A day in the past; a year of two digits is the latest such one. None for anything else."""
    number = int(year)
    for full in (2000 + number, 1900 + number) if len(year) == 2 else (number,):
        try:
            found = date(full, int(month), int(day))
        except ValueError:
            continue
        if found <= today and found.year >= 1880:
            return found
    return None
