"""New tasks and reminders are told, in time and in peace."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

import pytest

from app.services.people.secrets import SecretsInMemory
from app.services.tasks.mine import MyTasks
from app.store.tasks.board import TaskBoard
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.tasks.noticing import TaskNoticing
from app.viewmodels.staff.tasks.scopes import View
from app.viewmodels.staff.tasks.screen import TasksScreenViewModel
from app.wire.resources.task_notes import TaskNote
from app.wire.resources.tasks import Task, TaskStatusEnum
from tests.journeys.practices import TEN_TWENTY, Practices, Served
from tests.support.fast_clock import FastClock
from tests.support.qt_loop import until
from tests.viewmodels.conftest import OpenDesk

HANA = 4
"""Somebody who is not at this desk."""


class Desk(NamedTuple):
    """A desk where Ana is signed in, with all tasks read."""

    desk: DeskViewModel
    board: TaskBoard
    mine: MyTasks
    noticing: TaskNoticing
    clock: FastClock
    list_num: int

    def arrive(self, *task_nums: int, **fields: object) -> None:
        """New tasks by Hana, as a signal would bring them."""
        now = self.clock.now().replace(microsecond=0)
        usual = {"TaskListNum": self.list_num, "UserNum": HANA, "Descript": "Call the lab"}
        times = {"DateTimeOriginal": now, "SecDateTEdit": now}
        self.board.apply(*(Task(TaskNum=each, **{**usual, **times, **fields}) for each in task_nums))

    def told(self) -> list[str]:
        """What the toasts said."""
        return [each.words for each in self.desk.notices.items]


@pytest.fixture
async def here(open_desk_on: OpenDesk, open_practice: Practices) -> Desk:
    """One list is followed."""
    clock = FastClock(TEN_TWENTY, 40.0)
    served: Served = open_practice(clock=clock)
    served.secrets = SecretsInMemory()
    desk = (await open_desk_on(served)).desk
    board, mine = desk.parts.tasks(), desk.parts.my_tasks()
    await board.read()
    await until(lambda: desk.tasks.own.noticing is not None and mine.notebook.user_num != 0)
    noticing = desk.tasks.own.noticing
    assert noticing is not None
    list_num = min(board.lists)
    mine.follow(list_num, on=True)
    return Desk(desk, board, mine, noticing, clock, list_num)


async def test_new_tasks_of_followed_lists_are_told(here: Desk) -> None:
    """Nothing of what was there; then one toast for one, one for three; none for others' lists, own or done ones."""
    assert here.told() == []
    unread = here.mine.unread
    here.arrive(9001)
    await until(lambda: len(here.told()) == 1)
    name = here.board.lists[here.list_num].Descript
    assert here.told() == [f"New task in {name}: Call the lab"]
    assert here.mine.unread == unread + 1
    assert here.desk.screens.counts.all["tasks"].words == f"{unread + 1} unread"
    closed: list[int] = []
    here.desk.notices.closed.connect(closed.append)
    here.mine.see(9001)
    assert closed == [here.desk.notices.items[0].id]
    here.arrive(9002)
    here.arrive(9003, 9004)
    other = next(each for each in here.board.lists if not here.mine.follows(each))
    here.arrive(9005, TaskListNum=other)
    here.arrive(9006, UserNum=here.desk.user.user_num)
    here.arrive(9007, TaskStatus=TaskStatusEnum.DONE)
    await until(lambda: len(here.told()) == 2)
    assert here.told()[1] == f"3 new tasks: {name}"
    link = here.desk.notices.items[1].link
    assert link is not None
    link.run()
    await until(lambda: here.desk.screens.current == "tasks")
    screen = here.desk.screens.model("tasks")
    assert isinstance(screen, TasksScreenViewModel)
    await until(lambda: screen.tasks.scope is View.INBOX and bool(screen.tasks.model.place(9004)))
    here.arrive(9001, Descript="Call the lab again")  # known: unread, but not new
    await here.clock.sleep(3)
    assert len(here.told()) == 2


