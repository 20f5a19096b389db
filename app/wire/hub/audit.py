"""The office's audit: desks deliver the records of their own chains, and read those of all desks and kiosks."""

from __future__ import annotations

from datetime import datetime

from msgspec import Raw, Struct

from app.wire.hub.actions import DESKS, HubAction, Message, Nothing, Reply

MOST_RECORDS = 200
"""In one message."""


class ChainNamed(Message, frozen=True, kw_only=True):
    """A desk's own chain."""

    chain: str


class ChainHeld(Reply, frozen=True, kw_only=True):
    """How far the hub has this chain: the number and the hash of its last record; 0: nothing."""

    count: int = 0
    digest: bytes = b""


class DeskRecord(Struct, frozen=True, kw_only=True):
    """One record of a desk's chain. `record`: `app.services.audit.audit.Record` as JSON."""

    number: int
    digest: bytes
    record: Raw


class DeliverRecords(Message, frozen=True, kw_only=True):
    """The next records of a chain, in order. `start`: the hash before the first record that the desk still has.

    Refused ("chain differs") if they don't follow what the hub has: the desk's file was cut or exchanged.
    """

    chain: str
    start: bytes
    records: tuple[DeskRecord, ...]


class AuditSearch(Message, frozen=True, kw_only=True):
    """The next matches before a number (newest first), or after one (oldest first). Needs the right to read the audit.

    `search`: `app.services.audit.search.Search` as JSON.
    """

    search: Raw
    number: int
    oldest_first: bool = False


class AuditRow(Struct, frozen=True, kw_only=True):
    """One record of the office's chain."""

    number: int
    digest: bytes
    record: Raw


class AuditRows(Reply, frozen=True, kw_only=True):
    """`rest`: where to go on; newest first 1, or oldest first the same number again: there is nothing more."""

    rows: tuple[AuditRow, ...]
    rest: int


class AuditState(Reply, frozen=True, kw_only=True):
    """The office's chain. `checked`: how many of its records were checked since the hub started.

    `altered`: the number of the first one that is wrong; 0: none is.
    """

    chain: str
    count: int
    digest: bytes
    checked: int = 0
    altered: int = 0
    since: datetime | None = None


AUDIT_HELD = HubAction("/hub/audit/held", ChainNamed, ChainHeld, DESKS)
AUDIT_DELIVER = HubAction("/hub/audit/deliver", DeliverRecords, ChainHeld, DESKS, most_bytes=400_000)
AUDIT_SEARCH = HubAction("/hub/audit/search", AuditSearch, AuditRows, DESKS)
AUDIT_STATE = HubAction("/hub/audit/state", Nothing, AuditState, DESKS)
