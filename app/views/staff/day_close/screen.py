"""Closing the day: its tabs."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from app.viewmodels.staff.day_close import commands
from app.viewmodels.staff.day_close.screen import DayCloseScreenViewModel
from app.viewmodels.translation import tr, typed
from app.views.staff.day_close.bar import DayCloseBar
from app.views.staff.day_close.collections import CollectionsView
from app.views.staff.day_close.day import DayView
from app.views.staff.day_close.deposit import DepositView
from app.views.staff.frame.screen_view import ScreenTools, ScreenView
from app.views.widgets.tables.pane import TablePane


class DayCloseScreen(ScreenView):
    """The day with its differences, its payments, the deposit, and collections."""

    def __init__(self, model: DayCloseScreenViewModel, tools: ScreenTools) -> None:
        super().__init__()
        self.model = model
        self.bar = DayCloseBar(model, tools.theme)
        self.bar.done.connect(self.take_focus)
        self.day = DayView(model, tools.theme)
        self.payments = TablePane(model.payments.table)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(tr("Parts of closing the day"))
        for spec in commands.TABS:
            at = self.tabs.addTab(typed(spec.word))
            self.tabs.setTabToolTip(at, f"{typed(spec.title)}  ({spec.shortcut})")
        made = {command.spec.id: command for command in model.own_commands}
        make, slip = made[commands.MAKE_DEPOSIT.id], made[commands.PRINT_SLIP.id]
        self.deposit = DepositView(model.deposit, make, slip, tools.theme)
        self.collections = CollectionsView(model.collections, tools.theme)
        self._views: dict[str, QWidget] = {
            commands.DIFFERENCES.id: self.day,
            commands.PAYMENTS.id: _inset(self.payments),
            commands.DEPOSITS.id: self.deposit,
            commands.COLLECTIONS.id: self.collections,
        }
        self._stack = QStackedWidget()
        for view in self._views.values():
            self._stack.addWidget(view)
        row = QHBoxLayout()
        row.setContentsMargins(12, 4, 12, 0)
        row.addWidget(self.tabs)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._stack, 1)
        self.tabs.tabBarClicked.connect(lambda at: model.open_tab(commands.TABS[at].id) if at >= 0 else None)
        model.tab_changed.connect(self._show)
        model.payments.filter_asked.connect(self.payments.filter_field.setText)
        model.printing.previewed.connect(lambda preview, printing: preview(printing, self.window()).open())
        self._show()

    def take_focus(self) -> None:
        """The first field of the drawer, or the table."""
        tables = {
            commands.PAYMENTS.id: self.payments,
            commands.DEPOSITS.id: self.deposit.pane,
            commands.COLLECTIONS.id: self.collections.pane,
        }
        if (pane := tables.get(self.model.tab)) is not None:
            pane.table.setFocus()
        else:
            self.day.drawer.begin()

    def _show(self) -> None:
        tab = self.model.tab
        self.tabs.setCurrentIndex([spec.id for spec in commands.TABS].index(tab))
        self._stack.setCurrentWidget(self._views.get(tab, self.day))
        if self.isVisible():
            self.take_focus()


def _inset(view: QWidget) -> QWidget:
    around = QWidget()
    column = QVBoxLayout(around)
    column.setContentsMargins(12, 8, 12, 12)
    column.addWidget(view)
    return around
