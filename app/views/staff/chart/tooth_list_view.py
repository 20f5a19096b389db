"""The odontogram as a list: a row for each tooth with something on it, for screen readers and for reading."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFontInfo, QKeyEvent
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.viewmodels.staff.chart.odontogram import OdontogramViewModel
from app.viewmodels.staff.chart.tooth_list import ToothList
from app.viewmodels.translation import tr
from app.views.widgets.keys import is_typed

PADDING_X, PADDING_Y = 12, 0.5
"""Around a row's text: pixels at its sides, and a share of the text's size above and below."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WholeSentences(QStyledItemDelegate):
    """Rows as high as their text at the list's width: a stylesheet's padding makes Qt's own rows too low."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The height of the wrapped text."""
        view = cast(QListView, self.parent())
        wide = view.viewport().width()
        room = QRect(0, 0, max(1, wide - 2 * PADDING_X), 1 << 16)
        text = view.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), str(index.data()))
        return QSize(wide, text.height() + 2 * round(PADDING_Y * QFontInfo(view.font()).pixelSize()))


class ToothListView(QListView):
    """Selecting a row selects its tooth, and the other way around. Enter and a double click open the tooth.

    It is up to date only while it is visible. `opened` has the tooth's name.
    """

    opened = Signal(str)

    def __init__(self, model: OdontogramViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._teeth = model
        self.rows = ToothList(model)
        self.setModel(self.rows)
        self.setProperty("kind", "lines")
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(WholeSentences(self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(tr("Teeth as a list"))
        self.selectionModel().currentChanged.connect(self._select)
        self.doubleClicked.connect(self._open)
        model.state_changed.connect(self._follow)
        self.hide()

    def show_list(self, *, shown: bool) -> None:
        """Show or hide it."""
        self.rows.set_active(active=shown)
        self.setVisible(shown)
        self._follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, or move; letters, Esc and the keys of the day go to the window."""
        if event.key() in ENTER:
            self._open(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown) or is_typed(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _select(self, index: QModelIndex) -> None:
        tooth = self.rows.tooth_at(index.row())
        if tooth:
            self._teeth.select(tooth)

    def _open(self, index: QModelIndex) -> None:
        tooth = self.rows.tooth_at(index.row())
        if tooth:
            self.opened.emit(tooth)

    def _follow(self) -> None:
        """Mark the selected tooth's row."""
        if not self.rows.active:
            return
        selected = self._teeth.state.selected
        row, current = self.rows.row_of(selected), self.currentIndex().row()
        if row != current and (row >= 0 or self.rows.tooth_at(current)):
            with QSignalBlocker(self.selectionModel()):
                self.setCurrentIndex(self.rows.index(row, 0) if row >= 0 else QModelIndex())
            self.viewport().update()
