"""The tables of whatever the book does not ask for: importing this module makes the schema complete."""

from __future__ import annotations

from types import ModuleType

from app.practice.schema import catalog, charting, histories, staff

MODULES: tuple[ModuleType, ...] = (
    catalog,
    charting,
    histories,
    staff,
)
"""In the order of their names."""
