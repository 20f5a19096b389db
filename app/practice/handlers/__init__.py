"""What the practice does for each declared method, a module a resource."""

from __future__ import annotations

from types import ModuleType

from app.practice.handlers import appointments

HANDLER_MODULES: tuple[ModuleType, ...] = (appointments,)
"""Every module whose handlers the practice serves."""
