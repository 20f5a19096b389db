"""A list of widgets that is as high as its lines, and scrolls beyond a few of them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from app.views.theme.fonts import grown

HEIGHT = 190
"""Pixels: five lines."""
LEAST = 56


class ShortList(QScrollArea):
    """Follows the height of what is in it, and shows the widget that gets the focus."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        content.setObjectName("plain")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setWidget(content)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        content.installEventFilter(self)

    def sizeHint(self) -> QSize:
        """As high as the lines, up to five of them."""
        wanted = self._content.sizeHint()
        return QSize(wanted.width(), min(wanted.height(), grown(HEIGHT, self.font())))

    def minimumSizeHint(self) -> QSize:
        """Any width, and at least a line and a half."""
        return QSize(0, min(self.sizeHint().height(), grown(LEAST, self.font())))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lines came or went."""
        if watched is self._content and event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
