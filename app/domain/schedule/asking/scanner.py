"""Finds what each word of a text belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from app.domain.schedule.asking.asked import Piece, PieceKind, TimeSet
from app.domain.schedule.asking.dates import WEEK
from app.domain.schedule.asking.day_rules import DayRules, Days
from app.domain.schedule.asking.lengths import HALF_HOUR, MOST_BARE, read_length
from app.domain.schedule.asking.name_rules import NameRules
from app.domain.schedule.asking.time_rules import TimeRules
from app.domain.schedule.asking.tokens import FILLERS, NOT, Token, runs_of
from app.domain.schedule.asking.types import Treatment
from app.domain.schedule.asking.vocabulary import Vocabulary

BETWEEN = ("too", "so", "do", "come", "make", "be", "at", "on", "in", "the", "any")
"""Words between "not" and what is meant: can't do lunch."""
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
        self._runs = runs_of(tokens)
        together = {each for each in self._runs if each and self._runs[each - 1] == self._runs[each]}
        self._names = NameRules(tokens, self._words, vocabulary)
        self._days = DayRules(self._words, today, frozenset(together))
        self._times = TimeRules(self._words)
        self._scan = Scan([], [], [])
        self._after_or = False

    def scan(self) -> Scan:
        """Read all of it."""
        at = 0
        while at < len(self._tokens):
            at = self._run(at)
        return self._scan

    def _run(self, at: int) -> int:
        """Letters and digits typed together are understood together, or not at all: 4bw, x2."""
        pieces, treatments, unknown = self._scan.pieces, self._scan.treatments, self._scan.unknown
        before, end, to = (len(pieces), len(treatments), len(unknown)), self._runs[at], at
        while to < end:
            to = self._one(to)
        strange = any(not self._is_own(each) for each in treatments[before[1] :])
        if end == at + 1 or (len(unknown) == before[2] and not strange):
            return to
        del pieces[before[0] :], treatments[before[1] :], unknown[before[2] :]
        return self._unknown(at, end)

    def _one(self, at: int) -> int:
        """Read what begins here: the longest that is understood. Returns the index of the next token."""
        names = self._names.rooms, self._names.name
        try:
            found = [
                each
                for rule in (*names, self._day, self._time, self._length, self._names.kind)
                if (each := rule(at)) and not self._cuts_run(at, each[1])
            ]
        except ValueError:  # February 30
            return self._unknown(at, at + 1)
        best = max(found, key=lambda each: each[1], default=None)
        treatment = self._names.treatment(at)
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

    def _is_own(self, treatment: Treatment) -> bool:
        """Whether some type of the office is named so."""
        return bool(treatment.exactly) or treatment.concepts <= self._vocabulary.own_concepts

    def _cuts_run(self, at: int, end: int) -> bool:
        """Whether a rule that began before letters and digits typed together took only some of them: pm 4bw."""
        last = end - 1
        return self._runs[last] > end and self._runs[at] != self._runs[last]

    def _rest(self, at: int) -> int:
        """A word that belongs to nothing."""
        word, token = self._words[at], self._tokens[at]
        self._after_or = self._after_or or word == "or"
        name_at = self._names.after_with(at) if word == "with" else at + 1
        if word in ("dr", "op", "with") and self._names.is_strange(name_at):
            return self._unknown(name_at if word == "with" else at, self._runs[name_at])
        if word in NOT and (end := self._end_of_any(at + 1)):
            return self._unknown(at, end)  # not at lunch, anything but Harbor
        if word == "this" and self._words[at + 1 : at + 2] in JOINTS:
            return self._unknown(at, at + 1)  # this or next week
        if word in FILLERS or token.raw in FILLERS:
            return at + 1
        return self._unknown(at, at + 1)

    def _unknown(self, at: int, end: int) -> int:
        self._scan.unknown.append((at, end))
        self._scan.pieces.append(Piece(PieceKind.UNKNOWN, (self._names.place(at, end),)))
        return end

    def _day(self, at: int) -> tuple[Piece, int] | None:
        if (found := self._days.read(at)) is None:
            return None
        days, end = found
        if self._after_or:
            days = self._other_day(days)
        place = self._names.place(at, end)
        piece = Piece(
            PieceKind.DAYS, (place,), range=days.range, weekdays=days.weekdays, excluded=days.excluded
        )
        return piece, end

    def _other_day(self, days: Days) -> Days:
        """The Friday of "tomorrow or Friday": the next one after the day before the "or"."""
        said = [each for each in self._scan.pieces if each.kind is PieceKind.DAYS]
        weekdays = list(days.weekdays or ())
        if not said or len(weekdays) != 1 or days.range or (day := said[-1].single_day) is None:
            return days
        other = day + timedelta(days=(weekdays[0] - day.weekday() - 1) % WEEK + 1)
        return Days((other, other), days.weekdays if any(each.weekdays for each in said) else None)

    def _end_of_any(self, at: int) -> int:
        """The end of what "not" is about, a time, length, name or treatment, which can't be excluded; 0: it is none.

        There may be a word like "do" before it.
        """
        names = self._names
        rules = (self._time, self._length, names.rooms, names.name, names.treatment)
        is_between = at < len(self._words) and self._words[at] in BETWEEN
        starts = range(at, min(at + 1 + is_between, len(self._words)))
        found = [each[1] for start in starts for rule in rules if (each := rule(start)) is not None]
        return max(found, default=0)

    def _end_of_day(self, at: int) -> int:
        """Where the days that are named here end; 0: none are, or they don't exist."""
        try:
            found = self._day(at)
        except ValueError:
            return 0
        return found[1] if found is not None else 0

    def _time(self, at: int) -> tuple[Piece, int] | None:
        found = self._times.read(at)
        if found is None or (found[1] == at + 1 and self._is_half_hours(at)):
            return None
        return self._at_time(at, found)

    def _is_half_hours(self, at: int) -> bool:
        """Whether a number is a length, not a time, and the first length: rct 120; but tue 120 is 1:20."""
        raw, last = self._tokens[at].raw, self._scan.pieces[-1].kind if self._scan.pieces else None
        said = any(each.kind is PieceKind.LENGTH for each in self._scan.pieces)
        is_round = raw.isdigit() and int(raw) <= MOST_BARE and int(raw) % HALF_HOUR == 0
        return is_round and not said and last not in (PieceKind.DAYS, PieceKind.TIMES)

    def _hour(self, at: int) -> tuple[Piece, int] | None:
        """A number beside a day: tue 9."""
        if not self._tokens[at].raw.isdigit() or (found := self._times.bare(at)) is None:
            return None
        before = self._scan.pieces[-1] if self._scan.pieces else None
        follows = before is not None and before.kind in (PieceKind.DAYS, PieceKind.TIMES)
        is_next = follows and before is not None and before.places[-1][1] >= self._tokens[at - 1].start
        is_next |= self._after_or and before is not None and before.kind is PieceKind.TIMES  # 10:20 or 11
        joined = self._words[found[1] : found[1] + 1] == ["or"] and self._times.read(found[1] + 1) is not None
        if not is_next and not joined and not self._end_of_day(found[1]):
            return None
        return self._at_time(at, found)

    def _at_time(self, at: int, found: tuple[TimeSet, int]) -> tuple[Piece, int]:
        times, end = found
        return Piece(PieceKind.TIMES, (self._names.place(at, end),), times=times), end

    def _length(self, at: int) -> tuple[Piece, int] | None:
        found = read_length(self._words, at, self._vocabulary.increment)
        if found is None:
            return None
        return Piece(PieceKind.LENGTH, (self._names.place(at, found[1]),), (found[0],)), found[1]
