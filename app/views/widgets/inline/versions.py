"""Both versions of a value that somebody else has changed meanwhile."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.viewmodels.inline.edit import InlineEditViewModel
from app.viewmodels.translation import tr
from app.views.widgets.labels import plain_label


class VersionsBox(QWidget):
    """Mine and theirs, and a button for each."""

    def __init__(self, model: InlineEditViewModel, indent: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        column = QVBoxLayout(self)
        column.setContentsMargins(indent, 4, 0, 4)
        column.setSpacing(4)
        self.mine, self.theirs = plain_label(wrap=True), plain_label(wrap=True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        self.keep_mine, self.use_theirs = QPushButton(tr("Keep mine")), QPushButton(tr("Use theirs"))
        self.keep_mine.clicked.connect(model.keep_mine)
        self.use_theirs.clicked.connect(model.use_theirs)
        buttons.addWidget(self.keep_mine)
        buttons.addWidget(self.use_theirs)
        buttons.addStretch(1)
        column.addWidget(self.mine)
        column.addWidget(self.theirs)
        column.addLayout(buttons)

    def fill(self) -> None:
        """Show the model's versions."""
        model = self._model
        self.mine.setText(tr("Yours: {value}", value=model.shown or tr("empty")))
        self.theirs.setText(tr("Theirs: {value}", value=model.state.theirs or tr("empty")))
