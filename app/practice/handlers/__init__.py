"""What the practice does for each declared method, a module a resource."""

from __future__ import annotations

from types import ModuleType

from app.practice.handlers import (
    appointments,
    appt_fields,
    clinics,
    commlogs,
    definitions,
    hist_appointments,
    office_lists,
    operatories,
    patients,
    providers,
    queries,
    schedules,
)

HANDLER_MODULES: tuple[ModuleType, ...] = (
    appointments,
    appt_fields,
    clinics,
    commlogs,
    definitions,
    hist_appointments,
    office_lists,
    operatories,
    patients,
    providers,
    queries,
    schedules,
)
"""Every module whose handlers the practice serves."""
