"""The handlers of whatever the book does not ask for. Loaded when the first of them is needed."""

from __future__ import annotations

from types import ModuleType

MODULES: tuple[ModuleType, ...] = ()
"""In the order of their names."""
