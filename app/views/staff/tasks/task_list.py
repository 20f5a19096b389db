"""The list of tasks: two lines each, the priority as a bar at the left edge."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.viewmodels.staff.tasks.task_list import ROW, TaskListModel, TaskRow
from app.viewmodels.translation import tr
from app.views.theme.fonts import Fonts, grown, make_fonts
from app.views.theme.tokens import Tokens, tokens_of
from app.views.widgets.keys import is_typed

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT, PAD, BAR, GAP = 48, 8, 4, 12
BETWEEN = " · "
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class TaskListView(QListView):
    """Arrows open the next one, Enter and a double click go on to it. `opened` is emitted with the TaskNum."""

    opened = Signal(int)
    entered_task = Signal()

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
        self.selectionModel().currentChanged.connect(lambda index, _: self._tell(index))
        self.doubleClicked.connect(lambda _: self.entered_task.emit())

    def go_to(self, task_num: int) -> None:
        """Put the cursor on a task; on none for one that isn't shown."""
        at = self._model.place(task_num)
        if at != self.currentIndex().row():
            self.setCurrentIndex(self._model.index(at, 0) if at >= 0 else QModelIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move and open; letters go to the window."""
        if event.key() in ENTER and self.currentIndex().isValid():
            self.entered_task.emit()
        elif event.key() == Qt.Key.Key_Escape or is_typed(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._model.at(index.row()))


class TaskDelegate(QStyledItemDelegate):
    """Title and age; below them priority, what it is about, and that it is overdue."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are as high."""
        return QSize(0, grown(ROW_HEIGHT, cast(QWidget, self.parent()).font()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The row's background as the style draws it, the rest by hand."""
        drawn = QStyleOptionViewItem(option)
        look = cast(Any, drawn)  # 6.9's stubs lack the options' fields
        view = cast(QListView, self.parent())
        view.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, drawn, painter, view)
        row = index.data(ROW)
        if row is not None:
            _Row(painter, make_fonts(view.font()), tokens_of(look.palette), look.rect).draw(row)


class _Row:
    """Draws one row."""

    def __init__(self, painter: QPainter, fonts: Fonts, tokens: Tokens, rect: QRect) -> None:
        self._painter, self._fonts, self._tokens, self._rect = painter, fonts, tokens, rect

    def draw(self, row: TaskRow) -> None:
        rect, tokens = self._rect, self._tokens
        painter = self._painter
        if row.tone:
            painter.fillRect(
                rect.left(), rect.top() + 2, BAR, rect.height() - 4, QColor(getattr(tokens, row.tone))
            )
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens.hairline))
        inner = rect.adjusted(BAR + PAD, PAD // 2, -PAD, -PAD // 2)
        upper, lower = QRect(inner), QRect(inner)
        upper.setBottom(inner.center().y())
        lower.setTop(inner.center().y() + 1)
        ink = tokens.ink_3 if row.done else tokens.ink
        self._at_right(upper, row.age, self._fonts.small_figures, tokens.ink_3)
        self._at_left(upper, row.title, self._fonts.strong if row.unread else self._fonts.body, ink)
        self._at_right(lower, row.held or row.overdue, self._fonts.small_strong, tokens.late.text)
        if row.priority:
            known = self._fonts.small_strong if row.tone == "alert" else self._fonts.small
            color = tokens.alert if row.tone == "alert" else tokens.ink_3
            self._at_left(lower, row.priority + (BETWEEN if row.about else ""), known, color)
        self._at_left(lower, BETWEEN.join(row.about), self._fonts.small, tokens.ink_3)

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
