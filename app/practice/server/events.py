"""Events: tells subscribers about changed rows and about what happens at a workstation.

It sends nothing itself: a courier is passed in.
"""

from __future__ import annotations

import asyncio
import datetime
import logging
from collections.abc import Mapping, Sequence
from typing import Protocol

import sqlalchemy as sa
from msgspec import Struct
from msgspec.structs import replace

from app.practice.schema.columns import NO_TIME
from app.practice.schema.documents import apisubscription
from app.practice.server.access import is_newer
from app.practice.server.app import Practice
from app.practice.server.event_rows import changed_rows, selected_patient
from app.practice.server.listings import encode_rows
from app.practice.server.work import Row, Work
from app.wire.resources.subscriptions import UiEventKind, WatchedTable
from app.wire.version import Version

TICK_SECONDS = 1.0
"""Time between two checks of which subscriptions are due."""
BATCH = 1_000
BATCHES_SINCE = "23.2.1"
MADE_UP = datetime.timedelta(days=3)
"""How far back changes are delivered that could not be delivered in time."""
WORKSTATION_SINCE = "22.4.28"
EVENT_TYPE_SINCE = "22.4.35"

log = logging.getLogger(__name__)

_S = apisubscription.c
_NO_BOUND = 2**31 - 1


class Delivery(Struct, frozen=True):
    """One event to deliver: a POST."""

    url: str
    headers: Mapping[str, str]
    body: bytes


class Courier(Protocol):
    """Delivers events over the network."""

    async def deliver(self, delivery: Delivery) -> bool:
        """Whether the address accepted it. An address that does not answer is not an error."""
        ...

    async def aclose(self) -> None:
        """Close the connections."""
        ...


class _Round(Struct, frozen=True):
    """The result of one poll of one subscription."""

    row: Row
    polled_at: datetime.datetime
    bodies: Sequence[bytes]


class EventEngine:
    """Open Dental on one workstation, as far as it sends events.

    It serves the subscriptions that name this workstation, and those that name none.
    """

    def __init__(self, practice: Practice, courier: Courier, *, workstation: str) -> None:
        self._practice = practice
        self._courier = courier
        self._workstation = workstation
        self._tried: dict[int, datetime.datetime] = {}
        """When a delivery last failed; the next attempt waits for the subscription's interval."""
        self._selected = 0

    async def run(self) -> None:
        """Poll until canceled; a poll that fails in the database is repeated by the next."""
        while True:
            try:
                await self.poll()
            except sa.exc.SQLAlchemyError as error:
                log.warning("a poll for events failed: %s", type(error).__name__)
            await self._practice.office.clock.sleep(TICK_SECONDS)

    async def poll(self) -> None:
        """Serve every table subscription that is due now."""
        due = await self._practice.run(self._read_due)
        await asyncio.gather(*(self._tell(each) for each in due))

    async def select_patient(self, pat_num: int) -> int:
        """Select a patient at this workstation; returns the number of addresses that were told.

        Selecting the same patient again tells nobody. NotFound when there is no such patient.
        """
        body, rows = await self._practice.run(lambda work: self._selection(work, pat_num))
        if pat_num == self._selected:
            return 0
        self._selected = pat_num
        kind = f"UiEventType: {UiEventKind.PATIENT_SELECTED}"
        told = await asyncio.gather(*(self._deliver(row, kind, body) for row in rows))
        return sum(told)

    # --- in the database's thread --------------------------------------------------------------------------

    def _read_due(self, work: Work) -> list[_Round]:
        wanted = sa.select(apisubscription).where(_S.WatchTable != "", *self._mine(work))
        rows = work.connection.execute(wanted.order_by(_S.ApiSubscriptionNum)).all()
        due = [row for row in rows if self._is_due(row, work.now)]
        return [_Round(row, work.now, _bodies(work, row)) for row in due]

    def _selection(self, work: Work, pat_num: int) -> tuple[bytes, Sequence[Row]]:
        body = encode_rows(selected_patient(work, pat_num))
        wanted = sa.select(apisubscription).where(
            _S.UiEventType == UiEventKind.PATIENT_SELECTED.value,
            _S.DateTimeStart <= work.now,
            *self._mine(work),
        )
        return body, work.connection.execute(wanted.order_by(_S.ApiSubscriptionNum)).all()

    def _mine(self, work: Work) -> tuple[sa.ColumnElement[bool], ...]:
        """The subscriptions of this workstation that have not ended."""
        goes_on = sa.or_(_S.DateTimeStop == NO_TIME, _S.DateTimeStop >= work.now)
        return _S.Workstation.in_(("", self._workstation)), goes_on

    def _is_due(self, row: Row, now: datetime.datetime) -> bool:
        start = datetime.datetime.fromisoformat(row.DateTimeStart)
        last = max(start, self._tried.get(row.ApiSubscriptionNum, start))
        return now >= last + datetime.timedelta(seconds=row.PollingSeconds)

    # --- deliveries ----------------------------------------------------------------------------------------

    async def _tell(self, found: _Round) -> None:
        """Deliver what changed. The subscription's start moves on only when everything arrived."""
        row = found.row
        for body in found.bodies:
            if not await self._deliver(row, f"WatchTable: {row.WatchTable}", body):
                self._tried[row.ApiSubscriptionNum] = found.polled_at
                return
        self._tried.pop(row.ApiSubscriptionNum, None)
        await self._practice.run(lambda work: _move_on(work, found))

    async def _deliver(self, row: Row, kind: str, body: bytes) -> bool:
        headers = {"Authorization": row.CustomerKey, "Content-Type": "application/json"}
        office = self._practice.office.version
        if not is_newer(WORKSTATION_SINCE, office):
            headers["Workstation"] = self._workstation
        if not is_newer(EVENT_TYPE_SINCE, office):
            headers["Event-Type"] = kind
        return await self._courier.deliver(Delivery(row.EndPointUrl, headers, body))


def _move_on(work: Work, found: _Round) -> None:
    """Move the subscription's start to this poll, unless someone set another start meanwhile."""
    row = found.row
    same = _S.ApiSubscriptionNum == row.ApiSubscriptionNum, _S.DateTimeStart == row.DateTimeStart
    work.connection.execute(sa.update(apisubscription).where(*same).values(DateTimeStart=found.polled_at))


def _bodies(work: Work, row: Row) -> list[bytes]:
    """What changed since the subscription's start, or in the last three days, in batches."""
    start = max(datetime.datetime.fromisoformat(row.DateTimeStart), work.now - MADE_UP)
    size = _batch_size(work.office.version)
    table, bodies = WatchedTable(row.WatchTable), list[bytes]()
    while rows := changed_rows(replace(work, limit=size, offset=len(bodies) * size), table, start):
        bodies.append(encode_rows(rows))
    return bodies


def _batch_size(office: Version) -> int:
    return _NO_BOUND if is_newer(BATCHES_SINCE, office) else BATCH