async def test_nothing_is_told_while_something_is_entered(here: Desk) -> None:
    """What arrives while the user is busy is told afterwards, as one; to another person only what is hers."""
    busy = [True]
    here.desk.patient.busy.append(lambda: busy[0])
    here.arrive(9001)
    await here.clock.sleep(5)
    here.arrive(9002)
    await here.clock.sleep(5)
    assert here.told() == []
    busy[0] = False
    await until(lambda: len(here.told()) == 1)
    assert here.told()[0].startswith("2 new tasks")
    staff = here.desk.parts.staff
    staff.lock()
    here.arrive(9003)
    await here.clock.sleep(2)
    here.clock.skip(200)
    await here.clock.sleep(2)
    assert len(here.told()) == 1  # a locked window tells nothing, however long
    ana = staff.signed_in
    assert ana is not None
    staff.enter(ana)
    await until(lambda: len(here.told()) == 2)
    busy[0] = True
    here.arrive(9004)
    ben = next(each for each in staff.people.book.members if each != staff.signed_in)
    staff.enter(ben)
    await until(lambda: here.mine.notebook.user_num == ben.user_num and not here.mine.unread)
    busy[0] = False
    await here.clock.sleep(5)
    assert len(here.told()) == 2
    busy[0] = True
    here.mine.follow(here.list_num, on=True)
    here.arrive(9005)
    await here.clock.sleep(2)
    here.clock.skip(130)
    await until(lambda: len(here.told()) == 3)  # a note that was begun and left delays nothing for hours


async def test_a_reminder_is_told_and_can_be_snoozed(here: Desk) -> None:
    """A reminder's toast stays; Snooze puts it off, and a done task or a removed reminder closes it."""
    sounds: list[bool] = []
    here.desk.tasks.own.sounded.connect(lambda: sounds.append(True))
    here.arrive(9001)
    here.mine.see(9001)
    here.mine.remind(9001, here.clock.now() + timedelta(seconds=20))
    await until(lambda: len(here.told()) == 1)
    (first,) = here.desk.notices.items
    assert first.words == "Reminder: Call the lab"
    assert not first.seconds
    assert [each.title for each in first.actions] == ["Open", "Snooze"]
    closed: list[int] = []
    here.desk.notices.closed.connect(closed.append)
    here.desk.notices.act(first.id, "Snooze")
    assert here.told()[1].startswith("Snoozed until 10:3")
    here.desk.commands["tasks.sound"].run()
    await until(lambda: sounds == [True])
    here.mine.remind(9001, here.clock.now())
    await until(lambda: here.told()[-1] == "Reminder: Call the lab")
    assert sounds == [True, True]
    here.arrive(9001, TaskStatus=TaskStatusEnum.DONE)
    assert here.desk.notices.items[-1].id in closed


async def test_a_task_that_two_desks_handed_on_is_told(here: Desk) -> None:
    """It says which copy to keep and which to close, offers that one, and goes away when one of them is done."""
    task = next(each for each in here.board.open_tasks if not each.KeyNum)
    lists = [each for each in here.board.lists if each != task.TaskListNum]
    await here.desk.parts.task_writes().hand_on(task, lists[0])
    await until(lambda: here.board.task(task.TaskNum).TaskStatus is TaskStatusEnum.DONE)  # type: ignore[union-attr]
    at = here.desk.parts.client
    copy = await at.tasks.create(TaskListNum=lists[1], Descript=task.Descript, UserNum=HANA)
    said = f'Handed on from task {task.TaskNum} in "Calls" to "Recall" by Hana.'
    await at.task_notes.create(TaskNum=copy.TaskNum, UserNum=HANA, Note=said)
    await here.board.read_task(copy.TaskNum)
    await until(lambda: any("Two desks" in each for each in here.told()))
    notice = next(each for each in here.desk.notices.items if "Two desks" in each.words)
    first, second = (here.board.lists[each].Descript for each in lists[:2])
    assert notice.words.endswith(f"Keep it in {first}, and mark the one in {second} done.")
    assert ([each.title for each in notice.actions], notice.seconds) == (["Open"], 0.0)
    closed: list[int] = []
    here.desk.notices.closed.connect(closed.append)
    await here.desk.parts.task_writes().mark(here.board.task(copy.TaskNum), TaskStatusEnum.DONE)
    await until(lambda: notice.id in closed)


