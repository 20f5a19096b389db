"""The office's categories of documents, read once."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.api.need import Need
from app.core.tasks import LatestTask
from app.viewmodels.inline.kinds import Choice
from app.viewmodels.staff.desk import DeskViewModel
from app.wire.resources.definitions import DefinitionCategory

IMAGE_CATEGORIES = DefinitionCategory.IMAGE_CATS.number


class Categories(QObject):
    """`changed` once they have been read. Without them, a document goes to the office's first category."""

    changed = Signal()

    def __init__(self, desk: DeskViewModel, parent: QObject) -> None:
        super().__init__(parent)
        self._client = desk.parts.client
        self._reading = LatestTask(desk.parts.scope)
        self.choices: tuple[Choice, ...] = ()
        """Each with its DefNum, in the office's order."""

    def need(self) -> None:
        """Read them unless they are known."""
        if not self.choices:
            self._reading.start(self._read(), "document categories")

    async def _read(self) -> None:
        try:
            rows = await self._client.at(Need.SCREEN).definitions.list(Category=IMAGE_CATEGORIES)
        except ApiError:
            return  # read again when the tab is shown next
        self.choices = tuple(Choice(row.DefNum, row.ItemName) for row in rows if not row.isHidden)
        self.changed.emit()
