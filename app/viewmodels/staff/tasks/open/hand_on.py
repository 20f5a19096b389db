"""Choosing the list that a task is handed on to."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.domain.tasks.tree import TaskTree
from app.domain.texts.folding import folded
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
SEPARATOR = " / "


class Target(Struct, frozen=True):
    """A list to hand a task on to."""

    list_num: int
    path: str
    """With the lists above it."""

    @property
    def name(self) -> str:
        """Without them."""
        return self.path.rpartition(SEPARATOR)[2]


class HandOnState(Struct, frozen=True):
    """What is entered. `task` None: it is closed."""

    task: Task | None = None
    typed: str = ""
    targets: tuple[Target, ...] = ()
    """The lists that match what is typed; before that the recent ones, then the others."""
    chosen: Target | None = None
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

    def recent_for(self, task: Task) -> tuple[Target, ...]:
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
            self._set(replace(self.state, chosen=target, typed=target.path, words=""))

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
        self._drafts[self._by, state.task.TaskNum] = replace(state, chosen=target, typed=target.path)
        self._set(HandOnState())
        self.send(state.task, target.list_num, state.note)

    def send(self, task: Task, list_num: int, note: str = "") -> None:
        """Hand a task on, and remember the list."""
        kept = self._kept
        before = [each for each in kept.get(TARGETS, ()) if each != list_num]
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

    def _recent(self, task: Task | None) -> tuple[Target, ...]:
        tree = TaskTree(self._desk.parts.tasks().lists)
        numbers = self._kept.get(TARGETS)
        kept = [each for each in numbers if isinstance(each, int)] if isinstance(numbers, list) else []
        own = task.TaskListNum if task is not None else 0
        return tuple(_target(tree, each) for each in kept if each in tree and each != own)

    def _targets(self, state: HandOnState) -> tuple[Target, ...]:
        if state.task is None:
            return ()
        tree, own = TaskTree(self._desk.parts.tasks().lists), state.task.TaskListNum
        every = [_target(tree, each) for each in _in_order(tree) if each != own]
        if state.chosen is None and state.typed.strip():
            return matching(every, state.typed)[:MOST_OFFERED]
        recent = self._recent(state.task)
        return (*recent, *(each for each in every if each not in recent))[:MOST_OFFERED]

    def _set(self, state: HandOnState) -> None:
        state = replace(state, targets=self._targets(state))
        if state != self.state:
            self.state = state
            self.changed.emit()


def matching(targets: Iterable[Target], typed: str) -> tuple[Target, ...]:
    """Those whose path has all typed words; first those whose own name begins with what is typed."""
    words = folded(typed).split()

    def place(target: Target) -> tuple[bool, bool]:
        name = folded(target.name)
        return not name.startswith(words[0]), words[0] not in name

    found = [each for each in targets if all(word in folded(each.path) for word in words)]
    return tuple(sorted(found, key=place))


def _in_order(tree: TaskTree) -> Sequence[int]:
    return [number for top in tree.children(0) for number in tree.with_below(top)]


def _target(tree: TaskTree, list_num: int) -> Target:
    return Target(list_num, SEPARATOR.join(tree.path(list_num)))
