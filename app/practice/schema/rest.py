"""The tables of whatever the book does not ask for: importing this module makes the schema complete."""

from __future__ import annotations

from types import ModuleType

from app.practice.schema import (
    benefits,
    catalog,
    charting,
    claims,
    documents,
    etrans,
    histories,
    money,
    patient_extras,
    ready_notes,
    recalls,
    referrals,
    sheets,
    staff,
    tasks,
)

MODULES: tuple[ModuleType, ...] = (
    benefits,
    catalog,
    charting,
    claims,
    documents,
    etrans,
    histories,
    money,
    patient_extras,
    ready_notes,
    recalls,
    referrals,
    sheets,
    staff,
    tasks,
)
"""In the order of their names."""
