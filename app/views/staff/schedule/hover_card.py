"""The full card that appears for an appointment under the mouse or the keyboard's focus."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.domain.schedule.tile import CardRow
from app.views.theme.fonts import grown
from app.views.widgets.card_rows import CardRows
from app.views.widgets.labels import breakable, plain_label

WIDTH = 300
GAP = 8
LEAST = 96
"""Pixels of height below which a card is not worth showing."""


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
        """Show the card next to an appointment, or in a corner of the room, and never over the appointment.

        Rectangles are in the parent's coordinates; the room is the part of the schedule in sight, None: the parent.
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
        self.setFixedHeight(place.height())  # what is lowest is cut, never what is on top
        self.move(place.topLeft())
        self.show()
        self.raise_()


def place_for(visit: QRect, size: QSize, room: QRect, whole: QRect, *, corner: bool) -> QRect | None:
    """Where a card stands: whole and in the room if that can be, else where most of it fits; never over the visit.

    In a corner it leaves the appointment's neighbours free for whoever walks among them. None: there is no place.
    """
    for place in _corners(size, room) if corner else _beside(visit, size, room):
        if room.contains(place) and not place.intersects(visit):
            return place
    strips = [
        QRect(QPoint(visit.right() + GAP, whole.top()), whole.bottomRight()),
        QRect(whole.topLeft(), QPoint(visit.left() - GAP, whole.bottom())),
        QRect(QPoint(whole.left(), visit.bottom() + GAP), whole.bottomRight()),
        QRect(whole.topLeft(), QPoint(whole.right(), visit.top() - GAP)),
    ]
    wide = [strip for strip in strips if strip.width() >= size.width() and strip.height() >= LEAST]
    if not wide:
        return None
    strip = max(wide, key=lambda each: min(each.height(), size.height()))
    low = QSize(size.width(), min(size.height(), strip.height()))
    return _within(QRect(visit.topLeft(), low), strip)


def _beside(visit: QRect, size: QSize, room: QRect) -> Iterator[QRect]:
    """Right, left, below, above."""
    for left, top in (
        (visit.right() + GAP, visit.top()),
        (visit.left() - GAP - size.width(), visit.top()),
        (visit.left(), visit.bottom() + GAP),
        (visit.left(), visit.top() - GAP - size.height()),
    ):
        place = QRect(QPoint(left, top), size)
        along = QRect(room.left(), top, room.width(), size.height())
        beside = QRect(left, room.top(), size.width(), room.height())
        yield _within(place, beside if top == visit.top() else along)


def _corners(size: QSize, room: QRect) -> Iterator[QRect]:
    """Upper right first: there the side panel would be; toasts stand in the lower right."""
    inner = room.adjusted(GAP, GAP, -GAP, -GAP)
    for right, low in ((True, False), (False, False), (False, True), (True, True)):
        left = inner.right() - size.width() + 1 if right else inner.left()
        top = inner.bottom() - size.height() + 1 if low else inner.top()
        yield QRect(QPoint(left, top), size)


def _within(place: QRect, room: QRect) -> QRect:
    """The place, moved as little as it takes into a room."""
    left = max(min(place.left(), room.right() - place.width() + 1), room.left())
    top = max(min(place.top(), room.bottom() - place.height() + 1), room.top())
    return QRect(QPoint(left, top), place.size())
