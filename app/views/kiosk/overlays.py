"""What covers a page for a moment: "More time?", the call for help, and the wait for the hub."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.viewmodels.kiosk.kiosk import KioskViewModel
from app.viewmodels.kiosk.state import HelpCall, KioskState
from app.viewmodels.kiosk.translation import tr
from app.views.kiosk.pages.base import side_by_side
from app.views.kiosk.skin import CENTER, EDGE, GAP, RADIUS, Size, Skin
from app.views.kiosk.widgets.button import Button, Form
from app.views.kiosk.widgets.label import Label

_CARD = 760
_VEIL = 205
"""Opacity of what lies over the page, of 255."""


class Overlay(QWidget):
    """A card over everything else, which can't be touched meanwhile."""

    def __init__(self, model: KioskViewModel, skin: Skin, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._skin = skin
        self.title = Label(skin, Size.TITLE, "ink", CENTER)
        self.text = Label(skin, Size.BODY, "ink", CENTER)
        self._card = QWidget()
        self._card.setMaximumWidth(_CARD)
        self.column = QVBoxLayout(self._card)
        self.column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.column.setSpacing(GAP)
        self.column.addWidget(self.title)
        self.column.addWidget(self.text)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._card, 1000)
        middle.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        box.addStretch(1)
        box.addLayout(middle)
        box.addStretch(1)
        self.hide()

    def wants(self, state: KioskState) -> bool:
        """Whether it is shown in this state."""
        raise NotImplementedError

    def render_state(self, state: KioskState) -> None:
        """Write its texts."""
        raise NotImplementedError

    def first(self) -> QWidget:
        """What has the focus."""
        raise NotImplementedError

    def spoken(self) -> str:
        """What a screen reader says."""
        return f"{self.title.text()} {self.text.text()}".strip()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A veil, and the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = self._skin.colors
        veil = QColor(colors.window)
        veil.setAlpha(_VEIL)
        painter.fillRect(self.rect(), veil)
        painter.setBrush(QColor(colors.surface))
        painter.setPen(QPen(QColor(colors.accent), 3))
        painter.drawRoundedRect(QRectF(self._card.geometry()), RADIUS + 4, RADIUS + 4)
        painter.end()


class MoreTime(Overlay):
    """Do you need more time?"""

    def __init__(self, model: KioskViewModel, skin: Skin, parent: QWidget) -> None:
        super().__init__(model, skin, parent)
        self._stop = Button(skin, Form.CHOICE)
        self._more = Button(skin, Form.MAIN)
        self._stop.clicked.connect(lambda: model.wipe())
        self._more.clicked.connect(lambda: model.touched())
        self.column.addLayout(side_by_side(self._stop, self._more))

    def wants(self, state: KioskState) -> bool:
        """While it counts down."""
        return state.seconds_left > 0

    def render_state(self, state: KioskState) -> None:
        """The seconds that are left."""
        self.title.write(tr("Do you need more time?"))
        self.text.write(tr("This page will close in {n} seconds.", n=state.seconds_left))
        self._more.setText(tr("Yes, more time"))
        self._stop.setText(tr("No, stop"))

    def first(self) -> QWidget:
        """More time."""
        return self._more

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Any key of a real keyboard that no button takes."""
        if event.key() not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._model.touched()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A touch beside the buttons."""
        self._model.touched()


class HelpCard(Overlay):
    """Somebody was called, or could not be."""

    def __init__(self, model: KioskViewModel, skin: Skin, parent: QWidget) -> None:
        super().__init__(model, skin, parent)
        self._close = Button(skin, Form.MAIN)
        self._close.clicked.connect(lambda: model.close_help())
        self.column.addWidget(self._close)

    def wants(self, state: KioskState) -> bool:
        """After Help was touched."""
        return state.help is not HelpCall.NONE

    def render_state(self, state: KioskState) -> None:
        """Only what has happened."""
        self.title.write(
            {
                HelpCall.CALLING: tr("Calling the front desk…"),
                HelpCall.CALLED: tr("The front desk knows you need help"),
                HelpCall.FAILED: tr("Please see the front desk"),
            }.get(state.help, "")
        )
        self.text.write(
            tr("You can wait here or go on.")
            if state.help is HelpCall.CALLED
            else tr("They will help you.")
            if state.help is HelpCall.FAILED
            else ""
        )
        self._close.setText(tr("Go on"))

    def first(self) -> QWidget:
        """Go on."""
        return self._close


class Waiting(Overlay):
    """The hub is asked."""

    def __init__(self, model: KioskViewModel, skin: Skin, parent: QWidget) -> None:
        super().__init__(model, skin, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wants(self, state: KioskState) -> bool:
        """Once that takes so long that a patient may wonder: `Cover` delays it."""
        return state.busy

    def render_state(self, state: KioskState) -> None:
        """One line."""
        self.title.write(tr("One moment…"))
        self.text.write("")

    def first(self) -> QWidget:
        """Nothing to touch, but the keyboard must not reach the page."""
        return self
