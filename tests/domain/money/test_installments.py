"""Payment plans: due dates and amounts of installments."""

from __future__ import annotations

import datetime
from decimal import Decimal
from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.money.cents import cents, total
from app.domain.money.installments import (
    MOST_INSTALLMENTS,
    Terms,
    cost_of,
    due_on,
    installments,
    payment_for,
    rate_of,
)
from app.wire.resources.pay_plans import PayPlanFrequency

MONTHLY = PayPlanFrequency.MONTHLY
START = datetime.date(2026, 1, 31)


@pytest.mark.parametrize(
    ("frequency", "days"),
    [
        ("Weekly", ["2026-01-31", "2026-02-07", "2026-02-14"]),
        ("EveryOtherWeek", ["2026-01-31", "2026-02-14", "2026-02-28"]),
        ("Monthly", ["2026-01-31", "2026-02-28", "2026-03-31"]),
        ("Quarterly", ["2026-01-31", "2026-04-30", "2026-07-31"]),
        ("OrdinalWeekday", ["2026-01-31", "2026-02-28", "2026-03-28"]),
    ],
)
def test_days(frequency: str, days: list[str]) -> None:
    """In a short month the installment is due on the last day; without a fifth Saturday, on the last one."""
    assert [str(due_on(START, PayPlanFrequency(frequency), count)) for count in range(3)] == days


def test_the_documented_plans_cost_what_is_printed() -> None:
    """The documentation's three loans with interest cost what it says, to the cent."""
    payment = payment_for(Decimal(628), 8, Decimal(10), MONTHLY)
    terms = Terms(datetime.date(2022, 7, 1), MONTHLY, payment, Decimal(10), datetime.date(2022, 8, 1))
    assert (payment, 728 + cost_of(Decimal(552), terms)) == (Decimal("81.48"), Decimal("741.71"))
    payment = payment_for(Decimal("256.12"), 12, Decimal(5), MONTHLY)
    whole = Decimal("256.12") + cost_of(Decimal("256.12"), Terms(START, MONTHLY, payment, Decimal(5)))
    assert whole == Decimal("263.11")
    first_monday = Terms(
        datetime.date(2021, 12, 6), PayPlanFrequency.ORDINAL_WEEKDAY, Decimal("75.50"), Decimal(18),
        datetime.date(2022, 1, 3),
    )  # fmt: skip
    assert 500 + cost_of(Decimal(375), first_monday) == Decimal("511.66")


def test_without_interest_from_its_day() -> None:
    """Installments before the start of interest bear none."""
    terms = Terms(START, MONTHLY, Decimal(100), Decimal(12), datetime.date(2026, 3, 1))
    interest = [each.interest for each in islice(installments(Decimal(1000), terms), 3)]
    assert interest == [0, 0, Decimal("8.00")]


def test_a_plan_goes_on_where_it_stood() -> None:
    """For a given date, only later installments are returned, computed from the remaining principal."""
    terms = Terms(START, MONTHLY, Decimal(100))
    later = list(installments(Decimal(250), terms, datetime.date(2026, 2, 28)))
    assert [(str(each.day), each.principal) for each in later] == [
        ("2026-03-31", 100), ("2026-04-30", 100), ("2026-05-31", 50),
    ]  # fmt: skip


@pytest.mark.parametrize(("payment", "word"), [("0.01", "too small"), ("10.00", "interest")])
def test_plans_that_never_end_are_refused(payment: str, word: str) -> None:
    """Payments that don't cover the interest, or take a lifetime, make no plan."""
    apr = Decimal(12) if word == "interest" else Decimal(0)
    with pytest.raises(ValueError, match=word):
        list(installments(Decimal(1000), Terms(START, MONTHLY, Decimal(payment), apr)))


@given(
    st.decimals("10", "20000", places=2),
    st.integers(1, 60),
    st.decimals("0", "30", places=1),
    st.sampled_from(PayPlanFrequency),
)
def test_so_many_payments_pay_it_all(
    principal: Decimal, count: int, apr: Decimal, frequency: PayPlanFrequency
) -> None:
    """The payment computed for a number of installments repays exactly the principal, in at most that number."""
    payment = payment_for(principal, count, apr, frequency)
    found = list(installments(principal, Terms(START, frequency, payment, apr)))
    assert total(each.principal for each in found) == principal
    assert len(found) <= count <= MOST_INSTALLMENTS
    assert all(each.principal + each.interest == payment for each in found[:-1])
    assert 0 < found[-1].principal + found[-1].interest <= payment
    assert all(one.day < other.day for one, other in pairwise(found))
    assert found[0].interest == cents(principal * rate_of(apr, frequency))


def test_days_that_are_charged_already() -> None:
    """Their installments are left out, wherever they are, and repay nothing; the plan ends so much later."""
    terms = Terms(START, MONTHLY, Decimal(50), Decimal(12))
    days = [each.day for each in installments(Decimal(150), terms)]
    charged = {days[0], days[2]}
    found = list(installments(Decimal(150), terms, charged=charged))
    assert [each.day for each in found][:2] == [days[1], days[3]]
    assert len(found) == len(days)
    assert total(each.principal for each in found) == 150
