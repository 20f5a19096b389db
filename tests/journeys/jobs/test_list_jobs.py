"""Jobs 7 and 13, worked off from lists: confirmations and tasks; by mouse and by keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.schedule.visit import Stage
from app.services.people.secrets import SecretsInMemory
from app.viewmodels.staff.lists import commands as list_commands
from app.viewmodels.staff.tasks.open import commands as task_commands
from app.wire.resources.tasks import TaskStatusEnum
from tests.journeys.desk import Desk, Desks
from tests.journeys.filling.steps import filled, page
from tests.journeys.jobs import the_fifteen as jobs
from tests.journeys.jobs.conftest import Count
from tests.journeys.lists.callers import open_lists
from tests.journeys.practices import Practices
from tests.journeys.tasks.test_open_task import screen_of

ENTER = Qt.Key.Key_Return


async def test_7_confirm_after_a_call(desk: Desk, count: Count) -> None:
    """Enter, or one click on Confirmed: the next row is selected with its phone number in sight."""
    caller = await open_lists(desk)
    for way in ("keyboard", "mouse"):
        row, following = caller.rows[:2]
        assert caller.chosen.key == row.key
        assert row.visit is not None
        assert row.visit.stage is Stage.UNCONFIRMED
        counted = count(jobs.CONFIRM, way)
        counted.decide()
        if way == "keyboard":
            counted.key(ENTER)
        else:
            counted.click(caller.screen.card.buttons[list_commands.CONFIRM])
        await desk.told(f"{row.name} confirmed.")
        await desk.until(lambda following=following: caller.chosen.key == following.key)
        counted.done()
        await desk.settled()
        await desk.until(lambda row=row: row.key not in [each.key for each in caller.rows])
        caller.view.pane.table.setFocus()


async def test_13_a_task(open_practice: Practices, open_desk: Desks, count: Count) -> None:
    """K and D; or a click on Take and one on Done, for the task that is open."""
    served = open_practice()
    served.secrets = SecretsInMemory()
    desk = await open_desk(served)
    screen = await screen_of(desk)
    pane, model = screen.place, screen.model.open_task
    first, second = sorted(each.TaskNum for each in model.board.open_tasks)[:2]
    for way, task_num in (("mouse", first), ("keyboard", second)):
        await desk.until(lambda: screen.model.tasks.model.rowCount() > 0)
        index = screen.list.model().index(screen.model.tasks.model.place(task_num), 0)
        screen.list.scrollTo(index)
        QTest.mouseClick(
            screen.list.viewport(), Qt.MouseButton.LeftButton, pos=screen.list.visualRect(index).center()
        )
        await desk.until(lambda task_num=task_num: model.task_num == task_num)
        await desk.until(lambda task_num=task_num: model.board.notes(task_num) is not None)
        counted = count(jobs.TASK, way)
        for key, command in ((Qt.Key.Key_K, task_commands.TAKE), (Qt.Key.Key_D, task_commands.DONE)):
            counted.decide()
            if way == "keyboard":
                counted.key(key)
            else:
                counted.click(pane.button_of[command.id])
            if command is task_commands.TAKE:
                await desk.until(lambda: model.head is not None and bool(model.head.taken))
        await desk.until(
            lambda task_num=task_num: model.board.task(task_num).TaskStatus is TaskStatusEnum.DONE
        )
        counted.done()


async def test_11_fill_an_opening(desk: Desk, count: Count) -> None:
    """In the one ranked list of who fits: a click on a patient and one on Book; or Enter twice."""
    for way in ("mouse", "keyboard"):
        fit, before = (await filled(desk)).rows[0].fit, len(desk.entries)
        counted = count(jobs.FILL, way)
        counted.decide()
        if way == "mouse":
            counted.click_row(page(desk).list, 0)
        else:
            await desk.until(page(desk).list.hasFocus)
            counted.key(ENTER)
        await desk.until(lambda: desk.model.booking.open and desk.model.booking.state.chosen is not None)
        counted.decide()
        if way == "mouse":
            counted.click(desk.button("Book" if fit.candidate.at is None else "Move here"))
        else:
            counted.key(ENTER)
        await desk.until(lambda before=before: len(desk.entries) > before)
        entry = await desk.settled()
        counted.done()
        made = entry.answer["AptNum"] if fit.candidate.at is None else fit.candidate.apt_num
        assert desk.served.start_of(made) == fit.start
        await desk.until(lambda: not desk.screen.panel.has_page)
        await desk.read()
