"""Searching the audit: newest first, some hundred records at a time, so that writing never waits long."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct

from app.services.audit.audit import Record
from app.services.audit.file import AuditFile, Numbered

SCANNED = 400
"""Records read at a time: some 5 ms of work, so that neither writing nor the window's thread waits."""
NEWEST = 2**62
"""Before this number: from the newest record on."""


class Search(Struct, frozen=True):
    """What to look for; a field that is not set matches every record."""

    who: str = ""
    """A part of the person's or the workstation's name, in any case."""
    actions: frozenset[str] = frozenset()
    patient: int = 0
    since: datetime | None = None
    """In UTC."""
    until: datetime | None = None
    """In UTC; not included."""

    def matches(self, record: Record) -> bool:
        """Whether a record is looked for."""
        if self.patient and record.patient != self.patient:
            return False
        if self.actions and record.action not in self.actions:
            return False
        if self.since is not None and record.at < self.since:
            return False
        if self.until is not None and record.at >= self.until:
            return False
        wanted = self.who.strip().casefold()
        return not wanted or wanted in record.who.casefold() or wanted in record.workstation.casefold()


class Found(Struct, frozen=True):
    """The matches among the records that were read."""

    rows: tuple[Numbered, ...]
    rest: int
    """Older records are those before this number; 1: there are none."""


def older(file: AuditFile, search: Search, before: int) -> Found:
    """The matches among the next records before a number, newest first. Blocks. Raises Altered."""
    read = file.before(before, SCANNED)
    rest = read[-1].number if len(read) == SCANNED else 1
    return Found(_matching(read, search), rest)


def newer(file: AuditFile, search: Search, after: int) -> tuple[tuple[Numbered, ...], int]:
    """The matches among the next records after a number, oldest first, and the last number read. Blocks.

    The number stays the same at the end. Raises Altered.
    """
    read = file.after(after, SCANNED)
    return _matching(read, search), read[-1].number if read else after


def _matching(read: Iterable[Numbered], search: Search) -> tuple[Numbered, ...]:
    return tuple(each for each in read if search.matches(each.record))
