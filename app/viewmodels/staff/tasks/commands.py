"""The commands of the tasks' screen, known before it is loaded."""

from __future__ import annotations

from app.core.text import msg
from app.viewmodels.command import CommandSpec
from app.viewmodels.staff.tasks.open.commands import OPEN_TASK_COMMANDS

SEARCH = CommandSpec(
    "tasks.search",
    msg("Search tasks"),
    "Ctrl+F",
    "View",
    "SEARCH",
    word=msg("Search"),
    synonyms=msg("find filter text author to-do", "search words"),
    group=6,
)
FOLLOW = CommandSpec(
    "tasks.follow",
    msg("Choose the task lists to follow"),
    "Ctrl+Shift+F7",
    "View",
    word=msg("Choose lists"),
    synonyms=msg("subscribe inbox my lists notify", "search words"),
    group=6,
)
OWN_COMMANDS = (SEARCH, FOLLOW)
"""Of tree and list; the others are of the open task."""
TASKS_COMMANDS = (*OWN_COMMANDS, *OPEN_TASK_COMMANDS)
