"""A sentence in a box: what is wrong, or a message of the front desk."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.views.kiosk.skin import GAP, RADIUS, Size, Skin
from app.views.kiosk.widgets.label import Label
from app.views.widgets.announcing import announce


class Notice(Label):
    """A boxed label; empty it takes no room."""

    def __init__(self, skin: Skin, parent: QWidget | None = None) -> None:
        super().__init__(skin, Size.BODY, "on_problem", parent=parent)
        self.setContentsMargins(GAP + 12, GAP - 4, GAP, GAP - 4)
        self.hide()

    def write(self, text: str) -> None:
        """Show a sentence; a screen reader says it when it appears."""
        appears = bool(text) and text != self.text()
        super().write(text)
        if appears:
            announce(self, text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box, a bar at its left, the text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = self._skin.colors
        painter.setBrush(QColor(colors.problem))
        painter.setPen(QPen(QColor(colors.on_problem), self._skin.line))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), RADIUS, RADIUS)
        painter.fillRect(QRectF(10, 12, 6, self.height() - 24), QColor(colors.on_problem))
        painter.end()
        super().paintEvent(event)
