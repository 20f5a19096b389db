"""Closing the day: its tabs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.viewmodels.staff.day_close import commands
from app.viewmodels.staff.day_close.screen import DayCloseScreenViewModel
from app.viewmodels.translation import tr
from app.views.staff.day_close.collections import CollectionsView
from app.views.staff.day_close.day import DayView
from app.views.staff.day_close.deposit import DepositView
from app.views.staff.frame.day_bar import DayBar
from app.views.staff.frame.parts.screen_tabs import ScreenTabs
from app.views.staff.frame.screen_view import ScreenTools, ScreenView
from app.views.staff.frame.toasts.toast_room import contents_of
from app.views.widgets.tables.pane import TablePane


class DayCloseScreen(ScreenView):
    """The day with its differences, its payments, the deposit, and collections: each made when it is first shown."""

    def __init__(self, model: DayCloseScreenViewModel, tools: ScreenTools) -> None:
        super().__init__()
        self.model = model
        steps = [each for each in model.own_commands if each.spec in commands.STEPS]
        self.bar = DayBar(model, model.day, steps, tools.theme, model.desk.now)
        for changed in (model.day_changed, model.day.changed):
            changed.connect(self.bar.show_day)
        self.bar.done.connect(self.take_focus)
        self.day = DayView(model, tools.theme)
        self._theme = tools.theme
        self.tabs = ScreenTabs(
            tr("Parts of closing the day"), ((each.word, each.title, each.shortcut) for each in commands.TABS)
        )
        self._views: dict[str, QWidget] = {commands.DIFFERENCES.id: self.day}
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.day)
        row = QHBoxLayout()
        row.setContentsMargins(12, 4, 12, 0)
        row.addWidget(self.tabs)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._stack, 1)
        self.tabs.picked.connect(lambda at: model.open_tab(commands.TABS[at].id))
        model.tab_changed.connect(self._show)
        model.printing.previewed.connect(lambda preview, printing: preview(printing, self.window()).open())
        self._show()

    @cached_property
    def payments(self) -> TablePane:
        """The payments of the day."""
        pane = TablePane(self.model.payments.table)
        self.model.payments.filter_asked.connect(pane.filter_field.setText)
        return pane

    @cached_property
    def deposit(self) -> DepositView:
        """What is brought to the bank."""
        made = {command.spec.id: command for command in self.model.own_commands}
        make, slip = made[commands.MAKE_DEPOSIT.id], made[commands.PRINT_SLIP.id]
        return DepositView(self.model.deposit, make, slip, self._theme)

    @cached_property
    def collections(self) -> CollectionsView:
        """The families to call."""
        return CollectionsView(self.model.collections, self._theme)

    def take_focus(self) -> None:
        """The first field of the drawer, or the table."""
        match self.model.tab:
            case commands.PAYMENTS.id:
                self.payments.table.setFocus()
            case commands.DEPOSITS.id:
                self.deposit.pane.table.setFocus()
            case commands.COLLECTIONS.id:
                self.collections.pane.table.setFocus()
            case _:
                self.day.drawer.begin()

    def kept_clear(self) -> Sequence[QRect]:
        """The form beside the table."""
        match self.model.tab:
            case commands.PAYMENTS.id:
                return ()
            case commands.DEPOSITS.id:
                return [contents_of(self.deposit.slip, self)]
            case commands.COLLECTIONS.id:
                return [contents_of(self.collections.family, self)]
            case _:
                return [contents_of(self.day.drawer, self)]

    def _show(self) -> None:
        tab = self.model.tab
        self.tabs.show_tab([spec.id for spec in commands.TABS].index(tab))
        if tab not in self._views:
            self._views[tab] = self._made(tab)
            self._stack.addWidget(self._views[tab])
        self._stack.setCurrentWidget(self._views[tab])
        self.refit.emit()
        if self.isVisible():
            self.take_focus()

    def _made(self, tab: str) -> QWidget:
        match tab:
            case commands.PAYMENTS.id:
                return _inset(self.payments)
            case commands.DEPOSITS.id:
                return self.deposit
            case _:
                return self.collections


def _inset(view: QWidget) -> QWidget:
    around = QWidget()
    column = QVBoxLayout(around)
    column.setContentsMargins(12, 8, 12, 12)
    column.addWidget(view)
    return around
