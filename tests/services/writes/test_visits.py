"""All writes of the schedule against the practice, with each setting that the documentation leaves open."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import msgspec
import pytest

from app.domain.people.rights import Right
from app.domain.schedule.openings import Team
from app.domain.schedule.visit import Stage
from app.services.writes.errors import CannotWrite
from app.services.writes.schedule.resize import RESIZE
from app.services.writes.schedule.visits import BreakChoice, BreakKind, NewVisit
from app.store.lists import ListName
from app.wire.permissions import Permission
from tests.practice import office as tiny
from tests.services.conftest import OpenTown
from tests.services.front_desk import ANN, DONE, REFUSED, Desk, Town, at


@pytest.mark.parametrize(
    "switches",
    [
        {},
        {"confirm_sets_times": False},
        {"empty_times": "midnight"},
        {"confirm_sets_times": False, "empty_times": "midnight"},
        {"writes_raise_signals": False, "times_are_set_once": False},
    ],
)
async def test_a_day_at_the_desk(open_town: OpenTown, switches: dict[str, object]) -> None:
    """Confirmed, arrived, seated, dismissed: the screen follows, with times, whatever the office records."""
    town = open_town(**switches)
    desk = await town.desk()
    steps = [
        (desk.visits.confirm_visit, Stage.CONFIRMED, tiny.CONFIRMED),
        (desk.visits.arrive, Stage.ARRIVED, tiny.ARRIVED),
        (desk.visits.seat, Stage.SEATED, tiny.SEATED),
        (desk.visits.dismiss, Stage.DISMISSED, tiny.DISMISSED),
    ]
    for minutes, (write, stage, status) in enumerate(steps):
        entry = await write(desk.visit())
        assert (entry.state, str(entry.intent.words)) == (DONE, f"{desk.visit().name} {stage.name.lower()}")
        assert (desk.visit().stage, town.row()["Confirmed"]) == (stage, status)
        times = (desk.visit().arrived_at, desk.visit().seated_at, desk.visit().dismissed_at)
        assert [time is not None for time in times] == [minutes > 0, minutes > 1, minutes > 2]
        town.clock.pass_time(60)
    await desk.look()
    assert desk.visit().stage is Stage.DISMISSED
    assert desk.visit().arrived_at == at(12, 1)


async def test_where_the_office_records_no_times_ours_survive_a_restart(open_town: OpenTown) -> None:
    """An arrival time known only to this desk is restored after a restart."""
    town = open_town(confirm_sets_times=False)
    first = await town.desk()
    await first.visits.arrive(first.visit())
    await first.outbox.close()
    await first.outbox.journal.store.close()
    town.clock.pass_time(300)
    second = await town.desk()
    assert second.visit().arrived_at == at(12)


async def test_arrived_is_never_sent_twice(desk: Desk, town: Town) -> None:
    """Two clicks, or two desks, mark an arrival once: a repeat would write a new time."""
    before = desk.visit()
    one, two = await asyncio.gather(desk.visits.arrive(before), desk.visits.arrive(before))
    other = await town.desk("other")
    third = await other.visits.arrive(before)
    assert (one, third.state) == (two, DONE)
    assert town.changed() == 1


async def test_going_forward_passes_over_what_others_set_on_the_way(desk: Desk, town: Town) -> None:
    """A patient just confirmed by someone else can be marked as arrived without a conflict."""
    before = desk.visit()
    other = await town.desk("other")
    await other.visits.confirm_visit(other.visit())
    assert (await desk.visits.arrive(before)).state is DONE


async def test_going_back_does_not_pass_over_anybody(desk: Desk, town: Town) -> None:
    """A patient seated by someone else is not marked as arrived; the screen shows seated."""
    before = desk.visit()
    other = await town.desk("other")
    await other.visits.seat(other.visit())
    entry = await desk.visits.arrive(before)
    assert (entry.state, str(entry.outcome)) == (
        REFUSED,
        "Status not changed: another user just set it to Seated.",
    )
    assert desk.visit().stage is Stage.SEATED
    assert town.changed() == 1


async def test_a_stage_that_the_office_has_no_status_for(town: Town) -> None:
    """If no status means arrived, a sentence says so and nothing is sent."""
    town.sql("UPDATE preference SET ValueString = '0' WHERE PrefName = 'AppointmentTimeArrivedTrigger'")
    town.sql("UPDATE definition SET ItemName = 'Present' WHERE DefNum = ?", tiny.ARRIVED)
    desk = await town.desk()
    with pytest.raises(CannotWrite, match="no status for arrived"):
        await desk.visits.arrive(desk.visit())
    assert town.changed() == 0


@pytest.mark.parametrize("name", [ListName.STATUSES, ListName.PREFERENCES])
async def test_a_stage_before_the_office_has_said_what_stands_for_it(desk: Desk, name: ListName) -> None:
    """While statuses are still being read, none is guessed, and the office isn't blamed."""
    lists = desk.office.lists
    assert lists is not None
    empty = {"preferences": {}} | ({"definitions": {}} if name is ListName.STATUSES else {})
    desk.office.office_lists.take(msgspec.structs.replace(lists, missing=frozenset({name}), **empty))
    with pytest.raises(CannotWrite, match="still loading"):
        await desk.visits.arrive(desk.visit())
    assert desk.outbox.journal.recent(1) == ()


