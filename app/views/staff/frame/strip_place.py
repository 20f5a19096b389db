"""The place of the patient's strip, empty until a patient is first selected."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.viewmodels.staff.late import LateStrip
from app.views.theme.theme import Theme


class StripPlace(QWidget):
    """As high as the strip."""

    def __init__(self, strip: LateStrip, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strip = strip
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        strip.opened.connect(self._fill)

    def _fill(self) -> None:
        if self._strip.view is not None:
            self._column.addWidget(self._strip.view(self._strip.model, self._theme, self))
