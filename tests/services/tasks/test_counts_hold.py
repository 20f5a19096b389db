"""Whatever happens, the unread counts that are kept by change are those of a full count."""

from __future__ import annotations

import random
from collections import Counter
from datetime import timedelta
from typing import Any

from msgspec.structs import replace

from app.domain.tasks.reminders import is_due
from app.domain.tasks.tree import LOST, TaskTree
from app.domain.tasks.unread import is_unread, without_mark
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


class Anything:
    """Changes that people and the office make, by dice."""

    def __init__(self, here: Here, seed: int) -> None:
        self.dice, self.board, self.mine, self.clock = random.Random(seed), here.board, here.mine, here.clock
        self.numbers = 0

    def change_tree(self) -> None:
        """A list is added, moved, or removed; some end up below each other."""
        lists = self.board.reading.lists
        if lists and self.dice.random() < 0.4:
            lists.pop(self.dice.choice(list(lists)))
        else:
            number = self.dice.choice(LISTS[1:])
            lists[number] = TaskList(number, Parent=self.dice.choice(LISTS), Descript=f"{number}")
        self.board._tell(TaskChange(lists=True))

    def change_task(self) -> None:
        """A task is added, changed, viewed, done, moved to another list, or deleted."""
        dice, number, now = self.dice, self.dice.choice(TASKS), self.clock.now()
        row = self.board.task(number)
        if row is None:
            row = Task(number, dice.choice(LISTS), UserNum=dice.choice(PEOPLE), DateTimeOriginal=now)
        elif dice.random() < 0.1:
            self.board.named.drop([number])
            return
        more: dict[str, Any] = {
            "TaskListNum": dice.choice((row.TaskListNum, dice.choice(LISTS))),
            "DateTask": dice.choice((None, now.date(), now.date() + timedelta(days=1))),
            "Descript": dice.choice("ab"),
        }
        row = replace(row, TaskStatus=dice.choice(STATUS), SecDateTEdit=now, **more)
        self.board.named.take([row], self.board._rows.moment())

    def add_note(self) -> None:
        """Somebody's note is read."""
        self.numbers += 1
        number = self.dice.choice(TASKS)
        note = TaskNote(self.numbers, number, self.dice.choice(PEOPLE), self.clock.now(), "Called")
        if self.board.task(number) is not None:
            self.board._notes._store(number, (*(self.board.notes(number) or ()), note))

    def do_hers(self) -> None:
        """She sees a task, sets a reminder, or follows a list."""
        dice, number = self.dice, self.dice.choice(TASKS)
        match dice.randrange(3):
            case 0:
                self.mine.see(number, own=dice.random() < 0.3)
            case 1:
                at = self.clock.now() + timedelta(hours=dice.randrange(-30, 30))
                self.mine.remind(number, dice.choice((None, at)))
            case _:
                self.mine.follow(dice.choice((*LISTS, LOST)), on=dice.random() < 0.5)


async def test_counts_by_change_equal_a_full_count(here: Here) -> None:
    """Thousands of changes of tasks, notes, the tree, followed lists, seen tasks, reminders, days and persons."""
    anything, board, mine = Anything(here, seed=5), here.board, here.mine
    changes = (anything.change_tree, anything.change_task, anything.add_note, anything.do_hers)
    for step in range(STEPS):
        anything.dice.choices(changes, (1, 2, 1, 2))[0]()
        await here.clock.advance(anything.dice.choice((0, 0, 1, 3, 900)))
        if step % 97 == 0:
            await mine.load(anything.dice.choice(PEOPLE))
        if step % 20 == 0:
            counts, inbox, due = full_count(mine, board)
            shown = (*board.lists, LOST)
            assert {each: mine.unread_in(each) for each in shown} == {each: counts[each] for each in shown}
            assert (mine.unread, set(mine.due())) == (inbox, due)
            assert {each.TaskNum for each in board.tasks if mine.is_unread(each)} == set(mine._tally.counts)
