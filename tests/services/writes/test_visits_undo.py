"""Undoing writes: guarded like any other, and explicit about what can't be undone."""

from __future__ import annotations

import asyncio

import pytest

from app.core.tasks import TaskScope
from app.domain.schedule.openings import Team
from app.domain.schedule.visit import Stage
from app.practice.server.faults import Fault
from app.services.writes.errors import CannotWrite
from app.services.writes.schedule.cancel import BREAK
from app.services.writes.schedule.visits import BreakChoice, BreakKind, NewVisit
from app.wire.permissions import Permission
from tests.practice import office as tiny
from tests.services.conftest import OpenTown
from tests.services.front_desk import ANN, DONE, REFUSED, WAITING, Desk, Town, at

FIELDS = (
    "AptStatus",
    "AptDateTime",
    "Op",
    "ProvNum",
    "ClinicNum",
    "Pattern",
    "PatternSecondary",
    "Confirmed",
)


def fields(town: Town) -> dict[str, object]:
    """The fields that a receptionist can change of the appointment."""
    row = town.row()
    return {name: row[name] for name in FIELDS} | {"Note": " ".join(row["Note"].split())}


async def test_moving_back_and_forth(desk: Desk, town: Town) -> None:
    """A move is undone completely (time, operatory, provider, clinic), the undo is undone, without questions."""
    before = fields(town)
    moved = await desk.visits.move(desk.visit(), at(14), 3, Team(tiny.OTHER_DOC))
    after = fields(town)
    assert desk.writes.can_undo(moved)
    back = await desk.writes.undo(moved)
    assert (back.state, back.intent.undo_of, fields(town)) == (DONE, moved.id, before)
    assert str(back.intent.words) == "Berg, Ann moved back to 9:00 AM"
    assert desk.visit().start == at(9)
    again = await desk.writes.undo(back)
    assert (again.state, fields(town)) == (DONE, after)


async def test_a_resize_is_undone_in_its_own_shape(desk: Desk, town: Town) -> None:
    """Undoing a resize restores the exact pattern, not just its length."""
    town.sql("UPDATE appointment SET Pattern = '/X/XX///' WHERE AptNum = ?", tiny.VISIT)
    await desk.look()
    before = fields(town)
    resized = await desk.visits.resize(desk.visit(), 15)
    assert fields(town) != before
    back = await desk.writes.undo(resized)
    assert (fields(town), str(back.intent.words)) == (before, "Berg, Ann back to 40 minutes")


async def test_an_arrival_taken_back_says_what_stays(desk: Desk, town: Town) -> None:
    """Undoing an arrival restores the old status, and says that the recorded time stays."""
    arrived = await desk.visits.arrive(desk.visit())
    back = await desk.writes.undo(arrived)
    assert (back.state, desk.visit().stage) == (DONE, Stage.UNCONFIRMED)
    assert str(back.intent.words) == "Berg, Ann back to Unconfirmed; the recorded time can't be removed"
    assert town.row()["DateTimeArrived"] != "0001-01-01 00:00:00"
    assert (await desk.visits.arrive(desk.visit())).state is DONE


async def test_a_booking_taken_back_is_put_on_the_unscheduled_list(desk: Desk, town: Town) -> None:
    """No method deletes an appointment: undoing a booking takes it off the schedule, and the text says where it is."""
    booked = await desk.visits.book(NewVisit(ANN, at(13), 1, 40))
    assert booked.answer is not None
    back = await desk.writes.undo(booked)
    assert (back.state, town.row(booked.answer["AptNum"])["AptStatus"]) == (DONE, 3)
    assert "Unscheduled List" in str(back.intent.words)
    day = desk.office.day(tiny.TODAY)
    assert day is not None
    assert booked.answer["AptNum"] not in {row.AptNum for row in day.appointments}
    again = await desk.writes.undo(back)
    assert (again.state, town.row(booked.answer["AptNum"])["AptStatus"]) == (DONE, 1)


@pytest.mark.parametrize("to_unscheduled", [True, False])
async def test_a_broken_visit_comes_back(desk: Desk, town: Town, to_unscheduled: bool) -> None:
    """Undoing a break restores the appointment's place, and says that what was charted stays."""
    before = fields(town)
    broken = await town.broken(desk, BreakChoice(BreakKind.MISSED, to_unscheduled))
    back = await desk.writes.undo(broken)
    assert (back.state, fields(town)) == (DONE, before)
    assert str(back.intent.words) == (
        "Berg, Ann back on the schedule at 9:00 AM; the D9986 procedure and its fee stay in Open Dental;"
        " the commlog entry stays"
    )
    assert desk.visit().stage is Stage.UNCONFIRMED


def on_the_visit(town: Town) -> list[int]:
    """The procedures on the appointment, in the database."""
    return [number for (number,) in town.sql("SELECT ProcNum FROM procedurelog WHERE AptNum = ?", tiny.VISIT)]


