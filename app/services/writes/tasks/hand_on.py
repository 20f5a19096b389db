"""Handing a task on to another list.

The API can't move a task, so there are three writes: a new task in the other list, the history as its first note, and
the old task done. Each is sent once the one before it is done, also by the next run of the program.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from app.api.errors import ApiError, NotSent, TooManyRequests
from app.core.text import msg
from app.domain.tasks.thread import Handover, Line, joined, own_text, read_handover, thread, write_handover
from app.journal.entries import Author, Entry, Intent, Wire
from app.journal.kinds import Check, Checked, ReadBack
from app.services.patients.note_text import text_with_breaks
from app.services.writes.again import AGAIN, EQUALS
from app.services.writes.reading import moment, tidy
from app.services.writes.steps import with_steps
from app.services.writes.tasks.new import A_DAY, AddTask
from app.services.writes.tasks.note import AT, AddTaskNote
from app.services.writes.tasks.rows import context_of, find_task, subject_of, title_of
from app.services.writes.tasks.status import DONE, STATUS, SetTaskStatus, closing_intent
from app.store.topics import Part
from app.wire.codec import wire_row, wire_value
from app.wire.endpoint import Sender
from app.wire.resources.task_notes import TaskNotes
from app.wire.resources.tasks import Task, Tasks, TaskStatusEnum
from app.wire.resources.userods import Userods

FROM = "from"  # words: a key of an intent
"""In an intent's context: the task that is handed on, as `Source`."""
AS_NOTE = "as note"  # words: a key of an intent
"""In an intent's context: whether the history follows as a note; else it stands behind the new task's text."""
NEW_ROW = "new row"  # words: a key of an intent
"""In an intent's context: what `read_task` needs to find the new task, besides its number."""
SENT = "sent text"  # words: a key of an entry
"""In the check's result: the text that was sent."""
DONE_MEANWHILE = msg("Task not handed on: another user has just done it, or handed it on.")
COPIED = ("PriorityDefNum", "KeyNum", "ObjectType", "DescriptOverride")
"""What the new task has of the old one, besides its text."""


class Source(Struct, frozen=True):
    """The task that is handed on, and by whom."""

    task_num: int
    row: Wire
    """What `read_task` needs to find it, besides its number."""
    user_num: int
    """Who wrote it."""
    carried: str
    """Its text, if that has a handover."""
    list_name: str
    to_name: str
    who: str
    words: str = ""
    names: dict[str, str] = {}
    """The users that were known when it was handed on, by UserNum."""
    seen_done: bool = False

    def name(self, user_num: int) -> str:
        """A user's name."""
        return (
            self.names.get(str(user_num)) or f"User {user_num}"
        )  # words: a stand-in for a name in Open Dental

    def handover(self, lines: Iterable[Line] = ()) -> Handover:
        """What the new task says about it."""
        return Handover(self.task_num, self.list_name, self.to_name, self.who, self.words, tuple(lines))

    async def read(self, office: Sender) -> Task:
        """The task as it is now. Raises the client's ApiErrors."""
        return await find_task(office, {**self.row, "TaskNum": self.task_num})

    async def knowing(self, office: Sender, user_nums: Iterable[int]) -> Source:
        """With the names of these users, if the office tells them."""
        if all(f"{number}" in self.names for number in user_nums):
            return self
        try:
            users = list(await Userods(office).list(includeHidden=True))
        except (NotSent, TooManyRequests):
            raise
        except ApiError:
            return self
        read = {f"{user.UserNum}": user.UserName for user in users if user.UserName.strip()}
        return replace(self, names={**read, **self.names})


class HandOn(AddTask):
    """The new task. Its text, priority and attachment are those of the old one when it is sent."""

    undone_by_steps = True

    async def check(self, office: Sender, intent: Intent) -> Checked:
        """Read the old task. Refused if another user has done it, or handed it on, since it was seen."""
        found = await super().check(office, intent)
        if found.verdict is Check.ALREADY:
            return found
        source = source_of(intent)
        old = await source.read(office)
        may_be_done = source.seen_done or source.task_num in intent.context[EQUALS]
        if old.TaskStatus is TaskStatusEnum.DONE and not may_be_done:
            return Checked(Check.CONFLICT, wire_row(old), DONE_MEANWHILE)
        source = await source.knowing(office, () if intent.context[AS_NOTE] else (old.UserNum,))
        text = await text_with_breaks(office, "task", "TaskNum", old.TaskNum, "Descript")
        whole = text if text is not None and tidy(text) == tidy(old.Descript) else old.Descript
        copy = _copy(old, whole, source, as_note=intent.context[AS_NOTE])
        kept = {name: value for name, value in intent.arguments.items() if name not in COPIED}
        after = {**intent.after, "Descript": copy["Descript"]}
        new = replace(intent, arguments={**kept, **copy}, after=after)
        return Checked(Check.CLEAR, {self.known: [], SENT: copy["Descript"]}, intent=new)

    async def read_back(self, office: Sender, entry: Entry) -> ReadBack:
        """By the text that was sent."""
        after = {
            **entry.intent.after,
            "Descript": (entry.seen or {}).get(SENT, entry.intent.after["Descript"]),
        }
        return await super().read_back(office, replace(entry, intent=replace(entry.intent, after=after)))

    def undo(self, entry: Entry) -> Intent | None:
        """None: the last step's undo undoes all of it."""
        return None


