"""The month at a glance, created when it is first opened."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.core.later import load_name
from app.viewmodels.staff.schedule.month.month import MonthViewModel

PANE = "app.views.staff.schedule.month.pane:MonthPane"


class LateMonth(QObject):
    """Waits for it to be opened over a widget."""

    def __init__(self, model: MonthViewModel, over: QWidget) -> None:
        super().__init__(over)
        self._model = model
        self._over = over
        self.pane: QWidget | None = None
        model.opened.connect(self._open)

    def _open(self) -> None:
        if self.pane is None:
            self.pane = load_name(PANE)(self._model, self._over)
