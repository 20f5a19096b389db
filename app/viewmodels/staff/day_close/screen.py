"""Closing the day: its tabs, the day and the clinic."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from PySide6.QtCore import Signal

from app.core.text import At, Shape
from app.domain.money.pay_methods import Method
from app.viewmodels.command import AsyncCommand
from app.viewmodels.staff.day_close import commands
from app.viewmodels.staff.day_close.closing import ClosingModel
from app.viewmodels.staff.day_close.collections import CollectionsModel
from app.viewmodels.staff.day_close.day import DayModel
from app.viewmodels.staff.day_close.deposit import DepositModel
from app.viewmodels.staff.day_close.payments import PaymentsModel
from app.viewmodels.staff.day_close.printing import Printing
from app.viewmodels.staff.day_close.steps import NextSteps
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.screens import ScreenModel, ScreenStatus
from app.viewmodels.translation import tr


class DayCloseScreenViewModel(ScreenModel):
    """`tab_changed`: another tab. `day_changed`: another day or clinic."""

    tab_changed = Signal()
    day_changed = Signal()

    def __init__(self, desk: DeskViewModel, _early: None) -> None:
        super().__init__(desk)
        self.desk = desk
        self.tab = commands.DIFFERENCES.id
        self.day = DayModel(desk, self)
        self.closing = ClosingModel(desk, self.day, self)
        self.steps = NextSteps(desk, self)
        self.payments = PaymentsModel(desk, self.day, self.steps, self)
        self.printing = Printing(desk, self.day, self.payments, self)
        self.deposit = DepositModel(desk, self.payments, self.printing, self)
        self.collections = CollectionsModel(desk, self.steps, self.printing, self)
        self._chosen: date | None = None
        """The day that the user chose; None: today, whatever day that is."""
        self.own_commands = self._make_commands()
        self.steps.payments_asked.connect(self._show_payments)
        self.day.changed.connect(self._follow)

    # --- shown, left ---

    def enter(self) -> None:
        """Show the chosen day, or today. After midnight a count that was begun stays."""
        self._go(self._chosen or self._open_day())
        self._read_tab()

    def leave(self) -> None:
        """Stop reading."""
        self.day.leave()
        self.deposit.leave()
        self.collections.leave()

    def go_home(self) -> None:
        """Show the differences of today."""
        self.open_tab(commands.DIFFERENCES.id)
        self.choose_day(None)

    def refresh(self) -> None:
        """Read what is shown again."""
        self._go(self.day.day)
        self._read_tab()

    def close(self) -> None:
        """The desk was closed."""
        self.leave()
        self.day.end()

    @property
    def status(self) -> ScreenStatus:
        """Its age, or that it is loading."""
        return ScreenStatus(self.day.age, tr("payments") if self.day.reading else "", followed=False)

    # --- the day, the clinic, the tab ---

    def choose_day(self, day: date | None) -> None:
        """Show a day; None: today."""
        today = self.desk.now().date()
        self._chosen = None if day == today else day
        self._go(day or today)

    def choose_clinic(self, clinic: int) -> None:
        """Show a clinic's part of the day; 0: the whole office."""
        self.day.show(self.day.day, clinic)
        self._read_tab()
        self.day_changed.emit()

    @property
    def clinics(self) -> Mapping[int, str]:
        """The office's clinics; empty without the feature."""
        return self.payments.clinics

    @property
    def title(self) -> str:
        """The day."""
        return tr(At(datetime.combine(self.day.day, time()), Shape.DATED_DAY))

    def open_tab(self, tab: str) -> None:
        """Show a tab, by the id of its command."""
        self.tab = tab
        self._read_tab()
        self.tab_changed.emit()

    # --- inside ---

    def _go(self, day: date) -> None:
        self.day.show(day, self.day.clinic)
        self.day_changed.emit()

    def _read_tab(self) -> None:
        """Each tab reads its own while it is shown."""
        self.deposit.leave()
        self.collections.leave()
        if self.tab == commands.DEPOSITS.id:
            self.deposit.show(self.day.clinic)
        elif self.tab == commands.COLLECTIONS.id:
            self.collections.show(self.day.clinic)

    def _open_day(self) -> date:
        """Today; yesterday while it is being counted after midnight."""
        today, shown = self.desk.now().date(), self.day.day
        begun = self.day.drawer.count.cash is not None and self.day.closed is None
        return shown if begun and shown == today - timedelta(days=1) else today

    def _show_payments(self, method: Method | None) -> None:
        self.open_tab(commands.PAYMENTS.id)
        self.payments.show_only(method)

    def _follow(self) -> None:
        for command in self.own_commands:
            command.refresh()
        self.status_changed.emit()

    def _make_commands(self) -> list[AsyncCommand]:
        made = [self.desk.command(spec, _tab_opener(self, spec.id)) for spec in commands.TABS]
        made += [
            self.desk.command(spec, self._stepper(days))
            for spec, days in ((commands.PREVIOUS, -1), (commands.TODAY, 0), (commands.NEXT, 1))
        ]
        return [
            *made,
            self.desk.command(commands.COUNT, self._count),
            self.desk.command(commands.CLOSE, self.closing.close, self.closing.may_close),
            self.desk.command(commands.REOPEN, self.closing.reopen, self.closing.may_reopen),
            self.desk.command(commands.PRINT, self.printing.day_sheet, self.printing.may_print),
            self.desk.command(commands.MAKE_DEPOSIT, self.deposit.make, self.deposit.may_make),
            self.desk.command(commands.PRINT_SLIP, self.deposit.print, self.deposit.may_print),
        ]

    def _stepper(self, days: int) -> Callable[[], Any]:
        async def work() -> None:
            self.choose_day(self.day.day + timedelta(days=days) if days else None)

        return work

    async def _count(self) -> None:
        self.open_tab(commands.DIFFERENCES.id)
        self.steps.count_asked.emit()


def _tab_opener(screen: DayCloseScreenViewModel, tab: str) -> Callable[[], Any]:
    async def work() -> None:
        screen.open_tab(tab)

    return work
