"""Counts beside the screens on the rail, such as the unread tasks."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

MOST = 99


class RailCount(Struct, frozen=True):
    """How many, and what is counted as text: "3 unread"."""

    number: int
    words: str

    @property
    def shown(self) -> str:
        """As it fits on a button."""
        return str(self.number) if self.number <= MOST else f"{MOST}+"


class RailCounts(QObject):
    """By screen id. `changed` is emitted with the id of a screen that has another count, or none any more."""

    changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counts: dict[str, RailCount] = {}

    @property
    def all(self) -> Mapping[str, RailCount]:
        """Those that are not zero."""
        return self._counts

    def show(self, screen_id: str, number: int, words: str) -> None:
        """Show a count beside a screen; 0: none."""
        count = RailCount(number, words)
        if number and self._counts.get(screen_id) != count:
            self._counts[screen_id] = count
        elif number or self._counts.pop(screen_id, None) is None:
            return
        self.changed.emit(screen_id)
