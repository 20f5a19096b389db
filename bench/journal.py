"""A write reaches the disk: the journal's entry, and a bare sqlite3 commit of as many bytes with the same settings."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import tempfile
import time
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from statistics import median

from app.core.clock import SystemClock
from app.domain.schedule.visit import Person
from app.journal.entries import Author, Intent, Outcome, WriteState
from app.journal.journal import Journal
from app.sealed.key_slots import VAULT
from app.sealed.seal import AesGcmSeal, new_key
from app.sealed.store import LocalStore
from app.services.writes.money.payment import TAKE_PAYMENT, NewPayment, payment_intent
from bench.figures import Figure, at_most, beside
from bench.rounds import ratio

WRITES = 40
ROUNDS = 9
LIMIT = 2.0
SETTINGS = (
    "page_size=4096",
    "locking_mode=EXCLUSIVE",
    "journal_mode=WAL",
    "synchronous=FULL",
    "secure_delete=ON",
)
"""As app/sealed sets them."""


def measure() -> list[Figure]:
    """Payments are recorded as made and as sent, alternately with bare commits, on one disk."""
    with tempfile.TemporaryDirectory(prefix="front-desk-bench-") as folder:
        ours, bare = asyncio.run(_both(Path(folder)))
    return [
        at_most("journal: a write on disk", ratio(ours, bare), "x bare sqlite3 commit", LIMIT),
        beside("journal: … the bare commit", median(bare) * 1_000, "ms"),
    ]


async def _both(folder: Path) -> tuple[list[float], list[float]]:
    """Seconds per write by round: the journal's, and bare ones."""
    clock = SystemClock()
    store = await LocalStore.open(folder / "journal.db", {VAULT: AesGcmSeal(new_key())}, clock)
    journal = await Journal.open(store, clock)
    found: tuple[list[float], list[float]] = ([], [])
    try:
        with closing(_bare(folder / "bare.db")) as database:
            for number in range(ROUNDS + 1):
                ours, bare = await _alternating(journal, database)
                if number:
                    found[0].append(ours)
                    found[1].append(bare)
    finally:
        await store.close()
    return found


async def _alternating(journal: Journal, database: sqlite3.Connection) -> tuple[float, float]:
    """Payments are recorded twice, before they are checked and before they are sent; each time with a bare commit."""
    intent, seen = _payment(), Outcome(seen={"PayNums": list(range(20))})
    ours, bare = [], []
    for _ in range(WRITES // 2):
        began = time.perf_counter()
        entry = await journal.add(intent, Author("Ana"))
        ours.append(time.perf_counter() - began)
        bare.append(await _committed(journal, database))
        began = time.perf_counter()
        await journal.advance(entry.id, WriteState.SENT, seen)
        ours.append(time.perf_counter() - began)
        bare.append(await _committed(journal, database))
    return _undisturbed(ours), _undisturbed(bare)


async def _committed(journal: Journal, database: sqlite3.Connection) -> float:
    """As many bytes as the journal's largest entry."""
    (size,) = await journal.store.run(
        lambda file: file._database.rows("SELECT max(length(body)) FROM entry")[0]
    )
    body = os.urandom(int(size))
    began = time.perf_counter()
    database.execute("BEGIN")
    database.execute("INSERT INTO entry (body) VALUES (?)", (body,))
    database.execute("COMMIT")
    return time.perf_counter() - began


def _undisturbed(times: list[float]) -> float:
    """The tenth of the times that other programs on the computer disturbed least."""
    return median(sorted(times)[: max(len(times) // 10, 1)])


def _bare(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path, isolation_level=None)
    for setting in SETTINGS:
        database.execute(f"PRAGMA {setting}")
    database.execute("CREATE TABLE entry (id INTEGER PRIMARY KEY, body BLOB)")
    return database


def _payment() -> Intent:
    person = Person(12, "Young", "Ada")
    new = NewPayment(person=person, amount=Decimal("120.00"), pay_type=5, note="Paid by her son")
    return TAKE_PAYMENT.marked(payment_intent(new, SystemClock().now().date(), initials="AB"))