@pytest.mark.parametrize("blank", [True, False])
async def test_moving(open_town: OpenTown, blank: bool) -> None:
    """A move sets time, operatory, provider and the operatory's clinic, in two requests on the same day."""
    town = open_town(update_answers_blank_stamp=blank)
    desk = await town.desk()
    entry = await desk.visits.move(desk.visit(), at(14, 30), 3, Team(tiny.OTHER_DOC))
    assert entry.state is DONE
    assert str(entry.intent.words) == f"{desk.visit().name} moved to 2:30 PM, Chair 3"
    row = town.row()
    place = (row["AptDateTime"], row["Op"], row["ProvNum"], row["ClinicNum"])
    assert place == (f"{tiny.TODAY} 14:30:00", 3, tiny.OTHER_DOC, 2)
    assert (desk.visit().start, desk.visit().op_num, str(desk.visit().pending)) == (at(14, 30), 3, "")
    assert town.faults.seen == ["Appointments.list", "Appointments.update"]


async def test_moving_to_another_day(desk: Desk, town: Town) -> None:
    """An appointment moved to another day leaves this one, and its text names the date."""
    entry = await desk.visits.move(desk.visit(), at(9, day=tiny.TOMORROW), 1)
    assert (entry.state, str(entry.intent.words)) == (
        DONE,
        "Berg, Ann moved to Tue, Nov 24, 9:00 AM, Chair 1",
    )
    day = desk.office.day(tiny.TODAY)
    assert day is not None
    assert tiny.VISIT not in {row.AptNum for row in day.appointments}


async def test_a_broken_visit_moves_back_onto_the_schedule(desk: Desk, town: Town) -> None:
    """Moving a broken appointment makes it scheduled again."""
    await town.broken(desk, BreakChoice(BreakKind.MISSED, to_unscheduled=False))
    assert desk.visit().stage is Stage.BROKEN
    assert (await desk.visits.move(desk.visit(), at(15), 1)).state is DONE
    assert (town.row()["AptStatus"], desk.visit().stage) == (1, Stage.UNCONFIRMED)


async def test_two_desks_move_the_same_visit(desk: Desk, town: Town) -> None:
    """The second of two moves is refused with both versions, as text, and the screen shows the first."""
    other = await town.desk("other")
    seen = other.visit()
    await desk.visits.move(desk.visit(), at(10, 30), 1)
    entry = await other.visits.move(seen, at(16), 1)
    assert entry.state is REFUSED
    assert str(entry.outcome) == "Not moved: another user just moved it to 10:30 AM."
    assert entry.conflict is not None
    assert (entry.intent.before["AptDateTime"], entry.conflict["AptDateTime"]) == (
        f"{tiny.TODAY} 09:00:00",
        f"{tiny.TODAY} 10:30:00",
    )
    assert other.visit().start == at(10, 30)
    assert town.changed() == 1


async def test_two_desks_want_the_same_chair(desk: Desk, town: Town) -> None:
    """An operatory that was taken after the screen was read isn't double-booked; the other appointment is shown."""
    other = await town.desk("other")
    seen = desk.visit(tiny.HYGIENE_VISIT)
    await other.visits.move(other.visit(), at(13), 1)
    entry = await desk.visits.move(seen, at(13, 10), 1)
    assert entry.state is REFUSED
    assert str(entry.outcome) == "Not moved: another user just took Chair 1 at 1:00 PM for 40 minutes."
    assert desk.visit().start == at(13)
    booked = await other.visits.book(NewVisit(ANN, at(13, 20), 1, 20))
    assert booked.state is DONE  # this desk saw the neighbor


async def test_an_overlap_that_the_office_refuses(open_town: OpenTown) -> None:
    """If the office refuses overlaps, its explanation is shown."""
    town = open_town(refuses_overlap=True)
    desk = await town.desk()
    entry = await desk.visits.move(desk.visit(), at(10, 5), 2)
    assert (entry.state, town.changed()) == (REFUSED, 0)
    assert "overlaps another" in str(entry.outcome)


async def test_resizing_keeps_the_shape(desk: Desk, town: Town) -> None:
    """A longer appointment keeps its assistant's time at both ends, and its second pattern gets the same length."""
    town.sql("UPDATE appointment SET PatternSecondary = '//////XX' WHERE AptNum = ?", tiny.VISIT)
    await desk.look()
    entry = await desk.visits.resize(desk.visit(), 60)
    assert (entry.state, str(entry.intent.words)) == (DONE, f"{desk.visit().name} now booked for 60 minutes")
    assert town.row()["Pattern"] == "//XXXXXXXX//"
    assert town.row()["PatternSecondary"] == "//////XXXXXX"
    assert desk.visit().minutes == 60


