"""In place of the list: why it is empty with a button that helps, and the question which lists one follows."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.viewmodels.staff.tasks.empty import Empty, Way
from app.viewmodels.staff.tasks.following import DEPTH, FollowedLists
from app.viewmodels.staff.tasks.screen import TasksScreenViewModel
from app.viewmodels.translation import tr
from app.views.theme.fonts import grown
from app.views.widgets.keys import is_typed
from app.views.widgets.labels import plain_label
from app.views.widgets.message import MessagePane
from app.views.widgets.skeleton import Skeleton

INDENT, ROW_HEIGHT = 16, 28


class EmptyPane(QWidget):
    """A message, or gray bars while the first tasks are being read."""

    def __init__(self, model: TasksScreenViewModel) -> None:
        super().__init__()
        self._model = model
        self._way = Way.NONE
        self.message = MessagePane()
        self.button = QPushButton()
        self.button.clicked.connect(lambda: self._model.help_empty(self._way))
        self._skeleton = Skeleton()
        self.is_loading = False
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self._skeleton, 1)
        column.addStretch(1)
        column.addWidget(self.message)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def fill(self, empty: Empty) -> None:
        """Show why."""
        self._way, self.is_loading = empty.way, empty.loading
        self._skeleton.setVisible(empty.loading)
        self.message.setVisible(not empty.loading)
        if not empty.loading:
            self.message.fill(empty.words, details=empty.details)
        self.button.setText(empty.button)
        self.button.setVisible(bool(empty.button))


class FollowPane(QWidget):
    """Arrows move, Space and a click tick a list, Enter follows what is ticked."""

    def __init__(self, model: FollowedLists) -> None:
        super().__init__()
        self._model = model
        self.lists = _CheckList(model)
        self.follow = QPushButton(tr("Follow"))
        self.follow.setProperty("kind", "primary")
        self.follow.clicked.connect(model.save)
        self.later = QPushButton(tr("Not now"))
        self.later.clicked.connect(model.dismiss)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.follow)
        buttons.addWidget(self.later)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(12)
        column.addWidget(plain_label(model.words, wrap=True))
        column.addWidget(self.lists, 1)
        column.addLayout(buttons)
        self.setFocusProxy(self.lists)


class _CheckList(QListView):
    def __init__(self, model: FollowedLists) -> None:
        super().__init__()
        self._followed = model
        self.setAccessibleName(tr("Task lists"))
        self.setProperty("kind", "lines")
        self.setUniformItemSizes(True)
        self.setItemDelegate(_Indented(self))
        self.setModel(model)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move and tick; letters go to the window."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._followed.save()
        elif event.key() == Qt.Key.Key_Escape:
            self._followed.dismiss()
        elif is_typed(event) and event.key() != Qt.Key.Key_Space:
            event.ignore()
        else:
            super().keyPressEvent(event)


class _Indented(QStyledItemDelegate):
    """Lists below others are farther right. All rows have one height, whenever the style is applied."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as a row of the tree."""
        return QSize(super().sizeHint(option, index).width(), grown(ROW_HEIGHT, cast(Any, option).font))

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Leave room for each list above."""
        super().initStyleOption(option, index)
        look = cast(Any, option)  # 6.9's stubs lack the options' fields
        look.rect.adjust(index.data(DEPTH) * grown(INDENT, look.font), 0, 0, 0)
