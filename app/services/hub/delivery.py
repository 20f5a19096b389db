"""Delivers this PC's audit to the hub: its own chain is the buffer while the hub is away.

The hub knows the last record that it has of each chain and takes every record once, so nothing is lost and nothing is
there twice, whatever ends in between.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from functools import partial

import msgspec

from app.api.errors import ApiError
from app.api.hub.link import HubLink, HubRefused
from app.core.clock import Clock
from app.core.present import present
from app.core.tasks import TaskScope
from app.sealed.errors import LocalStoreError
from app.services.audit.file import Altered, Numbered
from app.services.audit.keeper import AuditKeeper
from app.services.audit.writer import AuditWriter
from app.wire.hub.audit import (
    AUDIT_DELIVER,
    AUDIT_HELD,
    MOST_RECORDS,
    ChainHeld,
    ChainNamed,
    DeliverRecords,
    DeskRecord,
)

CALM_SECONDS = 2.0
"""Records of the same moments travel together."""
AGAIN_SECONDS = 20.0
"""After the hub could not be reached."""
CHAIN_DIFFERS = "chain differs"  # words: a code of the hub

UNPAIRED = 401
"""The status for a desk that was removed: it is told so elsewhere, and its audit waits until it is paired again."""

log = logging.getLogger(__name__)


class AuditDelivery:
    """`start` once; `soon` when the hub is back."""

    def __init__(self, keeper: AuditKeeper, link: HubLink, clock: Clock) -> None:
        self._keeper = keeper
        self._link = link
        self._clock = clock
        self._wake = asyncio.Event()
        self._delivered = 0
        self._task: asyncio.Task[None] | None = None
        self._unwatch: Callable[[], None] = lambda: None
        self.on_differs: Callable[[], object] = lambda: None
        """Called when this PC's chain is not the one that the hub has had from it."""

    def start(self, scope: TaskScope) -> None:
        """Deliver from now on, until the scope ends."""
        self._wake.set()
        self._unwatch = self._keeper.watch(
            lambda status: self.soon() if status.count > self._delivered else None
        )
        self._task = scope.start(self._keep_delivering(), "delivery of the audit")  # words: a task

    async def close(self) -> None:
        """Stop, before this PC's audit is closed; the next start delivers the rest."""
        self._unwatch()
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    def soon(self) -> None:
        """Deliver what is there."""
        self._wake.set()

    async def deliver(self) -> int:
        """Deliver everything that the hub doesn't have; returns how many records. Raises ApiError, HubRefused."""
        chain = self._keeper.writer.file.state.chain
        held = await self._link.call(AUDIT_HELD, ChainNamed(chain=chain))
        count = 0
        while rows := await self._after(held):
            start = await self._keeper.run(partial(_digest_before, number=rows[0].number))
            records = tuple(
                DeskRecord(
                    number=each.number,
                    digest=each.digest,
                    record=msgspec.Raw(msgspec.json.encode(each.record)),
                )
                for each in rows
            )
            sent = DeliverRecords(chain=chain, start=start, records=records)
            held = await self._link.call(AUDIT_DELIVER, sent)
            count += len(rows)
        self._delivered = held.count
        return count

    async def _after(self, held: ChainHeld) -> list[Numbered]:
        try:
            return await self._keeper.run(lambda writer: writer.file.after(held.count, MOST_RECORDS))
        except Altered:
            return []  # the check of this PC's chain finds it, and begins a new one

    async def _keep_delivering(self) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            await self._clock.sleep(CALM_SECONDS)
            try:
                await self.deliver()
            except HubRefused as refused:
                level = logging.INFO if refused.status == UNPAIRED else logging.WARNING
                log.log(level, "the hub refused the audit: %s", refused.code)
                if refused.code == CHAIN_DIFFERS:
                    self.on_differs()
                    return
                await self._rest()
            except (ApiError, LocalStoreError) as error:
                log.info("the audit waits for the hub: %s", type(error).__name__)
                await self._rest()

    async def _rest(self) -> None:
        await self._clock.sleep(AGAIN_SECONDS)
        self._wake.set()


def _digest_before(writer: AuditWriter, number: int) -> bytes:
    return present(writer.file.digest_at(number - 1))
