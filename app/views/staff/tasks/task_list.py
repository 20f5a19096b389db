"""The list of tasks: two lines each, the priority as a bar at the left edge."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from app.viewmodels.staff.tasks.task_list import ROW, TaskListModel, TaskRow
from app.viewmodels.translation import tr
from app.views.staff.tasks.row_fonts import RowFonts
from app.views.theme.fonts import Fonts
from app.views.theme.tokens import RADIUS_TILE, TEXT_PIXELS, Tokens, tokens_of
from app.views.widgets.fixed_rows import FixedRowList, Index, RowState
from app.views.widgets.keys import is_typed

ROW_HEIGHT, PAD, BAR, GAP = 48, 8, 4, 12
WIDE = 360
"""From this width on, for text of 13 px, there is room for since when a task is overdue."""
BETWEEN = " \u00b7 "
CALM_MS = 150
"""After the last scrolling, the rows in sight are told."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
FIRST = (*ENTER, Qt.Key.Key_Down, Qt.Key.Key_Up)
"""Open the row with the focus where none is open."""
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class TaskListView(FixedRowList):
    """Arrows open the next one, Enter and a double click go on to it. `opened` is emitted with the TaskNum.

    `in_sight` is emitted with the first and the last row in view once they stay.
    """

    opened = Signal(int)
    picked = Signal()
    """The open task was clicked, so a person chose it, whatever opened it before."""
    entered = Signal()
    in_sight = Signal(int, int)

    def __init__(self, model: TaskListModel, parent: QWidget | None = None) -> None:
        super().__init__(model, TaskRows, parent)
        self._tasks = model
        self.setAccessibleName(tr("Tasks"))
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM_MS)
        self._calm.timeout.connect(self._tell_sight)
        for signal in (model.rowsInserted, model.rowsRemoved, model.rowsMoved, model.layoutChanged):
            signal.connect(lambda *_: self._calm.start())
        self.verticalScrollBar().valueChanged.connect(lambda _: self._calm.start())
        self.selectionModel().selectionChanged.connect(lambda *_: self._tell())
        self.clicked.connect(lambda _: self.picked.emit())
        self.doubleClicked.connect(lambda _: self.entered.emit())

    def go_to(self, task_num: int) -> None:
        """Put the cursor on a task; on none for one that isn't shown."""
        at = self._tasks.place(task_num)
        if at < 0:
            self.clearSelection()
        elif at != self.currentIndex().row() or not self.selectionModel().hasSelection():
            self.setCurrentIndex(self._tasks.index(at, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move and open; letters go to the window."""
        chosen = self.selectionModel().hasSelection()
        if event.key() in ENTER and chosen:
            if not event.isAutoRepeat():
                self.entered.emit()
        elif event.key() in FIRST and self.currentIndex().isValid() and not chosen:
            # The focus alone opens nothing; the first key opens this one.
            self.setCurrentIndex(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape or is_typed(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def rowsAboutToBeRemoved(self, parent: Index, first: int, last: int) -> None:
        """Another task takes the cursor, but isn't opened: Qt would select it, and a key would be about that one."""
        if first <= self.currentIndex().row() <= last:
            beside = last + 1 if last + 1 < self._tasks.rowCount() else first - 1
            self.clearSelection()
            no_update = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(self._tasks.index(beside, 0), no_update)
        super().rowsAboutToBeRemoved(parent, first, last)

    def _tell(self) -> None:
        if self.selectionModel().hasSelection():
            self.opened.emit(self._tasks.at(self.currentIndex().row()))

    def _tell_sight(self) -> None:
        rows = self.in_view
        if rows and self.isVisible():
            self.in_sight.emit(rows[0], rows[-1])


class TaskRows:
    """Title and age; below them priority, what it is about, and that it is overdue."""

    def __init__(self, view: QWidget) -> None:
        self._view = view
        self._fonts = RowFonts(view)

    @property
    def height(self) -> int:
        """Two lines and some space."""
        return self._fonts.grown(ROW_HEIGHT)

    def draw(self, painter: QPainter, place: QRect, index: QModelIndex, state: RowState) -> None:
        """The background of what is selected, the row, and a frame around the one with the focus."""
        tokens = tokens_of(self._view.palette())
        if state.selected or state.hovered:
            painter.fillRect(place, QColor(tokens.accent_soft if state.selected else tokens.hover))
        _Row(painter, self._fonts.all, tokens, place).draw(index.data(ROW))
        if state.focused:
            painter.setPen(QPen(QColor(tokens.accent), 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(place.adjusted(BAR + 1, 1, -2, -3), RADIUS_TILE, RADIUS_TILE)

    def tip(self, index: QModelIndex) -> str:
        """All that it says: there may be room for less."""
        row: TaskRow = index.data(ROW)
        return row.tip


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
        ink = tokens.ink_3 if row.done or row.held else tokens.ink
        self._at_left(upper, row.title, fonts.strong if row.unread else fonts.body, ink)
        if row.held:
            self._at_right(lower, row.held, fonts.small_strong, tokens.good)
        else:
            wide = rect.width() >= WIDE * fonts.body.pixelSize() / TEXT_PIXELS
            overdue = row.overdue if wide or not row.overdue else tr("Overdue")
            self._at_right(lower, overdue, fonts.small_strong, tokens.late.text)
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
