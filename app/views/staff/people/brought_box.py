"""Asks once about what this PC had of its own before it was paired with the office's hub."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.core.present import present
from app.viewmodels.staff.people.brought import BroughtViewModel, UnclearLine
from app.viewmodels.translation import tr
from app.views.widgets.labels import plain_label


class BroughtBox(QFrame):
    """Hidden once it is decided."""

    def __init__(self, model: BroughtViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._shown: tuple[UnclearLine, ...] = ()
        self._words, self._sentence = plain_label(wrap=True), plain_label(wrap=True)
        self._explained = plain_label(
            tr("Add it to the office's hub, and everyone has it at every desk. It also stays on this PC."),
            kind="second",
            wrap=True,
        )
        self.take_over, self.leave = QPushButton(tr("Take over")), QPushButton(tr("Leave out"))
        self.take_over.setProperty("kind", "primary")
        self.take_over.clicked.connect(lambda: model.take_over())
        self.leave.clicked.connect(lambda: model.leave())
        self.adds: dict[int, QPushButton] = {}
        self._lines = QVBoxLayout()
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.take_over)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(8)
        for part in (self._words, self._explained, self._sentence):
            column.addWidget(part)
        column.addLayout(self._lines)
        column.addLayout(buttons)
        model.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        model = self._model
        unclear = model.unclear
        self._words.setText(model.words)
        for each in (self._words, self._explained):
            each.setHidden(bool(unclear) or not model.is_open)
        self._sentence.setText(model.sentence)
        self._sentence.setHidden(not model.sentence)
        self.take_over.setHidden(bool(unclear) or not model.is_open)
        self.leave.setHidden(not model.is_open)
        self.leave.setText(tr("Done") if unclear else tr("Leave out"))
        if unclear != self._shown:
            self._shown = unclear
            self._rebuild()
        for button in (self.take_over, self.leave, *self.adds.values()):
            button.setEnabled(not model.busy)

    def _rebuild(self) -> None:
        while self._lines.count():
            widget = present(present(self._lines.takeAt(0)).widget())
            widget.hide()
            widget.deleteLater()
        self.adds = {}
        for line in self._shown:
            self._lines.addWidget(self._line(line))

    def _line(self, line: UnclearLine) -> QWidget:
        host = QWidget()
        row = QHBoxLayout(host)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(plain_label(line.words, wrap=True), 1)
        if line.may_add:
            button = self.adds[line.user_num] = QPushButton(tr("Add person"))
            button.setAccessibleName(f"{button.text()}: {line.words}")
            button.clicked.connect(lambda: self._model.add(line.user_num))
            row.addWidget(button)
        return host