class AddHistory(AddTaskNote):
    """The first note of the new task. It is written when it is sent, so that no note of the old one is missing."""

    async def check(self, office: Sender, intent: Intent) -> Checked:
        """Read the old task's notes. The new one has none, unless this was refused before and came late."""
        found = Checked(Check.CLEAR, {self.known: []})
        if intent.context.get(AGAIN):
            found = await super().check(office, intent)
        if found.verdict is not Check.CLEAR:
            return found
        source = source_of(intent)
        text = write_handover(source.handover(await _history(office, source)))
        return replace(found, intent=replace(intent, arguments={**intent.arguments, "Note": text}))

    def is_ours(self, row: Wire, intent: Intent) -> bool:
        """Whether a note says that its task continues the old one."""
        found = read_handover(row["Note"])
        return found is not None and found.task_num == source_of(intent).task_num


class HandedOn(SetTaskStatus):
    """The old task is done. Undone it is open again, and then the new one is done."""

    def after_undo(self, entry: Entry) -> Sequence[Intent]:
        """The new task is done, unless another user has seen it."""
        context = entry.intent.context
        row = {**context[NEW_ROW], "TaskNum": context["TaskNum"]}
        words = msg("{words}: the new task is done", words=entry.intent.words)
        closing = closing_intent(row, words, entry)
        return [replace(closing, step_of=entry.id)]  # as a last step it is reported also if it is refused


HAND_ON = HandOn(
    "task hand-on",
    Tasks.create,
    key="TaskNum",
    part=Part.TASKS,
    whose="TaskListNum",
    identity=("DateTimeEntry", "TaskListNum"),
    not_done=msg("Task not handed on"),
)
ADD_HISTORY = AddHistory(
    "task history",
    TaskNotes.create,
    key="TaskNoteNum",
    part=Part.TASKS,
    whose="TaskNum",
    not_done=msg("History not added"),
)
HANDED_ON = HandedOn(
    "task handed on", Tasks.update, key="TaskNum", part=Part.TASKS, not_done=msg("Old task not marked done")
)


def hand_on_intent(
    row: Task, list_num: int, source: Source, author: Author, at: datetime, *, as_note: bool
) -> Intent:
    """Hand a task on. `at` is the office's time; `as_note`: whether the office has notes of tasks."""
    title, entered = title_of(row.Descript, row.DescriptOverride), wire_value(at.replace(microsecond=0))
    fields = {"TaskListNum": list_num, "DateTimeEntry": entered}
    copy = _copy(row, row.Descript, source, as_note=as_note)
    plain = msgspec.to_builtins(source)
    order = (subject_of(row.TaskNum),)
    intent = HAND_ON.intent(
        subject=hand_on_subject(row.TaskNum),
        arguments={"UserNum": author.user_num, **fields, **copy},
        after={**fields, "Descript": copy["Descript"]},
        mark=entered,
        context={EQUALS: [], AS_NOTE: as_note, FROM: plain},
        words=msg("Task handed on to {list}: {task}", list=source.to_name, task=title),
        keep_order_with=order,
    )
    history = ADD_HISTORY.intent(
        subject="",
        arguments={"TaskNum": 0, "UserNum": author.user_num, "Note": write_handover(source.handover())},
        context={EQUALS: [], AT: entered, FROM: plain},
        words=msg("History added to the new task: {task}", task=title),
    )
    done = HANDED_ON.intent(
        subject="",
        arguments={"TaskNum": row.TaskNum, STATUS: DONE},
        after={STATUS: DONE},
        context={
            **context_of(row),
            FROM: plain,
            "TaskNum": 0,
            NEW_ROW: {"TaskListNum": list_num, "DateTimeOriginal": wire_value(at - A_DAY)},
        },
        words=msg("Handed on to {list}, and done in its old list: {task}", list=source.to_name, task=title),
        keep_order_with=order,
    )
    return with_steps(intent, *([history] if as_note else []), done)


def hand_on_subject(task_num: int) -> str:
    """The subject of all hand-ons of a task."""
    return f"hand_on:{task_num}"


def source_of(intent: Intent) -> Source:
    """The task that a hand-on, or one of its steps, is about."""
    return msgspec.convert(intent.context[FROM], Source)


def copy_of(intent: Intent) -> int:
    """The TaskNum of the new task, of a hand-on's last step."""
    return int(intent.context["TaskNum"])


def _copy(old: Task, text: str, source: Source, *, as_note: bool) -> Wire:
    """What the new task has of the old one, as the API's fields."""
    row = wire_row(old)
    own = own_text(text)
    if not as_note:
        lines = joined(None, thread(old, (), source.name)).lines
        own = f"{own}\r\n\r\n{write_handover(source.handover(lines))}"
    unattached = ("KeyNum", "ObjectType") if not old.KeyNum else ()
    return {"Descript": own, **{name: row[name] for name in COPIED if row[name] and name not in unattached}}


async def _history(office: Sender, source: Source) -> Sequence[Line]:
    """All that was said about the old task."""
    notes = list(await TaskNotes(office).list(TaskNum=source.task_num))
    source = await source.knowing(office, {source.user_num, *(note.UserNum for note in notes)})
    old = Task(
        TaskNum=source.task_num,
        UserNum=source.user_num,
        DateTimeOriginal=moment(source.row["DateTimeOriginal"]),
        Descript=source.carried,
    )
    return joined(None, thread(old, notes, source.name)).lines
