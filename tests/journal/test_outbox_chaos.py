"""The outbox under any sequence of clicks, faults, timeouts and crashes: nothing lost, nothing twice."""

from __future__ import annotations

import asyncio
import tempfile
from collections import Counter
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from app.api.errors import GatewayTimeout, NotTheOffice, TooManyRequests, Unconfirmed
from app.api.sending import Sending
from app.core.tasks import TaskScope
from app.journal.entries import WriteState
from app.journal.outbox import Outbox
from app.sealed.errors import LocalStoreError
from app.sealed.seal import AesGcmSeal
from tests.journal.fake_office import FakeKind, FakeOffice, JournalClock, change
from tests.support.journals import open_journal

SUBJECTS = ("a", "b")
FAULTS = ("lose_after", "lose_before", "refuse", "busy", "late", "page", "page_after", "none")
ACTIONS = st.lists(
    st.one_of(
        st.tuples(st.just("write"), st.sampled_from(SUBJECTS)),
        st.tuples(st.just("keep"), st.sampled_from(SUBJECTS)),
        st.tuples(st.just("withdraw"), st.none()),
        st.tuples(st.just("fault"), st.sampled_from(FAULTS)),
        st.tuples(st.just("line"), st.booleans()),
        st.tuples(st.just("time"), st.sampled_from((1, 10, 45))),
        st.tuples(st.just("crash"), st.none()),
        st.tuples(st.just("yield"), st.none()),
    ),
    min_size=2,
    max_size=14,
)


@dataclass
class World:
    """A desk, its office, and every value that was ever executed."""

    folder: Path
    clock: JournalClock = field(default_factory=JournalClock)
    office: FakeOffice = field(default_factory=lambda: FakeOffice({name: {"value": 0} for name in SUBJECTS}))
    done: Counter[int] = field(default_factory=Counter)
    late: list[tuple[float, dict[str, Any]]] = field(default_factory=list)
    errors: list[BaseException] = field(default_factory=list)
    next_value: int = 1
    stack: AsyncExitStack = field(default_factory=AsyncExitStack)

    async def start(self) -> None:
        """Start the desk, also after a crash: tasks end wherever they are."""
        await self.stack.aclose()
        journal = await open_journal(self.folder / "journal.db", AesGcmSeal(bytes(32)), self.clock)
        self.stack.push_async_callback(journal.store.close)
        self.desk = TaskScope("desk", self.errors.append)
        self.stack.push_async_callback(self.desk.close)
        scope = TaskScope("outbox", self.errors.append)
        self.outbox = Outbox(journal, self.office, {"paper": FakeKind(self.office)}, scope, self.clock)
        self.stack.push_async_callback(scope.close)
        self.stack.push_async_callback(self.outbox.close, 0)
        await self.outbox.resume()

    def execute(self, arguments: dict[str, Any]) -> dict[str, Any]:
        """The office's reaction to a write."""
        self.done[arguments["fields"]["value"]] += 1
        return self.office.change(arguments)

    async def meet(self, arguments: dict[str, Any], fault: str) -> Any:
        """Apply a fault; each one applies once."""
        if fault == "refuse":
            return await self.office.refuse(arguments)
        if fault == "busy":
            raise TooManyRequests("Paper.write", retry_after=3)
        if fault == "late":
            self.late.append((self.clock.seconds + 60, arguments))
        if fault in ("lose_after", "page_after"):
            self.execute(arguments)
        if fault in ("page", "page_after"):
            raise Unconfirmed(NotTheOffice("Paper.write"))
        if fault != "none":
            raise GatewayTimeout("Paper.write")
        return self.execute(arguments)

    async def act(self, kind: str, what: Any) -> None:
        """One event of the sequence."""
        match kind:
            case "write" | "keep":
                value, self.next_value = self.next_value, self.next_value + 1
                intent = change(what, self.office.rows[what]["value"], value)
                self.desk.start(self.write(intent, 10.0 if kind == "keep" else 0.0), "write")
            case "withdraw":
                self.desk.start(self.withdraw(), "withdraw")
            case "fault":
                self.fault = what
            case "line":
                self.office.connect(connected=what)
            case "time":
                await self.pass_time(what)
            case "crash":
                await self.start()
            case "yield":
                await asyncio.sleep(0.003)

    async def write(self, intent: Any, delay: float) -> None:
        """A click; the journal may refuse it."""
        with suppress(LocalStoreError):
            await self.outbox.write(intent, delay=delay)

    async def withdraw(self) -> None:
        """Withdraw the newest write; the journal may refuse it."""
        for entry in self.outbox.journal.unsettled()[-1:]:
            with suppress(LocalStoreError):
                await self.outbox.withdraw(entry.id)

    fault: str = "none"

    async def send_raw(
        self, method: str, arguments: dict[str, Any], sending: Sending | None = None
    ) -> tuple[int, Any]:
        """Acts as the office and counts what is executed."""
        fault, self.fault = self.fault, "none"
        return 200, await self.meet(arguments, fault)

    async def pass_time(self, seconds: int) -> None:
        """Advance the time; delayed writes of the office are executed on the way."""
        for _ in range(seconds):
            await self.rest()
            self.clock.pass_time(1)
            for due in [each for each in self.late if each[0] <= self.clock.seconds]:
                self.late.remove(due)
                self.execute(due[1])
            await asyncio.sleep(0)

    async def rest(self) -> None:
        """Wait for the disk: no time passes between recording a write and sending it."""
        for _ in range(5):
            await self.outbox.journal.store.run(lambda _: None)
            await asyncio.sleep(0)

    async def settle(self) -> None:
        """Run everything to its end."""
        self.fault = "none"
        self.office.connect(connected=True)
        for _ in range(400):
            if not self.outbox.journal.unsettled():
                return
            await self.pass_time(5)
            await asyncio.sleep(0.001)
        raise AssertionError([entry.state for entry in self.outbox.journal.unsettled()])


async def live(actions: list[tuple[str, Any]]) -> None:
    """Run the sequence, then count."""
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder))
        plain = world.office.send_raw

        async def send(
            method: str, arguments: dict[str, Any], sending: Sending | None = None
        ) -> tuple[int, Any]:
            if not world.office.up:
                return await plain(method, arguments)  # raises Unreachable
            return await world.send_raw(method, arguments)

        world.office.send_raw = send  # type: ignore[method-assign]
        async with AsyncExitStack() as ending:
            ending.push_async_callback(world.stack.aclose)
            await world.start()
            for kind, what in actions:
                await world.act(kind, what)
            await asyncio.sleep(0.003)
            await world.settle()
            check(world)


def check(world: World) -> None:
    """Each write was executed once if it is done, and not at all if it was refused."""
    assert world.errors == []
    assert all(count == 1 for count in world.done.values())
    entries = world.outbox.journal.recent(99)
    done = {each.intent.after["value"] for each in entries if each.state is WriteState.DONE}
    assert done == set(world.done)
    assert {each.state for each in entries} <= {WriteState.DONE, WriteState.REFUSED}


@settings(max_examples=60)
@given(ACTIONS)
def test_nothing_lost_nothing_twice(actions: list[tuple[str, Any]]) -> None:
    """Whatever the sequence, each write is done exactly once or, according to the journal, not at all."""
    asyncio.run(live(actions))
