"""What a receptionist types to find someone, read and matched: a name, a phone number, a birthdate, a number.

"ortiz", "ortiz m", "m ortiz", "Ortiz, Maria", "555-0123", "(503) 555 0123", "3/14/1985", "1985-03-14",
"031485", "Mar 14, 1985", "14 March 1985", and mixtures ("ortiz 3/14/1985"). Accents, case, apostrophes and
hyphens make no difference.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date

from msgspec import Struct

MOST_WORDS = 6
"""More words than a name has are not looked at."""

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "\u0131": "i"}
    | dict.fromkeys("'’‘`", "")
    | dict.fromkeys("-.", " ")
)
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


@dataclass(frozen=True, slots=True)
class PersonQuery:
    """What was typed, taken apart. Digits that can be both a date and a phone number are kept as both."""

    words: tuple[str, ...] = ()
    """Parts of the name, folded, in the order typed."""
    last_words: int = 0
    """How many of the words stand before a comma and so are the last name; 0: not said."""
    typed: tuple[str, ...] = field(default=(), compare=False)
    """The parts of the name as they were typed, for an office that compares them itself."""
    typed_last: int = field(default=0, compare=False)
    """As `last_words`, of `typed`."""
    digits: str = ""
    """Part of a phone number, or the patient's own number."""
    birthdate: date | None = None

    @property
    def empty(self) -> bool:
        """Whether there is nothing to look for."""
        return not self.words and not self.digits and self.birthdate is None


class SearchKey(Struct, frozen=True, gc=False):
    """What a person can be found by, folded; `given` is the first and the preferred name."""

    last: str
    given: str
    phones: str = ""
    """Digits only, numbers parted by blanks."""
    birthdate: date | None = None
    pat_num: int = 0


def fold(text: str) -> str:
    """A name for comparing: lower case, without accents, apostrophes, and with hyphens as blanks."""
    lowered = text.casefold().translate(_LETTERS)
    if not lowered.isascii():
        parts = unicodedata.normalize("NFKD", lowered)
        lowered = "".join(each for each in parts if not unicodedata.combining(each))
    return " ".join(lowered.split())


def digits_of(phone: str) -> str:
    """A phone number's digits, without the country's 1 before ten others."""
    digits = "".join(each for each in phone if "0" <= each <= "9")
    return digits[1:] if len(digits) == 11 and digits[0] == "1" else digits


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


def score(query: PersonQuery, key: SearchKey) -> int | None:
    """How well someone fits: 0 is best, None is not at all.

    Names: the last name whole (0), its beginning (1), first name and then last (2), the first or preferred name
    (3), any other words of the name (4). A birthdate or number must fit besides, when one was typed; alone, a
    birthdate or the patient's own number (0) goes before part of a phone number (1).
    """
    if query.empty or not _fits_digits(query, key):
        return None
    if not query.words:
        own = query.birthdate is not None and key.birthdate == query.birthdate
        return 0 if own or query.digits == str(key.pat_num) else 1
    return _score_names(query, key.last, key.given)


def _fits_digits(query: PersonQuery, key: SearchKey) -> bool:
    by_date = query.birthdate is not None and key.birthdate == query.birthdate
    by_digits = bool(query.digits) and (query.digits in key.phones or query.digits == str(key.pat_num))
    if query.birthdate is not None and query.digits:
        return by_date or by_digits
    if query.birthdate is not None:
        return by_date
    return by_digits or not query.digits


def _score_names(query: PersonQuery, last: str, given: str) -> int | None:
    words = query.words
    if query.last_words:
        splits = [(words[: query.last_words], words[query.last_words :])]
    else:
        splits = [(words[:count], words[count:]) for count in range(len(words), 0, -1)]
    for family, names in splits:
        typed = " ".join(family)
        if last.startswith(typed) and _prefixes(names, given):
            return 0 if last == typed else 1
    if query.last_words:
        return None
    for count in range(1, len(words)):
        if last.startswith(" ".join(words[count:])) and _prefixes(words[:count], given):
            return 2
    if _prefixes(words, given):
        return 3
    return 4 if _prefixes(words, f"{last} {given}") else None


def _prefixes(typed: tuple[str, ...], names: str) -> bool:
    """Whether every typed word begins a word of the name, each another one."""
    left = names.split()
    for word in sorted(typed, key=len, reverse=True):
        match = next((name for name in left if name.startswith(word)), None)
        if match is None:
            return False
        left.remove(match)
    return True


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
