"""Closing a day: what this PC posted, what Open Dental has, and what was counted, compared to the cent.

Pure: the services fill the facts, `differences` compares them.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from app.domain.money.cents import ZERO, total
from app.domain.money.drawer import expected_cash
from app.domain.money.pay_methods import Method


class Origin(StrEnum):
    """Where a payment was entered."""

    HERE = "here"
    """By this PC: its journal has it."""
    DESK = "desk"
    """By Front Desk on another PC: it has the mark, but this journal doesn't know it."""
    ONLINE = "online"
    """By the patient, on the payment portal."""
    OPEN_DENTAL = "open dental"


class Taken(Struct, frozen=True):
    """One payment in Open Dental; a refund is negative."""

    pay_num: int
    patient: int
    amount: Decimal
    method: Method
    entered: datetime.date | None = None
    dated: datetime.date | None = None
    type_name: str = ""
    clinic: int = 0
    who: str = ""
    """Who took it; empty: not known."""
    origin: Origin = Origin.OPEN_DENTAL
    deposit: int = 0
    check_num: str = ""
    split_count: int | None = None
    """None: its splits could not be read."""
    split_sum: Decimal = ZERO


class Posted(StrEnum):
    """How far a payment of this PC's journal is."""

    WAITING = "waiting"
    UNKNOWN = "unknown"
    REFUSED = "refused"
    DONE = "done"


class Sent(Struct, frozen=True):
    """One payment or refund of this PC's journal."""

    entry: int
    state: Posted
    patient: int
    amount: Decimal
    """Negative for a refund."""
    pay_num: int = 0
    """0: not known, because it was not answered."""
    who: str = ""
    clinic: int = 0


class InsuranceCheck(Struct, frozen=True):
    """One payment of an insurance, as entered in Open Dental."""

    num: int
    carrier: str
    amount: Decimal
    day: datetime.date | None = None
    type_name: str = ""
    check_num: str = ""
    clinic: int = 0
    deposit: int = 0
    partial: bool = False
    """Not all of it is on claims yet."""


class Counted(Struct, frozen=True):
    """What was counted at the desk. None: not counted."""

    starting: Decimal = ZERO
    """The cash that the drawer started with."""
    cash: Decimal | None = None
    """All cash in the drawer, with the starting cash."""
    checks: Decimal | None = None
    cards: Decimal | None = None
    """The terminal's batch total."""
    here_only: bool = False
    """The drawer and the terminal hold only what was taken on this PC."""


class DayFacts(Struct, frozen=True):
    """What is known of one day."""

    day: datetime.date
    taken: tuple[Taken, ...] = ()
    """The payments entered on the day, and those dated on it."""
    sent: tuple[Sent, ...] = ()
    checks: tuple[InsuranceCheck, ...] = ()
    beside: frozenset[int] = frozenset()
    """PayNums of the days around it: sent before midnight, entered after it."""
    complete: bool = True
    """Whether all payments of Open Dental could be read; if not, nothing is called missing."""

    @property
    def of_day(self) -> tuple[Taken, ...]:
        """The payments entered on the day: their money is in the drawer."""
        return tuple(each for each in self.taken if each.entered == self.day)

    def of_clinic(self, clinic: int) -> DayFacts:
        """The facts of one clinic. What isn't posted yet is kept if it doesn't name another clinic."""
        taken = tuple(each for each in self.taken if each.clinic == clinic)
        others = {each.pay_num for each in self.taken if each.clinic != clinic}
        return replace(
            self,
            taken=taken,
            sent=tuple(
                each for each in self.sent if each.clinic in (0, clinic) and each.pay_num not in others
            ),
            checks=tuple(each for each in self.checks if each.clinic == clinic),
        )

    def expected(self, method: Method, *, here_only: bool = False) -> Decimal:
        """What was taken by a method at a desk; payments of the portal never are."""
        wanted = (Origin.HERE,) if here_only else (Origin.HERE, Origin.DESK, Origin.OPEN_DENTAL)
        return total(each.amount for each in self.of_day if each.method is method and each.origin in wanted)


class Fault(StrEnum):
    """What doesn't agree, most important first."""

    MISSING = "missing"
    """This PC was told that it was posted, but Open Dental doesn't have it."""
    CHANGED = "changed"
    """Open Dental has it with another amount."""
    UNKNOWN = "unknown"
    TWIN = "twin"
    """More than one payment of the same patient, amount and day."""
    SPLITS = "splits"
    """The splits don't add up to the payment."""
    NO_SPLITS = "no splits"
    """The payment pays for nothing: no balance has changed."""
    WAITING = "waiting"
    REFUSED = "refused"
    CASH = "cash"
    CHECKS = "checks"
    CARDS = "cards"
    PARTIAL = "partial"
    """An insurance check that is not completely on claims."""
    OTHER_DATE = "other date"
    """Entered on another day than it is dated."""
    ELSEWHERE = "elsewhere"
    """Not from this PC. Usual in an office with several desks."""


