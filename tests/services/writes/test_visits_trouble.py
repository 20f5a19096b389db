"""Whatever fails, every write of the schedule is done once or not at all, and the journal knows which."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from app.core.tasks import TaskScope
from app.journal.entries import Entry
from app.journal.errors import StillSettling
from app.practice.server.faults import Fault
from app.services.writes.schedule.visits import BreakChoice, BreakKind, NewVisit
from tests.practice import office as tiny
from tests.services.front_desk import ANN, DONE, REFUSED, UNKNOWN, WAITING, Desk, Town, at

Write = Callable[[Desk], Awaitable[Entry]]
WRITES: dict[str, tuple[Write, str]] = {
    "arrive": (lambda desk: desk.visits.arrive(desk.visit()), "Appointments.confirm"),
    "move": (lambda desk: desk.visits.move(desk.visit(), at(14), 1), "Appointments.update"),
    "resize": (lambda desk: desk.visits.resize(desk.visit(), 60), "Appointments.update"),
    "break": (
        lambda desk: desk.break_now(BreakChoice(BreakKind.MISSED, to_unscheduled=True)),
        "Appointments.break_",
    ),
    "note": (lambda desk: desk.visits.append_note(desk.visit(), "Called"), "Appointments.append_note"),
    "book": (lambda desk: desk.visits.book(NewVisit(ANN, at(13), 1, 40)), "Appointments.create"),
}
DOES_IT = {Fault.DROP_AFTER, Fault.TIMEOUT_AFTER}
DOES_NOT = {Fault.DROP_BEFORE, Fault.TIMEOUT_BEFORE, Fault.SERVER_ERROR}
LOSSES = [(name, fault) for name in WRITES for fault in sorted(DOES_IT | DOES_NOT)]


def times_done(town: Town) -> int:
    """How often the practice changed or created an appointment."""
    return int(town.sql("SELECT count(*) FROM histappointment")[0][0])


@pytest.mark.parametrize(("name", "fault"), LOSSES)
async def test_a_lost_answer_is_settled(town: Town, name: str, fault: Fault) -> None:
    """A write whose answer is lost is unknown, then found done or not done; it is sent once, whatever it is."""
    await lose_and_settle(town, await town.desk(), name, fault, done=fault in DOES_IT)


@pytest.mark.parametrize(("fault", "done"), [(Fault.HANG_AFTER, True), (Fault.HANG_BEFORE, False)])
async def test_no_answer_at_all(town: Town, fault: Fault, done: bool) -> None:
    """A write without an answer is unknown after our timeout, and settled like any other."""
    await lose_and_settle(town, await town.desk(patience=1.0), "book", fault, done=done)


async def lose_and_settle(town: Town, desk: Desk, name: str, fault: Fault, *, done: bool) -> None:
    """Lose a write, wait until it is settled, and repeat it if it was not done."""
    write, method = WRITES[name]
    town.faults.plan(method, fault)
    entry = await write(desk)
    assert entry.state is UNKNOWN
    settled = await town.settled(desk)
    assert (settled.id, settled.state) == (entry.id, DONE if done else REFUSED)
    assert (town.faults.seen.count(method), times_done(town)) == (1, int(done))
    assert tiny.VISIT not in desk.office.pending
    if not done:
        assert "not saved" in str(settled.outcome)
        assert (await write(desk)).state is DONE  # it can be repeated
        assert times_done(town) == 1


@pytest.mark.parametrize("name", WRITES)
async def test_a_write_that_comes_late(town: Town, name: str) -> None:
    """A write that the office does a minute after its 504 is found done, and nothing else was allowed before."""
    desk = await town.desk()
    write, method = WRITES[name]
    town.faults.plan(method, Fault.TIMEOUT_LATE)
    entry = await write(desk)
    assert entry.state is UNKNOWN
    for _ in range(60):
        town.clock.pass_time(1)
        await asyncio.sleep(0.001)
    with pytest.raises(StillSettling):
        await write(desk)
    await town.faults.deliver_late()
    settled = await town.settled(desk)
    assert (settled.state, times_done(town)) == (DONE, 1)


@pytest.mark.parametrize("name", WRITES)
async def test_an_answer_that_cannot_be_read(town: Town, name: str) -> None:
    """An undocumented answer proves nothing: the write's outcome is read back."""
    desk = await town.desk()
    write, method = WRITES[name]
    town.faults.plan(method, Fault.GARBAGE)
    entry = await write(desk)
    assert (entry.state, times_done(town)) == (UNKNOWN, 1)
    assert "something other than Open Dental answered" in str(entry.outcome)
    entry = await town.settled(desk)
    assert (entry.state, town.faults.seen.count(method)) == (DONE, 1)
    assert entry.answer is not None
    assert entry.answer["AptNum"] == (tiny.VISIT if name != "book" else max(entry.answer["AptNum"], 7))


