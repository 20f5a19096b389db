"""Payment plans: what was paid, what is overdue, and what is due next."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec import Struct

from app.domain.money.allocation import Kind
from app.domain.money.cents import ZERO, cents, total
from app.domain.money.covered import planned_amounts
from app.domain.money.installments import Installment, Terms, installments
from app.services.money.account.postings import LINKED, fee_of, link_of
from app.services.money.account.records import FamilyAccount
from app.services.money.account.rows import ChargeRow
from app.wire.resources.pay_plan_charges import PayPlanChargeType
from app.wire.resources.pay_plans import PayPlan
from app.wire.resources.procedure_logs import ProcedureStatus

PLANNED = frozenset({ProcedureStatus.TREATMENT_PLANNED, ProcedureStatus.TREATMENT_PLANNED_INACTIVE})


class PlanStatus(Struct, frozen=True):
    """One payment plan as of a day. Amounts are in US dollars."""

    plan: PayPlan
    due: Decimal
    """What has become due so far, with interest."""
    paid: Decimal
    left: Decimal
    """What is still to be paid until the plan ends, with the interest that is known."""
    charges: tuple[ChargeRow, ...]
    """What has become due and, of a plan that isn't dynamic, what will."""
    following: Installment | None
    """What is due next; None: nothing, or the plan's terms don't say."""

    @property
    def overdue(self) -> Decimal:
        """What is due and not paid."""
        return max(self.due - self.paid, ZERO)


def plan_statuses(value: FamilyAccount) -> tuple[PlanStatus, ...]:
    """The plans of a family, the open ones first, then by date. Insurance payment plans are left out."""
    today = value.account.today
    found = [_status(value, plan, today) for plan in value.rows.plans if not plan.PlanNum]
    return tuple(
        sorted(found, key=lambda each: (each.plan.IsClosed, each.plan.PayPlanDate or date.min), reverse=False)
    )


def _status(value: FamilyAccount, plan: PayPlan, today: date) -> PlanStatus:
    charges = sorted(
        (
            row
            for row in value.rows.charges
            if row.PayPlanNum == plan.PayPlanNum and row.ChargeType is PayPlanChargeType.DEBIT
        ),
        key=lambda row: (row.ChargeDate or date.min, row.PayPlanChargeNum),
    )
    due = total(_amount(row) for row in charges if (row.ChargeDate or date.min) <= today)
    paid = total(cents(row.SplitAmt) for row in value.rows.splits if row.PayPlanNum == plan.PayPlanNum)
    coming = [row for row in charges if (row.ChargeDate or date.min) > today]
    if plan.IsDynamic:
        principal = _principal(value, plan) - total(cents(row.Principal) for row in charges)
        ahead = _ahead(plan, principal, charges, today)
        left = (
            due
            + total(_amount(row) for row in coming)
            + total(each.principal + each.interest for each in ahead)
        )
    else:
        ahead, left = [], total(map(_amount, charges))
    made = [
        Installment(row.ChargeDate or today, cents(row.Principal), cents(row.Interest)) for row in coming[:1]
    ]
    following = min([*made, *ahead[:1]], key=lambda each: each.day, default=None)
    return PlanStatus(
        plan, due, paid, max(left - paid, ZERO), tuple(charges), None if plan.IsClosed else following
    )


def _amount(row: ChargeRow) -> Decimal:
    return cents(row.Principal) + cents(row.Interest)


def _principal(value: FamilyAccount, plan: PayPlan) -> Decimal:
    """What a dynamic plan covers."""
    links = [
        link_of(row)
        for row in value.rows.links
        if row.PayPlanNum == plan.PayPlanNum and row.LinkType in LINKED
    ]
    amounts, heads = planned_amounts(links, value.account), value.account.heads()
    planned = {
        (Kind.PROCEDURE, row.ProcNum): fee_of(row)
        for row in value.rows.procedures
        if row.ProcStatus in PLANNED
    }
    return total(
        amounts[link.num] or (planned.get(link.thing, ZERO) if link.thing not in heads else ZERO)
        for link in links
    )


def _ahead(plan: PayPlan, principal: Decimal, charges: list[ChargeRow], today: date) -> list[Installment]:
    """The installments of a dynamic plan that are not charged yet; none where its terms can't be followed.

    A charge that a person has dated ahead holds none of them up, as in `Charging`; its own day is not charged again.
    """
    start = plan.DatePayPlanStart or plan.PayPlanDate
    if start is None or principal <= 0 or not plan.PayAmt or plan.IsClosed:
        return []
    days = {row.ChargeDate or date.min for row in charges if not row.IsDownPayment}
    last = max((each for each in days if each <= today), default=date.min)
    terms = Terms(
        start,
        plan.ChargeFrequency,
        cents(plan.PayAmt),
        Decimal(str(plan.APR)),
        plan.DateInterestStart or date.min,
    )
    try:
        return list(installments(principal, terms, after=last, charged=days))
    except (ValueError, OverflowError):
        return []
