"""A family's account: the same to the cent however it is read, and in as few requests as promised."""

from __future__ import annotations

import sqlite3
from datetime import timedelta
from decimal import Decimal

import pytest

from app.api.errors import NotFound
from app.api.need import Need
from app.domain.money.allocation import Kind
from app.domain.money.preview import Choice, Way
from app.services.money.account.reader import AccountReader
from app.services.money.account.records import FamilyAccount
from app.services.money.preview import preview
from tests.practice import office as tiny
from tests.practice.office_money import DISCOUNT, IDA, JON, PLAN
from tests.support.bench_office import ALL, Bench, BenchMaker

NO_QUERIES = ALL - {"Queries"}
EVERY = 40
"""One family of so many is compared."""


def families(bench: Bench) -> list[int]:
    """Guarantors of all kinds: some of those with treatment, and all with payment plans."""
    treated = "SELECT PatNum FROM procedurelog WHERE ProcStatus = 2"
    with sqlite3.connect(bench.path) as connection:
        found = connection.execute(f"SELECT DISTINCT Guarantor FROM patient WHERE PatNum IN ({treated})")
        some = [row[0] for row in found][::EVERY]
        some += [row[0] for row in connection.execute("SELECT DISTINCT PatNum FROM payplan LIMIT 6")]
    connection.close()
    return sorted(set(some))


async def read(bench: Bench, pat_num: int) -> FamilyAccount:
    """The account as the ledger reads it."""
    return await AccountReader(bench.client, bench.office).read(pat_num, Need.SCREEN)


async def test_queries_and_lists_agree_with_open_dental(open_seeded: BenchMaker) -> None:
    """Composed by query or by lists, an account is the same, and equals Aging, balances and the service date view."""
    fast, slow = open_seeded(), open_seeded(permissions=NO_QUERIES)
    await slow.client.probe()
    for pat_num in families(fast):
        one, other = await read(fast, pat_num), await read(slow, pat_num)
        assert one.stated is not None
        assert (one.figures, one.unread, one.complete) == (one.stated, 0, True)
        assert (other.lines, other.figures, other.urgent) == (one.lines, one.figures, one.urgent)
        assert [each.portion for each in one.members] == [each.portion for each in other.members]
        balances = await fast.client.account_modules.patient_balances(pat_num)
        own = {each.pat_num: each.portion for each in one.members}
        assert {row.PatNum: row.Balance for row in balances[:-1]} == own
        view = await fast.client.account_modules.service_date_view(pat_num, isFamily=True)
        assert (view[-1].AcctBal, view[-1].InsBal) == (one.figures.EstBal, one.figures.InsEst)
        assert sum(line.charge for line in one.lines) == view[-1].Charge
        assert sum(line.credit for line in one.lines) == view[-1].Credit


async def test_the_balance_runs_and_can_be_one_patients(open_seeded: BenchMaker) -> None:
    """Each line adds to the balance before it; one patient's lines end in what that patient owes, without a request."""
    bench = open_seeded()
    account = await read(bench, families(bench)[0])
    bench.wire.take()
    balance = Decimal(0)
    for line in account.lines:
        balance += line.amount
        assert line.balance == balance
    assert balance == account.figures.Total
    for member in account.members:
        lines = account.for_patient(member.pat_num)
        assert (lines[-1].balance if lines else 0) == member.balance
    days = [line.day for line in account.lines]
    assert days == sorted(days)
    assert bench.wire.take() == []


async def test_a_split_names_its_payment_and_its_procedure(open_seeded: BenchMaker) -> None:
    """Each split names its payment, and the procedure it pays is on the account; the last payment is the newest."""
    bench = open_seeded()
    account = await read(bench, families(bench)[0])
    things = {line.thing for line in account.lines}
    splits = [line for line in account.lines if line.kind is Kind.SPLIT]
    assert splits
    assert all(line.pay_num for line in splits)
    assert all(line.on in things for line in splits if line.on is not None)
    newest = max(splits, key=lambda line: (line.day, line.pay_num))
    assert account.payments[0].pay_num == newest.pay_num


async def test_nobody_has_no_account(open_seeded: BenchMaker) -> None:
    """An unknown patient is refused as such, with and without Queries."""
    for permissions in (ALL, NO_QUERIES):
        bench = open_seeded(permissions=permissions)
        await bench.client.probe()
        with pytest.raises(NotFound):
            await read(bench, 999_999)


async def test_a_long_account_is_shown_page_by_page(bench: Bench) -> None:
    """The newest entries are there after one page, with their balances; one request a page and one for the figures."""
    day = tiny.TODAY - timedelta(days=700)
    with sqlite3.connect(bench.path) as connection:
        connection.executemany(
            "INSERT INTO adjustment (AdjNum, PatNum, AdjType, AdjAmt, AdjDate) VALUES (?, ?, ?, 1.15, ?)",
            ((9000 + each, JON, DISCOUNT, str(day + timedelta(days=each))) for each in range(390)),
        )
        connection.execute("UPDATE patient SET EstBalance = 608.5 WHERE PatNum = ?", (JON,))
    connection.close()
    reader, shown = AccountReader(bench.client, bench.office), list[FamilyAccount]()
    reader.publish = lambda _, account: shown.append(account)
    bench.wire.take()
    whole = await reader.read(JON, Need.SCREEN)
    rows = len(whole.lines) + len(whole.members) + len(whole.rows.preferences)
    assert len(bench.wire.take()) == -(-rows // 100) + 1
    assert [each.complete for each in shown] == [False, False]
    assert len(shown[0].lines) < len(shown[1].lines) < len(whole.lines)
    balances = {line.thing: line.balance for line in whole.lines}
    for each in shown:
        assert all(line.balance == balances[line.thing] for line in each.lines)
        assert each.lines[-1].balance == whole.figures.Total == Decimal("608.50")
    assert not whole.differs


async def test_rows_that_cannot_be_read_are_counted(bench: Bench) -> None:
    """A row with a date that is none is missing from the account, which says so."""
    bench.sql("UPDATE adjustment SET AdjDate = 'soon' WHERE PatNum = ?", JON)
    account = await read(bench, JON)
    assert account.unread == 1


async def test_who_shares_a_payment_plan(bench: Bench) -> None:
    """A plan that someone outside the family pays is read with that family: its charges are not on this account."""
    bench.sql("UPDATE payplan SET Guarantor = ? WHERE PatNum = ?", JON, IDA)
    bench.sql("UPDATE payplancharge SET Guarantor = ? WHERE PatNum = ?", JON, IDA)
    bench.wire.take()
    account = await read(bench, IDA)
    assert len(bench.wire.take()) == 3
    assert account.wide is not None
    assert {each.patient for each in account.wide.postings} == {IDA, JON}
    assert {each.pat_num for each in account.members} == {IDA}
    assert not account.differs
    body = {"PatNum": IDA, "PayAmt": Decimal("150.00"), "payPlanNum": PLAN}
    expected = preview(account, Decimal("150.00"), Choice(IDA, Way.PLAN, plan=PLAN))
    paid = await bench.client.payments.create(**body)
    splits = await bench.client.pay_splits.list(PayNum=paid.PayNum)
    posted = [(row.PatNum, row.SplitAmt) for row in sorted(splits, key=lambda row: row.SplitNum)]
    shares = [(each.debt.patient, each.amount) for each in expected.shares]
    assert posted == [*shares, (IDA, expected.unearned)]
    assert JON in {patient for patient, _ in shares}
