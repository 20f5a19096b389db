"""Family accounts during seeding: what was posted, in cents, and its rows."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.practice.schema.attached import adjustment, paysplit
from app.practice.schema.columns import NO_DATE
from app.practice.schema.insurance import claimproc
from app.practice.schema.money import payment
from app.practice.schema.procedures import procedurelog
from app.practice.seed.people.people import Person
from app.practice.seed.rows import Rows, at, iso

_COMPLETE = 2
"""`procedurelog.ProcStatus`."""
_NOT_RECEIVED, _PAID = 0, frozenset({1, 4, 5, 7})
"""`claimproc.Status` for open and paid claims."""
_EVENING = 204


@dataclass(slots=True)
class Treated:
    """One completed procedure. Days are ordinals, amounts cents."""

    num: int
    day: int
    fee: int
    provider: int
    clinic: int
    due: int = 0
    """The patient portion."""


@dataclass(slots=True)
class Split:
    """One split of a payment."""

    patient: int
    cents: int
    provider: int
    clinic: int
    procedure: int = 0
    plan: int = 0
    charge: int = 0
    unearned: int = 0
    debit: int = 0


@dataclass(slots=True)
class Insured:
    """What insurance covers, by procedure and by patient."""

    of_procedure: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    pending: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    paid: list[tuple[int, int, int]] = field(default_factory=list)
    """Patient, day and cents."""


class Accounts:
    """Collects postings, and each patient's entries."""

    def __init__(self, today: int) -> None:
        self.today = today
        self.entries: dict[int, list[tuple[int, int]]] = defaultdict(list)
        """Each patient's days and cents; positive means owed."""
        self.adjustments = Rows(
            adjustment, "AdjDate", "AdjAmt", "PatNum", "AdjType", "ProvNum", "AdjNote", "ProcDate", "ProcNum",
            "DateEntry", "ClinicNum", "SecUserNumEntry", "SecDateTEdit",
        )  # fmt: skip
        self.payments = Rows(
            payment, "PayType", "PayDate", "PayAmt", "CheckNum", "BankBranch", "PayNote", "PatNum", "ClinicNum",
            "DateEntry", "SecUserNumEntry", "SecDateTEdit",
        )  # fmt: skip
        self.splits = Rows(
            paysplit, "SplitAmt", "PatNum", "PayNum", "ProvNum", "PayPlanNum", "DatePay", "ProcNum", "DateEntry",
            "UnearnedType", "ClinicNum", "SecUserNumEntry", "SecDateTEdit", "PayPlanChargeNum", "PayPlanDebitType",
        )  # fmt: skip

    def post(self, patient: int, day: int, cents: int) -> None:
        """Add an entry to a patient's account."""
        self.entries[patient].append((day, cents))

    def adjust(self, person: Person, treated: Treated, day: int, cents: int, kind: int, note: str) -> None:
        """Post a discount (negative) on a procedure, or an additional charge."""
        attached = treated.num if cents < 0 else 0
        text, user = iso(day), 1 + day % 4
        self.adjustments.add(
            text, cents / 100, person.num, kind, treated.provider, note, iso(treated.day), attached, text,
            treated.clinic, user, at(text, _EVENING),
        )  # fmt: skip
        self.post(person.num, day, cents)

    def take(self, payer: int, day: int, kind: int, splits: list[Split], **words: str) -> None:
        """Add a payment on a day before today."""
        text, user = iso(day), 1 + day % 4
        when = at(text, _EVENING)
        number = self.payments.add(
            kind, text, sum(each.cents for each in splits) / 100, words.get("check", ""), words.get("bank", ""),
            words.get("note", ""), payer, splits[0].clinic, text, user, when,
        )  # fmt: skip
        for each in splits:
            self.splits.add(
                each.cents / 100, each.patient, number, each.provider, each.plan, text, each.procedure, text,
                each.unearned, each.clinic, user, when, each.charge, each.debit,
            )  # fmt: skip
            self.post(each.patient, day, -each.cents)


def visits_of(procedures: Rows, insured: Insured) -> Iterator[tuple[int, list[Treated]]]:
    """Each patient's completed procedures by day."""
    if procedures.table is not procedurelog:
        raise ValueError("procedures are expected")
    places = _places(procedures, "PatNum", "ProcDate", "ProcFee", "ProcStatus", "ProvNum", "ClinicNum")
    groups: dict[tuple[str, int], list[Treated]] = defaultdict(list)
    for row in procedures.rows:
        patient, text, fee, status, provider, clinic = (row[place] for place in places)
        if status == _COMPLETE:
            amount = round(fee * 100)
            day = datetime.date.fromisoformat(text).toordinal()
            due = amount - insured.of_procedure.get(row[0], 0)
            groups[text, patient].append(Treated(row[0], day, amount, provider, clinic, due))
    for (_, patient), treated in sorted(groups.items()):
        yield patient, treated


def insured_by(rows: Iterable[Rows]) -> Insured:
    """Claim data of completed procedures, wherever they are among the rows."""
    found = Insured()
    for each in rows:
        if each.table is claimproc:
            for claim in _as_mappings(each):
                _count(found, claim)
    return found


def _count(found: Insured, claim: Mapping[str, Any]) -> None:
    written_off = round(claim.get("WriteOff", 0) * 100)
    if claim["Status"] in _PAID:
        amount = round(claim.get("InsPayAmt", 0) * 100) + written_off
        text = claim.get("DateCP", NO_DATE)
        day = datetime.date.fromisoformat(claim["ProcDate"] if text == NO_DATE else text).toordinal()
        found.paid.append((claim["PatNum"], day, amount))
    elif claim["Status"] == _NOT_RECEIVED:
        amount = round(claim.get("InsPayEst", 0) * 100) + written_off
        found.pending[claim["PatNum"]] += amount
    else:
        return
    found.of_procedure[claim["ProcNum"]] += amount


def _as_mappings(rows: Rows) -> Iterator[Mapping[str, Any]]:
    for row in rows.rows:
        yield dict(zip(rows.columns, row[1:], strict=True))


def _places(rows: Rows, *names: str) -> list[int]:
    return [rows.columns.index(name) + 1 for name in names]
