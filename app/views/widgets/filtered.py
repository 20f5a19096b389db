"""A list with a filter over it, its count, and a message in its place where there are no rows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.viewmodels.tables.contents import Contents
from app.viewmodels.translation import tr
from app.views.widgets.labels import plain_label
from app.views.widgets.message import MessagePane

INTO_ROWS = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FilteredPane(QWidget):
    """In the filter, Down and Enter go to the rows, and Esc clears.

    `head` takes what belongs beside the filter, `column` what belongs below it.
    """

    def __init__(self, contents: Contents, rows: QAbstractItemView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contents = contents
        self._rows = rows
        self.filter_field = self._make_field()
        self._count = plain_label(kind="second")
        self._message = MessagePane()
        self._stack = QStackedWidget()
        self._stack.addWidget(rows)
        self._stack.addWidget(self._message)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(self.filter_field, 1)
        self.head.addWidget(self._count)
        self.column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self.head)
        column.addWidget(self._stack, 1)
        contents.changed.connect(self._show)
        contents.filter_cleared.connect(self.filter_field.clear)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The filter's keys."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in INTO_ROWS and not self._contents.words:
                self._enter_rows()
                return True
            if event.key() == Qt.Key.Key_Escape and self.filter_field.text():
                self.filter_field.clear()
                return True
        elif event.type() is QEvent.Type.FocusIn:
            self._contents.prepare_filter()
        return super().eventFilter(watched, event)

    def _make_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(tr("Filter"))
        field.setAccessibleName(tr("Filter {table}", table=self._contents.name))
        field.setClearButtonEnabled(True)
        field.textChanged.connect(self._contents.filter)
        field.installEventFilter(self)
        return field

    def _enter_rows(self) -> None:
        self._rows.setFocus()
        if not self._rows.selectionModel().hasSelection():
            self._rows.setCurrentIndex(self._rows.model().index(0, 0))

    def _show(self) -> None:
        contents, words = self._contents, self._contents.words
        if words:
            self._message.fill(words, details=contents.details)
        shown = self._message if words else self._rows
        if shown is not self._stack.currentWidget():
            self._swap(shown)
        self._count.setText(contents.counted)

    def _swap(self, shown: QWidget) -> None:
        """Show the rows or the message. It takes the rows' focus, which Qt would pass on to a filter."""
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self._stack.isAncestorOf(focus)
        self._rows.setFocusProxy(None if shown is self._rows else shown)  # type: ignore[arg-type]
        self._stack.setCurrentWidget(shown)
        if had_focus:
            shown.setFocus()
