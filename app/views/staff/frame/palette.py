"""The command palette: finds every command by a part of its name."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.viewmodels.command import AsyncCommand
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.translation import tr, typed
from app.views.theme.fonts import grown
from app.views.widgets.labels import plain_tip

WIDTH = 460
HEIGHT = 320
PAD = 12
AT_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
KEYS = Qt.ItemDataRole.UserRole
NATIVE = QKeySequence.SequenceFormat.NativeText


class Palette(QFrame):
    """A field and a list; Enter runs, Esc closes."""

    def __init__(self, desk: DeskViewModel, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("popover")
        self.setFixedSize(grown(WIDTH, self.font()), grown(HEIGHT, self.font()))
        self._screens = desk.screens
        self._commands = list(desk.commands)
        self._shown: list[AsyncCommand] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("What do you want to do?"))
        self.field.setAccessibleName(tr("Find a command"))
        self.field.textEdited.connect(self._filter)
        self.field.returnPressed.connect(self._run)
        self._list = QListWidget()
        self._list.setItemDelegate(KeysAtRight(self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.itemClicked.connect(lambda _: self._run())
        column.addWidget(self.field)
        column.addWidget(self._list)
        self._filter("")
        self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list; Esc closes."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            row = self._list.currentRow() + steps[Qt.Key(event.key())]
            self._list.setCurrentRow(min(max(row, 0), self._list.count() - 1))
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        found = [each for each in self._commands if all(word in _names(each) for word in words)]
        self._shown = sorted(found, key=lambda each: not all(word in _title(each) for word in words))
        self._list.clear()
        disabled = self._list.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
        for command in self._shown:
            verdict = command.verdict
            item = QListWidgetItem(typed(command.spec.title))
            item.setData(KEYS, QKeySequence(command.spec.shortcut).toString(NATIVE))
            if not verdict.ok:
                item.setForeground(disabled)
                item.setToolTip(plain_tip(typed(verdict.reason)))
            self._list.addItem(item)
        if not self._shown:
            nothing = QListWidgetItem(tr("No matching command"))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self._list.addItem(nothing)
        self._list.setCurrentRow(0)

    def _run(self) -> None:
        """Run the chosen command; one that can't run shows the reason."""
        row = self._list.currentRow()
        if 0 <= row < len(self._shown):
            self.close()
            self._screens.run(self._shown[row])


def _title(command: AsyncCommand) -> str:
    return f"{typed(command.spec.title)} {typed(command.spec.word)}".casefold()


def _names(command: AsyncCommand) -> str:
    return f"{_title(command)} {typed(command.spec.synonyms)}".casefold()


class KeysAtRight(QStyledItemDelegate):
    """Draws a command's shortcut at the right end of its row."""

    def __init__(self, rows: QListWidget) -> None:
        super().__init__(rows)
        self._rows = rows

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The row with the shortcut on top."""
        super().paint(painter, option, index)
        disabled = index.data(Qt.ItemDataRole.ForegroundRole)
        place = self._rows.visualItemRect(self._rows.item(index.row())).adjusted(PAD, 0, -PAD, 0)
        painter.save()
        painter.setFont(self._rows.font())
        painter.setPen(
            disabled.color() if disabled is not None else self._rows.palette().placeholderText().color()
        )
        painter.drawText(place, AT_RIGHT, index.data(KEYS))
        painter.restore()
