"""The full card of an appointment under the mouse or with the keyboard focus."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.domain.schedule.tile import CardRow
from app.views.theme.fonts import grown
from app.views.widgets.card_rows import CardRows
from app.views.widgets.labels import breakable, plain_label
from app.views.widgets.placement import place_for

WIDTH = 300


class HoverCard(QFrame):
    """A name and its rows; it never takes the mouse or the focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.over = parent
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

    def show_for(
        self,
        visit: QRect,
        title: str,
        rows: Sequence[CardRow],
        *,
        room: QRect | None = None,
        corner: bool = False,
    ) -> None:
        """Show the card next to an appointment, or in a corner of the area, and never over the appointment.

        Rectangles are in the parent's coordinates; the area is the visible part of the schedule, None: the
        parent.
        """
        self._title.setText(breakable(title))
        self._rows.fill(rows)
        self._column.activate()
        whole = self.over.rect()
        size = QSize(self.width(), self._column.totalHeightForWidth(self.width()))
        place = place_for(visit, size, whole if room is None else room, whole, corner=corner)
        if place is None:
            self.hide()
            return
        self.setFixedHeight(place.height())  # the bottom is clipped, never the top
        self.move(place.topLeft())
        self.show()
        self.raise_()
