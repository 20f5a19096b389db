"""Opens the page with an appointment's details in the side panel."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from app.core.later import load_name
from app.viewmodels.staff.schedule.details.details import VisitDetails
from app.views.staff.frame.side_panel import SidePanel
from app.views.theme.theme import Theme

if TYPE_CHECKING:  # it loads when it is first opened
    from app.views.staff.schedule.visit_details.page import VisitDetailsPage

PAGE = "app.views.staff.schedule.visit_details.page:VisitDetailsPage"


class DetailsPages:
    """There is one page, which follows the selection as long as it is shown."""

    def __init__(self, model: VisitDetails, panel: SidePanel, theme: Theme, done: Callable[[], None]) -> None:
        """`done` shows the card again, and focuses the schedule."""
        self._model = model
        self._panel = panel
        self._theme = theme
        self._done = done
        model.asked.connect(lambda _: self.show())

    @cached_property
    def page(self) -> VisitDetailsPage:
        """The page, created on first use."""
        viewmodel = self._model.page
        page: VisitDetailsPage = load_name(PAGE)(viewmodel, self._model.asap, self._theme)
        viewmodel.finished.connect(self._done)
        self._panel.keep(page)
        self._panel.left.connect(lambda left: viewmodel.leave() if left is page else None)
        return page

    def show(self) -> None:
        """Show it, with the focus on the first procedure."""
        self._panel.show_page(self.page)
        self.page.take_focus()
