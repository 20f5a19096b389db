"""A patient waits ten minutes past the start: the receptionist tells the provider with one click or one key."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from app.domain.schedule.visit import Stage
from app.services.people.secrets import SecretsInMemory
from app.viewmodels.staff.schedule.waiting_room import WaitingRow
from tests.journeys.desk import Desk, Desks
from tests.journeys.practices import Practices

ALT = Qt.KeyboardModifier.AltModifier
MARROW = 1


@pytest.fixture
async def desk(open_practice: Practices, open_desk: Desks) -> Desk:
    """A desk at which Ana is signed in: a task has an author."""
    served = open_practice()
    served.secrets = SecretsInMemory()
    return await open_desk(served)


async def late(desk: Desk) -> int:
    """A patient of Dr. Marrow's waits since twelve minutes past the start; her lists of tasks are known."""
    visit = desk.find(Stage.ARRIVED)
    start = (desk.served.clock.now() - timedelta(minutes=12)).replace(second=0, microsecond=0)
    times = dict.fromkeys(("AptDateTime", "DateTimeArrived"), start.isoformat(" "))
    desk.served.change(visit.apt_num, **times, ProvNum=MARROW, IsHygiene=0, ProvHyg=0)
    desk.model.schedule.refresh()
    desk.model.desk.waiting.begin()
    await desk.model.parts.tasks().read()
    await desk.until(lambda: bool(row_of(desk, visit.apt_num).offer))
    return visit.apt_num


def row_of(desk: Desk, apt_num: int) -> WaitingRow:
    """A patient in the waiting room."""
    return next(row for row in desk.model.waiting.rows if row.apt_num == apt_num)


def tasks_about(desk: Desk, apt_num: int) -> int:
    """How many tasks about this wait the office has."""
    found = "SELECT count(*) FROM task WHERE KeyNum = ? AND Descript LIKE 'Still waiting 10 min%'"
    return int(desk.served.sql(found, apt_num)[0][0])


async def test_one_click(desk: Desk) -> None:
    """The button in the waiting room adds the task, whose toast has an undo, and "provider told" stands there then."""
    apt_num = await late(desk)
    row = row_of(desk, apt_num)
    assert row.offer == "Tell MARR"
    await desk.push(f"Tell MARR with a task: {row.spoken}")
    await desk.told("Task added to ")
    assert tasks_about(desk, apt_num) == 1
    await desk.until(lambda: row_of(desk, apt_num).under.endswith(" past the start, provider told"))
    assert row_of(desk, apt_num).under in desk.texts(desk.screen.panel)
    assert row_of(desk, apt_num).offer == ""


async def test_one_key(desk: Desk) -> None:
    """Alt+T for the selected appointment; again it says that it is told."""
    apt_num = await late(desk)
    visit = desk.shown(apt_num)
    assert visit is not None
    await desk.select(visit)
    await desk.press(Qt.Key.Key_T, ALT)
    await desk.told("Task added to ")
    await desk.press(Qt.Key.Key_T, ALT)
    await desk.told("A task for the provider was already added.")
    assert tasks_about(desk, apt_num) == 1
