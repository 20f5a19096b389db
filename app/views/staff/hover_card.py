"""The full card that appears beside a visit under the mouse or the keyboard's focus."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from app.domain.tile import CardRow

WIDTH = 300
GAP = 8


class HoverCard(QFrame):
    """A name and its rows; it never takes the mouse or the focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setObjectName("popover")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedWidth(WIDTH)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 12, 16, 12)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self.hide()

    def show_beside(self, where: QRect, title: str, rows: Sequence[CardRow]) -> None:
        """Show the card next to a place given in the parent's coordinates, inside the parent."""
        self._fill(title, rows)
        self._grid.activate()
        self.setFixedHeight(self._grid.totalHeightForWidth(WIDTH))
        room = self._over.rect()
        left = where.right() + GAP
        if left + self.width() > room.right():
            left = where.left() - GAP - self.width()
        top = min(max(where.top(), 0), max(room.bottom() - self.height(), 0))
        self.move(max(left, 0), top)
        self.show()
        self.raise_()

    def _fill(self, title: str, rows: Sequence[CardRow]) -> None:
        for old in self.findChildren(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly):
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        head = QLabel(title)
        head.setProperty("kind", "title")
        head.setWordWrap(True)
        self._place(head, 0, 0, columns=2)
        for row, each in enumerate(rows, 1):
            label, value = QLabel(each.label), QLabel(each.value)
            label.setProperty("kind", "second")
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            value.setWordWrap(True)
            if each.tone:
                value.setProperty("kind", each.tone)
            self._place(label, row, 0)
            self._place(value, row, 1)

    def _place(self, label: QLabel, row: int, column: int, columns: int = 1) -> None:
        self._grid.addWidget(label, row, column, 1, columns)
        label.show()  # a layout passes over what is not shown yet
