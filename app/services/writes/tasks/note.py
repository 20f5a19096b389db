"""Adding a note to a task, and changing its text. Two equal notes of one person are two only if both were meant."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from app.core.text import Text, Words, msg
from app.domain.tasks.taking import taken_by, taken_words
from app.journal.entries import Author, Entry, Intent, Wire
from app.journal.kinds import Check, Checked, Proof, ReadBack
from app.services.writes.again import AGAIN, EQUALS
from app.services.writes.create import Create
from app.services.writes.reading import moment, tidy
from app.services.writes.tasks.rows import check_text, subject_of, title_of, topic_of
from app.store.topics import Part, Topic
from app.wire.codec import wire_row, wire_value
from app.wire.endpoint import Sender
from app.wire.resources.task_notes import TaskNote, TaskNotes
from app.wire.resources.tasks import Task

AT, TAKES = "at", "takes"  # words: keys of an intent
"""In an intent's context: the office's time when it was made; whether the note takes the task."""
AN_HOUR = timedelta(hours=1)
NO_NOTE_TYPED = msg("Type the note first.")
ASK_NOTE = msg("It was sent, and another user added the same note. Look at the task's notes.")


class AddTaskNote(Create):
    """Found among the notes that are new since the check, by its author and text."""

    by_hand = msg("Change it in the task, in Open Dental.")

    async def check(self, office: Sender, intent: Intent) -> Checked:
        """Record which notes there are. A task that someone else has just taken is not taken.

        After a first try that was refused, that one may have arrived late: it is new since then.
        """
        rows = await self._read(office, intent)
        known = intent.context.get(self.known) if intent.context.get(AGAIN) else None
        if known is not None and (late := self._ours(_added(rows, known, intent), intent)):
            return self.existing(late[0])
        if intent.context.get(TAKES) and (other := _taken_since(rows, intent)) is not None:
            return Checked(Check.CONFLICT, other, _taken_words(other))
        return Checked(Check.CLEAR, {self.known: [row[self.key] for row in rows]})

    async def read_back(self, office: Sender, entry: Entry) -> ReadBack:
        """Done when a new note is ours; unclear when only someone else added the same."""
        intent = entry.intent
        rows = await self._read(office, intent) or await self._read(office, intent)
        new = _added(rows, (entry.seen or {}).get(self.known, ()), intent)
        if ours := self._ours(new, intent):
            return ReadBack(Proof.DONE, ours[0])
        if any(self.is_ours(row, intent) for row in new):
            return ReadBack(Proof.UNCLEAR, words=ASK_NOTE)
        return ReadBack(Proof.NOT_DONE)

    def is_ours(self, row: Wire, intent: Intent) -> bool:
        """Whether a note has its text. The documentation's answers name other users than were sent."""
        return tidy(row["Note"]) == tidy(intent.arguments["Note"])

    def applies(self, fields: Wire) -> Topic | None:
        """The task's topic."""
        return topic_of(fields)

    def undo(self, entry: Entry) -> Intent | None:
        """None: no method deletes a note."""
        return None

    async def _read(self, office: Sender, intent: Intent) -> list[Wire]:
        return [wire_row(row) for row in await TaskNotes(office).list(TaskNum=intent.arguments["TaskNum"])]

    def _ours(self, rows: Iterable[Wire], intent: Intent) -> list[Wire]:
        user_num = intent.arguments["UserNum"]
        return [row for row in rows if row["UserNum"] == user_num and self.is_ours(row, intent)]


ADD_TASK_NOTE = AddTaskNote(
    "task note",
    TaskNotes.create,
    key="TaskNoteNum",
    part=Part.TASKS,
    whose="TaskNum",
    not_done=msg("Note not added"),
)


def note_intent(row: Task, text: str, user_num: int, at: datetime) -> Intent:
    """Add a note. `at` is the office's time. Raises CannotWrite without a text, or with a card number in it."""
    text = check_text(text, NO_NOTE_TYPED)
    title = title_of(row.Descript, row.DescriptOverride)
    return _intent(row.TaskNum, text, user_num, at, msg("Note added to task: {task}", task=title))


def take_intent(row: Task, author: Author, notes: Iterable[TaskNote], at: datetime) -> Intent:
    """Take a task: a note that says so. `notes` are those that the user has seen."""
    text = taken_words(author.initials or author.name)
    title = title_of(row.Descript, row.DescriptOverride)
    intent = _intent(row.TaskNum, text, author.user_num, at, msg("Task taken: {task}", task=title))
    intent.context.update({TAKES: True, EQUALS: [note.TaskNoteNum for note in notes]})
    return intent


def _intent(task_num: int, text: str, user_num: int, at: datetime, words: Text) -> Intent:
    """Equal notes of a task share a subject; all its writes keep their order."""
    digest = hashlib.sha256(f"{user_num} {tidy(text)}".encode()).hexdigest()[:16]
    return ADD_TASK_NOTE.intent(
        subject=f"task_note:{task_num}:{digest}",
        arguments={"TaskNum": task_num, "UserNum": user_num, "Note": text},
        context={AT: wire_value(at.replace(microsecond=0)), EQUALS: []},
        words=words,
        keep_order_with=(subject_of(task_num),),
    )


def _added(rows: Iterable[Wire], known: Collection[int], intent: Intent) -> list[Wire]:
    """The notes that were added since these were there."""
    new = [row for row in rows if row["TaskNoteNum"] not in known]
    if known:
        return new
    since = moment(intent.context[AT]) - AN_HOUR  # that answer may have been emptied on its way
    return [row for row in new if moment(row["DateTimeNote"]) >= since]


def _taken_since(rows: Iterable[Wire], intent: Intent) -> Wire | None:
    """The note of another user who took the task, and which this one has not seen; None without one."""
    seen, user_num = intent.context.get(EQUALS, ()), intent.arguments["UserNum"]
    new = [row for row in rows if row["TaskNoteNum"] not in seen and row["UserNum"] != user_num]
    return next((row for row in reversed(new) if taken_by(row["Note"]) is not None), None)


def _taken_words(row: Wire) -> Words:
    who = taken_by(row["Note"]) or ""
    if not who:
        return msg("Not taken: another user has taken it.")
    return msg("Not taken: another user has taken it ({initials}).", initials=who)
