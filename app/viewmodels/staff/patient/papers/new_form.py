"""Choosing the definition of a new form."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.api.need import Need
from app.core.tasks import LatestTask
from app.domain.texts.folding import folded
from app.viewmodels.messages import explain
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.papers.form_rows import ADDED_HERE, kind_words
from app.viewmodels.translation import tr
from app.wire.resources.sheet_defs import SheetDef


class NewForm(QObject):
    """`changed`: opened or closed, other definitions, or another message."""

    changed = Signal()

    def __init__(self, desk: DeskViewModel, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._reading = LatestTask(desk.parts.scope)
        self._all: tuple[SheetDef, ...] = ()
        self.is_open = False
        self.text = ""
        """What is typed to find one."""
        self.words = ""
        """What is shown in place of the list."""

    @property
    def found(self) -> tuple[SheetDef, ...]:
        """The definitions whose name or type contains all typed words."""
        wanted = folded(self.text).split()
        return tuple(each for each in self._all if all(word in _searched(each) for word in wanted))

    def open(self) -> None:
        """Show the list; it is read the first time."""
        self.is_open, self.text = True, ""
        if not self._all:
            self.words = tr("Loading…")
            self._reading.start(self._read(), "form definitions")
        self.changed.emit()

    def close(self) -> None:
        """Add none."""
        if self.is_open:
            self.is_open = False
            self.changed.emit()

    def type_text(self, text: str) -> None:
        """Search."""
        self.text = text
        self.changed.emit()

    async def _read(self) -> None:
        try:
            rows = await self._desk.parts.client.at(Need.CLICK).sheet_defs.list()
        except ApiError as error:
            self.words = explain(error).sentence
        else:
            usable = (row for row in rows if row.SheetType in ADDED_HERE)
            self._all = tuple(sorted(usable, key=lambda row: row.Description.casefold()))
            self.words = (
                ""
                if self._all
                else tr("No forms to choose from. Add custom sheets in Open Dental: Setup, Sheets.")
            )
        self.changed.emit()


def _searched(definition: SheetDef) -> str:
    return folded(f"{definition.Description} {kind_words(definition.SheetType)}")
