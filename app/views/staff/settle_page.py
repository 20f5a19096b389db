"""The page in the side panel that lists what waits, is unknown, or was refused."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.viewmodels.staff.settle import SettleRow, SettleViewModel
from app.views.widgets.labels import breakable, plain_label


class SettlePage(QWidget):
    """One entry below the other: what, since when, what is known, what can be done."""

    closed = Signal()

    def __init__(self, viewmodel: SettleViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self._shown: dict[SettleRow, QLabel] = {}
        """The rows that are shown, each with the label that says how it stands."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        title = plain_label("To settle", kind="title")
        close = QPushButton("Close")
        close.clicked.connect(lambda: self.closed.emit())
        head.addWidget(title, 1)
        head.addWidget(close)
        column.addLayout(head)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._body = QWidget()
        self._body.setObjectName("scrollBody")
        self._rows = QVBoxLayout(self._body)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(12)
        scroll.setWidget(self._body)
        column.addWidget(scroll, 1)
        viewmodel.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        """Where only words have changed, only words are changed: the keyboard stays on its button."""
        rows, labels = self._viewmodel.rows, list(self._shown.values())
        if labels and list(map(_without_words, rows)) == list(map(_without_words, self._shown)):
            self._shown = dict(zip(rows, labels, strict=True))
            for row, label in self._shown.items():
                label.setText(breakable(row.state))
        else:
            self._fill()

    def _fill(self) -> None:
        self._shown = {}
        while self._rows.count():
            widget = self._rows.takeAt(0).widget()
            if widget is not None:
                widget.deleteLater()
        for row in self._viewmodel.rows:
            self._rows.addWidget(self._entry(row))
        if not self._viewmodel.rows:
            self._rows.addWidget(plain_label("Everything is settled.", kind="second"))
        self._rows.addStretch(1)

    def _entry(self, row: SettleRow) -> QWidget:
        entry = QWidget()
        column = QVBoxLayout(entry)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(plain_label(breakable(f"{row.time}  {row.words}"), wrap=True))
        self._shown[row] = plain_label(breakable(row.state), kind="second", wrap=True)
        column.addWidget(self._shown[row])
        if row.can_check:
            check = QPushButton("Look now")
            check.clicked.connect(lambda: self._viewmodel.check(row.id))
            column.addWidget(check)
        if row.can_withdraw:
            withdraw = QPushButton("Take it back")
            withdraw.clicked.connect(lambda: self._viewmodel.withdraw(row.id))
            column.addWidget(withdraw)
        if row.can_decide:
            for title, done in (("It was done", True), ("It was not done", False)):
                button = QPushButton(title)
                button.clicked.connect(lambda _=False, done=done: self._viewmodel.decide(row.id, done=done))
                column.addWidget(button)
        if row.can_close:
            close = QPushButton("I have read this")
            close.clicked.connect(lambda: self._viewmodel.dismiss(row.id))
            column.addWidget(close)
        return entry


def _without_words(row: SettleRow) -> SettleRow:
    return replace(row, state="")
