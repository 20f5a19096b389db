"""One desk in a process of its own: it does its acts, and ends when all of them are settled.

The program's own client, sealed store, journal, outbox and writes; only the time is fast.
"""

from __future__ import annotations

import asyncio
import re
from contextlib import AsyncExitStack

from app.api.client import OpenDental
from app.api.http import over_network
from app.api.keys import Keys
from app.api.modes import service_address
from app.core.tasks import TaskScope
from app.journal.entries import Entry, WriteState
from app.journal.journal import Journal
from app.journal.outbox import Outbox
from app.journal.settler import Patience
from app.sealed.errors import LocalStoreError
from app.sealed.key_slots import VAULT
from app.sealed.seal import AesGcmSeal
from app.services.writes.contents import Contents
from app.services.writes.errors import CannotWrite
from app.services.writes.registry import WRITES, registry, write_kinds
from app.services.writes.steps import THEN
from app.services.writes.writes import Writes
from app.store.office import Office
from soak.acts import Act, Life
from soak.clock import RATE, FastClock
from soak.doom import Doom, DoomedStore, DoomedTransport
from soak.till import WRITES as MONEY_WRITES
from soak.till import Till
from soak.told import Told

SEAL = AesGcmSeal(bytes(32))
CLIENT_PATIENCE = 60.0 / RATE
"""The client's timeout in the computer's seconds."""
LONGEST = 3600.0
"""Seconds of the fast time until a desk gives up waiting for an end."""
TAG = re.compile(r"\[s[^\]]+\]")
REMEMBERED = 200


def live(life: Life) -> None:
    """The process's work."""
    asyncio.run(_live(life))


async def _live(life: Life) -> None:
    errors: list[BaseException] = []
    doom = Doom(life.die_at)
    told = Told(life.told, life.name)
    async with AsyncExitStack() as stack:
        desk = await _open(life, doom, told, stack, errors)
        told.add(life="begins")
        await desk.run(life)
    told.add(life="ends", steps=doom.steps, not_connected=desk.line.not_connected)
    told.close()
    if errors:
        raise errors[0]


async def _open(
    life: Life, doom: Doom, told: Told, stack: AsyncExitStack, errors: list[BaseException]
) -> Desk:
    clock = FastClock(life.clock)
    address = service_address(life.address)
    line = DoomedTransport(over_network(address), doom)
    client = OpenDental(
        address, Keys(*life.keys), line, clock=clock, on_error=errors.append, patience=CLIENT_PATIENCE
    )
    stack.push_async_callback(client.aclose)
    store = await DoomedStore.open(life.store, {VAULT: SEAL}, clock)
    DoomedStore.doom = doom
    stack.push_async_callback(store.close)
    journal = await Journal.open(store, clock)
    scope = TaskScope(life.name, errors.append)
    stack.push_async_callback(scope.close)
    known = (*WRITES, *MONEY_WRITES)
    kinds = write_kinds(client, lambda: journal.recent(99), Contents(store.documents, clock), known)
    outbox = Outbox(journal, client, kinds, scope, clock, who=life.name, patience=Patience(looks=life.looks))
    stack.push_async_callback(outbox.close, 0)
    writes = Writes(outbox, Office(client, clock), registry(known), scope)
    stack.callback(writes.close)
    return Desk(outbox, writes, scope, clock, told, line)


class Desk:
    """Does acts, and logs what it is told."""

    def __init__(
        self,
        outbox: Outbox,
        writes: Writes,
        scope: TaskScope,
        clock: FastClock,
        told: Told,
        line: DoomedTransport,
    ) -> None:
        self._outbox = outbox
        self._writes = writes
        self._scope = scope
        self._clock = clock
        self._told = told
        self._till = Till(writes)
        self.line = line

    async def run(self, life: Life) -> None:
        """Resume what an earlier process left, do what it was not asked for, and wait for the end."""
        for entry in reversed(self._outbox.journal.recent(REMEMBERED)):
            self._tell(entry)
        self._outbox.journal.watch(self._tell)
        await self._outbox.resume()
        await self._writes.resume()
        asked = self._told.asked()
        doing = []
        for act in life.acts:
            if act.tag not in asked:
                doing.append(self._scope.start(self._do(act), act.tag))
                if act.tag not in life.together:
                    await asyncio.wait(doing)
        if doing:
            await asyncio.wait(doing)
        await self._settle()

    async def _do(self, act: Act) -> None:
        self._told.add(act=act.tag, asked=act.told())
        try:
            entry = await self._till.do(act)
        except (LocalStoreError, CannotWrite) as error:
            self._told.add(act=act.tag, declined=type(error).__name__)
        else:
            self._told.add(act=act.tag, returned=str(entry.state))

    async def _settle(self) -> None:
        """Wait until everything is settled, or only a person could tell."""
        until = self._clock.monotonic() + LONGEST
        while not self._is_settled() and self._clock.monotonic() < until:
            await self._clock.sleep(1)
        await asyncio.sleep(0)
        for entry in self._outbox.journal.unsettled():
            self._told.add(act=self._act_of(entry), entry=entry.id, left=str(entry.state))

    def _is_settled(self) -> bool:
        entries = self._outbox.journal.recent(REMEMBERED)
        begun = {each.intent.step_of for each in entries}
        if any(
            each.state is WriteState.DONE and THEN in each.intent.context and each.id not in begun
            for each in entries
        ):
            return False
        return all(self._outbox.asks(each.id) for each in self._outbox.journal.unsettled())

    def _tell(self, entry: Entry) -> None:
        self._told.add(
            act=self._act_of(entry),
            entry=entry.id,
            step=int(entry.intent.step_of is not None),
            told=str(entry.state),
        )

    def _act_of(self, entry: Entry) -> str:
        """The tag of the act that an entry belongs to."""
        while (first := entry.intent.step_of) is not None:
            entry = next(each for each in self._outbox.journal.recent(REMEMBERED) if each.id == first)
        found = TAG.search(str(entry.intent.arguments)) or TAG.search(str(entry.intent.context))
        return found.group() if found else ""
