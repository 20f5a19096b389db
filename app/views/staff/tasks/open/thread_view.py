"""The thread of a task: the newest note is at the end, and in sight unless the user scrolled up."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView

from app.viewmodels.timeline import TimelineViewModel
from app.views.widgets.timeline.view import TimelineView

LINES = 12
"""Of a folded note."""
NEAR = 4
"""Pixels from the end that still count as the end."""


class ThreadView(TimelineView):  # size: the timeline has all that Qt asks a list for
    """Whoever scrolled up stays there when a note is added."""

    _at_end = False
    """Whether the end is in sight. Qt asks for geometries before there is a model."""

    def __init__(self, notes: TimelineViewModel) -> None:
        super().__init__(notes, few=LINES)
        self._at_end = True
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        notes.changed.connect(self._keep_end)

    def begin(self) -> None:
        """Another task is open: its last notes are shown first."""
        self._at_end = True
        self._keep_end()

    def updateGeometries(self) -> None:
        """Another size, or other rows."""
        super().updateGeometries()
        self._keep_end()

    def _keep_end(self) -> None:
        if self._at_end and (count := self.model().rowCount()):
            self.scrollTo(self.model().index(count - 1, 0), QAbstractItemView.ScrollHint.PositionAtBottom)

    def _scrolled(self, to: int) -> None:
        """By the user: what the program does to the scroll bar is not told."""
        self._at_end = to >= self.verticalScrollBar().maximum() - NEAR
