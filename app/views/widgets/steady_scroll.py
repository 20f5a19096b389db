"""A scroll area whose content keeps its width when the scroll bar comes and goes."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea, QWidget


class SteadyScrollArea(QScrollArea):
    """The room of the vertical scroll bar stays free while there is none: buttons don't move under the mouse."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.verticalScrollBar().rangeChanged.connect(self._keep_free)
        self._keep_free(0, 0)

    def _keep_free(self, least: int, most: int) -> None:
        bar = self.verticalScrollBar().sizeHint().width()
        self.setViewportMargins(0, 0, 0 if most > least else bar, 0)
