"""The huddle: its tabs, each made when it is first shown."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.viewmodels.staff.huddle import commands
from app.viewmodels.staff.huddle.screen import HuddleScreenViewModel
from app.viewmodels.translation import tr
from app.views.staff.frame.day_bar import DayBar
from app.views.staff.frame.parts.screen_tabs import ScreenTabs
from app.views.staff.frame.screen_view import ScreenTools, ScreenView
from app.views.staff.frame.toasts.toast_room import ToastRoom
from app.views.staff.huddle.production import ProductionView
from app.views.staff.huddle.readiness import ReadinessView
from app.views.staff.huddle.waits import WaitsView


class HuddleScreen(ScreenView):
    """The readiness of a day, its production, and a month of waits."""

    def __init__(self, model: HuddleScreenViewModel, tools: ScreenTools) -> None:
        super().__init__()
        self.model = model
        self._theme = tools.theme
        steps = [each for each in model.own_commands if each.spec in commands.STEPS]
        self.bar = DayBar(model.day, model.day, steps, tools.theme, model.desk.now)
        for changed in (model.day.changed, model.status_changed):
            changed.connect(self.bar.show_day)
        self.bar.done.connect(self.take_focus)
        self.readiness = ReadinessView(model, tools.theme)
        self.tabs = ScreenTabs(
            tr("Parts of the huddle"), ((each.word, each.title, each.shortcut) for each in commands.TABS)
        )
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.readiness)
        row = QHBoxLayout()
        row.setContentsMargins(12, 4, 12, 0)
        row.addWidget(self.tabs)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        self.toast_room = ToastRoom(self._stack, lambda: True)
        column.addLayout(self.toast_room, 1)
        self.tabs.picked.connect(lambda at: model.open_tab(commands.TABS[at].id))
        model.tab_changed.connect(self._show)
        model.printing.previewed.connect(lambda preview, printing: preview(printing, self.window()).open())
        self._show()

    @cached_property
    def production(self) -> ProductionView:
        """What the day is worth."""
        return ProductionView(self.model, self._theme)

    @cached_property
    def waits(self) -> WaitsView:
        """Who waited, and for how long."""
        return WaitsView(self.model)

    def take_focus(self) -> None:
        """The appointments, or the first table."""
        if self.model.tab == commands.PRODUCTION.id:
            self.production.take_focus()
        elif self.model.tab == commands.WAITS.id:
            self.waits.pane.table.setFocus()
        else:
            self.readiness.pane.table.setFocus()

    def _show(self) -> None:
        tab = self.model.tab
        self.tabs.show_tab([spec.id for spec in commands.TABS].index(tab))
        view = self._view_of(tab)
        if self._stack.indexOf(view) < 0:
            self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)
        self.refit.emit()
        if self.isVisible():
            self.take_focus()

    def _view_of(self, tab: str) -> QWidget:
        match tab:
            case commands.PRODUCTION.id:
                return self.production
            case commands.WAITS.id:
                return self.waits
            case _:
                return self.readiness
