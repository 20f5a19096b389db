"""The tables of whatever the book does not ask for: importing this module makes the schema complete."""

from __future__ import annotations

from types import ModuleType

from app.practice.schema import (
    catalog,
    charting,
    histories,
    patient_extras,
    ready_notes,
    recalls,
    referrals,
    staff,
    tasks,
)

MODULES: tuple[ModuleType, ...] = (
    catalog,
    charting,
    histories,
    patient_extras,
    ready_notes,
    recalls,
    referrals,
    staff,
    tasks,
)
"""In the order of their names."""
