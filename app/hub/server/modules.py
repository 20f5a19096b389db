"""The modules whose handlers the hub serves."""

from __future__ import annotations

from types import ModuleType

from app.hub.check_in import claims as check_in_claims
from app.hub.devices import actions as devices

MODULES: tuple[ModuleType, ...] = (devices, check_in_claims)
