"""Reading a day: one request with Queries, one for each list without; what can't be seen is said."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path

from app.domain.money.day_close import Origin
from app.domain.money.pay_methods import Method
from app.sealed.seal import AesGcmSeal
from app.services.money.closing.day_reader import (
    ADJUSTMENTS_UNSEEN,
    JOURNAL_FORGOTTEN,
    SPLITS_UNSEEN,
    DayMoney,
    DayReader,
)
from tests.practice import office as tiny
from tests.support.bench_office import NO_QUERIES, Bench, BenchMaker
from tests.support.journals import open_journal

DAY = tiny.TODAY


def plant(bench: Bench) -> None:
    """Two payments, an adjustment and an insurance check of today, and a payment of yesterday."""
    day, before = DAY.isoformat(), (DAY - datetime.timedelta(1)).isoformat()
    for number, name in ((981, "Cash"), (982, "Check")):
        bench.sql("INSERT INTO definition (DefNum, Category, ItemName) VALUES (?, 10, ?)", number, name)
    columns = "PayNum, PayType, PayDate, DateEntry, PayAmt, PatNum, ClinicNum, PayNote, PaymentSource"
    for values in (
        f"901, 981, '{day}', '{day}', 80, {tiny.ANN}, 1, 'FD-ABCDEFGH', 13",
        f"902, 982, '{day}', '{day}', 39.9, {tiny.ANN}, 1, '', 14",
        f"903, 982, '{before}', '{before}', 12, {tiny.ANN}, 1, '', 0",
    ):
        bench.sql(f"INSERT INTO payment ({columns}) VALUES ({values})")
    for split in ("901, 50", "901, 29.99"):
        bench.sql(f"INSERT INTO paysplit (PayNum, SplitAmt) VALUES ({split})")
    bench.sql(
        "INSERT INTO adjustment (AdjNum, AdjDate, DateEntry, AdjAmt, PatNum, AdjType)"
        f" VALUES (901, '{day}', '{day}', -5, {tiny.ANN}, 1)"
    )
    bench.sql(
        "INSERT INTO claimpayment"
        " (ClaimPaymentNum, CheckDate, SecDateEntry, SecDateTEdit, CheckAmt, CarrierName, IsPartial)"
        f" VALUES (901, '{day}', '{day}', '{day} 08:00:00', 300.5, 'Delta', 1)"
    )


async def read(bench: Bench, folder: Path, day: datetime.date = DAY) -> DayMoney:
    """Read a day with an empty journal."""
    journal = await open_journal(folder / "journal.db", AesGcmSeal(bytes(32)), bench.clock)
    bench.wire.take()
    try:
        return await DayReader(bench.client, bench.office, journal, bench.clock).read(day)
    finally:
        await journal.store.close()


async def test_one_request_with_queries(open_bench: BenchMaker, tmp_path: Path) -> None:
    """Payments with their splits, insurance checks and adjustments of the day come in one request."""
    bench = open_bench()
    plant(bench)
    money = await read(bench, tmp_path)
    assert len(bench.wire.take()) == 1
    cash, check = money.facts.taken
    assert (cash.amount, cash.method, cash.origin) == (Decimal("80.00"), Method.CASH, Origin.DESK)
    assert (cash.split_count, cash.split_sum) == (2, Decimal("79.99"))
    assert (check.amount, check.method, check.origin) == (Decimal("39.90"), Method.CHECK, Origin.ONLINE)
    assert (check.split_count, check.split_sum) == (0, Decimal("0.00"))
    assert money.name(tiny.ANN) == "Berg, Ann"
    assert [(each.amount, each.carrier, each.partial) for each in money.facts.checks] == [
        (Decimal("300.50"), "Delta", True)
    ]
    assert [each.AdjAmt for each in money.adjustments] == [-5]
    assert money.unseen == ()


async def test_without_queries(open_bench: BenchMaker, tmp_path: Path) -> None:
    """Payments and checks in one request each, never the splits; that they and adjustments are unseen is said."""
    bench = open_bench(permissions=NO_QUERIES)
    plant(bench)
    money = await read(bench, tmp_path)
    sent = [line for line in bench.wire.take() if "ShortQuery" not in line]  # which is refused, once
    assert len(sent) == 2
    assert not any("paysplits" in line for line in sent)
    assert [each.amount for each in money.facts.taken] == [Decimal("80.00"), Decimal("39.90")]
    assert [each.split_count for each in money.facts.taken] == [None, None]
    assert [each.amount for each in money.facts.checks] == [Decimal("300.50")]
    assert money.unseen == (SPLITS_UNSEEN, ADJUSTMENTS_UNSEEN)


async def test_an_office_that_lists_no_payments(open_bench: BenchMaker, tmp_path: Path) -> None:
    """Where payments can't be listed, the journal is what is known, nothing counts as missing, and why is kept."""
    bench = open_bench(permissions=NO_QUERIES, version="23.2")
    money = await read(bench, tmp_path)
    assert money.why is not None
    assert not money.facts.complete
    old = await read(bench, tmp_path, DAY - datetime.timedelta(40))
    assert JOURNAL_FORGOTTEN in old.unseen
