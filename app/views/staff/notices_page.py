"""The page in the side panel that lists what has been said."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QPushButton, QVBoxLayout, QWidget

from app.domain.tile import time_text
from app.viewmodels.notices import Notice, Notices
from app.views.widgets.labels import breakable, plain_label


class NoticesPage(QWidget):
    """Every notice of this session, newest first."""

    closed = Signal()

    def __init__(self, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        title = plain_label("Notices", kind="title")
        close = QPushButton("Close")
        close.clicked.connect(lambda: self.closed.emit())
        head.addWidget(title, 1)
        head.addWidget(close)
        column.addLayout(head)
        self._list = QListWidget()
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName("Notices")
        column.addWidget(self._list, 1)
        for notice in notices.items:
            self._add(notice)
        if not notices.items:
            column.insertWidget(1, plain_label("Nothing yet. What you change is listed here.", wrap=True))
        notices.posted.connect(self._add)

    def _add(self, notice: Notice) -> None:
        self._list.insertItem(0, f"{time_text(notice.at)}\n{breakable(notice.words)}")
