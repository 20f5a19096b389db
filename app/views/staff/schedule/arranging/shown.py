"""Shows a chosen view on the schedule (the wording of its tiles, its zoom and start time), and the month over it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from app.domain.schedule.saved_view import SavedView, dressed
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.views.staff.frame.side_panel import SidePanel
from app.views.staff.schedule.grid.canvas import ScheduleCanvas
from app.views.staff.schedule.hovering import Hovering
from app.views.staff.schedule.month.late import LateMonth


class ArrangedSchedule(QObject):
    """Follows the arrangement. Where names are hidden no card is shown, and no list beside the schedule."""

    def __init__(
        self,
        model: ScheduleScreenViewModel,
        canvas: ScheduleCanvas,
        hovering: Hovering,
        panel: SidePanel,
    ) -> None:
        super().__init__(canvas)
        arranging = self._arranging = model.arranging
        LateMonth(model.month, canvas)
        self._canvas = canvas
        self._hovering = hovering
        self._panel = panel
        arranging.look_changed.connect(self._dress)
        arranging.place_asked.connect(self._place)

    def _dress(self) -> None:
        look = self._arranging.look
        scene = self._canvas.scene
        scene.hides_names = look.hides_names
        scene.dress = None if look.is_usual else partial(dressed, look=look)
        self._canvas.task_marks.show(scene.tasks, [abs(key) for key in scene.tiles])
        self._panel.show_only_pages(only=look.hides_names)
        if look.hides_names:
            self._hovering.hide()
            self._canvas.dragging.cancel()
            self._canvas.drop_cursor()
            self._canvas.setAccessibleDescription("")

    def _place(self, view: SavedView) -> None:
        if view.zoom:
            self._canvas.set_zoom(view.zoom)
        if view.starts is not None:
            self._canvas.sight.scroll_to(view.starts)
