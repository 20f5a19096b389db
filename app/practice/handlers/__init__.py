"""What the practice does for each declared method, a module a resource: here what the book asks for.

Every other module of this package loads when something else is first asked for (`later`).
"""

from __future__ import annotations

from types import ModuleType

from app.practice.handlers import (
    appointment_break,
    appointment_planned,
    appointment_writes,
    appointments,
    appt_fields,
    clinics,
    commlogs,
    definitions,
    group_notes,
    hist_appointments,
    insurance_history,
    office_lists,
    operatories,
    patient_writes,
    patients,
    procedure_logs,
    providers,
    queries,
    schedules,
    slots,
)

BOOK_MODULES: tuple[ModuleType, ...] = (
    appointment_break,
    appointment_planned,
    appointment_writes,
    appointments,
    appt_fields,
    clinics,
    commlogs,
    definitions,
    group_notes,
    hist_appointments,
    insurance_history,
    office_lists,
    operatories,
    patient_writes,
    patients,
    procedure_logs,
    providers,
    queries,
    schedules,
    slots,
)
"""The modules that every start of the training practice pays for."""
