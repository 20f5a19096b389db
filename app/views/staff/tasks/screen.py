"""The tasks' screen: the tree, the list, and the open task beside it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.core.present import present
from app.viewmodels.staff.tasks import commands
from app.viewmodels.staff.tasks.screen import TasksScreenViewModel
from app.views.staff.frame.screen_view import ScreenTools, ScreenView
from app.views.staff.frame.toasts.toast_room import ToastRoom
from app.views.staff.tasks.bar import TasksBar
from app.views.staff.tasks.empty import EmptyPane, FollowPane
from app.views.staff.tasks.foot import TaskListFoot
from app.views.staff.tasks.head import TaskListHead
from app.views.staff.tasks.open.pane import OpenTaskPane
from app.views.staff.tasks.task_list import TaskListView
from app.views.staff.tasks.tree import TaskTreeView
from app.views.theme.fonts import grown

TREE_WIDTH, LIST_WIDTH, OPEN_WIDTH = 240, 400, 600
TREE_SHARE = 27
"""Percent of the width that the tree takes at most: with large text in a small window the others need it more."""
NARROWEST = 280
"""Of the list and of the open task, which share what is left like their widths.

A small window with large text has less."""


class TasksScreen(ScreenView):
    """Keyboard: arrows in tree and list, Enter and Tab go on to the right, Ctrl+F to the search."""

    def __init__(self, model: TasksScreenViewModel, tools: ScreenTools) -> None:
        super().__init__()
        self.setObjectName("page")
        self.model = model
        self.tree = TaskTreeView(model.tree)
        self.head = TaskListHead(model)
        self.list = TaskListView(model.tasks.model)
        self.nothing = EmptyPane(model)
        self.foot = TaskListFoot(model.older, self)
        self._rows = QStackedWidget()
        for pane in (self.list, self.nothing):
            self._rows.addWidget(pane)
        self.place = OpenTaskPane(model.open_task, tools.theme)
        self.bar = TasksBar(model.desk.tasks.adding.command, tools.theme)
        self._lay_out()
        self._follow()
        self._fold()
        self._show()

    @cached_property
    def following(self) -> FollowPane:
        """The question which lists the person follows, in place of the list; made when it is first asked."""
        pane = FollowPane(self.model.following)
        self._rows.addWidget(pane)
        for before, after in pairwise((self.tree, pane.lists, pane.follow, pane.later, self.list)):
            QWidget.setTabOrder(before, after)
        return pane

    def take_focus(self) -> None:
        """Focus the list, or what is in its place; while that is loading, it gets the focus once it is there."""
        self._rows.currentWidget().setFocus()
        if self._rows.currentWidget() is self.nothing and not self.nothing.is_loading:
            (self.tree if self.nothing.button.isHidden() else self.nothing.button).setFocus()

    def kept_clear(self) -> Sequence[QRect]:
        """The open task: its note field is in the corner of the toasts."""
        return [QRect(self.place.mapTo(self, QPoint()), self.place.size())] if self.model.opened else ()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where a panel beside leaves too little for all three, the tree makes room; list and open task share it."""
        super().resizeEvent(event)
        narrowest = grown(NARROWEST, self.font())
        tree = min(grown(TREE_WIDTH, self.font()), self.width() * TREE_SHARE // 100)
        self.tree.setFixedWidth(tree)
        is_beside = self.width() < present(self.parentWidget()).width()
        gives_way = is_beside and self.width() - tree < 2 * narrowest
        room = self.width() - (0 if gives_way else tree) - len(self._parts)
        for part in self._parts:
            part.setMinimumWidth(min(narrowest, room // len(self._parts)))
        self.tree.setHidden(gives_way)

    def _lay_out(self) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        middle = QWidget(splitter)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._rows, 1)
        column.addWidget(self.foot)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        self._parts = (middle, self.place)
        for part, width in zip(self._parts, (LIST_WIDTH, OPEN_WIDTH), strict=True):
            splitter.addWidget(part)
            splitter.setStretchFactor(splitter.indexOf(part), width)
        splitter.setSizes([LIST_WIDTH, OPEN_WIDTH])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        self.toast_room = ToastRoom(self.tree, lambda: bool(self.model.opened))  # less is done in the tree
        row.addLayout(self.toast_room)
        row.addWidget(splitter, 1)
        for before, after in pairwise((*self.head.stops, self.tree, self.list, self.foot.older)):
            QWidget.setTabOrder(before, after)

    def _follow(self) -> None:
        model = self.model
        self.tree.chosen.connect(model.choose)
        self.tree.folded.connect(lambda scope, on: model.choices.fold(scope, folded=on))
        self.tree.follow_asked.connect(model.following.toggle)
        self.tree.entered.connect(self.take_focus)
        self.head.left.connect(self._enter_list)
        self.list.opened.connect(model.open)
        self.list.picked.connect(lambda: model.open_task.actions.pause(chosen=True))
        self.list.entered.connect(self.place.take_focus)
        self.list.in_sight.connect(model.upkeep.name_patients)
        self.list.in_sight.connect(
            lambda first, last: model.open_task.prefetch(map(model.tasks.model.at, range(first, last + 1)))
        )
        model.tree.layoutChanged.connect(self._fold)
        model.upkeep.switched.connect(self._fold)
        model.tasks.another_shown.connect(self.list.start_over)
        model.changed.connect(self._show)
        model.opened_changed.connect(self._show_opened)
        model.asked.connect(self._do)

    def _enter_list(self) -> None:
        self.take_focus()
        if self._rows.currentWidget() is self.list and not self.list.selectionModel().hasSelection():
            self.list.setCurrentIndex(self.list.model().index(0, 0))

    def _fold(self) -> None:
        self.tree.fold(self.model.choices.folded)

    def _do(self, command_id: str) -> None:
        """Commands that only the view can run."""
        if command_id == commands.SEARCH.id:
            self.head.begin()

    def _show(self) -> None:
        model = self.model
        pane: QWidget = self.list
        if model.following.asks and model.tasks.is_inbox:
            pane = self.following
        elif (empty := model.empty) is not None:
            self.nothing.fill(empty)
            pane = self.nothing
        if pane is not self._rows.currentWidget():
            had = self._rows.currentWidget().hasFocus() or self._rows.isAncestorOf(self.focusWidget())
            self._rows.setCurrentWidget(pane)
            if had:
                self.take_focus()
        self.tree.go_to(model.tasks.scope)

    def _show_opened(self) -> None:
        self.list.go_to(self.model.opened)
        self.refit.emit()
