"""The tree of views and task lists."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from app.viewmodels.staff.tasks.scopes import Scope
from app.viewmodels.staff.tasks.tree import ROW, TaskTreeModel
from app.viewmodels.translation import tr
from app.views.theme.fonts import Fonts, grown, make_fonts
from app.views.theme.tokens import tokens_of
from app.views.widgets.keys import is_typed

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT, TITLE_HEIGHT, PAD, INDENT = 28, 40, 8, 14
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TaskTreeView(QTreeView):
    """Arrows move and fold, Enter goes on to the list. `chosen` is emitted with the view or list under the cursor."""

    chosen = Signal(object)
    entered_list = Signal()

    def __init__(self, model: TaskTreeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setAccessibleName(tr("Views and task lists"))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(False)
        self.setIndentation(grown(INDENT, self.font()))
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(TreeDelegate(self))
        self.setModel(model)
        self.expandAll()
        self.selectionModel().currentChanged.connect(lambda index, _: self._tell(index))

    def go_to(self, scope: Scope) -> None:
        """Put the cursor on a view or a list."""
        index = self._model.place(scope)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move and fold; letters go to the window."""
        if event.key() in ENTER:
            self.entered_list.emit()
        elif event.key() == Qt.Key.Key_Escape or is_typed(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _tell(self, index: QModelIndex) -> None:
        if (scope := self._model.scope(index)) is not None:
            self.chosen.emit(scope)


class TreeDelegate(QStyledItemDelegate):
    """A name and, at the right, how many."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A title has space above it."""
        view = cast(QTreeView, self.parent())
        title = index.data(ROW).scope is None
        return QSize(0, grown(TITLE_HEIGHT if title else ROW_HEIGHT, view.font()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The row's background as the style draws it, the texts by hand: they differ in weight and color."""
        drawn = QStyleOptionViewItem(option)
        look = cast(Any, drawn)  # 6.9's stubs lack the options' fields
        view = cast(QTreeView, self.parent())
        view.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, drawn, painter, view)
        tokens, fonts, row = tokens_of(look.palette), _fonts(view), index.data(ROW)
        room: QRect = look.rect.adjusted(PAD // 2, 0, -PAD, 0)
        if row.scope is None:
            painter.setFont(fonts.small_strong)
            painter.setPen(QColor(tokens.ink_3))
            bottom = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
            painter.drawText(room.adjusted(0, 0, 0, -PAD // 2), int(bottom), row.text)
            return
        font = fonts.strong if row.bold else fonts.body
        painter.setFont(font)
        metrics = QFontMetrics(font)
        if row.count:
            count = str(row.count)
            painter.setPen(QColor(tokens.ink if row.bold else tokens.ink_3))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), count)
            room.setRight(room.right() - metrics.horizontalAdvance(count) - PAD)
        painter.setPen(QColor(tokens.ink_3 if row.faint else tokens.ink))
        text = metrics.elidedText(row.text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)


def _fonts(view: QWidget) -> Fonts:
    return make_fonts(view.font())
