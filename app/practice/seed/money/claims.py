"""Two years of claims, the carriers' answers, and their checks."""

from __future__ import annotations

import random
from collections.abc import Container, Iterable, Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from app.practice.schema.claims import claim
from app.practice.schema.columns import NO_DATE
from app.practice.schema.insurance import claimproc
from app.practice.seed.codes import CODES
from app.practice.seed.money.checks import Checks
from app.practice.seed.money.claim_amounts import Benefits, Expected, Taken
from app.practice.seed.money.insurance import Held, Insurance
from app.practice.seed.office import CHAIRS
from app.practice.seed.rows import Rows, iso
from app.practice.seed.treatment import DONE, PLANNED_TREATMENT

_NOT_RECEIVED, _RECEIVED, _PREAUTH = 0, 1, 2
"""`claimproc.Status`."""
_BLANK = -1.0
_SENT_AS = {number: code.code[:5] for number, code in enumerate(CODES, 1)}
_DENTIST_OF = {chair.hygienist: chair.dentist for chair in CHAIRS}
_BILLS, _FORM = 1, 1
"""ProvNum of the billing provider, and the form."""
_NOBODY = Held(0, 0, 0, 0)
_FEW_DAYS = 5
"""The longest time before a claim is sent."""
_ASKED_FIRST = 1_000.0
"""The fee above which the office asks for a preauthorization."""


class Procedure(NamedTuple):
    """A procedure as a claim needs it."""

    num: int
    person: int
    visit: int
    day: str
    fee: float
    status: int
    provider: int
    clinic: int
    code_num: int


class Billed(NamedTuple):
    """A claim in preparation. Its days are ordinals, 0 for none."""

    num: int
    kind: str
    """`claim.ClaimType`."""
    status: str
    sent: int
    received: int
    held: Held
    denied: int = 0
    """The definition with the reason for no payment."""

    @property
    def line_status(self) -> int:
        """The status of its claimprocs."""
        if self.kind == "PreAuth":
            return _PREAUTH
        return _RECEIVED if self.status == "R" else _NOT_RECEIVED


