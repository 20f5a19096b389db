"""The tree of views and task lists."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QMenu, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from app.viewmodels.staff.tasks.scopes import Scope, View
from app.viewmodels.staff.tasks.tree import ROW, TaskTreeModel, TreeRow
from app.viewmodels.translation import tr
from app.views.staff.tasks.row_fonts import RowFonts
from app.views.theme.fonts import grown
from app.views.theme.icons import Icon, draw_icon
from app.views.theme.tokens import Tokens, tokens_of
from app.views.widgets.keys import is_typed

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT, TITLE_HEIGHT, PAD, INDENT, MARK = 28, 40, 8, 14, 12
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
LOW = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)


class TaskTreeView(QTreeView):
    """Arrows move and fold, Enter goes on to the list, Space follows a task list or doesn't any more.

    `chosen` is emitted with the view or list under the cursor, `folded` with a list and whether it is folded.
    """

    chosen = Signal(object)
    folded = Signal(object, bool)
    follow_asked = Signal(object)
    entered = Signal()

    def __init__(self, model: TaskTreeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._telling = True
        self.setAccessibleName(tr("Views and task lists"))
        self.setHeaderHidden(True)
        self.setIndentation(grown(INDENT, self.font()))
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setViewportMargins(0, PAD, 0, PAD)
        self.setItemDelegate(TreeDelegate(self))
        self.setModel(model)
        self.selectionModel().currentChanged.connect(lambda index, _: self._tell(index))
        self.expanded.connect(lambda index: self._tell_folded(index, folded=False))
        self.collapsed.connect(lambda index: self._tell_folded(index, folded=True))
        self.customContextMenuRequested.connect(self._open_menu)

    def go_to(self, scope: Scope) -> None:
        """Put the cursor on a view or a list."""
        index = self._model.place(scope)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)

    def fold(self, lists: Iterable[int]) -> None:
        """Fold these lists, and no others."""
        self._telling = False
        self.expandAll()
        for each in lists:
            self.collapse(self._model.place(each))
        self._telling = True

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """A selected row is marked over its whole width, however deep it is."""
        tokens = tokens_of(self.palette())
        if self.selectionModel().isSelected(index):
            row = QRect(0, rect.top(), self.viewport().width(), rect.height())
            painter.fillRect(row, QColor(tokens.accent_soft))
        super().drawBranches(painter, rect, index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, fold and follow; letters go to the window."""
        scope = self._model.scope(self.currentIndex())
        if event.key() in ENTER:
            if not event.isAutoRepeat():
                self.entered.emit()
        elif event.key() == Qt.Key.Key_Space and self._may_follow(scope):
            self.follow_asked.emit(scope)
        elif event.key() == Qt.Key.Key_Escape or is_typed(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _tell(self, index: QModelIndex) -> None:
        if (scope := self._model.scope(index)) is not None:
            self.chosen.emit(scope)

    def _tell_folded(self, index: QModelIndex, *, folded: bool) -> None:
        if self._telling:
            self.folded.emit(self._model.scope(index), folded)

    def _open_menu(self, at: QPoint) -> None:
        index = self.indexAt(at)
        scope = self._model.scope(index)
        if not self._may_follow(scope):
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        action = menu.addAction(tr("Follow"))
        action.setCheckable(True)
        action.setChecked(index.data(ROW).followed)
        action.triggered.connect(lambda: self.follow_asked.emit(scope))
        menu.popup(self.viewport().mapToGlobal(at))

    @staticmethod
    def _may_follow(scope: Scope | None) -> bool:
        return scope is not None and not isinstance(scope, View) and scope > 0


class TreeDelegate(QStyledItemDelegate):
    """A name and, at the right, how many; a bell for a list that is followed."""

    def __init__(self, view: TaskTreeView) -> None:
        super().__init__(view)
        self._view = view
        self._fonts = RowFonts(view)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A title has space above it."""
        title = cast(TaskTreeModel, index.model()).scope(index) is None
        return QSize(0, grown(TITLE_HEIGHT if title else ROW_HEIGHT, self._view.font()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The texts differ in weight and color. The view marks what is selected, this what is under the mouse."""
        look = cast(Any, option)  # 6.9's stubs lack the options' fields
        tokens, row = tokens_of(look.palette), index.data(ROW)
        state = look.state
        if (
            state & QStyle.StateFlag.State_MouseOver
            and not state & QStyle.StateFlag.State_Selected
            and row.scope
        ):
            painter.fillRect(look.rect, QColor(tokens.hover))
        room: QRect = look.rect.adjusted(PAD // 2, 0, -PAD, 0)
        if row.scope is None:
            painter.setFont(self._fonts.all.small_strong)
            painter.setPen(QColor(tokens.ink_3))
            painter.drawText(room.adjusted(0, 0, 0, -PAD // 2), LOW, row.text)
        else:
            self._paint_row(painter, room, row, tokens)

    def _paint_row(self, painter: QPainter, room: QRect, row: TreeRow, tokens: Tokens) -> None:
        bold = row.unread and row.count > 0
        font = self._fonts.all.strong if bold else self._fonts.all.body
        painter.setFont(font)
        metrics = QFontMetrics(font)
        if row.count:
            count = str(row.count)
            painter.setPen(QColor(tokens.ink if bold else tokens.ink_3))
            painter.drawText(room, RIGHT, count)
            room.setRight(room.right() - metrics.horizontalAdvance(count) - PAD)
        painter.setPen(QColor(tokens.ink))
        mark = grown(MARK, font) if row.followed else 0
        text = metrics.elidedText(row.text, Qt.TextElideMode.ElideRight, room.width() - mark - PAD // 2)
        painter.drawText(room, LEFT, text)
        if mark:
            ratio = painter.device().devicePixelRatio()
            left = room.left() + metrics.horizontalAdvance(text) + PAD // 2
            place = QRect(left, room.center().y() - mark // 2, mark, mark)
            painter.drawImage(place, draw_icon(Icon.NOTICES, tokens.ink_3, round(mark * ratio)))
