"""Changing what a task says, its priority and its attachment, and the text of a note."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.core.text import msg
from app.journal.entries import Intent, Wire
from app.services.writes.patients.change import changed_fields
from app.services.writes.patients.text_change import TextChange
from app.services.writes.tasks.rows import context_of, read_task, subject_of, title_of, topic_of
from app.services.writes.tasks.status import DONE, STATUS
from app.store.topics import Part, Topic
from app.wire.codec import wire_value
from app.wire.endpoint import Sender
from app.wire.resources.task_notes import TaskNote, TaskNotes
from app.wire.resources.tasks import Task, Tasks, TaskStatusEnum

KEY, KIND = "KeyNum", "ObjectType"


class TaskChange(TextChange):
    """Merges the text with what another user wrote meanwhile, or keeps both versions."""

    def applies(self, fields: Wire) -> Topic | None:
        """The task's topic."""
        return topic_of(fields)


class EditTask(TaskChange):
    """Also in offices that can't read a single task."""

    async def read(self, office: Sender, intent: Intent) -> Wire:
        """The task."""
        return await read_task(office, {**intent.context, **intent.arguments})


EDIT_TASK = EditTask(
    "task edit",
    Tasks.update,
    key="TaskNum",
    part=Part.TASKS,
    texts={"Descript": "task"},
    not_done=msg("Task not saved"),
)
EDIT_TASK_NOTE = TaskChange(
    "task note edit",
    TaskNotes.update,
    key="TaskNoteNum",
    part=Part.TASKS,
    whose="TaskNum",
    texts={"Note": "tasknote"},
    not_done=msg("Note not saved"),
)


def edit_task_intent(row: Task, changes: Mapping[str, Any], *, keeps_done: bool) -> Intent:
    """Change fields of a task as it was seen, by the wire's names. Raises CannotWrite if nothing is changed.

    `keeps_done`: a done task stays done when its text is changed; without being told, the office opens it again.
    """
    before, after = changed_fields(row, changes)
    sent = dict(after)
    if KEY in sent or KIND in sent:  # the office takes them together only
        now = {KEY: row.KeyNum, KIND: row.ObjectType.value}
        sent |= {name: wire_value(changes.get(name, value)) for name, value in now.items()}
    if keeps_done and row.TaskStatus is TaskStatusEnum.DONE and "Descript" in sent:
        sent[STATUS] = DONE
    return EDIT_TASK.intent(
        subject=subject_of(row.TaskNum),
        arguments={"TaskNum": row.TaskNum, **sent},
        before=before,
        after=after,
        context=context_of(row),
        words=msg("Task changed: {task}", task=title_of(row.Descript, row.DescriptOverride)),
    )


def edit_note_intent(row: TaskNote, text: str, task: Task) -> Intent:
    """Change the text of a note of a task. Raises CannotWrite if it is the same."""
    before, after = changed_fields(row, {"Note": text})
    return EDIT_TASK_NOTE.intent(
        subject=f"task_note:{row.TaskNoteNum}",
        arguments={"TaskNoteNum": row.TaskNoteNum, **after},
        before=before,
        after=after,
        context={"TaskNum": row.TaskNum},
        words=msg("Note changed in task: {task}", task=title_of(task.Descript, task.DescriptOverride)),
    )
