"""The tasks of the person at the desk: the lists she follows, what she has seen, and her reminders."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime

from msgspec import Struct

from app.core.clock import Clock
from app.core.observers import Observers
from app.domain.tasks.reminders import Reminder, is_due, is_overdue
from app.services.tasks.due import DueTasks
from app.services.tasks.notebook import Notebook
from app.services.tasks.tally import Tally
from app.store.tasks.board import TaskBoard
from app.store.tasks.changes import Standing, TaskChange
from app.wire.resources.tasks import Task, TaskStatusEnum


class MyChange(Struct, frozen=True):
    """What may be shown otherwise now."""

    tasks: frozenset[int] = frozenset()
    """TaskNums that are read or unread now, or have another reminder."""
    everything: bool = False
    """Another person, other followed lists, or another tree."""


class MyTasks:
    """Nothing is followed or seen before the first `load`. Questions are answered from memory; nothing here waits."""

    def __init__(self, board: TaskBoard, notebook: Notebook, clock: Clock) -> None:
        self._board = board
        self._clock = clock
        self._tally = Tally(board, notebook, clock)
        self._due = DueTasks(board, notebook, clock, self._tally.dated, self.concerns)
        self._observers = Observers[MyChange]()
        self.notebook = notebook
        """What is kept on disk; the screen's choices are in its `kept.choices`."""
        notebook.on_read = self._start_over
        self.load = notebook.load
        """Switches to a person's own; 0: nobody is signed in, and it belongs to the PC."""
        self.close = board.watch(self._follow_board)
        """Stops following the board."""

    def watch(self, watcher: Callable[[MyChange], object]) -> Callable[[], None]:
        """Call back after each change. Returns a function that unsubscribes."""
        return self._observers.add(watcher)

    # --- followed lists ------------------------------------------------------------------------------------

    @property
    def followed(self) -> Collection[int]:
        """The TaskListNums that were chosen."""
        return self.notebook.kept.followed

    def follows(self, list_num: int) -> bool:
        """Whether a list's tasks are in the inbox: it is followed, or one above it is."""
        return self._tally.counts.covers(list_num)

    def concerns(self, task: Task) -> bool:
        """Whether a new note of a task is news for her: it is open, and hers or in a list that she follows."""
        mine = task.UserNum == self.notebook.user_num != 0
        return task.TaskStatus is not TaskStatusEnum.DONE and (mine or self.follows(task.TaskListNum))

    def follow(self, list_num: int, *, on: bool) -> None:
        """Follow a list and those below it, or don't any more. 0: only remember that the choice was made."""
        self.choose({*self.followed, list_num} - {0} if on else {*self.followed} - {list_num})

    def choose(self, list_nums: Collection[int]) -> None:
        """Follow these lists and those below them, and no others."""
        kept = self.notebook.kept
        kept.chosen, kept.followed = True, set(list_nums)
        self._tally.counts.follow(kept.followed)
        self._due.again()
        self.notebook.changed()
        self._observers.notify(MyChange(everything=True))

    # --- unread --------------------------------------------------------------------------------------------

    @property
    def unread(self) -> int:
        """Unread tasks of the inbox."""
        return self._tally.counts.inbox

    def unread_in(self, list_num: int) -> int:
        """Unread tasks of a list and those below it."""
        return self._tally.counts.in_list(list_num)

    def is_unread(self, task: Task) -> bool:
        """Whether there is something in a task that she has not seen."""
        return task.TaskNum in self._tally.counts

    def see(self, *task_nums: int, own: bool = False) -> None:
        """She sees these tasks with all that is known of them. `own`: she has just written to them herself."""
        changed = self._tally.see(task_nums, own=own)
        if changed:
            self._observers.notify(MyChange(frozenset(changed)))

    # --- due -----------------------------------------------------------------------------------------------

    def remind(self, task_num: int, at: datetime | None, *, rung: bool = False) -> None:
        """Set her reminder to the office's time `at`, or again to a later one; None: remove it. `rung`: she knows."""
        reminders = self.notebook.kept.reminders
        if at is not None:
            reminders[task_num] = Reminder(at, rung)
        elif reminders.pop(task_num, None) is None:
            return
        self._due.look_at([task_num])
        self.notebook.changed()
        self._observers.notify(MyChange(frozenset({task_num})))

    def reminder(self, task_num: int) -> datetime | None:
        """When she will be reminded, or was; None: no reminder is set."""
        found = self.notebook.kept.reminders.get(task_num)
        return found.at if found is not None else None

    def is_overdue(self, task: Task, now: datetime) -> bool:
        """Whether a task's reminder or its own date is past. A reminder to come puts the date off."""
        return is_overdue(task, self.notebook.kept.reminders.get(task.TaskNum), now)

    def due_today(self, task: Task) -> bool:
        """Whether a task is due today, or was before: by her reminder, or by the office's if it concerns her."""
        own = self.notebook.kept.reminders.get(task.TaskNum)
        return is_due(task, own, self._clock.now().date()) and (own is not None or self.concerns(task))

    def due(self, *, hers: bool = False) -> tuple[int, ...]:
        """TaskNums of what is due today or was before, longest overdue first. `hers`: only what concerns her."""
        return self._due.numbers(hers=hers)

    def due_count(self, *, hers: bool = False) -> int:
        """How many these are."""
        return self._due.count(hers=hers)

    def time_passed(self, *, new_day: bool) -> None:
        """Reminders are due now that were not before; `new_day`: dates of the office may be overdue, too."""
        found = () if new_day else self.due()
        self._observers.notify(MyChange(frozenset(found), everything=new_day))

    # --- following the board -------------------------------------------------------------------------------

    def _follow_board(self, change: TaskChange) -> None:
        changed = self._tally.follow(change)
        self._due.look_at(change.tasks)
        if change.lists:
            self._due.again()
        if changed or change.lists:
            self._observers.notify(MyChange(frozenset(changed), everything=change.lists))
        if not change.tasks and not change.notes and is_complete(self._board):
            still_open, done = self._board.open_tasks, self._board.done_tasks
            self.notebook.forget({each.TaskNum for each in still_open}, {each.TaskNum for each in done})

    def _start_over(self) -> None:
        """Another person's, or what the disk told late."""
        self._tally.again()
        self._due.again()
        self._observers.notify(MyChange(everything=True))


def is_complete(board: TaskBoard) -> bool:
    """Whether all open tasks are known: what is not among them is done or deleted."""
    return board.standing is Standing.READY and board.why is None
