"""Payment plans: what is due, paid, overdue, and next."""

from __future__ import annotations

import sqlite3
from datetime import date, timedelta
from decimal import Decimal

from app.api.need import Need
from app.domain.money.cents import cents
from app.services.money.account.reader import AccountReader
from app.services.money.ledger.plans import PlanStatus, plan_statuses
from tests.support.bench_office import Bench, BenchMaker

PLANS = "SELECT PayPlanNum, PatNum, IsClosed FROM payplan WHERE PlanNum = 0 ORDER BY PayPlanNum"
DUE = (
    "SELECT COALESCE(SUM(Principal + Interest), 0) FROM payplancharge"
    " WHERE PayPlanNum = ? AND ChargeType = 0 AND ChargeDate <= ?"
)
PAID = "SELECT COALESCE(SUM(SplitAmt), 0) FROM paysplit WHERE PayPlanNum = ?"


def rows(bench: Bench, command: str, *values: object) -> list[tuple[int, ...]]:
    """Rows of the practice."""
    with sqlite3.connect(bench.path) as connection:
        found = connection.execute(command, values).fetchall()
    connection.close()
    return found


async def test_plans_agree_with_the_database(open_seeded: BenchMaker) -> None:
    """What became due, was paid and is overdue is what the practice has; no less is left."""
    bench = open_seeded()
    seen = overdue = 0
    for plan_num, pat_num, closed in rows(bench, PLANS)[:12]:
        account = await AccountReader(bench.client, bench.office).read(pat_num, Need.SCREEN)
        status = next(each for each in plan_statuses(account) if each.plan.PayPlanNum == plan_num)
        today = account.account.today.isoformat()
        due, paid = rows(bench, DUE, plan_num, today)[0][0], rows(bench, PAID, plan_num)[0][0]
        assert (status.due, status.paid) == (cents(due), cents(paid))
        assert status.overdue == max(cents(due) - cents(paid), Decimal(0))
        assert status.left >= status.overdue
        if status.following is not None:
            assert status.following.day >= account.account.today
            assert status.following.principal > 0
            assert not closed
        seen += 1
        overdue += bool(status.overdue)
    assert seen
    assert overdue


async def test_what_is_left_of_an_open_plan_is_paid_off_by_its_installments(open_seeded: BenchMaker) -> None:
    """Of a plan without interest, everything paid and left together is what it covers."""
    bench = open_seeded()
    found = rows(
        bench,
        "SELECT PatNum, PayPlanNum FROM payplan WHERE PlanNum = 0 AND IsClosed = 0 AND APR = 0 AND IsDynamic = 1",
    )
    assert found
    for pat_num, plan_num in found[:6]:
        account = await AccountReader(bench.client, bench.office).read(pat_num, Need.SCREEN)
        status = next(each for each in plan_statuses(account) if each.plan.PayPlanNum == plan_num)
        assert status.plan.Note.endswith(f"Total Cost of Loan: {status.paid + status.left:.2f}")


async def test_a_charge_dated_ahead_is_not_the_next_one_due(open_seeded: BenchMaker) -> None:
    """A dynamic plan's own next charge comes first; what was charged in advance on its day is not due twice."""
    bench = open_seeded()
    (pat_num, plan_num), *_ = rows(
        bench,
        "SELECT PatNum, PayPlanNum FROM payplan p WHERE PlanNum = 0 AND IsClosed = 0 AND IsDynamic = 1 AND"
        " EXISTS (SELECT 1 FROM payplancharge c WHERE c.PayPlanNum = p.PayPlanNum) ORDER BY PayPlanNum",
    )

    async def status() -> PlanStatus:
        account = await AccountReader(bench.client, bench.office).read(pat_num, Need.SCREEN)
        return next(each for each in plan_statuses(account) if each.plan.PayPlanNum == plan_num)

    def charge(day: date) -> None:
        first = rows(bench, "SELECT MIN(PayPlanChargeNum) FROM payplancharge WHERE PayPlanNum = ?", plan_num)
        with sqlite3.connect(bench.path) as connection:
            connection.row_factory = sqlite3.Row
            copy = dict(
                connection.execute(
                    "SELECT * FROM payplancharge WHERE PayPlanChargeNum = ?", first[0]
                ).fetchone()
            )
            del copy["PayPlanChargeNum"]
            copy |= {"Principal": 1.0, "Interest": 0.0, "ChargeDate": day.isoformat(), "Note": ""}
            marks = ", ".join("?" * len(copy))
            connection.execute(
                f"INSERT INTO payplancharge ({', '.join(copy)}) VALUES ({marks})", list(copy.values())
            )
        connection.close()

    before = (await status()).following
    assert before is not None
    charge(before.day + timedelta(days=100))
    after = (await status()).following
    assert after is not None
    assert after.day == before.day
    charge(before.day)
    found = await status()
    assert found.following is not None
    assert (found.following.day, found.following.principal) == (before.day, Decimal("1.00"))
