"""Marking a task viewed, done, or open again."""

from __future__ import annotations

from app.api.errors import NotFound
from app.core.text import Text, msg
from app.journal.entries import Entry, Intent, Wire
from app.journal.kinds import Check, Checked, Proof, ReadBack
from app.services.writes.change import Change
from app.services.writes.tasks.rows import context_of, read_task, subject_of, title_of, topic_of
from app.services.writes.words import ASK_GONE
from app.store.topics import Part, Topic
from app.wire.endpoint import Sender
from app.wire.resources.tasks import Task, Tasks, TaskStatusEnum

STATUS, DONE = "TaskStatus", TaskStatusEnum.DONE.value
BEGUN = msg("Task not marked: another user has seen it, and may have begun.")
DONE_BY_ANOTHER = msg("Another user has already marked it done.")


class SetTaskStatus(Change):
    """What another user did meanwhile stands against none of them: the task is open, viewed or done for everyone.

    Only a task that was seen done is opened again: one that was done since it was seen stays done.
    """

    async def read(self, office: Sender, intent: Intent) -> Wire:
        """The task."""
        return await read_task(office, {**intent.context, **intent.arguments})

    async def read_back(self, office: Sender, entry: Entry) -> ReadBack:
        """Done if the task is as wanted, or done by another user; else it was not done, whoever changed it since."""
        try:
            row = await self.read(office, entry.intent)
        except NotFound:
            return ReadBack(Proof.UNCLEAR, words=ASK_GONE)
        is_met = self.compare(entry.intent, row).verdict is Check.ALREADY
        return ReadBack(Proof.DONE if is_met else Proof.NOT_DONE, row)

    def applies(self, fields: Wire) -> Topic | None:
        """The task's topic."""
        return topic_of(fields)

    def compare(self, intent: Intent, row: Wire) -> Checked:
        """Whether anything is left to do."""
        wanted, now, seen = intent.after[STATUS], row[STATUS], intent.before.get(STATUS)
        if now == wanted or (seen == DONE and now != DONE):
            return Checked(Check.ALREADY, row)
        if now == DONE and seen != DONE:
            return Checked(Check.ALREADY, row, DONE_BY_ANOTHER)
        if seen not in (None, DONE, now):
            return Checked(Check.CONFLICT, row, BEGUN)
        return Checked(Check.CLEAR, row)


SET_TASK_STATUS = SetTaskStatus(
    "task status", Tasks.update, key="TaskNum", part=Part.TASKS, not_done=msg("Task not marked")
)


def mark_intent(row: Task, status: TaskStatusEnum) -> Intent:
    """Mark a task as it was seen. From done, viewed and new open it again."""
    reopens = row.TaskStatus is TaskStatusEnum.DONE and status is not TaskStatusEnum.DONE
    return SET_TASK_STATUS.intent(
        subject=subject_of(row.TaskNum),
        arguments={"TaskNum": row.TaskNum, STATUS: status.value},
        before={STATUS: DONE} if reopens else {},
        after={STATUS: status.value},
        context=context_of(row),
        words=_words(status, title_of(row.Descript, row.DescriptOverride), reopens=reopens),
    )


def closing_intent(row: Wire, words: Text, undone: Entry) -> Intent:
    """Mark a new task done because the write that made it is undone; refused once another user has seen the task."""
    return SET_TASK_STATUS.intent(
        subject=subject_of(row["TaskNum"]),
        arguments={"TaskNum": row["TaskNum"], STATUS: DONE},
        before={STATUS: TaskStatusEnum.NEW.value},
        after={STATUS: DONE},
        context={name: row[name] for name in ("TaskListNum", "DateTimeOriginal") if name in row},
        words=words,
        whose=undone.intent.whose,
        undo_of=undone.id,
    )


def _words(status: TaskStatusEnum, title: str, *, reopens: bool) -> Text:
    if reopens:
        return msg("Task reopened: {task}", task=title)
    match status:
        case TaskStatusEnum.DONE:
            return msg("Task done: {task}", task=title)
        case TaskStatusEnum.VIEWED:
            return msg("Task viewed: {task}", task=title)
        case _:
            return msg("Task marked new: {task}", task=title)