@pytest.mark.parametrize("name", WRITES)
async def test_a_busy_office(town: Town, tasks: TaskScope, name: str) -> None:
    """A 429 did nothing: the write is sent when the office says, once."""
    desk = await town.desk()
    write, method = WRITES[name]
    town.faults.plan(method, Fault.BUSY, times=2)
    writing = tasks.start(_done(write(desk)), "write")
    await town.in_time(writing.done)
    assert (writing.result().state, times_done(town)) == (DONE, 1)


async def _done(write: Awaitable[Entry]) -> Entry:
    return await write


async def test_lost_and_moved_again_by_someone_else(town: Town) -> None:
    """When neither version is there any more, the office's history shows that ours was done."""
    desk = await town.desk()
    other = await town.desk("other")
    town.faults.plan("Appointments.update", Fault.TIMEOUT_AFTER)
    town.faults.plan("Appointments.get", Fault.TIMEOUT_BEFORE, times=2)
    entry = await desk.visits.move(desk.visit(), at(14), 1)
    await other.look()
    assert (await other.visits.move(other.visit(), at(16), 1)).state is DONE
    settled = await town.settled(desk)
    assert (entry.state, settled.state) == (UNKNOWN, DONE)
    assert str(settled.outcome) == "It was done, and another user has changed it since."
    assert desk.visit().start == at(16)


async def test_lost_and_moved_by_someone_else_asks_a_person(town: Town) -> None:
    """When neither version is there and the history doesn't show ours, the user is asked, with the current row."""
    desk = await town.desk()
    other = await town.desk("other")
    town.faults.plan("Appointments.update", Fault.TIMEOUT_BEFORE)
    entry = await desk.visits.move(desk.visit(), at(14), 1)
    assert (await other.visits.move(other.visit(), at(16), 1)).state is DONE
    await town.in_time(lambda: desk.outbox.asks(entry.id))
    asked = desk.entry()
    assert (asked.state, asked.conflict is not None) == (UNKNOWN, True)
    assert "another user has changed the same thing since" in str(asked.outcome)
    assert (await desk.outbox.decide(entry.id, done=False)).state is REFUSED
    assert str(desk.visit().pending) == ""


async def test_a_queue_goes_out_in_order(desk: Desk, town: Town, tasks: TaskScope) -> None:
    """Writes made while the office is down wait, are shown on the tiles, and are sent in order when it is back."""
    town.faults.unreachable = True
    first = tasks.start(_done(desk.visits.move(desk.visit(), at(14), 1)), "move")
    await town.in_time(first.done)
    assert first.result().state is WAITING
    hygiene = desk.visit(tiny.HYGIENE_VISIT)
    waiting = [
        await desk.visits.move(hygiene, at(9), 1),  # into the place that the first one leaves
        await desk.visits.arrive(desk.visit()),
        await desk.visits.move(desk.visit(), at(15), 1),
        await desk.visits.book(NewVisit(ANN, at(13), 2, 20)),
    ]
    assert {entry.state for entry in waiting} == {WAITING}
    assert "not sent yet" in str(desk.visit().pending)
    town.faults.unreachable = False
    town.faults.seen.clear()
    await town.in_time(lambda: not desk.outbox.journal.unsettled())
    assert {entry.state for entry in desk.outbox.journal.recent(5)} == {DONE}
    changes = [entry for entry in reversed(desk.outbox.journal.recent(5)) if entry.sent_at is not None]
    assert [entry.id for entry in changes] == sorted(entry.id for entry in changes)
    assert (desk.visit().start, desk.visit(tiny.HYGIENE_VISIT).start) == (at(15), at(9))
    assert (desk.visit().op_num, desk.visit(tiny.HYGIENE_VISIT).op_num) == (1, 1)
    assert str(desk.visit().pending) == ""


async def test_a_queue_meets_what_others_did(desk: Desk, town: Town, tasks: TaskScope) -> None:
    """A waiting move is refused if someone else moved the appointment meanwhile, and stays listed."""
    other = await town.desk("other")
    town.faults.unreachable = True
    first = tasks.start(_done(desk.visits.move(desk.visit(), at(14), 1)), "move")
    await town.in_time(first.done)
    town.faults.unreachable = False
    town.sql("UPDATE appointment SET AptDateTime = ? WHERE AptNum = ?", f"{tiny.TODAY} 16:00:00", tiny.VISIT)
    settled = await town.settled(desk)
    assert (settled.state, times_done(town)) == (REFUSED, 0)
    assert "moved it to 4:00 PM" in str(settled.outcome)
    assert desk.outbox.journal.open_entries() == (settled,)
    assert desk.visit().start == at(16)
    assert other.outbox.journal.recent(1) == ()
