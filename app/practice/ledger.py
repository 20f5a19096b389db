"""Families' accounts as the database has them: every row that changes a balance, as a posting."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from app.domain.account import Account, Estimate, Posting
from app.domain.allocation import Kind, Part, Thing
from app.domain.money import ZERO, cents, total
from app.practice.refusals import NotFound
from app.practice.schema import (
    NO_DATE,
    adjustment,
    claimproc,
    patient,
    payplancharge,
    payplanlink,
    paysplit,
    procedurelog,
)
from app.practice.schema.codes import CLAIM_PROC_STATUS, PAY_PLAN_LINK, PROC_STATUS
from app.practice.schema.codes_money import PAY_PLAN_CHARGE, PAY_PLAN_DEBIT
from app.practice.work import Row, Work

_COMPLETE = PROC_STATUS.number("C")
_PAID = tuple(
    CLAIM_PROC_STATUS.number(word) for word in ("Received", "Supplemental", "CapClaim", "CapComplete")
)
_PENDING = CLAIM_PROC_STATUS.number("NotReceived")
_DEBIT, _CREDIT = PAY_PLAN_CHARGE.number("Debit"), PAY_PLAN_CHARGE.number("Credit")
LINKED = {
    PAY_PLAN_LINK.number("Procedure"): Kind.PROCEDURE,
    PAY_PLAN_LINK.number("Adjustment"): Kind.ADJUSTMENT,
}
"""What a payment plan's LinkType means."""
LINK_NUMBERS = {kind: number for number, kind in LINKED.items()}
_PARTS = {
    PAY_PLAN_DEBIT.number("Principal"): Part.PRINCIPAL,
    PAY_PLAN_DEBIT.number("Interest"): Part.INTEREST,
}


def family_of(work: Work, pat_num: int) -> list[int]:
    """The PatNums of a patient's family, the guarantor's first. NotFound for an unknown patient."""
    wanted = sa.select(patient.c.Guarantor).where(patient.c.PatNum == pat_num)
    guarantor = work.connection.execute(wanted).scalar()
    if guarantor is None:
        raise NotFound("Patient not found.")
    members = sa.select(patient.c.PatNum).where(patient.c.Guarantor == guarantor).order_by(patient.c.PatNum)
    found = set(work.connection.execute(members).scalars()) | {pat_num}
    return sorted(found, key=lambda each: (each != guarantor, each))


def read_account(work: Work, pat_nums: Iterable[int]) -> Account:
    """What stands on these patients' accounts today. What is dated later does not stand there yet."""
    members = tuple(pat_nums)
    reader = _Reader(work, members)
    postings = [
        *reader.procedures(),
        *reader.adjustments(),
        *reader.insurance(),
        *reader.plan_charges(),
        *reader.splits(),
    ]
    estimates = tuple(reader.estimates())
    postings += _plan_credits(reader.links(), Account(work.today, tuple(postings), estimates))
    return Account(work.today, tuple(postings), estimates)


def procedure_fee(row: Row) -> Decimal:
    """What a procedure costs: its fee times its units."""
    return cents(row.ProcFee) * int(max(1, row.UnitQty + row.BaseUnits))


