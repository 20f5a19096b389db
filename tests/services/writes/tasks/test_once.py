"""A task that several desks may write is there once, whichever of them was first."""

from __future__ import annotations

from datetime import timedelta

from app.services.writes.tasks.task_writes import NewTask
from tests.practice.office_people import AUTHOR, CALLS, READER
from tests.services.front_desk import ANN, DONE, Town
from tests.services.writes.tasks.task_desk import open_desk

COUNT = "SELECT count(*) FROM task WHERE TaskNum > 3"


async def test_another_desk_finds_the_task(town: Town) -> None:
    """The same text, list, attachment and time of entry are the same task; another appointment's is another one."""
    front, back = await open_desk(town), await open_desk(town, "back", AUTHOR, "BO")
    due = front.desk.office.clock.now() + timedelta(minutes=5)
    text = "Checked in at Kiosk 1, 9:00 AM. Nobody has seen it for 5 min."
    first = await front.tasks.add(NewTask(CALLS, text, READER, person=ANN, apt_num=1), once_at=due)
    again = await back.tasks.add(NewTask(CALLS, text, AUTHOR, person=ANN, apt_num=1), once_at=due)
    assert (first.state, again.state) == (DONE, DONE)
    assert (first.answer or {})["TaskNum"] == (again.answer or {})["TaskNum"]
    assert town.sql(COUNT) == [(1,)]
    other = await back.tasks.add(NewTask(CALLS, text, AUTHOR, person=ANN, apt_num=2), once_at=due)
    assert other.state is DONE
    assert town.sql(COUNT) == [(2,)]
