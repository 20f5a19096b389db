"""The ledger's tabs: the account, and beside it claims, payment plans, discount plans and statements."""

from __future__ import annotations

from collections.abc import Hashable
from typing import ClassVar

from PySide6.QtCore import QObject, QSignalBlocker, Signal

from app.core.text import Text, msg
from app.services.money.ledger.filings import Filings, FilingsReader
from app.store.patients.parts import Refused
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.ledger.account import LedgerAccount
from app.viewmodels.staff.ledger.claims import ClaimsList
from app.viewmodels.staff.ledger.details import LedgerDetails
from app.viewmodels.staff.ledger.discounts import DiscountsList
from app.viewmodels.staff.ledger.lists import ONLY_OWN, LedgerList
from app.viewmodels.staff.ledger.plans import PlansList
from app.viewmodels.staff.ledger.statements import StatementsList
from app.viewmodels.staff.patient.sections.section import Section
from app.viewmodels.tables.table import TableViewModel
from app.viewmodels.translation import tr

ACCOUNT = "account"


class FilingsSection(Section[Filings]):
    """Claims, statements and discount plans, read after the account."""

    reader = FilingsReader

    def carry(self, pat_num: int, known: Filings) -> None:
        """Show another member of the family, of which this is known, while it is read again."""
        if pat_num != self.pat_num:
            with QSignalBlocker(self):
                self.show(pat_num)
                self._part.publish(pat_num, known)
            self._update()


class LedgerTabs(QObject):
    """`shown_changed`: another tab is shown. `changed`: other rows or badges in any of them."""

    changed = Signal()
    shown_changed = Signal()
    WORDS: ClassVar[dict[str, Text]] = {ACCOUNT: msg("Account")}

    def __init__(self, desk: DeskViewModel, account: LedgerAccount) -> None:
        super().__init__(account)
        self.account = account
        self.filings = FilingsSection(desk, self)
        self.lists: dict[str, LedgerList] = {
            each.id: each(desk, self) for each in (ClaimsList, PlansList, DiscountsList, StatementsList)
        }
        self.current = ACCOUNT
        account.changed.connect(self._fill)
        account.entries.changed.connect(self.changed)
        self.filings.changed.connect(self._fill)
        for each in self.lists.values():
            each.changed.connect(self.changed)

    @property
    def ids(self) -> tuple[str, ...]:
        """From left to right."""
        return (ACCOUNT, *self.lists)

    @property
    def table(self) -> TableViewModel:
        """The table of the shown tab."""
        return self.account.entries.table if self.current == ACCOUNT else self.lists[self.current].table

    @property
    def details(self) -> LedgerDetails | None:
        """What is selected in the shown tab."""
        return self.account.entries.details if self.current == ACCOUNT else self.lists[self.current].details

    def title(self, tab_id: str) -> str:
        """A tab's word, with how many of its rows are open."""
        if tab_id == ACCOUNT:
            return tr(self.WORDS[ACCOUNT])
        found = self.lists[tab_id]
        return f"{tr(found.word)} ({found.badge})" if found.badge else tr(found.word)

    @property
    def gap(self) -> str:
        """What the shown tab lacks; empty: nothing."""
        value = self.filings.value
        own = value is not None and not value.whole_family and self.current not in (ACCOUNT, PlansList.id)
        return tr(ONLY_OWN) if own and self.account.shows_family else ""

    def open(self, tab_id: str) -> None:
        """Show a tab."""
        if tab_id != self.current:
            self.current = tab_id
            self.shown_changed.emit()
            self.changed.emit()

    def show(self, pat_num: int | None) -> None:
        """Follow this patient."""
        if pat_num != self.account.pat_num:
            for each in self.lists.values():
                each.selected = None
                each.table.clear_filter()
        known, family = self.filings.value, {each.pat_num for each in self.account.members}
        self.account.show(pat_num)
        if pat_num is not None and known is not None and known.whole_family and pat_num in family:
            self.filings.carry(pat_num, known)
        else:
            self.filings.show(pat_num)

    def reveal(self, key: Hashable) -> None:
        """Bring an entry of the account into the table, whatever limits it now."""
        self.open(ACCOUNT)
        self.account.entries.reveal(key)

    def read_again(self) -> None:
        """Read everything again."""
        self.account.read_again()
        self.filings.read_again()

    def close(self) -> None:
        """Stop following the parts."""
        self.account.close()
        self.filings.close()

    def _fill(self) -> None:
        account = self.account.value
        if account is None:
            for each in self.lists.values():
                each.badge, each.is_urgent = "", False
                each.show_words(self.account.note)
        else:
            for each in self.lists.values():
                each.fill(account, self._known(), self.account.whose)
        self.changed.emit()

    def _known(self) -> Filings | None:
        state = self.filings.state
        if isinstance(state, Refused):
            return Filings(state, state, state)
        return self.filings.value
