"""The rows that change balances, as postings, for a few patients or the whole office."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from app.domain.money.account import Estimate, Posting
from app.domain.money.allocation import Kind, Part, Thing
from app.domain.money.cents import cents
from app.practice.schema.attached import adjustment, payplancharge, payplanlink, paysplit
from app.practice.schema.columns import NO_DATE
from app.practice.schema.enums.base import CLAIM_PROC_STATUS, PAY_PLAN_LINK, PROC_STATUS
from app.practice.schema.enums.money import PAY_PLAN_CHARGE, PAY_PLAN_DEBIT
from app.practice.schema.insurance import claimproc
from app.practice.schema.procedures import procedurelog
from app.practice.server.work import Row, Work

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
"""The values of PayPlanLink.LinkType."""
LINK_NUMBERS = {kind: number for number, kind in LINKED.items()}
_PARTS = {
    PAY_PLAN_DEBIT.number("Principal"): Part.PRINCIPAL,
    PAY_PLAN_DEBIT.number("Interest"): Part.INTEREST,
}
_L, _A, _I, _C, _S = procedurelog.c, adjustment.c, claimproc.c, payplancharge.c, paysplit.c


def fee_of(fee: Any, quantity: int, base: int) -> Decimal:
    """A procedure's cost: fee times units."""
    return cents(fee) * int(max(1, quantity + base))


