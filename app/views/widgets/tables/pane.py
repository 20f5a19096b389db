"""A table with its filter, its count, its menu, and a message in its place where there are no rows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from app.viewmodels.tables.export import FileChooser
from app.viewmodels.tables.table import TableViewModel
from app.viewmodels.translation import tr
from app.views.theme.icons import Icon, make_icon
from app.views.widgets.elided import ElidedLabel
from app.views.widgets.file_dialog import CsvChooser
from app.views.widgets.labels import plain_label
from app.views.widgets.message import MessagePane
from app.views.widgets.tables.view import TableView

INTO_ROWS = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TablePane(QWidget):
    """What a screen embeds. `print_asked` is emitted when the user wants to print the rows."""

    print_asked = Signal()

    def __init__(
        self, viewmodel: TableViewModel, parent: QWidget | None = None, *, chooser: FileChooser | None = None
    ) -> None:
        """`chooser` asks where to save a CSV file; None: the system's dialog."""
        super().__init__(parent)
        self._viewmodel = viewmodel
        self._chooser = chooser or CsvChooser(self)
        self.table = TableView(viewmodel)
        self.filter_field = self._make_field()
        self._count = plain_label(kind="second")
        self._notice = ElidedLabel()
        self._message = MessagePane()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._message)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._head())
        column.addWidget(self._stack, 1)
        viewmodel.changed.connect(self._show)
        viewmodel.notice.connect(self._notice.setText)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the filter: Down and Enter go to the rows, Esc clears."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in INTO_ROWS and self._viewmodel.model.rows:
                self._enter_rows()
                return True
            if event.key() == Qt.Key.Key_Escape and self.filter_field.text():
                self.filter_field.clear()
                return True
        elif event.type() is QEvent.Type.FocusIn:
            self._viewmodel.model.prepare_filter()
        return super().eventFilter(watched, event)

    def _make_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(tr("Filter"))
        field.setAccessibleName(tr("Filter {table}", table=self._viewmodel.name))
        field.setClearButtonEnabled(True)
        field.textChanged.connect(self._viewmodel.filter)
        field.installEventFilter(self)
        return field

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        more = QToolButton()
        more.setIcon(make_icon(Icon.MENU))
        more.setToolTip(tr("Columns, copy, save, print"))
        more.setAccessibleName(more.toolTip())
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(more)
        menu.aboutToShow.connect(lambda: self._fill(menu))
        more.setMenu(menu)
        row.addWidget(self.filter_field, 1)
        row.addWidget(self._count)
        row.addWidget(self._notice)
        row.addWidget(more)
        return row

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        columns = self.table.column_menu(menu.addMenu(tr("Columns")))
        columns.setParent(menu, columns.windowFlags())
        menu.addSeparator()
        menu.addAction(tr("Copy rows"), "Ctrl+C", self.table.copy)  # words: a key
        menu.addAction(tr("Save as CSV…")).triggered.connect(lambda: self._viewmodel.save(self._chooser))
        menu.addAction(tr("Print…")).triggered.connect(lambda: self.print_asked.emit())

    def _enter_rows(self) -> None:
        self.table.setFocus()
        if not self.table.selectionModel().hasSelection():
            self.table.selectRow(0)

    def _show(self) -> None:
        viewmodel, words = self._viewmodel, self._viewmodel.words
        if words:
            self._message.fill(words, details=viewmodel.details)
        self._stack.setCurrentWidget(self._message if words else self.table)
        self._count.setText(viewmodel.counted)
