"""An appointment's description of its procedures: `#3-MO-C2, PerEx`, as the schedule shows it."""

from __future__ import annotations

from collections.abc import Iterable

from app.practice.schema.enums.base import TREAT_AREA


def describe_procedure(
    area: int, abbreviation: str, tooth: str = "", surfaces: str = "", tooth_range: str = ""
) -> str:
    """One procedure: its location by its code's `TreatArea`, and the code's abbreviation."""
    place = {
        "Surf": (tooth and f"#{tooth}", surfaces),
        "Tooth": (tooth and f"#{tooth}",),
        "Quad": (surfaces,),
        "Sextant": (surfaces and f"S{surfaces}",),
        "Arch": (surfaces,),
        "ToothRange": (tooth_range and f"#{tooth_range}",),
    }.get(TREAT_AREA.text(area), ())
    return "-".join(part for part in (*place, abbreviation) if part)


def describe_visit(procedures: Iterable[str]) -> str:
    """`appointment.ProcDescript` for these procedures, in the order of ProcNum."""
    return ", ".join(procedures)
