"""What a receptionist's words ask for."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

from app.domain.schedule.hours import DAY

EVERY_DAY = frozenset(range(7))
Place = tuple[int, int]
"""First and last character (excluded) of words in the text."""
DateRange = tuple[date | None, date | None]
"""First and last day; None: no limit."""


class PieceKind(StrEnum):
    """What a part of the text is about."""

    TYPE = "type"
    LENGTH = "length"
    PROVIDER = "provider"
    OPERATORY = "operatory"
    CLINIC = "clinic"
    DAYS = "days"
    TIMES = "times"
    ANY = "any"
    """Words that ask for nothing in particular: any time, first available."""
    UNKNOWN = "unknown"


class TimeSet(Struct, frozen=True):
    """Times of day in minutes after midnight. None: no limit."""

    earliest: int | None = None
    """The first start."""
    before: int | None = None
    """Starts are earlier than this."""
    ends: int | None = None
    """The latest end."""

    def also(self, other: TimeSet) -> TimeSet:
        """Both."""
        return TimeSet(
            _latest(self.earliest, other.earliest),
            _soonest(self.before, other.before),
            _soonest(self.ends, other.ends),
        )

    @property
    def is_empty(self) -> bool:
        """Whether no time is left."""
        until = _soonest(self.before, self.ends)
        return self.earliest is not None and until is not None and self.earliest >= until

    @property
    def is_limit(self) -> bool:
        """Whether it is open on one side."""
        return self.earliest is None or (self.before is None and self.ends is None)

    def starts(self, minutes: int) -> tuple[int, int]:
        """The first start and the latest one (excluded) of an appointment of this length."""
        last = _soonest(self.before, None if self.ends is None else self.ends - minutes + 1)
        return self.earliest or 0, DAY if last is None else last


ANY_TIME = (TimeSet(),)


class Window(Struct, frozen=True):
    """Days and times that are asked for together."""

    ranges: tuple[DateRange, ...] = ()
    """Any of them; empty: any day."""
    weekdays: frozenset[int] = EVERY_DAY
    """Monday is 0."""
    times: tuple[TimeSet, ...] = ANY_TIME
    """Any of them."""

    def has(self, day: date) -> bool:
        """Whether it includes a day."""
        if day.weekday() not in self.weekdays:
            return False
        return not self.ranges or any(_within(day, *each) for each in self.ranges)

    @property
    def is_possible(self) -> bool:
        """Whether any day is left: Tuesday, December 9, 2026 is none."""
        return not self.ranges or any(self._has_day(*each) for each in self.ranges)

    def _has_day(self, first: date | None, last: date | None) -> bool:
        if first is None or last is None:
            return True
        days = min((last - first).days + 1, 7)
        return any((first + timedelta(days=each)).weekday() in self.weekdays for each in range(days))


class Piece(Struct, frozen=True):
    """A part of the text that was understood, or one that was not."""

    kind: PieceKind
    places: tuple[Place, ...]
    """Where its words are in the text."""
    numbers: tuple[int, ...] = ()
    """The number of the appointment type; minutes; the numbers of providers, operatories or clinics."""
    hygiene: bool | None = None
    """Any hygienist or any dentist, in place of numbers."""
    excluded: bool = False
    """Anyone but these."""
    range: DateRange | None = None
    weekdays: frozenset[int] | None = None
    times: TimeSet | None = None
    alternative: bool = False
    """Comes after "or"."""
    impossible: bool = False
    """Days that don't exist or are over: Tuesday, December 9, 2026."""

    @property
    def single_day(self) -> date | None:
        """The one day it asks for; None: several, or none."""
        first, last = self.range or (None, None)
        return first if first == last and not self.excluded else None


class Asked(Struct, frozen=True):
    """All that a text asks for. Without a wish: None, or empty."""

    text: str = ""
    pieces: tuple[Piece, ...] = ()
    type_num: int | None = None
    usually_hygiene: bool | None = None
    """Whether a hygienist usually does what the type is; None: not known."""
    minutes: int | None = None
    providers: frozenset[int] = frozenset()
    not_providers: frozenset[int] = frozenset()
    hygiene: bool | None = None
    op_nums: frozenset[int] = frozenset()
    clinics: frozenset[int] = frozenset()
    all_clinics: bool = False
    windows: tuple[Window, ...] = ()
    """Any of them; empty: any time."""

    def is_same_place(self, other: Asked) -> bool:
        """Whether the other words ask for the same days, times, operatories and clinics."""
        return (self.windows, self.op_nums, self.clinics) == (other.windows, other.op_nums, other.clinics)

    def words_of(self, piece: Piece) -> str:
        """The words of a piece."""
        return " ".join(self.text[start:end] for start, end in piece.places)

    def without(self, *kinds: PieceKind) -> str:
        """The text without the pieces of these kinds."""
        return self.changed([each for each in self.pieces if each.kind in kinds], "")

    def changed(self, pieces: list[Piece], words: str) -> str:
        """The text with other words in the place of these pieces."""
        places = sorted(place for each in pieces for place in each.places)
        text, last = [], 0
        for at, (start, end) in enumerate(places):
            text += [self.text[last:start], words if at == 0 else ""]
            last = end
        return tidy("".join([*text, self.text[last:]]) if places else f"{self.text} {words}")

    @property
    def unknown(self) -> tuple[Piece, ...]:
        """What was not understood, and what can't be."""
        return tuple(each for each in self.pieces if each.kind is PieceKind.UNKNOWN or each.impossible)


NOTHING_ASKED = Asked()


def tidy(text: str) -> str:
    """Without what removed words leave behind: two spaces, a comma or an "or" with nothing beside it."""
    words = text.replace(" ,", ",").split()
    joints = {"or", "and", "&", ",", "/", "-"}
    while words and words[0].strip(",") in joints | {""}:
        words.pop(0)
    while words and words[-1] in joints | {"with", "w/"}:
        words.pop()
    kept: list[str] = []
    for word in words:
        if not (kept and word in joints and kept[-1] in joints):
            kept.append(word)
    return " ".join(kept).rstrip(",")


def _within(day: date, first: date | None, last: date | None) -> bool:
    return (first is None or first <= day) and (last is None or day <= last)


def _latest(one: int | None, other: int | None) -> int | None:
    return max((each for each in (one, other) if each is not None), default=None)


def _soonest(one: int | None, other: int | None) -> int | None:
    return min((each for each in (one, other) if each is not None), default=None)
