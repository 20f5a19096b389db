"""The commands of the open task, known before the screen is loaded."""

from __future__ import annotations

from app.core.text import msg
from app.viewmodels.command import CommandSpec

NOTE = CommandSpec(
    "task.note",
    msg("Write a note on this task"),
    "N",
    "Task",
    "NOTE",
    word=msg("Note"),
    synonyms=msg("comment reply answer task", "search words"),
)
TAKE = CommandSpec(
    "task.take",
    msg("Take this task"),
    "K",
    "Task",
    word=msg("Take"),
    synonyms=msg("mine assign me claim own", "search words"),
)
DONE = CommandSpec(
    "task.done",
    msg("Mark this task done"),
    "D",
    "Task",
    "CONFIRM",
    word=msg("Done"),
    synonyms=msg("finish complete close task", "search words"),
)
VIEWED = CommandSpec(
    "task.viewed",
    msg("Mark this task viewed"),
    "V",
    "Task",
    word=msg("Viewed"),
    synonyms=msg("seen read task", "search words"),
)
HAND_ON = CommandSpec(
    "task.hand_on",
    msg("Hand this task on"),
    "H",
    "Task",
    word=msg("Hand on"),
    synonyms=msg("send move forward other list assign delegate", "search words"),
)
REMIND = CommandSpec(
    "task.remind",
    msg("Remind me of this task"),
    "R",
    "Task",
    word=msg("Remind"),
    synonyms=msg("snooze later alarm due", "search words"),
)
EDIT = CommandSpec(
    "task.edit",
    msg("Edit this task"),
    "E",
    "Task",
    word=msg("Edit"),
    synonyms=msg("change text priority", "search words"),
)
REOPEN = CommandSpec(
    "task.reopen",
    msg("Reopen this task"),
    "O",
    "Task",
    "UNDO",
    word=msg("Reopen"),
    synonyms=msg("open again not done", "search words"),
)
OPEN_TASK_COMMANDS = (NOTE, TAKE, DONE, VIEWED, HAND_ON, REMIND, EDIT, REOPEN)
