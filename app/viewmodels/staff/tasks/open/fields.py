"""The text, short text and priority of the open task, edited in place."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QObject

from app.core.text import msg
from app.domain.tasks.thread import own_text
from app.journal.entries import Entry, Intent, Wire
from app.services.tasks.priorities import Priority
from app.services.writes.tasks.new import SHORT_LENGTH
from app.viewmodels.inline.edit import FieldSpec, InlineEditViewModel, Phase
from app.viewmodels.inline.kinds import Choice, ChoiceKind, TextKind
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.edit_group import EditGroup
from app.wire.resources.tasks import Task

TEXT, SHORT, PRIORITY = "Descript", "DescriptOverride", "PriorityDefNum"  # words: fields of a task
FIELDS = (
    FieldSpec(TEXT, msg("Text"), TextKind(required=True, is_long=True)),
    FieldSpec(SHORT, msg("Short text"), TextKind(longest=SHORT_LENGTH)),
    FieldSpec(PRIORITY, msg("Priority"), ChoiceKind(())),
)
ARGUMENTS = {TEXT: "text", SHORT: "short", PRIORITY: "priority"}
"""What each field is called by the write."""


class TaskFields(QObject):
    """What is typed when another task is opened is saved, as on the patient page; a collision shows both versions."""

    def __init__(
        self,
        desk: DeskViewModel,
        write: Callable[..., Awaitable[Entry]],
        parent: QObject | None = None,
    ) -> None:
        """`write` gets the task as it was seen, and one of `text`, `short` and `priority`."""
        super().__init__(parent)
        self._desk = desk
        self._write = write
        self._seen: dict[int, Task] = {}
        """By TaskNum: a save may begin after another one is open."""
        self._group = EditGroup(desk, self._prepare, _read, _leaves, self)
        for spec in FIELDS:
            self._group.add(spec, 0 if spec.id == PRIORITY else "")

    @property
    def edits(self) -> dict[str, InlineEditViewModel]:
        """The editors by the fields' names."""
        return self._group.edits

    @property
    def is_deciding(self) -> bool:
        """Whether both versions of an edit are shown."""
        return any(edit.state.phase is Phase.CONFLICT for edit in self.edits.values())

    def fill(self, task: Task, why_not: str) -> None:
        """Show a task's values; what is being typed stays."""
        self._seen[task.TaskNum] = task
        values = {name: getattr(task, name) for name in ARGUMENTS} | {TEXT: own_text(task.Descript)}
        self._group.fill(task.TaskNum, values, lambda _: why_not)

    def offer(self, priorities: tuple[Priority, ...], current: Priority | None) -> None:
        """These are the office's priorities; a hidden one that the task has is among them."""
        offered = priorities if current is None or current in priorities else (*priorities, current)
        kind = ChoiceKind(tuple(Choice(each.def_num, each.name) for each in offered))
        edit = self.edits[PRIORITY]
        if edit.spec.kind != kind and edit.state.phase is Phase.SHOWN:
            edit.spec = replace(edit.spec, kind=kind)
            edit.changed.emit()

    def leave(self) -> None:
        """No task is open: what is being typed is saved, or kept if it is no valid value."""
        self._group.leave()

    def _prepare(self, task_num: int, name: str, seen: Any) -> Callable[[Any], Awaitable[Entry]]:
        task = self._seen[task_num]
        behind = task.Descript[len(own_text(task.Descript)) :] if name == TEXT else ""
        if not behind:
            row = replace(task, **{name: seen})
            return lambda value: self._write(row, **{ARGUMENTS[name]: value})
        row = replace(task, Descript=seen + behind)
        return lambda value: self._write(row, text=value + behind)


def _read(name: str, wire: Wire) -> Any:
    """A field's value; of the text without the history that older offices have behind it."""
    if name == PRIORITY:
        return int(wire.get(name, 0))
    return own_text(wire.get(name, "")) if name == TEXT else wire.get(name, "")


def _leaves(intent: Intent, task_num: int, name: str) -> Wire | None:
    """The fields that an edit of this task leaves."""
    changes = intent.arguments.get("TaskNum") == task_num and name in intent.after
    return {**intent.before, **intent.after} if changes else None
