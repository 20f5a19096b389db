"""Checking the audit at a start: 100,000 records, against opening and hashing the same rows without anything else."""

from __future__ import annotations

import asyncio
import hashlib
import sqlite3
import tempfile
import time
from contextlib import closing
from operator import methodcaller
from pathlib import Path
from statistics import median

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.core.clock import SystemClock
from app.sealed.key_slots import OFFICE
from app.sealed.seal import NONCE_BYTES, AesGcmSeal, new_key
from app.services.audit.audit import Action, Record, whole
from app.services.audit.keeper import AuditKeeper
from app.services.audit.opening import Home
from app.services.audit.pending import Pending
from bench.figures import Figure, at_most, beside
from bench.rounds import ratio

RECORDS = 100_000
ROUNDS = 3
AT_ONCE = 5_000
LIMIT = 5.0
MOST_OPENING = 0.1
"""Of the check: a start waits for the opening only."""


def measure() -> list[Figure]:
    """Open and check the same file some times, and read it as plainly as possible alternately."""
    with tempfile.TemporaryDirectory(prefix="front-desk-bench-") as folder:
        opening, checking, bare = asyncio.run(_all(Path(folder)))
    return [
        at_most("audit: 100,000 records checked", ratio(checking, bare), "x opening and hashing them", LIMIT),
        at_most("audit: opening", ratio(opening, checking), "x checking", MOST_OPENING),
        beside("audit: … checked", median(checking) * 1_000, "ms"),
        beside("audit: … opened", median(opening) * 1_000, "ms"),
    ]


async def _all(folder: Path) -> tuple[list[float], list[float], list[float]]:
    """Seconds of opening, checking and bare reading, by round."""
    home = Home(folder / "audit.db", {OFFICE: AesGcmSeal(new_key())}, "bench", "Ana", "PC-1")
    keeper = await _open(home)
    now = whole(SystemClock().utc())
    records = [
        Record(
            now, "Ana Ortiz", "DESK-1", Action.WRITE, "payment", n, n % 3000, "done 120.00", f"{n}.1790000000"
        )
        for n in range(RECORDS)
    ]
    for first in range(0, RECORDS, AT_ONCE):
        await keeper.run(methodcaller("write", records[first : first + AT_ONCE]))
    await keeper.close()
    found: tuple[list[float], list[float], list[float]] = ([], [], [])
    for _ in range(ROUNDS):
        began = time.perf_counter()
        keeper = await _open(home)
        opened = time.perf_counter()
        await keeper.check()
        found[0].append(opened - began)
        found[1].append(time.perf_counter() - opened)
        if keeper.status.alerts or keeper.status.checked < RECORDS:
            raise RuntimeError("not checked")
        await keeper.close()
        found[2].append(_bare(home.path))
    return found


async def _open(home: Home) -> AuditKeeper:
    return await AuditKeeper.open(home, Pending(), {}, SystemClock(), real_time=True)


def _bare(path: Path) -> float:
    """Read every row, decrypt as many bytes and hash them in a chain."""
    cipher, nonce = AESGCM(new_key()), bytes(NONCE_BYTES)
    began, digest = time.perf_counter(), b""
    with closing(sqlite3.connect(path)) as database:
        for _, _, body in database.execute("SELECT * FROM record ORDER BY id"):
            plain = cipher.encrypt(nonce, body[NONCE_BYTES:], b"")
            digest = hashlib.sha256(digest + plain).digest()
    return time.perf_counter() - began
