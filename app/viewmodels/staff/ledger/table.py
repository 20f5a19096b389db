"""The account's entries as a table: what limits it, what is selected, and what this desk hasn't posted yet."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QObject, Signal

from app.core.text import msg
from app.journal.entries import Entry
from app.services.money.account.records import FamilyAccount
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.ledger.details import Entries, LedgerDetails, details_of
from app.viewmodels.staff.ledger.entries import ledger_rows
from app.viewmodels.staff.ledger.filters import LedgerFilter
from app.viewmodels.staff.ledger.pending import is_among, is_money, pending_rows
from app.viewmodels.staff.ledger.rows import COLUMNS, LedgerRow
from app.viewmodels.tables.layout import ForgetfulMemory
from app.viewmodels.tables.table import TableViewModel
from app.viewmodels.translation import tr

TABLE_ID = "ledger"  # words: a name in the settings
RECENT = 20
"""Entries of the journal among which a posting that was just saved is found."""
NONE_LEFT = msg("No entries with these filters. “All entries” and “All dates” show everything again.")


class LedgerEntries(QObject):
    """`changed`: another selection, or a payment of this desk has another state."""

    changed = Signal()
    another_shown = Signal()
    """The table shows another ledger's entries, the newest of which should be in view."""
    filter_changed = Signal()
    revealed = Signal(object)
    """The key of a row that should be selected."""
    family_asked = Signal()
    """The row that should be selected is another member's."""

    def __init__(self, desk: DeskViewModel, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.filter = LedgerFilter()
        self.selected: Hashable = None
        """The key of the selected row."""
        self.details: LedgerDetails | None = None
        self._known: tuple[FamilyAccount, int | None, list[LedgerRow]] | None = None
        """The account, whose entries are shown, and their rows."""
        self._links: Entries | None = None
        self._waited: set[int] = set()
        """The journal's entries that were shown as waiting: saved ones stay until the account is read again."""
        self._filled_for: tuple[int, int | None] | None = None
        self.table = TableViewModel(
            TABLE_ID,
            msg("Ledger"),
            COLUMNS,
            lambda row: row.key,
            desk.tables or ForgetfulMemory(),
            self,
            empty=msg("Nothing on this account yet. “Take payment” (P) records a prepayment."),
        )
        self._unwatch = desk.parts.journal.watch(self._follow_journal)

    @property
    def row(self) -> LedgerRow | None:
        """The selected row, if it is shown."""
        if self.selected is None:
            return None
        return next((each for each in self.table.model.rows if each.key == self.selected), None)

    def show(self, value: FamilyAccount, whose: int | None) -> None:
        """Show an account's entries: one patient's, or the family's (None)."""
        rows = ledger_rows(value, whose)
        if self._known is None or value is not self._known[0]:
            self._waited.clear()
        self._known, self._links = (value, whose, rows), None
        self._list()
        shown = value.guarantor, whose
        if shown != self._filled_for:
            self._filled_for = shown
            self.another_shown.emit()

    def clear(self) -> None:
        """Nothing of the last patient stays."""
        self.selected = self.details = self._known = self._links = self._filled_for = None
        self._waited.clear()
        self._show_all()
        self.table.show_rows(())
        self.table.show_words(tr("Loading…"))

    def limit(self, wanted: LedgerFilter) -> None:
        """Show only what a filter allows."""
        if wanted != self.filter:
            self.filter = wanted
            self.table.limit(wanted.rule(self._desk.now().date()), NONE_LEFT)
            self.filter_changed.emit()

    def reveal(self, key: Hashable) -> None:
        """Let the table show a row, whatever limits it now."""
        if not self._shows(key):
            self._show_all()
        if not self._shows(key):
            self.family_asked.emit()
        self.revealed.emit(key)

    def select(self, key: Hashable) -> None:
        """The user selected a row; None: nothing is."""
        if key != self.selected:
            self.selected = key
            self._describe()
            self.changed.emit()

    def close(self) -> None:
        """Stop following the journal."""
        self._unwatch()

    def _show_all(self) -> None:
        """Without any filter."""
        self.limit(LedgerFilter())
        self.table.clear_filter()

    def _follow_journal(self, entry: Entry) -> None:
        if is_money(entry) and self._known is not None:
            self._list()
            self.changed.emit()

    def _list(self) -> None:
        if self._known is None:
            return
        value, whose, rows = self._known
        journal = self._desk.parts.journal
        unsettled = {entry.id: entry for entry in journal.unsettled() if is_money(entry)}
        settled = self._waited - set(unsettled)
        saved = [each for each in journal.recent(RECENT) if each.id in settled and not is_among(each, rows)]
        self._waited |= set(unsettled)
        entries = (*unsettled.values(), *saved)
        self.table.show_rows([*rows, *pending_rows(entries, value, whose, self._desk.now().date())])
        self._describe()

    def _describe(self) -> None:
        row = self.row
        if row is None or self._known is None:
            self.details = None
            return
        if self._links is None:
            value, _, rows = self._known
            self._links = Entries(value, rows)
        self.details = details_of(row, self._links)

    def _shows(self, key: Hashable) -> bool:
        return any(row.key == key for row in self.table.model.rows)
