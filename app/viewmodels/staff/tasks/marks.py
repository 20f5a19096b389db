"""Which appointments have open tasks, followed by the tasks that change, never by all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from app.core.text import NO_TEXT, Text
from app.domain.tasks.attached import newest_first, open_words
from app.store.tasks.board import TaskBoard
from app.store.tasks.changes import TaskChange
from app.wire.resources.tasks import Task, TaskObjectType, TaskStatusEnum


class TaskMarks(Mapping[int, Text]):
    """The open tasks of appointments as text, by AptNum. A text is made when it is asked for.

    `told` is called with the AptNums whose open tasks have changed; those of a patient may have, too.
    """

    def __init__(self, board: TaskBoard, told: Callable[[frozenset[int]], object]) -> None:
        self._board = board
        self._told = told
        self._places: dict[int, int] = {}
        """The appointment of each open task that has one."""
        self._marked: set[int] = set()
        self._take(task.TaskNum for task in board.open_tasks)
        self.close = board.watch(self._follow)
        """Stops following the board."""

    def __contains__(self, apt_num: object) -> bool:
        return apt_num in self._marked

    def __getitem__(self, apt_num: int) -> Text:
        if apt_num not in self._marked:
            raise KeyError(apt_num)
        return open_words(self._board.of_appointment(apt_num))

    def __iter__(self) -> Iterator[int]:
        return iter(self._marked)

    def __len__(self) -> int:
        return len(self._marked)

    def of_appointment(self, apt_num: int) -> tuple[Task, ...]:
        """The open tasks of an appointment, newest first."""
        return newest_first(self._board.of_appointment(apt_num))

    def of_patient(self, pat_num: int) -> tuple[Task, ...]:
        """The open tasks of a patient and of the patient's known appointments, newest first."""
        return newest_first(self._board.of_patient(pat_num))

    def words_of(self, pat_num: int) -> Text:
        """The same as text; empty: none."""
        tasks = self._board.of_patient(pat_num)
        return open_words(tasks) if tasks else NO_TEXT

    def _follow(self, change: TaskChange) -> None:
        if change.tasks:
            self._told(self._take(change.tasks))

    def _take(self, task_nums: Iterable[int]) -> frozenset[int]:
        """Look at these tasks again; returns the AptNums that they are or were attached to."""
        touched: set[int] = set()
        for task_num in task_nums:
            before, after = self._places.pop(task_num, 0), _place_of(self._board.task(task_num))
            if after:
                self._places[task_num] = after
            touched |= {before, after}
        touched.discard(0)
        for apt_num in touched:
            if self._board.of_appointment(apt_num):
                self._marked.add(apt_num)
            else:
                self._marked.discard(apt_num)
        return frozenset(touched)


def _place_of(task: Task | None) -> int:
    """The appointment that an open task is attached to; 0: none."""
    if (
        task is None
        or task.TaskStatus is TaskStatusEnum.DONE
        or task.ObjectType is not TaskObjectType.APPOINTMENT
    ):
        return 0
    return task.KeyNum
