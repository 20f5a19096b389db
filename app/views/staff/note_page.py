"""The page in the side panel that adds to a visit's note."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from app.viewmodels.staff.noting import NoteViewModel
from app.views.widgets.keys import keeps
from app.views.widgets.labels import breakable, plain_label

FIELD_HEIGHT = 96


class NotePage(QWidget):
    """What the note says now, and a field for what is added. Ctrl+Enter adds, Esc closes."""

    def __init__(self, viewmodel: NoteViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        visit = viewmodel.visit
        title = plain_label(breakable(f"Add to the note of {visit.name}"), kind="title", wrap=True)
        old = plain_label(breakable(visit.note) or "There is no note yet.", kind="second", wrap=True)
        self.field = QPlainTextEdit()
        self.field.setAccessibleName("What to add")
        self.field.setPlaceholderText("What to add")
        self.field.setFixedHeight(FIELD_HEIGHT)
        self.field.setTabChangesFocus(True)
        add = QPushButton("Add to the note")
        add.setProperty("kind", "primary")
        add.setToolTip("Ctrl+Enter")
        add.clicked.connect(self._add)
        cancel = QPushButton("Cancel")
        cancel.clicked.connect(lambda: viewmodel.finished.emit())
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(cancel)
        row.addWidget(add, 1)
        for widget in (title, old, self.field):
            column.addWidget(widget)
        column.addLayout(row)
        column.addStretch(1)

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
