"""The page in the side panel that lists what was done and said."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QPushButton, QVBoxLayout, QWidget

from app.viewmodels.activity import Notice, Notices
from app.viewmodels.translation import tr
from app.views.widgets.labels import breakable, plain_label


class ActivityPage(QWidget):
    """Every message of this session, newest first."""

    closed = Signal()

    def __init__(self, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        title = plain_label(tr("Recent activity"), kind="title")
        close = QPushButton(tr("Close"))
        close.clicked.connect(lambda: self.closed.emit())
        head.addWidget(title, 1)
        head.addWidget(close)
        column.addLayout(head)
        self._list = QListWidget()
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(tr("Recent activity"))
        column.addWidget(self._list, 1)
        self._notices = notices
        self._empty = plain_label(wrap=True)
        column.insertWidget(1, self._empty)
        for notice in notices.items:
            self._add(notice)
        notices.posted.connect(self._add)
        self._show_empty()

    def _add(self, notice: Notice) -> None:
        self._list.insertItem(0, breakable(notice.line))
        self._show_empty()

    def _show_empty(self) -> None:
        self._empty.setText(self._notices.empty)
        self._empty.setVisible(bool(self._notices.empty))
