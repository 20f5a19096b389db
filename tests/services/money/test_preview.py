"""The split preview shows what the office posts."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.api.need import Need
from app.domain.money.allocation import Kind, Thing
from app.domain.money.preview import Choice, SplitPreview, Way
from app.services.money.account.reader import AccountReader
from app.services.money.account.records import FamilyAccount
from app.services.money.preview import preview, previews
from app.wire.resources.pay_splits import PaySplit
from app.wire.resources.payments import ProcNumAndAmount
from tests.practice.office_money import IDA, JON, NEW_FILLING, OLD_FILLING, PLAN
from tests.support.bench_office import Bench

Shown = list[tuple[int, Thing | None, Decimal]]


async def read(bench: Bench, pat_num: int) -> FamilyAccount:
    """The account as the payment panel reads it."""
    return await AccountReader(bench.client, bench.office).read(pat_num, Need.SCREEN)


def shown(found: SplitPreview) -> Shown:
    """A preview as (patient, thing, amount); nothing for what is unearned."""
    rows: Shown = [
        (each.debt.patient, each.debt.covers or each.debt.thing, each.amount) for each in found.shares
    ]
    rows += [(found.patient, None, each) for each in (found.unearned, found.unattached) if each]
    return rows


def posted(rows: list[PaySplit]) -> Shown:
    """Splits in the same form, in the order of their entry."""
    return [(row.PatNum, _thing(row), row.SplitAmt) for row in sorted(rows, key=lambda row: row.SplitNum)]


def _thing(row: PaySplit) -> Thing | None:
    if row.ProcNum:
        return Kind.PROCEDURE, row.ProcNum
    return (Kind.ADJUSTMENT, row.AdjNum) if row.AdjNum else None


@pytest.mark.parametrize(
    ("patient", "amount", "choice", "body"),
    [
        (JON, "50.00", {}, {}),
        (JON, "200.00", {}, {}),
        (JON, "100.10", {"way": Way.PATIENT}, {"isPatientPreferred": True}),
        (JON, "90.00", {"way": Way.PROCEDURES, "procedures": (NEW_FILLING,)}, {"procNums": [NEW_FILLING]}),
        (JON, "20.00", {"way": Way.PREPAYMENT}, {"isPrepayment": True}),
        (IDA, "130.00", {}, {}),
        (IDA, "500.00", {"way": Way.PLAN, "plan": PLAN}, {"payPlanNum": PLAN}),
    ],
)
async def test_the_preview_is_what_is_posted(
    bench: Bench, patient: int, amount: str, choice: dict[str, object], body: dict[str, object]
) -> None:
    """Whatever a payment is for, its preview names the same splits in the same order, and the balance after it."""
    before = await read(bench, patient)
    expected = preview(before, Decimal(amount), Choice(patient, **choice))
    paid = await bench.client.payments.create(PayAmt=Decimal(amount), PatNum=patient, **body)
    splits = await bench.client.pay_splits.list(PayNum=paid.PayNum)
    assert posted(splits) == shown(expected)
    after = await read(bench, patient)
    assert after.figures.Total == expected.after
    assert [each.balance for each in after.members] == [
        expected.after_of(each.pat_num) for each in after.members
    ]


async def test_exact_amounts(bench: Bench) -> None:
    """Exact amounts are their own sum; what is owed less than its amount is named, since it can't be posted."""
    ways = previews(await read(bench, JON))
    exact = Choice(
        JON, Way.PROCEDURES, amounts=((NEW_FILLING, Decimal("30.00")), (OLD_FILLING, Decimal("10.00")))
    )
    found = ways(Decimal(0), exact)
    assert (found.amount, found.excess, found.unearned) == (Decimal("40.00"), (), 0)
    paid = await bench.client.payments.create(
        PayAmt=Decimal("40.00"), PatNum=JON, procNums=[NEW_FILLING, OLD_FILLING]
    )
    pairs = [ProcNumAndAmount(ProcNum=number, Amount=amount) for number, amount in exact.amounts]
    await bench.client.payments.allocate(paid.PayNum, procNumsAndAmounts=pairs)
    assert posted(await bench.client.pay_splits.list(PayNum=paid.PayNum)) == shown(found)
    over = ways(Decimal(0), Choice(JON, Way.PROCEDURES, amounts=((NEW_FILLING, Decimal("80.01")),)))
    assert (over.shares, over.excess) == ((), ((Kind.PROCEDURE, NEW_FILLING),))