class Claims:
    """Collects claims and claimprocs."""

    def __init__(self, insurance: Insurance, checks: Checks, today: int, dice: random.Random) -> None:
        self._insurance = insurance
        self._checks = checks
        self._today = today
        self._dice = dice
        self._benefits = Benefits()
        self.claims = Rows(
            claim, "PatNum", "DateService", "DateSent", "ClaimStatus", "DateReceived", "PlanNum", "ProvTreat",
            "ClaimFee", "InsPayEst", "InsPayAmt", "DedApplied", "IsProsthesis", "ClaimType", "ProvBill", "PatRelat",
            "PlanNum2", "PatRelat2", "WriteOff", "ClinicNum", "ClaimForm", "InsSubNum", "InsSubNum2",
            "ClaimIdentifier", "DateSentOrig", "SecUserNumEntry", "SecDateEntry", "SecDateTEdit",
        )  # fmt: skip
        self.procs = Rows(
            claimproc, "ProcNum", "ClaimNum", "PatNum", "ProvNum", "FeeBilled", "InsPayEst", "DedApplied", "Status",
            "InsPayAmt", "Remarks", "ClaimPaymentNum", "PlanNum", "DateCP", "WriteOff", "CodeSent", "AllowedOverride",
            "Percentage", "PercentOverride", "CopayAmt", "PaidOtherIns", "BaseEst", "CopayOverride", "ProcDate",
            "DateEntry", "LineNumber", "DedEst", "DedEstOverride", "InsEstTotal", "InsEstTotalOverride",
            "PaidOtherInsOverride", "WriteOffEst", "WriteOffEstOverride", "ClinicNum", "InsSubNum", "PaymentRow",
            "ClaimPaymentTracking", "SecUserNumEntry", "SecDateEntry", "SecDateTEdit", "DateSuppReceived",
            "DateInsFinalized",
        )  # fmt: skip

    def bill(self, procedures: Iterable[Procedure]) -> None:
        """A claim for each past visit of an insured patient, and one to secondary insurance for the rest."""
        covered = self._insurance.covered
        billed = (
            each for each in procedures if each.status == DONE and each.visit and each.person in covered
        )
        for _, visit in groupby(billed, key=lambda each: each.visit):
            done = list(visit)
            held = covered[done[0].person]
            day = date.fromisoformat(done[0].day).toordinal()
            if not held[0].since <= day < self._today:
                continue
            first = self._progress(day, held[0])
            taken = self._write(first, done, held, [None] * len(done))
            if len(held) > 1 and day >= held[1].since:
                self._write(self._after(first, held[1]), done, held, taken)

    def preauthorize(self, procedures: Iterable[Procedure]) -> None:
        """Preauthorizations for expensive treatment not scheduled yet; some are answered."""
        for each in procedures:
            waits = each.status == PLANNED_TREATMENT and not each.visit and each.fee >= _ASKED_FIRST
            if not waits:
                continue
            sent = min(max(date.fromisoformat(each.day).toordinal(), self._today - 60), self._today - 1)
            received = sent + 12 if sent + 12 < self._today else 0
            mine = self._insurance.covered[each.person]
            asked = Billed(self._next, "PreAuth", "R" if received else "S", sent, received, mine[0])
            self._write(asked, [each], mine, [None])

    def expect(self, held: Held, each: Procedure, day: str, first: Taken | None) -> Expected:
        """What a coverage pays for a procedure done on a day. `first`: the primary's part, for secondary insurance."""
        terms = self._insurance.terms[held.plan]
        return self._benefits.expect(terms, held.sub, each.person, day, each.fee, each.code_num, first)

    @property
    def _next(self) -> int:
        return len(self.claims.rows) + 1

    def _progress(self, day: int, held: Held) -> Billed:
        """How far a claim has come: sent within days, answered within weeks."""
        chance, age = self._dice.random(), self._today - day
        sent = min(day + int(chance * 3) + 1, self._today - 1)
        received = sent + 5 + int(chance * 100) % 11
        num = self._next
        if age < _FEW_DAYS and chance < 0.5:
            return Billed(num, "P", "W" if chance < 0.35 else "U", 0, 0, held)
        if chance < 0.01 and age < 60:
            return Billed(num, "P", "I", 0, 0, held)
        if received >= self._today or (chance > 0.985 and age < 300):
            return Billed(num, "P", "S", sent, 0, held)
        denied = self._checks.denials[num % 2] if self._dice.random() < 0.02 else 0
        return Billed(num, "P", "R", sent, received, held, denied)

    def _after(self, first: Billed, held: Held) -> Billed:
        """The secondary claim is sent after the primary one is answered."""
        sent = first.received + 1 if first.received else 0
        received = sent + 15
        if not sent or sent >= self._today:
            return Billed(self._next, "S", "W" if sent else "H", 0, 0, held)
        if received >= self._today:
            return Billed(self._next, "S", "S", sent, 0, held)
        return Billed(self._next, "S", "R", sent, received, held)

    def _write(
        self, billed: Billed, done: list[Procedure], held: list[Held], others: Sequence[Taken | None]
    ) -> list[Taken]:
        """Write a claim with its claimprocs; returns what it covers, or will cover, of each procedure."""
        mine = billed.held
        terms = self._insurance.terms[mine.plan]
        expected = [
            self.expect(mine, each, each.day, first) for each, first in zip(done, others, strict=True)
        ]
        answered = billed.line_status == _RECEIVED
        pays = [each.pays if answered and not billed.denied else 0 for each in expected]
        payment, place, finalized = 0, 0, NO_DATE
        if answered:
            payment, place, finalized = self._checks.add(
                terms.carrier, done[0].clinic, billed.received, sum(pays)
            )
        for line, (each, estimate, paid) in enumerate(zip(done, expected, pays, strict=True), 1):
            self._line(billed, line, each, estimate, paid, (payment, place, finalized))
        other = next((each for each in held if each.sub != mine.sub), _NOBODY)
        self._claim(billed, done[0], expected, sum(pays), other)
        taken = pays if answered else [each.pays for each in expected]
        return [Taken(paid, each.write_off) for paid, each in zip(taken, expected, strict=True)]

    def _claim(
        self, billed: Billed, first: Procedure, expected: list[Expected], paid: int, other: Held
    ) -> None:
        sent, received = _text(billed.sent), _text(billed.received)
        changed = iso(billed.received or billed.sent) if billed.sent else first.day
        preauthorizes = billed.kind == "PreAuth"
        self.claims.add(
            first.person, NO_DATE if preauthorizes else first.day, sent if billed.sent else first.day, billed.status,
            received, billed.held.plan, _DENTIST_OF.get(first.provider, first.provider),
            sum(each.fee for each in expected) / 100, sum(each.pays for each in expected) / 100, paid / 100,
            sum(each.deductible for each in expected) / 100, "N", billed.kind, _BILLS, billed.held.relation,
            other.plan, other.relation, 0.0 if preauthorizes else sum(each.write_off for each in expected) / 100,
            first.clinic, _FORM, billed.held.sub, other.sub, f"{first.person}/{billed.num}", sent,
            1 + billed.num % 4, first.day, f"{changed} 16:10:00",
        )  # fmt: skip

    def _line(
        self,
        billed: Billed,
        line: int,
        each: Procedure,
        estimate: Expected,
        paid: int,
        on: tuple[int, int, str],
    ) -> None:
        """One claimproc. `on` is its payment, its position there, and that payment's day."""
        status, (payment, place, finalized) = billed.line_status, on
        received = _text(billed.received) if status == _RECEIVED else NO_DATE
        changed = received if status == _RECEIVED else each.day
        written_off = estimate.write_off / 100
        network = estimate.write_off > 0
        self.procs.add(
            each.num, billed.num, each.person, each.provider, estimate.fee / 100, estimate.pays / 100,
            estimate.deductible / 100, status, paid / 100, "No benefits for this service" if billed.denied else "",
            payment, billed.held.plan, finalized if payment else each.day, 0.0 if status == _PREAUTH else written_off,
            _SENT_AS[each.code_num], estimate.allowed / 100 if network else _BLANK, estimate.share, -1, _BLANK,
            estimate.others / 100 if billed.kind == "S" else _BLANK, estimate.base / 100, _BLANK, each.day, received,
            line, estimate.deductible / 100, _BLANK, estimate.pays / 100, _BLANK, _BLANK,
            written_off if network else _BLANK, _BLANK, each.clinic, billed.held.sub, place, billed.denied,
            1 + billed.num % 4, each.day, f"{changed} 16:10:00", received, finalized,
        )  # fmt: skip


def procedures_in(treatment: Rows, covered: Container[int]) -> list[Procedure]:
    """The procedures of insured patients, in order of entry."""
    columns = ("ProcNum", *treatment.columns)
    wanted = (
        "ProcNum",
        "PatNum",
        "AptNum",
        "ProcDate",
        "ProcFee",
        "ProcStatus",
        "ProvNum",
        "ClinicNum",
        "CodeNum",
    )
    pick = itemgetter(*(columns.index(name) for name in wanted))
    person = columns.index("PatNum")
    return [Procedure._make(pick(row)) for row in treatment.rows if row[person] in covered]


def _text(day: int) -> str:
    return iso(day) if day else NO_DATE
