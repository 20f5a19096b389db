"""The screen of check-in: its tabs, or that it needs an office hub."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.viewmodels.staff.check_in import commands
from app.viewmodels.staff.check_in.screen import CheckInScreenViewModel
from app.viewmodels.translation import tr
from app.views.staff.check_in.changes_panel import ChangesTab
from app.views.staff.check_in.kiosks import KiosksView
from app.views.staff.check_in.settings import SettingsView
from app.views.staff.check_in.today import TodayView
from app.views.staff.frame.parts.screen_tabs import ScreenTabs
from app.views.staff.frame.screen_view import ScreenTools, ScreenView
from app.views.staff.frame.toasts.toast_room import contents_of
from app.views.widgets.message import MessagePane


class CheckInScreen(ScreenView):
    """Each tab is made when it is first shown. Ctrl+1 to Ctrl+4 choose one."""

    def __init__(self, model: CheckInScreenViewModel, tools: ScreenTools) -> None:
        super().__init__()
        self.setObjectName("page")
        self.model = model
        self._theme = tools.theme
        self.tabs = ScreenTabs(
            tr("Parts of check-in"), ((each.word, each.title, each.shortcut) for each in commands.TABS)
        )
        self._views: dict[str, QWidget] = {}
        self._message = MessagePane()
        self.set_up = QPushButton(tr("Set up the office hub"))
        self.set_up.setProperty("kind", "primary")
        self.set_up.clicked.connect(lambda: model.set_up_hub())
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty())
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
        self._show()

    def take_focus(self) -> None:
        """The tab's first part, or the button that sets the hub up."""
        view = self._stack.currentWidget()
        if isinstance(view, TodayView | ChangesTab | KiosksView | SettingsView):
            view.take_focus()
        else:
            (self.set_up if self.set_up.isVisible() else self).setFocus()

    def kept_clear(self) -> Sequence[QRect]:
        """The buttons of the tab."""
        view = self._stack.currentWidget()
        if isinstance(view, KiosksView | SettingsView):
            return [contents_of(view.kept, self)]
        return ()

    def _empty(self) -> QWidget:
        empty = QWidget()
        column = QVBoxLayout(empty)
        column.addStretch(2)
        column.addWidget(self._message)
        column.addWidget(self.set_up, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        return empty

    def _show(self) -> None:
        model = self.model
        words = model.words
        self.tabs.setVisible(not words)
        if words:
            self._message.fill(words)
            self.set_up.setVisible(model.offers_hub)
            self._stack.setCurrentIndex(0)
            return
        self.tabs.show_tab([spec.id for spec in commands.TABS].index(model.tab))
        if model.tab not in self._views:
            view = self._views[model.tab] = self._made(model.tab)
            self._stack.addWidget(view)
        self._stack.setCurrentWidget(self._views[model.tab])
        self.refit.emit()
        if self.isVisible():
            self.take_focus()

    def _made(self, tab: str) -> QWidget:
        parts = self.model.parts
        if parts is None:
            raise LookupError("there is no hub")
        match tab:
            case commands.TODAY.id:
                return TodayView(parts.today)
            case commands.PROPOSALS.id:
                return ChangesTab(parts.changes)
            case commands.KIOSKS.id:
                return KiosksView(parts.kiosks, parts.pairing, self.model.own_commands, self._theme)
            case _:
                return SettingsView(parts.settings, self.model.own_commands, self._theme)
