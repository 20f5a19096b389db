"""Shows the panel for a new patient beside the current screen, and takes it along to another one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.viewmodels.staff.desk import DeskViewModel
from app.views.staff.frame.side_panel import SidePanel
from app.views.theme.theme import Theme

if TYPE_CHECKING:  # the frame has this, and passes its own panels to it
    from app.views.staff.frame.screen_view import ScreenView


class NewPatientPlace(QObject):
    """The panel's widget is created when it is first asked for."""

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
        self._at: SidePanel | None = None
        """The side panel that has the page."""
        self._followed: set[SidePanel] = set()
        self.page: Any = None
        desk.new_patient.opened.connect(self._show)
        desk.screens.shown_changed.connect(self._take_along)

    def _show(self) -> None:
        late = self._desk.new_patient
        if self.page is None and late.view is not None:
            self.page = late.view(late.model, self._theme)
            late.model.finished.connect(self._close)
        self._put(self._panel())
        self.page.begin()

    def _put(self, panel: SidePanel) -> None:
        if self._at is not panel:
            before = self._at
            self._at = panel
            if before is not None and before.page is self.page:
                before.show_card()
            panel.keep(self.page)
        if panel not in self._followed:
            self._followed.add(panel)
            panel.left.connect(lambda left: self._left(panel, left))
        panel.show_page(self.page)

    def _take_along(self) -> None:
        if self.page is not None and self._desk.new_patient.model.is_open and self._at is not self._panel():
            self._put(self._panel())

    def _left(self, panel: SidePanel, left: QWidget) -> None:
        if left is self.page and panel is self._at:
            self._desk.new_patient.model.leave()

    def _close(self) -> None:
        if self._at is not None and self._at.page is self.page:
            self._at.show_card()
            self._view().take_focus()
