"""Asks what to do when the window is closed with unsent changes, or with an office hub that others use."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.viewmodels.staff.closing import ClosingViewModel
from app.viewmodels.translation import tr
from app.views.staff.frame.lock.may_stay import MAY_STAY
from app.views.widgets.labels import plain_label

WIDTH = 420


class ClosingDialog(QDialog):
    """Keep working, close once everything is sent, or close now. Esc keeps the window open."""

    def __init__(self, viewmodel: ClosingViewModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty(MAY_STAY, True)  # it counts changes and names none
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        self._words = plain_label(wrap=True)
        self._words.setMinimumWidth(WIDTH)
        column.addWidget(self._words)
        self.keep, self.now = QPushButton(tr("Keep working")), QPushButton(tr("Close now"))
        self._wait = QPushButton(tr("Close when sent"))
        self._wait.setProperty("kind", "primary")
        self._wait.setDefault(True)
        self.keep.clicked.connect(self.reject)
        self.now.clicked.connect(lambda: viewmodel.close_now())
        self._wait.clicked.connect(lambda: self._close_when_sent())
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for button in (self.keep, self.now, self._wait):
            row.addWidget(button)
        column.addLayout(row)
        viewmodel.changed.connect(self._show)
        viewmodel.close_asked.connect(self.accept)
        self.rejected.connect(viewmodel.keep_open)
        self._show()

    def _close_when_sent(self) -> None:
        self._wait.setEnabled(False)
        self._viewmodel.close_when_sent()
        self._show()

    def _show(self) -> None:
        sending, words = self._viewmodel.is_sending, self._viewmodel.words
        self.setWindowTitle(self._viewmodel.title)
        self._wait.setVisible(sending)
        if not sending:
            self.keep.setDefault(True)
        if self._viewmodel.waiting:
            words += "\n\n" + tr("Waiting for the server. The window closes once everything is sent.")
        self._words.setText(words)
