"""A field for a text of several lines, in which Quick Paste notes are put in by their abbreviations."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.services.patients.ready_notes import ReadyNote
from app.views.theme.fonts import grown
from app.views.widgets.entry_form import ENTER
from app.views.widgets.quick_paste.offers import Offers

CONTROL = Qt.KeyboardModifier.ControlModifier


class PastedText(Protocol):
    """The viewmodel that keeps the text."""

    def type_text(self, text: str, cursor: int) -> None:
        """The text was changed by typing."""
        ...

    def put(self, offer: ReadyNote, cursor: int) -> None:
        """Put a note in at the cursor."""
        ...

    def put_first(self, cursor: int) -> bool:
        """Put in the first note that matches the abbreviation being typed. Returns whether there is one."""
        ...


class QuickPasteField(QPlainTextEdit):
    """Enter and Tab put in the note whose abbreviation is typed; otherwise Tab leaves the field.

    `confirmed` is emitted for Ctrl+Enter.
    """

    confirmed = Signal()

    def __init__(self, model: PastedText, pixels: int, parent: QWidget | None = None) -> None:
        """`pixels` is the height with the usual font."""
        super().__init__(parent)
        self._model = model
        self.setFixedHeight(grown(pixels, self.font()))
        self.setTabChangesFocus(True)
        self.textChanged.connect(lambda: model.type_text(self.toPlainText(), self.textCursor().position()))

    def follow(self, offers: Offers) -> None:
        """Put in what is chosen there."""
        offers.chosen.connect(lambda offer: self._model.put(offer, self.textCursor().position()))

    def take(self, text: str, cursor_at: int) -> None:
        """Show a text that was changed by something else than typing, with the cursor there and the focus."""
        self.show_text(text, cursor_at)
        self.setFocus()

    def show_text(self, text: str, cursor_at: int) -> None:
        """The same, leaving the focus where it is."""
        with QSignalBlocker(self):
            self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(cursor_at, QTextCursor.MoveMode.MoveAnchor)
        self.setTextCursor(cursor)

    def event(self, event: QEvent) -> bool:
        """Its keys, before Qt moves the focus for Tab."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._took(event):
            return True
        return super().event(event)

    def _took(self, event: QKeyEvent) -> bool:
        if event.key() in ENTER and event.modifiers() & CONTROL:
            if not event.isAutoRepeat():
                self.confirmed.emit()
            return True
        if event.key() in (*ENTER, Qt.Key.Key_Tab) and not event.modifiers():
            return self._model.put_first(self.textCursor().position())
        return False
