"""The audit's actions: desks deliver their records, and read the office's."""

from __future__ import annotations

import msgspec

from app.domain.people.rights import Demand, Right
from app.hub.devices.devices import DeviceBook
from app.hub.handling import Asker, Refusal, answers
from app.hub.hub import Hub
from app.hub.shared.audit import HUB, OfficeAudit
from app.hub.shared.confirming import marked
from app.hub.shared.staff import OfficeStaff
from app.services.audit.file import Numbered
from app.services.audit.search import SCANNED, Search
from app.wire.hub import audit as wire
from app.wire.hub.actions import Nothing

NEEDED = Demand(Right.READ_AUDIT)
OPEN_SECONDS = 900.0
"""So long it stays open with a second person's consent; the desk closes it when another person is there."""


class AuditReaders:
    """`hub.part(AuditReaders)`: who may read. A second person's consent opens it for a while, not for one page."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._until: dict[tuple[int, str], float] = {}

    async def check(self, asker: Asker) -> None:
        """Raises Refusal for a person without the right, and without a consent."""
        staff, moment = self._hub.part(OfficeStaff), self._hub.clock.monotonic()
        self._until = {key: until for key, until in self._until.items() if until > moment}
        key = (asker.device_num, asker.person)
        if key in self._until and await staff.person_of(*key) is not None:
            return
        member = await staff.require(asker, NEEDED)
        if not (await staff.book())[1].allows(member.user_num, NEEDED):
            self._until[key] = moment + OPEN_SECONDS


@answers(wire.AUDIT_HELD)
async def held(hub: Hub, asker: Asker, asked: wire.ChainNamed) -> wire.ChainHeld:
    """How far a chain is here."""
    return await hub.part(OfficeAudit).held(asked.chain)


@answers(wire.AUDIT_DELIVER)
async def deliver(hub: Hub, asker: Asker, asked: wire.DeliverRecords) -> wire.ChainHeld:
    """The next records of a desk's chain. What the hub can't confirm of them is marked."""
    others = (each.name for each in hub.part(DeviceBook).valid if each.device_num != asker.device_num)
    known = (await hub.part(OfficeStaff).book())[1], frozenset({HUB, *others} - {asker.name})
    device, now = (asker.device_num, asker.name), hub.clock.utc()
    return await hub.part(OfficeAudit).deliver(
        asker.device_num,
        asker.name,
        asked,
        lambda connection, records: marked(connection, device, records, known, now),
    )


@answers(wire.AUDIT_SEARCH)
async def search(hub: Hub, asker: Asker, asked: wire.AuditSearch) -> wire.AuditRows:
    """Matches among the next records."""
    await hub.part(AuditReaders).check(asker)
    try:
        wanted = msgspec.json.decode(asked.search, type=Search)
    except msgspec.DecodeError:
        raise Refusal(400, "not understood") from None
    audit = hub.part(OfficeAudit)
    if asked.oldest_first:
        read = await audit.after(asked.number)
        rest = read[-1].number if read else asked.number
    else:
        read = await audit.before(asked.number)
        rest = read[-1].number if len(read) == SCANNED else 1
    return wire.AuditRows(rows=tuple(_row(each) for each in read if wanted.matches(each.record)), rest=rest)


@answers(wire.AUDIT_STATE)
async def state(hub: Hub, asker: Asker, asked: Nothing) -> wire.AuditState:
    """Whether the chain is intact: what is new is checked first."""
    await hub.part(AuditReaders).check(asker)
    audit = hub.part(OfficeAudit)
    checked = await audit.check()
    head, first = await audit.head(), await audit.after(0, 1)
    return wire.AuditState(
        chain=audit.chain,
        count=head.count,
        digest=head.digest,
        checked=checked,
        altered=audit.altered,
        since=first[0].record.at if first else None,
    )


def _row(found: Numbered) -> wire.AuditRow:
    return wire.AuditRow(
        number=found.number, digest=found.digest, record=msgspec.Raw(msgspec.json.encode(found.record))
    )
