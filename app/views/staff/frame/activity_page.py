"""The side panel's page of recent activity."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from app.viewmodels.activity import Notice, Notices
from app.viewmodels.translation import tr
from app.views.widgets.labels import breakable, plain_label
from app.views.widgets.page_head import PageHead


class ActivityPage(QWidget):
    """All messages of this session, newest first."""

    closed = Signal()

    def __init__(self, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = PageHead(tr("Recent activity"))
        head.close.clicked.connect(lambda: self.closed.emit())
        column.addLayout(head)
        self._list = QListWidget()
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(tr("Recent activity"))
        self._list.currentItemChanged.connect(lambda *_: self._offer_undo())
        column.addWidget(self._list, 1)
        self._undo = QPushButton(tr("Undo"))
        self._undo.clicked.connect(self._undo_current)
        column.addWidget(self._undo)
        self._notices = notices
        self._empty = plain_label(wrap=True)
        column.insertWidget(1, self._empty)
        for notice in notices.items:
            self._add(notice)
        notices.posted.connect(self._add)
        notices.revised.connect(self._revise)
        self._show_empty()
        self._offer_undo()

    def _add(self, notice: Notice) -> None:
        item = QListWidgetItem(breakable(notice.line))
        item.setData(Qt.ItemDataRole.UserRole, notice.id)
        self._list.insertItem(0, item)
        if self._list.currentRow() <= 1:  # nobody has chosen an older line
            self._list.setCurrentRow(0)
        self._show_empty()

    def _revise(self, notice_id: int) -> None:
        """A line says something else now, or its undo has come or gone."""
        notice = self._notices.notice(notice_id)
        for row in range(self._list.count()):
            item = self._list.item(row)
            if notice is not None and item.data(Qt.ItemDataRole.UserRole) == notice_id:
                item.setText(breakable(notice.line))
        self._offer_undo()

    def _current(self) -> int:
        row = self._list.currentRow()
        return int(self._list.item(row).data(Qt.ItemDataRole.UserRole)) if row >= 0 else 0

    def _offer_undo(self) -> None:
        """Offer to undo the chosen line, where that still can be done."""
        notice = self._notices.notice(self._current())
        self._undo.setEnabled(notice is not None and self._notices.can_undo(notice.id))
        self._undo.setAccessibleName(tr("Undo: {what}", what=notice.words) if notice else tr("Undo"))

    def _undo_current(self) -> None:
        self._notices.undo(self._current())

    def _show_empty(self) -> None:
        self._empty.setText(self._notices.empty)
        self._empty.setVisible(bool(self._notices.empty))
