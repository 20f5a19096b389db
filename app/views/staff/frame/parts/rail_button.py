"""A button of the rail, with a count in its corner."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QToolButton

from app.viewmodels.staff.rail_counts import RailCount
from app.viewmodels.translation import tr
from app.views.theme.fonts import grown

HEIGHT = 16
TOP = 3
FROM_MIDDLE = 3
"""Pixels between the icon's middle and the count, which covers its upper right corner."""


class RailButton(QToolButton):
    """An icon and one word; `show_count` puts a number at the icon's corner, also for screen readers."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setAccessibleName(title)
        self._count = QLabel(self)
        self._count.setObjectName("railCount")
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._count.hide()

    def show_count(self, count: RailCount | None) -> None:
        """Show a count; None: none."""
        self._count.setVisible(count is not None)
        if count is None:
            self.setAccessibleName(self._title)
            return
        self._count.setText(count.shown)
        self.setAccessibleName(tr("{screen}, {count}", screen=self._title, count=count.words))
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the count at the icon's corner."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        height = grown(HEIGHT, self.font())
        width = max(height, self._count.sizeHint().width())
        left = min(self.width() // 2 + FROM_MIDDLE, self.width() - width)
        self._count.setGeometry(left, TOP, width, height)
