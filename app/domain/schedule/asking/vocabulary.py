"""The office's names, as they may be typed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from msgspec import Struct

from app.domain.schedule.asking.asked import PieceKind
from app.domain.schedule.asking.tokens import FILLERS, SPELLING, key_of
from app.domain.schedule.asking.treatments import FULL_WORDS, concepts_of
from app.domain.schedule.increment import USUAL

_NUMBERED = re.compile(r"([^\d]*?)\s*(\d+)")
ROOMS = ("op", "operatory", "room", "rm", "chair")
HYGIENE_ROOMS = ("hyg", "hygiene")
CODE_DIGITS, LAST_TIME = 4, "1300"
"""Four digits below this may be a time of day."""
SHORTEST_NAME = 4
"""Letters of a name in which a typing error is looked for."""


class NamedType(Struct, frozen=True):
    """An appointment type."""

    number: int
    name: str
    codes: tuple[str, ...] = ()


class NamedProvider(Struct, frozen=True):
    """A provider."""

    number: int
    abbr: str
    last: str = ""
    first: str = ""
    is_hygienist: bool = False


class NamedPlace(Struct, frozen=True):
    """An operatory or a clinic."""

    number: int
    name: str
    abbr: str = ""


class Meaning(Struct, frozen=True):
    """What a name stands for: all of these numbers."""

    kind: PieceKind
    numbers: tuple[int, ...]


class Vocabulary(Struct, frozen=True, dict=True):
    """All names of an office."""

    types: tuple[NamedType, ...] = ()
    providers: tuple[NamedProvider, ...] = ()
    operatories: tuple[NamedPlace, ...] = ()
    clinics: tuple[NamedPlace, ...] = ()
    increment: int = USUAL

    @cached_property
    def names(self) -> dict[str, Meaning]:
        """Keys of names that can be typed alone. Words of the calendar are no names."""
        found: dict[str, Meaning] = {}
        for each in self.types:
            _add(found, PieceKind.TYPE, each.number, (each.name,))
        for key, meaning in self.people.items():
            found.setdefault(key, meaning)
        for place in self.operatories:
            _add(found, PieceKind.OPERATORY, place.number, _rooms(place))
        for place in self.clinics:
            _add(found, PieceKind.CLINIC, place.number, _clinic_words(place, self.clinics))
        for each in self.types:
            for code in each.codes:
                for key in (key_of(code), key_of(code)[1:]):
                    found.setdefault(key, Meaning(PieceKind.TYPE, (each.number,)))
        return {key: meaning for key, meaning in found.items() if key not in SPELLING and not _is_number(key)}

    @cached_property
    def people(self) -> dict[str, Meaning]:
        """Keys of the providers' names. After "Dr." they may be words of the calendar too."""
        found: dict[str, Meaning] = {}
        for each in self.providers:
            _add(found, PieceKind.PROVIDER, each.number, (each.abbr,))
        for each in self.providers:
            whole = (each.last, each.first + each.last, each.last + each.first)
            _add(found, PieceKind.PROVIDER, each.number, whole, shared=True)
        for each in self.providers:
            parts = (*each.last.replace("-", " ").split(), each.first)
            fresh = [part for part in parts if not _is_known(found, part, each.number)]
            _add(found, PieceKind.PROVIDER, each.number, fresh, shared=True)
        return found

    @cached_property
    def initials(self) -> dict[str, Meaning]:
        """The dentists by the first letter of the last name: Dr. M."""
        found: dict[str, Meaning] = {}
        for each in self.providers:
            if not each.is_hygienist:
                _add(found, PieceKind.PROVIDER, each.number, (key_of(each.last)[:1],), shared=True)
        return found

    @cached_property
    def concepts(self) -> tuple[tuple[NamedType, frozenset[str]], ...]:
        """The appointment types by what they are."""
        return tuple((each, concepts_of(each.name)) for each in self.types)

    @cached_property
    def own_concepts(self) -> frozenset[str]:
        """The concepts of all appointment types."""
        return frozenset[str]().union(*(concepts for _, concepts in self.concepts))

    @cached_property
    def type_words(self) -> frozenset[str]:
        """The words of the types' names."""
        return frozenset(key_of(word) for each in self.types for word in each.name.split())

    @cached_property
    def correctable(self) -> tuple[str, ...]:
        """The words in which a typing error is looked for.

        Not those that ask for nothing by themselves: a wrong word would be ignored.
        """
        named = [key for key in {**self.people, **self.names} if len(key) >= SHORTEST_NAME and key.isalpha()]
        calendar = [
            word
            for word, spelled in SPELLING.items()
            if len(word) >= SHORTEST_NAME and not {word, spelled} & FILLERS
        ]
        own = [word for word in self.type_words if len(word) >= SHORTEST_NAME]
        return tuple(dict.fromkeys([*calendar, *named, *own, *FULL_WORDS]))


def _is_known(found: dict[str, Meaning], name: str, number: int) -> bool:
    """Whether somebody else is called so more fully: Dr. Lee is not Lee Cho."""
    meaning = found.get(key_of(name))
    return meaning is not None and number not in meaning.numbers


def _add(
    found: dict[str, Meaning], kind: PieceKind, number: int, names: Iterable[str], *, shared: bool = False
) -> None:
    for name in names:
        key = key_of(name)
        known = found.get(key)
        if not key:
            continue
        if known is None:
            found[key] = Meaning(kind, (number,))
        elif shared and known.kind is kind and number not in known.numbers:
            found[key] = Meaning(kind, (*known.numbers, number))


def _is_number(key: str) -> bool:
    """Whether it may be a length, a date or a time: 60, 1110; 4341 is a procedure code."""
    return key.isdigit() and (len(key) != CODE_DIGITS or key < LAST_TIME)


def _rooms(place: NamedPlace) -> list[str]:
    """An operatory's name and the usual ones: Op 1 is also room 1, Hygiene 1 also hyg 1, Quiet Room quiet rm."""
    names = [place.name, place.abbr if len(key_of(place.abbr)) > 1 else ""]
    words = [key_of(each) for each in place.name.split()]
    if len(words) > 1 and words[-1] in ROOMS:
        names += ["".join([*words[:-1], each]) for each in ROOMS]
    if (numbered := _NUMBERED.fullmatch(place.name.strip())) is not None:
        word, number = key_of(numbered.group(1)), numbered.group(2).lstrip("0")
        for group in (ROOMS, HYGIENE_ROOMS):
            if word in group:
                names += [f"{each}{number}" for each in group]
    return names


def _clinic_words(place: NamedPlace, clinics: tuple[NamedPlace, ...]) -> list[str]:
    """A clinic's name and abbreviation, and the words that no other clinic's name has."""
    others = {key_of(word) for each in clinics if each is not place for word in each.name.split()}
    own = [word for word in place.name.split() if key_of(word) not in others and len(key_of(word)) > 3]
    return [place.name, place.abbr, *own]
