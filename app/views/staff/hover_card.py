"""The full card that appears beside a visit under the mouse or the keyboard's focus."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.domain.tile import CardRow
from app.views.theme.fonts import grown
from app.views.widgets.card_rows import CardRows
from app.views.widgets.labels import breakable, plain_label

WIDTH = 300
GAP = 8


class HoverCard(QFrame):
    """A name and its rows; it never takes the mouse or the focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._beside = QRect()
        self.setObjectName("popover")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedWidth(grown(WIDTH, self.font()))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(4)
        self._title = plain_label(kind="title", wrap=True)
        self._rows = CardRows()
        self._column.addWidget(self._title)
        self._column.addWidget(self._rows)
        self.hide()

    def show_beside(self, where: QRect, title: str, rows: Sequence[CardRow]) -> None:
        """Show the card next to a place given in the parent's coordinates, inside the parent."""
        self._beside = where
        self.fill(title, rows)
        self.show()
        self.raise_()

    def fill(self, title: str, rows: Sequence[CardRow]) -> None:
        """Bring the words up to date, where the card is."""
        self._title.setText(breakable(title))
        self._rows.fill(rows)
        self._column.activate()
        needed = self._column.totalHeightForWidth(self.width())
        self.setFixedHeight(min(needed, self._over.height()))  # what is lowest is cut, never what is on top
        self.move(self._place())

    def _place(self) -> QPoint:
        room, where = self._over.rect(), self._beside
        left = where.right() + GAP
        if left + self.width() > room.right():
            left = where.left() - GAP - self.width()
        top = min(max(where.top(), 0), max(room.bottom() - self.height(), 0))
        return QPoint(max(left, 0), top)
