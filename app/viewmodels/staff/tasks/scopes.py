"""What the list of tasks shows: one of the views, or a task list with those below it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from app.core.text import Text, msg


class View(StrEnum):
    """The views above the task lists, in the order of the tree."""

    INBOX = "inbox"
    NEW = "new"
    OPEN = "open"
    PATIENT = "patient"
    APPOINTMENT = "appointment"
    REMINDERS = "reminders"
    DONE = "done"


VIEW_WORDS: Mapping[View, Text] = {
    View.INBOX: msg("My inbox"),
    View.NEW: msg("New"),
    View.OPEN: msg("Open"),
    View.PATIENT: msg("This patient"),
    View.APPOINTMENT: msg("This appointment"),
    View.REMINDERS: msg("Reminders today"),
    View.DONE: msg("Done lately"),
}
LOST_WORDS = msg("Deleted or archived list")

Scope = View | int
"""A view, or a TaskListNum; `LOST` (`domain/tasks/tree.py`) for the lists that are not in use."""
