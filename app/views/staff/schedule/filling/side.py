"""Shows the list of who fits free time in the schedule's side panel, and brings it back after the booking panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.core.later import load_name
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.views.staff.frame.side_panel import SidePanel
from app.views.staff.schedule.grid.canvas import ScheduleCanvas
from app.views.theme.theme import Theme

if TYPE_CHECKING:  # they load when the list is first opened
    from app.viewmodels.staff.schedule.filling.filling import FillViewModel
    from app.views.staff.schedule.filling.page import FillPage

PAGE = "app.views.staff.schedule.filling.page:FillPage"


class FillingSide(QObject):
    """Opens and closes the page."""

    def __init__(
        self,
        model: ScheduleScreenViewModel,
        canvas: ScheduleCanvas,
        panel: SidePanel,
        theme: Theme,
    ) -> None:
        super().__init__(panel)
        self._model = model
        self._canvas = canvas
        self._panel = panel
        self._theme = theme
        self.page: FillPage | None = None
        model.filling.asked.connect(self._show)
        model.filling.withdrawn.connect(self._withdraw)
        model.booking.finished.connect(self._booked)
        canvas.time_selected.connect(lambda *_: model.filling.follow())
        panel.left.connect(self._left)

    def _show(self, viewmodel: FillViewModel) -> None:
        """Show the list. One that is only offered leaves a page of work, and a folded panel, as they are."""
        if viewmodel.offered and not (self._panel.shows_card or self._shows_list):
            viewmodel.leave()
            return
        if self.page is None:
            page: FillPage = load_name(PAGE)(viewmodel, self._theme)
            self.page = page
            self._panel.keep(page)
            page.closed.connect(self._close)
            page.list.selectionModel().currentChanged.connect(lambda *_: self._preview())
            viewmodel.changed.connect(self._preview)
            viewmodel.booking_asked.connect(self._model.pages.booking_asked)
        self._present(self.page, offered=viewmodel.offered)

    @property
    def _shows_list(self) -> bool:
        return self.page is not None and self._panel.page is self.page and not self._panel.isHidden()

    def _present(self, page: FillPage, *, offered: bool) -> None:
        """Show the page; one that is only offered takes the card's place, and leaves the focus where it is."""
        self._panel.show_page(page, whole=not offered)
        if not offered:
            page.take_focus()
        self._preview()

    def _preview(self) -> None:
        """Draw the current patient where they would be booked."""
        viewmodel = self._model.filling.model
        if viewmodel is not None and self.page is not None and self._panel.page is self.page:
            offered = viewmodel.offered
            self._canvas.show_opening(None if offered else self.page.preview(self._model.schedule))

    def _withdraw(self) -> None:
        if self.page is not None and self._panel.page is self.page:
            self._panel.show_card()

    def _close(self) -> None:
        self._panel.show_card()
        self._canvas.setFocus()

    def _booked(self) -> None:
        viewmodel = self._model.filling.model
        if viewmodel is not None and self.page is not None and self._model.filling.return_from_booking():
            self._present(self.page, offered=viewmodel.offered)

    def _left(self, before: QWidget) -> None:
        """Something else was opened. Only the booking panel that was opened from the list comes back to it."""
        viewmodel = self._model.filling.model
        if viewmodel is None or self.page is None or self._panel.page is self.page:
            return
        if before is self.page and not self._model.booking.open:
            self._canvas.show_opening(None)
        if (before is self.page) is not self._model.booking.open:
            viewmodel.leave()
