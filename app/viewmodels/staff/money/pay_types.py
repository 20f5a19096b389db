"""The office's payment types, read once, and the one that was used last on this PC."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.api.need import Need
from app.core.tasks import LatestTask
from app.viewmodels.staff.desk import DeskViewModel
from app.wire.resources.definitions import DefinitionCategory


class PayTypes(QObject):
    """`changed`: they were read."""

    changed = Signal()

    def __init__(self, desk: DeskViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._reading = LatestTask(desk.parts.scope)
        self.types: tuple[tuple[int, str], ...] = ()
        """By DefNum, without hidden ones, in the office's order; empty: they are loading, or can't be read."""

    def read(self) -> None:
        """Read them unless they are known."""
        if not self.types:
            self._reading.start(self._read(), "payment types")

    @property
    def usual(self) -> int:
        """The type that was used last, else the office's first; 0 before they are known."""
        last, known = self._desk.money.pay_type.value, [num for num, _ in self.types]
        return next((num for num in known if str(num) == last), known[0] if known else 0)

    def use(self, pay_type: int) -> None:
        """A payment of this type was taken."""
        if pay_type:
            self._desk.money.pay_type.choose(str(pay_type))

    async def _read(self) -> None:
        category = DefinitionCategory.PAYMENT_TYPES.number
        try:
            rows = await self._desk.parts.client.at(Need.CLICK).definitions.list(Category=category)
        except ApiError:
            return  # the payment gets the office's own default
        self.types = tuple((row.DefNum, row.ItemName) for row in rows if not row.isHidden)
        self.changed.emit()
