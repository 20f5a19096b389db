"""The office's adjustment types, read once."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.api.need import Need
from app.core.tasks import LatestTask
from app.domain.money.adjustment_types import AdjustmentType
from app.viewmodels.staff.desk import DeskViewModel
from app.wire.resources.definitions import DefinitionCategory

SIGNS = {"+": True, "-": False}
"""By ItemValue, whether it adds a charge. Other types are posted by Open Dental itself."""


class AdjustmentTypes(QObject):
    """`changed`: they were read."""

    changed = Signal()

    def __init__(self, desk: DeskViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._reading = LatestTask(desk.parts.scope)
        self.types: tuple[AdjustmentType, ...] = ()
        """Without hidden ones, in the office's order; empty: they are loading, or can't be read."""

    def read(self) -> None:
        """Read them unless they are known."""
        if not self.types:
            self._reading.start(self._read(), "adjustment types")

    def find(self, num: int) -> AdjustmentType | None:
        """A type by its DefNum."""
        return next((each for each in self.types if each.num == num), None)

    async def _read(self) -> None:
        category = DefinitionCategory.ADJ_TYPES.number
        try:
            rows = await self._desk.parts.client.at(Need.CLICK).definitions.list(Category=category)
        except ApiError:
            return
        self.types = tuple(
            AdjustmentType(row.DefNum, row.ItemName, SIGNS[row.ItemValue])
            for row in rows
            if not row.isHidden and row.ItemValue in SIGNS
        )
        self.changed.emit()
