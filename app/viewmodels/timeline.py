"""What happened, newest first: progress notes, commlogs, appointments. Filtered by words and by kind."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from app.core.text import Words
from app.viewmodels.tables.changes import ShownRows
from app.viewmodels.tables.column import date_text
from app.viewmodels.tables.contents import Contents
from app.viewmodels.tables.rows import Rows
from app.viewmodels.translation import tr, typed

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ENTRY = Qt.ItemDataRole.UserRole + 1
"""The role of the whole TimelineEntry."""
AT_ONCE = 250
"""Entries prepared for the filter between two events."""


class TimelineEntry(Struct, frozen=True):
    """One thing that happened."""

    key: Hashable
    at: date | None
    """A date, or a datetime, which is shown with its time."""
    icon: str
    """The name of an icon in the theme ("NOTE")."""
    title: Words
    text: str = ""
    """As it was typed: line breaks, tabs and markup are shown literally."""
    author: str = ""
    kind: str = ""
    """What the entries can be limited to ("commlog")."""
    places: tuple[str, ...] = ()
    """What else the entries can be limited to, such as the teeth that a note is about."""
    tone: str = ""
    """The name of the title's color in the tokens ("alert"); empty: as usual."""

    @property
    def when(self) -> str:
        """The date, with the time if there is one."""
        return date_text(self.at) if self.at is not None else ""

    @property
    def about(self) -> str:
        """When, and by whom."""
        return " · ".join(part for part in (self.when, self.author) if part)

    @property
    def whole(self) -> str:
        """All of it, for screen readers, the clipboard and the filter."""
        head = ", ".join(part for part in (self.when, typed(self.title), self.author) if part)
        return f"{head}\n{self.text}" if self.text else head


class TimelineModel(QAbstractListModel):
    """Entries in the order given, changed by row and never reset."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = Rows[TimelineEntry](lambda entry: entry.key, lambda entry: entry.whole)
        self._shown = ShownRows[TimelineEntry](self, self._source)
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._prepare)

    @property
    def rows(self) -> Sequence[TimelineEntry]:
        """The entries that are shown, in order."""
        return self._shown.rows

    @property
    def count(self) -> int:
        """How many entries there are without a filter."""
        return len(self._source)

    def set_rows(self, rows: Iterable[TimelineEntry]) -> None:
        """Replace the entries. Those of the same key stay selected and in view. ValueError: a key occurs twice."""
        self._source.replace(rows)
        self._shown.follow()

    def prepare_filter(self) -> None:
        """Prepare the entries for the filter while nothing else happens."""
        self._idle.start()

    def filter(self, text: str) -> None:
        """Show only entries that contain all of these words."""
        if self._source.filter(text):
            self._shown.lay_out()

    def limit(self, kinds: Collection[str] | None, place: str = "", *, with_text: bool = False) -> None:
        """Show only entries of these kinds (None: of all), of this place ("": of any), and with a text if asked."""

        def allowed(entry: TimelineEntry) -> bool:
            return (
                (kinds is None or entry.kind in kinds)
                and (not place or place in entry.places)
                and (not with_text or bool(entry.text))
            )

        everything = kinds is None and not place and not with_text
        self._source.limit(None if everything else allowed)
        self._shown.lay_out()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many entries are shown."""
        return 0 if parent.isValid() else len(self._shown.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The entry, or its text."""
        if not index.isValid():
            return None
        entry = self._shown.rows[index.row()]
        match role:
            case _ if role == ENTRY:
                return entry
            case Qt.ItemDataRole.DisplayRole:
                return typed(entry.title)
            case Qt.ItemDataRole.AccessibleTextRole:
                return entry.whole
        return None

    def _prepare(self) -> None:
        if not self._source.prepare(AT_ONCE):
            self._idle.stop()


class TimelineViewModel(Contents):
    """Entries with a filter. `opened` is emitted with the entry that the user opens by Enter or a double click."""

    opened = Signal(object)

    def __init__(
        self,
        title: Words,
        parent: QObject | None = None,
        *,
        empty: Words = "",
        kinds: Mapping[str, Words] | None = None,
    ) -> None:
        """`kinds` names the kinds of entries that can be chosen, by `TimelineEntry.kind`."""
        self.model = TimelineModel()
        super().__init__(self.model, title, empty, parent)
        self.model.setParent(self)
        self.kinds = dict(kinds or {})
        self.chosen = frozenset(self.kinds)
        self.place = ""
        """The place that the entries are limited to; empty: any."""
        self.only_texts = False
        """Whether entries without a text are left out."""

    @property
    def words(self) -> str:
        """What is shown in place of the entries: also that none is left by kind or place."""
        if self.model.count and not self.model.rows and not self.filter_text and not self._words:
            return tr("Nothing matches the filters above.")
        return super().words

    def choose(self, kind: str, *, shown: bool) -> None:
        """Show or hide one kind of entries."""
        self.chosen = self.chosen | {kind} if shown else self.chosen - {kind}
        self._limit()

    def narrow(self, place: str) -> None:
        """Show only entries of this place; empty: of any."""
        if place != self.place:
            self.place = place
            self._limit()

    def show_only_texts(self, *, only: bool) -> None:
        """Leave out entries without a text, or show them again."""
        self.only_texts = only
        self._limit()

    def open(self, place: int) -> None:
        """Open an entry of those that are shown."""
        if 0 <= place < len(self.model.rows):
            self.opened.emit(self.model.rows[place])

    def copied(self, places: Iterable[int]) -> str:
        """Entries as text for the clipboard."""
        return "\n\n".join(self.model.rows[at].whole for at in places)

    def _limit(self) -> None:
        every = self.chosen == frozenset(self.kinds)
        self.model.limit(None if every else self.chosen, self.place, with_text=self.only_texts)
        self.changed.emit()
