"""One quiet line: which other desk has the selected patient open. Hidden while none has, and without a hub."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.viewmodels.staff.desk import DeskViewModel


class ElsewhereLine(QLabel):
    """Follows the desk."""

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__()
        self.setProperty("kind", "second")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self._elsewhere = desk.elsewhere
        if self._elsewhere is not None:
            self._elsewhere.changed.connect(self._show)
        self.setText(self._words)
        if not self._words:
            self.hide()  # never shown here: without its parent it would be a window of its own

    @property
    def _words(self) -> str:
        return self._elsewhere.words if self._elsewhere is not None else ""

    def _show(self) -> None:
        self.setText(self._words)
        self.setVisible(bool(self._words))
