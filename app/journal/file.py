"""The journal's file: SQLite in WAL mode with full synchronisation, payloads sealed, states in clear.

A change is on the disk when the call returns (0.3 ms on a solid-state disk, 10 to 30 ms on a turning one), so
`journal.py` makes these calls in a thread of its own. The file is locked for as long as it is open: SQLite's
exclusive mode keeps a second process out, and the operating system frees the lock when the first one dies.
"""

from __future__ import annotations

import json
import secrets
import sqlite3
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from app.journal.entries import COMES_FROM, Entry, Intent, Outcome, Wire, WriteState
from app.journal.errors import (
    JournalDamaged,
    JournalError,
    JournalFailed,
    JournalInUse,
    JournalTooNew,
    NotPossible,
)
from app.journal.sealing import Seal, SealBroken

SCHEMA_VERSION = 1
SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    state TEXT NOT NULL,
    made_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    sent_at TEXT,
    attempts INTEGER NOT NULL DEFAULT 0,
    dismissed INTEGER NOT NULL DEFAULT 0,
    intent BLOB NOT NULL,
    result BLOB NOT NULL
);
CREATE INDEX entry_state ON entry (state, changed_at);
"""
PROOF = b"front desk journal"
BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
DAMAGED = (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT)


class _Request(msgspec.Struct, frozen=True):
    """The sealed half that never changes."""

    who: str
    intent: Intent


class _Result(msgspec.Struct, frozen=True):
    """The sealed half that each change of state may add to."""

    outcome: str = ""
    answer: Wire | None = None
    conflict: Wire | None = None
    seen: Wire | None = None


class JournalFile:
    """One open journal. Every method blocks; errors of the disk come out as JournalFailed.

    Opening it raises JournalInUse, JournalTooNew and, for a file that another key sealed, SealBroken besides.
    """

    def __init__(self, path: Path, seal: Seal) -> None:
        self._seal = seal
        self._identity = b""
        self._requests = msgspec.json.Decoder(_Request)
        self._results = msgspec.json.Decoder(_Result)
        try:
            self._database = sqlite3.connect(path, timeout=0, isolation_level=None, check_same_thread=False)
        except sqlite3.Error as error:
            raise _failed(error) from error
        try:
            self._prepare()
        except sqlite3.Error as error:
            self._database.close()
            raise _failed(error) from error
        except (JournalError, SealBroken):
            self._database.close()
            raise

    def _prepare(self) -> None:
        self._database.execute("PRAGMA locking_mode=EXCLUSIVE").fetchone()
        version = self._rows("PRAGMA user_version")[0][0]
        if version > SCHEMA_VERSION:
            raise JournalTooNew(version)
        if version == 0 and self._rows("SELECT 1 FROM sqlite_master"):
            raise SealBroken  # somebody else's database
        self._database.execute("PRAGMA journal_mode=WAL").fetchone()
        self._database.execute("PRAGMA synchronous=FULL")
        self._database.execute("BEGIN EXCLUSIVE")  # takes the lock at once, not with the first change
        if version == 0:
            self._create()
        self._database.execute("COMMIT")
        self._identity = self._meta("identity")
        self._seal.open(self._meta("proof"), self._place(0, "proof"))

    def _create(self) -> None:
        self._identity = secrets.token_bytes(16)
        proof = self._seal.close(PROOF, self._place(0, "proof"))
        for statement in SCHEMA.split(";"):
            self._database.execute(statement)
        meta = [("identity", self._identity), ("proof", proof)]
        self._database.executemany("INSERT INTO meta VALUES (?, ?)", meta)
        self._database.execute(f"PRAGMA user_version={SCHEMA_VERSION}")

    def _meta(self, name: str) -> bytes:
        row = self._database.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return bytes(row[0]) if row else b""

    def _place(self, entry_id: int, half: str) -> bytes:
        return b"%s|%d|%s" % (self._identity, entry_id, half.encode())

    def add(self, intent: Intent, who: str, now: datetime) -> Entry:
        """Write a new entry, waiting."""
        last = self._rows("SELECT seq FROM sqlite_sequence WHERE name = 'entry'")
        entry_id = (last[0][0] if last else 0) + 1
        request = self._close(entry_id, "intent", _Request(who, intent))
        result = self._close(entry_id, "result", _Result())
        self._change(
            "INSERT INTO entry VALUES (?, ?, ?, ?, NULL, 0, 0, ?, ?)",
            (entry_id, WriteState.WAITING, _text(now), _text(now), request, result),
        )
        return Entry(
            id=entry_id, intent=intent, state=WriteState.WAITING, who=who, made_at=now, changed_at=now
        )

    def advance(self, entry: Entry, state: WriteState, outcome: Outcome, now: datetime) -> Entry:
        """Write a new state. NotPossible when the state on disk does not lead to it."""
        sending = state is WriteState.SENT
        new = msgspec.structs.replace(
            entry,
            state=state,
            changed_at=now,
            sent_at=now if sending else None if state is WriteState.WAITING else entry.sent_at,
            attempts=entry.attempts + sending,
            outcome=entry.outcome if outcome.outcome is None else outcome.outcome,
            answer=entry.answer if outcome.answer is None else outcome.answer,
            conflict=entry.conflict if outcome.conflict is None else outcome.conflict,
            seen=entry.seen if outcome.seen is None else outcome.seen,
        )
        result = self._close(new.id, "result", _Result(new.outcome, new.answer, new.conflict, new.seen))
        sent_at = _text(new.sent_at) if new.sent_at else None
        changed = self._change(
            "UPDATE entry SET state = ?, changed_at = ?, sent_at = ?, attempts = ?, result = ? "
            "WHERE id = ? AND state IN (SELECT value FROM json_each(?))",
            (state, _text(now), sent_at, new.attempts, result, new.id, json.dumps(COMES_FROM[state])),
        )
        if not changed:
            raise NotPossible(entry.id, f"It cannot become {state} any more")
        return new

    def dismiss(self, entry: Entry) -> Entry:
        """Note that a person has seen a refused entry."""
        if not self._change(
            "UPDATE entry SET dismissed = 1 WHERE id = ? AND state = ?", (entry.id, WriteState.REFUSED)
        ):
            raise NotPossible(entry.id, "Only a refused write can be put away")
        return msgspec.structs.replace(entry, dismissed=True)

    def get(self, entry_id: int) -> Entry | None:
        """One entry; None when there is none, or none that can be unsealed."""
        entries, _ = self._read("SELECT * FROM entry WHERE id = ?", (entry_id,))
        return entries[0] if entries else None

    def load(self, count: int) -> tuple[list[Entry], list[int]]:
        """What is open and the latest `count`, oldest first, and the ids of those whose seal is broken."""
        return self._read(
            "SELECT * FROM entry WHERE NOT (state = ? OR (state = ? AND dismissed = 1)) "
            "OR id > (SELECT coalesce(max(id), 0) - ? FROM entry) ORDER BY id",
            (WriteState.DONE, WriteState.REFUSED, count),
        )

    def prune(self, before: datetime) -> int:
        """Delete what was done, or refused and seen, before that moment; return how many."""
        return self._change(
            "DELETE FROM entry WHERE changed_at < ? AND (state = ? OR (state = ? AND dismissed = 1))",
            (_text(before), WriteState.DONE, WriteState.REFUSED),
        )

    def close(self) -> None:
        """Fold the WAL into the file and free it."""
        self._database.close()

    def _entry(self, row: tuple[Any, ...]) -> Entry:
        entry_id, state, made_at, changed_at, sent_at, attempts, dismissed, request, result = row
        asked = self._requests.decode(self._seal.open(request, self._place(entry_id, "intent")))
        got = self._results.decode(self._seal.open(result, self._place(entry_id, "result")))
        return Entry(
            id=entry_id,
            intent=asked.intent,
            state=WriteState(state),
            who=asked.who,
            made_at=datetime.fromisoformat(made_at),
            changed_at=datetime.fromisoformat(changed_at),
            sent_at=datetime.fromisoformat(sent_at) if sent_at else None,
            attempts=attempts,
            dismissed=bool(dismissed),
            **msgspec.structs.asdict(got),
        )

    def _close(self, entry_id: int, half: str, content: _Request | _Result) -> bytes:
        return self._seal.close(msgspec.json.encode(content), self._place(entry_id, half))

    def _read(self, statement: str, values: tuple[Any, ...]) -> tuple[list[Entry], list[int]]:
        entries: list[Entry] = []
        broken: list[int] = []
        for row in self._rows(statement, values):
            try:
                entries.append(self._entry(row))
            except (SealBroken, msgspec.DecodeError):
                broken.append(row[0])
        return entries, broken

    def _rows(self, statement: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        try:
            return self._database.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            raise _failed(error) from error

    def _change(self, statement: str, values: tuple[Any, ...]) -> int:
        try:
            return self._database.execute(statement, values).rowcount
        except sqlite3.Error as error:
            raise _failed(error) from error


def _failed(error: sqlite3.Error) -> JournalError:
    """The journal's own error for one of SQLite's."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in BUSY:
        return JournalInUse()
    damaged = code in DAMAGED or "no such table" in str(error)
    kind = JournalDamaged if damaged else JournalFailed
    return kind(getattr(error, "sqlite_errorname", type(error).__name__))


def _text(moment: datetime) -> str:
    return moment.isoformat(timespec="microseconds")
