"""The position of a popover beside its target."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from PySide6.QtCore import QPoint, QRect, QSize

GAP = 8
MARGIN = 16
LEAST = 96
"""Minimum height in pixels for a popover to be worth showing."""


class Spot(Struct, frozen=True):
    """A place for something that floats over the window."""

    corner: QPoint
    """Just outside its lower right corner."""
    width: int
    """At most so many pixels."""
    gives_way: bool = False
    """Whether what is there makes room for it."""


def place_for(target: QRect, size: QSize, room: QRect, whole: QRect, *, corner: bool) -> QRect | None:
    """Where to put a popover: within the area if possible, else where most of it fits; never over the target.

    `corner` leaves the target's neighbors free, for moving among them by keys. None: there is no place.
    """
    for place in _corners(size, room) if corner else _beside(target, size, room):
        if room.contains(place) and not place.intersects(target):
            return place
    strips = [
        QRect(QPoint(target.right() + GAP, whole.top()), whole.bottomRight()),
        QRect(whole.topLeft(), QPoint(target.left() - GAP, whole.bottom())),
        QRect(QPoint(whole.left(), target.bottom() + GAP), whole.bottomRight()),
        QRect(whole.topLeft(), QPoint(whole.right(), target.top() - GAP)),
    ]
    wide = [strip for strip in strips if strip.width() >= size.width() and strip.height() >= LEAST]
    if not wide:
        return None
    strip = max(wide, key=lambda each: min(each.height(), size.height()))
    low = QSize(size.width(), min(size.height(), strip.height()))
    return _within(QRect(target.topLeft(), low), strip)


def free_corner(size: QSize, room: QRect, busy: Sequence[QRect]) -> QRect:
    """The corner of an area, the lower right one first, that covers the least of what is busy."""
    inner = room.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
    places = [
        QRect(QPoint(left, top), size)
        for top in (inner.bottom() - size.height() + 1, inner.top())
        for left in (inner.right() - size.width() + 1, inner.left())
    ]

    def covered(place: QRect) -> int:
        shared = [place.intersected(each) for each in busy]
        return sum(each.width() * each.height() for each in shared)

    return min(places, key=covered)


def _beside(target: QRect, size: QSize, room: QRect) -> Iterator[QRect]:
    """Right, left, below, above."""
    for left, top in (
        (target.right() + GAP, target.top()),
        (target.left() - GAP - size.width(), target.top()),
        (target.left(), target.bottom() + GAP),
        (target.left(), target.top() - GAP - size.height()),
    ):
        place = QRect(QPoint(left, top), size)
        along = QRect(room.left(), top, room.width(), size.height())
        beside = QRect(left, room.top(), size.width(), room.height())
        yield _within(place, beside if top == target.top() else along)


def _corners(size: QSize, room: QRect) -> Iterator[QRect]:
    """Upper right first: next to the side panel's place; toasts are in the lower right."""
    inner = room.adjusted(GAP, GAP, -GAP, -GAP)
    for right, low in ((True, False), (False, False), (False, True), (True, True)):
        left = inner.right() - size.width() + 1 if right else inner.left()
        top = inner.bottom() - size.height() + 1 if low else inner.top()
        yield QRect(QPoint(left, top), size)


def _within(place: QRect, room: QRect) -> QRect:
    """The position, moved into an area by as little as possible."""
    left = max(min(place.left(), room.right() - place.width() + 1), room.left())
    top = max(min(place.top(), room.bottom() - place.height() + 1), room.top())
    return QRect(QPoint(left, top), place.size())
