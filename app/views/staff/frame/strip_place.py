"""The place of the patient's strip, empty until a patient is first selected."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.viewmodels.staff.late import LateStrip
from app.views.theme.fonts import grown
from app.views.theme.theme import Theme
from app.views.theme.tokens import STRIP_HEIGHT


class StripPlace(QWidget):
    """As high as the strip, from the click that selects a patient on, so that nothing moves once it has loaded."""

    def __init__(self, strip: LateStrip, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strip = strip
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        strip.needed.connect(self._reserve)
        strip.opened.connect(self._fill)

    def _reserve(self, needed: bool) -> None:
        self.setMinimumHeight(grown(STRIP_HEIGHT, self.font()) if needed else 0)

    def _fill(self) -> None:
        if self._strip.view is not None:
            self._column.addWidget(self._strip.view(self._strip.model, self._theme, self))
