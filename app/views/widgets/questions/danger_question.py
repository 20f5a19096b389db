"""A question inside a page, before something that others would miss."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.viewmodels.translation import tr
from app.views.widgets.labels import plain_label


class DangerQuestion(QFrame):
    """Hidden until there is something to ask. The answer that changes nothing gets the focus, and gives it back."""

    def __init__(self, words: str, do: Callable[[], object], keep: Callable[[], object]) -> None:
        """`words`: of the button that does it."""
        super().__init__()
        self._asked_from: QWidget | None = None
        self._words = plain_label(wrap=True)
        self.do = QPushButton(words)
        self.do.setProperty("kind", "danger")
        self.do.clicked.connect(lambda: do())
        self.keep = QPushButton(tr("Keep"))
        self.keep.clicked.connect(lambda: keep())
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.keep)
        buttons.addWidget(self.do)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.addWidget(self._words)
        column.addLayout(buttons)
        self.hide()

    def ask(self, words: str) -> None:
        """Show a question; empty: none."""
        came = bool(words) and self.isHidden()
        held = self.isAncestorOf(QApplication.focusWidget() or self)
        self._words.setText(words)
        self.setVisible(bool(words))
        if came:
            self._asked_from = QApplication.focusWidget()
            self.keep.setFocus()
        elif held and not words and self._asked_from is not None and isValid(self._asked_from):
            self._asked_from.setFocus()
