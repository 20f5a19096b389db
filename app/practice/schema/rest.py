"""The tables of whatever the book does not ask for: importing this module makes the schema complete."""

from __future__ import annotations

from types import ModuleType

from app.practice.schema import charting, histories

MODULES: tuple[ModuleType, ...] = (charting, histories)
"""In the order of their names."""
