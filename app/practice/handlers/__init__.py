"""What the practice does for each declared method, a module a resource: here what a first schedule is read with.

Every other module of this package loads when it is first needed (`later`).
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
"""The modules that whoever reads today's schedule ahead pays for."""