async def test_procedures_come_back_with_their_visit(open_town: OpenTown) -> None:
    """If breaking detached the procedures, undoing it reattaches each once."""
    town = open_town(broken_detaches_procedures=True)
    town.sql("UPDATE procedurelog SET AptNum = ? WHERE ProcNum = 5", tiny.VISIT)
    desk = await town.desk()
    broken = await town.broken(desk, BreakChoice(BreakKind.MISSED, to_unscheduled=True))
    assert on_the_visit(town) == []
    back = await desk.writes.undo(broken)
    assert (back.state, on_the_visit(town)) == (DONE, [1, 5])
    assert desk.visit().stage is Stage.UNCONFIRMED
    assert town.faults.seen.count("ProcedureLogs.update") == 2
    assert desk.outbox.journal.open_entries() == ()


async def test_procedures_follow_an_undo_after_a_crash(open_town: OpenTown) -> None:
    """If the program ended between undoing a break and reattaching, the next start reattaches them, once."""
    town = open_town(broken_detaches_procedures=True)
    town.sql("UPDATE procedurelog SET AptNum = ? WHERE ProcNum = 5", tiny.VISIT)
    desk = await town.desk()
    broken = await town.broken(desk, BreakChoice(BreakKind.MISSED, to_unscheduled=True))
    await desk.writes.resume()
    assert on_the_visit(town) == []
    undo = BREAK.undo(await desk.outbox.journal.get(broken.id))
    assert undo is not None
    await desk.outbox.write(undo)
    assert on_the_visit(town) == []
    await desk.writes.resume()
    await desk.writes.resume()
    assert on_the_visit(town) == [1, 5]
    assert town.faults.seen.count("ProcedureLogs.update") == 2


async def test_procedures_that_stay_are_left_alone(desk: Desk, town: Town) -> None:
    """If breaking left the procedures attached, undoing it writes none of them."""
    broken = await town.broken(desk, BreakChoice(BreakKind.MISSED, to_unscheduled=True))
    await desk.writes.undo(broken)
    assert on_the_visit(town) == [1]
    assert "ProcedureLogs.update" not in town.faults.seen
    assert len(desk.outbox.journal.recent(9)) == 2


async def test_procedures_that_the_key_may_not_put_back(open_town: OpenTown) -> None:
    """A procedure that can't be reattached is named with the reason, and stays listed."""
    town = open_town(broken_detaches_procedures=True)
    desk = await town.desk(permissions=frozenset(Permission) - {Permission.PROCEDURE_LOGS})
    broken = await town.broken(desk, BreakChoice(BreakKind.MISSED, to_unscheduled=True))
    assert (await desk.writes.undo(broken)).state is DONE
    (left,) = desk.outbox.journal.open_entries()
    assert (left.state, str(left.intent.words).endswith("back on the appointment of Berg, Ann")) == (
        REFUSED,
        True,
    )
    assert str(left.intent.words).startswith("D")
    assert "doesn't have the permission" in str(left.outcome)


async def test_procedures_stay_off_a_visit_that_is_not_back(open_town: OpenTown, tasks: TaskScope) -> None:
    """If someone changed the appointment before a waiting undo was sent, its procedures stay detached."""
    town = open_town(broken_detaches_procedures=True)
    desk = await town.desk()
    broken = await town.broken(desk, BreakChoice(BreakKind.MISSED, to_unscheduled=True))
    town.faults.unreachable = True
    undoing = tasks.start(desk.writes.undo(broken), "undo")
    await town.in_time(undoing.done)
    assert undoing.result().state is WAITING
    town.sql("UPDATE appointment SET AptStatus = 5 WHERE AptNum = ?", tiny.VISIT)
    town.faults.unreachable = False
    last = await town.settled(desk)
    assert (last.state, on_the_visit(town)) == (REFUSED, [])


async def test_procedures_that_could_not_be_read(open_town: OpenTown) -> None:
    """If the office doesn't return the procedures, breaking still works; the undo says to check."""
    town = open_town(broken_detaches_procedures=True)
    desk = await town.desk()
    town.faults.plan("ProcedureLogs.list", Fault.GARBAGE, times=2)
    broken = await town.broken(desk, BreakChoice(BreakKind.MISSED, to_unscheduled=True))
    back = await desk.writes.undo(broken)
    assert (broken.state, back.state) == (DONE, DONE)
    assert str(back.intent.words).endswith("; check in Open Dental whether its procedures are still on it")


