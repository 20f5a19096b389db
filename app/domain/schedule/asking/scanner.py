"""Finds what each word of a text belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from app.domain.schedule.asking.asked import Piece, PieceKind, Place, TimeSet
from app.domain.schedule.asking.day_rules import DayRules
from app.domain.schedule.asking.lengths import read_length
from app.domain.schedule.asking.time_rules import TimeRules
from app.domain.schedule.asking.tokens import FILLERS, SPELLING, Token, key_of
from app.domain.schedule.asking.treatments import CONCEPTS, LONGEST, concepts_of
from app.domain.schedule.asking.types import Treatment
from app.domain.schedule.asking.vocabulary import Meaning, Vocabulary

LONGEST_NAME = 8
"""Words and signs of the longest name."""
ANY = (
    ("first", "available"), ("next", "available"), ("any", "time"), ("any", "day"), ("any", "available"), ("anytime",),
    ("first", "opening"), ("next", "opening"), ("asap",), ("first", "avail"), ("not", "preference"), ("any",),
    ("#1", "available"), ("#1", "opening"), ("next", "one"),
    ("open",), ("anyone",), ("any", "provider"), ("all", "day"), ("first",),
)  # fmt: skip
EVERY_CLINIC = ("any", "all")
UNITS = ("hour", "min", "unit", "week", "month", "day")
NOT = ("not", "except")
JOINTS = (["or"], ["and"], ["&"], ["/"])


class Scan(Struct):
    """What was found, in the order of the text."""

    pieces: list[Piece]
    treatments: list[Treatment]
    unknown: list[tuple[int, int]]
    """First and last token (excluded) of what was not understood."""


class Scanner:
    """Reads a list of tokens."""

    def __init__(self, tokens: Sequence[Token], vocabulary: Vocabulary, today: date) -> None:
        self._tokens = tokens
        self._words = [each.word for each in tokens]
        self._vocabulary = vocabulary
        self._days = DayRules(self._words, today)
        self._times = TimeRules(self._words)
        self._scan = Scan([], [], [])
        self._after_or = False

    def scan(self) -> Scan:
        """Read all of it."""
        at = 0
        while at < len(self._tokens):
            at = self._one(at)
        return self._scan

    def _one(self, at: int) -> int:
        """Read what begins here: the longest that is understood. Returns the index of the next token."""
        try:
            found = [
                each
                for rule in (self._name, self._day, self._time, self._length, self._kind)
                if (each := rule(at))
            ]
        except ValueError:  # February 30
            return self._unknown(at, at + 1)
        best = max(found, key=lambda each: each[1], default=None)
        treatment = self._treatment(at)
        if treatment is not None and (best is None or treatment[1] >= best[1]):
            self._scan.treatments.append(treatment[0])
            return treatment[1]
        best = best or self._hour(at)
        if best is not None:
            piece, end = best
            self._scan.pieces.append(replace(piece, alternative=self._after_or))
            self._after_or = False
            return end
        return self._rest(at)

    def _rest(self, at: int) -> int:
        """A word that belongs to nothing."""
        word, token = self._words[at], self._tokens[at]
        self._after_or = self._after_or or word == "or"
        if word in ("dr", "op", "with") and self._is_strange(at + 1):
            return self._unknown(at + (word == "with"), at + 2)
        if word in NOT and (end := self._end_of_day(at + 1)):
            return self._unknown(at, end)  # except 12/10
        if word == "this" and self._words[at + 1 : at + 2] in JOINTS:
            return self._unknown(at, at + 1)  # this or next week
        if word in FILLERS or token.raw in FILLERS:
            return at + 1
        return self._unknown(at, at + 1)

    def _is_strange(self, at: int) -> bool:
        """Whether nothing is known of this word."""
        if at >= len(self._tokens) or not self._tokens[at].raw[:1].isalnum():
            return False
        raw, word = self._tokens[at].raw, self._words[at]
        is_number = raw.isdigit() and self._words[at - 1] == "op"
        known = (
            raw in SPELLING
            or word in FILLERS
            or self._treatment(at) is not None
            or self._name(at) is not None
        )
        return is_number or (not known and self._tokens[at].is_word)

    def _unknown(self, at: int, end: int) -> int:
        self._scan.unknown.append((at, end))
        self._scan.pieces.append(Piece(PieceKind.UNKNOWN, (self._place(at, end),)))
        return end

    def _place(self, at: int, end: int) -> Place:
        return self._tokens[at].start, self._tokens[end - 1].end

    # --- what a word may be --------------------------------------------------------------------------------

    def _name(self, at: int) -> tuple[Piece, int] | None:
        """A provider, an operatory or a clinic by name: Lee, w/ Dr. Lee, not Dr. Lee, op 2."""
        start, excluded = self._negated(at)
        start = self._with(start)
        titled = start < len(self._words) and self._words[start] == "dr"
        start += titled
        names = self._vocabulary.people if titled or start > at else self._vocabulary.names
        if (found := self._longest(start, names)) is None or found[0].kind is PieceKind.TYPE:
            return None
        meaning, end = found
        if meaning.kind is PieceKind.OPERATORY and self._is_counted(end):
            return None
        if excluded and meaning.kind is not PieceKind.PROVIDER:
            return None
        begin = start - titled if not excluded else at
        return Piece(meaning.kind, (self._place(begin, end),), meaning.numbers, excluded=excluded), end

    def _is_counted(self, end: int) -> bool:
        """Whether the number before this word belongs to it: hyg 1 hr, hyg 3pm."""
        if end >= len(self._words):
            return False
        is_joined = self._tokens[end].start == self._tokens[end - 1].end
        return self._words[end] in UNITS or (is_joined and self._words[end] in ("am", "pm", ":"))

    def _with(self, at: int) -> int:
        if self._words[at : at + 1] == ["with"]:
            return at + 1 + (self._words[at + 1 : at + 2] == ["/"])
        return at

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
            if meaning is not None and not any(each.raw == "," for each in self._tokens[at:end]):
                return meaning, end
        return None

    def _kind(self, at: int) -> tuple[Piece, int] | None:
        """Any hygienist, any dentist, any clinic, any time."""
        start, excluded = self._negated(at)
        start = self._with(start)
        start += self._words[start : start + 1] == ["any"] and not excluded
        word = self._words[start] if start < len(self._words) else ""
        if word in ("hyg", "dr", "dentist") and not (word == "dr" and self._is_strange(start + 1)):
            hygiene = (word == "hyg") is not excluded
            return Piece(PieceKind.PROVIDER, (self._place(at, start + 1),), hygiene=hygiene), start + 1
        for words in ANY:
            if tuple(self._words[at : at + len(words)]) == words:
                end = at + len(words)
                if words == ("any",) and self._words[end : end + 1] == ["clinic"]:
                    continue
                return Piece(PieceKind.ANY, (self._place(at, end),)), end
        if self._words[at] in EVERY_CLINIC and self._words[at + 1 : at + 2] == ["clinic"]:
            return Piece(PieceKind.CLINIC, (self._place(at, at + 2),)), at + 2
        return None

    def _day(self, at: int) -> tuple[Piece, int] | None:
        if (found := self._days.read(at)) is None:
            return None
        days, end = found
        place = self._place(at, end)
        piece = Piece(
            PieceKind.DAYS, (place,), range=days.range, weekdays=days.weekdays, excluded=days.excluded
        )
        return piece, end

    def _end_of_day(self, at: int) -> int:
        """Where the days that are named here end; 0: none are, or they don't exist."""
        try:
            found = self._day(at)
        except ValueError:
            return 0
        return found[1] if found is not None else 0

    def _time(self, at: int) -> tuple[Piece, int] | None:
        found = self._times.read(at)
        return self._at_time(at, found) if found is not None else None

    def _hour(self, at: int) -> tuple[Piece, int] | None:
        """A number beside a day: tue 9."""
        if not self._tokens[at].raw.isdigit() or (found := self._times.bare(at)) is None:
            return None
        before = self._scan.pieces[-1] if self._scan.pieces else None
        follows = before is not None and before.kind in (PieceKind.DAYS, PieceKind.TIMES)
        is_next = follows and before is not None and before.places[-1][1] >= self._tokens[at - 1].start
        joined = self._words[found[1] : found[1] + 1] == ["or"] and self._times.read(found[1] + 1) is not None
        if not is_next and not joined and not self._end_of_day(found[1]):
            return None
        return self._at_time(at, found)

    def _at_time(self, at: int, found: tuple[TimeSet, int]) -> tuple[Piece, int]:
        times, end = found
        return Piece(PieceKind.TIMES, (self._place(at, end),), times=times), end

    def _length(self, at: int) -> tuple[Piece, int] | None:
        found = read_length(self._words, at, self._vocabulary.increment)
        if found is None:
            return None
        return Piece(PieceKind.LENGTH, (self._place(at, found[1]),), (found[0],)), found[1]

    def _treatment(self, at: int) -> tuple[Treatment, int] | None:
        """Words of a treatment: the name of a type, its code, or what it is usually called."""
        if at >= len(self._tokens):
            return None
        named = self._longest(at, self._vocabulary.names)
        if named is not None and named[0].kind is PieceKind.TYPE:
            number = named[0].numbers[0]
            name = next(each.name for each in self._vocabulary.types if each.number == number)
            return Treatment(concepts_of(name), self._place(at, named[1]), number), named[1]
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
            return Treatment(frozenset({concept}), self._place(at, end)), end
        return None
