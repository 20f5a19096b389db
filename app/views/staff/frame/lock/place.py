"""Shows the page of the people beside the current screen, and the question to a second person over it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.viewmodels.staff.desk import DeskViewModel
from app.views.staff.frame.beside.carried_page import CarriedPage
from app.views.staff.frame.side_panel import WIDTH, SidePanel
from app.views.theme.theme import Theme

if TYPE_CHECKING:  # the frame has this, and passes its own panels to it
    from app.views.staff.frame.screen_view import ScreenView

PEOPLE_WIDTH = 400


class PeoplePlace(QObject):
    """Both widgets are created when they are first asked for."""

    def __init__(
        self,
        desk: DeskViewModel,
        theme: Theme,
        panel: Callable[[], SidePanel],
        view: Callable[[], ScreenView],
        frame: QWidget,
    ) -> None:
        """`panel` and `view` return the current screen's."""
        super().__init__(frame)
        self._people = desk.people
        self._theme = theme
        self._frame = frame
        self._carried = CarriedPage(panel, view, self)
        self.page: Any = None
        self.approval: Any = None
        desk.people.page_opened.connect(self._show)
        desk.people.approval_opened.connect(self._make_approval)

    def _show(self) -> None:
        if self.page is None and self._people.page_view is not None:
            self.page = self._people.page_view(self._people.page, self._theme)
            self.page.setProperty(WIDTH, PEOPLE_WIDTH)
            self.page.closed.connect(self._carried.close)
        self._carried.show(self.page)
        self.page.begin()

    def _make_approval(self) -> None:
        if self._people.approval_view is not None:
            self.approval = self._people.approval_view(self._people.approval, self._frame)
