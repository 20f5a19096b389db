"""One desk in a process of its own: it does its acts, and ends when all of them are settled.

The program's own client, sealed store, journal, outbox and writes; only the time is fast.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack

from app.api.client import OpenDental
from app.api.keys import Keys
from app.api.modes import service_address
from app.api.network.lean import to_office
from app.core.tasks import TaskScope
from app.journal.entries import Author, Entry, WriteState
from app.journal.journal import Journal
from app.journal.outbox import Outbox
from app.journal.settler import Patience
from app.sealed.errors import LocalStoreError
from app.sealed.key_slots import VAULT
from app.sealed.seal import AesGcmSeal
from app.sealed.store import LocalStore
from app.services.tasks.users import UserNames
from app.services.writes.contents import Contents
from app.services.writes.errors import CannotWrite
from app.services.writes.money.money_writes import MoneyWrites
from app.services.writes.money.plan import MAKE_PLAN
from app.services.writes.money.twins import Twin, TwinWatch
from app.services.writes.registry import registry, write_kinds
from app.services.writes.steps import THEN
from app.services.writes.tasks.task_writes import TaskWrites
from app.services.writes.writes import Writes
from app.store.office import Office
from app.store.tasks.board import TaskBoard
from soak.acts import Act, Kind, Life
from soak.clock import RATE, FastClock
from soak.doom import Doom, DoomedStore, DoomedTransport
from soak.till import Missing, Till
from soak.told import Told
from soak.town import USER

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
        await desk.run(life.together, life.lingers)
    told.add(life="ends", steps=doom.steps, not_connected=desk.line.not_connected)
    told.close()
    if errors:
        raise errors[0]


async def _open(
    life: Life, doom: Doom, told: Told, stack: AsyncExitStack, errors: list[BaseException]
) -> Desk:
    clock = FastClock(life.clock)
    address = service_address(life.address)
    line = DoomedTransport(to_office(address), doom, clock)
    client = OpenDental(
        address, Keys(*life.keys), line, clock=clock, on_error=errors.append, patience=CLIENT_PATIENCE
    )
    stack.push_async_callback(client.aclose)
    store = await DoomedStore.open(life.store, {VAULT: SEAL}, clock)
    DoomedStore.doom = doom
    stack.push_async_callback(store.close)
    scope = TaskScope(life.name, errors.append)
    stack.push_async_callback(scope.close)
    patience = Patience(looks=life.looks)
    return await at_work(
        life.name,
        life.acts,
        line,
        client,
        store=store,
        clock=clock,
        told=told,
        scope=scope,
        patience=patience,
        stack=stack,
    )


async def at_work(  # noqa: PLR0913 # everything that a desk has
    name: str,
    acts: tuple[Act, ...],
    line: DoomedTransport,
    client: OpenDental,
    *,
    store: LocalStore,
    clock: FastClock,
    told: Told,
    scope: TaskScope,
    patience: Patience,
    stack: AsyncExitStack,
) -> Desk:
    """A desk with the program's own journal, outbox and writes."""
    journal = await Journal.open(store, clock)
    kinds = write_kinds(client, lambda: journal.recent(99), Contents(store.documents, clock))
    outbox = Outbox(journal, client, kinds, scope, clock, who=name, patience=patience)
    stack.push_async_callback(outbox.close, 0)
    office = Office(client, clock)
    writes = Writes(outbox, office, registry(), scope)
    stack.callback(writes.close)
    twins = TwinWatch(journal, client, office, registry(), scope, clock)
    money = MoneyWrites(writes, clock, twins)
    stack.callback(money.close)
    outbox.author = Author(name, USER, "SK")
    board, users = TaskBoard(client, clock), UserNames(client, tuple)
    tasks = TaskWrites(writes, board, clock, lambda: outbox.author, users)
    return Desk(acts, outbox, Till(writes, money, tasks), scope, clock, told, line)


