"""The handlers of whatever the book does not ask for. Loaded when the first of them is needed."""

from __future__ import annotations

from types import ModuleType

from app.practice.handlers import (
    allergies,
    allergy_defs,
    chart_modules,
    disease_defs,
    diseases,
    ehr_patients,
    lab_cases,
    laboratories,
    medication_pats,
    medications,
    perio_exams,
    perio_measures,
    proc_notes,
    proc_tps,
    rx_pats,
    tooth_initials,
    treat_plan_attaches,
    treat_plans,
    vitalsigns,
)

MODULES: tuple[ModuleType, ...] = (
    allergies,
    allergy_defs,
    chart_modules,
    disease_defs,
    diseases,
    ehr_patients,
    lab_cases,
    laboratories,
    medication_pats,
    medications,
    perio_exams,
    perio_measures,
    proc_notes,
    proc_tps,
    rx_pats,
    tooth_initials,
    treat_plan_attaches,
    treat_plans,
    vitalsigns,
)
"""In the order of their names."""
