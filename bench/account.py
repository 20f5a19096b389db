"""An account of 5,000 entries: its requests, its running balance, and the split preview over 2,000 open charges."""

from __future__ import annotations

import asyncio
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from statistics import median

from app.api.client import OpenDental
from app.api.keys import Keys
from app.api.modes import Mode, OfficeAddress
from app.api.need import Need
from app.api.network.inside import in_process
from app.api.transport import Transport
from app.domain.money.cents import ZERO
from app.domain.money.preview import Choice, Previews, Way
from app.practice.server.app import open_practice
from app.services.money.account.lines import in_order, running
from app.services.money.account.reader import AccountReader
from app.services.money.account.records import FamilyAccount
from app.services.money.preview import previews
from app.store.office import Office
from app.wire.permissions import Permission
from app.wire.version import NEWEST
from bench.clocks import SteppingClock
from bench.figures import Figure, at_most, beside
from bench.recording import RecordingTransport
from bench.rounds import interleaved, ratio

ENTRIES, OPEN, PAGE = 5_000, 2_000, 100
MORE_REQUESTS, BALANCE_LIMIT, FRAME = 4, 2.0, 1 / 60
ROUNDS, TYPED = 15, "123456.78"
"""The amount is typed one key after the other; its last keys pay everything."""
TODAY, PATIENT, FIRST = date(2026, 11, 23), 900_001, 900_000
UNIT = "requests"


def measure() -> list[Figure]:
    """A made-up account in the made-up practice, read as the ledger reads it."""
    with tempfile.TemporaryDirectory(prefix="front-desk-bench-") as folder:
        account, requests = asyncio.run(_read(Path(folder) / "account.db"))
    assert len(account.lines) == ENTRIES, len(account.lines)  # a bench of something else is none
    pages = -(-ENTRIES // PAGE)
    return [
        at_most("account: requests beyond its pages of entries", requests - pages, UNIT, MORE_REQUESTS),
        at_most("account: running balance", _balance(account), "x Decimal sum", BALANCE_LIMIT),
        *_preview(account),
    ]


async def _read(path: Path) -> tuple[FamilyAccount, int]:
    clock = SteppingClock(datetime.combine(TODAY, datetime.min.time()) + timedelta(hours=12))
    practice = open_practice(
        str(path),
        seed=7,
        today=TODAY,
        clock=clock,
        pace=None,
        permissions=frozenset(Permission),
        version=NEWEST,
    )
    try:
        with closing(sqlite3.connect(path)) as database:
            _write(database)
        inner: Transport = in_process(practice.asgi)
        wire = RecordingTransport(inner)
        keys = Keys(practice.keys.developer_key, practice.keys.customer_key)
        address = OfficeAddress(Mode.TRAINING, "http://office.invalid/api/v1")
        failed: list[BaseException] = []
        client = OpenDental(address, keys, wire, clock=clock, on_error=failed.append)
        reader = AccountReader(client, Office(client, clock, day_limit=1))
        account = await reader.read(PATIENT, Need.CLICK)
        requests = wire.answered
        await client.aclose()
    finally:
        practice.close()
    return account, requests


def _write(database: sqlite3.Connection) -> None:
    """A family of one: treatment of twenty years, the last 2,000 procedures unpaid."""
    paid = (ENTRIES - OPEN) // 3
    database.execute(
        "INSERT INTO patient (PatNum, Guarantor, LName, FName, PriProv) VALUES (?, ?, 'Bench', 'Mark', 1)",
        (PATIENT, PATIENT),
    )
    database.executemany(
        "INSERT INTO procedurelog (ProcNum, PatNum, CodeNum, ProcStatus, ProcDate, ProcFee, UnitQty, ProvNum)"
        " VALUES (?, ?, 1, 2, ?, ?, 1, 1)",
        ((FIRST + each, PATIENT, _day(each), 50 + each % 7 + 0.15) for each in range(OPEN + paid)),
    )
    database.executemany(
        "INSERT INTO claimproc (ClaimProcNum, ProcNum, PatNum, Status, InsPayAmt, ProcDate, DateCP)"
        " VALUES (?, ?, ?, 1, 20, ?, ?)",
        ((FIRST + each, FIRST + each, PATIENT, _day(each), _day(each)) for each in range(paid)),
    )
    database.executemany(
        "INSERT INTO paysplit (SplitNum, PayNum, ProcNum, PatNum, SplitAmt, DatePay) VALUES (?, ?, ?, ?, ?, ?)",
        (
            (FIRST + each, FIRST + each, FIRST + each, PATIENT, 30 + each % 7 + 0.15, _day(each))
            for each in range(paid)
        ),
    )
    database.commit()


def _day(number: int) -> str:
    return str(TODAY - timedelta(days=7_000 - 2 * number))


def _balance(account: FamilyAccount) -> float:
    """The running balance of all entries against one sum of them."""
    amounts = [each.amount for each in in_order(account.account.postings)]
    jobs = {
        "running": lambda: _seconds(lambda: running(amounts)),
        "sum": lambda: _seconds(lambda: sum(amounts, ZERO)),
    }
    found = interleaved(jobs, ROUNDS)
    return ratio(found["running"], found["sum"])


def _preview(account: FamilyAccount) -> Iterator[Figure]:
    """Each key of an amount: all shares and the new balances. The account is looked through once, as it is opened."""
    choice = Choice(PATIENT, Way.FAMILY)
    ways = previews(account)
    opening = _seconds(lambda: ways(Decimal(1), choice))
    assert len(ways.debts(choice)) == OPEN  # as above
    slowest = max(median(_key(ways, choice, typed) for _ in range(ROUNDS)) for typed in _typed())
    yield at_most("account: split preview of each key", slowest / FRAME, "frames", 1.0)
    yield beside("account: split preview, once when opened", opening / FRAME, "frames")


def _typed() -> Iterator[Decimal]:
    for length in range(1, len(TYPED) + 1):
        yield Decimal(TYPED[:length])


def _key(ways: Previews, choice: Choice, amount: Decimal) -> float:
    def work() -> None:
        shown = ways(amount, choice)
        shown.after_of(PATIENT)

    return _seconds(work)


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
