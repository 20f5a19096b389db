"""Appointment types and blockouts: which time is open for a type, and what a blockout is kept for.

Openings, filling, the month, moves and bookings all decide by `bar_of` and `open_for`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import Struct, field

from app.core.text import At, Text, Words, join, msg
from app.domain.schedule.hours import Blockout, ChairDay, Span, overlap, subtract

MOST_NAMED = 3


class Bar(StrEnum):
    """Why an appointment may not be on a blockout."""

    CLOSED = "closed"
    """It doesn't allow appointments."""
    KEPT = "kept"
    """It is kept for other types."""


class TypeRules(Struct, frozen=True):
    """Which blockouts each appointment type is limited to. Types without a limit are left out."""

    allowed: Mapping[int, frozenset[str]] = field(default_factory=dict)
    """By AppointmentTypeNum: DefNums as text, or names; Open Dental has sent both."""
    names: Mapping[int, str] = field(default_factory=dict)
    """All types by AppointmentTypeNum."""

    def fits(self, type_num: int, blockout: Blockout) -> bool:
        """Whether a limited type may be scheduled on a blockout."""
        return not _keys(blockout).isdisjoint(self.allowed.get(type_num, frozenset()))

    def kept_for(self, blockout: Blockout) -> list[str]:
        """The names of the types that are limited to blockouts like this one."""
        return [self.names.get(each, "") for each in self.allowed if self.fits(each, blockout)]


NO_RULES = TypeRules()


def rules_of(types: Iterable[tuple[int, str, str]]) -> TypeRules:
    """From (AppointmentTypeNum, name, BlockoutTypes) of each type."""
    every = list(types)
    allowed = {
        number: kinds
        for number, _, listed in every
        if (kinds := frozenset(part.strip().casefold() for part in listed.split(",") if part.strip()))
    }
    return TypeRules(allowed, {number: name for number, name, _ in every})


def broken_limit(rules: TypeRules, type_num: int, span: Span, chair: ChairDay) -> tuple[int, Text] | None:
    """The minutes outside the blockouts that a limited type must be on, and the sentence; None: it is within them."""
    if type_num not in rules.allowed:
        return None
    outside = sum(end - start for start, end in subtract([span], _own(chair, rules, type_num)))
    if not outside:
        return None
    words = msg("{type} is only scheduled on its own blockouts", type=rules.names.get(type_num, ""))
    return outside, words


def reserved(
    rules: TypeRules, type_num: int, span: Span, chair: ChairDay, midnight: datetime
) -> list[tuple[int, Text]]:
    """Blockouts under an appointment that are kept for other types: minutes and sentence of each."""
    found = []
    for each in chair.blockouts:
        minutes = overlap(span, (each.start, each.end))
        if not minutes or bar_of(each, rules, type_num) is not Bar.KEPT:
            continue
        names: list[Words] = list(rules.kept_for(each)[:MOST_NAMED])
        until = At(midnight + timedelta(minutes=each.end))
        words = msg(
            "{blockout} until {time} is reserved for {types}",
            blockout=each.label,
            time=until,
            types=join(names, ", "),
        )
        found.append((minutes, words))
    return found


def bar_of(blockout: Blockout, rules: TypeRules = NO_RULES, type_num: int = 0) -> Bar | None:
    """Why an appointment of a type may not be on a blockout; None: it may. Without rules: of any type."""
    if blockout.no_schedule:
        return Bar.CLOSED
    return Bar.KEPT if not rules.fits(type_num, blockout) and rules.kept_for(blockout) else None


def open_for(
    chair: ChairDay, rules: TypeRules = NO_RULES, type_num: int = 0, *, hours: Iterable[Span] | None = None
) -> tuple[Span, ...]:
    """When an appointment of a type may be in an operatory; without rules: one of any type.

    In its open hours, or in these `hours`; not on a blockout that bars it, and only on the type's own blockouts
    if it is limited to them.
    """
    spans = chair.open if hours is None else tuple(hours)
    barred = [(each.start, each.end) for each in chair.blockouts if bar_of(each, rules, type_num) is not None]
    if type_num in rules.allowed:
        barred += subtract(spans, _own(chair, rules, type_num))
    return subtract(spans, barred)


def blockouts_under(chair: ChairDay, span: Span) -> list[str]:
    """The names of the blockouts that a span touches."""
    return [each.label for each in chair.blockouts if each.label and overlap(span, (each.start, each.end))]


def _own(chair: ChairDay, rules: TypeRules, type_num: int) -> list[Span]:
    """The blockouts that a limited type may be on."""
    return [(each.start, each.end) for each in chair.blockouts if rules.fits(type_num, each)]


def _keys(blockout: Blockout) -> frozenset[str]:
    return frozenset({str(blockout.type_num), blockout.label.casefold()} - {"", "0"})
