"""Finding a person by what was typed: names are folded, and matched from their beginnings.

Accents, case, apostrophes and hyphens make no difference. `typed_person.py` takes apart what was typed.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from datetime import date

from msgspec import Struct

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "\u0131": "i"}
    | dict.fromkeys("'’‘`", "")
    | dict.fromkeys("-.", " ")
)


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
