"""The ledger's screen: the urgent note, the figures, the family and the table; what is selected beside it."""

from __future__ import annotations

from collections.abc import Hashable
from itertools import chain, pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.viewmodels.staff.ledger import commands
from app.viewmodels.staff.ledger.screen import LedgerScreenViewModel
from app.viewmodels.staff.ledger.tabs import ACCOUNT
from app.viewmodels.staff.patient_commands import OPEN_IN
from app.viewmodels.translation import tr
from app.views.staff.frame.elsewhere_line import ElsewhereLine
from app.views.staff.frame.menus import context_menu
from app.views.staff.frame.parts.note import age_label
from app.views.staff.frame.screen_view import ScreenTools, ScreenView
from app.views.staff.frame.side_panel import SidePanel
from app.views.staff.ledger.card import LedgerCard
from app.views.staff.ledger.chips import MemberChips
from app.views.staff.ledger.figures import FiguresBar
from app.views.staff.ledger.list_pane import ListPane
from app.views.staff.ledger.split_menu import split_menu
from app.views.staff.ledger.table import LedgerTable
from app.views.theme.fonts import grown
from app.views.widgets.labels import breakable, plain_label

WIDEST = 1800
"""Pixels for text of 13 px."""


class LedgerScreen(ScreenView):
    """Arranges the parts and connects their signals; contains no logic."""

    panel: SidePanel

    def __init__(self, model: LedgerScreenViewModel, tools: ScreenTools) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = model
        self._ordered: list[QToolButton] = []
        """The members in the order of Tab."""
        account = model.account
        self.urgent = plain_label(wrap=True)
        self.urgent.setObjectName("urgent")
        self._theme = tools.theme
        self.figures = FiguresBar(tools.theme)
        self.chips = MemberChips(account.choose)
        self.table = LedgerTable(account, tools.theme)
        open_in = model.desk.commands[OPEN_IN.id]
        self.lists = {name: ListPane(each, open_in, tools.theme) for name, each in model.tabs.lists.items()}
        self.tabs = QTabBar()
        self.pages = QStackedWidget()
        self._make_tabs()
        self.gap = plain_label(kind="second", wrap=True)
        self.card = LedgerCard(model.card, tools.theme)
        self.panel = SidePanel(self.card)
        self._nobody = plain_label(
            tr("No patient selected. Press Ctrl+P or just type a name to find one."), kind="second", wrap=True
        )
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._nobody)
        self._stack.addWidget(self._work())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._connect()
        self._show()

    def _connect(self) -> None:
        model = self.model
        self.card.picked.connect(model.tabs.reveal)
        self.card.left.connect(self.take_focus)
        for table in (model.account.entries.table, *(each.table for each in model.tabs.lists.values())):
            table.opened.connect(lambda _: self._open())
        model.account.entries.revealed.connect(self._reveal)
        for pane in self.panes.values():
            pane.pane.print_asked.connect(model.print)
            pane.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            pane.view.customContextMenuRequested.connect(self._open_menu)
        model.asked.connect(self._do)
        model.card.splits.asked.connect(self._choose_split)
        model.previewed.connect(lambda preview, printing: preview(printing, self.window()).open())
        for signal in (model.patient_changed, model.account.changed, model.tabs.changed):
            signal.connect(self._show)
        model.tabs.shown_changed.connect(self._show_tab)

    @property
    def panes(self) -> dict[str, LedgerTable | ListPane]:
        """The tabs' widgets by id."""
        return {ACCOUNT: self.table, **self.lists}

    @property
    def pane(self) -> LedgerTable | ListPane:
        """The shown tab's."""
        return self.panes[self.model.tabs.current]

    def take_focus(self) -> None:
        """Focus the table: its keys work."""
        if self._stack.currentWidget() is self._nobody:
            self.setFocus()
        else:
            (self.tabs if self.model.tabs.table.words else self.pane.view).setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """The account may have been read before the screen was made: its members get their place in the tab order."""
        super().showEvent(event)
        self._order_tabs()

    def clear_selection(self) -> None:
        """Clear the selection of an entry."""
        self.pane.view.clearSelection()

    def _make_tabs(self) -> None:
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(tr("Parts of the ledger"))
        model = self.model.tabs
        for tab_id in model.ids:
            at = self.tabs.addTab(model.title(tab_id))
            self.tabs.setTabToolTip(at, f"{model.title(tab_id)}  ({commands.TABS[tab_id].shortcut})")
            self.pages.addWidget(self.panes[tab_id])
        self.tabs.currentChanged.connect(lambda at: model.open(model.ids[at]))

    def _work(self) -> QWidget:
        """Not wider than an amount can be followed to its description."""
        host = QWidget(self._stack)
        work = QWidget(host)
        work.setMaximumWidth(grown(WIDEST, self.font()))
        line = QHBoxLayout(host)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(work, 1)
        line.addStretch(0)
        column = QVBoxLayout(work)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        for part in (self.urgent, ElsewhereLine(self.model.desk), self.figures, self.chips):
            column.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(self.tabs)
        row.addStretch(1)
        row.addWidget(age_label(self.model.account))
        column.addLayout(row)
        column.addWidget(self.gap)
        column.addWidget(self.pages, 1)
        return host

    def _open(self) -> None:
        """Enter or a double click: the keyboard goes to the details."""
        if self.panel.folded:
            self.panel.fold(False)
        if self.panel.shows_card:
            self.card.take_focus()

    def _order_tabs(self) -> None:
        """Members come and go; Tab still goes from them over tabs and filters to the table and the actions."""
        if self._ordered == self.chips.buttons or self.card.window() is not self.window():
            return  # before it is shown, its panel is not in the window yet
        self._ordered = list(self.chips.buttons)
        order = [*self._ordered, self.chips.more, self.tabs, *self.table.stops, *self.card.buttons]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _open_menu(self, at: QPoint) -> None:
        """What can be done with the row below the mouse, or with the selected one."""
        view = self.pane.view
        rows = self.model.card.commands
        context_menu(self, chain.from_iterable(rows), self._theme).popup(view.viewport().mapToGlobal(at))

    def _choose_split(self) -> None:
        """Where the selected payment's splits can be moved, below the button that asks for it."""
        splits, card = self.model.card.splits, self.model.card
        menu = split_menu(self, splits.choices(card.row), splits.choose)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        button = self.card.button_of(commands.SPLIT)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
        menu.setActiveAction(
            next(each for each in menu.actions() if each.isEnabled() and not each.isSeparator())
        )

    def _reveal(self, key: Hashable) -> None:
        self.table.go_to(key)
        self.table.view.setFocus()

    def _show_tab(self) -> None:
        model = self.model.tabs
        at = model.ids.index(model.current)
        focus = QApplication.focusWidget()
        had = focus is not None and self.pages.isAncestorOf(focus)
        self.tabs.setCurrentIndex(at)
        self.pages.setCurrentIndex(at)
        if had and self.isVisible():
            self.take_focus()

    def _do(self, command_id: str) -> None:
        """Commands that only the view can run."""
        match command_id:
            case commands.FILTER.id:
                self.pane.pane.filter_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
                self.pane.pane.filter_field.selectAll()
            case commands.JUMP.id:
                self.model.tabs.open(ACCOUNT)
                self.table.pick_date()
            case commands.SAVE.id:
                self.pane.pane.save()

    def _show(self) -> None:
        account = self.model.account
        self._stack.setCurrentIndex(int(self.model.pat_num is not None))
        self.urgent.setText(breakable(account.urgent))
        self.urgent.setVisible(bool(account.urgent))
        self.figures.fill(account.figures)
        self.chips.fill(account.chips)
        self._order_tabs()
        model = self.model.tabs
        for at, tab_id in enumerate(model.ids):
            if self.tabs.tabText(at) != (title := model.title(tab_id)):
                self.tabs.setTabText(at, title)
        self.gap.setText(model.gap)
        self.gap.setVisible(bool(model.gap))
