"""A few choices as buttons side by side: one click each."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QSizePolicy, QToolButton, QWidget

from app.views.widgets.labels import plain_tip
from app.views.widgets.tab_order import lead_into

A_ROW = 3
"""So many buttons fit beside each other."""


class ChoiceButtons(QWidget):
    """One of them is set, or none. `chosen` is emitted with the key of the one that was clicked."""

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None, *, sets: bool = True) -> None:
        """`sets`: a click leaves the button set; else it only does something."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._name, self._sets = name, sets
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(4)
        self._group = QButtonGroup(self)
        self._group.setExclusive(sets)
        self._shown: tuple[tuple[Hashable, str], ...] = ()
        self.buttons: list[QToolButton] = []

    def fill(self, choices: Sequence[tuple[Hashable, str]], chosen: Hashable | None = None) -> None:
        """Show these, with their keys; nothing without any."""
        self.setVisible(bool(choices))
        if tuple(choices) != self._shown:
            self._shown = tuple(choices)
            self._make()
        for (key, _), button in zip(self._shown, self.buttons, strict=True):
            button.setProperty("set", "true" if key == chosen else "false")  # words: a property
            with QSignalBlocker(button):
                button.setChecked(key == chosen)
            button.style().unpolish(button)
            button.style().polish(button)

    def _make(self) -> None:
        for old in self.buttons:
            self._group.removeButton(old)
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = [self._button(key, title) for key, title in self._shown]
        for at, button in enumerate(self.buttons):
            self._grid.addWidget(button, at // A_ROW, at % A_ROW)
        lead_into(self, self.buttons)

    def _button(self, key: Hashable, title: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(title.replace("&", "&&"))
        button.setToolTip(plain_tip(title))
        button.setAccessibleName(f"{self._name}: {title}")
        button.setProperty("kind", "action")
        button.setCheckable(self._sets)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setMinimumWidth(1)
        button.clicked.connect(lambda: self.chosen.emit(key))
        self._group.addButton(button)
        return button
