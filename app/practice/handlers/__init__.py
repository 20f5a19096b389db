"""The practice's handlers, one module per resource. This package lists those that the first schedule needs.

All other modules load on first use (`later`).
"""

from __future__ import annotations

from types import ModuleType

from app.practice.handlers.office import clinics, definitions, office_lists, providers, queries
from app.practice.handlers.schedule import appointments, operatories, schedules

READING: tuple[ModuleType, ...] = (
    appointments,
    clinics,
    definitions,
    office_lists,
    operatories,
    providers,
    queries,
    schedules,
)
"""The modules needed to read today's schedule."""
