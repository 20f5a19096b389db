"""Closing the day: its tabs, the day and the clinic, and what the buttons do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from PySide6.QtCore import Signal

from app.core.text import At, Shape, msg
from app.domain.money.day_close import Difference
from app.domain.money.pay_methods import Method
from app.viewmodels.command import AsyncCommand
from app.viewmodels.staff.commands import ATTENTION
from app.viewmodels.staff.day_close import commands
from app.viewmodels.staff.day_close.day import DayModel
from app.viewmodels.staff.day_close.difference_rows import Step
from app.viewmodels.staff.day_close.figures import METHODS
from app.viewmodels.staff.day_close.payments import COLUMNS, EMPTY, payment_lines
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient_commands import OPEN_IN
from app.viewmodels.staff.screens import ScreenModel, ScreenStatus
from app.viewmodels.staff.selected_patient import Origin
from app.viewmodels.tables.layout import ForgetfulMemory
from app.viewmodels.tables.table import TableViewModel
from app.viewmodels.translation import tr, typed

LEDGER, PATIENT = "ledger", "patient"  # words: ids of screens


class DayCloseScreenViewModel(ScreenModel):
    """`tab_changed`: another tab. `day_changed`: another day or clinic. `count_asked`: the first field is wanted."""

    tab_changed = Signal()
    day_changed = Signal()
    count_asked = Signal()
    filter_asked = Signal(str)
    """The payments with this text are wanted."""

    def __init__(self, desk: DeskViewModel, _early: None) -> None:
        super().__init__(desk)
        self.desk = desk
        self.tab = commands.DIFFERENCES.id
        self.day = DayModel(desk, self)
        self.table = TableViewModel(
            "day payments",
            msg("Payments"),
            COLUMNS,
            lambda line: line.taken.pay_num,
            desk.tables or ForgetfulMemory(),
            self,
            empty=EMPTY,
        )
        self._chosen: date | None = None
        """The day that the user chose; None: today, whatever day that is."""
        self.own_commands = self._make_commands()
        self.table.opened.connect(lambda line: self._show_ledger(line.taken.patient))
        self.day.changed.connect(self._follow)

    # --- shown, left ---

    def enter(self) -> None:
        """Show the chosen day, or today. After midnight a count that was begun stays."""
        self._go(self._chosen or self._open_day())

    def leave(self) -> None:
        """Stop reading."""
        self.day.leave()

    def go_home(self) -> None:
        """Show the differences of today."""
        self.open_tab(commands.DIFFERENCES.id)
        self.choose_day(None)

    def refresh(self) -> None:
        """Read the day again."""
        self._go(self.day.day)

    def close(self) -> None:
        """The desk was closed."""
        self.day.leave()

    @property
    def status(self) -> ScreenStatus:
        """Its age, or that it is loading."""
        return ScreenStatus(self.day.age, tr("payments") if self.day.reading else "")

    # --- the day and the clinic ---

    def choose_day(self, day: date | None) -> None:
        """Show a day; None: today."""
        today = self.desk.now().date()
        self._chosen = None if day == today else day
        self._go(day or today)

    def choose_clinic(self, clinic: int) -> None:
        """Show a clinic's part of the day; 0: the whole office."""
        self.day.show(self.day.day, clinic)
        self.day_changed.emit()

    @property
    def clinics(self) -> Mapping[int, str]:
        """The office's clinics; empty without the feature."""
        lists = self.desk.parts.office.lists
        return (
            {row.ClinicNum: row.Abbr or row.Description for row in lists.clinics} if lists is not None else {}
        )

    @property
    def title(self) -> str:
        """The day."""
        return tr(At(self._noon, Shape.DATED_DAY))

    # --- tabs ---

    def open_tab(self, tab: str) -> None:
        """Show a tab, by the id of its command."""
        self.tab = tab
        self.tab_changed.emit()

    def take_step(self, step: Step, difference: Difference) -> None:
        """What a button beside a difference does."""
        match step:
            case Step.LEDGER:
                self._show_ledger(difference.patient)
            case Step.OPEN_DENTAL:
                self._select(difference.patient)
                self.desk.commands[OPEN_IN.id].run()
            case Step.REFUND:
                self.desk.money.refund(difference.patient, difference.payments[-1])
            case Step.SETTLE:
                self.desk.commands[ATTENTION.id].run()
            case Step.COUNT:
                self.count_asked.emit()
            case Step.CARDS:
                self._show_payments(Method.CARD)
            case Step.CHECKS:
                self._show_payments(Method.CHECK)
            case Step.PAYMENTS:
                self._show_payments(None)

    # --- inside ---

    def _go(self, day: date) -> None:
        self.day.show(day, self.day.clinic)
        self.day_changed.emit()

    def _open_day(self) -> date:
        """Today; yesterday while it is being counted after midnight."""
        today, shown = self.desk.now().date(), self.day.day
        begun = self.day.drawer.count.cash is not None and self.day.closed is None
        return shown if begun and shown == today - timedelta(days=1) else today

    @property
    def _noon(self) -> datetime:
        return datetime.combine(self.day.day, time(12))

    def _select(self, pat_num: int) -> None:
        if pat_num:
            self.desk.patient.select(pat_num, Origin.SEARCH)

    def _show_ledger(self, pat_num: int) -> None:
        self._select(pat_num)
        screens = self.desk.screens
        target = LEDGER if LEDGER in screens.specs else PATIENT
        self.desk.parts.scope.start(screens.show(target), "ledger")

    def _show_payments(self, method: Method | None) -> None:
        """The table, of one method only."""
        self.open_tab(commands.PAYMENTS.id)
        self.filter_asked.emit(typed(METHODS[method]) if method is not None else "")

    def _follow(self) -> None:
        facts, money = self.day.facts, self.day.money
        if facts is not None and money is not None:
            self.table.show_rows(payment_lines(facts.of_day, money, self.clinics))
        else:
            self.table.show_words(tr("Loading…"))
        for command in self.own_commands:
            command.refresh()
        self.status_changed.emit()

    def _make_commands(self) -> list[AsyncCommand]:
        made = [self.desk.command(spec, self._tab_opener(spec.id)) for spec in commands.TABS]
        made += [
            self.desk.command(spec, self._stepper(days))
            for spec, days in ((commands.PREVIOUS, -1), (commands.TODAY, 0), (commands.NEXT, 1))
        ]
        return [
            *made,
            self.desk.command(commands.COUNT, self._count),
            self.desk.command(commands.CLOSE, self.day.close, self.day.may_close),
            self.desk.command(commands.REOPEN, self.day.reopen, self.day.may_reopen),
        ]

    def _tab_opener(self, tab: str) -> Callable[[], Any]:
        async def work() -> None:
            self.open_tab(tab)

        return work

    def _stepper(self, days: int) -> Callable[[], Any]:
        async def work() -> None:
            self.choose_day(self.day.day + timedelta(days=days) if days else None)

        return work

    async def _count(self) -> None:
        self.open_tab(commands.DIFFERENCES.id)
        self.count_asked.emit()
