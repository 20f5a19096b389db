"""The one table: rows to select, open and copy, with columns to sort, move, resize and hide."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from app.viewmodels.tables.layout import fit_widths
from app.viewmodels.tables.table import TableViewModel
from app.viewmodels.translation import tr
from app.views.theme.fonts import grown
from app.views.widgets.keys import is_typed
from app.views.widgets.tables.cells import PADDING, CellDelegate, title_of
from app.views.widgets.tables.contents import ContentWidths

ROW_HEIGHT = 28
MEASURED_AFTER = 200
"""Milliseconds in which changes are measured together."""
TSV = "text/tab-separated-values"
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)
Action = QAbstractItemView.CursorAction


class TableView(QTableView):
    """Arrows, Home and End move, Enter and a double click open, Ctrl+C copies the selected rows.

    A click on a title sorts. Letters are left to the window, which searches for a patient.
    """

    def __init__(self, viewmodel: TableViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self._columns = viewmodel.columns
        self._arranging = False
        self._contents = ContentWidths(viewmodel.model)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(MEASURED_AFTER)
        self._soon.timeout.connect(self._measure)
        self.setModel(viewmodel.model)
        self.setItemDelegate(CellDelegate(self))
        self.setProperty("kind", "lines")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setAccessibleName(viewmodel.name)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._set_up_head()
        self.doubleClicked.connect(lambda index: viewmodel.open(index.row()))
        self._columns.changed.connect(self._arrange)
        viewmodel.changed.connect(self._follow)
        self._arrange()

    def column_menu(self, menu: QMenu) -> QMenu:
        """Fill a menu with the columns to show or hide."""
        shown = self._columns.shown
        for at in self._columns.layout.ordered(self._viewmodel.model.columns):
            action = menu.addAction(title_of(self.model(), at))
            action.setCheckable(True)
            action.setChecked(at in shown)
            action.setEnabled(self._viewmodel.model.columns[at].optional)
            action.toggled.connect(lambda on, at=at: self._columns.show(at, shown=on))
        menu.addSeparator()
        menu.addAction(tr("Reset columns")).triggered.connect(lambda: self._columns.reset())
        return menu

    def copy(self) -> None:
        """Copy the selected rows: as text, which spreadsheets paste into cells."""
        places = sorted({index.row() for index in self.selectionModel().selectedRows()})
        text = self._viewmodel.copied(places) if places else ""
        if not text:
            return
        data = QMimeData()
        data.setText(text)
        data.setData(TSV, text.encode())
        QGuiApplication.clipboard().setMimeData(data)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, copy, or move; letters go to the window."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in ENTER and self.currentIndex().isValid():
            self._viewmodel.open(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Escape or (is_typed(event) and event.key() != Qt.Key.Key_Space):
            event.ignore()
        else:
            super().keyPressEvent(event)
            if event.key() in MOVES and not self.selectionModel().hasSelection():
                self.selectRow(self.currentIndex().row())  # Qt selects nothing where the cursor already was

    def moveCursor(self, action: Action, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End go to the first and the last row, as in every list."""
        last = self.model().rowCount() - 1
        if action in (Action.MoveHome, Action.MoveEnd) and last >= 0:
            return self.model().index(0 if action is Action.MoveHome else last, self._first_column)
        if not self.currentIndex().isValid() and last >= 0:
            return self.model().index(0, self._first_column)
        return super().moveCursor(action, modifiers)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the columns to what they have: before the first paint, later after it."""
        super().showEvent(event)
        self._follow()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the font's size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._contents.forget()
            self._measure()
            self._fit()

    @property
    def is_measuring(self) -> bool:
        """Whether its columns may still become wider."""
        return self._soon.isActive()

    @property
    def _first_column(self) -> int:
        held = self.currentIndex().column()
        return held if held >= 0 else next(iter(self._columns.shown), 0)

    def _set_up_head(self) -> None:
        head = self.horizontalHeader()
        head.setSectionsMovable(True)
        head.setSectionsClickable(True)
        head.setHighlightSections(False)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self._open_menu)
        head.sectionClicked.connect(self._columns.sort_by)
        head.sectionMoved.connect(lambda *_: self._moved())
        head.sectionResized.connect(self._resized)

    def _open_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.column_menu(menu).popup(self.horizontalHeader().mapToGlobal(at))

    def _moved(self) -> None:
        head = self.horizontalHeader()
        if not self._arranging:
            self._columns.order([head.logicalIndex(at) for at in range(head.count())])

    def _resized(self, column: int, _old: int, pixels: int) -> None:
        if not self._arranging and pixels:
            self._columns.widen(column, pixels)

    def _arrange(self) -> None:
        """Bring the header into the order that the user chose."""
        head, shown = self.horizontalHeader(), self._columns.shown
        self._arranging = True
        for place, at in enumerate(self._columns.layout.ordered(self._viewmodel.model.columns)):
            head.moveSection(head.visualIndex(at), place)
            head.setSectionHidden(at, at not in shown)
        self._arranging = False
        sorting = self._columns.sorted_by
        head.setSortIndicatorShown(sorting is not None)
        if sorting is not None:
            head.setSortIndicator(*sorting)
        self._measure()
        self._fit()

    def _follow(self) -> None:
        """Other rows: the first ones are fitted before they are painted."""
        if not (self._contents.known and self._viewmodel.model.count):
            self._measure()
        elif not self._soon.isActive():
            self._soon.start()

    def _measure(self) -> None:
        """Rows came: make room where a column is too narrow for them. With fewer rows none moves."""
        if not self._viewmodel.model.count:
            self._contents.forget()
        elif self.isVisible() and self._contents.measure(self._columns.shown, self.fontMetrics()):
            self._fit()

    def _fit(self) -> None:
        letter = self.fontMetrics().horizontalAdvance("0")
        room = self.viewport().width()
        columns, shown = self._viewmodel.model.columns, list(self._columns.shown)
        sorting = self._columns.sorted_by

        def fitted() -> list[int]:
            visible, dragged = [columns[at] for at in shown], self._columns.layout.widths
            head = self.horizontalHeader().fontMetrics()
            contents = self._contents.needed(shown, head, sorting[0] if sorting is not None else None)
            return fit_widths(visible, letter, room, dragged, padding=2 * PADDING, contents=contents)

        widths = fitted()
        for at in self._columns.shown:
            if sum(widths) > room > 0 and columns[at].gives_way:
                shown.remove(at)
                widths = fitted()
        self._arranging = True
        for at in self._columns.shown:
            self.horizontalHeader().setSectionHidden(at, at not in shown)
        for at, width in zip(shown, widths, strict=True):
            self.horizontalHeader().resizeSection(at, width)
        self._arranging = False
        self.verticalHeader().setDefaultSectionSize(grown(ROW_HEIGHT, self.font()))