class Postings:
    """Reads the postings until a day, of these patients or (None) of the whole office.

    Selects only the columns that matter, because a report reads every row.
    """

    def __init__(self, work: Work, members: tuple[int, ...] | None, until: datetime.date) -> None:
        self._work = work
        self._members = members
        self._day = until
        self._until = until.isoformat()

    def all(self) -> list[Posting]:
        """All postings except what dynamic plans take off, which is derived from these."""
        return [
            *self._procedures(),
            *self._adjustments(),
            *self._insurance(),
            *self._plan_charges(),
            *self._old_plan_credits(),
            *self._splits(),
        ]

    def _rows(
        self, columns: tuple[sa.Column[Any], ...], owner: sa.Column[Any], *conditions: sa.ColumnElement[bool]
    ) -> Iterable[Row]:
        """A table's rows by primary key (its first column), in key order."""
        wanted = sa.select(*columns).where(*self._owned(owner), *conditions).order_by(columns[0])
        return self._work.connection.execute(wanted)

    def _owned(self, owner: sa.Column[Any]) -> tuple[sa.ColumnElement[bool], ...]:
        return () if self._members is None else (owner.in_(self._members),)

    def _procedures(self) -> Iterator[Posting]:
        """Completed procedures, at their fees."""
        columns = (
            _L.ProcNum, _L.PatNum, _L.ProcDate, _L.ProcFee, _L.UnitQty, _L.BaseUnits, _L.ProvNum, _L.ClinicNum,
        )  # fmt: skip
        done = _L.ProcStatus == _COMPLETE, _L.ProcDate <= self._until
        for num, patient, day, fee, quantity, base, provider, clinic in self._rows(columns, _L.PatNum, *done):
            amount = fee_of(fee, quantity, base)
            yield Posting(Kind.PROCEDURE, num, patient, _day(day), amount, None, provider, clinic)

    def _adjustments(self) -> Iterator[Posting]:
        """Adjustments: discounts and additional charges."""
        columns = _A.AdjNum, _A.PatNum, _A.AdjDate, _A.AdjAmt, _A.ProcNum, _A.ProvNum, _A.ClinicNum
        made = _A.AdjDate <= self._until
        for num, patient, day, amount, procedure, provider, clinic in self._rows(columns, _A.PatNum, made):
            on = _thing(Kind.PROCEDURE, procedure)
            yield Posting(Kind.ADJUSTMENT, num, patient, _day(day), cents(amount), on, provider, clinic)

    def _insurance(self) -> Iterator[Posting]:
        """Insurance payments and write-offs."""
        columns = (
            _I.ClaimProcNum, _I.PatNum, _I.DateCP, _I.ProcDate, _I.InsPayAmt, _I.WriteOff, _I.ProcNum, _I.ProvNum,
            _I.ClinicNum,
        )  # fmt: skip
        rows = self._rows(columns, _I.PatNum, _I.Status.in_(_PAID))
        for num, patient, paid_on, done_on, paid, written_off, procedure, provider, clinic in rows:
            day = done_on if paid_on == NO_DATE else paid_on
            if day > self._until:
                continue
            on = _thing(Kind.PROCEDURE, procedure)
            for kind, given in ((Kind.INSURANCE, paid), (Kind.WRITE_OFF, written_off)):
                if amount := cents(given):
                    yield Posting(kind, num, patient, _day(day), -amount, on, provider, clinic)

    def estimates(self) -> Iterator[Estimate]:
        """Insurance estimates of open claims for treatment completed by then."""
        columns = _I.ClaimProcNum, _I.PatNum, _I.ProcNum, _I.InsPayEst, _I.WriteOff, _I.ClinicNum
        open_ = _I.Status == _PENDING, _I.ProcDate <= self._until
        for _, patient, procedure, paid, written_off, clinic in self._rows(columns, _I.PatNum, *open_):
            if paid or written_off:
                yield Estimate(procedure, patient, cents(paid), cents(written_off), clinic)

    def _plan_charges(self) -> Iterator[Posting]:
        """Payment plan charges that are due."""
        columns = (
            _C.PayPlanChargeNum, _C.Guarantor, _C.ChargeDate, _C.Principal, _C.Interest, _C.ProvNum, _C.ClinicNum,
            _C.PayPlanNum, _C.LinkType, _C.FKey,
        )  # fmt: skip
        due = _C.ChargeType == _DEBIT, _C.ChargeDate <= self._until
        rows = self._rows(columns, _C.Guarantor, *due)
        for num, patient, day, principal, extra, provider, clinic, plan, link, linked in rows:
            interest = cents(extra)
            yield Posting(
                Kind.PLAN_CHARGE, num, patient, _day(day), cents(principal) + interest, None, provider, clinic, plan,
                interest=interest, covers=_thing(LINKED.get(link, Kind.PROCEDURE), linked),
            )  # fmt: skip

    def _old_plan_credits(self) -> Iterator[Posting]:
        """What closed patient payment plans took off the accounts."""
        columns = (
            _C.PayPlanChargeNum, _C.PatNum, _C.ChargeDate, _C.Principal, _C.ProcNum, _C.ProvNum, _C.ClinicNum,
            _C.PayPlanNum,
        )  # fmt: skip
        given = _C.ChargeType == _CREDIT, _C.ChargeDate <= self._until
        rows = self._rows(columns, _C.PatNum, *given)
        for num, patient, day, principal, procedure, provider, clinic, plan in rows:
            yield Posting(
                Kind.PLAN_CREDIT, num, patient, _day(day), -cents(principal), _thing(Kind.PROCEDURE, procedure),
                provider, clinic, plan,
            )  # fmt: skip

    def _splits(self) -> Iterator[Posting]:
        """Patient payments."""
        adjusted = self._rows((_A.AdjNum, _A.ProcNum), _A.PatNum, _A.ProcNum != 0)
        attached = {row.AdjNum: row.ProcNum for row in adjusted}
        columns = (
            _S.SplitNum, _S.PatNum, _S.DatePay, _S.SplitAmt, _S.PayPlanChargeNum, _S.ProcNum, _S.AdjNum, _S.ProvNum,
            _S.ClinicNum, _S.PayPlanNum, _S.UnearnedType, _S.PayPlanDebitType,
        )  # fmt: skip
        for (
            num, patient, day, amount, charge, procedure, adjustment_num, provider, clinic, plan, unearned, debit,
        ) in self._rows(columns, _S.PatNum, _S.DatePay <= self._until):  # fmt: skip
            on = (
                _thing(Kind.PLAN_CHARGE, charge)
                or _thing(Kind.PROCEDURE, procedure or attached.get(adjustment_num, 0))
                or _thing(Kind.ADJUSTMENT, adjustment_num)
            )
            yield Posting(
                Kind.SPLIT, num, patient, _day(day), -cents(amount), on, provider, clinic, plan,
                unearned=bool(unearned), part=_PARTS.get(debit, Part.WHOLE),
            )  # fmt: skip

    def links(self) -> list[Row]:
        """What dynamic payment plans cover of these patients' procedures and adjustments by then, with their PatNum."""
        links, next_day = payplanlink.c, self._day + datetime.timedelta(days=1)
        found: list[Row] = []
        for number, kind in LINKED.items():
            table, key = (procedurelog, _L.ProcNum) if kind is Kind.PROCEDURE else (adjustment, _A.AdjNum)
            joined = payplanlink.join(table, key == links.FKey)
            wanted = (
                sa.select(payplanlink, table.c.PatNum).select_from(joined).where(*self._owned(table.c.PatNum))
            )
            wanted = wanted.where(links.LinkType == number, links.SecDateTEntry < next_day)
            found += self._work.connection.execute(wanted.order_by(links.PayPlanLinkNum))
        return found


def _thing(kind: Kind, num: Any) -> Thing | None:
    return (kind, int(num)) if num else None


def _day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)
