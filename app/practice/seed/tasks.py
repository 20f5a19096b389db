"""Tasks of recent months: done, open, due today and overdue, with notes and history."""

from __future__ import annotations

import random
from typing import NamedTuple

from app.practice.schema.columns import NO_DATE, NO_TIME
from app.practice.schema.tasks import (
    task,
    taskancestor,
    taskhist,
    tasklist,
    tasknote,
    tasksubscription,
    taskunread,
)
from app.practice.seed import lists
from app.practice.seed import task_words as words
from app.practice.seed.around import Around
from app.practice.seed.office import USERS
from app.practice.seed.people.people import PATIENT
from app.practice.seed.rows import Rows, at, iso
from app.practice.seed.schedule import SCHEDULED

_NEW, _VIEWED, _DONE = range(3)
_NOTHING, _PATIENT, _APPOINTMENT = range(3)
_DAY = 1
_HOW_MANY = 180
_MORNING, _EVENING = 98, 205
_LATER = 126
"""10:30, soon after the time at which training begins."""
_COLUMNS = (
    "TaskListNum", "DateTask", "KeyNum", "Descript", "TaskStatus", "DateType", "ObjectType", "DateTimeEntry", "UserNum",
    "DateTimeFinished", "PriorityDefNum", "DateTimeOriginal", "SecDateTEdit", "DescriptOverride",
)  # fmt: skip
_STATUS, _FINISHED = _COLUMNS.index("TaskStatus"), _COLUMNS.index("DateTimeFinished")


class _Matter(NamedTuple):
    """What a task refers to."""

    list_num: int
    text: str
    object_type: int = _NOTHING
    key: int = 0


def task_rows(around: Around) -> list[Rows]:
    """The lists, their subscribers, and their tasks."""
    tree = Rows(tasklist, "Descript", "Parent", "ObjectType", "DateTimeEntry", "TaskListStatus")
    followed = Rows(tasksubscription, "UserNum", "TaskListNum")
    made = f"{iso(around.today - 725)} 08:30:00"
    for number, each in enumerate(words.LISTS, 1):
        tree.add(each.name, each.parent, each.object_type, made, each.archived)
        for user in each.users:
            followed.add(user, number)
    return [tree, followed, *_Tasks(around).all]


