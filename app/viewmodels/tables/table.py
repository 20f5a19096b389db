"""One table on the screen: its rows, its columns, and what can be done with the rows."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.core.clock import Clock
from app.core.tasks import TaskScope
from app.core.text import Words
from app.domain.printing.document import Document
from app.services.audit.audit import Action
from app.viewmodels.audited import desk_of, note
from app.viewmodels.printing import PrintChoice, PrintViewModel
from app.viewmodels.tables.column import Column
from app.viewmodels.tables.columns import TableColumns
from app.viewmodels.tables.contents import Contents
from app.viewmodels.tables.export import FileChooser, save_csv, to_document, to_tsv
from app.viewmodels.tables.layout import TableMemory
from app.viewmodels.tables.model import TableModel
from app.viewmodels.translation import tr

MOST_COPIED = 10
"""Rows that may be copied without the right to export: to paste them into a note or an email."""


class TableViewModel(Contents):
    """Rows in columns. `opened` is emitted with the row that the user opens by Enter or a double click.

    `notice` is emitted with a text for the user after an export.
    """

    opened = Signal(object)
    notice = Signal(str)

    def __init__(
        self,
        table_id: str,
        title: Words,
        columns: Sequence[Column],
        key: Callable[[Any], Hashable],
        memory: TableMemory,
        parent: QObject | None = None,
        *,
        empty: Words = "",
    ) -> None:
        """`title` names the table without a patient's name, `empty` says why it is empty and what to do."""
        self.model = TableModel[Any](columns, key)
        super().__init__(self.model, title, empty, parent)
        self.model.setParent(self)
        self._id = table_id
        self.columns = TableColumns(table_id, self.model, memory, self)

    def limit(self, allowed: Callable[[Any], bool] | None, empty: Words = "") -> None:
        """Leave out rows that aren't allowed; None: all are. `empty` is what to do if nothing is left."""
        self.model.limit(allowed)
        self.limited = empty
        self.changed.emit()

    def open(self, place: int) -> None:
        """Open a row of those that are shown."""
        if 0 <= place < len(self.model.rows):
            self.opened.emit(self.model.rows[place])

    # --- for other programs ---------------------------------------------------------------------------------

    def copied(self, places: Sequence[int]) -> str:
        """Rows as text for the clipboard; empty, with a notice, if they are many and the person may not export."""
        desk = desk_of(self)
        if len(places) > MOST_COPIED and desk is not None and (reason := desk.why_no_export()):
            self.notice.emit(tr(reason))
            return ""
        note(self, Action.EXPORT, self._id, f"{len(places)} rows copied")  # words: the audit's
        return to_tsv(self.columns.visible, [self.model.rows[at] for at in places])

    def save(self, chooser: FileChooser) -> None:
        """Save the rows that are shown as a CSV file, if the person may."""

        def ask() -> None:
            chooser.ask_file(f"{self.name}.csv", self._save)

        if (desk := desk_of(self)) is not None:
            desk.export(ask, lambda reason: self.notice.emit(tr(reason)))
        else:
            ask()

    def document(self, *, practice: str, now: Any) -> Document:
        """The rows that are shown, for printing."""
        return to_document(self.title, self.columns.visible, self.model.rows, practice=practice, now=now)

    def print(self, scope: TaskScope, clock: Clock, practice: str, parent: QObject) -> PrintViewModel:
        """The print preview of the rows that are shown."""

        async def make() -> Document:
            return self.document(practice=practice, now=clock.now())

        preview = PrintViewModel([PrintChoice(self.name, self.name, make)], 0, scope, parent)
        preview.belongs_to = self
        return preview

    # --- inside --------------------------------------------------------------------------------------------

    def _save(self, path: Path) -> None:
        if save_csv(path, self.columns.visible, self.model.rows):
            note(self, Action.EXPORT, self._id, f"{len(self.model.rows)} rows")  # words: the audit's
            self.notice.emit(tr("Saved as {file}", file=str(path)))
        else:
            self.notice.emit(
                tr(
                    "{file} couldn't be saved. If it is open in another program, close it there, "
                    "or choose another folder.",
                    file=str(path),
                )
            )
