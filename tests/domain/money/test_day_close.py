"""Closing a day: the comparison finds exactly what was planted, to the cent."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from app.domain.money.cents import ZERO, total
from app.domain.money.day_close import (
    Counted,
    DayFacts,
    Fault,
    InsuranceCheck,
    Origin,
    Posted,
    Sent,
    Taken,
    differences,
)
from app.domain.money.day_totals import by_clinic, by_person, by_type
from app.domain.money.drawer import PIECES, counted, expected_cash
from app.domain.money.pay_methods import Method, goes_to_bank, method_of

DAY = datetime.date(2026, 11, 17)
AMOUNTS = st.integers(1, 500_000).map(lambda each: Decimal(each) / 100)


def paid(num: int, amount: Decimal, patient: int = 0, **fields: Any) -> Taken:
    """A payment of the day whose splits add up; each patient pays once unless named."""
    usual: dict[str, Any] = {
        "entered": DAY,
        "dated": DAY,
        "origin": Origin.HERE,
        "split_count": 1,
        "split_sum": amount,
    }
    return Taken(num, patient or num, amount, fields.pop("method", Method.CARD), **usual | fields)


def sent_of(each: Taken) -> Sent:
    """The journal's entry of a payment."""
    return Sent(each.pay_num, Posted.DONE, each.patient, each.amount, each.pay_num)


@st.composite
def clean_days(draw: st.DrawFn) -> tuple[DayFacts, Counted]:
    """A day without a difference: each patient pays once, all is counted."""
    methods = st.sampled_from(Method)
    taken = tuple(
        paid(
            number,
            draw(AMOUNTS),
            method=draw(methods),
            clinic=draw(st.integers(1, 3)),
            who=draw(st.sampled_from("ABC")),
        )
        for number in range(1, draw(st.integers(0, 12)) + 1)
    )
    facts = DayFacts(DAY, taken, tuple(map(sent_of, taken)))
    starting = draw(AMOUNTS)
    cash = expected_cash(starting, facts.expected(Method.CASH))
    return facts, Counted(starting, cash, facts.expected(Method.CHECK), facts.expected(Method.CARD))


@given(clean_days())
@settings(max_examples=100, deadline=None)
def test_a_clean_day_has_no_difference(day: tuple[DayFacts, Counted]) -> None:
    """Where journal, payments and counted money agree, nothing is listed."""
    assert differences(*day) == ()


Planted = tuple[list[Taken], list[Sent]]
OTHER: dict[str, Any] = {"method": Method.OTHER}
"""So that the counted money stays right."""
PLANTS: dict[Fault, Callable[[Decimal], Planted]] = {
    Fault.MISSING: lambda amount: ([], [Sent(900, Posted.DONE, 900, amount, 900)]),
    Fault.CHANGED: lambda amount: (
        [paid(901, amount, **OTHER)],
        [Sent(901, Posted.DONE, 901, amount + 1, 901)],
    ),
    Fault.TWIN: lambda amount: ([paid(902, amount, 902, **OTHER), paid(903, amount, 902, **OTHER)], []),
    Fault.SPLITS: lambda amount: (
        [paid(904, amount, split_sum=amount - Decimal("0.01"), **OTHER)],
        [],
    ),
    Fault.NO_SPLITS: lambda amount: ([paid(905, amount, split_count=0, split_sum=ZERO, **OTHER)], []),
    Fault.UNKNOWN: lambda amount: ([], [Sent(906, Posted.UNKNOWN, 906, amount)]),
    Fault.WAITING: lambda amount: ([], [Sent(907, Posted.WAITING, 907, amount)]),
    Fault.REFUSED: lambda amount: ([], [Sent(908, Posted.REFUSED, 908, amount)]),
}
COUNTS = {Fault.CASH: "cash", Fault.CHECKS: "checks", Fault.CARDS: "cards"}


@given(clean_days(), st.sets(st.sampled_from([*PLANTS, *COUNTS, Fault.PARTIAL])), st.data())
@settings(max_examples=150, deadline=None)
def test_each_planted_fault_is_found_and_nothing_else(
    day: tuple[DayFacts, Counted], wanted: set[Fault], data: st.DataObject
) -> None:
    """Whatever combination of faults is planted, exactly these are listed, the most important first."""
    facts, count = day
    taken, sent = list(facts.taken), list(facts.sent)
    for fault in wanted & PLANTS.keys():
        more_taken, more_sent = PLANTS[fault](data.draw(AMOUNTS))
        taken += more_taken
        sent += more_sent
    off = {
        fault: data.draw(st.sampled_from([-1, 1])) * data.draw(AMOUNTS) for fault in wanted & COUNTS.keys()
    }
    for fault, amount in off.items():
        count = replace(count, **{COUNTS[fault]: getattr(count, COUNTS[fault]) + amount})
    checks = (InsuranceCheck(1, "Carrier", Decimal(5), partial=Fault.PARTIAL in wanted),)
    found = differences(DayFacts(DAY, tuple(taken), tuple(sent), checks), count)
    assert [each.fault for each in found] == [fault for fault in Fault if fault in wanted]
    for each in found:
        if each.fault in off:
            assert each.amount == each.found - each.expected == off[each.fault]


