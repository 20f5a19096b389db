"""Tooth numbers in the systems that offices use: Universal, Palmer, FDI."""

from __future__ import annotations

from enum import StrEnum

from app.domain.chart.anatomy import TEETH, Quadrant, Tooth, find_tooth


class Numbering(StrEnum):
    """A system of tooth numbers."""

    UNIVERSAL = "universal"
    PALMER = "palmer"
    FDI = "fdi"


def numbering_named(name: str) -> Numbering:
    """The system of a setting; the Universal one for what is none."""
    return Numbering(name) if name in tuple(Numbering) else Numbering.UNIVERSAL


_FDI = {
    Quadrant.UPPER_RIGHT: 1,
    Quadrant.UPPER_LEFT: 2,
    Quadrant.LOWER_LEFT: 3,
    Quadrant.LOWER_RIGHT: 4,
}
_PALMER = "ABCDE"
_MARK = "S"
"""Follows the number of a supernumerary tooth where the system has no number for it."""


def number_of(tooth: Tooth, numbering: Numbering) -> str:
    """The tooth's number in a sentence: 3, UR6, 16."""
    if numbering is Numbering.PALMER:
        return f"{tooth.quadrant.value}{short_number(tooth, numbering)}"
    return short_number(tooth, numbering)


def short_number(tooth: Tooth, numbering: Numbering) -> str:
    """The tooth's number beside it on a chart, where Palmer's needs no quadrant: 3, 6, 16."""
    if numbering is Numbering.UNIVERSAL:
        return tooth.name
    mark = _MARK if tooth.extra else ""
    if numbering is Numbering.PALMER:
        return f"{_PALMER[tooth.place - 1] if tooth.primary else tooth.place}{mark}"
    quadrant = _FDI[tooth.quadrant] + (4 if tooth.primary else 0)
    return f"{quadrant}{tooth.place}{mark}"


def tooth_numbered(text: str, numbering: Numbering) -> Tooth | None:
    """The tooth with this number in a system; None if there is none."""
    if numbering is Numbering.UNIVERSAL:
        return find_tooth(text)
    wanted = text.strip().upper()
    return next((tooth for tooth in TEETH.values() if number_of(tooth, numbering) == wanted), None)
