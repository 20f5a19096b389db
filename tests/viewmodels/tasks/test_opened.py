"""Which task is open after the one before was done here, and what that doesn't touch."""

from __future__ import annotations

import pytest

from app.services.people.secrets import SecretsInMemory
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.tasks.open import commands
from tests.journeys.practices import Served
from tests.support.clients import quiet
from tests.support.qt_loop import until
from tests.viewmodels.conftest import OpenDesk
from tests.viewmodels.tasks.open.hands import read, run, texts
from tests.viewmodels.tasks.test_screen import DONE, elsewhere, here, listed, shown


@pytest.fixture
async def model(open_desk_on: OpenDesk, served: Served) -> ScheduleScreenViewModel:
    """Ana is signed in."""
    served.secrets = SecretsInMemory()
    return await open_desk_on(served)


async def test_a_key_pressed_twice_is_about_one_task(model: ScheduleScreenViewModel) -> None:
    """The next task opens by itself: a second press, or the second half of a double click, doesn't finish it."""
    screen = await shown(model)
    first, second = listed(screen)[:2]
    screen.open(first)
    screen._opened.moved_on.connect(lambda: run(screen.open_task, commands.DONE))
    run(screen.open_task, commands.DONE)
    await until(lambda: screen.opened == second)
    screen._opened.moved_on.disconnect()
    done = next(each for each in screen.open_task.actions.commands if each.spec == commands.DONE)
    await until(lambda: not done.running)
    assert screen.board.task(second).TaskStatus is not DONE
    await until(lambda: not screen.open_task.actions.paused)
    run(screen.open_task, commands.DONE)
    await until(lambda: screen.board.task(second).TaskStatus is DONE)


async def test_a_task_that_came_by_itself_rests_unless_it_is_chosen(model: ScheduleScreenViewModel) -> None:
    """A click on its row says that it is meant: then it can be done at once."""
    screen = await shown(model)
    first, second = listed(screen)[:2]
    screen.open(first)
    rests: list[tuple[bool, bool]] = []

    def choose() -> None:
        before = screen.open_task.actions.paused
        screen.open_task.actions.pause(chosen=True)
        rests.append((before, screen.open_task.actions.paused))

    screen._opened.moved_on.connect(choose)
    run(screen.open_task, commands.DONE)
    await until(lambda: screen.opened == second)
    assert rests == [(True, False)]


async def test_what_is_typed_holds_the_task(model: ScheduleScreenViewModel) -> None:
    """Done while a note is typed, it stays open until the note is sent; deleted by another, the note is offered."""
    screen = await shown(model)
    task, second, third = listed(screen)[:3]
    screen.open(task)
    draft = screen.open_task.draft
    await read(screen.open_task, screen.board.task(task))
    draft.type_text("Called again", 12)
    await quiet(model.parts.client)  # an answer from before would show the task as it was
    here(screen, task, DONE)
    assert screen.opened == task
    draft.save()
    await until(lambda: screen.opened == second)
    draft.type_text("Half a note", 11)
    screen.board.named.drop([second])
    assert (screen.opened, draft.state.note) == (0, "")
    notice = model.desk.notices.items[-1]
    assert notice.link is not None
    notice.link.run()
    await until(lambda: model.desk.tasks.adding.model is not None)
    await until(lambda: "Half a note" in model.desk.tasks.adding.model.state.draft.text)
    screen.open(third)
    assert draft.state.note == ""


async def test_a_note_on_a_done_task_leaves_it_open(model: ScheduleScreenViewModel) -> None:
    """It was done before it was opened, or by another: what is written on it then doesn't go on to the next one."""
    screen = await shown(model)
    done = next(each for each in screen.board.done_tasks if each.TaskListNum in screen.board.lists)
    other = listed(screen)[0]
    screen.open(other)
    elsewhere(screen, other, DONE)
    for task_num in (other, done.TaskNum):
        screen.show(task_num)
        await read(screen.open_task, screen.board.task(task_num))
        screen.open_task.draft.type_text("Thank you", 9)
        screen.open_task.draft.save()
        await until(lambda: "Thank you" in texts(screen.open_task))
        assert screen.opened == task_num
