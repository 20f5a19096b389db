"""The staff as a list of buttons, with the digit that chooses each."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.viewmodels.staff.people.sign_in import PersonLine
from app.views.theme.fonts import grown
from app.views.widgets.labels import plain_label

KEY_WIDTH = 20
HEIGHT = 36


class PersonButtons(QWidget):
    """The arrow keys move between them, Enter or a click chooses."""

    def __init__(self, choose: Callable[[int], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choose = choose
        self._lines: tuple[PersonLine, ...] = ()
        self._buttons: dict[int, QPushButton] = {}
        self._keys: list[QLabel] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def button(self, user_num: int) -> QPushButton:
        """The button of a person. KeyError if she isn't listed."""
        return self._buttons[user_num]

    def show_people(self, lines: Sequence[PersonLine], chosen: int) -> None:
        """Show these people, and who is chosen; the digits only while they choose: a PIN is made of digits, too."""
        if tuple(lines) != self._lines:
            self._lines = tuple(lines)
            for button in self._buttons.values():
                self._column.removeWidget(button)
                button.deleteLater()
            self._keys.clear()
            self._buttons = {line.user_num: self._make(line) for line in lines}
        for key, line in zip(self._keys, self._lines, strict=True):
            key.setText("" if chosen else line.key)
        for user_num, button in self._buttons.items():
            button.setChecked(user_num == chosen)

    def step(self, forward: bool) -> None:
        """Move the focus to the next or previous person."""
        buttons = list(self._buttons.values())
        focused = QApplication.focusWidget()
        at = next(
            (place for place, each in enumerate(buttons) if each is focused), -1 if forward else len(buttons)
        )
        following = at + (1 if forward else -1)
        if 0 <= following < len(buttons):
            buttons[following].setFocus()

    def _make(self, line: PersonLine) -> QPushButton:
        button = QPushButton()
        button.setProperty("kind", "person")
        button.setCheckable(True)
        button.setAutoExclusive(False)
        button.setMinimumHeight(grown(HEIGHT, self.font()))
        button.setAccessibleName(f"{line.name}, {line.role}")
        button.clicked.connect(lambda: self._choose(line.user_num))
        row = QHBoxLayout(button)
        row.setContentsMargins(8, 0, 12, 0)
        key = plain_label(kind="second")
        self._keys.append(key)
        key.setFixedWidth(grown(KEY_WIDTH, self.font()))
        name = plain_label(line.name)
        role = plain_label(line.role, kind="second")
        for label in (key, name, role):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.addWidget(key)
        row.addWidget(name, 1)
        row.addWidget(role)
        self._column.addWidget(button)
        button.show()
        return button
