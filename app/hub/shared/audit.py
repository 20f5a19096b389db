"""The office's audit: one chain of the records of all desks, kiosks and of the hub itself."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import msgspec
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from app.hub.database.shared_tables import audit_chain, audit_head, audit_record
from app.hub.handling import Refusal
from app.hub.hub import Hub
from app.sealed.sealing import SealBroken
from app.services.audit.audit import Action, Record, whole
from app.services.audit.chain import SEPARATOR, Head, following, start_of
from app.services.audit.file import Numbered
from app.services.audit.search import SCANNED
from app.services.audit.state import Finding
from app.wire.hub.audit import ChainHeld, DeliverRecords, DeskRecord

T = TypeVar("T")
Confirm = Callable[[sa.Connection, list[Record]], list[Record]]

CHAIN_DIFFERS = "chain differs"
YEARS = range(1970, 2200)
"""A time outside of them can't be shown in every time zone, so one record would make the list unreadable."""
CHECKED_AT_ONCE = 200
CHECKED_A_CALL = 20_000
"""Half a second of work: a desk asks again until everything is checked."""
HUB = "hub"
"""The workstation of the hub's own records."""

_RECORD = msgspec.json.Decoder(Record)
_HEAD = audit_head.c.id == 1


class OfficeAudit:
    """`hub.part(OfficeAudit)`."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self.chain = ""
        """Known once something was read or written."""
        self._checked: Head | None = None
        self.altered = 0
        """The number of the first record that is wrong; 0: none was found."""

    async def note(
        self,
        action: Action,
        *,
        workstation: str = HUB,
        who: str = "",
        kind: str = "",
        key: int = 0,
        patient: int = 0,
        result: str = "",
    ) -> None:
        """Add a record of a kiosk or of the hub itself. Never a name of a patient or a birthdate."""
        at = whole(self._hub.clock.utc())
        record = Record(at, who, workstation, action, kind, key, patient, result)
        await self._run(lambda connection: self._append(connection, [record]))

    async def head(self) -> Head:
        """The end of the chain."""
        return await self._run(self._head)

    # --- from the desks ------------------------------------------------------------------------------------

    async def held(self, chain: str) -> ChainHeld:
        """How far a desk's chain is here."""
        query = sa.select(audit_chain).where(audit_chain.c.chain == chain)
        row = await self._hub.database.run(lambda connection: connection.execute(query).one_or_none())
        return ChainHeld() if row is None else ChainHeld(count=row.records, digest=row.digest)

    async def deliver(
        self,
        device_num: int,
        name: str,
        asked: DeliverRecords,
        confirm: Confirm = lambda _, records: records,
    ) -> ChainHeld:
        """Take over the records that are new: those that were delivered before are skipped. Raises Refusal.

        `confirm` marks what the hub doesn't know of them.
        """
        head = await self._run(lambda connection: self._take(connection, device_num, asked, confirm))
        if head is None:
            await self.note(Action.TAMPERED, who=name, result=Finding.OTHER)
            raise Refusal(409, CHAIN_DIFFERS)
        return ChainHeld(count=head.count, digest=head.digest)

    def _take(
        self, connection: sa.Connection, device_num: int, asked: DeliverRecords, confirm: Confirm
    ) -> Head | None:
        of_it = audit_chain.c.chain == asked.chain
        row = connection.execute(sa.select(audit_chain).where(of_it).with_for_update()).one_or_none()
        if row is not None:
            head = Head(row.records, row.digest)
        elif asked.records:
            head = Head(asked.records[0].number - 1, asked.start)
        else:
            return Head(0, b"")
        new: list[Record] = []
        for each in asked.records:
            if each.number <= head.count:
                continue
            if (end := _next(head, each)) is None:
                return None
            head = end
            new.append(_RECORD.decode(each.record))
        values = {"device_num": device_num, "records": head.count, "digest": head.digest}
        if row is None:
            connection.execute(sa.insert(audit_chain).values(chain=asked.chain, **values))
        else:
            connection.execute(sa.update(audit_chain).where(of_it).values(values))
        self._append(connection, confirm(connection, new))
        return head

    # --- the chain -----------------------------------------------------------------------------------------

    async def before(self, number: int) -> list[Numbered]:
        """Records with lower numbers, newest first."""
        where = audit_record.c.number < min(number, 2**62)
        query = sa.select(audit_record).where(where).order_by(audit_record.c.number.desc())
        return await self._rows(query.limit(SCANNED))

    async def after(self, number: int, count: int = SCANNED) -> list[Numbered]:
        """Records with higher numbers, oldest first."""
        query = sa.select(audit_record).where(audit_record.c.number > number).order_by(audit_record.c.number)
        return await self._rows(query.limit(count))

    async def check(self) -> int:
        """Check some of the records that were not checked yet; how many are checked now. Sets `altered`."""
        end = await self.head()
        head = self._checked or start_of(self.chain)
        until = min(end.count, head.count + CHECKED_A_CALL)
        while head.count < until and not self.altered:
            rows = await self.after(head.count, CHECKED_AT_ONCE)
            for each in rows:
                end_here = following(head, each.record)
                if end_here != Head(each.number, each.digest):
                    self._is_wrong(head.count + 1)
                    break
                head = end_here
            if not rows:
                self._is_wrong(head.count + 1)
        self._checked = head
        return head.count

    async def _run(self, work: Callable[[sa.Connection], T]) -> T:
        """Run work that may begin the chain: another hub may do so at the same moment."""
        try:
            return await self._hub.database.run(work)
        except IntegrityError:
            return await self._hub.database.run(work)

    def _append(self, connection: sa.Connection, records: Iterable[Record]) -> None:
        head = self._head(connection, lock=True)
        before = head.count
        for record in records:
            head = following(head, record)
            body = self._hub.seal.close(msgspec.json.encode(record), self._place(head))
            row = {"number": head.count, "digest": head.digest, "body": body}
            connection.execute(sa.insert(audit_record).values(row))
        if head.count > before:
            moved = sa.update(audit_head).where(_HEAD).values(records=head.count, digest=head.digest)
            connection.execute(moved)

    def _head(self, connection: sa.Connection, *, lock: bool = False) -> Head:
        query = sa.select(audit_head).where(_HEAD)
        row = connection.execute(query.with_for_update() if lock else query).one_or_none()
        if row is None:
            self.chain = secrets.token_hex(8)
            head = start_of(self.chain)
            first = {"id": 1, "chain": self.chain, "records": head.count, "digest": head.digest}
            connection.execute(sa.insert(audit_head).values(first))
            return head
        self.chain = row.chain
        return Head(row.records, row.digest)

    async def _rows(self, query: sa.Select[tuple[object, ...]]) -> list[Numbered]:
        if not self.chain:
            await self.head()
        rows = await self._hub.database.run(lambda connection: connection.execute(query).all())
        return self._opened(rows)

    def _opened(self, rows: Sequence[sa.Row[tuple[object, ...]]]) -> list[Numbered]:
        """The records of these rows, without those that don't open: they were changed, and `altered` says so."""
        found: list[Numbered] = []
        for row in rows:
            head = Head(row.number, row.digest)
            try:
                plain = self._hub.seal.open(row.body, self._place(head))
                found.append(Numbered(row.number, _RECORD.decode(plain), row.digest))
            except (SealBroken, msgspec.DecodeError):
                self._is_wrong(row.number)
        return found

    def _is_wrong(self, number: int) -> None:
        self.altered = min(self.altered or number, number)

    def _place(self, head: Head) -> bytes:
        return f"office audit {self.chain} {head.count} {head.digest.hex()}".encode()


def _next(head: Head, record: DeskRecord) -> Head | None:
    """The end of a desk's chain with one more record; None if it doesn't follow, or if no desk writes such a one."""
    try:
        plain = _RECORD.decode(record.record)
    except msgspec.DecodeError:
        return None
    texts = (plain.who, plain.workstation, plain.action, plain.kind, plain.result, plain.ref)
    if plain.at.tzinfo is None or plain.at.year not in YEARS or any(SEPARATOR in each for each in texts):
        return None
    end = following(head, plain)
    return end if end == Head(record.number, record.digest) else None
