"""The handlers of whatever the book does not ask for. Loaded when the first of them is needed."""

from __future__ import annotations

from types import ModuleType

from app.practice.handlers import (
    appt_field_defs,
    asap_comms,
    auto_notes,
    guardians,
    pat_field_defs,
    pat_fields,
    pat_restrictions,
    patient_notes,
    patient_races,
    popups,
    quick_paste,
    recall_list,
    recall_types,
    recalls,
    ref_attaches,
    referrals,
    task_lists,
    task_notes,
    tasks,
)

MODULES: tuple[ModuleType, ...] = (
    appt_field_defs,
    asap_comms,
    auto_notes,
    guardians,
    pat_field_defs,
    pat_fields,
    pat_restrictions,
    patient_notes,
    patient_races,
    popups,
    quick_paste,
    recall_list,
    recall_types,
    recalls,
    ref_attaches,
    referrals,
    task_lists,
    task_notes,
    tasks,
)
"""In the order of their names."""
