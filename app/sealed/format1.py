"""Reading format 1, which held the journal alone: two sealed columns per entry, local times, the vault's key.

meta   name TEXT, value BLOB: "identity", "proof"
entry  id, state, made_at, changed_at, sent_at, attempts, dismissed, intent BLOB, result BLOB
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from app.sealed.database import Database, Values
from app.sealed.errors import StoreDamaged
from app.sealed.salvage import Found
from app.sealed.sealing import Seal, SealBroken
from app.sealed.tables import ENTRIES, Row

STATES = (b"waiting", b"sent", b"done", b"refused", b"unknown")
"""Its seals did not cover the clear columns, so their values are checked as far as possible."""


def read_format1(path: Path, seals: Iterable[Seal]) -> Found:
    """All rows that can be read. Raises StoreDamaged if it is no such file, SealBroken if no seal opens it."""
    stored: list[Values] = []
    identity, proof, whole = b"", b"", False
    with suppress(StoreDamaged), closing(Database(path)) as database:
        database.lock()
        meta: dict[bytes, bytes] = dict(database.rows("SELECT name, value FROM meta"))
        identity, proof = meta.get(b"identity", b""), meta.get(b"proof", b"")
        whole = database.rows("PRAGMA quick_check(1)") == [(b"ok",)]
        stored.extend(
            database.each("SELECT * FROM entry ORDER BY id")
        )  # up to the first page that can't be read
    if not proof:
        raise StoreDamaged("FORMAT")
    for seal in seals:
        with suppress(SealBroken):
            seal.open(proof, _place(identity, 0, "proof"))
            return _opened(stored, identity, seal, whole=whole)
    raise SealBroken


def _opened(stored: list[Values], identity: bytes, seal: Seal, *, whole: bool) -> Found:
    rows: list[Row] = []
    unreadable: list[int] = []
    for each in stored:
        try:
            rows.append(_row(each, identity, seal))
        except (SealBroken, ValueError, TypeError, AttributeError):  # a damaged value of any column
            unreadable.append(each[0])
    return Found({ENTRIES.name: rows}, tuple(unreadable), whole=whole and not unreadable)


def _row(stored: Values, identity: bytes, seal: Seal) -> Row:
    row_id, state, made_at, changed_at, sent_at, attempts, dismissed, intent, result = stored
    if state not in STATES or dismissed not in (0, 1):
        raise ValueError
    request = seal.open(intent, _place(identity, row_id, "intent"))
    outcome = seal.open(result, _place(identity, row_id, "result"))
    return Row(
        row_id,
        (
            state.decode(),
            _utc(made_at),
            _utc(changed_at),
            _utc(sent_at) if sent_at else None,
            int(attempts),
            int(dismissed),
        ),
        b'{"request":%s,"result":%s}' % (request, outcome),
    )


def _utc(local: bytes) -> str:
    return datetime.fromisoformat(local.decode()).astimezone(UTC).isoformat(timespec="microseconds")


def _place(identity: bytes, row_id: int, half: str) -> bytes:
    return b"%s|%d|%s" % (identity, row_id, half.encode())
