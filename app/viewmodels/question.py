"""One confirmation before something unusual is done, shown inline."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QObject, Signal


class Question(Struct, frozen=True):
    """The question, and the confirm button's text in one or two words ("Dismiss")."""

    words: str
    deed: str
    apt_num: int | None = None
    """The appointment it refers to; the question is shown next to it."""


class QuestionViewModel(QObject):
    """The open question, or None. `changed` follows it. A new question replaces the open one."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.open: Question | None = None
        self._do: Callable[[], None] = _nothing

    def ask(self, question: Question, do: Callable[[], None]) -> None:
        """Ask; `do` runs when the user confirms."""
        self.open, self._do = question, do
        self.changed.emit()

    def confirm(self) -> None:
        """Confirm. Does nothing when no question is open."""
        do = self._do
        self.keep()
        do()

    def keep(self) -> None:
        """Cancel the question; nothing is done."""
        if self.open is not None:
            self.open, self._do = None, _nothing
            self.changed.emit()


def _nothing() -> None:
    """Connected to nothing: the action of an answered question."""
