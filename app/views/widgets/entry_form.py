"""Parts of the window in which something is entered: their keys are the same everywhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QWidget

from app.views.widgets.keys import keeps

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class KeepsLetters(QFrame):
    """Letters typed in it are for its fields and lists, not shortcuts of the screen."""

    def event(self, event: QEvent) -> bool:
        """Keep plain keys."""
        if keeps(event):
            event.accept()
            return True
        return super().event(event)


class EntryForm(KeepsLetters):
    """Enter presses the focused button, else confirms; a key that is held down confirms once. Esc closes."""

    def confirm(self) -> None:
        """What Enter does."""
        raise NotImplementedError

    def dismiss(self) -> None:
        """What Esc does."""
        raise NotImplementedError

    def appear(self, *, wanted: bool, back: QWidget) -> bool:
        """Show or hide it; `back` gets the focus that was in it. Returns whether it has just come."""
        came = wanted and self.isHidden()
        held = self.isAncestorOf(QApplication.focusWidget() or self.window())
        self.setVisible(wanted)
        if held and not wanted:
            back.setFocus()
        return came

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif event.key() not in ENTER:
            super().keyPressEvent(event)
        elif event.isAutoRepeat():
            return
        elif isinstance(focus := self.focusWidget(), QAbstractButton):
            focus.click()
        else:
            self.confirm()
