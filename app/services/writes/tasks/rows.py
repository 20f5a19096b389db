"""Tasks as their writes read them, also in offices that can't read a single one."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.api.errors import BadRequest, NotFound
from app.core.text import NO_TEXT, Text, msg
from app.domain.money.card_numbers import has_card_number
from app.domain.tasks.attached import one_line
from app.journal.entries import Wire
from app.services.writes.errors import CannotWrite
from app.services.writes.reading import moment
from app.store.topics import Part, Topic
from app.wire.codec import wire_row, wire_value
from app.wire.endpoint import Sender
from app.wire.fields import NO_DATE_TIME
from app.wire.resources.tasks import Task, TaskObjectType, Tasks

A_SECOND = timedelta(seconds=1)
LONGEST_TEXT = 60_000
"""Bytes: Open Dental's columns hold 65,535."""
TOO_LONG = msg("This text is too long for Open Dental. Shorten it.")
CARD = msg("This looks like a card number. Card numbers can't be kept in tasks. Remove it.")
TITLE_LENGTH = 60
"""Characters of a task in a sentence about it."""


async def read_task(office: Sender, fields: Wire) -> Wire:
    """As `find_task`, in wire form."""
    return wire_row(await find_task(office, fields))


async def find_task(office: Sender, fields: Wire) -> Task:
    """The task with number `fields["TaskNum"]`, alone or, before 24.4.13, among those of its list and time.

    Raises the client's ApiErrors.
    """
    number = fields["TaskNum"]
    try:
        return await Tasks(office).get(number)
    except (NotFound, BadRequest):
        if "TaskListNum" not in fields:
            raise
    since = max(moment(fields["DateTimeOriginal"]), NO_DATE_TIME + A_SECOND) - A_SECOND
    rows = await Tasks(office).list(TaskListNum=fields["TaskListNum"], DateTimeOriginal=since)
    for row in rows:
        if row.TaskNum == number:
            return row
    raise NotFound("Tasks.list")


async def tasks_since(office: Sender, list_num: int, since: datetime) -> list[Wire]:
    """The tasks that a list was given after this time, in any status."""
    return [wire_row(row) for row in await Tasks(office).list(TaskListNum=list_num, DateTimeOriginal=since)]


def context_of(row: Task) -> Wire:
    """What a change of a task needs to find it again."""
    return {
        "TaskListNum": row.TaskListNum,
        "DateTimeOriginal": wire_value(row.DateTimeOriginal or NO_DATE_TIME),
        **({"PatNum": row.KeyNum} if row.ObjectType is TaskObjectType.PATIENT else {}),
    }


def topic_of(fields: Wire) -> Topic | None:
    """The topic of a task or of one of its notes; None before it has a number."""
    number = fields.get("TaskNum")
    return Topic(Part.TASKS, int(number)) if number else None


def subject_of(task_num: int) -> str:
    """What all changes of a task have in common, so that they are sent in the order they were made."""
    return f"task:{task_num}"


def title_of(text: str, short: str = "") -> str:
    """The beginning of a task, for a sentence, which brings its own period."""
    return one_line(text, short, TITLE_LENGTH)


def check_text(text: str, empty: Text = NO_TEXT) -> str:
    """The text as it is sent. Raises CannotWrite if it has a card number, is too long, or, with `empty`, missing."""
    text = text.strip()
    if not text and empty:
        raise CannotWrite(empty)
    if len(text.encode("utf-8", "ignore")) > LONGEST_TEXT:
        raise CannotWrite(TOO_LONG)
    if has_card_number(text):
        raise CannotWrite(CARD)
    return text
