"""The preview of the huddle's page."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.core.text import msg
from app.domain.printing.document import Document
from app.viewmodels.printing import PrintChoice, PrintViewModel
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.huddle.day import HuddleDay
from app.viewmodels.staff.huddle.page import HuddlePage, huddle_page
from app.viewmodels.staff.huddle.readiness import ReadinessModel
from app.viewmodels.tables.table import TableViewModel
from app.viewmodels.translation import tr
from app.viewmodels.verdict import YES, Verdict

PREVIEW = "app.views.printing.preview:PrintPreview"


class HuddlePrinting(QObject):
    """`previewed` is emitted with the factory of the preview and its viewmodel."""

    previewed = Signal(object, object)

    def __init__(
        self, desk: DeskViewModel, day: HuddleDay, readiness: ReadinessModel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._day = day
        self._readiness = readiness

    def may_print(self) -> Verdict:
        """Whether there is a day to print."""
        if not self._readiness.huddle.is_read(self._day.day):
            return Verdict(ok=False, reason=msg("This day hasn't loaded yet."))
        return YES

    async def print(self) -> None:
        """Preview the page of the day as it is known now."""

        async def make() -> Document:
            return self._page()

        #: the name of a PDF file
        name = tr("Huddle {day}", day=self._day.day.isoformat())
        printing = PrintViewModel([PrintChoice(tr("Huddle"), name, make)], 0, self._desk.parts.scope, self)
        await self._preview(printing)

    def start(self, table: TableViewModel) -> None:
        """Preview a table."""
        parts = self._desk.parts
        printing = table.print(parts.scope, parts.clock, self._day.practice, self)
        parts.scope.start(self._preview(printing), "print")

    async def _preview(self, printing: PrintViewModel) -> None:
        (view,) = await self._desk.parts.load(PREVIEW)
        self.previewed.emit(view, printing)

    def _page(self) -> Document:
        day, huddle, now = self._day, self._readiness.huddle, self._desk.now()
        age = None if huddle.state(day.day).reading else huddle.age(day.day)
        as_of = None if age is None else now - age
        clinic = day.clinics.get(day.clinic, "")
        page = HuddlePage(day.day, self._readiness.rows, day.names, as_of, clinic)
        return huddle_page(page, practice=day.practice, now=now)
