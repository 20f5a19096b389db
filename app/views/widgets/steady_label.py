"""A label that wraps below a scroll area."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from app.views.widgets.labels import plain_label


class SteadyLabel(QWidget):
    """As high as its text needs at its width, without asking its layout to follow that.

    With a label that does, the panel around it would scroll in place of the scroll area, and hide its buttons.
    """

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label: QLabel = plain_label(kind=kind, wrap=True)
        self.label.setParent(self)
        self.hide()

    def setText(self, text: str) -> None:
        """Show a text; nothing without one."""
        self.label.setText(text)
        self._fit()

    def text(self) -> str:
        """The text."""
        return self.label.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width needs another height."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self.width() > 0:
            height = max(self.label.heightForWidth(self.width()), 0)
            self.setFixedHeight(height)
            self.label.setGeometry(0, 0, self.width(), height)
