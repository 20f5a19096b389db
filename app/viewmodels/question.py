"""One question before something unusual is done: asked inline, once."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QObject, Signal


class Question(Struct, frozen=True):
    """What is asked, and what confirming it does in one or two words ("Dismiss")."""

    words: str
    deed: str
    apt_num: int | None = None
    """The appointment that it is about; the question is shown beside it."""


class QuestionViewModel(QObject):
    """The open question, or None. `changed` follows it. A new question replaces the open one."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.open: Question | None = None
        self._do: Callable[[], None] = _nothing

    def ask(self, question: Question, do: Callable[[], None]) -> None:
        """Ask; `do` runs when the question is confirmed."""
        self.open, self._do = question, do
        self.changed.emit()

    def confirm(self) -> None:
        """Yes: do it. Does nothing when no question is open."""
        do = self._do
        self.keep()
        do()

    def keep(self) -> None:
        """No: leave everything as it is."""
        if self.open is not None:
            self.open, self._do = None, _nothing
            self.changed.emit()


def _nothing() -> None:
    """What an answered question does."""
