"""A drawing in a circle: the head of the first and the last page. Or the office's logo in its place."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.views.kiosk.skin import Skin
from app.views.kiosk.widgets.drawing import fill
from app.views.kiosk.widgets.glyphs import Glyph, draw_glyph

SIDE = 132
_DRAWN = 0.54
_WIDEST = 600


class Emblem(QWidget):
    """Decoration: it has no name for screen readers."""

    def __init__(self, skin: Skin, glyph: Glyph, *, strong: bool = False) -> None:
        super().__init__()
        self._skin = skin
        self._glyph = glyph
        self._strong = strong
        self._logo = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_logo(self, logo: QPixmap) -> None:
        """Show the office's logo; an empty one: the drawing."""
        self._logo = logo
        self.update()

    def sizeHint(self) -> QSize:
        """The circle's size."""
        return QSize(SIDE, SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The logo, or the circle and its drawing."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._logo.isNull():
            self._draw_circle(painter)
        else:
            times = min(SIDE / self._logo.height(), min(_WIDEST, self.width()) / self._logo.width())
            width, height = self._logo.width() * times, self._logo.height() * times
            place = QRectF((self.width() - width) / 2, (SIDE - height) / 2, width, height)
            painter.drawPixmap(place, self._logo, QRectF(self._logo.rect()))
        painter.end()

    def _draw_circle(self, painter: QPainter) -> None:
        colors = self._skin.colors
        ground, ink = (colors.accent, colors.on_accent) if self._strong else (colors.soft, colors.on_soft)
        box = QRectF((self.width() - SIDE) / 2, 0, SIDE, SIDE)
        circle = QPainterPath()
        circle.addEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
        fill(painter, circle, ground)
        rim = SIDE * (1 - _DRAWN) / 2
        draw_glyph(painter, self._glyph, box.adjusted(rim, rim, -rim, -rim), ink, 1.6)
