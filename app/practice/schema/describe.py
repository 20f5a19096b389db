"""How a visit names its procedures: `#3-MO-C2, PerEx`, as the book shows them."""

from __future__ import annotations

from collections.abc import Iterable


def describe_procedure(
    abbreviation: str, tooth: str = "", surfaces: str = "", tooth_range: str = ""
) -> str:
    """One procedure: tooth, surfaces (or quadrant, sextant, arch) and the code's abbreviation."""
    place = f"#{tooth or tooth_range}" if tooth or tooth_range else ""
    return "-".join(part for part in (place, surfaces, abbreviation) if part)


def describe_visit(procedures: Iterable[str]) -> str:
    """`appointment.ProcDescript` of a visit with these procedures, in the order of their ProcNum."""
    return ", ".join(procedures)
