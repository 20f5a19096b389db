"""Stopping a write: before it is sent it is canceled, while it is sent it is settled by looking."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from app.api.errors import Canceled, ConnectionLost
from app.api.sending import Sending
from app.core.tasks import TaskScope
from app.journal.dispatcher import STOPPED, TAKEN_BACK
from app.journal.entries import WriteState
from tests.journal.conftest import Start
from tests.journal.fake_office import FakeOffice, JournalClock, change, until


class SlowOffice(FakeOffice):
    """Takes half of each request and waits; `arrives`: it executes a stopped one all the same."""

    def prepare(self, *, arrives: bool) -> None:
        """Wait for the next request."""
        self.arrives = arrives
        self.half, self.go = asyncio.Event(), asyncio.Event()
        self.sending: Sending | None = None

    async def send_raw(
        self, method: str, arguments: dict[str, Any], sending: Sending | None = None
    ) -> tuple[int, Any]:
        """Receive half of it, and wait."""
        assert sending is not None
        if sending.is_stopped():
            raise Canceled(method)
        self.sending = sending
        sending.note(1, 2)
        self.half.set()
        await self.go.wait()
        if not sending.is_stopped() or self.arrives:
            answer = await super().send_raw(method, arguments, sending)
            if not sending.is_stopped():
                return answer
        raise ConnectionLost(method)


@pytest.fixture
def office() -> FakeOffice:
    """One row, behind a slow line."""
    return SlowOffice(rows={name: {"value": 1} for name in ("a", "b")})


async def test_a_stopped_write_is_settled_by_looking(
    start: Start, office: SlowOffice, clock: JournalClock, tasks: TaskScope
) -> None:
    """Whether it arrived or not, it is unknown until it is looked up, and it is sent once."""
    outbox = await start()
    for subject, arrives in (("a", False), ("b", True)):
        office.prepare(arrives=arrives)
        task = tasks.start(outbox.write(change(subject, 1, 2)), "write")
        await office.half.wait()
        entry = outbox.journal.unsettled()[0]
        assert outbox.sendings.stop(entry.id)
        office.go.set()
        await until(task.done)
        assert (task.result().state, task.result().outcome) == (WriteState.UNKNOWN, STOPPED)
        clock.pass_time(100)
        await until(lambda: not outbox.journal.unsettled())
        settled = outbox.journal.recent(1)[0]
        assert settled.state is (WriteState.DONE if arrives else WriteState.REFUSED)
        assert office.rows[subject]["value"] == (2 if arrives else 1)
        assert not outbox.sendings.stop(entry.id)


async def test_a_write_that_is_stopped_before_it_is_sent(
    start: Start, office: SlowOffice, tasks: TaskScope
) -> None:
    """Stopped while it is checked, it is canceled: nothing is sent, and nothing needs attention."""
    outbox = await start()
    office.prepare(arrives=False)
    office.go.set()

    def stop(subject: str) -> dict[str, Any]:
        assert outbox.sendings.stop(outbox.journal.unsettled()[0].id)
        return reading(subject)

    reading = office.read
    office.read = stop  # type: ignore[method-assign]  # the check reads, and the user cancels then
    entry = await outbox.write(change("a", 1, 2))
    assert (entry.state, entry.outcome) == (WriteState.REFUSED, TAKEN_BACK)
    await until(lambda: outbox.journal.open_entries() == ())
    assert (office.sent, office.sending) == ([], None)


async def test_a_long_upload_may_still_arrive_after_its_last_part(
    start: Start, office: SlowOffice, clock: JournalClock, tasks: TaskScope
) -> None:
    """The seconds in which a late write is possible begin with the last part, however long sending took."""
    outbox = await start()
    office.prepare(arrives=True)
    task = tasks.start(outbox.write(change("a", 1, 2)), "write")
    await office.half.wait()
    clock.pass_time(300)
    assert office.sending is not None
    office.sending.note(2, 2)
    before = outbox.settler.until(outbox.journal.unsettled()[0])
    assert (before - clock.now()).total_seconds() == 90
    office.go.set()
    await until(task.done)
    assert task.result().state is WriteState.DONE


class QueueingOffice(FakeOffice):
    """Requests wait a minute for their turn; then they leave, and no answer comes."""

    clock: JournalClock

    async def send_raw(
        self, method: str, arguments: dict[str, Any], sending: Sending | None = None
    ) -> tuple[int, Any]:
        """Wait, leave, be lost."""
        assert sending is not None
        self.clock.pass_time(60)
        sending.begin()
        raise ConnectionLost(method)


@pytest.mark.parametrize("office", [QueueingOffice(rows={"a": {"value": 1}})])
@pytest.mark.parametrize("held", [0.0, 60.0])
async def test_a_write_may_still_arrive_after_it_has_waited_for_its_turn(
    start: Start, office: QueueingOffice, clock: JournalClock, held: float
) -> None:
    """The seconds begin when the request leaves, not when it joins a queue; a hub in between may hold it longer."""
    office.clock, office.held_seconds = clock, held
    outbox = await start()
    entry = await outbox.write(change("a", 1, 2))
    assert entry.state is WriteState.UNKNOWN
    until_then = outbox.settler.until(entry)
    assert until_then is not None
    assert (until_then - clock.now()).total_seconds() == 90 + held
