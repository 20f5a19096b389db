"""The commands of the tasks' screen, known before it is loaded."""

from __future__ import annotations

from app.viewmodels.command import CommandSpec

TASKS_COMMANDS: tuple[CommandSpec, ...] = ()
