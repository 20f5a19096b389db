"""Appointments for the domain's tests."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from msgspec.structs import replace

from app.domain.schedule.visit import Person, Stage, Visit

DAY = datetime(2026, 11, 23)
ORTIZ = Person(11, "Ortiz", "Maria")
CHEN = Person(12, "Chen", "Ana")

_VISIT = Visit(
    apt_num=1,
    pat_num=11,
    start=DAY.replace(hour=9),
    minutes=40,
    op_num=1,
    clinic_num=0,
    stage=Stage.CONFIRMED,
    status_name="Confirmed",
    confirmed=21,
    pattern="/XXXXXX/",
    pattern_secondary="////////",
    prov_num=1,
    prov_hyg=0,
    is_hygiene=False,
    person=ORTIZ,
    procedures="",
    note="",
    marks=frozenset(),
)


def visit(hour: int = 9, minute: int = 0, **changes: Any) -> Visit:
    """An appointment of 40 minutes in operatory 1, with changes."""
    return replace(_VISIT, start=DAY.replace(hour=hour, minute=minute), **changes)
