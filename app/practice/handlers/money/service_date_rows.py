"""The service date view: each charge with what is attached to it, and a total per day."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from app.domain.money.account import Account, Posting
from app.domain.money.allocation import Kind
from app.domain.money.cents import ZERO
from app.practice.schema.attached import adjustment, payplancharge, paysplit
from app.practice.schema.describe import describe_procedure
from app.practice.schema.money import payment
from app.practice.schema.office import definition, provider
from app.practice.schema.people import patient
from app.practice.schema.procedures import procedurecode, procedurelog
from app.practice.server.work import Work
from app.wire.resources.account_modules import AccountEntry, AccountObject

_OBJECTS = {
    Kind.PROCEDURE: AccountObject.PROCEDURE_LOG,
    Kind.ADJUSTMENT: AccountObject.ADJUSTMENT,
    Kind.SPLIT: AccountObject.PAY_SPLIT,
    Kind.INSURANCE: AccountObject.CLAIM_PROC,
    Kind.WRITE_OFF: AccountObject.CLAIM_PROC,
    Kind.PLAN_CHARGE: AccountObject.PAY_PLAN_CHARGE,
    Kind.PLAN_CREDIT: AccountObject.PAY_PLAN,
}
_ATTACHED = {
    Kind.ADJUSTMENT: AccountEntry.ADJ_ATTACHED,
    Kind.SPLIT: AccountEntry.PAT_PAY_ATTACHED,
    Kind.INSURANCE: AccountEntry.INS_PAY_ATTACHED,
    Kind.WRITE_OFF: AccountEntry.WRITE_OFF_ATTACHED,
}
_ALONE = {
    Kind.PROCEDURE: AccountEntry.PROC,
    Kind.ADJUSTMENT: AccountEntry.ADJ,
    Kind.SPLIT: AccountEntry.PAT_PAY,
    Kind.INSURANCE: AccountEntry.INS_PAY,
    Kind.WRITE_OFF: AccountEntry.WRITE_OFF,
}
_WORDS = {
    Kind.INSURANCE: "Insurance payment",
    Kind.WRITE_OFF: "Insurance write-off",
    Kind.PLAN_CREDIT: "Payment plan",
    Kind.PLAN_CHARGE: "Payment plan charge",
}
_FIELDS = (
    "ObjectType", "PrimaryKey", "Type", "ServiceDate", "TransDate", "Patient", "PatNum", "Reference", "Charge",
    "Credit", "Provider", "InsBal", "AcctBal",
)  # fmt: skip


class ServiceDateRows:
    """Builds the rows of one view. Every posting of the account appears in exactly one row."""

    def __init__(self, work: Work, account: Account, members: Iterable[int]) -> None:
        self._account = account
        self._names = _Names(work, members)
        self._attached = account.attached()
        self._expected = account.expected()

    def all(self) -> list[dict[str, str]]:
        """Day by day with a total each, then the grand total."""
        days: dict[datetime.date, list[Posting]] = defaultdict(list)
        for each in (*self._account.heads().values(), *self._account.unattached()):
            days[each.day].append(each)
        loose = self._account.pending - sum(self._expected.values(), ZERO)
        rows: list[dict[str, str]] = []
        sums = [ZERO, ZERO, ZERO]
        for day in sorted(days):
            found = _Sums()
            for head in days[day]:
                rows += self._group(head, found)
            rows.append(found.row(AccountEntry.DAY_TOTAL, "Total for Date", day.isoformat()))
            sums = [one + more for one, more in zip(sums, found.amounts, strict=True)]
        charge, credit, pending = sums
        overall = _Sums(charge, credit, pending + loose)
        return [*rows, overall.row(AccountEntry.OVERALL_TOTAL, "Overall Total", "")]

    def _group(self, head: Posting, sums: _Sums) -> list[dict[str, str]]:
        """A charge with everything attached to it, or an unattached credit."""
        attached = self._attached.get(head.thing, []) if head.on is None else []
        pending = self._expected.get(head.thing, ZERO)
        own = _Sums()
        for each in (head, *attached):
            own.add(each.amount)
        own.pending = pending
        sums.take(own)
        first = self._row(head, _type_alone(head))
        first["ServiceDate"] = head.day.isoformat()
        first["TransDate"] = "" if head.kind is Kind.PROCEDURE else head.day.isoformat()
        first["InsBal"], first["AcctBal"] = f"{pending}", f"{own.owed}"
        rows = [first]
        for each in attached:
            row = self._row(each, _type_attached(each, head))
            row["TransDate"] = each.day.isoformat()
            rows.append(row)
        return rows

    def _row(self, posting: Posting, kind: AccountEntry) -> dict[str, str]:
        key = posting.plan if posting.kind is Kind.PLAN_CREDIT else posting.num
        row = dict.fromkeys(_FIELDS, "")
        row.update(
            ObjectType=_OBJECTS[posting.kind].value,
            PrimaryKey=f"{key}",
            Type=kind.value,
            Patient=self._names.patients.get(posting.patient, ""),
            PatNum=f"{posting.patient}",
            Reference=self._names.reference(posting),
            Charge=f"{max(posting.amount, ZERO)}",
            Credit=f"{max(-posting.amount, ZERO)}",
            Provider=self._names.providers.get(posting.provider, ""),
        )
        return row


class _Sums:
    """The sums of a total row."""

    def __init__(self, charge: Decimal = ZERO, credit: Decimal = ZERO, pending: Decimal = ZERO) -> None:
        self.charge, self.credit, self.pending = charge, credit, pending

    @property
    def amounts(self) -> tuple[Decimal, Decimal, Decimal]:
        """Charges, credits, and amounts pending with insurance."""
        return self.charge, self.credit, self.pending

    @property
    def owed(self) -> Decimal:
        """The patient portion."""
        return self.charge - self.credit - self.pending

    def add(self, amount: Decimal) -> None:
        """Add one posting."""
        self.charge += max(amount, ZERO)
        self.credit += max(-amount, ZERO)

    def take(self, other: _Sums) -> None:
        """Add another total."""
        self.charge += other.charge
        self.credit += other.credit
        self.pending += other.pending

    def row(self, kind: AccountEntry, words: str, day: str) -> dict[str, str]:
        """The total as a row."""
        row = dict.fromkeys(_FIELDS, "")
        row.update(
            Type=kind.value, ServiceDate=day, Reference=words, Charge=f"{self.charge}", Credit=f"{self.credit}",
            InsBal=f"{self.pending}", AcctBal=f"{self.owed}",
        )  # fmt: skip
        return row


def _type_alone(posting: Posting) -> AccountEntry:
    if posting.kind is Kind.PLAN_CHARGE:
        return AccountEntry.PAY_PLAN_CHARGE_ATTACHED if posting.covers else AccountEntry.PAY_PLAN_CHARGE
    if posting.kind is Kind.PLAN_CREDIT:
        return AccountEntry.PAY_PLAN_CREDIT
    if posting.unearned:
        return AccountEntry.UNALLOCATED
    if posting.kind is Kind.SPLIT and posting.plan:
        return AccountEntry.PAT_PAY_PAY_PLAN
    return _ALONE[posting.kind]


def _type_attached(posting: Posting, head: Posting) -> AccountEntry:
    if posting.kind is Kind.PLAN_CREDIT:
        return AccountEntry.DYNAMIC_PAY_PLAN_CREDIT if posting.linked else AccountEntry.PAY_PLAN_CREDIT
    if posting.kind is Kind.SPLIT and head.kind is Kind.PLAN_CHARGE:
        return AccountEntry.PAT_PAY_ATTACHED_PAY_PLAN
    return _ATTACHED[posting.kind]


class _Names:
    """The names of people, types and procedures used in the rows."""

    def __init__(self, work: Work, members: Iterable[int]) -> None:
        self._work = work
        self._members = tuple(members)
        self.patients = self._pairs(
            sa.select(patient.c.PatNum, patient.c.FName).where(patient.c.PatNum.in_(self._members))
        )
        self.providers = self._pairs(sa.select(provider.c.ProvNum, provider.c.Abbr))
        self._procedures = dict(self._described())
        self._adjustments = self._pairs(
            sa.select(adjustment.c.AdjNum, definition.c.ItemName)
            .join(definition, definition.c.DefNum == adjustment.c.AdjType)
            .where(adjustment.c.PatNum.in_(self._members))
        )
        self._splits = self._pairs(
            sa.select(
                paysplit.c.SplitNum,
                sa.func.coalesce(definition.c.ItemName, "") + " " + sa.func.coalesce(payment.c.CheckNum, ""),
            )
            .join(payment, payment.c.PayNum == paysplit.c.PayNum, isouter=True)
            .join(definition, definition.c.DefNum == payment.c.PayType, isouter=True)
            .where(paysplit.c.PatNum.in_(self._members))
        )
        self._notes = self._pairs(
            sa.select(payplancharge.c.PayPlanChargeNum, payplancharge.c.Note).where(
                payplancharge.c.Guarantor.in_(self._members)
            )
        )

    def _pairs(self, wanted: sa.Select[Any]) -> dict[int, str]:
        return {row[0]: row[1] for row in self._work.connection.execute(wanted)}

    def _described(self) -> Iterable[tuple[int, str]]:
        wanted = sa.select(
            procedurelog, procedurecode.c.ProcCode, procedurecode.c.TreatArea, procedurecode.c.AbbrDesc
        ).join(procedurecode, procedurecode.c.CodeNum == procedurelog.c.CodeNum)
        for row in self._work.connection.execute(wanted.where(procedurelog.c.PatNum.in_(self._members))):
            words = describe_procedure(row.TreatArea, row.AbbrDesc, row.ToothNum, row.Surf, row.ToothRange)
            yield row.ProcNum, f"{row.ProcCode}:{words}"

    def reference(self, posting: Posting) -> str:
        """A posting's description."""
        if posting.kind is Kind.PROCEDURE:
            return self._procedures.get(posting.num, "")
        if posting.kind is Kind.ADJUSTMENT:
            return f"Adj- {self._adjustments.get(posting.num, '')}"
        if posting.kind is Kind.SPLIT:
            return self._splits.get(posting.num, "").strip()
        if posting.kind is Kind.PLAN_CHARGE:
            return self._notes.get(posting.num, "") or _WORDS[posting.kind]
        return _WORDS[posting.kind]
