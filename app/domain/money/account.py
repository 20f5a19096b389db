"""A family's account: everything that was posted, and what follows from it, to the cent.

Every figure that is shown of an account is computed from the same postings here: what the family and each patient
owe, what is pending with insurance, what is unearned, and which debts a payment would pay.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from decimal import Decimal

from msgspec import Struct

from app.domain.money.aging import Aged, age
from app.domain.money.allocation import Debt, Kind, Part, Thing, settle
from app.domain.money.cents import ZERO, total


class Posting(Struct, frozen=True, gc=False):
    """One amount on one patient's account: owed when positive, paid or forgiven when negative."""

    kind: Kind
    num: int
    """The key of its row."""
    patient: int
    day: datetime.date
    amount: Decimal
    on: Thing | None = None
    """What it is attached to."""
    provider: int = 0
    clinic: int = 0
    plan: int = 0
    unearned: bool = False
    """A prepayment: it lowers the balance, but pays for nothing yet."""
    interest: Decimal = ZERO
    """Of a plan's charge, how much of the amount is interest."""
    part: Part = Part.WHOLE
    """Of a split on a plan's charge, which part it pays."""
    covers: Thing | None = None
    """Of a plan's charge, what it is for."""
    linked: bool = False
    """Of a plan's credit, whether a dynamic plan gives it for what it covers."""

    @property
    def thing(self) -> Thing:
        """What other postings are attached to when they are attached to this one."""
        return self.kind, self.num


class Estimate(Struct, frozen=True, gc=False):
    """What insurance is expected to pay and write off; `procedure` 0 for a whole claim."""

    procedure: int
    patient: int
    payment: Decimal
    write_off: Decimal = ZERO
    clinic: int = 0

    @property
    def amount(self) -> Decimal:
        """What the patient need not pay of it."""
        return self.payment + self.write_off


_CAN_BE_OWED = frozenset({Kind.PROCEDURE, Kind.ADJUSTMENT, Kind.PLAN_CHARGE})