class Desk:
    """Does acts, and logs what it is told."""

    def __init__(
        self,
        acts: tuple[Act, ...],
        outbox: Outbox,
        till: Till,
        scope: TaskScope,
        clock: FastClock,
        told: Told,
        line: DoomedTransport,
    ) -> None:
        self._acts = acts
        self._outbox = outbox
        self._till = till
        till.posted = self._posted
        self._writes, self._money = till.writes, till.money
        self._scope = scope
        self._clock = clock
        self._told = told
        self.line = line

    async def run(self, together: frozenset[str], lingers: float) -> None:
        """Resume what an earlier process left, do what it was not asked for, and wait for the end."""
        for entry in reversed(self._outbox.journal.recent(REMEMBERED)):
            self._tell(entry)
        self._outbox.journal.watch(self._tell)
        self._money.twins.watch(self._tell_of_twin)
        await self._outbox.resume()
        await self._writes.resume()
        asked = self._told.asked()
        doing = []
        for act in self._acts:
            if act.tag not in asked:
                doing.append(self._scope.start(self._do(act), act.tag))
                if act.tag not in together:
                    await asyncio.wait(doing)
        if doing:
            await asyncio.wait(doing)
        await self._settle()
        await self._clock.sleep(lingers)
        self._tell_what_is_left()

    async def _do(self, act: Act) -> None:
        if act.of:
            await self._known(act.of)
        self._told.add(act=act.tag, asked=act.told())
        ways = [self._once(act, lambda: self._till.do(act)) for _ in range(1 + act.twice)]
        first, *_ = await asyncio.gather(*ways)
        if act.again and first is not None and first.state is not WriteState.DONE:
            await self._send_again(act, first)

    async def _known(self, tag: str) -> None:
        """Wait until it is known what became of an act that another one is about."""
        while any(self._act_of(each) == tag for each in self._outbox.journal.unsettled()):
            await self._clock.sleep(5)

    async def _once(self, act: Act, write: Callable[[], Awaitable[Entry]]) -> Entry | None:
        try:
            entry = await write()
        except (LocalStoreError, CannotWrite, Missing) as error:
            self._told.add(act=act.tag, declined=type(error).__name__)
            return None
        self._told.add(act=act.tag, returned=str(entry.state))
        return entry

    async def _send_again(self, act: Act, entry: Entry) -> None:
        """As a user does it who finds it refused, perhaps after it was unknown."""
        while not (entry := await self._outbox.journal.get(entry.id)).state.settled:
            await self._clock.sleep(5)
        if entry.state is WriteState.REFUSED:
            self._told.add(act=act.tag, again=entry.id)
            await self._once(act, lambda: self._writes.retry(entry))

    async def _settle(self) -> None:
        """Wait until everything is settled, or only a person could tell."""
        until = self._clock.monotonic() + LONGEST
        while not self._is_settled() and self._clock.monotonic() < until:
            await self._clock.sleep(1)

    def _tell_what_is_left(self) -> None:
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
        return all(self._needs_a_person(each) for each in self._outbox.journal.unsettled())

    def _needs_a_person(self, entry: Entry) -> bool:
        """Whether the reads can't tell; where only reads failed, the next one may."""
        return self._outbox.asks(entry.id) and not self._outbox.settler.cannot_read(entry.id)

    def _tell(self, entry: Entry) -> None:
        self._told.add(
            act=self._act_of(entry),
            entry=entry.id,
            step=self._step_of(entry),
            told=str(entry.state),
        )

    def _step_of(self, entry: Entry) -> int:
        """0 for the first write of an act, 1 for the one after it, and so on."""
        first = entry.intent.step_of
        if first is None:
            return 0
        recent = self._outbox.journal.recent(REMEMBERED)
        return 1 + self._step_of(next(each for each in recent if each.id == first))

    def _tell_of_twin(self, twin: Twin) -> None:
        self._told.add(act=self._act_of(twin.entry), twin=twin.second)

    def _posted(self, tag: str) -> Entry | None:
        """The entry that posted an act; None if that is not known to be done."""
        entries = self._outbox.journal.recent(REMEMBERED)
        done = (each for each in entries if each.state is WriteState.DONE and each.intent.step_of is None)
        return next((each for each in done if self._act_of(each) == tag), None)

    def _act_of(self, entry: Entry) -> str:
        """The tag of the act that an entry belongs to."""
        while (first := entry.intent.step_of) is not None:
            entry = next(each for each in self._outbox.journal.recent(REMEMBERED) if each.id == first)
        if (number := entry.intent.arguments.get("PayPlanNum")) is not None:
            return self._closing_of(number)
        if (undone := entry.intent.undo_of) is not None:
            recent = self._outbox.journal.recent(REMEMBERED)
            tag = self._act_of(next(each for each in recent if each.id == undone))
            return next(each.tag for each in self._acts if each.kind is Kind.REVERSAL and each.of == tag)
        found = TAG.search(str(entry.intent.arguments)) or TAG.search(str(entry.intent.context))
        return found.group() if found else ""

    def _closing_of(self, plan_num: int) -> str:
        """The tag of the act that closes a plan; nothing of it has room for a tag."""
        plans = (
            each for each in self._outbox.journal.recent(REMEMBERED) if each.intent.kind == MAKE_PLAN.kind
        )
        made = next(each for each in plans if (each.answer or {}).get("PayPlanNum") == plan_num)
        tag = self._act_of(made)
        return next(each.tag for each in self._acts if each.kind is Kind.CLOSING and each.of == tag)
