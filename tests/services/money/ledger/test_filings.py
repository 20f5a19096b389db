"""Claims, statements and discount plans of a family, in one request."""

from __future__ import annotations

import sqlite3

from app.api.need import Need
from app.services.money.ledger.filings import Filings, FilingsReader
from app.store.patients.parts import Refused
from tests.support.bench_office import ALL, Bench, BenchMaker

NO_QUERIES = ALL - {"Queries"}
COUNTS = (
    "SELECT (SELECT COUNT(*) FROM claim WHERE PatNum IN ({0})),"
    " (SELECT COUNT(*) FROM statement WHERE PatNum IN ({0})),"
    " (SELECT COUNT(*) FROM discountplansub WHERE PatNum IN ({0}))"
)


def sql(bench: Bench, command: str) -> list[tuple[int, ...]]:
    """Rows of the practice."""
    with sqlite3.connect(bench.path) as connection:
        rows = connection.execute(command).fetchall()
    connection.close()
    return rows


def patients(bench: Bench) -> list[int]:
    """One with an open claim, one with a statement, one with a discount plan, and one with nothing."""
    wanted = (
        "SELECT PatNum FROM claim WHERE ClaimStatus = 'S' LIMIT 1",
        "SELECT PatNum FROM statement LIMIT 1",
        "SELECT PatNum FROM discountplansub LIMIT 1",
        "SELECT PatNum FROM patient WHERE PatNum NOT IN (SELECT PatNum FROM claim) LIMIT 1",
    )
    return [sql(bench, command)[0][0] for command in wanted]


async def read(bench: Bench, pat_num: int) -> Filings:
    """As the ledger reads them."""
    return await FilingsReader(bench.client, bench.office).read(pat_num, Need.SCREEN)


def own(found: Filings, pat_num: int) -> list[object]:
    """What can be compared: the patient's own claims, and the discount plan."""
    assert isinstance(found.claims, tuple)
    assert isinstance(found.discounts, tuple)
    claims = [
        (row.ClaimNum, row.ClaimStatus, row.DateSent, row.ClaimFee, row.InsPayEst, row.InsPayAmt)
        for row in found.claims
        if row.PatNum == pat_num
    ]
    discounts = [
        (
            each.sub.DiscountSubNum,
            each.sub.DateTerm,
            each.plan and (each.plan.Description, each.plan.AnnualMax),
        )
        for each in found.discounts
        if each.sub.PatNum == pat_num
    ]
    return [claims, discounts]


async def test_one_request_reads_what_the_database_has(open_seeded: BenchMaker) -> None:
    """With Queries one request has all of the family's, carriers named; the lists say the same of the patient."""
    fast, slow = open_seeded(), open_seeded(permissions=NO_QUERIES)
    await slow.client.probe()
    for pat_num in patients(fast):
        fast.wire.take()
        found = await read(fast, pat_num)
        assert len(fast.wire.take()) == 1
        head = f"(SELECT Guarantor FROM patient WHERE PatNum = {pat_num})"
        family = f"SELECT PatNum FROM patient WHERE Guarantor = {head}"
        claims, statements, discounts = found.claims, found.statements, found.discounts
        assert isinstance(claims, tuple)
        assert isinstance(statements, tuple)
        assert isinstance(discounts, tuple)
        assert (len(claims), len(statements), len(discounts)) == sql(fast, COUNTS.format(family))[0]
        assert all(row.CarrierName for row in claims)
        other = await read(slow, pat_num)
        assert own(other, pat_num) == own(found, pat_num)
        assert (found.whole_family, other.whole_family) == (True, False)


async def test_an_older_office_says_what_it_lacks(open_seeded: BenchMaker) -> None:
    """Before 24.2.23 there is no list of statements: that group alone is refused."""
    bench = open_seeded(permissions=NO_QUERIES, version="24.1.10")
    await bench.client.probe()
    found = await read(bench, patients(bench)[0])
    assert isinstance(found.statements, Refused)
    assert isinstance(found.claims, tuple)
