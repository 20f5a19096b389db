"""The one timeline: rows of different heights, measured when they come into view, so that thousands open at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSignalBlocker,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from app.viewmodels.timeline import TimelineViewModel
from app.views.theme.tokens import RADIUS_TILE, tokens_of
from app.views.widgets.keys import is_typed
from app.views.widgets.timeline.rows import Action, Hint, TimelineRows
from app.views.widgets.timeline.typeset import FEW_LINES

Index = QModelIndex | QPersistentModelIndex
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TimelineView(QListView):
    """Arrows, Page Up and Down, Home and End move; Space or a click on the link shows all of a long note.

    Enter and a double click open, Ctrl+C copies. Letters are left to the window, which searches for a patient.
    """

    def __init__(
        self, viewmodel: TimelineViewModel, parent: QWidget | None = None, *, few: int = FEW_LINES
    ) -> None:
        """`few` is the number of lines of a folded entry."""
        super().__init__(parent)
        self._viewmodel = viewmodel
        self._rows = TimelineRows(viewmodel.model, self.font(), few)
        self.setProperty("kind", "lines")
        self.setAccessibleName(viewmodel.name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Shown or not, the rows have the same width: otherwise each change would measure them twice.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setModel(viewmodel.model)
        viewmodel.model.layoutChanged.connect(self._start_over)
        self.doubleClicked.connect(lambda index: viewmodel.open(index.row()))

    def unfold(self, row: int) -> None:
        """Show all of a long note, or only its beginning again."""
        self._rows.toggle(row)
        self._settle()
        self.scrollTo(self.model().index(row, 0))

    # --- where the rows are --------------------------------------------------------------------------------

    def doItemsLayout(self) -> None:
        """Measure only what is in view. QListView would measure every row."""
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        """Another width, or other rows: measure what is in view, and set the range of the scroll bar."""
        self._rows.resize(self.viewport().width())
        self._settle()

    def visualRect(self, index: Index) -> QRect:
        """Where a row is in the viewport."""
        heights = self._rows.heights
        if not 0 <= index.row() < len(heights):
            return QRect()
        top = heights.top(index.row()) - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), heights.height(index.row()))

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The row at a point of the viewport."""
        row = self._rows.heights.at(point.y() + self.verticalOffset())
        return self.model().index(row, 0) if row >= 0 else QModelIndex()

    def verticalOffset(self) -> int:
        """How far it is scrolled, in pixels."""
        return self.verticalScrollBar().value()

    def scrollTo(self, index: Index, hint: Hint = Hint.EnsureVisible) -> None:
        """Scroll by as little as possible until a row is in view."""
        if 0 <= index.row() < len(self._rows.heights):
            offset, room = self.verticalOffset(), self.viewport().height()
            self._settle(self._rows.offset_for(index.row(), hint, offset, room))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Measure the rows that come into view."""
        self._settle()

    # --- the model changes ---------------------------------------------------------------------------------

    def rowsInserted(self, parent: Index, start: int, end: int) -> None:
        """What is being read stays where it is, unless the view is at its top."""
        heights, offset, count = self._rows.heights, self.verticalOffset(), end - start + 1
        above = offset > 0 and heights.top(start) <= offset
        if len(heights) + count == self._viewmodel.model.rowCount():
            heights.insert(start, count, self._rows.typesetter.estimate)
        QAbstractItemView.rowsInserted(self, parent, start, end)
        self._settle(offset + count * self._rows.typesetter.estimate * above)

    def rowsAboutToBeRemoved(self, parent: Index, start: int, end: int) -> None:
        """What is being read stays where it is."""
        heights, offset = self._rows.heights, self.verticalOffset()
        gone = heights.top(end + 1) - heights.top(start)
        above = heights.top(end) < offset
        super().rowsAboutToBeRemoved(parent, start, end)
        heights.remove(start, end - start + 1)
        with QSignalBlocker(self.verticalScrollBar()):
            self.verticalScrollBar().setValue(max(offset - gone * above, 0))

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Measure these rows again."""
        self._rows.heights.forget(first.row(), last.row())
        self._settle()

    # --- keyboard and mouse --------------------------------------------------------------------------------

    def moveCursor(self, action: Action, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """The row that a key leads to."""
        row = self._rows.next_row(self.currentIndex().row(), action, self.viewport().height())
        return self.model().index(row, 0)

    def setSelection(self, rect: QRect, flags: QItemSelectionModel.SelectionFlag) -> None:
        """Select the rows between two points."""
        ends = rect.normalized()
        first, last = self.indexAt(ends.topLeft()), self.indexAt(ends.bottomLeft())
        selected = QItemSelection(first, last) if first.isValid() and last.isValid() else QItemSelection()
        self.selectionModel().select(selected, flags)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Unfold, open, copy or move; letters go to the window."""
        row = self.currentIndex().row()
        if event.matches(QKeySequence.StandardKey.Copy):
            rows = sorted(index.row() for index in self.selectedIndexes())
            QGuiApplication.clipboard().setText(self._viewmodel.copied(rows))
        elif event.key() in ENTER and row >= 0:
            if not event.isAutoRepeat():
                self._viewmodel.open(row)
        elif event.key() == Qt.Key.Key_Space and row >= 0:
            self.unfold(row)
        elif event.key() == Qt.Key.Key_Escape or is_typed(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the link unfolds or folds the note."""
        at = event.position().toPoint()
        index = self.indexAt(at)
        super().mousePressEvent(event)
        if index.isValid():
            corner = self.visualRect(index).topLeft()
            if self._rows.lay_out(index.row()).more_place.translated(corner).contains(at):
                self.unfold(index.row())

    # --- painting ------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._rows.set_font(self.font())
            self._settle()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows in view."""
        self.executeDelayedItemsLayout()
        painter, tokens, rows = QPainter(self.viewport()), tokens_of(self.palette()), self._rows
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first = rows.heights.at(self.verticalOffset())
        current = self.currentIndex().row() if self.hasFocus() else -1
        for row in range(max(first, 0), len(rows.heights)):
            index = self.model().index(row, 0)
            place = self.visualRect(index)
            if place.top() > event.rect().bottom():
                break
            if self.selectionModel().isSelected(index):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(tokens.accent_soft))
                painter.drawRoundedRect(place.adjusted(0, 1, 0, -1), RADIUS_TILE, RADIUS_TILE)
            painter.fillRect(place.left(), place.bottom(), place.width(), 1, QColor(tokens.hairline))
            rows.lay_out(row).draw(painter, place.topLeft(), tokens)
            if row == current:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(tokens.accent), 1, Qt.PenStyle.DashLine))
                painter.drawRoundedRect(place.adjusted(1, 1, -1, -2), RADIUS_TILE, RADIUS_TILE)
        painter.end()

    # --- inside --------------------------------------------------------------------------------------------

    def _start_over(self) -> None:
        """Another filter or order: from the top, unless the current row is still there."""
        self._rows.start_over()
        self._settle(0)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _settle(self, offset: int | None = None) -> None:
        """Measure what is in view at an offset; None: the present one."""
        bar, room = self.verticalScrollBar(), self.viewport().height()
        offset = self._rows.settle(bar.value() if offset is None else offset, room)
        with QSignalBlocker(bar):
            bar.setRange(0, max(self._rows.heights.total - room, 0))
            bar.setPageStep(room)
            bar.setSingleStep(self._rows.typesetter.estimate // 2)
            bar.setValue(offset)
            bar.setEnabled(bar.maximum() > 0)
        self.viewport().update()