NOTES_ONLY = frozenset({Fault.OTHER_DATE, Fault.ELSEWHERE})
"""Worth knowing, but nothing is wrong."""
_ORDER = {fault: place for place, fault in enumerate(Fault)}


class Difference(Struct, frozen=True):
    """One thing that doesn't agree."""

    fault: Fault
    amount: Decimal
    """How much it is about: the payment, or found less expected."""
    patient: int = 0
    payments: tuple[int, ...] = ()
    """Their PayNums, or the number of an insurance check."""
    entries: tuple[int, ...] = ()
    """Of the journal."""
    expected: Decimal = ZERO
    found: Decimal = ZERO
    origin: Origin = Origin.HERE
    """For ELSEWHERE: from where."""
    day: datetime.date | None = None
    """For OTHER_DATE: the other date."""

    @property
    def is_note(self) -> bool:
        """Whether nothing is wrong."""
        return self.fault in NOTES_ONLY


def differences(facts: DayFacts, counted: Counted) -> tuple[Difference, ...]:
    """All differences of a day: the most important kind first, within it the largest amount."""
    found = [
        *_of_journal(facts),
        *_twins(facts.taken),
        *_of_splits(facts.taken),
        *_of_drawer(facts, counted),
        *(_partial(each) for each in facts.checks if each.partial),
        *_other_dates(facts),
        *_elsewhere(facts.of_day),
    ]
    return tuple(
        sorted(found, key=lambda each: (_ORDER[each.fault], -abs(each.amount), each.payments, each.entries))
    )


def _of_journal(facts: DayFacts) -> Iterator[Difference]:
    known = {each.pay_num: each for each in facts.taken}
    faults = {Posted.UNKNOWN: Fault.UNKNOWN, Posted.WAITING: Fault.WAITING, Posted.REFUSED: Fault.REFUSED}
    for each in facts.sent:
        entries, payments = (each.entry,), (each.pay_num,)
        there = known.get(each.pay_num)
        if each.state is not Posted.DONE:
            yield Difference(faults[each.state], each.amount, each.patient, entries=entries)
        elif there is None:
            if facts.complete and each.pay_num not in facts.beside:
                yield Difference(
                    Fault.MISSING, each.amount, each.patient, payments, entries, expected=each.amount
                )
        elif there.amount != each.amount:
            off, found = there.amount - each.amount, there.amount
            yield Difference(Fault.CHANGED, off, each.patient, payments, entries, each.amount, found)


def _twins(taken: Iterable[Taken]) -> Iterator[Difference]:
    """Payments that look posted twice, unless a refund has already taken one back."""
    groups: dict[tuple[int, datetime.date | None, Decimal], list[Taken]] = defaultdict(list)
    for each in taken:
        if each.amount:
            groups[each.patient, each.dated, abs(each.amount)].append(each)
    for (patient, _, amount), group in groups.items():
        payments = [each.pay_num for each in group if each.amount > 0]
        refunds = [each.pay_num for each in group if each.amount < 0]
        more = len(payments) - len(refunds)
        if more > 1:
            yield Difference(Fault.TWIN, amount, patient, tuple(sorted(payments)))
        elif more < -1:
            yield Difference(Fault.TWIN, -amount, patient, tuple(sorted(refunds)))


def _of_splits(taken: Iterable[Taken]) -> Iterator[Difference]:
    for each in taken:
        if each.split_count is None or each.split_sum == each.amount:
            continue
        fault = Fault.SPLITS if each.split_count else Fault.NO_SPLITS
        yield Difference(
            fault,
            each.amount,
            each.patient,
            (each.pay_num,),
            expected=each.amount,
            found=each.split_sum,
        )


def _of_drawer(facts: DayFacts, counted: Counted) -> Iterator[Difference]:
    cash = expected_cash(counted.starting, facts.expected(Method.CASH, here_only=counted.here_only))
    for fault, found, expected in (
        (Fault.CASH, counted.cash, cash),
        (Fault.CHECKS, counted.checks, facts.expected(Method.CHECK, here_only=counted.here_only)),
        (Fault.CARDS, counted.cards, facts.expected(Method.CARD, here_only=counted.here_only)),
    ):
        if found is not None and found != expected:
            yield Difference(fault, found - expected, expected=expected, found=found)


def _partial(check: InsuranceCheck) -> Difference:
    return Difference(Fault.PARTIAL, check.amount, payments=(check.num,))


def _other_dates(facts: DayFacts) -> Iterator[Difference]:
    for each in facts.taken:
        if each.entered != each.dated and None not in (each.entered, each.dated):
            other = each.dated if each.entered == facts.day else each.entered
            yield Difference(Fault.OTHER_DATE, each.amount, each.patient, (each.pay_num,), day=other)


def _elsewhere(taken: Iterable[Taken]) -> Iterator[Difference]:
    groups: dict[Origin, list[Taken]] = defaultdict(list)
    for each in taken:
        if each.origin is not Origin.HERE:
            groups[each.origin].append(each)
    for origin, group in groups.items():
        yield Difference(
            Fault.ELSEWHERE,
            total(each.amount for each in group),
            payments=tuple(each.pay_num for each in group),
            origin=origin,
        )
