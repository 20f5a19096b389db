"""A page of work beside the current screen, taken along to another one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.views.staff.frame.side_panel import SidePanel

if TYPE_CHECKING:  # the frame has this, and passes its own panels to it
    from app.views.staff.frame.screen_view import ScreenView


class CarriedPage(QObject):
    """Puts one page into the side panel of whichever screen is shown.

    `left`: another page took its place, or the user closed it.
    """

    left = Signal()

    def __init__(
        self,
        panel: Callable[[], SidePanel],
        view: Callable[[], ScreenView],
        parent: QObject | None = None,
    ) -> None:
        """`panel` and `view` return the current screen's."""
        super().__init__(parent)
        self._panel = panel
        self._view = view
        self._at: SidePanel | None = None
        """The side panel that has the page."""
        self._followed: set[SidePanel] = set()
        self.page: QWidget | None = None

    def show(self, page: QWidget) -> None:
        """Show the page beside the current screen; it is always the same one."""
        self.page = page
        self._put(page, self._panel())

    def take_along(self) -> None:
        """Another screen is shown: the page goes there."""
        if self.page is not None and self._at is not self._panel():
            self._put(self.page, self._panel())

    def close(self) -> None:
        """The page is done: the side panel shows its usual contents, and the screen has the focus."""
        if self._at is not None and self._at.page is self.page:
            self._at.show_card()
            self._view().take_focus()

    def _put(self, page: QWidget, panel: SidePanel) -> None:
        if self._at is not panel:
            before = self._at
            self._at = panel
            if before is not None and before.page is page:
                before.show_card()
            panel.keep(page)
        if panel not in self._followed:
            self._followed.add(panel)
            panel.left.connect(lambda left: self._left(panel, left))
        panel.show_page(page)

    def _left(self, panel: SidePanel, left: QWidget) -> None:
        if left is self.page and panel is self._at:
            self.left.emit()
