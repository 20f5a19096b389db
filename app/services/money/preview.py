"""The split preview of a payment on a family's account: what the office will post, without a request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from app.domain.money.account import Account
from app.domain.money.allocation import Kind, Thing
from app.domain.money.cents import ZERO, cents
from app.domain.money.covered import planned_amounts
from app.domain.money.dynamic import Charged, DynamicPlan, Production
from app.domain.money.installments import Terms
from app.domain.money.preview import Choice, OpenPlan, PlanState, Previews, SplitPreview
from app.services.money.account.postings import LINKED, fee_of, link_of
from app.services.money.account.records import FamilyAccount
from app.services.money.account.rows import FamilyRows
from app.wire.resources.adjustments import Adjustment
from app.wire.resources.pay_plans import DynamicPayPlanTPOptions, PayPlan
from app.wire.resources.procedure_logs import ProcedureLog, ProcedureStatus

_DONT_ENFORCE = "2"
"""The RigorousAccounting value of an office that does not attach payments to procedures."""
_PLANNED = frozenset({ProcedureStatus.TREATMENT_PLANNED, ProcedureStatus.TREATMENT_PLANNED_INACTIVE})


def previews(family: FamilyAccount) -> Previews:
    """Previews of payments on this account. Keep them while it is the same: they remember what they computed."""
    rows, wide = family.rows, family.wide or family.account
    heads = {row.PatNum: row.Guarantor or row.PatNum for row in rows.members}
    own = {pat_num for pat_num, head in heads.items() if head == family.guarantor} | {family.pat_num}
    plans = _open_plans(rows.plans, own)
    return Previews(
        wide,
        family.pat_num,
        heads,
        [state_of(plan, rows, wide) for plan in plans if plan.IsDynamic],
        [OpenPlan(plan.PayPlanNum, plan.PatNum, plan.Guarantor) for plan in plans],
        attaches=attaches(rows),
    )


def preview(family: FamilyAccount, amount: Decimal, choice: Choice) -> SplitPreview:
    """One preview; for one after each key keep `previews`."""
    return previews(family)(amount, choice)


def attaches(rows: FamilyRows) -> bool:
    """Whether the office attaches payments to what they pay: it may leave them loose."""
    return not any(
        row.PrefName == "RigorousAccounting" and row.ValueString == _DONT_ENFORCE for row in rows.preferences
    )


def _open_plans(plans: Iterable[PayPlan], members: Iterable[int]) -> list[PayPlan]:
    """Plans that these patients pay, or that cover their treatment, the oldest first."""
    own = frozenset(members)
    found = [
        plan
        for plan in plans
        if own & {plan.PatNum, plan.Guarantor} and not plan.IsClosed and not plan.PlanNum
    ]
    return sorted(found, key=lambda plan: (plan.PayPlanDate or date.min, plan.PayPlanNum))


def state_of(plan: PayPlan, rows: FamilyRows, account: Account) -> PlanState:
    """What a dynamic plan covers, has charged, and was prepaid. `account` has what it covers."""
    charged = [
        Charged(
            (LINKED.get(row.LinkType, Kind.PROCEDURE), row.FKey), cents(row.Principal), row.ChargeDate or date.min,
            row.IsDownPayment,
        )
        for row in rows.charges
        if row.PayPlanNum == plan.PayPlanNum
    ]  # fmt: skip
    return PlanState(
        dynamic_plan(plan),
        tuple(production_of(plan.PayPlanNum, rows, account)),
        tuple(charged),
        _prepaid(plan, rows),
    )


def dynamic_plan(plan: PayPlan) -> DynamicPlan:
    """The terms of a dynamic plan."""
    terms = Terms(
        plan.DatePayPlanStart or date.min,
        plan.ChargeFrequency,
        cents(plan.PayAmt),
        plan.APR,
        plan.DateInterestStart or date.min,
    )
    return DynamicPlan(
        plan.PayPlanNum,
        plan.PatNum,
        plan.Guarantor,
        plan.PayPlanDate or date.min,
        terms,
        cents(plan.DownPayment),
        plan.DynamicPayPlanTPOption is DynamicPayPlanTPOptions.TREAT_AS_COMPLETE,
    )


def production_of(plan_num: int, rows: FamilyRows, account: Account) -> Iterator[Production]:
    """The items that a dynamic plan covers, in the order in which they are paid."""
    links = [
        link_of(row)
        for row in sorted(rows.links, key=lambda row: row.PayPlanLinkNum)
        if row.PayPlanNum == plan_num and row.LinkType in LINKED
    ]
    things: dict[Thing, ProcedureLog | Adjustment] = {
        (Kind.PROCEDURE, row.ProcNum): row for row in rows.procedures
    }
    things |= {(Kind.ADJUSTMENT, row.AdjNum): row for row in rows.adjustments}
    amounts, heads = planned_amounts(links, account), account.heads()
    for link in links:
        if (row := things.get(link.thing)) is None:
            continue
        amount, complete = amounts[link.num], link.thing in heads
        if not amount and not complete and isinstance(row, ProcedureLog):
            amount = fee_of(row) if row.ProcStatus in _PLANNED else ZERO
        yield Production(link.num, link.thing, amount, complete, row.PatNum, row.ProvNum, row.ClinicNum)


def _prepaid(plan: PayPlan, rows: FamilyRows) -> tuple[tuple[int, Decimal], ...]:
    found: dict[tuple[int, int], Decimal] = {}
    for row in sorted(rows.splits, key=lambda row: row.SplitNum):
        if row.PayPlanNum == plan.PayPlanNum and row.UnearnedType:
            key = row.PatNum, row.UnearnedType
            found[key] = found.get(key, ZERO) + cents(row.SplitAmt)
    return tuple((patient, amount) for (patient, _), amount in found.items())
