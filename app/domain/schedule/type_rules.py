"""Appointment types and blockouts: where a type may be scheduled, and what a blockout is kept for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from msgspec import Struct, field

from app.core.text import At, Text, Words, join, msg
from app.domain.schedule.hours import Blockout, ChairDay, Span, overlap, subtract

MOST_NAMED = 3


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
    fitting = [(each.start, each.end) for each in chair.blockouts if rules.fits(type_num, each)]
    outside = sum(end - start for start, end in subtract([span], fitting))
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
        if not minutes or each.no_schedule or rules.fits(type_num, each):
            continue
        if kept := rules.kept_for(each):
            names: list[Words] = list(kept[:MOST_NAMED])
            until = At(midnight + timedelta(minutes=each.end))
            words = msg(
                "{blockout} until {time} is reserved for {types}",
                blockout=each.label,
                time=until,
                types=join(names, ", "),
            )
            found.append((minutes, words))
    return found


def open_for(rules: TypeRules, type_num: int, chair: ChairDay) -> tuple[Span, ...]:
    """When an operatory is open for a type: within its own blockouts if it is limited, and not on others' ones."""
    kept = [(each.start, each.end) for each in chair.blockouts if _is_kept_from(rules, type_num, each)]
    if type_num not in rules.allowed:
        return subtract(chair.open, kept)
    fitting = [(each.start, each.end) for each in chair.blockouts if rules.fits(type_num, each)]
    return subtract(chair.open, (*kept, *subtract(chair.open, fitting)))


def _is_kept_from(rules: TypeRules, type_num: int, blockout: Blockout) -> bool:
    return not rules.fits(type_num, blockout) and bool(rules.kept_for(blockout))


def _keys(blockout: Blockout) -> frozenset[str]:
    return frozenset({str(blockout.type_num), blockout.label.casefold()} - {"", "0"})
