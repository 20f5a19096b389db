"""How far the patient has come, as dots."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.viewmodels.kiosk.translation import tr
from app.views.kiosk.skin import Skin

_DOT = 16
_CURRENT = 44
_GAP = 14


class Dots(QWidget):
    """Steps behind are filled, this one is long, those ahead are rings."""

    def __init__(self, skin: Skin, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._skin = skin
        self._at = 0
        self._of = 0

    def show_step(self, at: int, of: int) -> None:
        """The step, from 1; 0: none."""
        self.setAccessibleName(tr("Step {n} of {all}", n=at, all=of) if at else "")
        if (at, of) != (self._at, self._of):
            self._at, self._of = at, of
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """As many dots as there are steps."""
        return QSize(max(0, self._of * (_DOT + _GAP) + _CURRENT - _DOT), _DOT + 4)

    def minimumSizeHint(self) -> QSize:
        """They don't shrink."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw them from the left."""
        if not self._at:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = self._skin.colors
        left = (self.width() - self.sizeHint().width() + _GAP) / 2
        for step in range(1, self._of + 1):
            width = _CURRENT if step == self._at else _DOT
            painter.setPen(QPen(QColor(colors.accent if step <= self._at else colors.line), 2))
            painter.setBrush(QColor(colors.accent if step <= self._at else colors.bar))
            painter.drawRoundedRect(
                QRectF(left + 1, (self.height() - _DOT) / 2, width - 2, _DOT - 2), _DOT / 2, _DOT / 2
            )
            left += width + _GAP
        painter.end()
