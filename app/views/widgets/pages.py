"""A stack of pages as large as its current page."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.core.present import present


class Pages(QStackedWidget):
    """Qt's own stack is as large as its largest page, and so scrolls over empty space."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(lambda _: self.updateGeometry())

    def sizeHint(self) -> QSize:
        """The current page's size hint."""
        return present(self.currentWidget()).sizeHint() if self.count() else super().sizeHint()

    def heightForWidth(self, width: int) -> int:
        """The current page's height at this width."""
        return (
            present(self.currentWidget()).heightForWidth(width)
            if self.count()
            else super().heightForWidth(width)
        )

    def minimumSizeHint(self) -> QSize:
        """The current page's minimum size."""
        return present(self.currentWidget()).minimumSizeHint() if self.count() else super().minimumSizeHint()
