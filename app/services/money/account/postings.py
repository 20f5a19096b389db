"""A family's account from the rows of the API: the postings, the open claims' estimates, and what plans take off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from app.domain.money.account import Account, Estimate, Posting
from app.domain.money.allocation import Kind, Part, Thing
from app.domain.money.cents import cents
from app.domain.money.covered import Link, plan_credits
from app.services.money.account.rows import ChargeRow, FamilyRows, SplitRow
from app.wire.resources.adjustments import Adjustment
from app.wire.resources.claim_procs import ClaimProc, ClaimProcStatus
from app.wire.resources.pay_plan_charges import PayPlanChargeType
from app.wire.resources.pay_plan_links import PayPlanLink, PayPlanLinkType
from app.wire.resources.pay_splits import PayPlanDebit
from app.wire.resources.procedure_logs import ProcedureLog, ProcedureStatus

PAID = frozenset(
    {
        ClaimProcStatus.RECEIVED,
        ClaimProcStatus.SUPPLEMENTAL,
        ClaimProcStatus.CAP_CLAIM,
        ClaimProcStatus.CAP_COMPLETE,
    }
)
LINKED = {PayPlanLinkType.PROCEDURE: Kind.PROCEDURE, PayPlanLinkType.ADJUSTMENT: Kind.ADJUSTMENT}
_PARTS = {PayPlanDebit.PRINCIPAL: Part.PRINCIPAL, PayPlanDebit.INTEREST: Part.INTEREST}


def compose(rows: FamilyRows, members: Iterable[int], today: date) -> Account:
    """The account of these patients. Rows dated later than today are left out, as Open Dental leaves them out."""
    own = frozenset(members)
    found = (
        *_procedures(rows.procedures),
        *_adjustments(rows.adjustments),
        *_insurance(rows.claim_procs),
        *_charges(rows.charges),
        *_splits(rows.splits, [row for row in rows.adjustments if row.PatNum in own]),
    )
    kept = tuple(each for each in found if each.patient in own and each.day <= today)
    estimates = tuple(each for each in _estimates(rows.claim_procs, today) if each.patient in own)
    account = Account(today, kept, estimates)
    links = [link_of(row) for row in rows.links if row.LinkType in LINKED]
    return Account(today, (*kept, *plan_credits(links, account)), estimates) if links else account


def link_of(row: PayPlanLink) -> Link:
    """What a dynamic plan covers."""
    return Link(
        row.PayPlanLinkNum, row.PayPlanNum, (LINKED[row.LinkType], row.FKey), cents(row.AmountOverride)
    )


def fee_of(row: ProcedureLog) -> Decimal:
    """What a procedure costs: fee times units."""
    return cents(row.ProcFee) * max(1, row.UnitQty + row.BaseUnits)


def thing_of(kind: Kind, num: int) -> Thing | None:
    """The thing with this key; None for 0."""
    return (kind, num) if num else None


def _procedures(rows: Iterable[ProcedureLog]) -> Iterator[Posting]:
    for row in rows:
        if row.ProcStatus is ProcedureStatus.COMPLETE:
            yield Posting(
                Kind.PROCEDURE, row.ProcNum, row.PatNum, row.ProcDate or date.min, fee_of(row), None,
                row.ProvNum, row.ClinicNum,
            )  # fmt: skip


def _adjustments(rows: Iterable[Adjustment]) -> Iterator[Posting]:
    for row in rows:
        yield Posting(
            Kind.ADJUSTMENT, row.AdjNum, row.PatNum, row.AdjDate or date.min, cents(row.AdjAmt),
            thing_of(Kind.PROCEDURE, row.ProcNum), row.ProvNum, row.ClinicNum,
        )  # fmt: skip


def _insurance(rows: Iterable[ClaimProc]) -> Iterator[Posting]:
    for row in rows:
        if row.Status not in PAID:
            continue
        day = row.DateCP or row.ProcDate or date.min
        for kind, amount in ((Kind.INSURANCE, row.InsPayAmt), (Kind.WRITE_OFF, row.WriteOff)):
            if exact := cents(amount):
                yield Posting(
                    kind, row.ClaimProcNum, row.PatNum, day, -exact, thing_of(Kind.PROCEDURE, row.ProcNum),
                    row.ProvNum, row.ClinicNum,
                )  # fmt: skip


def _estimates(rows: Iterable[ClaimProc], today: date) -> Iterator[Estimate]:
    for row in rows:
        is_open = row.Status is ClaimProcStatus.NOT_RECEIVED and (row.ProcDate or date.min) <= today
        if is_open and (row.InsPayEst or row.WriteOff):
            yield Estimate(row.ProcNum, row.PatNum, cents(row.InsPayEst), cents(row.WriteOff), row.ClinicNum)


def _charges(rows: Iterable[ChargeRow]) -> Iterator[Posting]:
    for row in rows:
        day, principal = row.ChargeDate or date.min, cents(row.Principal)
        if row.ChargeType is PayPlanChargeType.CREDIT:
            yield Posting(
                Kind.PLAN_CREDIT, row.PayPlanChargeNum, row.PatNum, day, -principal,
                thing_of(Kind.PROCEDURE, row.ProcNum), row.ProvNum, row.ClinicNum, row.PayPlanNum,
            )  # fmt: skip
            continue
        interest = cents(row.Interest)
        yield Posting(
            Kind.PLAN_CHARGE, row.PayPlanChargeNum, row.Guarantor, day, principal + interest, None, row.ProvNum,
            row.ClinicNum, row.PayPlanNum, interest=interest,
            covers=thing_of(LINKED.get(row.LinkType, Kind.PROCEDURE), row.FKey),
        )  # fmt: skip


def _splits(rows: Iterable[SplitRow], adjustments: Iterable[Adjustment]) -> Iterator[Posting]:
    attached = {row.AdjNum: row.ProcNum for row in adjustments if row.ProcNum}
    for row in rows:
        yield Posting(
            Kind.SPLIT, row.SplitNum, row.PatNum, row.DatePay or date.min, -cents(row.SplitAmt),
            thing_of(Kind.PLAN_CHARGE, row.PayPlanChargeNum)
            or thing_of(Kind.PROCEDURE, row.ProcNum or attached.get(row.AdjNum, 0))
            or thing_of(Kind.ADJUSTMENT, row.AdjNum),
            row.ProvNum, row.ClinicNum, row.PayPlanNum, unearned=bool(row.UnearnedType),
            part=_PARTS.get(row.PayPlanDebitType, Part.WHOLE),
        )  # fmt: skip
