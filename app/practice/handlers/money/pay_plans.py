"""PayPlans: reading and closing."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from app.domain.money.cents import cents
from app.practice.rules.balances import refresh_balances
from app.practice.rules.payment_splits import charge_plan
from app.practice.rules.plans import CREDIT, DEBIT, principal_of
from app.practice.schema.attached import payplancharge, payplanlink
from app.practice.schema.money import payplan
from app.practice.schema.office import definition
from app.practice.server.audit import log, signal
from app.practice.server.listings import Filter, Listing, columns_of, encode_rows, name_behind
from app.practice.server.references import refuse_deleted_patient
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import Expression, wire_form
from app.practice.server.work import Encoded, Given, Outcome, Row, Work
from app.wire.resources.pay_plans import PayPlan, PayPlans

_P, _C, _L = payplan.c, payplancharge.c, payplanlink.c
_BARE_NUMBERS = ("PaySchedule", "DynamicPayPlanTPOption")
_BARE_FLAGS = ("IsClosed", "IsDynamic", "IsLocked")
ROWS = Listing(
    name="PayPlan",
    columns=lambda: columns_of(PayPlan, payplan, _computed()),
    source=payplan,
    filters={name: Filter(_P[name]) for name in ("PayPlanNum", "PatNum", "Guarantor")},
    order=(_P.PayPlanNum,),
)


def _computed() -> dict[str, Expression]:
    """Computed fields; the principal is filled in for each row."""
    return {
        "APR": wire_form(_P.APR),
        "planCategory": name_behind(_P.PlanCategory, definition.c.DefNum, definition.c.ItemName),
        "principalAmount": sa.literal_column("0.0", sa.Float()),
    }


def plan_rows(work: Work, rows: list[Any]) -> list[Any]:
    """Plans as answered, each with its total principal."""
    for row in rows:
        plan = work.find(payplan, row.PayPlanNum, "Payment plan")
        row.principalAmount = float(principal_of(work, plan))
    return rows


@serves(PayPlans.get)
def get(work: Work, given: Given) -> Outcome:
    """One plan."""
    rows = plan_rows(work, [work.row(ROWS, "Payment plan", given)])
    return Encoded(encode_rows(rows[0]))


@serves(PayPlans.list)
def list_(work: Work, given: Given) -> Outcome:
    """Plans for a patient's treatment, or plans that a guarantor pays."""
    if not given.keys() & {"PatNum", "Guarantor"}:
        raise BadRequest("PatNum or Guarantor is required.")
    return Encoded(encode_rows(plan_rows(work, work.rows(ROWS, given))))


@serves(PayPlans.close)
def close(work: Work, given: Given) -> Outcome:
    """Close one: the rest of its principal is due today, without further interest."""
    plan = work.find(payplan, given["PayPlanNum"], "Payment plan")
    refuse_deleted_patient(work, plan.PatNum)
    if plan.PlanNum:
        raise BadRequest("An insurance payment plan cannot be closed.")
    if plan.IsClosed:
        raise BadRequest("The payment plan is closed already.")
    if plan.IsDynamic:
        touched = _close_dynamic(work, plan)
    else:
        touched = {plan.PatNum, plan.Guarantor}
        _close_old(work, plan)
    work.update(payplan, plan.PayPlanNum, {"IsClosed": 1})
    refresh_balances(work, touched)
    log(work, "PayPlanEdit", "Payment plan closed.", pat_num=plan.PatNum, key=plan.PayPlanNum)
    signal(work, "AccModule", key=plan.PatNum)
    (row,) = plan_rows(work, [work.row(ROWS, "Payment plan", given)])
    return Encoded(encode_rows(_as_closing_answers(work, row)))


def _as_closing_answers(work: Work, row: Any) -> Any:
    """In this answer only, the documentation prints two numbers and three JSON booleans."""
    plan = work.find(payplan, row.PayPlanNum, "Payment plan")
    for name in _BARE_NUMBERS:
        setattr(row, name, getattr(plan, name))
    for name in _BARE_FLAGS:
        setattr(row, name, bool(getattr(plan, name)))
    return row


def _close_dynamic(work: Work, plan: Row) -> set[int]:
    """Charge the rest of the completed items, and limit the plan to what it charged.

    Returns:
        The patients whose accounts changed.
    """
    charging = charge_plan(work, plan)
    charging.close()
    for each in charging.production:
        if charged := charging.charged(each):
            work.update(payplanlink, each.link_num, {"AmountOverride": float(charged)})
        else:
            work.connection.execute(sa.delete(payplanlink).where(_L.PayPlanLinkNum == each.link_num))
    return charging.touched


def _close_old(work: Work, plan: Row) -> None:
    """One charge instead of the future ones, without their interest."""
    to_come = (_C.PayPlanNum == plan.PayPlanNum, _C.ChargeType == DEBIT, _C.ChargeDate > work.today)
    rows = list(work.connection.execute(sa.select(payplancharge).where(*to_come)))
    work.connection.execute(sa.delete(payplancharge).where(*to_come))
    principal = sum(cents(each.Principal) for each in rows)
    if principal:
        kept = {name: getattr(rows[0], name) for name in ("Guarantor", "PatNum", "ProvNum", "ClinicNum")}
        add_charge(
            work,
            plan.PayPlanNum,
            ChargeDate=work.today,
            Principal=float(principal),
            Note="Close Out Charge",
            **kept,
        )


def add_charge(work: Work, plan_num: int, *, credit: bool = False, **columns: Any) -> None:
    """Insert one charge or credit of an old plan."""
    values = {
        "PayPlanNum": plan_num,
        "ChargeType": CREDIT if credit else DEBIT,
        "SecDateTEntry": work.now,
        "SecDateTEdit": work.now,
        **columns,
    }
    work.insert(payplancharge, values)
