"""The list of tasks: two lines each, the priority as a bar at the left edge."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.viewmodels.staff.tasks.task_list import ROW, TaskListModel, TaskRow
from app.viewmodels.translation import tr
from app.views.staff.tasks.row_fonts import RowFonts
from app.views.theme.fonts import Fonts, grown
from app.views.theme.tokens import Tokens, tokens_of
from app.views.widgets.keys import is_typed

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT, PAD, BAR, GAP = 48, 8, 4, 12
BETWEEN = " \u00b7 "
CALM_MS = 150
"""After the last scrolling, the rows in sight are told."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class TaskListView(QListView):
    """Arrows open the next one, Enter and a double click go on to it. `opened` is emitted with the TaskNum.

    `in_sight` is emitted with the first and the last row in view once they stay. Rows that come or go above them
    don't move them.
    """

    opened = Signal(int)
    entered = Signal()
    in_sight = Signal(int, int)

    def __init__(self, model: TaskListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setAccessibleName(tr("Tasks"))
        self.setProperty("kind", "lines")
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(TaskDelegate(self))
        self.setModel(model)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM_MS)
        self._calm.timeout.connect(self._tell_sight)
        for signal in (model.rowsInserted, model.rowsRemoved, model.rowsMoved, model.layoutChanged):
            signal.connect(self._calm.start)
        self.verticalScrollBar().valueChanged.connect(self._calm.start)
        self.selectionModel().currentChanged.connect(lambda index, _: self._tell(index))
        self.doubleClicked.connect(lambda _: self.entered.emit())

    def go_to(self, task_num: int) -> None:
        """Put the cursor on a task; on none for one that isn't shown."""
        at = self._model.place(task_num)
        if at != self.currentIndex().row():
            self.setCurrentIndex(self._model.index(at, 0) if at >= 0 else QModelIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move and open; letters go to the window."""
        if event.key() in ENTER and self.currentIndex().isValid():
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape or is_typed(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._model.at(index.row()))

    def _tell_sight(self) -> None:
        first = self.indexAt(QPoint(1, 1)).row()
        last = self.indexAt(QPoint(1, self.viewport().height() - 2)).row()
        if first >= 0 and self.isVisible():
            self.in_sight.emit(first, last if last >= 0 else self._model.rowCount() - 1)


class TaskDelegate(QStyledItemDelegate):
    """Title and age; below them priority, what it is about, and that it is overdue."""

    def __init__(self, view: TaskListView) -> None:
        super().__init__(view)
        self._view = view
        self._fonts = RowFonts(view)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are as high."""
        return QSize(0, grown(ROW_HEIGHT, self._view.font()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The row's background as the style draws it, the rest by hand."""
        look = cast(Any, option)  # 6.9's stubs lack the options' fields
        self._view.style().drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, self._view
        )
        row = index.data(ROW)
        if row is not None:
            _Row(painter, self._fonts.all, tokens_of(look.palette), look.rect).draw(row)


class _Row:
    """Draws one row."""

    def __init__(self, painter: QPainter, fonts: Fonts, tokens: Tokens, rect: QRect) -> None:
        self._painter, self._fonts, self._tokens, self._rect = painter, fonts, tokens, rect

    def draw(self, row: TaskRow) -> None:
        """Its bar, its two lines, and the line below it."""
        rect, tokens, fonts = self._rect, self._tokens, self._fonts
        if row.tone:
            bar = QRect(rect.left(), rect.top() + 2, BAR, rect.height() - 4)
            self._painter.fillRect(bar, QColor(getattr(tokens, row.tone)))
        self._painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens.hairline))
        inner = rect.adjusted(BAR + PAD, PAD // 2, -PAD, -PAD // 2)
        upper, lower = QRect(inner), QRect(inner)
        upper.setBottom(inner.center().y())
        lower.setTop(inner.center().y() + 1)
        self._at_right(upper, row.age, fonts.small_figures, tokens.ink_3)
        ink = tokens.ink_3 if row.done else tokens.ink
        self._at_left(upper, row.title, fonts.strong if row.unread else fonts.body, ink)
        if row.held:
            self._at_right(lower, row.held, fonts.small_strong, tokens.good)
        else:
            self._at_right(lower, row.overdue, fonts.small_strong, tokens.late.text)
        if row.priority:
            urgent = row.tone == "alert"
            words = row.priority + (BETWEEN if row.about else "")
            font = fonts.small_strong if urgent else fonts.small
            self._at_left(lower, words, font, tokens.alert if urgent else tokens.ink_3)
        self._at_left(lower, BETWEEN.join(row.about), fonts.small, tokens.ink_3)

    def _at_left(self, room: QRect, text: str, font: QFont, color: str) -> None:
        """Draw as much as fits, and take its room away."""
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(room.width(), 0))
        self._put(room, shown, font, color, LEFT)
        room.setLeft(room.left() + metrics.horizontalAdvance(shown))

    def _at_right(self, room: QRect, text: str, font: QFont, color: str) -> None:
        if text:
            self._put(room, text, font, color, RIGHT)
            room.setRight(room.right() - QFontMetrics(font).horizontalAdvance(text) - GAP)

    def _put(self, room: QRect, text: str, font: QFont, color: str, flags: int) -> None:
        self._painter.setFont(font)
        self._painter.setPen(QColor(color))
        self._painter.drawText(room, flags, text)
