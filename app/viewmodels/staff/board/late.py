"""The waiting room board, imported when it is first opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.core.text import msg
from app.viewmodels.command import CommandSpec

if TYPE_CHECKING:  # the desk has the board, and passes itself to it
    from app.viewmodels.staff.desk import DeskViewModel

MODEL = "app.viewmodels.staff.board.board:BoardViewModel"
VIEW = "app.views.staff.board.window:BoardWindow"
BOARD = CommandSpec(
    "app.board",
    msg("Waiting room board"),
    "Alt+W",
    "View",
    synonyms=msg("second screen monitor initials live back office who waits", "search words"),
)


class LateBoard(QObject):
    """`opened` is emitted when the board is to be shown, with its `model` and `view` loaded."""

    opened = Signal()

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self._desk = desk
        self.model: Any = None
        """The board's viewmodel, once it has been opened."""
        self.view: Callable[..., Any] | None = None
        """The factory of its window."""
        self.commands = [desk.command(BOARD, self.show)]

    async def show(self) -> None:
        """Show the board on the second screen, or in a window; close it if it is open."""
        if self.model is not None and self.model.is_open:
            self.model.finish()
            return
        if self.model is None:
            model, self.view = await self._desk.parts.load(MODEL, VIEW)
            self.model = model(self._desk)
        self.model.begin()
        self.opened.emit()

    def close(self) -> None:
        """The desk was closed, and the board with it."""
        if self.model is not None:
            self.model.close()
