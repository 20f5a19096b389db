"""A payment that another screen asks the ledger to show, once its account has been read."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.viewmodels.staff.ledger.account import LedgerAccount
from app.viewmodels.staff.ledger.tabs import LedgerTabs


class WantedPayment(QObject):
    """Waits for the account; one that has no row there, because it pays for nothing, is forgotten."""

    def __init__(self, tabs: LedgerTabs, account: LedgerAccount, parent: QObject) -> None:
        super().__init__(parent)
        self._tabs = tabs
        self._account = account
        self._wanted: tuple[int, int] | None = None
        """The PatNum and the PayNum."""
        account.changed.connect(self._look)

    def ask(self, pat_num: int, pay_num: int) -> None:
        """Select this payment of this patient."""
        self._wanted = pat_num, pay_num
        self._look()

    def _look(self) -> None:
        account = self._account
        if self._wanted is None or account.value is None or account.pat_num != self._wanted[0]:
            return
        rows = account.entries.table.model.rows
        found = next((row.key for row in rows if row.pay_num == self._wanted[1]), None)
        if found is not None:
            self._wanted = None
            self._tabs.reveal(found)
        elif account.value.complete:
            self._wanted = None
