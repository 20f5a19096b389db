"""The page in the side panel that adds to an appointment's note."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.viewmodels.staff.schedule.noting import NoteViewModel
from app.views.theme.fonts import grown
from app.views.widgets.keys import keeps
from app.views.widgets.labels import breakable, plain_label

FIELD_HEIGHT = 96


class NotePage(QWidget):
    """A field for what is added, and below it what the note says now.

    Ctrl+Enter adds, Esc closes and keeps what is typed, Cancel throws it away.
    """

    def __init__(self, viewmodel: NoteViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        visit = viewmodel.visit
        title = plain_label(breakable(f"Add to the note of {visit.name}"), kind="title", wrap=True)
        self.field = QPlainTextEdit()
        self.field.setAccessibleName("What to add")
        self.field.setPlaceholderText("What to add")
        self.field.setFixedHeight(grown(FIELD_HEIGHT, self.font()))
        self.field.setTabChangesFocus(True)
        self.field.setPlainText(viewmodel.draft)
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        self.field.textChanged.connect(lambda: viewmodel.type_text(self.field.toPlainText()))
        column.addWidget(title)
        column.addWidget(self.field)
        column.addLayout(self._buttons())
        column.addWidget(_old_note(visit.note), 1)

    def give_way(self) -> bool:
        """Whether the page may give way to another; if not, the keys are its own again."""
        may = self._viewmodel.give_way()
        if not may:
            self.field.setFocus()
        return may

    def _buttons(self) -> QHBoxLayout:
        add = QPushButton("Add to the note")
        add.setProperty("kind", "primary")
        add.setToolTip("Ctrl+Enter")
        add.clicked.connect(self._add)
        cancel = QPushButton("Cancel")
        cancel.setToolTip("Throw away what is typed")
        cancel.clicked.connect(lambda: self._viewmodel.drop())
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(cancel)
        row.addWidget(add, 1)
        return row

    def event(self, event: QEvent) -> bool:
        """Keep letters for the fields and lists in here."""
        if keeps(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter adds, Esc closes."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self._viewmodel.finished.emit()
        elif control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._add()
        else:
            super().keyPressEvent(event)

    def _add(self) -> None:
        self._viewmodel.add(self.field.toPlainText())


def _old_note(note: str) -> QScrollArea:
    """What stands there already, which scrolls where it is longer than its place."""
    scroll = QScrollArea()
    scroll.setAccessibleName("The note so far")
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    words = plain_label(breakable(note) or "There is no note yet.", kind="second", wrap=True)
    words.setAlignment(Qt.AlignmentFlag.AlignTop)
    words.setObjectName("scrollBody")
    scroll.setWidget(words)
    return scroll
