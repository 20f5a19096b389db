"""The outbox when a write's outcome is unknown: it reads and doesn't send again."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest

from app.api.errors import (
    ConnectionLost,
    GatewayTimeout,
    ServerFault,
    TimedOut,
    Unreadable,
)
from app.core.tasks import TaskScope
from app.journal.entries import WriteState
from app.journal.errors import StillSettling
from app.journal.outbox import Outbox
from app.sealed.errors import StoreFailed
from tests.journal.conftest import Start
from tests.journal.fake_office import FakeOffice, JournalClock, change, until


def states(outbox: Outbox) -> dict[str, WriteState]:
    """The state of the latest write on each subject."""
    return {entry.intent.subject: entry.state for entry in reversed(outbox.journal.recent(99))}


LOSSES = [TimedOut, ConnectionLost, GatewayTimeout, ServerFault, Unreadable]


@pytest.mark.parametrize("loss", LOSSES)
async def test_a_lost_answer_is_settled_by_reading(outbox: Outbox, office: FakeOffice, loss: type[Exception]):
    """A write whose answer was lost is unknown until reading back shows it done; it was sent once."""

    async def lose(arguments: dict[str, Any]) -> Any:
        office.change(arguments)
        raise loss("Paper.write")

    office.next_send = lose
    entry = await outbox.write(change("a", 1, 2))
    assert entry.state is WriteState.UNKNOWN
    await until(lambda: states(outbox)["a"] is WriteState.DONE)
    assert len(office.sent) == 1
    assert (await outbox.journal.get(entry.id)).answer == {"value": 2}


async def test_not_done_is_believed_only_after_the_window(
    outbox: Outbox, office: FakeOffice, clock: JournalClock
):
    """A write that never arrived is unknown for 90 s, then refused as not done; it is never sent again."""
    office.next_send = office.lose_before
    await outbox.write(change("a", 1, 2))
    for _ in range(8):
        await until(lambda: clock.sleeping)
        clock.pass_time(11)
        assert states(outbox)["a"] is WriteState.UNKNOWN
    await until(lambda: clock.sleeping)
    clock.pass_time(11)
    await until(lambda: states(outbox)["a"] is WriteState.REFUSED)
    assert "not saved" in str(outbox.journal.recent(1)[0].outcome)
    assert len(office.sent) == 1


async def test_a_late_write_is_seen(outbox: Outbox, office: FakeOffice, clock: JournalClock):
    """A write that the office does a minute after its 504 is found done."""
    office.next_send = office.lose_before
    await outbox.write(change("a", 1, 2))
    await until(lambda: clock.sleeping)
    office.change(office.sent[0])
    clock.pass_time(61)
    await until(lambda: states(outbox)["a"] is WriteState.DONE)


async def test_an_inconclusive_read_back_asks_the_user(
    outbox: Outbox, office: FakeOffice, clock: JournalClock
):
    """A row that shows neither version stays unknown after the delay; the user decides."""
    office.next_send = office.lose_before
    entry = await outbox.write(change("a", 1, 2))
    office.rows["a"] = {"value": 9}
    await until(lambda: clock.sleeping)
    clock.pass_time(100)
    await until(lambda: outbox.asks(entry.id))
    asked = await outbox.journal.get(entry.id)
    assert (asked.state, asked.conflict) == (WriteState.UNKNOWN, {"value": 9})
    assert "Check in Open Dental" in str(asked.outcome)
    decided = await outbox.decide(entry.id, done=False)
    assert (decided.state, decided.dismissed) == (WriteState.REFUSED, True)
    assert outbox.blocked("a") is None


async def test_looking_on_demand(outbox: Outbox, office: FakeOffice, clock: JournalClock):
    """The user can check at once instead of waiting for the next read-back."""
    office.next_send = office.lose_before
    entry = await outbox.write(change("a", 1, 2))
    await until(lambda: clock.sleeping)
    assert (await outbox.settle(entry.id)).state is WriteState.UNKNOWN
    office.change(office.sent[0])
    assert (await outbox.settle(entry.id)).state is WriteState.DONE


async def test_a_second_try_is_blocked_while_unknown(outbox: Outbox, office: FakeOffice, clock: JournalClock):
    """Nothing more is accepted on a subject whose last write is unknown; other subjects continue."""
    office.next_send = office.lose_before
    entry = await outbox.write(change("a", 1, 2))
    for again in (change("a", 1, 2), change("a", 1, 3)):
        with pytest.raises(StillSettling) as blocked:
            await outbox.write(again)
        assert blocked.value.entry.id == entry.id
    assert outbox.blocked("a") is not None
    assert (await outbox.write(change("b", 1, 2))).state is WriteState.DONE
    assert len(office.sent) == 2


async def later(clock: JournalClock, outbox: Outbox, seconds: int) -> None:
    """Advance second by second while anything is unsettled."""
    for _ in range(seconds):
        await until(lambda: clock.sleeping or not outbox.journal.unsettled())
        clock.pass_time(1)
    await until(lambda: clock.sleeping or not outbox.journal.unsettled())


@pytest.mark.parametrize("arrives", [True, False])
async def test_a_crash_after_sending_is_settled_at_the_next_start(
    start: Start, office: FakeOffice, clock: JournalClock, desk: TaskScope, arrives: bool
):
    """A program that dies between sending and the answer determines the outcome at its next start, by reading."""
    outbox = await start()

    async def never_answers(arguments: dict[str, Any]) -> Any:
        if arrives:
            office.change(arguments)
        await asyncio.Event().wait()

    office.next_send = never_answers
    writing = desk.start(outbox.write(change("a", 1, 2)), "write")
    await until(lambda: len(office.sent) == 1)
    writing.cancel()
    outbox = await start()
    assert states(outbox)["a"] is WriteState.SENT
    clock.pass_time(60)
    await outbox.resume()
    await until(lambda: clock.sleeping or not outbox.journal.unsettled())
    if not arrives:
        await later(clock, outbox, 89)
        assert states(outbox)["a"] is WriteState.UNKNOWN
        await later(clock, outbox, 2)
    await until(lambda: not outbox.journal.unsettled())
    assert states(outbox)["a"] is (WriteState.DONE if arrives else WriteState.REFUSED)
    assert len(office.sent) == 1


@pytest.mark.parametrize(("set_by", "restart"), [(-3600, False), (3600, False), (-3600, True), (86400, True)])
async def test_a_clock_that_is_set_changes_nothing(
    start: Start, office: FakeOffice, clock: JournalClock, set_by: int, restart: bool
):
    """Whether the PC's clock is set back or forward, a late write is expected for 90 seconds and no longer."""
    outbox = await start()
    office.next_send = office.lose_before
    await outbox.write(change("a", 1, 2))
    clock.set_by = timedelta(seconds=set_by)
    if restart:
        outbox = await start()
        await outbox.resume()
    await later(clock, outbox, 88)
    assert states(outbox)["a"] is WriteState.UNKNOWN
    await later(clock, outbox, 3)
    assert states(outbox)["a"] is WriteState.REFUSED


