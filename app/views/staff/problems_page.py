"""The page in the side panel that names what could not be placed on the book as it should be."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.domain.visit import Problem
from app.viewmodels.staff.book import BookViewModel
from app.views.widgets.labels import breakable, plain_label

NOTHING = (
    "Every visit on the screen has its right place. One that has none, or cannot be read, is named here."
)


class ProblemsPage(QWidget):
    """A sentence a problem; one that has a visit selects it."""

    closed = Signal()

    def __init__(self, book: BookViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        head = QHBoxLayout()
        title = plain_label("To look at", kind="title")
        close = QPushButton("Close")
        close.clicked.connect(lambda: self.closed.emit())
        head.addWidget(title, 1)
        head.addWidget(close)
        column.addLayout(head)
        self._book = book
        self._shown: tuple[Problem, ...] | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        column.addLayout(self._rows)
        column.addStretch(1)
        book.state_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        problems = self._book.sheet.problems if self._book.sheet else ()
        if problems == self._shown:
            return
        self._shown = problems
        while self._rows.count():
            widget = self._rows.takeAt(0).widget()
            if widget is not None:
                widget.deleteLater()
        for problem in problems:
            self._rows.addWidget(plain_label(breakable(problem.words), wrap=True))
            if problem.apt_num is not None:
                show = QPushButton("Show the visit")
                show.clicked.connect(
                    lambda _=False, apt_num=problem.apt_num: self._book.select(apt_num, in_sight=True)
                )
                self._rows.addWidget(show)
        if not problems:
            self._rows.addWidget(plain_label(NOTHING, kind="second", wrap=True))
