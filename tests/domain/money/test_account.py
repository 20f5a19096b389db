"""A family's account: debts, credits and what is pending, computed from its postings."""

from __future__ import annotations

import datetime
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.domain.money.account import Account, Estimate, Posting
from app.domain.money.allocation import Kind, Part, Thing
from app.domain.money.cents import total

TODAY = datetime.date(2026, 11, 23)
ANN, BEN = 1, 2


def posting(kind: Kind, num: int, amount: str, days: int = 0, patient: int = ANN, **more: object) -> Posting:
    """A posting of some days ago."""
    day = TODAY - datetime.timedelta(days=days)
    return Posting(kind, num, patient, day, Decimal(amount), **more)  # type: ignore[arg-type]


def account(*postings: Posting, estimates: tuple[Estimate, ...] = ()) -> Account:
    """An account with these postings."""
    return Account(TODAY, postings, estimates)


def owed(of: Account) -> list[tuple[Thing | None, Part, Decimal]]:
    """The open debts, in order."""
    return [(each.thing, each.part, each.amount) for each in of.debts()[0]]


def test_discounts_and_splits_reduce_their_procedure() -> None:
    """Discounts, splits and insurance on a procedure, and expected insurance payments, reduce that procedure."""
    filling = (Kind.PROCEDURE, 7)
    schedule = account(
        posting(Kind.PROCEDURE, 7, "200.00", 50),
        posting(Kind.PROCEDURE, 8, "60.00", 90),
        posting(Kind.ADJUSTMENT, 1, "-20.00", on=filling),
        posting(Kind.SPLIT, 1, "-30.00", on=filling),
        posting(Kind.INSURANCE, 1, "-40.00", on=filling),
        posting(Kind.WRITE_OFF, 1, "-5.00", on=filling),
        estimates=(Estimate(7, ANN, Decimal("15.00")),),
    )
    assert owed(schedule) == [
        ((Kind.PROCEDURE, 8), Part.WHOLE, Decimal("60.00")),
        (filling, Part.WHOLE, Decimal("90.00")),
    ]
    assert (schedule.balance, schedule.pending, schedule.portion) == (165, 15, 150)


def test_a_prepayment_lowers_the_balance_alone() -> None:
    """Unearned income does not reduce any debt."""
    schedule = account(posting(Kind.PROCEDURE, 7, "100.00"), posting(Kind.SPLIT, 1, "-80.00", unearned=True))
    assert (schedule.balance, schedule.unearned) == (20, 80)
    assert owed(schedule) == [((Kind.PROCEDURE, 7), Part.WHOLE, Decimal("100.00"))]


def test_a_loose_credit_pays_the_family() -> None:
    """An unattached discount pays the patient's own oldest debt, then the family's."""
    schedule = account(
        posting(Kind.PROCEDURE, 7, "100.00", 10),
        posting(Kind.PROCEDURE, 8, "50.00", 90, BEN),
        posting(Kind.ADJUSTMENT, 1, "-120.00"),
    )
    assert owed(schedule) == [((Kind.PROCEDURE, 8), Part.WHOLE, Decimal("30.00"))]
    assert schedule.of(BEN).balance == 50


def test_a_plan_charge_is_interest_first() -> None:
    """A split without a part pays a charge's interest before its principal; one with a part pays that part."""
    charge = (Kind.PLAN_CHARGE, 3)
    base = posting(Kind.PLAN_CHARGE, 3, "110.00", interest=Decimal("10.00"), plan=5)
    assert owed(account(base)) == [
        (charge, Part.INTEREST, Decimal("10.00")),
        (charge, Part.PRINCIPAL, Decimal("100.00")),
    ]
    partly = posting(Kind.SPLIT, 1, "-25.00", on=charge)
    assert owed(account(base, partly)) == [(charge, Part.PRINCIPAL, Decimal("85.00"))]
    principal = posting(Kind.SPLIT, 1, "-25.00", on=charge, part=Part.PRINCIPAL)
    assert owed(account(base, principal))[1] == (charge, Part.PRINCIPAL, Decimal("75.00"))


def test_a_split_on_another_patients_procedure_is_unallocated() -> None:
    """A split on another patient's procedure, or on a deleted one, is an unallocated credit."""
    schedule = account(
        posting(Kind.PROCEDURE, 7, "100.00", patient=BEN),
        posting(Kind.SPLIT, 1, "-30.00", on=(Kind.PROCEDURE, 7)),
        posting(Kind.SPLIT, 2, "-5.00", on=(Kind.PROCEDURE, 99), patient=BEN),
    )
    assert len(schedule.unattached()) == 2
    assert owed(schedule) == [((Kind.PROCEDURE, 7), Part.WHOLE, Decimal("65.00"))]


AMOUNTS = st.decimals("-500", "500", places=2)
THINGS = st.one_of(
    st.none(),
    st.tuples(st.sampled_from((Kind.PROCEDURE, Kind.ADJUSTMENT, Kind.PLAN_CHARGE)), st.integers(1, 4)),
)
POSTINGS = st.builds(
    Posting,
    kind=st.sampled_from(Kind),
    num=st.integers(1, 4),
    patient=st.integers(1, 2),
    day=st.integers(0, 200).map(lambda days: TODAY - datetime.timedelta(days=days)),
    amount=AMOUNTS,
    on=THINGS,
    unearned=st.booleans(),
    part=st.sampled_from(Part),
)
ESTIMATES = st.builds(
    Estimate, procedure=st.integers(0, 4), patient=st.integers(1, 2), payment=st.decimals("0", "90", places=2)
)


def _told_apart(postings: list[Posting]) -> list[Posting]:
    """Postings as in a database: keys identify rows, and only a split can be unearned."""
    seen: dict[tuple[Kind, int], Posting] = {}
    for each in postings:
        if each.kind is Kind.SPLIT or not each.unearned:
            seen.setdefault(each.thing, each)
    return list(seen.values())


@given(st.lists(POSTINGS, max_size=25).map(_told_apart), st.lists(ESTIMATES, max_size=4))
def test_debts_and_credits_are_the_patients_portion(
    postings: list[Posting], estimates: list[Estimate]
) -> None:
    """Whatever is posted: debts minus credits minus prepayments equal the balance minus what is pending."""
    schedule = account(*postings, estimates=tuple(estimates))
    debts, credit = schedule.debts()
    assert total(each.amount for each in debts) - credit - schedule.unearned == schedule.portion
    assert schedule.portion == schedule.of(1).portion + schedule.of(2).portion
    assert all(each.amount > 0 for each in debts)
    assert schedule.aged().total == schedule.balance


def test_an_office_parts_into_its_families() -> None:
    """Each family's part has its patients' postings; those of no patient are in none. A clinic's part is separate."""
    schedule = account(
        posting(Kind.PROCEDURE, 7, "100.00", clinic=1),
        posting(Kind.PROCEDURE, 8, "60.00", patient=BEN, clinic=2),
        posting(Kind.PROCEDURE, 9, "40.00", patient=99),
        estimates=(Estimate(8, BEN, Decimal(30), Decimal(5), 2), Estimate(0, 3, Decimal(1))),
    )
    parts = schedule.by_family({ANN: ANN, BEN: ANN, 3: 3})
    assert {guarantor: (part.balance, part.pending) for guarantor, part in parts.items()} == {
        ANN: (160, 35),
        3: (0, 1),
    }
    assert (parts[ANN].of_clinic(2).balance, parts[ANN].of_clinic(1).portion) == (60, 100)
