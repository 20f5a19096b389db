"""The handlers of whatever the book does not ask for. Loaded when the first of them is needed."""

from __future__ import annotations

from types import ModuleType

from app.practice.handlers import (
    code_groups,
    cov_cats,
    deposits,
    discount_plan_subs,
    discount_plans,
    employers,
    fee_scheds,
    fees,
    procedure_codes,
    reports,
    security_logs,
    staff,
    substitution_links,
    userods,
)

MODULES: tuple[ModuleType, ...] = (
    code_groups,
    cov_cats,
    deposits,
    discount_plan_subs,
    discount_plans,
    employers,
    fee_scheds,
    fees,
    procedure_codes,
    reports,
    security_logs,
    staff,
    substitution_links,
    userods,
)
"""In the order of their names."""
