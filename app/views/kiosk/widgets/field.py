"""A line to type into, with the on-screen keyboard or a real one. Nothing can be copied or dragged out of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen, Qt
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from app.views.kiosk.skin import BIG, RADIUS, RING, Size, Skin
from app.views.kiosk.widgets.keys import ERASE, SWITCH

_MARGIN = 20
_TAKES_OUT = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut)
LONGEST = 80
"""Characters; Open Dental's fields are not longer."""


class Field(QLineEdit):
    """One line in large letters."""

    def __init__(self, skin: Skin, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._skin = skin
        self.setFrame(False)
        self.setMaxLength(LONGEST)
        self.setDragEnabled(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setTextMargins(_MARGIN, 8, _MARGIN, 8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()

    def restyle(self) -> None:
        """The skin has changed."""
        self.setFont(self._skin.fonts[Size.TITLE])
        palette = self._skin.palette("ink", "surface")
        palette.setColor(palette.ColorRole.Base, QColor(0, 0, 0, 0))
        self.setPalette(palette)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Tall enough to touch."""
        return QSize(super().sizeHint().width(), BIG)

    def minimumSizeHint(self) -> QSize:
        """It doesn't shrink in height."""
        return QSize(200, self.sizeHint().height())

    def take(self, types: str) -> None:
        """A key of the on-screen keyboard."""
        if types == ERASE:
            self.backspace()
        elif types != SWITCH:
            self.insert(types)

    def wipe(self) -> None:
        """Forget what was typed; setting a text clears Qt's undo history, erasing one does not."""
        self.setText("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Typing only: what is typed here can't be copied for the next patient."""
        if any(event.matches(each) for each in _TAKES_OUT):
            event.accept()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """The focus changes the outline."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The outline, wider with the focus; then the text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = self._skin.colors
        wide = RING if self.hasFocus() else self._skin.line
        painter.setBrush(QColor(colors.surface))
        painter.setPen(QPen(QColor(colors.accent if self.hasFocus() else colors.line), wide))
        inset = wide / 2 + 1
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)
        painter.end()
        super().paintEvent(event)
