"""What the list of tasks shows: one of the views, or a task list with those below it; and which of their tasks."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from app.core.text import Text, msg
from app.domain.tasks.order import TaskSort


class View(StrEnum):
    """The views above the task lists, in the order of the tree."""

    INBOX = "inbox"
    """The open tasks of the lists that the person follows."""
    NEW = "new"
    OPEN = "open"
    PATIENT = "patient"
    APPOINTMENT = "appointment"
    REMINDERS = "reminders"
    """What is due today, or was before."""
    DONE = "done"


class Only(StrEnum):
    """Which tasks of a view or list are shown."""

    ALL = "all"
    UNREAD = "unread"
    OVERDUE = "overdue"
    URGENT = "urgent"
    """Those of a priority above normal."""
    OWN = "own"
    """Those that the person wrote."""


VIEW_WORDS: Mapping[View, Text] = {
    View.INBOX: msg("My inbox"),
    View.NEW: msg("New"),
    View.OPEN: msg("Open"),
    View.PATIENT: msg("This patient"),
    View.APPOINTMENT: msg("This appointment"),
    View.REMINDERS: msg("Reminders today"),
    View.DONE: msg("Done lately"),
}
ONLY_WORDS: Mapping[Only, Text] = {
    Only.ALL: msg("All tasks"),
    Only.UNREAD: msg("Unread only"),
    Only.OVERDUE: msg("Overdue only"),
    Only.URGENT: msg("Urgent only"),
    Only.OWN: msg("Written by me"),
}
SORT_WORDS: Mapping[TaskSort, Text] = {
    TaskSort.URGENT: msg("Overdue first"),
    TaskSort.PRIORITY: msg("By priority"),
    TaskSort.NEWEST: msg("Newest first"),
    TaskSort.OLDEST: msg("Oldest first"),
}
LOST_WORDS = msg("Deleted or archived list")
UNREADABLE_WORDS = msg("Lists that can't be read")
"""The same where the key may not read the tree: nobody knows which lists are in use."""

Scope = View | int
"""A view, or a TaskListNum; `LOST` (`domain/tasks/tree.py`) for the lists that are not in use."""
