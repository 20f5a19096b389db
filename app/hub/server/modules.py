"""The modules whose handlers the hub serves, and what it does by itself."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from types import ModuleType

from app.hub.check_in import claims as check_in_claims
from app.hub.devices import actions as devices
from app.hub.hub import Hub
from app.hub.kiosk import after, arrive, events, identify, office, proposals, states
from app.hub.kiosk.watch import watch_kiosks
from app.hub.shared import audit_actions as audit
from app.hub.shared import bringing, documents, presence
from app.hub.shared import people_actions as people

MODULES: tuple[ModuleType, ...] = (
    devices,
    people,
    bringing,
    documents,
    audit,
    presence,
    check_in_claims,
    *(after, arrive, events, identify, office, proposals, states),
)
Begin = Callable[[Hub], Callable[[], Awaitable[None]]]
BEGIN: tuple[Begin, ...] = (watch_kiosks,)
"""Each begins work of its own when the server starts, and returns what ends it."""