class _Tasks:
    """Collects the tasks."""

    def __init__(self, around: Around) -> None:
        self._dice: random.Random = around.dice("tasks")
        self._today = around.today
        self._rows = Rows(task, *_COLUMNS)
        self._history = Rows(taskhist, "UserNumHist", "DateTStamp", "IsNoteChange", "TaskNum", *_COLUMNS)
        self._notes = Rows(tasknote, "TaskNum", "UserNum", "DateTimeNote", "Note")
        self._ancestors = Rows(taskancestor, "TaskNum", "TaskListNum")
        self._unread = Rows(taskunread, "TaskNum", "UserNum")
        self._patients = [each.num for each in around.people if each.status == PATIENT and each.last_seen]
        self._coming = [
            each.num
            for each in around.visits
            if each.status == SCHEDULED and around.today < each.day <= around.today + 12
        ]
        self._priorities = [
            lists.number(lists.TASK_PRIORITIES, name)
            for name in ("Normal", "Normal", "Normal", "Low", "Urgent")
        ]
        ages = sorted((int(180 * self._dice.random() ** 3) + 1 for _ in range(_HOW_MANY)), reverse=True)
        for age in ages:
            self._add(self._matter(age), age)
        self._add_todays(around)

    @property
    def all(self) -> list[Rows]:
        """Everything collected."""
        return [self._rows, self._history, self._notes, self._ancestors, self._unread]

    def _matter(self, age: int) -> _Matter:
        dice = self._dice
        kind = dice.random()
        if kind < 0.5:
            number = dice.choice(tuple(words.ABOUT_A_PATIENT))
            text = dice.choice(words.ABOUT_A_PATIENT[number])
            return _Matter(number, text, _PATIENT, dice.choice(self._patients))
        if kind < 0.62 and age < 12 and self._coming:
            return _Matter(
                words.LABORATORY, dice.choice(words.ABOUT_A_VISIT), _APPOINTMENT, dice.choice(self._coming)
            )
        if kind < 0.8:
            return _Matter(dice.choice(words.INBOXES), dice.choice(words.INBOX))
        number = dice.choice([each for each in words.ABOUT_NOTHING if age > 120 or each != words.ARCHIVED])
        return _Matter(number, dice.choice(words.ABOUT_NOTHING[number]))

    def _add_todays(self, around: Around) -> None:
        """Last evening's tasks about appointments of today."""
        later = sorted(
            (each.slot, each.num)
            for each in around.visits
            if each.status == SCHEDULED and each.day == around.today and each.slot > _LATER
        )
        urgent = lists.number(lists.TASK_PRIORITIES, "Urgent")
        for (_, apt_num), (author, text) in zip(later[:: len(later) // 3 or 1], words.TODAY, strict=False):
            made = at(iso(around.today - 1), _EVENING)
            row = (
                words.LABORATORY, NO_DATE, apt_num, text, _NEW, 0, _APPOINTMENT,
                made, author, NO_TIME, urgent, made, made, "",
            )  # fmt: skip
            number = self._rows.add(*row)
            self._place(number, words.LABORATORY)
            self._leave_unread(number, words.LABORATORY, author)

    def _add(self, matter: _Matter, age: int) -> None:
        dice = self._dice
        made = at(iso(self._today - age), dice.randrange(_MORNING, _EVENING), dice.randrange(300))
        author = dice.randrange(1, len(USERS) + 1)
        archived = matter.list_num == words.ARCHIVED
        done = archived or dice.random() < (0.97 if age > 60 else 0.8 if age > 20 else 0.45)
        status = _DONE if done else dice.choice((_NEW, _NEW, _VIEWED))
        changed = self._later(age) if status else made
        day = self._day_for(status, age)
        row = (
            matter.list_num, day, matter.key, matter.text, status, _DAY if day != NO_DATE else 0, matter.object_type,
            made, author, changed if done else NO_TIME, dice.choice(self._priorities), made, changed, "",
        )  # fmt: skip
        at_first = list(row)
        at_first[_STATUS], at_first[_FINISHED] = _NEW, NO_TIME
        number = self._rows.add(*row)
        self._place(number, matter.list_num)
        if dice.random() < 0.4:
            self._note(number, at_first, made, changed)
        if status != _NEW:
            self._history.add(author, changed, 0, number, *at_first)
        else:
            self._leave_unread(number, matter.list_num, author)

    def _day_for(self, status: int, age: int) -> str:
        """The date of an open task: today, recent, or none."""
        chance = self._dice.random()
        if status == _DONE or chance > 0.6:
            return NO_DATE
        late = 0 if chance < 0.35 else self._dice.randrange(1, age + 1)
        return iso(self._today - late)

    def _later(self, age: int) -> str:
        """A time between the day a task was created and today."""
        day = self._today - self._dice.randrange(1, age + 1)
        return at(iso(day), self._dice.randrange(_EVENING, _EVENING + 20), self._dice.randrange(300))

    def _place(self, number: int, list_num: int) -> None:
        while list_num:
            self._ancestors.add(number, list_num)
            list_num = words.LISTS[list_num - 1].parent

    def _note(self, number: int, at_first: list[object], made: str, changed: str) -> None:
        """A few notes, each of which left a copy of the task in its history."""
        for _ in range(self._dice.choice((1, 1, 2, 3))):
            user, when = self._dice.randrange(1, len(USERS) + 1), self._dice.choice((made, changed))
            self._notes.add(number, user, when, self._dice.choice(words.NOTES))
            self._history.add(user, when, 1, number, *at_first)

    def _leave_unread(self, number: int, list_num: int, author: int) -> None:
        followers: set[int] = set()
        while list_num:
            followers.update(words.LISTS[list_num - 1].users)
            list_num = words.LISTS[list_num - 1].parent
        for user in sorted(followers - {author}):
            self._unread.add(number, user)