class Account(Struct, frozen=True):
    """All of one family's postings up to a day, and the estimates of its open claims."""

    today: datetime.date
    postings: tuple[Posting, ...]
    estimates: tuple[Estimate, ...] = ()

    def of(self, patient: int) -> Account:
        """One patient's part of it."""
        return self.of_all({patient})

    def of_all(self, patients: Container[int]) -> Account:
        """These patients' part of it."""
        return Account(
            self.today,
            tuple(each for each in self.postings if each.patient in patients),
            tuple(each for each in self.estimates if each.patient in patients),
        )

    def of_clinic(self, clinic: int) -> Account:
        """What was posted and is expected in one clinic."""
        return Account(
            self.today,
            tuple(each for each in self.postings if each.clinic == clinic),
            tuple(each for each in self.estimates if each.clinic == clinic),
        )

    def by_family(self, guarantors: Mapping[int, int]) -> dict[int, Account]:
        """An account of many families as one account each, by guarantor; `guarantors` has every patient's.

        What is posted on somebody who is no patient is in none of them.
        """
        postings: dict[int, list[Posting]] = defaultdict(list)
        estimates: dict[int, list[Estimate]] = defaultdict(list)
        for each in self.postings:
            postings[guarantors.get(each.patient, 0)].append(each)
        for one in self.estimates:
            estimates[guarantors.get(one.patient, 0)].append(one)
        return {
            guarantor: Account(self.today, tuple(postings[guarantor]), tuple(estimates[guarantor]))
            for guarantor in sorted({*postings, *estimates} - {0})
        }

    @property
    def balance(self) -> Decimal:
        """What is owed ahead of insurance; negative for a credit."""
        return total(each.amount for each in self.postings)

    @property
    def pending(self) -> Decimal:
        """What insurance is expected to take over of it."""
        return total(each.amount for each in self.estimates)

    @property
    def portion(self) -> Decimal:
        """What is owed by the patients themselves."""
        return self.balance - self.pending

    @property
    def unearned(self) -> Decimal:
        """What was paid ahead."""
        return -total(each.amount for each in self.postings if each.unearned)

    def aged(self) -> Aged:
        """What is owed, by age."""
        return age(((each.day, each.amount) for each in self.postings), self.today)

    def heads(self) -> dict[Thing, Posting]:
        """What something is owed for: the postings that others are attached to."""
        return {each.thing: each for each in self.postings if each.kind in _CAN_BE_OWED and each.on is None}

    def attached(self) -> dict[Thing, list[Posting]]:
        """The postings on each of `heads`; a posting on another patient's, or on nothing here, is on none."""
        heads = self.heads()
        found: dict[Thing, list[Posting]] = {thing: [] for thing in heads}
        for each in self.postings:
            if each.on in heads and heads[each.on].patient == each.patient and not each.unearned:
                found[each.on].append(each)
        return found

    def unattached(self) -> list[Posting]:
        """The postings that are neither something owed nor attached to it."""
        heads = self.heads()
        held = {id(each) for group in self.attached().values() for each in group}
        return [each for each in self.postings if id(each) not in held and heads.get(each.thing) is not each]

    def expected(self) -> dict[Thing, Decimal]:
        """What insurance is expected to take over of each procedure that stands on the account."""
        heads = self.heads()
        found: dict[Thing, Decimal] = {}
        for each in self.estimates:
            if _is_for(each, heads):
                thing = Kind.PROCEDURE, each.procedure
                found[thing] = found.get(thing, ZERO) + each.amount
        return found

    def debts(self) -> tuple[list[Debt], Decimal]:
        """What the patients still owe, thing by thing, oldest first, and the credit that pays for nothing yet.

        Debts less that credit less what is unearned are `portion`.
        """
        heads, attached, expected = self.heads(), self.attached(), self.expected()
        debts: list[Debt] = []
        loose: dict[int, Decimal] = defaultdict(lambda: ZERO)
        for thing, head in heads.items():
            parts = _parts(head, attached[thing], expected.get(thing, ZERO))
            for part, amount in parts.items():
                if amount > 0:
                    debts.append(_debt(head, part, amount))
                loose[head.patient] += max(-amount, ZERO)
        for patient, amount in self._loose(heads).items():
            if amount > 0:
                debts.append(Debt(self.today, amount, patient))
            loose[patient] += max(-amount, ZERO)
        return settle(debts, loose)

    def _loose(self, heads: Mapping[Thing, Posting]) -> dict[int, Decimal]:
        """Each patient's postings and estimates that are for nothing in particular."""
        found: dict[int, Decimal] = defaultdict(lambda: ZERO)
        for each in self.unattached():
            if not each.unearned:
                found[each.patient] += each.amount
        for one in self.estimates:
            if not _is_for(one, heads):
                found[one.patient] -= one.amount
        return found


def _is_for(estimate: Estimate, heads: Mapping[Thing, Posting]) -> bool:
    """Whether an estimate is for a procedure of the same patient that stands on the account."""
    head = heads.get((Kind.PROCEDURE, estimate.procedure))
    return head is not None and head.patient == estimate.patient


def _parts(head: Posting, attached: Iterable[Posting], expected: Decimal) -> dict[Part, Decimal]:
    """What is left of one thing; of a plan's charge its interest and its principal."""
    if head.kind is not Kind.PLAN_CHARGE:
        return {Part.WHOLE: head.amount + total(each.amount for each in attached) - expected}
    left = {Part.INTEREST: head.interest, Part.PRINCIPAL: head.amount - head.interest}
    whole = ZERO
    for each in attached:
        if each.part is Part.WHOLE:
            whole -= each.amount
        else:
            left[each.part] += each.amount
    paid = max(min(whole, left[Part.INTEREST]), ZERO)
    left[Part.INTEREST] -= paid
    left[Part.PRINCIPAL] -= whole - paid
    return left


def _debt(head: Posting, part: Part, amount: Decimal) -> Debt:
    return Debt(
        head.day, amount, head.patient, head.thing, part, head.provider, head.clinic, head.plan, head.covers
    )
