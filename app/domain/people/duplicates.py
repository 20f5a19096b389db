"""Patients whom a person being entered may already be. Pure: over the rows that were found."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Flag, auto

from msgspec import Struct

from app.domain.people.alike import alike, last_names_alike
from app.domain.people.names import words_of

FEWEST_DIGITS = 7
"""Shorter numbers are not compared: a phone that is being typed."""
COMPARED_DIGITS = 10
"""A number is compared without its country code."""


class Same(Flag):
    """What a known patient shares with the one being entered."""

    NOTHING = 0
    LAST_NAME = auto()
    FIRST_NAME = auto()
    """First or preferred name; both names count also when they were typed in the wrong fields."""
    PHONE = auto()
    BIRTHDATE = auto()


NAME = Same.LAST_NAME | Same.FIRST_NAME


class Named(Struct, frozen=True):
    """A person as far as it is typed, or a patient as the office has it."""

    last_name: str = ""
    first_name: str = ""
    preferred: str = ""
    birthdate: date | None = None
    phones: tuple[str, ...] = ()


class Duplicate(Struct, frozen=True):
    """A patient who may be the one being entered, and why."""

    pat_num: int
    same: Same

    @property
    def likely(self) -> bool:
        """Whether it is probably the same person; else probably a relative or a namesake."""
        return NAME in self.same and bool(self.same & (Same.BIRTHDATE | Same.PHONE))


def duplicates(typed: Named, known: Iterable[tuple[int, Named]]) -> tuple[Duplicate, ...]:
    """Those of the known patients, by number, who may be the one being entered; the likeliest first."""
    found = [
        Duplicate(pat_num, same)
        for pat_num, person in known
        if _matters(same := shared(typed, person), namesake=_differ(typed.birthdate, person.birthdate))
    ]
    return tuple(sorted(found, key=lambda each: (not each.likely, -each.same.value)))


def shared(typed: Named, known: Named) -> Same:
    """What two people have in common."""
    same = Same.NOTHING
    if typed.birthdate is not None and typed.birthdate == known.birthdate:
        same |= Same.BIRTHDATE
    if _digits(typed) & _digits(known):
        same |= Same.PHONE
    if _first(typed, known.first_name, known.preferred):
        same |= Same.FIRST_NAME
    if last_names_alike(typed.last_name, known.last_name):
        same |= Same.LAST_NAME
    crossed = _first(typed, known.last_name) and last_names_alike(typed.last_name, known.first_name)
    return same | NAME if crossed else same


def _matters(same: Same, *, namesake: bool) -> bool:
    """A phone, a birthdate with one of the names, or both names unless it is a namesake born on another day."""
    born = Same.BIRTHDATE in same and bool(same & NAME)
    return born or Same.PHONE in same or (NAME in same and not namesake)


def _differ(one: date | None, other: date | None) -> bool:
    """Whether both birthdates are known and are two."""
    return one is not None and other is not None and one != other


def _first(typed: Named, *others: str) -> bool:
    mine = [name for name in (typed.first_name, typed.preferred) if words_of(name)]
    return any(alike(one, other) for one in mine for other in others)


def _digits(person: Named) -> set[str]:
    numbers = ("".join(each for each in phone if each.isdecimal()) for phone in person.phones)
    return {number[-COMPARED_DIGITS:] for number in numbers if len(number) >= FEWEST_DIGITS}
