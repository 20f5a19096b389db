"""The tasks' screen: the tree, the list, and the open task beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.viewmodels.staff.tasks.screen import TasksScreenViewModel
from app.views.staff.frame.screen_view import ScreenTools, ScreenView
from app.views.staff.tasks.open.pane import OpenTaskPane
from app.views.staff.tasks.task_list import TaskListView
from app.views.staff.tasks.tree import TaskTreeView
from app.views.theme.fonts import grown
from app.views.widgets.message import MessagePane

TREE_WIDTH, LIST_WIDTH, OPEN_WIDTH = 240, 400, 480


class TasksScreen(ScreenView):
    """Keyboard: arrows in tree and list, Enter and Tab go on to the right."""

    def __init__(self, model: TasksScreenViewModel, tools: ScreenTools) -> None:
        super().__init__()
        self.setObjectName("page")
        self.model = model
        self.tree = TaskTreeView(model.tree)
        self.tree.setFixedWidth(grown(TREE_WIDTH, self.font()))
        self.list = TaskListView(model.tasks.model)
        self._message = MessagePane()
        self._rows = QStackedWidget()
        self._rows.addWidget(self.list)
        self._rows.addWidget(self._message)
        self.place = OpenTaskPane(model.open_task, tools.theme)
        self._lay_out()
        self.tree.chosen.connect(model.choose)
        self.tree.entered_list.connect(self._enter_list)
        self.list.opened.connect(model.open)
        self.list.entered_task.connect(self.place.take_focus)
        model.changed.connect(self._show)
        model.opened_changed.connect(self._show_opened)
        self._show()

    def take_focus(self) -> None:
        """Focus the list, or the tree while there is none."""
        (self.tree if self.model.words else self.list).setFocus()

    def _lay_out(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._rows, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(middle)
        splitter.addWidget(self.place)
        splitter.setSizes([grown(LIST_WIDTH, self.font()), grown(OPEN_WIDTH, self.font())])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        row.addWidget(self.tree)
        row.addWidget(splitter, 1)

    def _enter_list(self) -> None:
        if not self.model.words:
            self.list.setFocus()
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self.list.model().index(0, 0))

    def _show(self) -> None:
        words = self.model.words
        if words:
            self._message.fill(words)
        self._rows.setCurrentWidget(self._message if words else self.list)
        self.tree.go_to(self.model.tasks.scope)

    def _show_opened(self) -> None:
        self.list.go_to(self.model.opened)
