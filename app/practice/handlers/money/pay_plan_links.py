"""PayPlanLinks: what dynamic payment plans cover."""

from __future__ import annotations

from decimal import Decimal

import sqlalchemy as sa

from app.domain.money.cents import ZERO, cents
from app.practice.rules.balances import refresh_balances
from app.practice.rules.money_rules import amount_sent
from app.practice.rules.payment_splits import charge_plan
from app.practice.schema.attached import adjustment, payplancharge, payplanlink
from app.practice.schema.enums.base import PAY_PLAN_LINK, PROC_STATUS
from app.practice.schema.money import payplan
from app.practice.schema.procedures import procedurelog
from app.practice.server.audit import log, signal
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.references import refuse_deleted_patient
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.work import Given, Outcome, Row, Work
from app.wire.resources.pay_plan_links import PayPlanLink, PayPlanLinks, PayPlanLinkType

_L = payplanlink.c
_ON_PLANS = frozenset(PROC_STATUS.number(word) for word in ("TP", "C"))
ROWS = Listing(
    name="PayPlanLink",
    columns=lambda: columns_of(PayPlanLink, payplanlink),
    source=payplanlink,
    filters={name: Filter(_L[name]) for name in ("PayPlanLinkNum", "PayPlanNum")},
    order=(_L.PayPlanLinkNum,),
)


@serves(PayPlanLinks.get)
def get(work: Work, given: Given) -> Outcome:
    """One link."""
    return work.one(ROWS, "PayPlanLink", given)


@serves(PayPlanLinks.list)
def list_(work: Work, given: Given) -> Outcome:
    """Every link, or those of one plan."""
    return work.page(ROWS, given)


@serves(PayPlanLinks.create)
def create(work: Work, given: Given) -> Outcome:
    """Add an item to a plan."""
    plan = _open_plan(work, given["PayPlanNum"])
    key = add_link(work, plan, given["LinkType"], given["FKey"], _override(given))
    _finish(work, plan, key, "Payment plan production added.")
    return work.created(ROWS, f"/payplanlinks/{key}", {"PayPlanLinkNum": key})


@serves(PayPlanLinks.update)
def update(work: Work, given: Given) -> Outcome:
    """Change the covered amount, but not below what was charged."""
    link = work.find(payplanlink, given["PayPlanLinkNum"], "PayPlanLink")
    plan = _open_plan(work, link.PayPlanNum)
    if "AmountOverride" in given:
        override = _override(given)
        if override and override < _charged(work, link):
            raise BadRequest("AmountOverride is invalid: the plan has charged more than that.")
        work.update(payplanlink, link.PayPlanLinkNum, {"AmountOverride": float(override)})
    _finish(work, plan, link.PayPlanLinkNum, "Payment plan production changed.")
    return work.one(ROWS, "PayPlanLink", {"PayPlanLinkNum": link.PayPlanLinkNum})


@serves(PayPlanLinks.delete)
def delete(work: Work, given: Given) -> Outcome:
    """Remove an item that was not charged yet."""
    link = work.find(payplanlink, given["PayPlanLinkNum"], "PayPlanLink")
    plan = _open_plan(work, link.PayPlanNum)
    if _charged(work, link):
        raise BadRequest("The link cannot be deleted: the plan has charges for it.")
    work.connection.execute(sa.delete(payplanlink).where(_L.PayPlanLinkNum == link.PayPlanLinkNum))
    _finish(work, plan, link.PayPlanLinkNum, "Payment plan production removed.")
    return None


def add_link(work: Work, plan: Row, kind: PayPlanLinkType, number: int, override: Decimal) -> int:
    """Link a procedure or adjustment; returns the key.

    BadRequest when it can't be covered, or another plan covers it.
    """
    name = "procNums" if kind is PayPlanLinkType.PROCEDURE else "adjNums"
    _check_thing(work, plan, kind, number, name)
    link_type = PAY_PLAN_LINK.number(kind)
    there = sa.select(_L.PayPlanLinkNum).where(_L.LinkType == link_type, _L.FKey == number)
    if work.connection.execute(there).first() is not None:
        raise BadRequest(f"{kind} {number} is on a payment plan already.")
    values = {
        "PayPlanNum": plan.PayPlanNum,
        "LinkType": link_type,
        "FKey": number,
        "AmountOverride": float(override),
        "SecDateTEntry": work.now,
    }
    return work.insert(payplanlink, values)


def _check_thing(work: Work, plan: Row, kind: PayPlanLinkType, number: int, name: str) -> None:
    if kind is PayPlanLinkType.PROCEDURE:
        row = work.find(procedurelog, number, "Procedure")
        if row.ProcStatus not in _ON_PLANS:
            raise BadRequest(f"{name} is invalid: a procedure must be treatment planned or complete.")
    else:
        row = work.find(adjustment, number, "Adjustment")
        if row.ProcNum or cents(row.AdjAmt) <= 0:
            raise BadRequest(f"{name} is invalid: an adjustment must be a charge of its own.")
    if row.PatNum != plan.PatNum:
        raise BadRequest(f"{name} is invalid: {kind} {number} is another patient's.")


def _open_plan(work: Work, plan_num: int) -> Row:
    """A plan that may be changed. BadRequest otherwise."""
    plan = work.find(payplan, plan_num, "Payment plan")
    refuse_deleted_patient(work, plan.PatNum)
    if not plan.IsDynamic:
        raise BadRequest("PayPlanNum is invalid: the plan is not dynamic.")
    if plan.IsClosed or plan.IsLocked:
        raise BadRequest("PayPlanNum is invalid: the plan is closed or locked.")
    return plan


def _override(given: Given) -> Decimal:
    amount = amount_sent(given, "AmountOverride") if "AmountOverride" in given else ZERO
    if amount < 0:
        raise BadRequest("AmountOverride is invalid: it must not be less than 0.")
    return amount


def _charged(work: Work, link: Row) -> Decimal:
    charges = payplancharge.c
    wanted = sa.select(charges.Principal).where(
        charges.PayPlanNum == link.PayPlanNum, charges.LinkType == link.LinkType, charges.FKey == link.FKey
    )
    return sum((cents(each) for each in work.connection.execute(wanted).scalars()), ZERO)


def _finish(work: Work, plan: Row, key: int, words: str) -> None:
    refresh_balances(work, charge_plan(work, plan).touched)
    log(work, "PayPlanEdit", words, pat_num=plan.PatNum, key=key)
    signal(work, "AccModule", key=plan.PatNum)
