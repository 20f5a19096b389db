"""The handlers of whatever the book does not ask for. Loaded when the first of them is needed."""

from __future__ import annotations

from types import ModuleType

from app.practice.handlers import (
    benefits,
    carriers,
    claim_changes,
    claim_creation,
    claim_forms,
    claim_payments,
    claim_procs,
    claim_trackings,
    claims,
    eob_attaches,
    etranss,
    family_modules,
    ins_adjust,
    ins_plans,
    ins_subs,
    ins_verifies,
    pat_plans,
)

MODULES: tuple[ModuleType, ...] = (
    benefits,
    carriers,
    claim_changes,
    claim_creation,
    claim_forms,
    claim_payments,
    claim_procs,
    claim_trackings,
    claims,
    eob_attaches,
    etranss,
    family_modules,
    ins_adjust,
    ins_plans,
    ins_subs,
    ins_verifies,
    pat_plans,
)
"""In the order of their names."""
