"""A block of keys: the number pad and the on-screen keyboard are made of it.

The block is one stop of Tab; the arrow keys move inside it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from app.views.kiosk.skin import Skin
from app.views.kiosk.widgets.button import Button, Form
from app.views.kiosk.widgets.glyphs import Glyph

ERASE = "erase"
SPACE = " "
SWITCH = "switch"
"""Shows the other letters."""
_GAP = 6
_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class Key(NamedTuple):
    """One key: what it types, what it shows, its width in columns."""

    types: str
    shows: str = ""
    columns: int = 2


class Keys(QWidget):
    """A grid of keys. `pressed` has the character, ERASE or SWITCH."""

    pressed = Signal(str)

    def __init__(self, skin: Skin, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._skin = skin
        self._rows: list[list[Button]] = []
        self._types: dict[Button, str] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def lay_out(self, rows: Sequence[Sequence[Key]], names: Callable[[str], str]) -> None:
        """Show these keys; `names` gives the accessible name of a character where it is not enough itself."""
        for old in self._types:
            old.setParent(None)
            old.deleteLater()
        self._types, self._rows = {}, []
        widest = max(sum(key.columns for key in row) for row in rows)
        for row, keys in enumerate(rows):
            column = (widest - sum(key.columns for key in keys)) // 2
            made = []
            for key in keys:
                button = self._make(key, names)
                self._grid.addWidget(button, row, column, 1, key.columns)
                made.append(button)
                column += key.columns
            self._rows.append(made)
        for column in range(max(widest, self._grid.columnCount())):  # a wider block leaves its columns behind
            self._grid.setColumnStretch(column, int(column < widest))
        for row in range(max(len(rows), self._grid.rowCount())):
            self._grid.setRowStretch(row, int(row < len(rows)))
        self._let_tab_reach(self._rows[0][0])

    def name_keys(self, names: Callable[[str], str]) -> None:
        """Another language."""
        for button, types in self._types.items():
            self._name(button, types, names)

    def buttons(self) -> list[Button]:
        """All keys."""
        return list(self._types)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow keys move between the keys."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and isinstance(watched, Button):
                self._move(watched, *step)
                return True
        return super().eventFilter(watched, event)

    def _make(self, key: Key, names: Callable[[str], str]) -> Button:
        button = Button(self._skin, Form.KEY, Glyph.ERASE if key.types == ERASE else Glyph.NONE, self)
        button.setText("" if key.types == ERASE else key.shows or key.types)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAutoRepeat(False)
        button.installEventFilter(self)
        button.clicked.connect(lambda: self.pressed.emit(self._types[button]))
        self._types[button] = key.types
        self._name(button, key.types, names)
        button.show()
        return button

    def _name(self, button: Button, types: str, names: Callable[[str], str]) -> None:
        name = names(types)
        button.setAccessibleName(name)
        if types in (SPACE, SWITCH) and name:
            button.setText(name)

    def _let_tab_reach(self, button: Button) -> None:
        for each in self._types:
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus if each is button else Qt.FocusPolicy.NoFocus)

    def _move(self, start: Button, down: int, right: int) -> None:
        row = next(number for number, keys in enumerate(self._rows) if start in keys)
        column = self._rows[row].index(start) + right
        keys = self._rows[(row + down) % len(self._rows)]
        if down:
            center = start.geometry().center().x()
            found = min(keys, key=lambda each: abs(each.geometry().center().x() - center))
        else:
            found = keys[column % len(keys)]
        self._let_tab_reach(found)
        found.setFocus(Qt.FocusReason.TabFocusReason)
