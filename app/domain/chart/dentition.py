"""Which teeth a patient has, from the entries of the tooth chart: missing, hidden, primary, moved."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from app.domain.chart.anatomy import ADULT, PRIMARY, SLOTS, Tooth, find_tooth
from app.domain.chart.mouth import Movement, Problem, Reason
from app.wire.resources.tooth_initials import ToothInitial, ToothInitialType

_MOVES = {
    ToothInitialType.SHIFT_M: "mesial",
    ToothInitialType.SHIFT_O: "occlusal",
    ToothInitialType.SHIFT_B: "facial",
    ToothInitialType.ROTATE: "turn",
    ToothInitialType.TIP_M: "tip_mesial",
    ToothInitialType.TIP_B: "tip_facial",
}
_PLAIN = "0123456789"


class Dentition(NamedTuple):
    """The teeth before any treatment."""

    shown: tuple[Tooth, ...]
    """By slot: the adult tooth, or the primary one where that is marked."""
    unerupted: frozenset[int]
    """Slots of molars that are marked as primary: not yet erupted."""
    missing: frozenset[str]
    hidden: frozenset[str]
    movements: dict[str, Movement]
    extras: frozenset[str]
    """Supernumerary teeth with entries."""
    problems: tuple[Problem, ...]


def read_dentition(initials: Iterable[ToothInitial]) -> Dentition:
    """The teeth of these entries."""
    marked: dict[ToothInitialType, set[Tooth]] = {kind: set() for kind in ToothInitialType}
    moves: dict[str, dict[str, float]] = {}
    problems: list[Problem] = []
    drawings = 0
    for row in initials:
        kind, tooth = row.InitialType, find_tooth(row.ToothNum)
        if kind is ToothInitialType.DRAWING:
            drawings += 1
        elif kind is ToothInitialType.TEXT:
            problems.append(Problem(Reason.TEXT, text=_text(row)))
        elif tooth is None:
            problems.append(Problem(Reason.NO_TOOTH, text=row.ToothNum))
        elif kind in _MOVES:
            sums = moves.setdefault(tooth.name, {})
            sums[_MOVES[kind]] = sums.get(_MOVES[kind], 0.0) + float(row.Movement)
        elif kind in marked:
            marked[kind].add(tooth)
    if drawings:
        problems.append(Problem(Reason.DRAWING, text=str(drawings)))
    primary = {tooth.slot for tooth in marked[ToothInitialType.PRIMARY] if not tooth.extra}
    extras = {tooth.name for teeth in marked.values() for tooth in teeth if tooth.extra}
    return Dentition(
        tuple(
            PRIMARY[slot] if slot in primary and slot in PRIMARY else ADULT[slot]
            for slot in range(1, SLOTS + 1)
        ),
        frozenset(primary - PRIMARY.keys()),
        frozenset(tooth.name for tooth in marked[ToothInitialType.MISSING]),
        frozenset(tooth.name for tooth in marked[ToothInitialType.HIDDEN]),
        {name: Movement(**sums) for name, sums in moves.items() if any(sums.values())},
        frozenset(extras),
        tuple(problems),
    )


def with_primary(dentition: Dentition, teeth: Collection[Tooth]) -> Dentition:
    """The dentition at a time when these primary teeth had not been lost."""
    if not teeth:
        return dentition
    slots, names = {tooth.slot for tooth in teeth}, {tooth.name for tooth in teeth}
    return dentition._replace(
        shown=tuple(PRIMARY[each.slot] if each.slot in slots else each for each in dentition.shown),
        missing=dentition.missing - names,
        hidden=dentition.hidden - names - {str(slot) for slot in slots},
    )


def _text(row: ToothInitial) -> str:
    """The text without its position, which Open Dental puts before it ("120.5,80;text")."""
    head, separator, tail = row.DrawText.partition(";")
    return tail if separator and not head.strip(_PLAIN + ".,-") else row.DrawText
