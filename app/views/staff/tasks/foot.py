"""Below the list of done tasks: how far back it goes, and a button for older ones."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.viewmodels.staff.tasks.older import OlderDone
from app.viewmodels.translation import tr
from app.views.widgets.elided import ElidedLabel


class TaskListFoot(QWidget):
    """Only there while done tasks are listed."""

    def __init__(self, model: OlderDone, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.words = ElidedLabel()
        self.words.setProperty("kind", "second")
        self.older = QPushButton(tr("Show older"))
        self.older.clicked.connect(model.load)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.older)
        model.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        self.words.setText(self._model.words)
        self.older.setVisible(self._model.more)
        self.older.setEnabled(not self._model.running)
        self.setVisible(self._model.visible)
