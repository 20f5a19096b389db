"""The tabs beside the account: each is one table, with the selected row's details in the side panel."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QObject, Signal

from app.core.text import Text, Words, msg
from app.services.money.account.records import FamilyAccount
from app.services.money.ledger.filings import Filings
from app.store.patients.parts import Refused, Unread
from app.viewmodels.messages import explain
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.ledger.details import LedgerDetails
from app.viewmodels.tables.column import Column
from app.viewmodels.tables.layout import ForgetfulMemory
from app.viewmodels.tables.table import TableViewModel
from app.viewmodels.translation import tr


class LedgerList(QObject):
    """One tab. `changed`: other rows, or another selection."""

    changed = Signal()
    id: ClassVar[str]
    word: ClassVar[Text]
    columns: ClassVar[Sequence[Column]]
    empty: ClassVar[Words]
    note: ClassVar[Words] = ""
    """The line above the table; empty: none."""

    def __init__(self, desk: DeskViewModel, parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self.selected: Hashable = None
        self.badge = ""
        """The text beside the tab's name: how many are open."""
        self.is_urgent = False
        """Whether something in it is late."""
        self.table = TableViewModel(
            f"ledger {self.id}",  # words: a name in the settings
            self.word,
            self.columns,
            lambda row: row.key,
            desk.tables or ForgetfulMemory(),
            self,
            empty=self.empty,
        )

    @property
    def row(self) -> Any:
        """The selected row; None: none is."""
        return next((each for each in self.table.model.rows if each.key == self.selected), None)

    @property
    def details(self) -> LedgerDetails | None:
        """The selected row in words."""
        return self.describe(row) if (row := self.row) is not None else None

    def describe(self, row: Any) -> LedgerDetails:
        """A row in words."""
        raise NotImplementedError

    def fill(self, account: FamilyAccount, filings: Filings | None, whose: int | None) -> None:
        """Show what belongs to a patient, or to the whole family (None)."""
        raise NotImplementedError

    def select(self, key: Hashable) -> None:
        """The user selected a row; None: nothing is."""
        if key != self.selected:
            self.selected = key
            self.changed.emit()

    def show_rows(self, rows: Iterable[Any]) -> None:
        """Show these rows."""
        self.table.show_rows(rows)
        self.changed.emit()

    def show_words(self, words: str) -> None:
        """Show a text in place of rows."""
        self.table.show_rows(())
        self.table.show_words(words)

    def show_group(self, group: Any, make: Callable[[Any], Iterable[Any]]) -> None:
        """Show a group, or why there is none: it is loading, or the key lacks a permission."""
        if isinstance(group, Unread):
            self.table.show_rows(())
            self.table.show_words(tr("Loading…"))
        elif isinstance(group, Refused):
            message = explain(group.why)
            self.table.show_rows(())
            self.table.show_words(
                " ".join(part for part in (message.title, message.action) if part), message.details
            )
        else:
            self.table.show_rows(make(group))
        self.changed.emit()


ONLY_OWN = msg("Only this patient's: reading the family's needs the Queries permission.")
