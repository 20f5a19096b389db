"""A family's account: its postings and the figures derived from them, exact to the cent.

Every figure shown for an account comes from the same postings: the balance of the family and of each patient,
what is pending with insurance, unearned income, and the debts that a payment would pay.
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
    """The primary key of its row."""
    patient: int
    day: datetime.date
    amount: Decimal
    on: Thing | None = None
    """The posting that it is attached to."""
    provider: int = 0
    clinic: int = 0
    plan: int = 0
    unearned: bool = False
    """A prepayment: it lowers the balance but isn't allocated to anything yet."""
    interest: Decimal = ZERO
    """For a plan charge: how much of the amount is interest."""
    part: Part = Part.WHOLE
    """For a split on a plan charge: the part that it pays."""
    covers: Thing | None = None
    """For a plan charge: the procedure or adjustment it is for."""
    linked: bool = False
    """For a plan credit: whether a dynamic plan issued it for its production."""

    @property
    def thing(self) -> Thing:
        """The target of other postings that are attached to this one."""
        return self.kind, self.num


class Estimate(Struct, frozen=True, gc=False):
    """The expected insurance payment and write-off; `procedure` is 0 for a whole claim."""

    procedure: int
    patient: int
    payment: Decimal
    write_off: Decimal = ZERO
    clinic: int = 0

    @property
    def amount(self) -> Decimal:
        """The part of it that the patient does not have to pay."""
        return self.payment + self.write_off


_CAN_BE_OWED = frozenset({Kind.PROCEDURE, Kind.ADJUSTMENT, Kind.PLAN_CHARGE})


class Account(Struct, frozen=True):
    """All of one family's postings up to a date, and the estimates of its open claims."""

    today: datetime.date
    postings: tuple[Posting, ...]
    estimates: tuple[Estimate, ...] = ()

    def of(self, patient: int) -> Account:
        """The account restricted to one patient."""
        return self.of_all({patient})

    def of_all(self, patients: Container[int]) -> Account:
        """The account restricted to these patients."""
        return Account(
            self.today,
            tuple(each for each in self.postings if each.patient in patients),
            tuple(each for each in self.estimates if each.patient in patients),
        )

    def of_clinic(self, clinic: int) -> Account:
        """The account restricted to one clinic."""
        return Account(
            self.today,
            tuple(each for each in self.postings if each.clinic == clinic),
            tuple(each for each in self.estimates if each.clinic == clinic),
        )

    def by_family(self, guarantors: Mapping[int, int]) -> dict[int, Account]:
        """Split an account of many families into one account each, by guarantor; `guarantors` maps every patient.

        Postings for a PatNum that is not in `guarantors` are left out.
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
        """The balance before insurance estimates; negative for a credit."""
        return total(each.amount for each in self.postings)

    @property
    def pending(self) -> Decimal:
        """The part of the balance that insurance is expected to cover."""
        return total(each.amount for each in self.estimates)

    @property
    def portion(self) -> Decimal:
        """The patient portion: the balance after insurance estimates."""
        return self.balance - self.pending

    @property
    def unearned(self) -> Decimal:
        """Unearned income (prepayments)."""
        return -total(each.amount for each in self.postings if each.unearned)

    def aged(self) -> Aged:
        """The balance by age."""
        return age(((each.day, each.amount) for each in self.postings), self.today)

    def heads(self) -> dict[Thing, Posting]:
        """Postings that others can be attached to: procedures, adjustments and plan charges."""
        return {each.thing: each for each in self.postings if each.kind in _CAN_BE_OWED and each.on is None}

    def attached(self) -> dict[Thing, list[Posting]]:
        """The postings attached to each of `heads`.

        A posting attached to another patient's head, or to none of them, is left out.
        """
        return self._sorted(self.heads())[0]

    def unattached(self) -> list[Posting]:
        """The postings that are neither a head nor attached to one."""
        return self._sorted(self.heads())[1]

    def _sorted(self, heads: Mapping[Thing, Posting]) -> tuple[dict[Thing, list[Posting]], list[Posting]]:
        """What is attached to each head, and what is attached to none."""
        attached: dict[Thing, list[Posting]] = {thing: [] for thing in heads}
        others: list[Posting] = []
        for each in self.postings:
            on = each.on
            if on is not None and on in heads and heads[on].patient == each.patient and not each.unearned:
                attached[on].append(each)
            elif on is not None or heads.get((each.kind, each.num)) is not each:
                others.append(each)
        return attached, others

    def expected(self) -> dict[Thing, Decimal]:
        """The expected insurance payment and write-off of each procedure on the account."""
        return self._expected(self.heads())

    def _expected(self, heads: Mapping[Thing, Posting]) -> dict[Thing, Decimal]:
        found: dict[Thing, Decimal] = {}
        for each in self.estimates:
            if _is_for(each, heads):
                thing = Kind.PROCEDURE, each.procedure
                found[thing] = found.get(thing, ZERO) + each.amount
        return found

    def debts(self) -> tuple[list[Debt], Decimal]:
        """The patients' open debts, oldest first, and the unallocated credit.

        Debts minus that credit minus unearned income equal `portion`.
        """
        heads = self.heads()
        (attached, others), expected = self._sorted(heads), self._expected(heads)
        debts: list[Debt] = []
        loose: dict[int, Decimal] = defaultdict(lambda: ZERO)
        for thing, head in heads.items():
            parts = _parts(head, attached[thing], expected.get(thing, ZERO))
            for part, amount in parts.items():
                if amount > 0:
                    debts.append(_debt(head, part, amount))
                loose[head.patient] += max(-amount, ZERO)
        for patient, amount in self._loose(heads, others).items():
            if amount > 0:
                debts.append(Debt(self.today, amount, patient))
            loose[patient] += max(-amount, ZERO)
        return settle(debts, loose)

    def _loose(self, heads: Mapping[Thing, Posting], others: Iterable[Posting]) -> dict[int, Decimal]:
        """Each patient's postings and estimates that are not attached to anything."""
        found: dict[int, Decimal] = defaultdict(lambda: ZERO)
        for each in others:
            if not each.unearned:
                found[each.patient] += each.amount
        for one in self.estimates:
            if not _is_for(one, heads):
                found[one.patient] -= one.amount
        return found


def _is_for(estimate: Estimate, heads: Mapping[Thing, Posting]) -> bool:
    """Whether an estimate belongs to a procedure of the same patient on the account."""
    head = heads.get((Kind.PROCEDURE, estimate.procedure))
    return head is not None and head.patient == estimate.patient


def _parts(head: Posting, attached: Iterable[Posting], expected: Decimal) -> dict[Part, Decimal]:
    """The open amounts of one head; for a plan charge, interest and principal separately."""
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
