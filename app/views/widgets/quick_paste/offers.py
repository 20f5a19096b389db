"""The ready-made notes that are offered: as many as there is room for, the first ones first."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from app.services.patients.ready_notes import ReadyNote
from app.views.widgets.labels import plain_tip

LETTERS = 28
"""A longer note is cut here; its tooltip has the whole text."""


class Offers(QWidget):
    """`chosen` is emitted with the note that was clicked. The keyboard has its abbreviation instead."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[ReadyNote, ...] = ()
        self._buttons: list[QPushButton] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._row.addStretch(1)

    def fill(self, offers: tuple[ReadyNote, ...]) -> None:
        """Offer these."""
        if offers == self._shown:
            return
        self._shown = offers
        for old in self._buttons:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = [self._button(offer) for offer in offers]
        for at, button in enumerate(self._buttons):
            self._row.insertWidget(at, button)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """No width of its own: the form is as wide as the window."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as fit."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width()
        for button in self._buttons:
            room -= button.sizeHint().width() + self._row.spacing()
            button.setVisible(room >= 0)

    def _button(self, offer: ReadyNote) -> QPushButton:
        first = offer.text.partition("\n")[0].strip()
        short = first if len(first) <= LETTERS else f"{first[: LETTERS - 1].rstrip()}…"
        button = QPushButton(short.replace("&", "&&"), self)
        button.setProperty("kind", "link")
        key = f"?{offer.abbreviation}  " if offer.abbreviation else ""
        button.setToolTip(plain_tip(f"{key}{offer.text}"))
        button.setAccessibleName(offer.text)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self.chosen.emit(offer))
        return button
