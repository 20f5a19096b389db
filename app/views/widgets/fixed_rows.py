"""A list of rows of one height: tens of thousands open, change and scroll without asking the model about each."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

from PySide6.QtCore import (
    QAbstractItemModel,
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
from PySide6.QtGui import QHelpEvent, QHoverEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QToolTip, QWidget

from app.views.widgets.labels import plain_tip

Index = QModelIndex | QPersistentModelIndex
Action = QAbstractItemView.CursorAction
Hint = QAbstractItemView.ScrollHint


class RowState(NamedTuple):
    """How a row is drawn."""

    selected: bool
    hovered: bool
    focused: bool


class RowPainter(Protocol):
    """How the rows of a list look."""

    @property
    def height(self) -> int:
        """Of each row, in pixels."""
        ...

    def draw(self, painter: QPainter, place: QRect, index: QModelIndex, state: RowState) -> None:
        """Draw one row."""
        ...

    def tip(self, index: QModelIndex) -> str:
        """What the mouse shows on a row."""
        ...


class FixedRowList(QListView):
    """What is in view stays there when rows come or go above it."""

    def __init__(
        self, model: QAbstractItemModel, rows: Callable[[QWidget], RowPainter], parent: QWidget | None = None
    ) -> None:
        """`rows` makes what draws them, for this widget's font."""
        super().__init__(parent)
        self._painter = rows(self)
        self._hovered = -1
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setModel(model)
        self._top = _Top(self)

    def start_over(self) -> None:
        """Other rows are shown: begin with the selected one, or at the top."""
        self.set_offset(0)
        if self.selectionModel().hasSelection():
            self.scrollTo(self.currentIndex())
        else:
            self.selectionModel().clearCurrentIndex()

    @property
    def in_view(self) -> range:
        """The rows that can be seen, also in part."""
        first = self.verticalOffset() // self._painter.height
        last = (self.verticalOffset() + max(self.viewport().height(), 1) - 1) // self._painter.height
        return range(first, min(last + 1, self.model().rowCount()))

    # --- where the rows are --------------------------------------------------------------------------------

    def doItemsLayout(self) -> None:
        """Nothing to lay out. QListView would ask the model for every row."""
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        """Another size, or another number of rows."""
        if self.model() is not None:
            self.set_offset(self.verticalOffset())

    def visualRect(self, index: Index) -> QRect:
        """Where a row is in the viewport."""
        top = index.row() * self._painter.height - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), self._painter.height) if index.isValid() else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The row at a point of the viewport."""
        row = (point.y() + self.verticalOffset()) // self._painter.height
        return self.model().index(row, 0) if point.y() >= 0 else QModelIndex()

    def verticalOffset(self) -> int:
        """How far it is scrolled, in pixels."""
        return self.verticalScrollBar().value()

    def scrollTo(self, index: Index, hint: Hint = Hint.EnsureVisible) -> None:
        """Scroll by as little as possible until a row is in view."""
        if not index.isValid():
            return
        room, top = self.viewport().height(), index.row() * self._painter.height
        lowest, offset = top + self._painter.height - room, self.verticalOffset()
        match hint:
            case Hint.PositionAtTop:
                offset = top
            case Hint.PositionAtBottom:
                offset = lowest
            case Hint.PositionAtCenter:
                offset = (top + lowest) // 2
            case _:
                offset = min(max(offset, lowest), top)
        self.set_offset(offset)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is painted."""
        self._hovered = -1
        self.viewport().scroll(0, dy)

    # --- keyboard and mouse --------------------------------------------------------------------------------

    def moveCursor(self, action: Action, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """The row that a key leads to."""
        last, row = self.model().rowCount() - 1, self.currentIndex().row()
        page = max(self.viewport().height() // self._painter.height, 1)
        step = {
            Action.MoveHome: -last - 1,
            Action.MoveEnd: last + 1,
            Action.MovePageUp: -page,
            Action.MovePageDown: page,
            Action.MoveUp: -1,
            Action.MovePrevious: -1,
            Action.MoveDown: 1,
            Action.MoveNext: 1,
        }.get(action, 0)
        return self.model().index(min(max(row + step, 0), last), 0)

    def setSelection(self, rect: QRect, flags: QItemSelectionModel.SelectionFlag) -> None:
        """Select the rows between two points."""
        ends = rect.normalized()
        first, last = self.indexAt(ends.topLeft()), self.indexAt(ends.bottomLeft())
        selected = QItemSelection(first, last) if first.isValid() and last.isValid() else QItemSelection()
        self.selectionModel().select(selected, flags)

    def viewportEvent(self, event: QEvent) -> bool:
        """Which row the mouse is on, and its tooltip."""
        if isinstance(event, QHoverEvent):
            leaves = event.type() is QEvent.Type.HoverLeave
            row = -1 if leaves else self.indexAt(event.position().toPoint()).row()
            if row != self._hovered:
                self._hovered = row
                self.viewport().update()
        elif event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            tip = self._painter.tip(index) if index.isValid() else ""
            QToolTip.showText(event.globalPos(), plain_tip(tip), self)
            return True
        return super().viewportEvent(event)

    # --- painting ------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows in view."""
        self.executeDelayedItemsLayout()
        painter, area = QPainter(self.viewport()), event.rect()
        current = self.currentIndex().row() if self.hasFocus() else -1
        for row in self.in_view:
            index = self.model().index(row, 0)
            place = self.visualRect(index)
            if place.intersects(area):
                selected = self.selectionModel().isSelected(index)
                self._painter.draw(
                    painter, place, index, RowState(selected, row == self._hovered, row == current)
                )
        painter.end()

    def set_offset(self, offset: int) -> None:
        """Scroll to so many pixels, as far as there are rows."""
        bar, room = self.verticalScrollBar(), self.viewport().height()
        with QSignalBlocker(bar):
            bar.setRange(0, max(self.model().rowCount() * self._painter.height - room, 0))
            bar.setPageStep(room)
            bar.setSingleStep(self._painter.height // 2)
            bar.setValue(offset)
        self.viewport().update()


class _Top:
    """Keeps the row at the top there while the model changes; at the very top, new rows are shown."""

    def __init__(self, view: FixedRowList) -> None:
        self._view = view
        self._held: tuple[QPersistentModelIndex, int] | None = None
        """The row at the top, and how much of it is above the view."""
        model = view.model()
        for before in (model.rowsAboutToBeInserted, model.rowsAboutToBeMoved, model.layoutAboutToBeChanged):
            before.connect(lambda *_: self._hold())
        model.rowsAboutToBeRemoved.connect(lambda _, first, last: self._hold(first, last))
        for after in (model.rowsInserted, model.rowsRemoved, model.rowsMoved, model.layoutChanged):
            after.connect(lambda *_: self._settle())

    def _hold(self, first: int = 0, last: int = -1) -> None:
        """`first` to `last` will be removed."""
        top = next(iter(self._view.in_view), -1)
        above = -self._view.visualRect(self._view.model().index(top, 0)).top()
        if first <= top <= last:
            top, above = last + 1, 0
        scrolled = self._view.verticalOffset() > 0
        self._held = (QPersistentModelIndex(self._view.model().index(top, 0)), above) if scrolled else None

    def _settle(self) -> None:
        offset = self._view.verticalOffset()
        if self._held is not None and self._held[0].isValid():
            offset += self._view.visualRect(self._held[0]).top() + self._held[1]
        self._view.set_offset(offset)
        self._held = None
