"""Opens the page for editing views in the side panel."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.core.later import load_name
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.schedule.arranging.arrangement import Arrangement
from app.views.staff.frame.side_panel import SidePanel
from app.views.staff.schedule.grid.canvas import ScheduleCanvas

EDITOR = "app.viewmodels.staff.schedule.arranging.editing:ViewsEditor"
PAGE = "app.views.staff.schedule.arranging.page:ViewsPage"


class ViewsPages:
    """A new page each time: what was not saved is dropped with it."""

    def __init__(
        self,
        arranging: Arrangement,
        desk: DeskViewModel,
        panel: SidePanel,
        canvas: ScheduleCanvas,
        done: Callable[[], None],
    ) -> None:
        """`done` shows the card again, and focuses the schedule."""
        self._arranging = arranging
        self._desk = desk
        self._panel = panel
        self._canvas = canvas
        self._done = done
        self._page: QWidget | None = None
        arranging.edit_asked.connect(self.show)
        arranging.look_changed.connect(self._close_others)

    def show(self) -> None:
        """Show it, with the focus on the view's name."""
        editor = load_name(EDITOR)(self._arranging, self._desk, self._place)
        page = load_name(PAGE)(editor, self._desk.parts.scope)
        editor.setParent(page)
        page.closed.connect(self._done)
        self._page = page
        self._panel.show_page(page)
        page.take_focus()

    def _close_others(self) -> None:
        """Where names are hidden, no other page stays open: it may be about a patient."""
        if self._arranging.look.hides_names and self._panel.page is not self._page:
            self._panel.show_card()

    def _place(self) -> tuple[int, int]:
        """The zoom in pixels per hour, and the first minute in sight."""
        scene, sight = self._canvas.scene, self._canvas.sight
        zoom = round(scene.hour / scene.theme.ratio / scene.theme.growth)
        return zoom, round(scene.geometry.minute(sight.visible().top))
