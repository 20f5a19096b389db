"""The ledger as a receptionist uses it: figures, members, table, side card."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from app.viewmodels.staff.ledger.rows import LedgerRow
from app.viewmodels.staff.ledger.screen import LedgerScreenViewModel
from app.viewmodels.staff.selected_patient import Origin
from app.views.staff.ledger.screen import LedgerScreen
from tests.journeys.desk import Desk

BUSIEST = (
    "SELECT p.PatNum FROM patient p JOIN paysplit s ON s.PatNum = p.PatNum WHERE p.Guarantor IN"
    " (SELECT Guarantor FROM patient GROUP BY Guarantor HAVING COUNT(*) > 2)"
    " GROUP BY p.PatNum ORDER BY COUNT(*) DESC, p.PatNum LIMIT 1"
)
"""Of the patients with a family, the one with the most splits."""  # words: SQL
OWING = (
    "SELECT PatNum FROM patient WHERE Guarantor IN (SELECT Guarantor FROM patient GROUP BY Guarantor"
    " HAVING COUNT(*) > 2) AND EstBalance > 0 ORDER BY EstBalance DESC, PatNum LIMIT 1"
)
"""A member of a family who owes the most."""


class Ledger:
    """The open ledger."""

    def __init__(self, desk: Desk, view: LedgerScreen) -> None:
        self.desk = desk
        self.view = view
        self.model: LedgerScreenViewModel = view.model

    @property
    def rows(self) -> list[LedgerRow]:
        """The rows of the table."""
        return list(self.model.account.entries.table.model.rows)

    async def read(self) -> None:
        """Wait until the account has been read completely."""
        account = self.model.account
        await self.desk.until(lambda: account.value is not None and account.value.complete)
        await self.desk.turn(5)

    async def select(self, row: LedgerRow) -> None:
        """Put the cursor on a row."""
        self.view.table.go_to(row.key)
        await self.desk.turn()

    def money(self, command: str, *values: Any) -> Decimal:
        """An amount from the practice's database."""
        return Decimal(str(self.desk.served.sql(command, *values)[0][0] or 0)).quantize(Decimal("0.01"))


async def open_ledger(desk: Desk, pat_num: int) -> Ledger:
    """Select a patient and open the ledger by its key's command."""
    desk.frame.desk.patient.select(pat_num, Origin.SEARCH)
    await desk.frame.desk.screens.show("ledger")
    await desk.until(lambda: bool(desk.window.findChildren(LedgerScreen)))
    ledger = Ledger(desk, desk.window.findChildren(LedgerScreen)[0])
    await ledger.read()
    return ledger


def busiest(desk: Desk) -> int:
    """A patient with a family and many payments."""
    return int(desk.served.sql(BUSIEST)[0][0])


def owing(desk: Desk) -> int:
    """A member of a family, with a balance."""
    return int(desk.served.sql(OWING)[0][0])
