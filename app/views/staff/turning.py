"""What one has turned to is in sight: a week's chosen day, the selected visit."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.viewmodels.staff.book import BookViewModel
from app.viewmodels.staff.book_state import BookView, Ready
from app.views.staff.book.canvas import BookCanvas


class Turning(QObject):
    """Scrolls when the view or the day of the week changes, until all of it has been read; never otherwise."""

    def __init__(self, book: BookViewModel, canvas: BookCanvas) -> None:
        super().__init__(canvas)
        self._book = book
        self._canvas = canvas
        self._seen: tuple[BookView, int] | None = None
        book.state_changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        state = self._book.state
        if not isinstance(state, Ready) or self._seen == (turned := (state.view, state.day.weekday())):
            return
        if not state.coming:
            self._seen = turned
        if state.view is BookView.WEEK:
            self._canvas.show_column(state.day.toordinal())
        if (visit := self._book.selected) is not None:
            self._canvas.show_visit(visit.apt_num)
