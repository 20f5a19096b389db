"""The kiosk's one kind of control: a large button in several forms, drawn in the skin's colors."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.views.kiosk.skin import BAR, BIG, CENTER, GAP, LEFT, RADIUS, RING, TARGET, WRAP, Size, Skin
from app.views.kiosk.widgets.drawing import fill, outline, rounded
from app.views.kiosk.widgets.glyphs import Glyph, draw_glyph

_INSET = RING + 2
_GLYPH = 28
_GLYPH_GAP = 12
_WIDE = 10_000
ENTER = (0x01000004, 0x01000005)
"""Qt's numbers of both Enter keys: see skin.py."""


class Form(StrEnum):
    """What a button is for."""

    MAIN = "main"
    """The obvious next step."""
    CHOICE = "choice"
    """A big choice, side by side with another one."""
    PLAIN = "plain"
    KEY = "key"
    TICK = "tick"
    """Something that can be marked: shows a box with a check mark."""
    SEGMENT = "segment"
    """One of several, the chosen one with a check mark."""


_HEIGHTS = {Form.MAIN: BIG, Form.CHOICE: BIG, Form.KEY: TARGET, Form.TICK: BIG}
_KEY_INSET = 2
_SLACK = 4
"""So that rounding never breaks a line."""
_SIZES = {
    Form.SEGMENT: Size.BAR,
    Form.MAIN: Size.TITLE,
    Form.CHOICE: Size.TITLE,
    Form.KEY: Size.KEY,
    Form.TICK: Size.BODY,
}
_ONE_LINE = (Form.PLAIN, Form.SEGMENT)
_MARKED = (Form.TICK, Form.SEGMENT)


