"""The side panel of the ledger: what is selected, and what can be done about it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from inspect import isawaitable
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.services.money.account.records import LastPayment
from app.viewmodels.command import AsyncCommand, CommandSpec
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.ledger.commands import (
    ADJUST,
    CHECK_OUT,
    PANEL_OF,
    PAY,
    PLAN,
    RECEIPT,
    REFUND,
    SPLIT,
    STATEMENT,
    TASK,
)
from app.viewmodels.staff.ledger.details import DetailPart, LedgerDetails
from app.viewmodels.staff.ledger.entries import PAYMENT
from app.viewmodels.staff.ledger.plans import PlanRow, PlansList
from app.viewmodels.staff.ledger.rows import Group, LedgerRow
from app.viewmodels.staff.ledger.splits import NO_PAYMENT, LedgerSplits
from app.viewmodels.staff.ledger.statement_paper import StatementPaper
from app.viewmodels.staff.ledger.tabs import ACCOUNT, LedgerTabs
from app.viewmodels.staff.ledger.tasking import about_selected
from app.viewmodels.staff.patient_commands import NOBODY
from app.viewmodels.tables.column import date_text, money_text
from app.viewmodels.translation import tr
from app.viewmodels.verdict import YES, Verdict

MOST_PAYMENTS = 5


class LedgerCardModel(QObject):
    """`changed`: another entry is selected, or it was read again."""

    changed = Signal()
    previewed = Signal(object, object)
    """As the screen's."""

    def __init__(self, desk: DeskViewModel, tabs: LedgerTabs) -> None:
        super().__init__(tabs)
        self._desk = desk
        self._tabs = tabs
        self._account = tabs.account
        self.splits = LedgerSplits(desk, tabs.account, self)
        self.statement = StatementPaper(desk, tabs.account, self.previewed.emit, self)
        works: dict[CommandSpec, tuple[Callable[[], Awaitable[None] | None], Callable[[], Verdict]]] = {
            PAY: (self._pay, lambda: YES),
            CHECK_OUT: (self._check_out, lambda: YES),
            ADJUST: (self._adjust, lambda: YES),
            REFUND: (self._refund, lambda: YES if self._selected_payment else NO_PAYMENT),
            RECEIPT: (self._receipt, lambda: YES if self._selected_payment else NO_PAYMENT),
            SPLIT: (self.splits.asked.emit, lambda: self.splits.verdict(self.row)),
            PLAN: (self._plan, lambda: YES),
            STATEMENT: (self.statement.make, self.statement.verdict),
            TASK: (self._task, desk.tasks.adding.verdict),
        }
        self.own = {spec: self._command(spec, *work) for spec, work in works.items()}
        tabs.changed.connect(self._follow)

    @property
    def commands(self) -> tuple[tuple[AsyncCommand, ...], ...]:
        """In rows, as they are shown."""
        own = self.own
        return (
            (own[PAY], own[CHECK_OUT]),
            (own[ADJUST], own[REFUND]),
            (own[RECEIPT], own[SPLIT]),
            (own[PLAN], own[STATEMENT]),
            (own[TASK],),
        )

    @property
    def details(self) -> LedgerDetails:
        """The selected entry; without one, the last payments."""
        account = self._account
        if (details := self._tabs.details) is not None:
            return details
        value = account.value if self._tabs.current == ACCOUNT else None
        payments = value.payments[:MOST_PAYMENTS] if value is not None else ()
        return LedgerDetails(
            tr("No entry selected"),
            heading=tr("Last payments") if payments else "",
            parts=tuple(map(_last, payments)),
        )

    @property
    def hint(self) -> str:
        """What a selection is good for; empty: something is selected."""
        if self._tabs.details is not None or not self._tabs.table.model.rows:
            return ""
        if self._tabs.current != ACCOUNT:
            return tr("Select a row to see its details.")
        return tr("Select an entry to see its splits and what is still owed on it.")

    def _follow(self) -> None:
        for command in self.own.values():
            command.refresh()
        self.changed.emit()

    @property
    def row(self) -> LedgerRow | None:
        """The selected entry of the account."""
        return self._account.entries.row if self._tabs.current == ACCOUNT else None

    @property
    def _selected_payment(self) -> int:
        return row.pay_num if (row := self.row) is not None else 0

    @property
    def _pat_num(self) -> int:
        """Whose money it is about: the selected entry's, else the patient's."""
        return row.pat_num if (row := self.row) is not None and row.things else self._account.pat_num or 0

    def _pay(self) -> None:
        plan = self._selected_plan
        due = (plan.status.overdue or plan.next_amount) if plan is not None else None
        self._desk.money.take_payment(self._account.pat_num or 0, due)

    def _check_out(self) -> None:
        self._desk.money.check_out(self._account.pat_num or 0)

    def _adjust(self) -> None:
        row = self.row
        procedure = row.things[0][1] if row is not None and row.group is Group.PROCEDURES else 0
        self._desk.money.adjust(self._pat_num, procedure)

    def _receipt(self) -> None:
        pay_num, value = self._selected_payment, self._account.value
        paid = next((each for each in value.payments if each.pay_num == pay_num), None) if value else None
        self._desk.money.reprint(paid.payer if paid is not None and paid.payer else self._pat_num, pay_num)

    def _plan(self) -> None:
        plan = self._selected_plan
        pat_num = plan.status.plan.PatNum if plan is not None else self._account.pat_num or 0
        self._desk.money.plan(pat_num, plan.key if plan is not None else 0)

    @property
    def _selected_plan(self) -> PlanRow | None:
        return self._tabs.lists[PlansList.id].row if self._tabs.current == PlansList.id else None

    def _refund(self) -> None:
        self._desk.money.refund(self._pat_num, self._selected_payment)

    def _task(self) -> None:
        self._desk.tasks.new(about_selected(self._desk, self._tabs))

    def _command(
        self, spec: CommandSpec, do: Callable[[], Awaitable[None] | None], can: Callable[[], Verdict]
    ) -> AsyncCommand:
        def work() -> Coroutine[Any, Any, None]:
            async def run() -> None:
                if isawaitable(rest := do()):  # the command runs until that is done; `emit` returns a bool
                    await rest

            return run()

        def verdict() -> Verdict:
            if self._account.pat_num is None:
                return NOBODY
            found = can()
            if not found.ok or spec.id not in PANEL_OF:
                return found
            return self._desk.commands[PANEL_OF[spec.id]].verdict

        return self._desk.command(spec, work, verdict)


def _last(each: LastPayment) -> DetailPart:
    words = " ".join(part for part in (date_text(each.day), each.kind, each.check) if part)
    return DetailPart(words, money_text(each.amount), (PAYMENT, each.pay_num, each.day))
