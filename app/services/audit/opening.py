"""Opens the audit's file in any condition.

A file in which anything is wrong is set aside under another name and never deleted; a new chain begins whose first
records say so. A crash at any moment leaves either the old file, which is found wrong again, or the new one.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from app.sealed.errors import StoreDamaged, StoreFailed
from app.sealed.pages import read_wal
from app.sealed.replacing import finish_replacing, free_name, part_of, replace_file
from app.sealed.sealing import Seal
from app.services.audit.audit import Action, Record, whole
from app.services.audit.file import Altered, AuditFile
from app.services.audit.state import UNKNOWN, Alert, Finding, State

KEY_BYTES = 32
CHAIN_BYTES = 8
RECORD = "record"
"""The kind of object whose key is the number of a record."""
FIRST = "first"
"""The result of the record that begins an office's first chain."""


class Home(Struct, frozen=True):
    """Where the audit of one office is, what opens it, and who writes the records about itself."""

    path: Path
    seals: Mapping[str, Seal]
    office: str
    """The office's mark."""
    who: str
    workstation: str

    def record(
        self, at: datetime, action: Action, result: str = "", *, number: int = 0, ref: str = ""
    ) -> Record:
        """A record of the audit about itself; `number` is the record concerned."""
        kind = RECORD if number else ""
        return Record(whole(at), self.who, self.workstation, action, kind, number, result=result, ref=ref)


def open_audit(home: Home, now: datetime) -> AuditFile:
    """Open or create the file. Blocks. Raises StoreInUse, StoreTooNew and StoreFailed.

    What is wrong is among the alerts of the returned file's state. Records and witnesses are not checked yet.
    """
    try:
        home.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        finish_replacing(home.path)
        if not home.path.exists():
            return begun(home, now)
        try:
            if read_wal(home.path).damaged:
                raise Altered(Finding.UNREADABLE)
            return AuditFile(home.path, home.seals, home.office)
        except Altered as wrong:
            return begun(home, now, wrong, before=(UNKNOWN,))
        except StoreDamaged:
            return begun(home, now, Altered(Finding.UNREADABLE), before=(UNKNOWN,))
    except OSError as error:
        raise StoreFailed(error.strerror or type(error).__name__) from error


def begun(
    home: Home,
    now: datetime,
    wrong: Altered | None = None,
    *,
    before: tuple[str, ...] = (),
    alerts: Sequence[Alert] = (),
    records: Iterable[Record] = (),
) -> AuditFile:
    """Begin a new chain, in place of the file if there is one. Blocks.

    `before` are the names of the chains that were there, `alerts` its own, `records` those to be taken over.
    """
    first = home.record(now, Action.BEGIN, FIRST if wrong is None else wrong.finding)
    if wrong is None:
        return _replaced(home, State.new(_chain(), before), [first, *records], None)
    aside = free_name(home.path, now) if home.path.exists() else None
    name = aside.name if aside is not None else ""
    alert = Alert(now, wrong.finding, wrong.number, name)
    told = home.record(now, Action.TAMPERED, wrong.finding, number=wrong.number, ref=name)
    return _replaced(home, State.new(_chain(), before, (*alerts, alert)), [first, told, *records], aside)


def _replaced(home: Home, state: State, records: Iterable[Record], aside: Path | None) -> AuditFile:
    AuditFile.create(part_of(home.path), home.seals, home.office, os.urandom(KEY_BYTES), state, records)
    replace_file(home.path, aside)
    return AuditFile(home.path, home.seals, home.office)


def _chain() -> str:
    return os.urandom(CHAIN_BYTES).hex()
