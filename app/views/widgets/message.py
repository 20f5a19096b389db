"""A message in place of the work area: loading, failed, or why it is empty and what to do."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.viewmodels.translation import tr
from app.views.widgets.labels import plain_label

WIDTH = 480
NARROWEST = 120
MARGIN = 16
TOP = 96


class MessagePane(QWidget):
    """Fills the work area, or floats as a line over it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._details = ""
        column = QVBoxLayout(self)
        column.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words = plain_label(wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._copy = QPushButton(tr("Copy details"))
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._details))
        column.addWidget(self._words)
        column.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignHCenter)

    def minimumSizeHint(self) -> QSize:
        """The text wraps: the work area may be narrow."""
        return QSize(NARROWEST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the text at a width that is easy to read."""
        self._words.setFixedWidth(max(NARROWEST, min(WIDTH, event.size().width() - 2 * MARGIN)))
        self._make_whole()
        super().resizeEvent(event)

    def fill(self, words: str, *, details: str = "") -> None:
        """Fill the work area."""
        self._details = details
        self._words.setText(words)
        self.setAccessibleName(words)
        self._make_whole()
        self._copy.setVisible(bool(details))
        self.show()

    def _make_whole(self) -> None:
        """Leave room for all lines: the layout measures the text as if it were as wide as the pane."""
        self._words.setMinimumHeight(0)
        self._words.setMinimumHeight(max(self._words.heightForWidth(self._words.width()), 0))


class Floating(QLabel):
    """A line over the work area that lets clicks through."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setObjectName("floating")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hide()

    def say(self, words: str) -> None:
        """Show the line in the middle of the upper third, or nothing."""
        self.setVisible(bool(words))
        if words:
            self.setText(words)
            self.adjustSize()
            self.move((self._over.width() - self.width()) // 2, TOP)
            self.raise_()