class Button(QAbstractButton):
    """A button. What it shows is also its accessible name, unless it has another one."""

    def __init__(
        self, skin: Skin, form: Form = Form.PLAIN, glyph: Glyph = Glyph.NONE, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._skin = skin
        self.form = form
        self.takes_enter = True
        """Whether Enter presses it; else the page gets it."""
        self._glyph = glyph
        self._size = _SIZES.get(form, Size.BAR)
        self._ink = ""
        self._heights: dict[int, int] = {}
        """By width, for this text: a layout asks for each many times while a page turns."""
        if form in _MARKED:
            self.setCheckable(True)
            self.toggled.connect(self._recolor)
        policy = QSizePolicy(
            QSizePolicy.Policy.Minimum if form in _ONE_LINE else QSizePolicy.Policy.Expanding,
            QSizePolicy.Policy.Minimum if form is not Form.KEY else QSizePolicy.Policy.Expanding,
        )
        policy.setHeightForWidth(form is not Form.KEY)
        self.setSizePolicy(policy)
        self.restyle()

    def restyle(self) -> None:
        """The skin has changed."""
        self.setFont(self._skin.fonts[self._size])
        self._heights.clear()
        self._recolor()
        self.updateGeometry()

    def setText(self, text: str) -> None:
        """Another text has other heights."""
        if text != self.text():
            self._heights.clear()
            super().setText(text)

    def sizeHint(self) -> QSize:
        """As wide as its text on one line."""
        text = self.fontMetrics().horizontalAdvance(self.text())
        width = max(TARGET, text + self._beside() + 2 * self._padding() + _SLACK)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As wide as its longest word; in the bars, as its whole text."""
        if self.form in _ONE_LINE:
            return self.sizeHint()
        metrics = self.fontMetrics()
        longest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)
        width = max(TARGET, longest + self._beside() + 2 * self._padding())
        return QSize(width, _HEIGHTS.get(self.form, BAR))

    def heightForWidth(self, width: int) -> int:
        """The height of its text at a width."""
        least, text = _HEIGHTS.get(self.form, BAR), self.text()
        if not text:
            return least
        if (height := self._heights.get(width)) is None:
            room = QRect(0, 0, max(1, width - self._beside() - 2 * self._padding()), _WIDE)
            lines = self.fontMetrics().boundingRect(room, WRAP, text).height()
            height = self._heights[width] = max(least, lines + 2 * (_inset(self.form) + 6))
        return height

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, outline, mark or glyph, text, focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter)
        self._draw_content(painter)
        if self.hasFocus() and self._skin.shows_focus:
            half = RING / 2
            ring = rounded(QRectF(self.rect()).adjusted(half, half, -half, -half), RADIUS + RING)
            outline(painter, ring, self._skin.colors.ring, RING)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as Space does. It takes no mark away: Enter on what is marked is for the page."""
        marked = self.form is Form.TICK and self.isChecked()
        if event.key() in ENTER and self.takes_enter and not marked:
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Draw the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Without it."""
        super().focusOutEvent(event)
        self.update()

    def _recolor(self) -> None:
        """Whether it is chosen has changed, or more: never its size, which would lay out the whole page anew."""
        _, ink, _ = self._colors()
        if ink != self._ink:
            self._ink = ink
            palette = self.palette()
            # Painters begin with this color: `setPen` would load `Qt` (see drawing.py).
            palette.setColor(QPalette.ColorRole.ButtonText, QColor(ink))
            self.setPalette(palette)
        self.update()

    def _colors(self) -> tuple[str, str, str]:
        """Ground, ink, outline."""
        colors = self._skin.colors
        if not self.isEnabled():
            return colors.window, colors.disabled, colors.disabled
        if self.isDown():
            return colors.pressed, colors.on_pressed, colors.pressed
        if self.form is Form.MAIN:
            return colors.accent, colors.on_accent, colors.accent
        if self.isChecked():
            return colors.soft, colors.on_soft, colors.accent
        return colors.surface, colors.ink, colors.line

    def _draw_ground(self, painter: QPainter) -> None:
        ground, _, line = self._colors()
        inset = _inset(self.form)
        shape = rounded(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), RADIUS)
        fill(painter, shape, ground)
        outline(painter, shape, line, self._skin.line)

    def _draw_content(self, painter: QPainter) -> None:
        _, ink, _ = self._colors()
        padding = self._padding()
        inset = _inset(self.form)
        room = self.rect().adjusted(padding, inset, -padding, -inset)
        painter.setFont(self.font())
        beside = self._beside()
        shown = self.form is Form.TICK or self.isChecked() or self._glyph is not Glyph.NONE
        if beside and shown:
            room = self._draw_beside(painter, ink, room)
        flags = (LEFT if beside and shown else CENTER) | (0 if self.form is Form.KEY else WRAP)
        if ink != self._ink:
            painter.setPen(QColor(ink))
        painter.drawText(room, flags, self.text())

    def _draw_beside(self, painter: QPainter, ink: str, room: QRect) -> QRect:
        """Draw the mark or the glyph; returns the room that is left for the text."""
        side = _glyph_side(self._skin)
        middle = room.center().y() - side / 2
        left = float(room.left())
        if self.form is not Form.TICK:  # glyph and text are centered together
            words = min(
                self.fontMetrics().horizontalAdvance(self.text()), max(0, room.width() - self._beside())
            )
            left += max(0.0, (room.width() - words - self._beside()) / 2)
        box = QRectF(left, middle, side, side)
        if self.form is Form.TICK:
            outline(painter, rounded(box, 6), ink, self._skin.line)
            if self.isChecked():
                draw_glyph(painter, Glyph.CHECK, box.adjusted(3, 3, -3, -3), ink)
        else:
            draw_glyph(painter, Glyph.CHECK if self.isChecked() else self._glyph, box, ink)
        if not self.text():
            return room
        if self.form is Form.TICK:
            return room.adjusted(self._beside(), 0, 0, 0)
        return QRect(
            round(left) + self._beside(),
            room.top(),
            room.right() - round(left) - self._beside(),
            room.height(),
        )

    def _beside(self) -> int:
        """The width of the mark or the glyph with its gap."""
        if self.form not in _MARKED and self._glyph is Glyph.NONE:
            return 0
        return _glyph_side(self._skin) + (_GLYPH_GAP if self.text() else 0)

    def _padding(self) -> int:
        return _inset(self.form) + (2 if self.form is Form.KEY else GAP)


def _inset(form: Form) -> int:
    """Room for the focus ring inside the button, so that it is never clipped."""
    return _KEY_INSET if form is Form.KEY else _INSET


def _glyph_side(skin: Skin) -> int:
    return round(_GLYPH * (1.3 if skin.larger else 1))
