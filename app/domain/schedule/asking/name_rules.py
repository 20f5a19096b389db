"""Finds names in a text: providers, operatories, clinics, and what treatments are called."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.domain.schedule.asking.asked import Piece, PieceKind, Place
from app.domain.schedule.asking.tokens import FILLERS, NOT, SPELLING, Token, key_of
from app.domain.schedule.asking.treatments import CONCEPTS, LONGEST, concepts_of
from app.domain.schedule.asking.types import Treatment
from app.domain.schedule.asking.vocabulary import Meaning, Vocabulary

LONGEST_NAME = 8
"""Words and signs of the longest name."""
ANY = (
    ("first", "available"), ("next", "available"), ("any", "time"), ("any", "day"), ("any", "available"), ("anytime",),
    ("first", "opening"), ("next", "opening"), ("asap",), ("first", "avail"), ("not", "preference"), ("any",),
    ("#1", "available"), ("#1", "opening"), ("next", "one"),
    ("#1", "appt"), ("#1", "appointment"), ("#1", "visit"), ("#1", "unit"),
    ("open",), ("now",), ("anyone",), ("any", "provider"), ("all", "day"), ("first",),
)  # fmt: skip
EVERY_CLINIC = ("any", "all")
UNITS = ("hour", "min", "unit", "week", "month", "day")
LISTED = (["or"], ["and"], ["&"], ["/"], [","])
_NUMBERS = re.compile(r"\d+(?:/\d+)*")


class NameRules:
    """Reads names. What begins at a word, and the index of the next word; None: nothing does."""

    def __init__(self, tokens: Sequence[Token], words: Sequence[str], vocabulary: Vocabulary) -> None:
        self._tokens = tokens
        self._words = list(words)
        self._vocabulary = vocabulary

    def place(self, at: int, end: int) -> Place:
        """Where these tokens are in the text."""
        return self._tokens[at].start, self._tokens[end - 1].end

    def name(self, at: int) -> tuple[Piece, int] | None:
        """A provider, an operatory or a clinic by name: Lee, w/ Dr. Lee, not Dr. Lee, op 2."""
        start, excluded = self._negated(at)
        start = self.after_with(start)
        titled = start < len(self._words) and self._words[start] == "dr"
        start += titled
        names = self._vocabulary.people if titled or start > at else self._vocabulary.names
        found = self._longest(start, names) or (self._initial(start) if titled else None)
        if found is None or found[0].kind is PieceKind.TYPE:
            return None
        meaning, end = found
        if meaning.kind is PieceKind.OPERATORY and self._is_counted(end):
            return None
        if excluded and meaning.kind is not PieceKind.PROVIDER:
            return None
        begin = start - titled if not excluded else at
        return Piece(meaning.kind, (self.place(begin, end),), meaning.numbers, excluded=excluded), end

    def rooms(self, at: int) -> tuple[Piece, int] | None:
        """Several operatories by number: op 1 or 2, hyg 1/2."""
        ends = range(at + 1, min(at + LONGEST_NAME, len(self._tokens)))
        first = next((end for end in ends if _NUMBERS.fullmatch(self._tokens[end].raw)), None)
        if first is None:
            return None
        stem, found, end = key_of(each.raw for each in self._tokens[at:first]), [], first
        while end < len(self._tokens) and _NUMBERS.fullmatch(self._tokens[end].raw):
            rooms = [self._vocabulary.names.get(stem + each) for each in self._tokens[end].raw.split("/")]
            named = [each for each in rooms if each is not None and each.kind is PieceKind.OPERATORY]
            if len(named) < len(rooms) or self._is_counted(end + 1) or self.treatment(end) is not None:
                break
            found += [number for each in named for number in each.numbers]
            end += 1 + (self._words[end + 1 : end + 2] in LISTED)
        end -= self._words[end - 1 : end] in LISTED
        several = len(found) > 1
        return (Piece(PieceKind.OPERATORY, (self.place(at, end),), tuple(found)), end) if several else None

    def kind(self, at: int) -> tuple[Piece, int] | None:
        """Any hygienist, any dentist, any clinic, any time."""
        start, excluded = self._negated(at)
        start = self.after_with(start)
        start += self._words[start : start + 1] == ["any"] and not excluded
        word = self._words[start] if start < len(self._words) else ""
        if word in ("hyg", "dr", "dentist") and not (word == "dr" and self.is_strange(start + 1)):
            hygiene = (word == "hyg") is not excluded
            return Piece(PieceKind.PROVIDER, (self.place(at, start + 1),), hygiene=hygiene), start + 1
        for words in ANY:
            if tuple(self._words[at : at + len(words)]) == words:
                end = at + len(words)
                if words == ("any",) and self._words[end : end + 1] == ["clinic"]:
                    continue
                return Piece(PieceKind.ANY, (self.place(at, end),)), end
        if self._words[at] in EVERY_CLINIC and self._words[at + 1 : at + 2] == ["clinic"]:
            return Piece(PieceKind.CLINIC, (self.place(at, at + 2),)), at + 2
        return None

    def treatment(self, at: int) -> tuple[Treatment, int] | None:
        """Words of a treatment: the name of a type, its code, or what it is usually called."""
        if at >= len(self._tokens) or not self._tokens[at].raw[:1].isalnum():
            return None
        named = self._longest(at, self._vocabulary.names)
        if named is not None and named[0].kind is PieceKind.TYPE:
            number = named[0].numbers[0]
            name = next(each.name for each in self._vocabulary.types if each.number == number)
            return Treatment(concepts_of(name), self.place(at, named[1]), number), named[1]
        for end in range(min(at + LONGEST, len(self._tokens)), at, -1):
            key = key_of(each.raw for each in self._tokens[at:end])
            concept = CONCEPTS.get(
                key, key if key in self._vocabulary.own_concepts and key not in SPELLING else None
            )
            if concept is None or not self._tokens[end - 1].raw[-1:].isalnum():
                continue
            if (
                concept == "two"
                and CONCEPTS.get(self._tokens[end].raw if end < len(self._tokens) else "") != "fill"
            ):
                continue
            return Treatment(frozenset({concept}), self.place(at, end)), end
        return None

    def is_strange(self, at: int) -> bool:
        """Whether nothing is known of this word."""
        if at >= len(self._tokens) or not self._tokens[at].raw[:1].isalnum():
            return False
        raw, word = self._tokens[at].raw, self._words[at]
        is_number = raw.isdigit() and self._words[at - 1] == "op"
        known = (
            raw in SPELLING or word in FILLERS or self.treatment(at) is not None or self.name(at) is not None
        )
        return is_number or (not known and self._tokens[at].is_word)

    def after_with(self, at: int) -> int:
        """The index after "with" or "w/", if one is here."""
        if self._words[at : at + 1] == ["with"]:
            return at + 1 + (self._words[at + 1 : at + 2] == ["/"])
        return at

    def _initial(self, at: int) -> tuple[Meaning, int] | None:
        """Dr. M."""
        meaning = self._vocabulary.initials.get(self._tokens[at].raw) if at < len(self._tokens) else None
        return (meaning, at + 1) if meaning is not None else None

    def _is_counted(self, end: int) -> bool:
        """Whether the number before this word belongs to it: hyg 1 hr, hyg 3pm."""
        if end >= len(self._words):
            return False
        is_joined = self._tokens[end].start == self._tokens[end - 1].end
        return self._words[end] in UNITS or (is_joined and self._words[end] in ("am", "pm", ":"))

    def _negated(self, at: int) -> tuple[int, bool]:
        """Where the name after "not", "anyone but" or "any dr except" begins."""
        start = at
        if self._words[at : at + 1] in (["anyone"], ["any"]):
            start += 1 + (self._words[at + 1 : at + 2] in (["dr"], ["dentist"], ["hyg"], ["provider"]))
        if self._words[start : start + 1] and self._words[start] in NOT:
            return start + 1, True
        return at, False

    def _longest(self, at: int, names: dict[str, Meaning]) -> tuple[Meaning, int] | None:
        for end in range(min(at + LONGEST_NAME, len(self._tokens)), at, -1):
            if not self._tokens[end - 1].raw[-1:].isalnum() or not self._tokens[at].raw[:1].isalnum():
                continue
            meaning = names.get(key_of(each.raw for each in self._tokens[at:end]))
            if meaning is not None and not any(_is_separator(each.raw) for each in self._tokens[at:end]):
                return meaning, end
        return None


def _is_separator(raw: str) -> bool:
    """Whether no name contains this token: a comma, or the two numbers of "op 1/2"."""
    return raw == "," or ("/" in raw and raw != "/")
