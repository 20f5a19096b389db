"""Opens an appointment's history in the side panel."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.core.later import load_name
from app.viewmodels.staff.schedule.history.late import LateHistory
from app.views.staff.frame.side_panel import SidePanel

if TYPE_CHECKING:  # these load when it is first opened
    from app.viewmodels.staff.schedule.history.model import HistoryViewModel
    from app.views.staff.schedule.history.page import HistoryPage

PAGE = "app.views.staff.schedule.history.page:HistoryPage"


class HistoryPages(QObject):
    """A new page for each appointment."""

    def __init__(self, late: LateHistory, panel: SidePanel, done: Callable[[], None]) -> None:
        """`done` shows the card again, and focuses the schedule."""
        super().__init__(panel)
        self._panel = panel
        self._done = done
        self._open: tuple[QWidget, HistoryViewModel] | None = None
        late.asked.connect(self._show)
        panel.left.connect(self._left)

    def _show(self, viewmodel: HistoryViewModel) -> None:
        page: HistoryPage = load_name(PAGE)(viewmodel)
        viewmodel.finished.connect(self._done)
        self._panel.show_page(page)
        self._open = page, viewmodel
        page.take_focus()

    def _left(self, page: QWidget) -> None:
        if self._open is not None and page is self._open[0]:
            self._open[1].leave()
            self._open[1].deleteLater()
            self._open = None
