"""The lists: tabs, a list, and the selected row beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from app.viewmodels.staff.lists import commands
from app.viewmodels.staff.lists.screen import ListsScreenViewModel
from app.viewmodels.translation import tr, typed
from app.views.staff.frame.menus import context_menu
from app.views.staff.frame.parts.screen_tabs import ScreenTabs
from app.views.staff.frame.screen_view import ScreenTools, ScreenView
from app.views.staff.frame.strip_who import open_link
from app.views.staff.frame.toasts.toast_room import ToastRoom, contents_of
from app.views.staff.lists.bar import ListsBar
from app.views.staff.lists.card import ListCard
from app.views.staff.lists.list_view import ListView
from app.views.staff.lists.status_menu import status_menu


class ListsScreen(ScreenView):
    """Each list is made when it is first shown."""

    def __init__(self, model: ListsScreenViewModel, tools: ScreenTools) -> None:
        super().__init__()
        self.model = model
        self._theme = tools.theme
        self.bar = ListsBar(model)
        self.bar.done.connect(self.take_focus)
        self.tabs = ScreenTabs(
            tr("Lists"), ((each.word, each.title, each.shortcut) for each in commands.TABS)
        )
        self.views: dict[str, ListView] = {}
        self._stack = QStackedWidget(self)
        self.card = ListCard(model, tools.theme)
        self._lay_out()
        self.tabs.picked.connect(lambda at: model.open_tab(commands.TABS[at].id))
        model.tab_changed.connect(self._show)
        model.actions.call_asked.connect(open_link)
        model.actions.statuses.asked.connect(self._ask_status)
        for previewed in (model.previewed, model.actions.estimates.previewed):
            previewed.connect(lambda preview, printing: preview(printing, self.window()).open())
        self._show()

    @property
    def view(self) -> ListView:
        """The list that is shown."""
        return self.views[self.model.tab.spec.id]

    def take_focus(self) -> None:
        """The table, with a row selected."""
        self.view.pane.table.setFocus()

    def kept_clear(self) -> Sequence[QRect]:
        """The selected row's card."""
        return [contents_of(self.card, self)]

    def _ask_status(self) -> None:
        """The short list of statuses, below the button that also opens it."""
        if (row := self.model.tab.chosen) is None:
            return
        button = self.card.buttons[commands.STATUS]
        menu = status_menu(self, self.model.actions.statuses, row)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
        menu.setActiveAction(menu.actions()[0])

    def _open_menu(self, at: QPoint) -> None:
        """What can be done with the row below the mouse, which the right button has selected."""
        if (row := self.model.tab.chosen) is None:
            return
        statuses, offered = self.model.actions.statuses, self.card.offered
        menu = context_menu(self, (each for each in offered if each.spec is not commands.STATUS), self._theme)
        if statuses.verdict(row).ok:
            short = status_menu(menu, statuses, row)
            short.setTitle(f"{typed(commands.STATUS.word)}\t{commands.STATUS.shortcut}")
            menu.insertMenu(menu.actions()[0], short)
        menu.popup(self.view.pane.table.viewport().mapToGlobal(at))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 4, 12, 0)
        head.addWidget(self.tabs)
        head.addStretch(1)
        work = QHBoxLayout()
        work.setContentsMargins(12, 8, 12, 12)
        work.setSpacing(12)
        work.addWidget(self._stack, 1)
        self.toast_room = ToastRoom(self.card, lambda: True)
        work.addLayout(self.toast_room)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(work, 1)

    def _show(self) -> None:
        tab = self.model.tab
        self.tabs.show_tab([spec.id for spec in commands.TABS].index(tab.spec.id))
        if tab.spec.id not in self.views:
            view = self.views[tab.spec.id] = ListView(tab)
            view.entered.connect(self.model.actions.enter)
            view.opened.connect(self.model.actions.show_patient)
            view.print_asked.connect(self.model.print)
            table = view.pane.table
            table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            table.customContextMenuRequested.connect(self._open_menu)
            self._stack.addWidget(view)
        self._stack.setCurrentWidget(self.view)
        self.refit.emit()
        if self.isVisible():
            self.take_focus()
