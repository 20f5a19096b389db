"""A field for typed text, with what is there already offered below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.views.widgets.fitting import FittingList

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
PICKING = (*ENTER, Qt.Key.Key_Space)


class ChoiceList(FittingList):
    """Lines to choose from. `picked` is emitted with the place of the one that was clicked or confirmed by Enter."""

    picked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "lines")
        self.itemClicked.connect(lambda item: self.picked.emit(self.row(item)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space pick."""
        if event.key() in PICKING and self.currentRow() >= 0:
            self.picked.emit(self.currentRow())
        else:
            super().keyPressEvent(event)


class SuggestField(QWidget):
    """`typed` follows the keys, `chosen` is emitted with the place of an offered line. Down goes into the list."""

    typed = Signal(str)
    chosen = Signal(int)
    confirmed = Signal()
    """Enter, with nothing chosen from the list."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.textEdited.connect(self.typed)
        self.offers = ChoiceList()
        self.offers.setAccessibleName(name)
        self.offers.picked.connect(self._pick)
        self.offers.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.line)
        column.addWidget(self.offers)
        self.setFocusProxy(self.line)
        for widget in (self.line, self.offers):
            widget.installEventFilter(self)

    def show_text(self, text: str) -> None:
        """Show a text that was chosen, leaving the cursor alone while the same is typed."""
        if text != self.line.text():
            self.line.setText(text)

    def offer(self, lines: Sequence[str]) -> None:
        """Offer these lines; none: hide the list."""
        held = self.offers.hasFocus()  # asked first, because hiding it moves the focus
        self.offers.setVisible(bool(lines))
        if [self.offers.item(at).text() for at in range(self.offers.count())] != list(lines):
            self.offers.show_rows(lines)
        if held and not lines:
            self.line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down, Up, Enter and Esc."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._line_key(event) if watched is self.line else self._list_key(event)
        return super().eventFilter(watched, event)

    def _line_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Down and self.offers.isVisible():
            self.offers.setCurrentRow(0)
            self.offers.setFocus()
            return True
        if event.key() in ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.confirmed.emit()
            return True
        return False

    def _list_key(self, event: QKeyEvent) -> bool:
        back = event.key() == Qt.Key.Key_Up and self.offers.currentRow() <= 0
        if back or event.key() == Qt.Key.Key_Escape:
            self.line.setFocus()
            return True
        return False

    def _pick(self, row: int) -> None:
        self.line.setFocus()
        self.chosen.emit(row)
