"""What a Saved treatment plan keeps of its procedures: fees and expected payers on that day."""

from __future__ import annotations

from typing import Any, NamedTuple

import sqlalchemy as sa

from app.practice.rules.insurance import NONE
from app.practice.schema.catalog import discountplansub
from app.practice.schema.charting import proctp, treatplanattach
from app.practice.schema.enums.base import CLAIM_PROC_STATUS, PROC_STATUS
from app.practice.schema.enums.clinical import TREAT_PLAN_TYPE
from app.practice.schema.insurance import claimproc, inssub, patplan
from app.practice.schema.office import definition, provider
from app.practice.schema.procedures import fee, procedurecode, procedurelog
from app.practice.server.work import Row, Work

PROPOSED = tuple(PROC_STATUS.number(word) for word in ("TP", "TPi"))
"""Statuses of procedures that stay on a plan; others leave it."""
_DISCOUNT_PLAN = TREAT_PLAN_TYPE.number("Discount")
_ESTIMATE = CLAIM_PROC_STATUS.number("Estimate")
_A, _L, _E = treatplanattach.c, procedurelog.c, claimproc.c


class Amounts(NamedTuple):
    """One procedure's fee in cents and its payers; the parts add up to the fee."""

    fee: int
    primary: int
    secondary: int
    discount: int

    @property
    def patient(self) -> int:
        """The patient portion."""
        return self.fee - self.primary - self.secondary - self.discount


def subscribes_to_discount(work: Work, pat_num: int) -> bool:
    """Whether the patient has a discount plan today."""
    c = discountplansub.c
    none = "0001-01-01"
    today = work.today.isoformat()
    wanted = sa.select(c.DiscountSubNum).where(
        c.PatNum == pat_num,
        sa.or_(c.DateEffective == none, c.DateEffective <= today),
        sa.or_(c.DateTerm == none, c.DateTerm >= today),
    )
    return work.connection.execute(wanted.limit(1)).first() is not None


def copy_procedures(work: Work, plan: Row, saved_num: int) -> None:
    """Copy a plan's procedures into a Saved one, highest priority first."""
    for order, row in enumerate(_proposed(work, plan.TreatPlanNum)):
        code = work.find(procedurecode, row.CodeNum, "procCode")
        amounts = amounts_of(work, row, by_discount_plan=plan.TPType == _DISCOUNT_PLAN)
        values: dict[str, Any] = {
            "TreatPlanNum": saved_num,
            "PatNum": plan.PatNum,
            "ProcNumOrig": row.ProcNum,
            "ItemOrder": order,
            "Priority": row.PlanPriority,
            "ToothNumTP": row.ToothNum,
            "Surf": row.Surf or row.ToothRange,
            "ProcCode": code.ProcCode,
            "Descript": code.LaymanTerm or code.Descript,
            "ProcAbbr": code.AbbrDesc,
            "FeeAmt": amounts.fee / 100,
            "PriInsAmt": amounts.primary / 100,
            "SecInsAmt": amounts.secondary / 100,
            "PatAmt": amounts.patient / 100,
            "Discount": amounts.discount / 100,
            "Prognosis": _name_of(work, row.Prognosis),
            "Dx": _name_of(work, row.Dx),
            "TaxAmt": row.TaxAmt,
            "ProvNum": row.ProvNum,
            "DateTP": row.DateTP,
            "ClinicNum": row.ClinicNum,
            "CatPercUCR": _usual_fee(work, row),
            "SecDateEntry": work.today,
            "SecDateTEdit": work.now,
        }
        work.insert(proctp, values)


def amounts_of(work: Work, row: Row, *, by_discount_plan: bool) -> Amounts:
    """A planned procedure's fee and expected payers. Discount plans ignore insurance."""
    whole = _cents(row.ProcFee * max(row.UnitQty + row.BaseUnits, 1))
    discount = _cents(row.Discount)
    if by_discount_plan:
        return Amounts(whole, 0, 0, discount + _cents(row.DiscountPlanAmt))
    paid = [0, 0]
    for each in _estimates(work, row):
        place = 0 if each.Ordinal == 1 else 1
        paid[place] += _set_or_estimated(each.InsEstTotalOverride, each.InsEstTotal)
        discount += _set_or_estimated(each.WriteOffEstOverride, each.WriteOffEst)
    return Amounts(whole, paid[0], paid[1], discount)


def _proposed(work: Work, plan_num: int) -> list[Row]:
    order = definition.c.ItemOrder
    wanted = (
        sa.select(procedurelog, _A.Priority.label("PlanPriority"))
        .join(treatplanattach, _A.ProcNum == _L.ProcNum)
        .outerjoin(definition, definition.c.DefNum == _A.Priority)
        .where(_A.TreatPlanNum == plan_num, _L.ProcStatus.in_(PROPOSED))
        .order_by(order.is_(None), order, _L.ProcNum)
    )
    return list(work.connection.execute(wanted))


def _estimates(work: Work, row: Row) -> list[Row]:
    """The insurance estimates of a procedure with the ordinals of the patient's plans."""
    wanted = (
        sa.select(claimproc, patplan.c.Ordinal)
        .join(inssub, inssub.c.InsSubNum == _E.InsSubNum)
        .join(patplan, sa.and_(patplan.c.InsSubNum == _E.InsSubNum, patplan.c.PatNum == row.PatNum))
        .where(_E.ProcNum == row.ProcNum, _E.Status == _ESTIMATE)
        .order_by(patplan.c.Ordinal)
    )
    return list(work.connection.execute(wanted))


def _set_or_estimated(override: float, estimate: float) -> int:
    """In cents: the manual override, 0 included, else the estimate. Both may be blank."""
    meant = estimate if override == NONE else override
    return 0 if meant == NONE else _cents(meant)


def _usual_fee(work: Work, row: Row) -> float:
    wanted = (
        sa.select(fee.c.Amount)
        .join(provider, provider.c.FeeSched == fee.c.FeeSched)
        .where(provider.c.ProvNum == row.ProvNum, fee.c.CodeNum == row.CodeNum)
        .order_by(fee.c.ProvNum, fee.c.ClinicNum)
        .limit(1)
    )
    return work.connection.execute(wanted).scalar() or 0.0


def _name_of(work: Work, def_num: int) -> str:
    wanted = sa.select(definition.c.ItemName).where(definition.c.DefNum == def_num)
    return work.connection.execute(wanted).scalar() or ""


def _cents(amount: float) -> int:
    return round(amount * 100)
