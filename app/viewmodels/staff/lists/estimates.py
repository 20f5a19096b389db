"""Prints the treatment estimate of the selected row, previewed first."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.api.need import Need
from app.core.text import ExplainedError, msg
from app.domain.printing.document import Document
from app.domain.printing.estimate import Estimate, estimate_document
from app.services.lists.estimate import read_estimate
from app.services.money.receipts import letterhead
from app.viewmodels.printing import PrintChoice, PrintViewModel
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.lists.rows import ListRow
from app.viewmodels.translation import tr
from app.viewmodels.verdict import YES, Verdict

PREVIEW = "app.views.printing.preview:PrintPreview"
OTHER_LIST = Verdict(ok=False, reason=msg("Estimates are printed from the list of planned treatment."))
NOTHING = msg("This patient has no planned procedures any more. Refresh the list with Shift+F5.")


class Estimates(QObject):
    """`previewed` is emitted with the factory of the preview and its viewmodel."""

    previewed = Signal(object, object)

    def __init__(self, desk: DeskViewModel, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def verdict(self, row: ListRow) -> Verdict:
        """Whether the row has planned treatment."""
        return YES if row.treatment is not None else OTHER_LIST

    async def print(self, row: ListRow) -> None:
        """Preview it; its figures are read then."""
        parts = self._desk.parts

        async def make() -> Document:
            return await self._document(row)

        title = tr("Treatment estimate")
        choice = PrintChoice(title, title, make)
        (view,) = await parts.load(PREVIEW)
        self.previewed.emit(view, PrintViewModel([choice], 0, parts.scope, self))

    async def _document(self, row: ListRow) -> Document:
        parts, found = self._desk.parts, row.treatment
        lines = await read_estimate(parts.client, parts.office, row.pat_num, Need.CLICK)
        if not lines:
            raise ExplainedError(NOTHING)
        estimate = Estimate(
            name=row.name,
            lines=lines,
            letterhead=letterhead(parts.office.lists, found.clinic_num if found is not None else 0),
            benefits=found.benefits if found is not None else None,
        )
        return estimate_document(estimate, self._desk.now())
