"""The way to the page of the office hub. Nothing of it is imported before it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.core.text import msg
from app.viewmodels.command import CommandSpec

if TYPE_CHECKING:  # the desk has the page, and passes itself to it
    from app.viewmodels.staff.desk import DeskViewModel
    from app.viewmodels.staff.hub.host import HubHost

MODEL = "app.viewmodels.staff.hub.page:HubPageViewModel"
VIEW = "app.views.staff.hub.page:HubPage"
HUB = CommandSpec(
    "app.hub",
    msg("Office hub"),
    "Ctrl+F8",
    "File",
    synonyms=msg("devices pair kiosk PCs share key server code revoke", "search words"),
)


class LateHub(QObject):
    """Opens the page: `opened` is emitted when it is to be shown, with its `model` and `view` loaded."""

    opened = Signal()
    host: HubHost | None = None
    """Runs the hub on this PC; None: this program can't."""

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self._desk = desk
        self.model: Any = None
        """The page's viewmodel, once it has been opened."""
        self.view: Callable[..., Any] | None = None
        """The factory of its widget."""
        self.commands = [desk.command(HUB, self.show)]

    @property
    def is_open(self) -> bool:
        """Whether the page is shown."""
        return self.model is not None and self.model.is_open

    async def show(self) -> None:
        """Show the page."""
        if self.model is None:
            model, self.view = await self._desk.parts.load(MODEL, VIEW)
            self.model = model(self._desk, self.host)
        self.model.begin()
        self.opened.emit()

    def close(self) -> None:
        """The desk was closed."""
        if self.model is not None:
            self.model.close()
