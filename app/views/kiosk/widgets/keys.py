"""A block of keys: the number pad and the on-screen keyboard are made of it.

The block is one stop of Tab; the arrow keys move inside it. It places its keys itself, and keeps them for what is shown
next: a layout of 46 keys, and making them, would take longer than a page may take to follow a touch.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.views.kiosk.skin import TARGET, Skin
from app.views.kiosk.widgets.glyphs import Glyph
from app.views.kiosk.widgets.key_button import KeyButton

ERASE = "erase"
SPACE = " "
SWITCH = "switch"
"""Shows the other letters."""
_GAP = 6
USUAL = 2
"""The columns of an ordinary key, so that a row can begin half a key further right."""


class Key(NamedTuple):
    """One key: what it types, what it shows, its width in columns."""

    types: str
    shows: str = ""
    columns: int = USUAL


class Keys(QWidget):
    """A grid of keys. `pressed` has the character, ERASE or SWITCH."""

    pressed = Signal(str)

    def __init__(self, skin: Skin, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._skin = skin
        self._keys: Sequence[Sequence[Key]] = ()
        self._rows: list[list[KeyButton]] = []
        self._types: dict[KeyButton, str] = {}
        self._spare: list[KeyButton] = []
        self._names: Mapping[str, str] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def lay_out(self, rows: Sequence[Sequence[Key]], names: Mapping[str, str]) -> None:
        """Show these keys; `names` has the accessible name of a character where it is not enough itself."""
        unused = [*self._types, *self._spare]
        unused.reverse()
        self._keys, self._names, self._types = rows, names, {}
        self._rows = [[self._take(unused, key) for key in keys] for keys in rows]
        self._spare = unused
        for each in unused:
            each.hide()
        self._let_tab_reach(self._rows[0][0])
        self._place()
        self.updateGeometry()

    def name_keys(self, names: Mapping[str, str]) -> None:
        """The names in the current language."""
        if names != self._names:
            self._names = names
            for button, types in self._types.items():
                self._name(button, types)

    def buttons(self) -> list[KeyButton]:
        """All keys."""
        return list(self._types)

    def sizeHint(self) -> QSize:
        """As small as it may be: a page gives it all the room that is left."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Room for a finger on each key, and for its text."""
        wide = TARGET + _GAP
        for keys, buttons in zip(self._keys, self._rows, strict=True):
            for key, button in zip(keys, buttons, strict=True):
                wide = max(wide, -(-(button.minimumSizeHint().width() + _GAP) * USUAL // key.columns))
        return QSize(-(-wide * self._columns() // USUAL) - _GAP, len(self._keys) * (TARGET + _GAP) - _GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The keys share the room."""
        self._place()
        super().resizeEvent(event)

    def _columns(self) -> int:
        return max((sum(key.columns for key in row) for row in self._keys), default=0)

    def _place(self) -> None:
        """Rows are equally high, columns equally wide; a shorter row is in the middle."""
        if not self._keys:
            return
        columns = self._columns()
        across, down = (self.width() + _GAP) / columns, (self.height() + _GAP) / len(self._keys)
        for row, (keys, buttons) in enumerate(zip(self._keys, self._rows, strict=True)):
            top, bottom = round(row * down), round((row + 1) * down) - _GAP
            column = (columns - sum(key.columns for key in keys)) // 2
            for key, button in zip(keys, buttons, strict=True):
                left = round(column * across)
                column += key.columns
                button.setGeometry(left, top, round(column * across) - _GAP - left, bottom - top)

    def _take(self, unused: list[KeyButton], key: Key) -> KeyButton:
        button = unused.pop() if unused else self._make()
        self._types[button] = key.types
        button.show_key(
            "" if key.types == ERASE else key.shows or key.types,
            Glyph.ERASE if key.types == ERASE else Glyph.NONE,
            is_usual=key.columns == USUAL,
        )
        self._name(button, key.types)
        button.show()
        return button

    def _make(self) -> KeyButton:
        button = KeyButton(self._skin, self._move, self)
        button.setAutoRepeat(False)
        button.clicked.connect(lambda: self.pressed.emit(self._types[button]))
        return button

    def _name(self, button: KeyButton, types: str) -> None:
        name = self._names.get(types, "")
        button.setAccessibleName(name)
        if types == SPACE and name:
            button.setText(name)

    def _let_tab_reach(self, button: KeyButton) -> None:
        for each in (*self._types, *self._spare):
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus if each is button else Qt.FocusPolicy.NoFocus)

    def _move(self, start: KeyButton, down: int, right: int) -> None:
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