def test_a_refund_takes_a_twin_back() -> None:
    """Two equal payments are twins until one is refunded; two equal refunds of one payment are twins too."""
    two = (paid(1, Decimal(40), 7), paid(2, Decimal(40), 7))
    back, again = paid(3, Decimal(-40), 7), paid(4, Decimal(-40), 7)
    for taken, payments in (
        (two, (1, 2)),
        ((*two, back), ()),
        ((*two, back, again), ()),
        ((back, again), (3, 4)),
        ((*two, paid(5, Decimal(40), 7), back), (1, 2, 5)),
    ):
        found = differences(DayFacts(DAY, taken), Counted())
        assert tuple(number for each in found for number in each.payments) == payments
    others = (paid(1, Decimal(40), 7), paid(2, Decimal(40), 8), paid(3, Decimal("40.01"), 7))
    assert differences(DayFacts(DAY, others), Counted()) == ()


def test_midnight_makes_nothing_missing() -> None:
    """A payment sent before midnight and entered after it is not missing; unread payments make nothing missing."""
    sent = (Sent(1, Posted.DONE, 5, Decimal(10), 77),)
    assert [each.fault for each in differences(DayFacts(DAY, (), sent), Counted())] == [Fault.MISSING]
    assert differences(DayFacts(DAY, (), sent, beside=frozenset({77})), Counted()) == ()
    assert differences(DayFacts(DAY, (), sent, complete=False), Counted()) == ()


def test_the_drawer_holds_what_was_handed_over_here() -> None:
    """Payments of the portal are in no drawer; a desk's own drawer has only what that desk took."""
    taken = (
        paid(1, Decimal(10), method=Method.CASH),
        paid(2, Decimal(20), method=Method.CASH, origin=Origin.DESK),
        paid(3, Decimal(40), method=Method.CARD, origin=Origin.ONLINE),
        paid(4, Decimal(-5), method=Method.CASH),
        paid(5, Decimal(80), method=Method.CASH, entered=DAY - datetime.timedelta(1)),
    )
    facts = DayFacts(DAY, taken)
    assert facts.expected(Method.CASH) == 25
    assert facts.expected(Method.CASH, here_only=True) == 5
    assert facts.expected(Method.CARD) == 0
    notes = differences(facts, Counted(Decimal(100), Decimal(105), here_only=True))
    assert [each.fault for each in notes] == [Fault.OTHER_DATE, Fault.ELSEWHERE, Fault.ELSEWHERE]
    assert all(each.is_note for each in notes)


def test_one_clinic_of_the_day() -> None:
    """A clinic's day has its payments and checks, and neither loses nor misses those of another clinic."""
    taken = (paid(1, Decimal(10), clinic=1), paid(2, Decimal(20), clinic=2))
    sent = (*map(sent_of, taken), Sent(3, Posted.UNKNOWN, 3, Decimal(5)))
    checks = (InsuranceCheck(1, "A", Decimal(1), clinic=1), InsuranceCheck(2, "B", Decimal(2), clinic=2))
    first = DayFacts(DAY, taken, sent, checks).of_clinic(1)
    assert [each.pay_num for each in first.taken] == [1]
    assert [each.num for each in first.checks] == [1]
    assert [each.fault for each in differences(first, Counted())] == [Fault.UNKNOWN]


@given(clean_days())
@settings(max_examples=50, deadline=None)
def test_totals_add_up(day: tuple[DayFacts, Counted]) -> None:
    """The totals by type, clinic and person each add up to all payments, to the cent."""
    taken = day[0].taken
    for sums in (by_type(taken), by_clinic(taken), by_person(taken)):
        assert total(each.amount for each in sums) == total(each.amount for each in taken)
        assert sum(each.count for each in sums) == len(taken)


@given(st.dictionaries(st.sampled_from(PIECES), st.integers(0, 500)))
@settings(max_examples=100, deadline=None)
def test_the_drawer_is_counted_in_cents(pieces: dict[Decimal, int]) -> None:
    """Coins and notes add up exactly, in whole cents."""
    in_cents = sum(int(piece * 100) * number for piece, number in pieces.items())
    assert counted(pieces) == Decimal(in_cents) / 100
    assert counted(pieces).as_tuple().exponent == -2


def test_payment_types_are_known_by_their_names() -> None:
    """Cash, checks and cards are told apart by the office's own names; what is none of them is not counted."""
    for name, method in (
        ("Cash", Method.CASH),
        ("cash - front desk", Method.CASH),
        ("Check", Method.CHECK),
        ("Money Order", Method.CHECK),
        ("Credit card", Method.CARD),
        ("VISA/MC", Method.CARD),
        ("Debit", Method.CARD),
        ("CareCredit", Method.OTHER),
        ("Cash App", Method.OTHER),
        ("eCheck", Method.OTHER),
        ("Gift card", Method.OTHER),
        ("Direct deposit", Method.OTHER),
        ("", Method.OTHER),
    ):
        assert method_of(name) is method, name
    assert [each for each in Method if goes_to_bank(each)] == [Method.CASH, Method.CHECK]