async def test_a_task_that_a_colleague_took_too_is_told(here: Desk) -> None:
    """It names the colleague, and only to the one who took it: not to the person who has signed in since."""
    first, second = [each for each in here.board.open_tasks if each.UserNum != here.desk.user.user_num][:2]
    writes, client = here.desk.parts.task_writes(), here.desk.parts.client
    await here.desk.parts.user_names().load()
    for task in (first, second):
        await here.board.read_notes(task.TaskNum)
        await writes.take(task)
    await client.task_notes.create(TaskNum=first.TaskNum, UserNum=HANA, Note="Taken by HA")
    await here.board.read_notes(first.TaskNum)
    await until(lambda: any("both taken" in each for each in here.told()))
    words = next(each for each in here.told() if "both taken" in each)
    name, text = here.desk.parts.user_names().name(HANA), first.Descript.removesuffix(".")
    assert words == f'You and {name} have both taken "{text}". Agree on who does it.'
    staff = here.desk.parts.staff
    ben = next(each for each in staff.people.book.members if each != staff.signed_in)
    staff.enter(ben)
    await until(lambda: here.mine.notebook.user_num == ben.user_num)
    await client.task_notes.create(TaskNum=second.TaskNum, UserNum=HANA, Note="Taken by HA")
    await here.board.read_notes(second.TaskNum)
    await here.clock.sleep(3)
    assert len([each for each in here.told() if "both taken" in each]) == 1


async def test_own_writes_are_seen(here: Desk) -> None:
    """A task that she marks or adds a note to is read, and stays read when the office's row arrives."""
    task = next(each for each in here.board.open_tasks if here.mine.is_unread(each))
    await here.desk.parts.task_writes().note(task, "Called")
    await until(lambda: not here.mine.is_unread(task))
    await here.board.read_task(task.TaskNum)
    await here.board.read_notes(task.TaskNum)
    assert not here.mine.is_unread(task)


async def test_an_answer_to_an_own_task_is_told(here: Desk) -> None:
    """Somebody's note on a task of hers is told, also in a list that she doesn't follow; her own note is not."""
    me = here.desk.user.user_num
    task = next(each for each in here.board.open_tasks if each.UserNum == me)
    here.mine.follow(here.list_num, on=False)
    await here.board.read_notes(task.TaskNum)
    now = here.clock.now().replace(microsecond=0)
    here.board.apply_note(TaskNote(9001, task.TaskNum, me, now, "Please ask"))
    here.board.apply_note(TaskNote(9002, task.TaskNum, HANA, now, "Asked"))
    await until(lambda: len(here.told()) == 1)
    assert here.told()[0].startswith("New note on your task: ")
    assert here.mine.unread == 0
    here.mine.remind(task.TaskNum, here.clock.now() + timedelta(hours=1))
    here.mine.time_passed(new_day=False)
    await here.clock.sleep(3)
    assert len(here.told()) == 1


async def test_a_reminder_goes_along(here: Desk) -> None:
    """Handed on, the new task has her reminder, the old one none; undone it is the other way round again."""
    writes = here.desk.parts.task_writes()
    task = next(
        each
        for each in here.board.open_tasks
        if writes.can_hand_on(each).ok and here.mine.reminder(each.TaskNum) is None
    )
    at = here.clock.now() + timedelta(hours=2)
    here.mine.remind(task.TaskNum, at)
    target = next(each for each in here.board.lists if each != task.TaskListNum)
    await writes.hand_on(task, target, "")
    await until(lambda: here.mine.reminder(task.TaskNum) is None)
    (new,) = here.mine.notebook.kept.reminders
    assert (here.mine.reminder(new), here.board.task(new) is not None) == (at, True)
    notice = next(each for each in here.desk.notices.items if each.undo is not None)
    here.desk.notices.undo(notice.id)
    await until(lambda: here.mine.reminder(task.TaskNum) == at)
    assert here.mine.reminder(new) is None
