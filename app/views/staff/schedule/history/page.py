"""The side panel's page with an appointment's history."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.present import present
from app.viewmodels.staff.schedule.history.model import HistoryRow, HistoryViewModel
from app.viewmodels.translation import tr
from app.views.widgets.hairline import hairline
from app.views.widgets.labels import breakable, plain_label
from app.views.widgets.links import LinkButton
from app.views.widgets.page_head import PageHead


class HistoryPage(QWidget):
    """The newest change first: what, when and by whom; below a move the way back. Esc closes it."""

    def __init__(self, viewmodel: HistoryViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._head = PageHead(viewmodel.title)
        self._head.close.clicked.connect(lambda: viewmodel.finished.emit())
        column.addLayout(self._head)
        self._words = plain_label(kind="second", wrap=True)
        column.addWidget(self._words)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        column.addLayout(self._rows)
        column.addStretch(1)
        self._shown: tuple[HistoryRow, ...] | None = None
        viewmodel.changed.connect(self._show)
        self._show()

    def take_focus(self) -> None:
        """Focus the close button: Tab goes to the moves."""
        self._head.close.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the page."""
        if event.key() == Qt.Key.Key_Escape:
            self._viewmodel.finished.emit()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        self._words.setText(self._viewmodel.words)
        self._words.setVisible(bool(self._viewmodel.words))
        if self._viewmodel.rows == self._shown:
            return
        self._shown = self._viewmodel.rows
        while self._rows.count():
            widget = present(self._rows.takeAt(0)).widget()
            if widget is not None:
                widget.deleteLater()
        for at, row in enumerate(self._viewmodel.rows):
            if at:
                self._rows.addWidget(hairline())
            self._rows.addWidget(self._row(row))

    def _row(self, row: HistoryRow) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(plain_label(breakable(row.what), wrap=True))
        column.addWidget(
            plain_label(" · ".join((row.when, row.who or tr("no name recorded"))), kind="second", wrap=True)
        )
        if (back := row.back) is not None:
            column.addWidget(plain_label(row.before, kind="second", wrap=True))
            spoken = tr("Move back. {before}", before=row.before)
            button = LinkButton(tr("Move back"), lambda: self._viewmodel.go_back(back), spoken=spoken)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return box
