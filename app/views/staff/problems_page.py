"""The page in the side panel that names what could not be placed on the book as it should be."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.viewmodels.staff.book import BookViewModel
from app.views.widgets.labels import breakable, plain_label


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
        for problem in book.sheet.problems if book.sheet else ():
            column.addWidget(plain_label(breakable(problem.words), wrap=True))
            if problem.apt_num is not None:
                show = QPushButton("Show the visit")
                show.clicked.connect(lambda _=False, apt_num=problem.apt_num: book.select(apt_num))
                column.addWidget(show)
        column.addStretch(1)
