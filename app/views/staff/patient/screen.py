"""The patient page: its tabs, and why it is empty without a patient."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.viewmodels.staff.patient.screen import PatientScreenViewModel
from app.viewmodels.staff.patient.tabs import TABS
from app.viewmodels.translation import tr
from app.views.staff.frame.parts.screen_tabs import ScreenTabs
from app.views.staff.frame.screen_view import ScreenTools, ScreenView
from app.views.widgets.labels import plain_label


class PatientScreen(ScreenView):
    """Each tab's widget is created when it is first shown."""

    def __init__(self, model: PatientScreenViewModel, tools: ScreenTools) -> None:
        super().__init__()
        self.model = model
        self._tools = tools
        self._views: dict[str, QWidget] = {}
        self.tabs = ScreenTabs(
            tr("Parts of the patient page"), ((each.word, each.word, each.shortcut) for each in TABS)
        )
        self._stack = QStackedWidget()
        self._nobody = plain_label(
            tr("No patient selected. Press Ctrl+P or just type a name to find one."), kind="second", wrap=True
        )
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(self._nobody)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(12, 4, 12, 0)
        row.addWidget(self.tabs)
        row.addStretch(1)
        column.addLayout(row)
        self.tabs.setVisible(len(TABS) > 1)
        column.addWidget(self._stack, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.tabs.picked.connect(lambda at: model.open_tab(TABS[at].id))
        model.tab_changed.connect(self._show)
        model.patient_changed.connect(self._show)
        self._show()

    def view_of(self, tab_id: str) -> QWidget:
        """A tab's widget that has been shown. KeyError for any other."""
        return self._views[tab_id]

    def take_focus(self) -> None:
        """Focus the shown tab: its keys work, such as the arrows on the teeth."""
        view = self._stack.currentWidget()
        (self if view is self._nobody else view).setFocus()

    def _show(self) -> None:
        tab_id = self.model.current
        if self.model.pat_num is None or not tab_id:
            self._stack.setCurrentWidget(self._nobody)
            return
        if tab_id not in self._views:
            view = self.model.view_of(tab_id)(self.model.model(tab_id), self._tools.theme)
            self._views[tab_id] = view
            self._stack.addWidget(view)
        self.tabs.show_tab([tab.id for tab in TABS].index(tab_id))
        view, focus = self._views[tab_id], QApplication.focusWidget()
        here = focus is None or focus is self or self.isAncestorOf(focus)
        if view is not self._stack.currentWidget():
            self._stack.setCurrentWidget(view)  # Qt would move the focus to whatever comes next
            if here and self.isVisible():
                self.take_focus()
