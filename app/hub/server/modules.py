"""The modules whose handlers the hub serves."""

from __future__ import annotations

from types import ModuleType

from app.hub.check_in import claims as check_in_claims
from app.hub.devices import actions as devices
from app.hub.shared import audit_actions as audit
from app.hub.shared import documents, presence
from app.hub.shared import people_actions as people

MODULES: tuple[ModuleType, ...] = (
    devices,
    people,
    documents,
    audit,
    presence,
    check_in_claims,
)
