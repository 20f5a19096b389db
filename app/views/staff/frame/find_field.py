"""The patient search field, with a list of matches below it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QEvent, QObject, QPoint, QSignalBlocker, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.viewmodels.staff.find_patient import FindPatientViewModel, FoundRow
from app.viewmodels.translation import tr
from app.views.theme.icons import Icon
from app.views.theme.theme import Theme
from app.views.widgets.announcing import announce
from app.views.widgets.labels import plain_label

WORDS_MARGIN = 11
"""Left padding in pixels that aligns the line below the rows with them. A contents margin would be overridden."""
WIDTH = 420
MARGIN = 12
BY_MOUSE = Qt.FocusReason.MouseFocusReason
AROUND_WORDS = 52
"""Pixels of the field taken by the icon and the edges, and by rounding at fractional scales."""


class FindField(QLineEdit):
    """A search field.

    Up and Down move in the list, Enter chooses a row, Esc closes the list and then clears the text.

    It shows the first of its hints that fits, else the last.
    """

    def __init__(
        self,
        viewmodel: FindPatientViewModel,
        hints: Sequence[str],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self._hints = hints
        self._entered = False
        """Whether the press of the mouse that is going on brought the focus here."""
        self.setAccessibleName(tr("Find a patient"))
        self.setClearButtonEnabled(True)
        self.addAction(theme.icon(Icon.SEARCH, size=16), QLineEdit.ActionPosition.LeadingPosition)
        self.textEdited.connect(viewmodel.type_text)
        viewmodel.changed.connect(self._show)
        for signal in (viewmodel.chosen, viewmodel.new_asked):
            signal.connect(lambda _: self._done())
        self.installEventFilter(self)

    @cached_property
    def _list(self) -> HitList:
        made = HitList(self)
        made.highlighted.connect(self._viewmodel.highlight)
        made.clicked.connect(self._viewmodel.choose)
        return made

    def start_with(self, text: str) -> None:
        """Take the focus and search for text that was typed elsewhere."""
        self.setFocus()
        self.setText(text)
        self.textEdited.emit(text)

    def drop(self) -> None:
        """Another patient was selected: a search that was left is over."""
        if self.text() and not self.hasFocus():
            self._done()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click into a field that was left selects its text: the next letter begins another search."""
        super().mouseReleaseEvent(event)
        if self._entered and not self.hasSelectedText():
            self.selectAll()
        self._entered = False

    def width_for(self, hint: str) -> int:
        """Pixels needed to show this hint."""
        return self.fontMetrics().horizontalAdvance(hint) + AROUND_WORDS

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the longest hint that fits."""
        super().resizeEvent(event)
        fits = (hint for hint in self._hints if self.width_for(hint) <= self.width())
        self.setPlaceholderText(next(fits, self._hints[-1]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list, choose from it, or close it."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps and self._list.isVisible():
            self._list.step(steps[Qt.Key(event.key())])
            if (row := self._viewmodel.state.chosen_row) is not None:
                announce(self, row.spoken, urgent=True)
        elif event.key() == Qt.Key.Key_Escape and (self._list.isVisible() or self.text()):
            self._list.hide() if self._list.isVisible() else self._done()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._viewmodel.take()  # and the event stops here: it only chooses a patient
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the matches, or recent patients, when the field gets the focus; hide them when it leaves."""
        if event.type() is QEvent.Type.FocusOut:
            self._list.hide()
        elif event.type() is QEvent.Type.FocusIn:
            self._entered = isinstance(event, QFocusEvent) and event.reason() is BY_MOUSE
            QTimer.singleShot(0, self, self._begin)  # it has the focus only after this event
        return super().eventFilter(watched, event)

    def _begin(self) -> None:
        if self.hasFocus():
            self._show() if self.text() else self._viewmodel.begin()

    def _show(self) -> None:
        state = self._viewmodel.state
        if not (state.text or state.hits) or not self.hasFocus():
            self._list.hide()
            return
        self._list.fill(state.lines, state.chosen, state.below)
        window = self.window()
        self._list.setParent(window)
        below = self.mapTo(window, QPoint(0, self.height() + 4))
        self._list.move(min(below.x(), window.width() - self._list.width() - MARGIN), below.y())
        self._list.show()
        self._list.raise_()
        if state.spoken:
            announce(self, state.spoken)

    def _done(self) -> None:
        self._list.hide()
        self.clear()
        self._viewmodel.end()


class HitList(QFrame):
    """The list below the field: name and details in each row. The signals are emitted with a PatNum."""

    highlighted = Signal(object)
    clicked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("popover")
        self.setFixedWidth(WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._shown: tuple[FoundRow, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(4)
        self.items = QListWidget()
        self.items.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.items.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.items.currentItemChanged.connect(lambda item: self._tell(self.highlighted, item))
        self.items.itemClicked.connect(lambda item: self._tell(self.clicked, item))
        self.items.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._words = plain_label(kind="second", wrap=True)
        self._words.setMargin(WORDS_MARGIN)
        column.addWidget(self.items)
        column.addWidget(self._words)
        self.hide()

    def fill(self, rows: tuple[FoundRow, ...], chosen: int | None, words: str) -> None:
        """Show these rows, highlight the chosen patient's, and show a line below them."""
        with QSignalBlocker(self.items):
            if rows != self._shown:  # keep the same rows while a mouse button is held down
                self._shown = rows
                self.items.clear()
                for row in rows:
                    item = QListWidgetItem(f"{row.name}\n{row.particulars}")
                    item.setData(Qt.ItemDataRole.UserRole, row.pat_num)
                    self.items.addItem(item)
            self.items.setCurrentRow(next((at for at, row in enumerate(rows) if row.pat_num == chosen), -1))
        if rows:
            height = self.items.sizeHintForRow(0) * len(rows) + 2 * self.items.frameWidth()
            self.items.setFixedHeight(height)
        self.items.setVisible(bool(rows))
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self.adjustSize()

    def step(self, by: int) -> None:
        """Move the highlight by this many rows."""
        self.items.setCurrentRow(min(max(self.items.currentRow() + by, 0), self.items.count() - 1))

    def _tell(self, signal: SignalInstance, item: QListWidgetItem | None) -> None:
        if item is not None:
            signal.emit(item.data(Qt.ItemDataRole.UserRole))
