"""Where a procedure is: its teeth, from a tooth number, a range, a quadrant, or an arch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.domain.chart.anatomy import TEETH, Quadrant, Tooth, find_tooth, row_of
from app.domain.chart.work import Kind
from app.wire.resources.procedure_codes import ProcedureCode, TreatmentArea
from app.wire.resources.procedure_logs import ProcedureLog

_SPANS = {
    Quadrant.UPPER_RIGHT.value: range(4, 9),
    Quadrant.UPPER_LEFT.value: range(9, 14),
    Quadrant.LOWER_LEFT.value: range(20, 25),
    Quadrant.LOWER_RIGHT.value: range(25, 30),
}
"""The slots that a space maintainer of a quadrant spans, as in Open Dental."""
_ARCHES = {"U": row_of(upper=True), "L": row_of(upper=False)}
_PLACES: dict[tuple[TreatmentArea, Kind], Mapping[str, Sequence[int]]] = {
    (TreatmentArea.ARCH, Kind.DENTURE): _ARCHES,
    (TreatmentArea.ARCH, Kind.SPACE_MAINTAINER): _ARCHES,
    (TreatmentArea.QUAD, Kind.SPACE_MAINTAINER): _SPANS,
}
"""What is drawn without a tooth number, by the text in Surf."""


class Place(NamedTuple):
    """Teeth, or whole slots, and the part of the text that names none."""

    teeth: tuple[Tooth, ...] = ()
    slots: tuple[int, ...] = ()
    strange: str = ""
    arch: bool = False
    """The whole arch, not a choice of its teeth."""


def place_of_procedure(row: ProcedureLog, code: ProcedureCode, kind: Kind) -> Place | None:
    """Where a procedure is drawn; None if its treatment area isn't drawn."""
    area = code.TreatArea
    if area in (TreatmentArea.SURF, TreatmentArea.TOOTH):
        return _teeth(row.ToothNum)
    if area is TreatmentArea.TOOTH_RANGE:
        return _teeth(row.ToothRange)
    whole = area is TreatmentArea.ARCH
    places = _PLACES.get((area, kind))
    if places is None:
        return None
    if row.ToothRange:
        return _teeth(row.ToothRange)
    slots = places.get(row.Surf.strip().upper())
    return Place(strange=row.Surf or " ") if slots is None else Place(slots=tuple(slots), arch=whole)


def teeth_of(row: ProcedureLog) -> tuple[Tooth, ...]:
    """The teeth that a procedure names, whatever its treatment area."""
    return _teeth(row.ToothRange or row.ToothNum).teeth


def teeth_between(one: Tooth | None, other: Tooth | None) -> list[Tooth | None]:
    """The teeth from one to another of the same dentition, by their slots; none where they don't make a span."""
    if one is None or other is None or (one.primary, one.extra) != (other.primary, other.extra):
        return []
    low, high = sorted((one.slot, other.slot))
    return [
        tooth
        for tooth in TEETH.values()
        if (tooth.primary, tooth.extra) == (one.primary, one.extra) and low <= tooth.slot <= high
    ]


def _teeth(text: str) -> Place:
    one = TEETH.get(text)
    if one is not None:
        return Place((one,))
    found: dict[str, Tooth] = {}
    strange: list[str] = []
    for part in text.replace(";", ",").split(","):
        first, dash, last = part.partition("-")
        teeth = teeth_between(find_tooth(first), find_tooth(last)) if dash else [find_tooth(first)]
        if not teeth or None in teeth:
            strange.append(part.strip())
        found.update((tooth.name, tooth) for tooth in teeth if tooth is not None)
    return Place(tuple(found.values()), strange=", ".join(strange))
