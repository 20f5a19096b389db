"""How long a write can be undone, and which writes wait ten seconds so that their undo leaves no trace."""

from __future__ import annotations

import asyncio

import pytest

from app.services.writes.errors import CannotWrite
from app.services.writes.schedule.book import NewVisit
from app.services.writes.schedule.cancel import BreakChoice, BreakKind
from app.services.writes.writes import FREE_UNDO_SECONDS
from tests.practice import office as tiny
from tests.services.conftest import OpenTown
from tests.services.front_desk import ANN, DONE, REFUSED, WAITING, Desk, Town, at

NO_SHOW = BreakChoice(BreakKind.MISSED, to_unscheduled=True)


async def test_own_later_writes_come_first(desk: Desk) -> None:
    """Only the latest change of the same fields can be undone; undoing it restores the previous one, step by step."""
    first = await desk.visits.resize(desk.visit(), 50)
    second = await desk.visits.resize(desk.visit(), 60)
    assert (desk.writes.can_undo(first), desk.writes.can_undo(second)) == (False, True)
    with pytest.raises(CannotWrite, match=r"you changed it again \(Berg, Ann now booked for 60 minutes\)"):
        await desk.writes.undo(first)
    await desk.writes.undo(second)
    await asyncio.sleep(0.001)
    assert (desk.visit().minutes, desk.writes.can_undo(first), desk.writes.can_undo(second)) == (
        50,
        True,
        False,
    )
    await desk.writes.undo(first)
    assert desk.visit().minutes == 40


async def test_other_fields_do_not_matter(desk: Desk) -> None:
    """An arrival doesn't remove the undo of a move, a cancellation does."""
    moved = await desk.visits.move(desk.visit(), at(14), 1)
    arrived = await desk.visits.arrive(desk.visit())
    assert desk.writes.can_undo(moved)
    assert desk.writes.can_undo(arrived)
    await desk.visits.break_visit(desk.visit(), NO_SHOW)
    assert not desk.writes.can_undo(moved)


async def test_another_users_change_ends_it(desk: Desk, town: Town) -> None:
    """Once the schedule shows that another user changed the same fields, the undo is withdrawn."""
    moved = await desk.visits.move(desk.visit(), at(14), 1)
    other = await town.desk("other")
    await other.visits.move(other.visit(), at(16), 1)
    assert desk.writes.can_undo(moved)
    await desk.look()
    assert not desk.writes.can_undo(moved)


async def test_an_undo_lasts_for_hours(desk: Desk, town: Town) -> None:
    """The undo has no time limit: what nobody has changed since is undone hours later."""
    moved = await desk.visits.move(desk.visit(), at(14), 1)
    town.clock.pass_time(4 * 3600)
    assert desk.writes.can_undo(moved)
    assert (await desk.writes.undo(moved)).state is DONE


async def test_a_cancellation_is_sent_after_ten_seconds(desk: Desk, town: Town) -> None:
    """What leaves a procedure or a commlog entry is sent after ten seconds; until then its undo leaves nothing."""
    broken = await desk.visits.break_visit(desk.visit(), NO_SHOW)
    assert (broken.state, desk.writes.is_delayed(broken)) == (WAITING, True)
    town.clock.pass_time(FREE_UNDO_SECONDS - 1)
    await asyncio.sleep(0.01)
    assert "Appointments.break_" not in town.faults.seen
    taken = await desk.writes.undo(broken)
    town.clock.pass_time(5)
    await asyncio.sleep(0.01)
    assert (taken.state, town.changed(), desk.visit().provisional) == (REFUSED, 0, False)
    sent = await town.broken(desk, NO_SHOW)
    assert (sent.state, town.row()["AptStatus"]) == (DONE, 3)
    assert str(desk.writes.leaves(sent)) == (
        "the D9986 procedure and its fee stay in Open Dental; the commlog entry stays"
    )


async def test_what_leaves_no_trace_is_sent_at_once(open_town: OpenTown) -> None:
    """A cancellation with enough notice, in an office without a commlog entry for it, is sent at once."""
    town = open_town()
    town.sql("UPDATE preference SET ValueString = '0' WHERE PrefName = 'BrokenApptCommLog'")
    desk = await town.desk()
    choice = BreakChoice(BreakKind.CANCELED_IN_TIME, to_unscheduled=True)
    broken = await desk.visits.break_visit(desk.visit(), choice)
    assert (broken.state, str(desk.writes.leaves(broken))) == (DONE, "")


async def test_closing_sends_it(desk: Desk, town: Town) -> None:
    """The program sends its delayed writes before it ends."""
    broken = await desk.visits.break_visit(desk.visit(), NO_SHOW)
    await desk.outbox.close()
    assert ((await desk.outbox.journal.get(broken.id)).state, town.row()["AptStatus"]) == (DONE, 3)


async def test_a_crash_sends_it_at_the_next_start(desk: Desk, town: Town) -> None:
    """Writes delayed when the program died are on disk as waiting, and sent at once by the next start."""
    await desk.visits.break_visit(desk.visit(), NO_SHOW)
    await desk.outbox.close(0)
    desk.writes.close()
    await desk.outbox.journal.store.close()
    again = await town.desk()
    assert (again.entry().state, town.row()["AptStatus"]) == (WAITING, 1)
    await again.outbox.resume()
    await town.settled(again)
    assert (again.entry().state, town.row()["AptStatus"]) == (DONE, 3)


async def test_a_delayed_write_holds_up_no_other(desk: Desk, town: Town) -> None:
    """Other writes of the day are not held up; one that uses its slot, or has the same appointment, sends it first."""
    hygiene = desk.visit(tiny.HYGIENE_VISIT)
    broken = await desk.visits.break_visit(desk.visit(), NO_SHOW)
    assert (await desk.visits.move(hygiene, at(15), 2)).state is DONE
    assert desk.writes.is_delayed(broken)
    booked = await desk.visits.book(NewVisit(ANN, at(9), 1, 40))
    assert booked.state is DONE
    first = await desk.outbox.journal.get(broken.id)
    assert (first.state, first.changed_at <= booked.changed_at) == (DONE, True)
    assert town.faults.seen.index("Appointments.break_") < town.faults.seen.index("Appointments.create")