async def test_a_busy_office_is_asked_again_what_is_on_a_visit(open_town: OpenTown, tasks: TaskScope) -> None:
    """A break waits while the office is too busy to return the procedures: the undo needs to know them."""
    town = open_town(broken_detaches_procedures=True)
    desk = await town.desk()
    town.faults.plan("ProcedureLogs.list", Fault.BUSY, times=4)
    choice = BreakChoice(BreakKind.MISSED, to_unscheduled=True)
    breaking = tasks.start(desk.visits.break_visit(desk.visit(), choice), "break")
    await town.in_time(breaking.done)
    broken = await town.settled(desk)
    await desk.writes.undo(broken)
    assert (broken.state, on_the_visit(town)) == (DONE, [1])


async def test_a_note_taken_back(desk: Desk, town: Town) -> None:
    """Undoing an added note restores the old note, unless someone has changed it since."""
    before = fields(town)
    first = await desk.visits.append_note(desk.visit(), "Called")
    assert (await desk.writes.undo(first)).state is DONE
    assert fields(town) == before
    second = await desk.visits.append_note(desk.visit(), "Called")
    other = await town.desk("other")
    await other.visits.append_note(other.visit(), "Will be late")
    refused = await desk.writes.undo(second)
    assert (refused.state, str(refused.outcome)) == (
        REFUSED,
        "Not undone: another user just changed the note.",
    )
    assert "Will be late" in town.row()["Note"]


async def test_undo_after_someone_else_moved_it(desk: Desk, town: Town) -> None:
    """An undo never reverts another user's later change; the screen shows it."""
    moved = await desk.visits.move(desk.visit(), at(14), 1)
    other = await town.desk("other")
    await other.visits.move(other.visit(), at(16), 1)
    refused = await desk.writes.undo(moved)
    assert refused.state is REFUSED
    assert "moved it to 4:00 PM" in str(refused.outcome)
    assert desk.visit().start == at(16)


async def test_undo_into_a_place_that_someone_else_has_taken(desk: Desk, town: Town) -> None:
    """An appointment is not moved back onto one booked in its old place meanwhile."""
    moved = await desk.visits.move(desk.visit(), at(14), 1)
    other = await town.desk("other")
    await other.visits.book(NewVisit(ANN, at(9, 20), 1, 30))
    refused = await desk.writes.undo(moved)
    assert refused.state is REFUSED
    assert "another user just took the operatory" in str(refused.outcome)


async def test_two_clicks_on_undo(desk: Desk, town: Town) -> None:
    """A repeated undo changes nothing more."""
    moved = await desk.visits.move(desk.visit(), at(14), 1)
    first = await desk.writes.undo(moved)
    second = await desk.writes.undo(moved)
    assert (first.state, second.state, town.changed()) == (DONE, DONE, 2)


async def test_undo_of_what_still_waits(desk: Desk, town: Town, tasks: TaskScope) -> None:
    """A write that was not sent yet is withdrawn."""
    town.faults.unreachable = True
    moving = tasks.start(desk.visits.move(desk.visit(), at(14), 1), "move")
    await town.in_time(moving.done)
    assert moving.result().state is WAITING
    assert "moved to 2:00 PM" in str(desk.visit().pending)
    taken = await desk.writes.undo(moving.result())
    assert (taken.state, taken.dismissed, str(desk.visit().pending)) == (REFUSED, True, "")
    town.faults.unreachable = False
    town.clock.pass_time(10)
    await desk.look()
    assert (town.changed(), desk.outbox.journal.open_entries()) == (0, ())


async def test_what_was_refused_cannot_be_undone(desk: Desk, town: Town) -> None:
    """A write that was not done has no undo."""
    other = await town.desk("other")
    seen = other.visit()
    await desk.visits.move(desk.visit(), at(10, 30), 1)
    refused = await other.visits.move(seen, at(16), 1)
    assert not other.writes.can_undo(refused)
    with pytest.raises(CannotWrite, match="nothing to undo"):
        await other.writes.undo(refused)


async def test_a_procedure_that_is_back_does_not_hide_what_still_waits(
    open_town: OpenTown, tasks: TaskScope
) -> None:
    """A tile shows its appointment's pending writes until the last of them is settled, including procedures."""
    town = open_town(broken_detaches_procedures=True)
    town.sql("UPDATE procedurelog SET AptNum = ? WHERE ProcNum = 5", tiny.VISIT)
    desk = await town.desk()
    broken = await town.broken(desk, BreakChoice(BreakKind.MISSED, to_unscheduled=False))
    town.faults.unreachable = True
    undo = tasks.start(desk.writes.undo(broken), "undo")
    await town.in_time(undo.done)
    shown: list[tuple[bool, bool]] = []
    unsettled = desk.outbox.journal.unsettled
    end = desk.outbox.journal.watch(lambda _: shown.append((bool(unsettled()), bool(desk.visit().pending))))
    town.faults.unreachable = False
    await town.in_time(lambda: not unsettled())
    await asyncio.sleep(0.001)
    end()
    assert (shown[0], shown[-1]) == ((True, True), (False, False))
    assert [waits for waits, _ in shown] == [told for _, told in shown]
