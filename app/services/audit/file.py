"""The audit's file: one row per record, each sealed for its place, chained by its hash.

The seal keeps people's names and patients' numbers unreadable without the office's keys, and opens a row for
its own office, chain, number and hash only. The chain shows what the seal can't: rows that are missing.

All functions block and run in the audit's thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack, closing
from pathlib import Path

import msgspec
from msgspec import Struct

from app.sealed import key_slots
from app.sealed.database import PAGE_BYTES, Database, Values
from app.sealed.sealing import Seal, SealBroken
from app.services.audit.audit import Record
from app.services.audit.chain import HASH_BYTES, Head, following
from app.services.audit.state import Anchor, Finding, State

SCHEMA = (
    *key_slots.SCHEMA,
    "CREATE TABLE state (id INTEGER PRIMARY KEY, body BLOB NOT NULL)",
    "CREATE TABLE record (id INTEGER PRIMARY KEY, digest BLOB NOT NULL, body BLOB NOT NULL)",
)
SHAPE = "SELECT sql FROM sqlite_master ORDER BY rowid"
"""Nothing but the statements above."""
_RECORD = msgspec.json.Decoder(Record)
_STATE = msgspec.json.Decoder(State)


class Altered(Exception):
    """The chain is broken: `finding` says how, `number` where."""

    def __init__(self, finding: Finding, number: int = 0) -> None:
        super().__init__(f"{finding} at {number}")  # words: for developers
        self.finding = finding
        self.number = number


class Numbered(Struct, frozen=True):
    """A record with its number in the chain, from 1."""

    number: int
    record: Record
    digest: bytes


class AuditFile:
    """An open file, locked for this process. Raises StoreInUse, StoreTooNew, StoreFailed, and Altered."""

    def __init__(self, path: Path, seals: Mapping[str, Seal], office: str) -> None:
        """Open it; `office` is the mark of the office that it has to belong to."""
        self.path = path
        self._office = office
        with ExitStack() as undo:
            self._database = Database(path)
            undo.callback(self._database.close)
            self._database.lock()
            if self._database.rows(SHAPE) != [(each.encode(),) for each in SCHEMA]:
                raise Altered(Finding.UNREADABLE)  # a trigger would change what is written
            try:
                key = key_slots.open_slots(key_slots.slot_bodies(self._database), seals)
            except SealBroken:
                raise Altered(Finding.UNREADABLE) from None
            self._seal = next(iter(seals.values())).with_key(key)
            self.state = self._stored_state()
            self._chain = _Chain(office, self.state.chain)
            self.head = self._stored_head()
            key_slots.write_slots(self._database, seals, key)
            undo.pop_all()

    @staticmethod
    def create(
        path: Path,
        seals: Mapping[str, Seal],
        office: str,
        key: bytes,
        state: State,
        records: Iterable[Record] = (),
    ) -> None:
        """Create a file with its own random key and its first records, in one transaction."""
        with closing(Database(path)) as database:
            database.rows(f"PRAGMA page_size={PAGE_BYTES}")
            database.lock()
            seal = next(iter(seals.values())).with_key(key)
            with database.transaction():
                for statement in SCHEMA:
                    database.change(statement)
                key_slots.write_slots(database, seals, key)
                body = seal.close(msgspec.json.encode(state), _state_place(office))
                database.change("INSERT INTO state VALUES (1, ?)", (body,))
                _insert(database, seal, _Chain(office, state.chain), state.pruned, records)
                database.change(f"PRAGMA user_version={key_slots.FORMAT}")

    @property
    def anchor(self) -> Anchor:
        """The end of the chain, as it is on disk."""
        return Anchor(self.state.chain, self.head)

    def append(self, records: Iterable[Record]) -> None:
        """Append records in one transaction."""
        with self._database.transaction():
            head = self._insert(records)
        self.head = head

    def save(self, state: State) -> None:
        """Replace the state."""
        with self._database.transaction():
            self._save(state)
        self.state = state

    def prune(self, before: Head, records: Iterable[Record]) -> None:
        """Delete all records up to this one, and append others, in one transaction."""
        state = msgspec.structs.replace(self.state, pruned=before)
        with self._database.transaction():
            self._database.change("DELETE FROM record WHERE id <= ?", (before.count,))
            self._save(state)
            head = self._insert(records)
        self.state, self.head = state, head

    def after(self, number: int, count: int) -> list[Numbered]:
        """Up to `count` records with higher numbers, oldest first. Raises Altered for one that doesn't open."""
        rows = self._database.rows("SELECT * FROM record WHERE id > ? ORDER BY id LIMIT ?", (number, count))
        return [self._opened(row) for row in rows]

    def before(self, number: int, count: int) -> list[Numbered]:
        """Up to `count` records with lower numbers, newest first. Raises Altered for one that doesn't open."""
        rows = self._database.rows(
            "SELECT * FROM record WHERE id < ? ORDER BY id DESC LIMIT ?", (number, count)
        )
        return [self._opened(row) for row in rows]

    def verified(self, head: Head, count: int, seen: Callable[[Record], None]) -> Head:
        """Check the next `count` records after a verified one, and pass each on.

        Raises Altered for the first that is wrong.
        """
        for each in self.after(head.count, count):
            if each.number != head.count + 1:
                raise Altered(Finding.MISSING, head.count + 1)
            head = following(head, each.record)
            if head.digest != each.digest:
                raise Altered(Finding.CHANGED, each.number)
            seen(each.record)
        return head

    def digest_at(self, number: int) -> bytes | None:
        """The hash of a record, also of the last one deleted because of its age; None: it isn't there."""
        if number == self.state.pruned.count:
            return self.state.pruned.digest
        rows = self._database.rows("SELECT digest FROM record WHERE id = ?", (number,))
        return rows[0][0] if rows else None

    def close(self) -> None:
        """Checkpoint the WAL into the file and close it."""
        self._database.close()

    def _insert(self, records: Iterable[Record]) -> Head:
        return _insert(self._database, self._seal, self._chain, self.head, records)

    def _save(self, state: State) -> None:
        body = self._seal.close(msgspec.json.encode(state), _state_place(self._office))
        self._database.change("UPDATE state SET body = ? WHERE id = 1", (body,))

    def _opened(self, row: Values) -> Numbered:
        number, digest, body = row
        try:
            plain = self._seal.open(body, self._chain.place(number, digest))
            return Numbered(number, _RECORD.decode(plain), digest)
        except (SealBroken, msgspec.DecodeError, TypeError):
            raise Altered(Finding.CHANGED, number) from None

    def _stored_state(self) -> State:
        rows = self._database.rows("SELECT body FROM state WHERE id = 1")
        try:
            return _STATE.decode(self._seal.open(rows[0][0], _state_place(self._office)))
        except (IndexError, TypeError, SealBroken, msgspec.DecodeError):
            raise Altered(Finding.FOREIGN) from None

    def _stored_head(self) -> Head:
        rows = self._database.rows("SELECT id, digest FROM record ORDER BY id DESC LIMIT 1")
        if not rows:
            return self.state.pruned
        number, digest = rows[0]
        if not isinstance(digest, bytes) or len(digest) != HASH_BYTES:
            raise Altered(Finding.CHANGED, number)
        return Head(number, digest)


class _Chain(Struct, frozen=True):
    """Whose chain it is: a row is sealed for it."""

    office: str
    name: str

    def place(self, number: int, digest: bytes) -> bytes:
        return b"record %s %s %d " % (self.office.encode(), self.name.encode(), number) + digest


def _insert(database: Database, seal: Seal, chain: _Chain, head: Head, records: Iterable[Record]) -> Head:
    """Write records after this head; returns the new one."""
    for record in records:
        head = following(head, record)
        body = seal.close(msgspec.json.encode(record), chain.place(head.count, head.digest))
        database.change("INSERT INTO record VALUES (?, ?, ?)", (head.count, head.digest, body))
    return head


def _state_place(office: str) -> bytes:
    return b"state " + office.encode()
