"""One key of a block. There are up to 46 on a page, which has to be painted within one frame."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap, Qt
from PySide6.QtWidgets import QWidget

from app.views.kiosk.skin import CENTER, Skin
from app.views.kiosk.widgets.button import Button, Form
from app.views.kiosk.widgets.glyphs import Glyph

_MOST_PLATES = 16
"""A block has keys of a few sizes; another window size has others."""
_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}

Move = Callable[["KeyButton", int, int], None]


class KeyButton(Button):
    """Draws its ground once for all keys of its size, and its text on it."""

    def __init__(self, skin: Skin, move: Move, parent: QWidget) -> None:
        """`move` is called with the rows and the places that an arrow key goes."""
        super().__init__(skin, Form.KEY, parent=parent)
        self._go = move
        self._is_usual = False

    def show_key(self, text: str, glyph: Glyph, *, is_usual: bool) -> None:
        """Be this key from now on; `is_usual`: others have its size."""
        self.setText(text)
        self._is_usual = is_usual and glyph is Glyph.NONE
        if glyph is not self._glyph:
            self._glyph = glyph
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow keys move between the keys."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self._go(self, *step)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Its ground, and its text in the font and the color that the painter has from the key."""
        if not self._is_usual or self.isDown() or (self.hasFocus() and self._skin.shows_focus):
            super().paintEvent(event)
            return
        plate = self._plate()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, plate)
        if text := self.text():
            painter.drawText(self.rect(), CENTER, text)
        painter.end()

    def _plate(self) -> QPixmap:
        """An untouched key of this size without its text."""
        plates, ratio = self._skin.plates, self.devicePixelRatioF()
        look = (self.width(), self.height(), ratio, self.isEnabled())
        found = plates.get(look)
        if found is None:
            if len(plates) >= _MOST_PLATES:
                plates.clear()
            found = QPixmap(self.size() * ratio)
            found.setDevicePixelRatio(ratio)
            found.fill(self._skin.colors.window)
            painter = QPainter(found)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_ground(painter)
            painter.end()
            plates[look] = found
        return found
