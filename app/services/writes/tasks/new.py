"""Adding a task. It is found again by its list, its text and the second in which it was added."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from app.core.text import Words, msg
from app.domain.schedule.visit import Person
from app.journal.entries import Entry, Intent, Wire
from app.journal.kinds import Check, Checked, Proof, ReadBack
from app.services.writes.again import AGAIN, EQUALS
from app.services.writes.create import Create
from app.services.writes.reading import moment, shows, whole_row
from app.services.writes.tasks.rows import check_text, tasks_since, title_of, topic_of
from app.services.writes.tasks.status import closing_intent
from app.store.topics import Part, Topic
from app.wire.codec import wire_value
from app.wire.endpoint import Sender
from app.wire.resources.tasks import TaskObjectType, Tasks

A_DAY, A_MINUTE = timedelta(days=1), timedelta(minutes=1)
NO_TEXT_TYPED = msg("Type what has to be done.")
SHORT_LENGTH = 256
"""Characters that the office keeps of a short text."""


class NewTask(Struct, frozen=True):
    """A task to add."""

    list_num: int
    text: str
    user_num: int
    """Who adds it: a user of Open Dental."""
    priority: int = 0
    """A definition of category 33; 0: the office's default."""
    person: Person | None = None
    """The patient it is attached to, or whose appointment it is."""
    apt_num: int = 0
    """The appointment it is attached to; 0: to the patient."""
    short: str = ""
    list_name: str = ""
    """As the user saw it; empty: as the board knows it."""


class AddTask(Create):
    """No method deletes a task, so the undo marks it done."""

    async def check(self, office: Sender, intent: Intent) -> Checked:
        """Nothing stands against a new task; after a first try that was refused, that one may have arrived late."""
        if intent.context.get(AGAIN):
            return await super().check(office, intent)
        return Checked(Check.CLEAR, {self.known: []})

    async def rows(self, office: Sender, intent: Intent) -> list[Wire]:
        """Those of its list since it was made. No rows are trusted only the second time."""
        list_num, since = intent.arguments["TaskListNum"], moment(intent.arguments["DateTimeEntry"]) - A_DAY
        return await tasks_since(office, list_num, since) or await tasks_since(office, list_num, since)

    async def result(self, office: Sender, intent: Intent, answer: Any) -> ReadBack:
        """The row of the answer, whatever time of entry the office has given it."""
        row = whole_row(answer, self.endpoint.record, self.key)
        if row is not None and shows(row, _without_time(intent.after)):
            return ReadBack(Proof.DONE, row)
        return await super().result(office, intent, answer)

    async def read_back(self, office: Sender, entry: Entry) -> ReadBack:
        """By its identity; unclear if only one like it is there."""
        unmarked = replace(entry.intent, mark="")
        return await super().read_back(office, replace(entry, intent=unmarked))

    def is_ours(self, row: Wire, intent: Intent) -> bool:
        """Whether it has the same list, text and second."""
        return shows(row, intent.after)

    def may_be_ours(self, row: Wire, intent: Intent) -> bool:
        """Whether it is the same but for its time, or has been changed since it was made at the same time."""
        entered = moment(intent.arguments["DateTimeEntry"])
        if not shows(row, {"KeyNum": intent.arguments.get("KeyNum", 0)}):
            return False
        if shows(row, _without_time(intent.after)):
            return moment(row["DateTimeOriginal"]) >= entered - A_MINUTE
        was_edited = row["SecDateTEdit"] != row["DateTimeOriginal"]
        return was_edited and super().may_be_ours(row, intent)

    def applies(self, fields: Wire) -> Topic | None:
        """The new task's topic."""
        return topic_of(fields)

    def undo(self, entry: Entry) -> Intent | None:
        """Mark it done; None while its number is unknown."""
        made = entry.answer
        if not made or not made.get(self.key):
            return None
        words = msg("{words}: undone, so it is marked done", words=entry.intent.words)
        return closing_intent(made, words, entry)


ADD_TASK = AddTask(
    "task",
    Tasks.create,
    key="TaskNum",
    part=Part.TASKS,
    whose="TaskListNum",
    identity=("DateTimeEntry", "TaskListNum"),
    not_done=msg("Task not added"),
)


def add_task_intent(new: NewTask, at: datetime, list_name: Words) -> Intent:
    """Add a task. `at` is the office's time. Raises CannotWrite without a text, or with a card number in it."""
    text, entered = check_text(new.text, NO_TEXT_TYPED), wire_value(at.replace(microsecond=0))
    fields: Wire = {"TaskListNum": new.list_num, "Descript": text, "DateTimeEntry": entered}
    attached = attachment(new)
    given = {"PriorityDefNum": new.priority, "DescriptOverride": new.short.strip()[:SHORT_LENGTH]}
    return ADD_TASK.intent(
        subject=f"new_task:{new.list_num}:{hashlib.sha256(text.encode()).hexdigest()[:16]}",
        arguments={
            "UserNum": new.user_num,
            **fields,
            **attached,
            **{name: value for name, value in given.items() if value},
        },
        after=fields,
        mark=entered,  # equal ones that were asked for while the first is on its way are one: a double click
        context={EQUALS: [], **({"PatNum": new.person.pat_num} if new.person else {})},
        words=msg("Task added to {list}: {task}", list=list_name, task=title_of(text, new.short)),
        whose=new.person.display if new.person else "",
    )


def _without_time(fields: Wire) -> Wire:
    return {name: value for name, value in fields.items() if name != "DateTimeEntry"}


def attachment(new: NewTask) -> Wire:
    """What a new task is attached to, as the API's fields; none for nothing."""
    if new.apt_num:
        return {"ObjectType": TaskObjectType.APPOINTMENT.value, "KeyNum": new.apt_num}
    if new.person is not None:
        return {"ObjectType": TaskObjectType.PATIENT.value, "KeyNum": new.person.pat_num}
    return {}
