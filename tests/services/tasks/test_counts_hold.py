"""Whatever happens, the unread counts that are kept by change are those of a full count."""

from __future__ import annotations

import random
from collections import Counter
from datetime import timedelta

from msgspec.structs import replace

from app.domain.tasks.tree import LOST, TaskTree
from app.domain.tasks.unread import is_unread, without_mark
from app.domain.tasks.reminders import is_due
from app.services.tasks.mine import MyTasks
from app.store.tasks.board import TaskBoard
from app.store.tasks.changes import TaskChange
from app.wire.resources.task_lists import TaskList
from app.wire.resources.task_notes import TaskNote
from app.wire.resources.tasks import Task, TaskStatusEnum
from tests.services.tasks.test_mine import Here, here

__all__ = ["here"]
STEPS, LISTS, TASKS, PEOPLE = 2_000, range(12), range(1, 80), (0, 3, 4)
STATUS = list(TaskStatusEnum)


def full_count(mine: MyTasks, board: TaskBoard) -> tuple[Counter[int], int, set[int]]:
    """Unread tasks of each list with those below, of the inbox, and what is due: all tasks are looked at."""
    kept, tree, counts, inbox = mine.notebook.kept, TaskTree(board.lists), Counter[int](), 0
    for task in board.tasks:
        home = tree.home(task.TaskListNum)
        line = [home, *tree.above(home)]
        seen = kept.seen.get(task.TaskNum)
        news = without_mark(task, kept.viewed.get(task.TaskNum))
        if is_unread(news, board.notes(task.TaskNum), mine.notebook.user_num, seen, kept.since):
            counts.update(line)
            inbox += any(each in kept.followed for each in (task.TaskListNum, *line))
    today = mine._clock.now().date()
    due = {task.TaskNum for task in board.tasks if is_due(task, kept.reminders.get(task.TaskNum), today)}
    return counts, inbox, due


async def test_counts_by_change_equal_a_full_count(here: Here) -> None:
    """Thousands of changes of tasks, notes, the tree, followed lists, seen tasks, reminders, days and persons."""
    dice, board, mine, clock = random.Random(5), here.board, here.mine, here.clock
    numbers = 0

    def change_tree() -> None:
        lists = board.reading.lists
        if lists and dice.random() < 0.4:
            lists.pop(dice.choice(list(lists)))
        else:
            number = dice.choice(LISTS[1:])
            lists[number] = TaskList(number, Parent=dice.choice(LISTS), Descript=f"{number}")
        board._tell(TaskChange(lists=True))

    def change_task() -> None:
        number, now = dice.choice(TASKS), clock.now()
        row = board.task(number)
        if row is None:
            row = Task(number, dice.choice(LISTS), UserNum=dice.choice(PEOPLE), DateTimeOriginal=now)
        elif dice.random() < 0.1:
            board.named.drop([number])
            return
        fields = {
            "TaskListNum": dice.choice((row.TaskListNum, dice.choice(LISTS))),
            "DateTask": dice.choice((None, now.date(), now.date() + timedelta(days=1))),
            "Descript": dice.choice("ab"),
        }
        row = replace(row, TaskStatus=dice.choice(STATUS), SecDateTEdit=now, **fields)
        board.named.take([row], board._rows.moment())

    def add_note() -> None:
        nonlocal numbers
        numbers += 1
        number = dice.choice(TASKS)
        note = TaskNote(numbers, number, dice.choice(PEOPLE), clock.now(), "Called")
        if board.task(number) is not None:
            board._notes._store(number, (*(board.notes(number) or ()), note))

    def hers() -> None:
        number = dice.choice(TASKS)
        match dice.randrange(3):
            case 0:
                mine.see(number, own=dice.random() < 0.3)
            case 1:
                mine.remind(
                    number, dice.choice((None, clock.now() + timedelta(hours=dice.randrange(-30, 30))))
                )
            case _:
                mine.follow(dice.choice((*LISTS, LOST)), on=dice.random() < 0.5)

    for step in range(STEPS):
        dice.choice((change_tree, change_task, change_task, add_note, hers, hers))()
        await clock.advance(dice.choice((0, 0, 1, 3, 900)))
        if step % 97 == 0:
            await mine.load(dice.choice(PEOPLE))
        if step % 20 == 0:
            counts, inbox, due = full_count(mine, board)
            assert {each: mine.unread_in(each) for each in (*board.lists, LOST)} == {
                each: counts[each] for each in (*board.lists, LOST)
            }
            assert mine.unread == inbox
            assert set(mine.due()) == due
            assert {each.TaskNum for each in board.tasks if mine.is_unread(each)} == set(mine._tally.counts)
