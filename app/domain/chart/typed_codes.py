"""Procedure codes by what is typed: "D2740", "2740", "crown", "filling"; what follows says where it is done."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from msgspec import Struct

from app.domain.chart.anatomy import find_tooth
from app.domain.chart.typed_places import Site
from app.domain.schedule.asking.treatments import CONCEPTS
from app.wire.resources.procedure_codes import ProcedureCode

_PLACE = re.compile(r"\d{1,2}|[A-Z]|[UL][RL]")
"""A word that is a place, never a part of a code's name."""
_NUMBER = re.compile(r"D?(\d{2,})[A-Z]?")
_COUNTS = ("", "one", "two", "three", "four")
_FRONT, _BACK = frozenset({"front", "anterior"}), frozenset({"back", "posterior"})


class Found(Struct, frozen=True):
    """The codes that a text names, the likeliest first, and the rest of it."""

    codes: tuple[ProcedureCode, ...] = ()
    place: str = ""
    exact: bool = False
    """The code itself was typed."""


class CodeFinder:
    """Finds codes by their numbers, or by words of their names; `likely` are found first."""

    def __init__(self, codes: Iterable[ProcedureCode]) -> None:
        self._codes = [(code, _words_of(code)) for code in codes]
        self._by_name = {code.ProcCode.upper(): code for code, _ in self._codes}

    def find(self, text: str, likely: Collection[int] = ()) -> Found:
        """What a text names. `likely`: CodeNums, such as of what is planned for the patient."""
        words = text.upper().replace("#", " ").split()
        if not words:
            return Found()
        name, place = words[0], " ".join(words[1:])
        if code := self._by_name.get(name) or self._by_name.get(f"D{name}"):
            return Found((code,), place, exact=True)
        if (number := _NUMBER.fullmatch(name)) is not None:
            begun = [code for code, _ in self._codes if code.ProcCode.upper().startswith(f"D{number[1]}")]
            return Found(tuple(begun), place)
        taken = next((at for at, word in enumerate(words[1:], 1) if _PLACE.fullmatch(word)), len(words))
        for count in range(taken, 0, -1):
            if codes := self._named([word.lower() for word in words[:count]], likely):
                return Found(codes, " ".join(words[count:]))
        return Found()

    def _named(self, wanted: Sequence[str], likely: Collection[int]) -> tuple[ProcedureCode, ...]:
        found = []
        for code, words in self._codes:
            places = [_place_in(words, word) for word in wanted]
            if None not in places:
                worst = max(place for place in places if place is not None)
                found.append((code.CodeNum not in likely, worst, code.ProcCode, code))
        return tuple(code for *_, code in sorted(found, key=lambda each: each[:3]))


def fitting(codes: Sequence[ProcedureCode], sites: Sequence[Site]) -> tuple[ProcedureCode, ...]:
    """The same codes, first those for so many surfaces and such a tooth: "filling 3 MO" is two on a back tooth."""
    site = sites[0] if sites else Site()
    tooth = find_tooth(site.tooth) if site.tooth else None
    if tooth is None:
        return tuple(codes)
    count = _COUNTS[min(len(site.surf), len(_COUNTS) - 1)]
    own, other = (_FRONT, _BACK) if tooth.front else (_BACK, _FRONT)

    def misfits(code: ProcedureCode) -> int:
        words = frozenset(_split(code.Descript))
        wrong = bool(count) and count not in words and not words.isdisjoint(_COUNTS[1:])
        return 2 * wrong + (not words.isdisjoint(other) and words.isdisjoint(own))

    return tuple(sorted(codes, key=misfits))


def _words_of(code: ProcedureCode) -> tuple[str, ...]:
    """The words of its names, those that it is called by first."""
    return (*_split(code.AbbrDesc), *_split(code.Descript), *_split(code.LaymanTerm))


def _split(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _place_in(words: Sequence[str], wanted: str) -> int | None:
    """Where a name has a word that begins so; after all of them, one that means the same; None: nowhere."""
    concept = CONCEPTS.get(wanted)
    same = None
    for place, word in enumerate(words):
        if word.startswith(wanted):
            return place
        if concept is not None and CONCEPTS.get(word) == concept:
            same = len(words) + place if same is None else same
    return same
