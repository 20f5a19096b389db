"""The search in tasks: over their texts, the notes read so far, patients, lists and authors."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer

from app.domain.tasks.search import TaskSearch
from app.viewmodels.staff.tasks.facts import TaskFacts

AT_ONCE = 100
"""Tasks prepared between two events."""


class TaskSearching(QObject):
    """Prepared while nothing else happens, so that the first key is as fast as any."""

    def __init__(self, facts: TaskFacts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._facts = facts
        self._nameless: set[int] = set()
        """Tasks that were indexed before their patient was known."""
        self._search = TaskSearch(self._text)
        self._search.put(task.TaskNum for task in facts.board.tasks)
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._prepare)

    def prepare(self) -> None:
        """A search may come."""
        self._idle.start()

    def put(self, task_nums: Iterable[int]) -> None:
        """These tasks are new, gone, or their texts have changed."""
        changed = set(task_nums)
        known = {each for each in changed if self._facts.board.task(each) is not None}
        self._search.put(known)
        self._search.drop(changed - known)

    def put_all(self) -> None:
        """All texts may be others, as when the users' names are known."""
        self._search.put(task.TaskNum for task in self._facts.board.tasks)
        self._idle.start()

    def find(self, text: str) -> set[int]:
        """The tasks that contain all words of a text."""
        return self._search.find(text)

    def begin(self) -> None:
        """A search begins: patients who became known meanwhile can be found by name."""
        self._search.put([each for each in self._nameless if not self._lacks_name(each)])

    def _text(self, task_num: int) -> str:
        (self._nameless.add if self._lacks_name(task_num) else self._nameless.discard)(task_num)
        return self._facts.text(task_num)

    def _lacks_name(self, task_num: int) -> bool:
        task = self._facts.board.task(task_num)
        return task is not None and bool(task.KeyNum) and self._facts.subjects.person(task) is None

    def _prepare(self) -> None:
        if not self._search.prepare(AT_ONCE):
            self._idle.stop()
