"""Choosing the list that a task is handed on to."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.domain.tasks.find_lists import NamedList, find_lists, named_lists
from app.sealed.errors import LocalStoreError
from app.services.people.authority import NotAllowed
from app.services.writes.errors import CannotWrite
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.translation import tr
from app.wire.resources.tasks import Task

TARGETS, TOLD = "hand on", "hand on explained"  # words: names of what a person keeps
MOST_RECENT = 4
"""Lists that a person handed tasks on to last, kept and offered first."""
MOST_OFFERED = 6


class HandOnState(Struct, frozen=True):
    """What is entered. `task` None: it is closed."""

    task: Task | None = None
    typed: str = ""
    targets: tuple[NamedList, ...] = ()
    """The lists that match what is typed; before that the recent ones, then the others."""
    chosen: NamedList | None = None
    note: str = ""
    """What those who get it should know."""
    explains: bool = False
    """Whether to say once how it works."""
    words: str = ""
    """What is missing."""


class HandOn(QObject):
    """`changed`: the state changed."""

    changed = Signal()

    def __init__(
        self,
        desk: DeskViewModel,
        send: Callable[[Task, int, str], Awaitable[None]],
        parent: QObject | None = None,
    ) -> None:
        """`send` gets the task, the TaskListNum and the note, and raises as writes do."""
        super().__init__(parent)
        self._desk = desk
        self._send = send
        self._drafts: dict[tuple[int, int], HandOnState] = {}
        """By person and task."""
        self._by = 0
        """Who began."""
        self.state = HandOnState()

    def recent_for(self, task: Task) -> tuple[NamedList, ...]:
        """The lists that were handed on to last, without the task's own."""
        return self._recent(task)

    def open(self, task: Task) -> None:
        """Begin, or go on with what was entered for this task."""
        self.close()
        fresh = HandOnState(task, explains=not self._kept.get(TOLD, False))
        self._by = self._desk.user.user_num
        self._set(replace(self._drafts.pop((self._by, task.TaskNum), fresh), task=task, words=""))

    def close(self) -> None:
        """Close it. What was entered is kept for this task."""
        state = self.state
        if state.task is None:
            return
        if state.note.strip() or state.chosen is not None:
            self._drafts[self._by, state.task.TaskNum] = state
        self._set(HandOnState())

    def type_text(self, text: str) -> None:
        """Look for a list."""
        self._set(replace(self.state, typed=text, chosen=None, words=""))

    def choose(self, place: int) -> None:
        """Choose one of the offered lists."""
        if 0 <= place < len(self.state.targets):
            target = self.state.targets[place]
            self._set(replace(self.state, chosen=target, typed=target.shown, words=""))

    def write(self, note: str) -> None:
        """Keep the note."""
        self._set(replace(self.state, note=note, words=""))

    def confirm(self) -> None:
        """Hand it on to the chosen list, else to the only or first one that matches what is typed."""
        state = self.state
        if state.task is None:
            return
        target = state.chosen or next(iter(state.targets), None)
        if target is None:
            self._set(replace(state, words=tr("No list has this name.")))
            return
        if state.chosen is None and not state.typed.strip():
            self._set(replace(state, words=tr("Choose a list first.")))
            return
        self._drafts[self._by, state.task.TaskNum] = replace(state, chosen=target, typed=target.shown)
        self._set(HandOnState())
        self.send(state.task, target.list_num, state.note)

    def send(self, task: Task, list_num: int, note: str = "") -> None:
        """Hand a task on, and remember the list."""
        kept = self._kept
        before = [each for each in self._usual if each != list_num]
        kept[TARGETS] = [list_num, *before][:MOST_RECENT]
        kept[TOLD] = True
        self._desk.parts.my_tasks().notebook.changed()
        self._desk.parts.scope.start(self._work(task, list_num, note), "hand on")
        self.changed.emit()

    async def _work(self, task: Task, list_num: int, note: str) -> None:
        """What was entered is kept until it is in the journal."""
        key = self._desk.user.user_num, task.TaskNum
        draft = self._drafts.get(key)
        try:
            await self._send(task, list_num, note)
        except (ApiError, LocalStoreError, CannotWrite, NotAllowed) as error:
            self._desk.fail(error)
            return
        if self._drafts.get(key) is draft:
            self._drafts.pop(key, None)

    @property
    def _kept(self) -> dict[str, Any]:
        return self._desk.parts.my_tasks().notebook.kept.choices

    def _recent(self, task: Task | None) -> tuple[NamedList, ...]:
        usual = self._usual
        found = [each for each in self._lists(task) if each.list_num in usual]
        return tuple(sorted(found, key=lambda each: usual.index(each.list_num)))

    @property
    def _usual(self) -> list[int]:
        """The TaskListNums that were handed on to last."""
        kept = self._kept.get(TARGETS)
        return [each for each in kept if isinstance(each, int)] if isinstance(kept, list) else []

    def _lists(self, task: Task | None) -> list[NamedList]:
        own = task.TaskListNum if task is not None else 0
        return [each for each in named_lists(self._desk.parts.tasks().lists) if each.list_num != own]

    def _targets(self, state: HandOnState) -> tuple[NamedList, ...]:
        if state.task is None:
            return ()
        typed = state.typed if state.chosen is None else ""
        return tuple(find_lists(self._lists(state.task), typed, self._usual)[:MOST_OFFERED])

    def _set(self, state: HandOnState) -> None:
        state = replace(state, targets=self._targets(state))
        if state != self.state:
            self.state = state
            self.changed.emit()
