"""The commands of the tasks' screen, known before it is loaded."""

from __future__ import annotations

from app.viewmodels.command import CommandSpec
from app.viewmodels.staff.tasks.open.commands import OPEN_TASK_COMMANDS

TASKS_COMMANDS: tuple[CommandSpec, ...] = (*OPEN_TASK_COMMANDS,)
