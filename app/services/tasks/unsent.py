"""What a person has typed about tasks and not sent; it is kept with what else is kept of that person's tasks."""

from __future__ import annotations

from typing import Any

from msgspec import Struct, field


class Unsent(Struct):
    """`begun` and `entered` are values that JSON can carry, or structs of them; read again they are plain values."""

    notes: dict[int, str] = field(default_factory=dict)
    """By TaskNum."""
    begun: list[Any] = field(default_factory=list)
    """New tasks whose panel was closed, the latest last."""
    entered: Any = None
    """The new task in the panel."""

    def add(self, later: Unsent) -> None:
        """Add what was typed later. Both notes on one task are kept."""
        for task_num, note in later.notes.items():
            before = self.notes.get(task_num)
            self.notes[task_num] = note if before in (None, note) else f"{before}\n{note}"
        self.begun += later.begun
        if later.entered is not None:
            self.begun += [] if self.entered is None else [self.entered]
            self.entered = later.entered

    def complete(self, before: Unsent) -> None:
        """Add what the disk had, which may be older than what is known here."""
        for task_num, note in before.notes.items():
            self.notes.setdefault(task_num, note)
        older = [*before.begun, *([] if before.entered is None else [before.entered])]
        self.begun[:0] = [each for each in older if each not in self.begun]
