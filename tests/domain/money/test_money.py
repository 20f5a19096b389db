"""Amounts, aging and allocation: exact to the cent."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.money.aging import age
from app.domain.money.allocation import Debt, Kind, pay, settle
from app.domain.money.cents import ZERO, cents, cents_up, total

TODAY = datetime.date(2026, 11, 23)
AMOUNTS = st.decimals("0.01", "5000", places=2)
DAYS = st.integers(0, 400).map(lambda days: TODAY - datetime.timedelta(days=days))
DEBTS = st.lists(
    st.builds(
        Debt,
        day=DAYS,
        amount=AMOUNTS,
        patient=st.integers(1, 3),
        thing=st.tuples(st.sampled_from((Kind.PROCEDURE, Kind.ADJUSTMENT)), st.integers(1, 99)),
    ),
    max_size=12,
)


def ago(days: int) -> datetime.date:
    """A day before today."""
    return TODAY - datetime.timedelta(days=days)


@pytest.mark.parametrize(
    ("number", "amount"),
    [
        (0.145, "0.15"),
        (1.005, "1.01"),
        (-0.005, "-0.01"),
        ("2.444", "2.44"),
        (19.99, "19.99"),
        (0.1 + 0.2, "0.30"),
    ],
)
def test_numbers_become_cents_half_up(number: float | str, amount: str) -> None:
    """A number of the database becomes the amount displayed for it, half a cent rounded up."""
    assert cents(number) == Decimal(amount)


def test_installments_are_rounded_up() -> None:
    """A third of a dollar is 34 cents if three of them have to make the dollar."""
    assert cents_up(Decimal(1) / 3) == Decimal("0.34")
    assert total([]) == ZERO


@pytest.mark.parametrize(
    ("days", "bucket"), [(0, 3), (30, 3), (31, 2), (60, 2), (61, 1), (90, 1), (91, 0), (4000, 0)]
)
def test_a_debt_is_aged_by_its_days(days: int, bucket: int) -> None:
    """Charges up to 30, 60 and 90 days old are in the bucket of that name."""
    aged = age([(ago(days), Decimal(10))], TODAY)
    buckets = [aged.over_90, aged.from_61_to_90, aged.from_31_to_60, aged.from_0_to_30]
    assert buckets == [Decimal(10) if place == bucket else 0 for place in range(4)]


def test_credits_pay_the_oldest_debts() -> None:
    """A payment of today pays the oldest charges first, and the rest is a credit."""
    entries = [(ago(365), Decimal(100)), (ago(45), Decimal(50)), (ago(0), Decimal(-120))]
    aged = age(entries, TODAY)
    assert (aged.over_90, aged.from_31_to_60, aged.total) == (0, 30, 30)
    aged = age([*entries, (ago(10), Decimal(-31))], TODAY)
    assert (aged.over_90, aged.from_31_to_60, aged.from_0_to_30, aged.total) == (0, 0, 0, -1)


@given(st.lists(st.tuples(DAYS, st.decimals("-900", "900", places=2)), max_size=30))
def test_buckets_add_up(entries: list[tuple[datetime.date, Decimal]]) -> None:
    """The four buckets add up to the balance, or to zero for a credit; none is negative."""
    aged = age(entries, TODAY)
    buckets = [aged.over_90, aged.from_61_to_90, aged.from_31_to_60, aged.from_0_to_30]
    assert aged.total == sum(amount for _, amount in entries)
    assert sum(buckets) == max(aged.total, 0)
    assert min(buckets) >= 0


@given(charges=st.lists(AMOUNTS | st.just(ZERO), min_size=4, max_size=4), credit=AMOUNTS)
def test_an_older_bucket_is_paid_before_a_younger_one(charges: list[Decimal], credit: Decimal) -> None:
    """While a bucket is not empty, no credit has paid anything in a younger one."""
    entries = [(ago(days), charge) for days, charge in zip((120, 75, 45, 5), charges, strict=True)]
    aged = age([*entries, (ago(0), -credit)], TODAY)
    left = [aged.over_90, aged.from_61_to_90, aged.from_31_to_60, aged.from_0_to_30]
    for place, owed in enumerate(left[:-1]):
        if owed:
            assert left[place + 1 :] == charges[place + 1 :]


@given(AMOUNTS, DEBTS)
def test_payments_go_first_in_first_out(amount: Decimal, debts: list[Debt]) -> None:
    """No cent is lost, no debt is overpaid, and none is paid before earlier ones are."""
    shares, rest = pay(amount, debts)
    assert total(share.amount for share in shares) + rest == amount
    assert [share.debt for share in shares] == debts[: len(shares)]
    assert all(share.amount == share.debt.amount for share in shares[:-1])
    assert all(0 < share.amount <= share.debt.amount for share in shares)
    assert not rest or len(shares) == len(debts)


@given(DEBTS, st.dictionaries(st.integers(1, 3), AMOUNTS))
def test_loose_credits_pay_the_patients_own_debts_first(debts: list[Debt], loose: dict[int, Decimal]) -> None:
    """Debts minus credits stay the same, and a patient whose credit suffices owes nothing."""
    left, rest = settle(debts, loose)
    before = total(each.amount for each in debts) - total(loose.values())
    assert total(each.amount for each in left) - rest == before
    assert not (left and rest)
    assert [each.day for each in left] == sorted(each.day for each in left)
    for patient, credit in loose.items():
        if total(each.amount for each in debts if each.patient == patient) <= credit:
            assert not [each for each in left if each.patient == patient]
