"""The made-up practice's money: the stored balances match its rows."""

from __future__ import annotations

import datetime
import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

import pytest

from app.practice.schema.insurance import claimproc
from app.practice.schema.people import patient
from app.practice.schema.procedures import procedurelog
from app.practice.seed.money.money import Money
from app.practice.seed.people.people import Person
from app.practice.seed.rows import Rows
from app.practice.server.app import open_practice
from app.wire.permissions import Permission
from app.wire.version import NEWEST
from tests.practice.conftest import Desk, OfficeClock, Seeded, client_of
from tests.practice.money.oracle import Books, money
from tests.practice.money.test_money_agreement import check_report, exact
from tests.support.seeds import SEED

TODAY = datetime.date(2026, 3, 11)
BUCKETS = ("Bal_0_30", "Bal_31_60", "Bal_61_90", "BalOver90")


@contextmanager
def opened(path: Path, seed: int, today: datetime.date) -> Iterator[Desk]:
    """The practice of a seed and a day."""
    clock = OfficeClock(datetime.datetime.combine(today, datetime.time(10, 20)))
    practice = open_practice(
        str(path), seed=seed, today=today, clock=clock, pace=None, permissions=frozenset(Permission),
        version=NEWEST,
    )  # fmt: skip
    yield Desk(client_of(practice), practice, clock, str(path))
    practice.close()


@pytest.fixture(scope="module")
def march(seeded: Seeded, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The practice of a Wednesday in March."""
    path = tmp_path_factory.mktemp("money") / "practice.db"
    shutil.copyfile(seeded(TODAY), path)
    with opened(path, SEED, TODAY) as desk:
        yield desk


async def test_the_rows_come_to_the_balances(march: Desk) -> None:
    """Aging computed from the rows matches the guarantors' rows: for plans, debts in each bucket, and credits."""
    wanted = march.sql(
        "SELECT PatNum FROM patient p WHERE PatStatus <> 4 AND "
        "(BalTotal < 0 OR BalOver90 > 0 OR Bal_61_90 > 0 OR PatNum % 40 = 0 "
        "OR EXISTS (SELECT * FROM payplan WHERE payplan.PatNum = p.PatNum OR payplan.Guarantor = p.PatNum))"
    )
    assert len(wanted) > 80
    books = Books(march)
    for (number,) in wanted:
        aging = await exact(march, f"/accountmodules/{number}/Aging")
        assert aging["Total"] == books.total(books.family(number))
        books.check_columns(number, aging)
    books.check_payments()
    books.close()


async def test_the_report_says_what_each_family_is_told(march: Desk) -> None:
    """The office's aging report and every family's own aging are equal to the cent, also for families on plans."""
    guarantors = march.sql("SELECT DISTINCT Guarantor FROM patient WHERE PatStatus <> 4")
    agings = {number: await exact(march, f"/accountmodules/{number}/Aging") for (number,) in guarantors}
    assert len(agings) > 700
    await check_report(march, agings)


@pytest.mark.parametrize(
    ("seed", "today"),
    [(SEED, TODAY), (2, TODAY), (5, datetime.date(2026, 1, 2))],
    ids=["7", "2", "5 in January"],
)
def test_most_owe_nothing_of_their_own(
    tmp_path: Path, seeded: Seeded, seed: int, today: datetime.date
) -> None:
    """Whatever the seed, 70% of families owe only what insurance will pay; others owe more or have credit.

    There are debts of every age, prepayments, and at least one unpaid installment.
    """
    guarantors = "FROM patient WHERE PatNum = Guarantor"
    path = tmp_path / "practice.db"
    if (seed, today) == (SEED, TODAY):
        shutil.copyfile(seeded(TODAY), path)
    with opened(path, seed, today) as desk:
        ((whole, free, credit),) = desk.sql(
            f"SELECT COUNT(*), SUM(BalTotal < InsEst + 0.005), SUM(BalTotal < 0) {guarantors}"
        )
        assert free > whole * 0.7
        assert credit >= 5
        for name in BUCKETS:
            assert desk.sql(f"SELECT COUNT(*) {guarantors} AND {name} > 0")[0][0] >= 5
        assert desk.sql("SELECT COUNT(*) FROM paysplit WHERE UnearnedType <> 0")[0][0] >= 30
        assert desk.sql(f"SELECT COUNT(*) {guarantors} AND PayPlanDue > 0")[0][0] >= 1


def test_plans_and_statements_are_plausible(march: Desk) -> None:
    """Open and closed plans with their charges, and statements with the balance on their date."""
    assert {row[0] for row in march.sql("SELECT IsClosed FROM payplan")} == {0, 1}
    for plan, closed, whole in march.sql("SELECT PayPlanNum, IsClosed, CompletedAmt FROM payplan"):
        rows = march.sql("SELECT Principal FROM payplancharge WHERE PayPlanNum = ?", plan)
        charged = sum((money(row[0]) for row in rows), Decimal(0))
        assert charged == money(whole) if closed else charged < money(whole)
    assert march.sql("SELECT COUNT(*) FROM statement")[0][0] > 100
    assert march.sql(
        "SELECT COUNT(*) FROM statement s JOIN patient p ON p.PatNum = s.PatNum "
        "WHERE s.BalTotal <= 0 OR p.Guarantor <> p.PatNum OR s.DateSent > ?", str(TODAY),
    ) == [(0,)]  # fmt: skip


def test_no_money_is_from_the_future(march: Desk) -> None:
    """Nothing was paid, adjusted or charged on the practice's day or later."""
    for table, column in (
        ("payment", "PayDate"), ("paysplit", "DatePay"), ("adjustment", "AdjDate"), ("payplancharge", "ChargeDate"),
    ):  # fmt: skip
        assert march.sql(f"SELECT MAX({column}) < ? FROM {table}", str(TODAY)) == [(1,)]


def test_insurance_is_left_to_insurance() -> None:
    """What claims paid, wrote off or are expected to pay is not paid by the family, and is in its balances."""
    today = TODAY.toordinal()
    person = Person(1, 1, "Berg", "Ann", 1, 0, today - 12_000, 1, 1, 4, joined=today - 700)
    patients = Rows(patient, "LName")
    patients.add("Berg")
    procedures = Rows(procedurelog, "PatNum", "ProcDate", "ProcFee", "ProcStatus", "ProvNum", "ClinicNum")
    claims = Rows(
        claimproc, "PatNum", "ProcNum", "Status", "InsPayAmt", "WriteOff", "InsPayEst", "ProcDate", "DateCP"
    )
    for days, status in ((500, 1), (300, 0)):
        day = str(TODAY - datetime.timedelta(days=days))
        number = procedures.add(1, day, 200.0, 2, 1, 1)
        claims.add(1, number, status, 120.5 if status else 0, 20.0, 0 if status else 100.0, day, "0001-01-01")
    money = Money([person], today, random.Random("prompt"))
    rows = {each.table.name: each for each in money.fill(procedures, [claims], patients)}
    paid = sum(row[rows["paysplit"].columns.index("SplitAmt") + 1] for row in rows["paysplit"].rows)
    columns = dict(zip(patients.columns, patients.rows[0][1:], strict=True))
    fees = sum(row[rows["adjustment"].columns.index("AdjAmt") + 1] for row in rows["adjustment"].rows)
    assert columns["InsEst"] == 120.0
    assert columns["BalTotal"] == pytest.approx(400.0 - 140.5 - paid + fees)
    assert columns["BalTotal"] == columns["EstBalance"]
