"""A task that several desks may write is there once, whichever of them was first."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from app.services.writes.tasks.task_writes import NewTask
from tests.practice.office_people import AUTHOR, CALLS, READER
from tests.services.conftest import OpenTown
from tests.services.front_desk import ANN, DONE, Town
from tests.services.writes.tasks.task_desk import TaskDesk, open_desk

COUNT = "SELECT count(*) FROM task WHERE TaskNum > 3"
NEW_AND_DONE = [(0, 1), (2, 1)]
"""One of two new tasks is open, the other one done."""
TEXT = "Checked in at Kiosk 1, 9:00 AM. Nobody has seen it for 5 min."


async def test_another_desk_finds_the_task(town: Town) -> None:
    """The same list, attachment and time of entry are the same task in whatever words; another appointment's isn't."""
    front, back = await open_desk(town), await open_desk(town, "back", AUTHOR, "BO")
    due = front.desk.office.clock.now() + timedelta(minutes=5)
    first = await front.tasks.add(NewTask(CALLS, TEXT, READER, person=ANN, apt_num=1), once_at=due)
    again = await back.tasks.add(
        NewTask(CALLS, TEXT.replace("9:00 AM", "09:00"), AUTHOR, person=ANN, apt_num=1), once_at=due
    )
    assert (first.state, again.state) == (DONE, DONE)
    assert (first.answer or {})["TaskNum"] == (again.answer or {})["TaskNum"]
    assert town.sql(COUNT) == [(1,)]
    other = await back.tasks.add(NewTask(CALLS, TEXT, AUTHOR, person=ANN, apt_num=2), once_at=due)
    assert other.state is DONE
    assert town.sql(COUNT) == [(2,)]


async def test_without_an_attachment_the_text_tells_which_it_is(town: Town) -> None:
    """Two visitors whom nobody knows, in the same second, are two tasks."""
    front = await open_desk(town)
    due = front.desk.office.clock.now()
    for text in ("A visitor at Kiosk 1 needs help.", "A visitor at Kiosk 2 needs help."):
        assert (await front.tasks.add(NewTask(CALLS, text, READER), once_at=due)).state is DONE
    await town.settled(front.desk)
    assert town.sql("SELECT TaskStatus FROM task WHERE TaskNum > 3") == [(0,), (0,)]


async def test_the_second_look_is_one_request(town: Town) -> None:
    """Without another desk's task, the list is read once more, and nothing else."""
    front = await open_desk(town)
    due = front.desk.office.clock.now()
    await front.tasks.add(NewTask(CALLS, TEXT, READER, person=ANN, apt_num=1), once_at=due)
    town.faults.seen.clear()
    await town.in_time(lambda: len(front.desk.outbox.journal.recent(9)) == 2)
    await town.settled(front.desk)
    assert town.faults.seen == ["Tasks.list"]


async def two_at_once(town: Town) -> list[TaskDesk]:
    """Two desks that have both found none, and write the same task in the same moment."""
    desks = [await open_desk(town), await open_desk(town, "back", AUTHOR, "BO")]
    due = desks[0].desk.office.clock.now() + timedelta(minutes=5)
    town.gate.wait_for(2, "/tasks")
    both = (
        each.tasks.add(NewTask(CALLS, TEXT, user, person=ANN, apt_num=1), once_at=due)
        for each, user in zip(desks, (READER, AUTHOR), strict=True)
    )
    entries = await asyncio.gather(*both)
    assert [each.state for each in entries] == [DONE, DONE]
    return desks


async def test_of_two_in_the_same_moment_one_stays(town: Town) -> None:
    """The later one is withdrawn by the desk that wrote it; its journal says so."""
    desks = await two_at_once(town)
    await town.in_time(lambda: all(len(each.desk.outbox.journal.recent(9)) == 2 for each in desks))
    for each in desks:
        assert (await town.settled(each.desk)).state is DONE
    assert town.sql("SELECT TaskStatus, 1 FROM task WHERE TaskNum > 3 ORDER BY TaskNum") == NEW_AND_DONE
    withdrawn = [entry for each in desks for entry in each.desk.outbox.journal.recent(9)]
    changed = [entry for entry in withdrawn if entry.intent.step_of and entry.answer != entry.seen]
    assert len(changed) == 1
    assert str(changed[0].outcome) == "Another PC added it too, so this one is marked done."
    assert [str(each.outcome) for each in withdrawn if each.intent.step_of and each not in changed] == [
        "No other PC added it."
    ]


async def test_an_office_that_cannot_mark_tasks_keeps_both(open_town: OpenTown) -> None:
    """Nothing is tried that the office would refuse."""
    town = open_town("24.1.1")
    desks = await two_at_once(town)
    assert all(len(each.desk.outbox.journal.recent(9)) == 1 for each in desks)
    assert town.sql(COUNT) == [(2,)]
