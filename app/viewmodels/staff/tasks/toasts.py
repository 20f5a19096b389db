"""Toasts about new tasks, due reminders, and tasks that were handed on or taken twice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial

from app.core.text import At, Shape, many
from app.domain.tasks.attached import one_line
from app.viewmodels.activity import NoticeAction
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.tasks.scopes import View
from app.viewmodels.translation import tr
from app.wire.resources.tasks import Task, TaskStatusEnum

SNOOZE = timedelta(minutes=10)
SHORT = 90
"""Letters of a task in a toast."""


class TaskToasts:
    """Several new tasks, or several reminders, are one toast."""

    def __init__(self, desk: DeskViewModel) -> None:
        self._desk = desk
        self._clock = desk.parts.clock
        self._board = desk.parts.tasks()
        self._mine = desk.parts.my_tasks()
        self._lasting: dict[int, Callable[[], bool]] = {}
        """By notice, whether what it tells of is still to be told."""
        desk.notices.closed.connect(self._lasting_ended)

    def tell_new(self, tasks: Sequence[Task]) -> None:
        """Tell of new tasks; a click opens the only one, or the screen."""
        if len(tasks) == 1:
            (task,) = tasks
            words = tr("New task in {list}: {text}", list=self._list(task), text=short(task))
            link = NoticeAction(tr("Open"), partial(self._desk.tasks.show, task.TaskNum))
        else:
            lists = ", ".join(dict.fromkeys(self._list(each) for each in tasks))
            words = tr(many("{n} new tasks: {lists}", "{n} new task: {lists}", len(tasks), lists=lists))
            link = NoticeAction(tr("Open"), partial(self._desk.tasks.show_view, View.INBOX))
        self._say(words, link, tasks)

    def tell_answered(self, tasks: Sequence[Task]) -> None:
        """Tell of other people's notes on her own tasks."""
        if len(tasks) == 1:
            words = tr("New note on your task: {text}", text=short(tasks[0]))
        else:
            words = tr(
                many("{n} of your tasks have new notes.", "{n} of your tasks has a new note.", len(tasks))
            )
        self._say(words, NoticeAction(tr("Open"), partial(self._desk.tasks.show, tasks[0].TaskNum)), tasks)

    def tell_due(self, due: Sequence[int]) -> None:
        """Tell of reminders, by TaskNum. The toast stays until it is closed, or all of them are done or put off."""
        first = self._board.task(due[0])
        if len(due) == 1 and first is not None:
            words = tr("Reminder: {text}", text=short(first))
        else:
            words = tr(many("{n} reminders are due.", "{n} reminder is due.", len(due)))
        actions = (
            NoticeAction(tr("Open"), partial(self._open, due)),
            NoticeAction(tr("Snooze"), partial(self._snooze, due)),
        )
        notice = self._desk.notices.say(words, kind="waiting", actions=actions)
        self._lasting[notice.id] = lambda: any(self._still_due(each) for each in due)

    def tell_two_copies(self, first: int, second: int) -> None:
        """Tell that one task has become two, by their TaskNums. The toast stays until one of them is done."""
        kept, spare = self._open_task(first), self._open_task(second)
        if kept is None or spare is None:
            return
        lists, text = (self._list(kept), self._list(spare)), short(spare)
        if lists[0] == lists[1]:
            words = tr(
                'Two desks handed on "{text}". {list} has it twice now. Mark the newer one done.',
                text=text,
                list=lists[0],
            )
        else:
            words = tr(
                'Two desks handed on "{text}". Keep it in {first}, and mark the one in {second} done.',
                text=text,
                first=lists[0],
                second=lists[1],
            )
        actions = (NoticeAction(tr("Open"), partial(self._desk.tasks.show, second)),)
        notice = self._desk.notices.say(words, kind="warning", actions=actions)
        self._lasting[notice.id] = lambda: all(map(self._open_task, (first, second)))

    def tell_two_takers(self, task_num: int, user_num: int) -> None:
        """Tell that another user has taken her task, too. The toast stays until the task is done."""
        task = self._open_task(task_num)
        if task is None:
            return
        who = self._desk.parts.user_names().name(user_num)
        words = tr(
            'You and {name} have both taken "{text}". Agree on who does it.', name=who, text=short(task)
        )
        actions = (NoticeAction(tr("Open"), partial(self._desk.tasks.show, task_num)),)
        notice = self._desk.notices.say(words, kind="warning", actions=actions)
        self._lasting[notice.id] = lambda: self._open_task(task_num) is not None

    def close_what_is_over(self) -> None:
        """Close the toasts of tasks that were seen, and of reminders that were put off, or whose tasks are done."""
        for notice_id in [each for each, lasts in self._lasting.items() if not lasts()]:
            self._desk.notices.close(notice_id)

    def _lasting_ended(self, notice_id: int) -> None:
        self._lasting.pop(notice_id, None)

    def _say(self, words: str, link: NoticeAction, tasks: Sequence[Task]) -> None:
        """A toast that is over once all of these have been seen."""
        notice = self._desk.notices.say(words, link=link)
        self._lasting[notice.id] = lambda: any(self._mine.is_unread(each) for each in tasks)

    def _still_due(self, task_num: int) -> bool:
        at = self._mine.reminder(task_num)
        return at is not None and at <= self._clock.now() and self._open_task(task_num) is not None

    def _open_task(self, task_num: int) -> Task | None:
        task = self._board.task(task_num)
        return task if task is not None and task.TaskStatus is not TaskStatusEnum.DONE else None

    def _list(self, task: Task) -> str:
        row = self._board.lists.get(task.TaskListNum)
        return row.Descript if row is not None else tr("a deleted list")

    def _snooze(self, due: Sequence[int]) -> None:
        at = self._clock.now() + SNOOZE
        for task_num in due:
            if self._still_due(task_num):
                self._mine.remind(task_num, at)
        self._desk.notices.say(tr("Snoozed until {time}.", time=At(at, Shape.TIME)))

    def _open(self, due: Sequence[int]) -> None:
        if len(due) == 1:
            self._desk.tasks.show(due[0])
        else:
            self._desk.tasks.show_view(View.REMINDERS)


def short(task: Task) -> str:
    """What a task is about, in one short line without a period."""
    return one_line(task.Descript, task.DescriptOverride, SHORT)
