"""One table on the screen: its rows or why there are none, its columns, and what can be done with the rows."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.core.clock import Clock
from app.core.tasks import TaskScope
from app.core.text import Words, many
from app.domain.printing.document import Document
from app.viewmodels.printing import PrintChoice, PrintViewModel
from app.viewmodels.tables.column import Column
from app.viewmodels.tables.columns import TableColumns
from app.viewmodels.tables.export import FileChooser, save_csv, to_document, to_tsv
from app.viewmodels.tables.layout import TableMemory
from app.viewmodels.tables.model import TableModel
from app.viewmodels.translation import tr, typed


class TableViewModel(QObject):
    """`changed`: other rows, or another message.

    `opened` is emitted with the row that the user opens by Enter or a double click, `notice` with a text for the
    user after an export.
    """

    changed = Signal()
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
        super().__init__(parent)
        self._title = title
        self.model = TableModel[Any](columns, key, self)
        self.columns = TableColumns(table_id, self.model, memory, self)
        self._empty = empty
        self._words = tr("Loading…")
        self.details = ""
        """What "Copy details" copies; empty: nothing to copy."""
        self.filter_text = ""

    # --- rows ----------------------------------------------------------------------------------------------

    def show_rows(self, rows: Iterable[Any]) -> None:
        """Show these rows; those with the same key stay selected, and where they are."""
        self.model.set_rows(rows)
        self._words = self.details = ""
        self.changed.emit()

    def show_words(self, words: str, details: str = "") -> None:
        """Show a text in place of the rows: that they are loading, or why they can't be shown."""
        self._words, self.details = words, details
        self.changed.emit()

    @property
    def words(self) -> str:
        """What is shown in place of the rows; empty if there are rows to show."""
        if self._words or self.model.rows:
            return self._words
        if self.filter_text:
            return tr("Nothing matches “{text}”. Press Esc to clear the filter.", text=self.filter_text)
        return typed(self._empty) or tr("Nothing to show.")

    @property
    def counted(self) -> str:
        """How many rows there are, and with a filter how many of them are shown."""
        shown, count = len(self.model.rows), self.model.count
        if shown != count:
            return tr(many("{shown} of {n}", "{shown} of {n}", count, shown=shown))
        return tr(many("{n} rows", "{n} row", count)) if count else ""

    @property
    def name(self) -> str:
        """The table's title, for screen readers and file names."""
        return typed(self._title)

    def filter(self, text: str) -> None:
        """Show only rows that contain all of these words."""
        self.filter_text = text.strip()
        self.model.filter(text)
        self.changed.emit()

    def open(self, place: int) -> None:
        """Open a row of those that are shown."""
        if 0 <= place < len(self.model.rows):
            self.opened.emit(self.model.rows[place])

    # --- for other programs ---------------------------------------------------------------------------------

    def copied(self, places: Sequence[int]) -> str:
        """Rows as text for the clipboard."""
        return to_tsv(self.columns.visible, [self.model.rows[at] for at in places])

    def save(self, chooser: FileChooser) -> None:
        """Save the rows that are shown as a CSV file."""
        chooser.ask_file(f"{self.name}.csv", self._save)

    def document(self, *, practice: str, now: Any) -> Document:
        """The rows that are shown, for printing."""
        return to_document(self._title, self.columns.visible, self.model.rows, practice=practice, now=now)

    def print(self, scope: TaskScope, clock: Clock, practice: str, parent: QObject) -> PrintViewModel:
        """The print preview of the rows that are shown."""

        async def make() -> Document:
            return self.document(practice=practice, now=clock.now())

        return PrintViewModel([PrintChoice(self.name, self.name, make)], 0, scope, parent)

    # --- inside --------------------------------------------------------------------------------------------

    def _save(self, path: Path) -> None:
        if save_csv(path, self.columns.visible, self.model.rows):
            self.notice.emit(tr("Saved as {file}", file=str(path)))
        else:
            self.notice.emit(
                tr(
                    "{file} couldn't be saved. If it is open in another program, close it there, "
                    "or choose another folder.",
                    file=str(path),
                )
            )
