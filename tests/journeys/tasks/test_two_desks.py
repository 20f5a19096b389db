"""Two desks at one office: what one does with a task, the other sees within seconds."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.journal.entries import WriteState
from app.practice.server.faults import Fault
from app.wire.resources.tasks import TaskStatusEnum
from tests.journeys.desk import Desk, Desks
from tests.journeys.practices import Practices
from tests.journeys.tasks.tasks_page import (
    ANA,
    BEN,
    CALLS,
    DONE,
    INSURANCE,
    NEW,
    NOTES,
    STATUS,
    tasks_page,
)
from tests.journeys.test_elsewhere import SOON

HANDED_ON = ("Tasks.create", "TaskNotes.create", "Tasks.update")
"""The steps of handing on, in order."""


def copies(desk: Desk, text: str) -> list[tuple[int, int, int]]:
    """TaskNum, list and status of all tasks with this text, oldest first."""
    found = desk.served.sql(
        "SELECT TaskNum, TaskListNum, TaskStatus FROM task WHERE Descript = ? ORDER BY TaskNum", text
    )
    return [tuple(each) for each in found]


async def added(desk: Desk, text: str) -> int:
    """A task that Open Dental itself added to "Calls to make"."""
    other = desk.served.elsewhere()
    return (await other.tasks.create(TaskListNum=CALLS, Descript=text, UserNum=BEN.user_num)).TaskNum


async def test_take_note_hand_on_close(open_practice: Practices, open_desk: Desks) -> None:
    """Ana takes a task, answers, hands it on, Ben closes it; each sees the other's step in seconds, as one thread."""
    served = open_practice(on_socket=True)
    ana_desk, ben_desk = await open_desk(served), await open_desk(served)
    number = await added(ana_desk, "Call the lab about the crown")
    ana, ben = await tasks_page(ana_desk, ANA), await tasks_page(ben_desk, BEN)
    await ben.open(number)
    await ana.sit_down()
    await ana.open(number)
    await ana_desk.press(Qt.Key.Key_K)
    await ana_desk.until(lambda: "Ana took the task" in ana.thread)
    await ana.note("They send it on Friday.")
    await ana_desk.until(lambda: "on Friday" in ana.thread)
    await ana_desk.settled()
    await ben_desk.until(lambda: "took the task" in ben.thread and "on Friday" in ben.thread, SOON)
    await ben_desk.until(lambda: ben.model.board.task(number).TaskStatus is TaskStatusEnum.VIEWED, SOON)
    await ana.sit_down()
    await ana.hand_on("insur", "Is it covered?")
    await ana_desk.until(lambda: served.sql(STATUS, number) == [(DONE,)])
    await ben_desk.until(lambda: ben.model.board.task(number).TaskStatus is TaskStatusEnum.DONE, SOON)
    (_, _, before), (new, place, _) = copies(ana_desk, "Call the lab about the crown")
    assert (before, place) == (DONE, INSURANCE)
    await ben.sit_down()
    await ben.open(new)
    await ben_desk.until(lambda: "They send it on Friday." in ben.thread and "Is it covered?" in ben.thread)
    assert ben.thread.count("They send it on Friday.") == 1
    await ben_desk.press(Qt.Key.Key_D)
    await ben_desk.until(lambda: served.sql(STATUS, new) == [(DONE,)])
    await ana_desk.until(lambda: ana.model.board.task(new).TaskStatus is TaskStatusEnum.DONE, SOON)
    for page in (ana, ben):
        await page.leave()


@pytest.mark.parametrize("step", HANDED_ON)
async def test_killed_while_handing_on(open_practice: Practices, open_desk: Desks, step: str) -> None:
    """Killed before a step's answer came, the next start goes on: one new task, one history, the old one done."""
    served = open_practice()
    desk = await open_desk(served)
    page = await tasks_page(desk)
    number = await added(desk, "Ask for the X-ray")
    await page.model.board.read_task(number)
    await page.open(number)
    served.faults.plan(step, Fault.HANG_AFTER)
    served.faults.seen.clear()
    await page.hand_on("insur", "Please")
    await desk.until(lambda: step in served.faults.seen)
    await open_desk.leave(desk)
    desk = await open_desk(served, journal=desk.journal)
    await desk.until(lambda: served.sql(STATUS, number) == [(DONE,)])
    await desk.settled()
    assert [each.state for each in desk.entries] == [WriteState.DONE] * 3
    page = await tasks_page(desk)
    (_, _, _), (new, place, status) = copies(desk, "Ask for the X-ray")
    assert (place, status) == (INSURANCE, NEW)
    assert len(served.sql(NOTES, new)) == 1
    await page.open(new)
    await desk.until(lambda: "Please" in page.thread)
    assert page.thread.count("Handed on from") == 1
    await page.leave()
