"""What a table or a timeline shows: its rows, or why there are none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from app.core.text import Text, Words, many
from app.viewmodels.translation import tr, typed


class FilteredModel(Protocol):
    """A list model with a filter."""

    @property
    def rows(self) -> Sequence[Any]:
        """The rows that are shown, in order."""
        ...

    @property
    def count(self) -> int:
        """How many rows there are without the filter."""
        ...

    def set_rows(self, rows: Iterable[Any]) -> None:
        """Replace the rows."""
        ...

    def filter(self, text: str) -> None:
        """Show only rows that contain all of these words."""
        ...

    def prepare_filter(self) -> None:
        """Prepare the rows for the filter while nothing else happens."""
        ...


class Contents(QObject):
    """`changed`: other rows, or another message. `filter_cleared`: the program cleared the filter, not the user."""

    changed = Signal()
    filter_cleared = Signal()

    def __init__(
        self, model: FilteredModel, title: Words, empty: Words, parent: QObject | None = None
    ) -> None:
        """`title` names it without a patient's name, `empty` says why it is empty and what to do."""
        super().__init__(parent)
        self._rows = model
        self.title = title
        self._empty = empty
        self._words = tr("Loading…")
        self.details = ""
        """What "Copy details" copies; empty: nothing to copy."""
        self.filter_text = ""
        self.counting: Callable[[int], Text] | None = None
        """Says how many there are of what the rows are, "63 appointments"; None: rows."""
        self.limited: Words = ""
        """What is shown in place of the rows where a limit leaves none of them; empty: nothing limits them."""

    @property
    def name(self) -> str:
        """The title, for screen readers and file names."""
        return typed(self.title)

    def show_rows(self, rows: Iterable[Any]) -> None:
        """Show these rows; those with the same key stay selected, and where they are."""
        self._rows.set_rows(rows)
        self._words = self.details = ""
        self.changed.emit()

    def show_words(self, words: str, details: str = "") -> None:
        """Show a text in place of the rows: that they are loading, or why they can't be shown."""
        self._words, self.details = words, details
        self.changed.emit()

    @property
    def words(self) -> str:
        """What is shown in place of the rows; empty if there are rows to show."""
        if self._words or self._rows.rows:
            return self._words
        if self.filter_text:
            return tr("Nothing matches “{text}”. Press Esc to clear the filter.", text=self.filter_text)
        return typed((self.limited if self._rows.count else "") or self._empty) or tr("Nothing to show.")

    @property
    def counted(self) -> str:
        """How many rows there are, and with a filter how many of them are shown."""
        shown, count = len(self._rows.rows), self._rows.count
        if shown != count:
            return tr(many("{shown} of {n}", "{shown} of {n}", count, shown=shown))
        if not count:
            return ""
        return tr(self.counting(count) if self.counting is not None else many("{n} rows", "{n} row", count))

    def filter(self, text: str) -> None:
        """Show only rows that contain all of these words."""
        self.filter_text = text.strip()
        self._rows.filter(text)
        self.changed.emit()

    def clear_filter(self) -> None:
        """Show all rows again, as when other ones are shown than those that were filtered."""
        self.filter("")
        self.filter_cleared.emit()

    def prepare_filter(self) -> None:
        """The user is about to filter."""
        self._rows.prepare_filter()