async def test_the_hour_that_comes_twice(start: Start, office: FakeOffice, clock: JournalClock):
    """When daylight saving ends, entries keep their order, and nothing waits an hour longer."""
    outbox = await start()
    first = await outbox.write(change("a", 1, 2))
    clock.pass_time(60)
    clock.summer = timedelta(hours=-1)
    office.next_send = office.lose_before
    second = await outbox.write(change("b", 1, 2))
    assert second.made_at - first.made_at == timedelta(seconds=60)
    outbox = await start()
    await outbox.resume()
    again = await outbox.journal.get(second.id)
    assert again.made_at == second.made_at
    await later(clock, outbox, 91)
    assert states(outbox)["b"] is WriteState.REFUSED


async def test_unknown_is_settled_when_the_office_is_back(
    outbox: Outbox, office: FakeOffice, clock: JournalClock, desk: TaskScope
):
    """An unknown write is read back once the office can be reached, and what waits behind it follows."""

    async def lose_and_go(arguments: dict[str, Any]) -> Any:
        office.up = False
        return await office.lose_after(arguments)

    office.next_send = lose_and_go
    first = desk.start(outbox.write(change("a", 1, 2)), "write")
    second = desk.start(outbox.write(change("a", 1, 3)), "write")
    assert [(await each).state for each in (first, second)] == [WriteState.UNKNOWN, WriteState.WAITING]
    await until(lambda: clock.sleeping)
    office.up = True
    clock.pass_time(5)
    await until(lambda: not outbox.journal.unsettled())
    assert office.rows["a"] == {"value": 3}


async def fail_to_store(*_: Any) -> Any:
    """A disk that has just become full."""
    raise StoreFailed("SQLITE_FULL")


async def test_nothing_is_sent_that_cannot_be_written_down(
    outbox: Outbox, office: FakeOffice, errors: list[BaseException], monkeypatch: pytest.MonkeyPatch
):
    """If the disk refuses the entry or its SENT, nothing is sent, and the error is reported."""
    with monkeypatch.context() as full:
        full.setattr(outbox.journal, "add", fail_to_store)
        with pytest.raises(StoreFailed):
            await outbox.write(change("a", 1, 2))
    with monkeypatch.context() as full:
        full.setattr(outbox.journal, "advance", fail_to_store)
        assert (await outbox.write(change("a", 1, 2))).state is WriteState.WAITING
    assert [type(error) for error in errors] == [StoreFailed]
    assert office.sent == []


async def test_an_answer_that_cannot_be_written_down_is_read_back(
    outbox: Outbox, office: FakeOffice, clock: JournalClock, errors: list[BaseException], desk: TaskScope
):
    """If the disk fails just after sending, the write is settled by reading, not sent again."""
    advance = outbox.journal.advance
    failing: list[Callable[..., Awaitable[Any]]] = []

    async def done_fails(entry_id: int, state: WriteState, *rest: Any) -> Any:
        if state is WriteState.DONE and not failing:
            failing.append(advance)
            raise StoreFailed("SQLITE_FULL")
        return await advance(entry_id, state, *rest)

    outbox.journal.advance = done_fails  # type: ignore[method-assign]
    writing = desk.start(outbox.write(change("a", 1, 2)), "write")
    await until(lambda: clock.sleeping)
    assert not writing.done()
    clock.pass_time(5)
    await until(writing.done)
    assert writing.result().state is WriteState.UNKNOWN
    await until(lambda: states(outbox)["a"] is WriteState.DONE)
    assert len(errors) == len(office.sent) == 1


async def test_a_write_behind_an_unknown_one_waits(
    outbox: Outbox, office: FakeOffice, clock: JournalClock, desk: TaskScope
):
    """A change made before the one ahead of it became unknown is sent only once that one is settled."""
    office.next_send = office.lose_before
    first = desk.start(outbox.write(change("a", 1, 2)), "write")
    second = desk.start(outbox.write(change("a", 1, 3)), "write")
    await until(lambda: first.done() and second.done() and clock.sleeping)
    assert [each.result().state for each in (first, second)] == [WriteState.UNKNOWN, WriteState.WAITING]
    office.change(office.sent[0])
    clock.pass_time(61)
    await until(lambda: not outbox.journal.unsettled())
    assert office.rows["a"] == {"value": 3}
