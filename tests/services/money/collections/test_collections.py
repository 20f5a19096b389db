"""The call list: one request for the aging, one for the rest with Queries; broken promises come first."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.money.pay_methods import Method
from app.domain.money.promises import Promise, Standing, promise_text
from app.services.money.closing.deposits import DepositReader, slip_sums
from app.services.money.collections.collections import UNSEEN, CallList, CollectionsReader
from tests.practice import office as tiny
from tests.support.bench_office import NO_QUERIES, Bench, BenchMaker
from tests.support.seeds import seeded_file

TODAY = tiny.TODAY
PAST = TODAY - datetime.timedelta(days=10)


@pytest.fixture
async def open_seeded(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path):
    """Opens the made-up practice."""
    maker = BenchMaker(seeded_file(tmp_path_factory, TODAY), tmp_path)
    yield maker
    await maker.close()


async def read(bench: Bench) -> CallList:
    """Read the list."""
    bench.wire.take()
    return await CollectionsReader(bench.client, bench.office, bench.clock).read(0)


def promise(bench: Bench, pat_num: int, by: datetime.date, *, made: datetime.date = PAST) -> Promise:
    """Write a promise of 50.00 as another desk did."""
    found = Promise(Decimal("50.00"), by, made, "after payday")
    bench.sql(
        "INSERT INTO commlog (PatNum, CommDateTime, Note) VALUES (?, ?, ?)",
        pat_num,
        f"{made.isoformat()} 10:00:00",
        promise_text(found),
    )
    return found


async def test_broken_promises_come_first(open_seeded: BenchMaker) -> None:
    """A family that broke a promise is called first, one that keeps it last; the others by the oldest debt."""
    bench = open_seeded()
    before = await read(bench)
    assert len(bench.wire.take()) == 1 + -(-len(before.rows) // 99)
    over = [row.aging.BalOver90 for row in before.rows]
    assert over == sorted(over, reverse=True)
    assert all(row.phone for row in before.rows[:20])
    silent = [row for row in before.rows if row.last_paid is None or row.last_paid < PAST]
    last = [row for row in silent if row.aging.BalTotal > 60][-1]
    second = silent[1]
    broken = promise(bench, last.pat_num, TODAY - datetime.timedelta(2))
    member = second.pat_num
    opened = promise(bench, member, TODAY + datetime.timedelta(9))
    after = await read(bench)
    assert after.unseen == ()
    assert (after.rows[0].pat_num, after.rows[0].promise, after.rows[0].standing) == (
        last.pat_num,
        broken,
        Standing.BROKEN,
    )
    assert (after.rows[-1].pat_num, after.rows[-1].promise, after.rows[-1].standing) == (
        member,
        opened,
        Standing.OPEN,
    )
    assert after.rows[0].last_contact is not None
    bench.sql(
        "INSERT INTO paysplit (PatNum, SplitAmt, DatePay) VALUES (?, 50, ?)", last.pat_num, TODAY.isoformat()
    )
    kept = next(row for row in (await read(bench)).rows if row.pat_num == last.pat_num)
    assert kept.standing is Standing.KEPT


async def test_without_queries_one_family_at_a_time(open_seeded: BenchMaker) -> None:
    """The list has the aging only, and says so; the selected family's promise is read from its commlogs."""
    bench = open_seeded(permissions=NO_QUERIES)
    found = await read(bench)
    assert found.unseen == (UNSEEN,)
    row = found.rows[0]
    broken = promise(bench, row.pat_num, TODAY - datetime.timedelta(2))
    bench.wire.take()
    looked = await CollectionsReader(bench.client, bench.office, bench.clock).read_one(row)
    assert len(bench.wire.take()) == 2
    assert (looked.promise, looked.standing) == (broken, Standing.BROKEN)


@pytest.mark.parametrize("queries", [True, False])
async def test_what_is_not_deposited(open_seeded: BenchMaker, *, queries: bool) -> None:
    """Cash, checks and insurance checks without a deposit are listed, and nothing that has one."""
    bench = open_seeded() if queries else open_seeded(permissions=NO_QUERIES)
    since = TODAY - datetime.timedelta(days=4)
    bench.sql("UPDATE payment SET DepositNum = 0 WHERE DateEntry >= ?", since.isoformat())
    bench.wire.take()
    found = await DepositReader(bench.client, bench.office).read(since)
    sent = [line for line in bench.wire.take() if queries or "ShortQuery" not in line]
    assert len(sent) == (1 if queries else 3)
    assert [name for _, name in found.accounts] == ["Office checking", "Merchant account"]
    rows = found.rows
    assert rows
    assert {row.method for row in rows if not row.insurance} == {Method.CASH, Method.CHECK}
    sums = slip_sums(rows)
    assert sums.total == sum(row.amount for row in rows)
    assert sums.cash > 0 < sums.insurance
    bench.sql("UPDATE payment SET DepositNum = 1")
    bench.sql("UPDATE claimpayment SET DepositNum = 1")
    assert (await DepositReader(bench.client, bench.office).read(since)).rows == ()
