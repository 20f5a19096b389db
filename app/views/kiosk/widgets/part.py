"""A part of the birthdate: its name, its digits, a line for each digit still to come."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.viewmodels.kiosk.translation import tr
from app.views.kiosk.skin import CENTER, RADIUS, RING, Size, Skin
from app.views.kiosk.widgets.button import Button, Form

_HEIGHT = 124
_NAME_SHARE = 0.42


class Part(Button):
    """Touch it to type it anew."""

    def __init__(self, skin: Skin, parent: QWidget | None = None) -> None:
        self._digits = ""
        self._length = 2
        super().__init__(skin, Form.SEGMENT, parent=parent)
        self.takes_enter = False

    def show_part(self, name: str, digits: str, length: int) -> None:
        """Its name and what is typed."""
        self._digits, self._length = digits, length
        self.setText(name)
        self.setAccessibleName(f"{name}: {digits}" if digits else tr("{part}: empty", part=name))
        self.update()

    def sizeHint(self) -> QSize:
        """Room for its name and its digits."""
        digits = self._digit_width() * self._length
        name = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(max(digits, name) + 36, self.heightForWidth(0))

    def minimumSizeHint(self) -> QSize:
        """It doesn't shrink."""
        return self.sizeHint()

    def heightForWidth(self, width: int) -> int:
        """Fixed, by the text's size."""
        return round(_HEIGHT * (1.25 if self._skin.larger else 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Name above, digits below."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = self._skin.colors
        ring = self.hasFocus() and self._skin.shows_focus
        wide = RING if self.isChecked() else self._skin.line
        box = QRectF(self.rect()).adjusted(6, 6, -6, -6)
        painter.setBrush(QColor(colors.surface))
        painter.setPen(QPen(QColor(colors.accent if self.isChecked() else colors.line), wide))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        if ring:
            painter.setBrush(QColor(0, 0, 0, 0))
            painter.setPen(QPen(QColor(colors.ring), RING))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), RADIUS + RING, RADIUS + RING)
        top = QRectF(box.left(), box.top() + 4, box.width(), box.height() * _NAME_SHARE)
        painter.setPen(QColor(colors.ink_2))
        painter.setFont(self._skin.fonts[Size.SMALL])
        painter.drawText(top, CENTER, self.text())
        self._draw_digits(painter, QRectF(box.left(), top.bottom(), box.width(), box.bottom() - top.bottom()))
        painter.end()

    def _draw_digits(self, painter: QPainter, room: QRectF) -> None:
        colors, width = self._skin.colors, self._digit_width()
        left = room.center().x() - width * self._length / 2
        painter.setFont(self._skin.fonts[Size.TITLE])
        for place in range(self._length):
            cell = QRectF(left + place * width, room.top(), width, room.height() - 10)
            if place < len(self._digits):
                painter.setPen(QColor(colors.ink))
                painter.drawText(cell, CENTER, self._digits[place])
            else:
                painter.setPen(QPen(QColor(colors.line), 3))
                painter.drawLine(
                    cell.adjusted(4, 0, -4, 0).bottomLeft(), cell.adjusted(4, 0, -4, 0).bottomRight()
                )

    def _digit_width(self) -> int:
        return QFontMetrics(self._skin.fonts[Size.TITLE]).horizontalAdvance("0") + 8
