"""Which visit's card floats beside the book."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect

from app.domain.tile import card_text
from app.viewmodels.staff.desk import DeskViewModel
from app.views.staff.book.canvas import BookCanvas
from app.views.staff.hover_card import HoverCard


class Hovering(QObject):
    """Keeps the card true: it follows its visit while the book changes, and goes when the visit does."""

    def __init__(self, desk: DeskViewModel, canvas: BookCanvas, card: HoverCard) -> None:
        super().__init__(card)
        self._desk = desk
        self._canvas = canvas
        self._card = card
        self._apt_num: int | None = None
        canvas.hovered.connect(self._show)
        canvas.selected.connect(self._selected)
        desk.book.state_changed.connect(self._follow)

    @property
    def visible(self) -> bool:
        """Whether a card is shown."""
        return self._card.isVisible()

    def hide(self) -> None:
        """Take the card away until something else is hovered."""
        self._apt_num = None
        self._card.hide()

    def _show(self, apt_num: int | None, where: QRect) -> None:
        visit = self._desk.book.visit(apt_num) if apt_num is not None else None
        if visit is None:
            self.hide()
            return
        self._apt_num = apt_num
        self._card.show_beside(where, visit.name, card_text(visit, self._desk.now()))

    def _selected(self, apt_num: int | None) -> None:
        """A visit picked with the mouse has its words in the side panel."""
        if apt_num is None or not self._canvas.overlay.focus_shown:
            self.hide()

    def _follow(self) -> None:
        if self._apt_num is not None and self._card.isVisible():
            place = self._canvas.rect_of(self._apt_num) if self._canvas.isVisible() else None
            self._show(self._apt_num if place else None, place or QRect())
