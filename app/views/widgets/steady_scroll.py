"""A scroll area whose content keeps its width when there is more than it can show."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget


class SteadyScrollArea(QScrollArea):
    """The vertical scroll bar always has its room: buttons don't move under the mouse.

    The theme paints nothing of it while there is nothing to scroll. A bar that comes and goes changes the width, by
    that the height of wrapping texts, and by that whether it is needed: it came and went without an end.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
