"""The huddle: its tabs, each made when it is first shown."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from app.viewmodels.staff.huddle.screen import HuddleScreenViewModel
from app.views.staff.frame.screen_view import ScreenTools, ScreenView
from app.views.staff.huddle.bar import HuddleBar
from app.views.staff.huddle.readiness import ReadinessView


class HuddleScreen(ScreenView):
    """The readiness of a day."""

    def __init__(self, model: HuddleScreenViewModel, tools: ScreenTools) -> None:
        super().__init__()
        self.model = model
        self.bar = HuddleBar(model, tools.theme)
        self.bar.done.connect(self.take_focus)
        self.readiness = ReadinessView(model, tools.theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.readiness)
        model.printing.previewed.connect(lambda preview, printing: preview(printing, self.window()).open())

    def take_focus(self) -> None:
        """The appointments."""
        self.readiness.pane.table.setFocus()