async def test_resizing_in_an_office_without_a_second_pattern(open_town: OpenTown) -> None:
    """The second pattern is not sent to an office that doesn't support it."""
    town = open_town(version="22.4")
    desk = await town.desk()
    row = desk.office.visit_row(tiny.VISIT)
    assert row is not None
    row.PatternSecondary = ""
    entry = await desk.visits.resize(desk.visit(), 30)
    assert (entry.state, sorted(entry.intent.arguments)) == (DONE, ["AptNum", "Pattern"])


async def test_notes_are_added_never_replaced(desk: Desk, town: Town) -> None:
    """Two desks that append to a note at once both keep their text."""
    other = await town.desk("other")
    entries = await asyncio.gather(
        desk.visits.append_note(desk.visit(), "Called"),
        other.visits.append_note(other.visit(), "Texted\nthe sister"),
    )
    assert [entry.state for entry in entries] == [DONE, DONE]
    note = " ".join(town.row()["Note"].split())
    assert note.startswith("Bring the night guard")
    assert "Called" in note
    assert "Texted the sister" in note


async def test_a_key_without_the_permission(town: Town) -> None:
    """A write without permission is refused with the permission's name, and stays listed."""
    desk = await town.desk(permissions=frozenset({Permission.READ_ALL, Permission.COMM}))
    entry = await desk.visits.move(desk.visit(), at(15), 1)
    assert entry.state is REFUSED
    assert "permission Appointments" in str(entry.outcome)
    assert desk.outbox.journal.open_entries() == (entry,)


async def test_a_visit_that_is_gone(desk: Desk, town: Town) -> None:
    """A write to a deleted appointment says that it was deleted."""
    town.sql("DELETE FROM appointment WHERE AptNum = ?", tiny.VISIT)
    entry = await desk.visits.arrive(desk.visit())
    assert entry.state is REFUSED
    assert str(entry.outcome).startswith("This is no longer in Open Dental.")


async def test_faster_than_the_office(desk: Desk, town: Town) -> None:
    """Clicks made before earlier ones are done are sent in order, and none is lost."""
    visit = desk.visit()
    entries = await asyncio.gather(
        desk.visits.confirm_visit(visit),
        desk.visits.arrive(visit),
        desk.visits.move(visit, at(14), 1),
        desk.visits.move(visit, at(14) + timedelta(minutes=30), 1),
        desk.visits.seat(visit),
    )
    assert [entry.state for entry in entries] == [DONE] * 5
    assert (desk.visit().stage, desk.visit().start) == (Stage.SEATED, at(14, 30))


async def test_what_follows_a_move_of_ours_is_no_conflict(desk: Desk, town: Town) -> None:
    """A just moved appointment can be resized and broken: its new place isn't another user's change."""
    visit = desk.visit()
    entries = await asyncio.gather(
        desk.visits.move(visit, at(14), 1),
        desk.visits.resize(visit, 60),
        desk.visits.break_visit(visit, BreakChoice(BreakKind.MISSED, to_unscheduled=False)),
    )
    await town.settled(desk)
    entries = [await desk.outbox.journal.get(entry.id) for entry in entries]
    assert [(entry.state, str(entry.outcome)) for entry in entries] == [(DONE, "")] * 3
    assert (desk.visit().stage, desk.visit().start, desk.visit().minutes) == (Stage.BROKEN, at(14), 60)


async def test_what_follows_a_break_of_ours_is_not_forced(desk: Desk, town: Town) -> None:
    """A visit that is being broken is neither moved nor marked as arrived by a click made before the answer."""
    visit, start = desk.visit(), town.row()["AptDateTime"]
    entries = await asyncio.gather(
        desk.visits.break_visit(visit, BreakChoice(BreakKind.MISSED, to_unscheduled=True)),
        desk.visits.move(visit, at(14), 1),
        desk.visits.arrive(visit),
    )
    entries = [await desk.outbox.journal.get(entry.id) for entry in entries]
    assert [entry.state for entry in entries] == [DONE, REFUSED, REFUSED]
    assert [str(entry.outcome).partition(":")[2][:22] for entry in entries[1:]] == [
        " you changed it since "
    ] * 2
    assert (town.row()["AptDateTime"], town.row()["Confirmed"]) == (start, tiny.UNCONFIRMED)


async def test_only_a_longer_appointment_may_break_a_rule(desk: Desk, town: Town) -> None:
    """A longer appointment against a rule needs the right to it, as a move does; a shorter one doesn't."""
    town.sql("INSERT INTO patrestriction (PatNum, PatRestrictType) VALUES (?, 1)", tiny.ANN)
    await desk.office.restricted.load()
    longer = await desk.visits.resize(desk.visit(), desk.visit().minutes + 10)
    assert [each.right for each in RESIZE.demands(longer.intent, tiny.TODAY)] == [Right.SCHEDULE_RULES]
    shorter = await desk.visits.resize(desk.visit(), desk.visit().minutes - 10)
    assert (shorter.state, list(RESIZE.demands(shorter.intent, tiny.TODAY))) == (DONE, [])
