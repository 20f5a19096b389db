"""The list of tasks while the office changes under it."""

from __future__ import annotations

from app.store.tasks.changes import TaskChange
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.tasks.scopes import Only, View
from app.viewmodels.staff.tasks.screen import TasksScreenViewModel
from app.wire.resources.task_lists import TaskList
from tests.viewmodels.tasks.test_screen import DONE, elsewhere, listed, shown


def added_elsewhere(screen: TasksScreenViewModel, list_num: int = 777) -> None:
    """Another desk adds a task list."""
    row = TaskList(TaskListNum=list_num, Descript="Added elsewhere")
    screen.board.reading.lists = {**screen.board.lists, list_num: row}
    screen.board._tell(TaskChange(lists=True))


async def test_the_open_task_stays_whatever_happens_to_the_lists(model: ScheduleScreenViewModel) -> None:
    """Done by another, or read and filtered away, it is still there when lists change: a note may be typed on it.

    A view, filter or patient that the user chooses closes it.
    """
    screen = await shown(model)
    first = listed(screen)[0]
    screen.open(first)
    elsewhere(screen, first, DONE)
    place = screen.tasks.model.place(first)
    added_elsewhere(screen)
    assert (screen.opened, screen.tasks.model.place(first)) == (first, place)
    screen.choose(View.NEW)
    assert screen.opened == 0
    screen.arrange(only=Only.UNREAD)
    unread = listed(screen)[0]
    screen.open(unread)
    screen.facts.mine.see(unread)
    screen.facts.mine.choose([])
    added_elsewhere(screen, 778)
    assert screen.opened == unread
    screen.arrange(only=Only.ALL)
    assert screen.opened == unread
    screen.arrange(only=Only.UNREAD)
    assert screen.opened == 0
