"""The options that are chosen in the filters over a list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal

from app.viewmodels.staff.lists.choices import EVERYBODY, Choice
from app.viewmodels.staff.lists.rows import ListRow, together


class ListFilters(QObject):
    """`changed` is emitted with the id of a choice, or an empty one: whether families stand together."""

    changed = Signal(str)

    def __init__(self, choices: Sequence[Choice], parent: QObject) -> None:
        super().__init__(parent)
        self.choices = tuple(choices)
        self.chosen = {each.id: each.usual for each in choices}
        self.families = False
        """Whether members of a family stand together."""

    def choose(self, choice_id: str, value: int) -> None:
        """Choose an option."""
        if self.chosen[choice_id] != value:
            self.chosen[choice_id] = value
            self.changed.emit(choice_id)

    def keep_families(self, together: bool) -> None:
        """Let members of a family stand together, or each in their own place."""
        self.families = together
        self.changed.emit("")

    def left(self, rows: Iterable[ListRow], today: date) -> list[ListRow]:
        """The rows that are left, in their order."""
        tests = [
            (each.takes, self.chosen[each.id]) for each in self.choices if self.chosen[each.id] != EVERYBODY
        ]
        found = list(rows)
        for takes, value in tests:
            found = [row for row in found if takes(row, value, today)]
        return together(found) if self.families else found
