"""Ranks how well a person matches a search. `typed_person.py` parses the typed text.

The words of a name may be typed joined or separate: "mc donald", "delacruz". So every way of joining them is
a separate grouping, and a person matches when each part of a grouping is the beginning of a different word of
their name.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from msgspec import Struct

from app.domain.people.names import tails_of, words_of

TYPO = 10
"""Added to the rank of people who match only with a typo."""
FEWEST_OF_CODE = 3
"""Shorter parts of a chart number are too ambiguous."""


@dataclass(frozen=True, slots=True)
class PersonQuery:
    """A parsed search. Digits that can be both a date and a phone number are kept as both."""

    words: tuple[str, ...] = ()
    """Words of the name, case-folded, in the order typed."""
    last_words: int = 0
    """How many of the words precede a comma and so are the last name; 0 without a comma."""
    typed: tuple[str, ...] = field(default=(), compare=False)
    """The parts of the name as typed, for requests to the office, which compares them itself."""
    typed_last: int = field(default=0, compare=False)
    """As `last_words`, for `typed`."""
    digits: str = ""
    """Part of a phone number, or the PatNum."""
    birthdates: tuple[date, ...] = ()
    """Possible dates, most likely first: 3/4/85 is March 4, or April 3."""
    code: str = field(default="", compare=False)
    """The whole text, letters and digits only: it may be a chart number."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to search for."""
        return not self.words and not self.digits and not self.birthdates


class Grouping(Struct, frozen=True):
    """One way to group the typed words."""

    parts: tuple[str, ...]
    """The words, some of them joined."""
    family: int = 0
    """How many of the parts preceded a comma; 0 without a comma."""
    typo: bool = False
    """Whether a part was replaced by a name similar to what was typed."""


class SearchKey(Struct, frozen=True, gc=False):
    """The normalized fields a person can be found by. Names are as `tails_of` returns them."""

    last: tuple[str, ...]
    given: tuple[str, ...]
    """First and preferred name."""
    phones: str = ""
    """Digits only, numbers separated by spaces."""
    birthdate: date | None = None
    pat_num: int = 0
    chart: str = ""


def code_of(text: str) -> str:
    """A chart number for comparison: its letters and digits."""
    return "".join(words_of(text))


def digits_of(phone: str) -> str:
    """A phone number's digits, without the country code 1 before ten digits."""
    digits = "".join(each for each in phone if "0" <= each <= "9")
    return digits[1:] if len(digits) == 11 and digits[0] == "1" else digits


def groupings_of(query: PersonQuery) -> list[Grouping]:
    """Every way of joining the typed words; never across a comma."""
    words, comma = query.words, query.last_words
    return [
        Grouping((*before, *after), len(before))
        for before in _joined(words[:comma])
        for after in _joined(words[comma:])
        if before or after
    ]


def without_initials(groupings: Iterable[Grouping]) -> list[Grouping]:
    """The groupings without a single letter beside two other parts: a middle initial, which is not indexed."""
    return [
        Grouping(parts[:place] + parts[place + 1 :], each.family - (place < each.family), typo=True)
        for each in groupings
        if len(parts := each.parts) > 2
        for place, part in enumerate(parts)
        if len(part) == 1 and not (place == 0 and each.family == 1)
    ]


def rank(grouping: Grouping, last: tuple[str, ...], given: tuple[str, ...]) -> int | None:
    """How well a name matches a grouping: 0 is best, None is no match.

    The whole last name (0), its beginning (1), first name then last name (2), first or preferred name (3),
    any other words of the name (4). Matches with a typo rank after all of these.
    """
    parts, family = grouping.parts, grouping.family
    found = _rank_family(parts, family, last, given) if family else _rank(parts, last, given)
    return found + TYPO if found is not None and grouping.typo else found


def fits_numbers(query: PersonQuery, key: SearchKey) -> bool:
    """Whether the typed birthdate and digits match; ambiguous digits may match as either."""
    by_date = key.birthdate in query.birthdates
    by_digits = bool(query.digits) and (query.digits in key.phones or query.digits == str(key.pat_num))
    if query.birthdates and query.digits:
        return by_date or by_digits
    return by_date if query.birthdates else by_digits or not query.digits


def rank_code(query: PersonQuery, key: SearchKey) -> int | None:
    """How well a chart number matches the whole text: equal (0), contained (4), or None."""
    if query.code and key.chart == query.code:
        return 0
    return 4 if len(query.code) >= FEWEST_OF_CODE and query.code in key.chart else None


def _joined(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """All ways of joining adjacent words, in order; for no words, one empty way."""
    gaps = range(1, len(words))
    return [
        tuple("".join(words[start:end]) for start, end in zip((0, *cuts), (*cuts, len(words)), strict=True))
        if words
        else ()
        for count in range(max(len(words), 1))
        for cuts in combinations(gaps, count)
    ]


def _rank(parts: tuple[str, ...], last: tuple[str, ...], given: tuple[str, ...]) -> int | None:
    whole = last[0] if last else ""
    if whole.startswith(parts[0]) and _begin(parts[1:], given):
        return 0 if whole == parts[0] else 1
    if len(parts) > 1 and whole.startswith(parts[-1]) and _begin(parts[:-1], given):
        return 2
    if _begin(parts, given):
        return 3
    return 4 if _begin(parts, last + given) else None


def _rank_family(
    parts: tuple[str, ...], family: int, last: tuple[str, ...], given: tuple[str, ...]
) -> int | None:
    if not _begin(parts[family:], given) or not _begin(parts[:family], last):
        return None
    if family > 1 or not last[0].startswith(parts[0]):
        return 4
    return 0 if last[0] == parts[0] else 1


def _begin(parts: tuple[str, ...], tails: tuple[str, ...]) -> bool:
    """Whether every part is the beginning of a different tail."""
    left = list(tails)
    for part in sorted(parts, key=len, reverse=True):
        match = next((each for each in left if each.startswith(part)), None)
        if match is None:
            return False
        left.remove(match)
    return True


def key_of_name(last_name: str, first_name: str, preferred: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The searchable names of a person: tails of the last name, and of the given names."""
    given = tails_of(words_of(first_name)) + tails_of(words_of(preferred))
    return tails_of(words_of(last_name)), given
