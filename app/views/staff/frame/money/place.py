"""Shows the money panels beside the current screen, one at a time, and takes the open one along to another screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from app.core.later import load_name
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.money.late import OpenPanel
from app.viewmodels.translation import tr
from app.views.staff.frame.beside.carried_page import CarriedPage
from app.views.staff.frame.side_panel import WIDTH, SidePanel
from app.views.theme.theme import Theme

if TYPE_CHECKING:  # the frame has this, and passes its own panels to it
    from app.views.staff.frame.screen_view import ScreenView

ASK_PATH = "app.views.widgets.file_dialog:ask_path"
MONEY_WIDTH = 400
"""The width in pixels of a side panel that shows dates, names and amounts beside each other."""


class MoneyPlace(QObject):
    """Each panel's widget is created when it is first asked for."""

    def __init__(
        self,
        desk: DeskViewModel,
        theme: Theme,
        panel: Callable[[], SidePanel],
        view: Callable[[], ScreenView],
        parent: QObject | None = None,
    ) -> None:
        """`panel` and `view` return the current screen's."""
        super().__init__(parent)
        self._desk = desk
        self._theme = theme
        self._panel = panel
        self._view = view
        self._carried: dict[str, CarriedPage] = {}
        desk.money.opened.connect(self._show)
        desk.money.previewed.connect(lambda preview, model: preview(model, self._panel().window()).open())
        desk.money.file_asked.connect(self._ask_file)
        desk.screens.shown_changed.connect(self._take_along)

    def page(self, panel_id: str) -> Any:
        """A panel's widget; None before it was first shown."""
        carried = self._carried.get(panel_id)
        return carried.page if carried is not None else None

    def _ask_file(self, name: str, then: Callable[[Path], None]) -> None:
        ask = load_name(ASK_PATH)
        ask(self._panel().window(), tr("Save as a PDF file"), tr("PDF files"), "pdf", name, then)

    def _show(self, panel_id: str) -> None:
        opened = self._desk.money.panels[panel_id]
        carried = self._carried.get(panel_id) or self._make(panel_id, opened)
        page: Any = carried.page or opened.view(opened.model, self._theme)
        page.setProperty(WIDTH, MONEY_WIDTH)
        carried.show(page)
        page.begin()

    def _make(self, panel_id: str, opened: OpenPanel) -> CarriedPage:
        carried = self._carried[panel_id] = CarriedPage(self._panel, self._view, self)
        carried.left.connect(lambda: self._desk.money.leave(panel_id))
        opened.model.finished.connect(carried.close)
        return carried

    def _take_along(self) -> None:
        for panel_id, carried in self._carried.items():
            if self._desk.money.panels[panel_id].model.person is not None:
                carried.take_along()
