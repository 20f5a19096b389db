"""What is printed while a day is closed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from PySide6.QtCore import QObject, Signal

from app.domain.printing.document import Document
from app.store.lists import PRACTICE_TITLE
from app.viewmodels.printing import PrintChoice, PrintViewModel
from app.viewmodels.staff.day_close.day import DayModel
from app.viewmodels.staff.day_close.day_sheet import ShownDay, day_sheet
from app.viewmodels.staff.day_close.payments import PaymentsModel
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.translation import tr
from app.viewmodels.verdict import YES, Verdict

PREVIEW = "app.views.printing.preview:PrintPreview"


class Printing(QObject):
    """`previewed` is emitted with the factory of the preview and its viewmodel."""

    previewed = Signal(object, object)

    def __init__(self, desk: DeskViewModel, day: DayModel, payments: PaymentsModel, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._day = day
        self._payments = payments

    @property
    def practice(self) -> str:
        """The practice's name; empty: not known."""
        lists = self._desk.parts.office.lists
        return lists.preferences.get(PRACTICE_TITLE, "") if lists is not None else ""

    def may_print(self) -> Verdict:
        """Whether there is a day to print."""
        money = self._day.money
        if money is None:
            return Verdict(ok=False, reason=tr("This day hasn't loaded yet."))
        if money.why is not None:
            return Verdict(ok=False, reason=tr("The payments of this day can't be read now."))
        return YES

    async def day_sheet(self) -> None:
        """Preview the day sheet as the day is now."""

        async def make() -> Document:
            return self._sheet()

        #: the name of a PDF file
        await self.show(tr("Day sheet"), tr("Day sheet {day}", day=self._day.day.isoformat()), make)

    async def show(self, word: str, file_name: str, make: Callable[[], Awaitable[Document]]) -> None:
        """Preview a document. `word` names its button, `file_name` its PDF."""
        await self.preview(
            PrintViewModel([PrintChoice(word, file_name, make)], 0, self._desk.parts.scope, self)
        )

    async def preview(self, printing: PrintViewModel) -> None:
        """Show a preview; printing is loaded when it is first wanted."""
        (view,) = await self._desk.parts.load(PREVIEW)
        self.previewed.emit(view, printing)

    def _sheet(self) -> Document:
        day, clinics = self._day, self._payments.clinics
        if day.facts is None or day.money is None:
            raise LookupError("nothing is read")
        shown = ShownDay(
            day.facts,
            day.money,
            day.rows,
            day.drawer.count,
            day.closed,
            clinics.get(day.clinic, ""),
            clinics,
        )
        return day_sheet(shown, practice=self.practice, now=self._desk.now())
