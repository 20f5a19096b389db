"""The handlers of whatever the book does not ask for. Loaded when the first of them is needed."""

from __future__ import annotations

from types import ModuleType

from app.practice.handlers import (
    account_modules,
    adjustments,
    pay_plan_charges,
    pay_plan_links,
    pay_plan_writes,
    pay_plans,
    pay_splits,
    payment_changes,
    payments,
    statements,
)

MODULES: tuple[ModuleType, ...] = (
    account_modules,
    adjustments,
    pay_plan_charges,
    pay_plan_links,
    pay_plan_writes,
    pay_plans,
    pay_splits,
    payment_changes,
    payments,
    statements,
)
"""In the order of their names."""