class _Reader:
    """The rows of a few patients."""

    def __init__(self, work: Work, members: tuple[int, ...]) -> None:
        self._work = work
        self._members = members
        self._until = work.today.isoformat()

    def _rows(self, table: sa.Table, owner: str, *conditions: sa.ColumnElement[bool]) -> list[Row]:
        key = next(iter(table.primary_key.columns))
        wanted = sa.select(table).where(table.c[owner].in_(self._members), *conditions).order_by(key)
        return list(self._work.connection.execute(wanted))

    def procedures(self) -> Iterator[Posting]:
        """Complete procedures, by their fees."""
        columns = procedurelog.c
        for row in self._rows(
            procedurelog, "PatNum", columns.ProcStatus == _COMPLETE, columns.ProcDate <= self._until
        ):
            yield Posting(
                Kind.PROCEDURE, row.ProcNum, row.PatNum, _day(row.ProcDate), procedure_fee(row),
                provider=row.ProvNum, clinic=row.ClinicNum,
            )  # fmt: skip

    def adjustments(self) -> Iterator[Posting]:
        """Discounts and extra charges."""
        for row in self._rows(adjustment, "PatNum", adjustment.c.AdjDate <= self._until):
            yield Posting(
                Kind.ADJUSTMENT, row.AdjNum, row.PatNum, _day(row.AdjDate), cents(row.AdjAmt),
                _thing(Kind.PROCEDURE, row.ProcNum), row.ProvNum, row.ClinicNum,
            )  # fmt: skip

    def insurance(self) -> Iterator[Posting]:
        """What insurance paid and what was written off for it."""
        for row in self._rows(claimproc, "PatNum", claimproc.c.Status.in_(_PAID)):
            day = row.ProcDate if row.DateCP == NO_DATE else row.DateCP
            if day > self._until:
                continue
            for kind, amount in ((Kind.INSURANCE, row.InsPayAmt), (Kind.WRITE_OFF, row.WriteOff)):
                if paid := cents(amount):
                    yield Posting(
                        kind, row.ClaimProcNum, row.PatNum, _day(day), -paid,
                        _thing(Kind.PROCEDURE, row.ProcNum), row.ProvNum, row.ClinicNum,
                    )  # fmt: skip

    def estimates(self) -> Iterator[Estimate]:
        """What insurance is expected to take over of open claims."""
        for row in self._rows(claimproc, "PatNum", claimproc.c.Status == _PENDING):
            if expected := cents(row.InsPayEst) + cents(row.WriteOff):
                yield Estimate(row.ProcNum, row.PatNum, expected)

    def plan_charges(self) -> Iterator[Posting]:
        """What payment plans have made due, and what old plans took off the patients' accounts."""
        charges = payplancharge.c
        due = charges.ChargeDate <= self._until
        for row in self._rows(payplancharge, "Guarantor", charges.ChargeType == _DEBIT, due):
            interest = cents(row.Interest)
            yield Posting(
                Kind.PLAN_CHARGE, row.PayPlanChargeNum, row.Guarantor, _day(row.ChargeDate),
                cents(row.Principal) + interest, None, row.ProvNum, row.ClinicNum, row.PayPlanNum,
                interest=interest, covers=_thing(LINKED.get(row.LinkType, Kind.PROCEDURE), row.FKey),
            )  # fmt: skip
        for row in self._rows(payplancharge, "PatNum", charges.ChargeType == _CREDIT, due):
            yield Posting(
                Kind.PLAN_CREDIT, row.PayPlanChargeNum, row.PatNum, _day(row.ChargeDate), -cents(row.Principal),
                _thing(Kind.PROCEDURE, row.ProcNum), row.ProvNum, row.ClinicNum, row.PayPlanNum,
            )  # fmt: skip

    def splits(self) -> Iterator[Posting]:
        """What patients paid."""
        attached = dict(self._attached_adjustments())
        for row in self._rows(paysplit, "PatNum", paysplit.c.DatePay <= self._until):
            on = (
                _thing(Kind.PLAN_CHARGE, row.PayPlanChargeNum)
                or _thing(Kind.PROCEDURE, row.ProcNum or attached.get(row.AdjNum, 0))
                or _thing(Kind.ADJUSTMENT, row.AdjNum)
            )
            yield Posting(
                Kind.SPLIT, row.SplitNum, row.PatNum, _day(row.DatePay), -cents(row.SplitAmt), on, row.ProvNum,
                row.ClinicNum, row.PayPlanNum, unearned=bool(row.UnearnedType),
                part=_PARTS.get(row.PayPlanDebitType, Part.WHOLE),
            )  # fmt: skip

    def _attached_adjustments(self) -> Iterator[tuple[int, int]]:
        for row in self._rows(adjustment, "PatNum", adjustment.c.ProcNum != 0):
            yield row.AdjNum, row.ProcNum

    def links(self) -> list[Row]:
        """What dynamic payment plans cover of these patients' procedures and adjustments."""
        found: list[Row] = []
        for number, kind in LINKED.items():
            table, key = (procedurelog, "ProcNum") if kind is Kind.PROCEDURE else (adjustment, "AdjNum")
            joined = payplanlink.join(table, table.c[key] == payplanlink.c.FKey)
            wanted = sa.select(payplanlink).select_from(joined)
            wanted = wanted.where(payplanlink.c.LinkType == number, table.c.PatNum.in_(self._members))
            found += self._work.connection.execute(wanted.order_by(payplanlink.c.PayPlanLinkNum))
        return found


def _plan_credits(links: Iterable[Row], account: Account) -> Iterator[Posting]:
    """What dynamic plans take off: the plan's charges stand for it from now on."""
    heads, amounts = account.heads(), planned_amounts(links, account)
    for link in links:
        thing = LINKED[link.LinkType], link.FKey
        if thing in heads and (amount := amounts[link.PayPlanLinkNum]):
            head = heads[thing]
            yield Posting(
                Kind.PLAN_CREDIT, link.PayPlanLinkNum, head.patient, head.day, -amount, thing, head.provider,
                head.clinic, link.PayPlanNum, linked=True,
            )  # fmt: skip


def planned_amounts(links: Iterable[Row], account: Account) -> dict[int, Decimal]:
    """How much of each linked thing on an account its plan covers, by PayPlanLinkNum.

    AmountOverride, or else whatever of it the patient had to pay: the fee with its adjustments, less insurance, what
    insurance is expected to pay, and what was paid before the plan.
    """
    heads, attached, expected = account.heads(), account.attached(), account.expected()
    found: dict[int, Decimal] = defaultdict(lambda: ZERO)
    for link in links:
        thing = LINKED[link.LinkType], link.FKey
        override = cents(link.AmountOverride)
        if override or thing not in heads:
            found[link.PayPlanLinkNum] = override
            continue
        others = (each.amount for each in attached[thing] if not each.plan)
        left = heads[thing].amount + total(others) - expected.get(thing, ZERO)
        found[link.PayPlanLinkNum] = max(left, ZERO)
    return found


def _thing(kind: Kind, num: Any) -> Thing | None:
    return (kind, int(num)) if num else None


def _day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)
