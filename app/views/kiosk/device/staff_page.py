"""The staff's page: a pad for the exit PIN, then the state of the kiosk and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from app.viewmodels.kiosk.device.staff_page import Choice, StaffPageViewModel
from app.viewmodels.translation import tr
from app.views.kiosk.device.style import (
    COLUMN,
    TITLE_PIXELS,
    button,
    clear,
    dress,
    label,
    problem_label,
    show_problem,
    sized,
)

PAD = ("1", "2", "3", "4", "5", "6", "7", "8", "9")
DOT = "●"


class StaffPage(QWidget):
    """Shows the state of its model."""

    def __init__(self, model: StaffPageViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        dress(self)
        self._parts = QStackedLayout()
        self._pin = PinPad(model)
        self._menu = Menu(model)
        self._parts.addWidget(self._pin)
        self._parts.addWidget(self._menu)
        column = QVBoxLayout()
        column.addWidget(label(tr("For staff"), pixels=TITLE_PIXELS, bold=True))
        column.addLayout(self._parts, 1)
        self._back = button(tr("Back to check-in"))
        self._back.clicked.connect(lambda: model.choose(Choice.BACK))
        column.addWidget(self._back)
        _centered(self, column)
        model.state_changed.connect(self._show)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Keys go to the pad."""
        super().showEvent(event)
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The PIN from a keyboard."""
        match event.key():
            case Qt.Key.Key_Backspace:
                self.model.erase()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.model.submit()
            case Qt.Key.Key_Escape:
                self.model.choose(Choice.BACK)
            case _ if event.text().isdigit():
                self.model.press(event.text())
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Somebody is here."""
        super().mousePressEvent(event)
        self.model.touched()

    def _show(self) -> None:
        state = self.model.state
        self._pin.show_state()
        self._menu.show_state()
        self._parts.setCurrentWidget(self._pin if state.asks_pin else self._menu)


class PinPad(QWidget):
    """Ten digits, and dots for what is typed."""

    def __init__(self, model: StaffPageViewModel) -> None:
        super().__init__()
        self._model = model
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label(tr("Type the exit PIN."), second=True))
        self._dots = label(pixels=TITLE_PIXELS)
        self._dots.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._dots.setMinimumHeight(TITLE_PIXELS * 2)
        self._dots.setAccessibleName(tr("Exit PIN"))
        column.addWidget(self._dots)
        self._problem = problem_label()
        column.addWidget(self._problem)
        self._keys = self._make_keys()
        column.addLayout(self._grid(), 1)
        column.addStretch()

    def show_state(self) -> None:
        """As the model says."""
        state = self._model.state
        self._dots.setText(DOT * state.typed)
        show_problem(self._problem, state.message)
        for key in self._keys.values():
            key.setEnabled(state.can_type)
        self._enter.setEnabled(state.can_type and state.typed > 0)

    def _make_keys(self) -> dict[str, QPushButton]:
        keys = {}
        for digit in (*PAD, "0"):
            key = button(digit)
            sized(key, TITLE_PIXELS)
            key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            key.clicked.connect(lambda _=False, each=digit: self._model.press(each))
            keys[digit] = key
        return keys

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(12)
        for place, digit in enumerate(PAD):
            grid.addWidget(self._keys[digit], place // 3, place % 3)
        erase = button(tr("Delete"))
        erase.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        erase.clicked.connect(self._model.erase)
        self._enter = button(tr("OK"), main=True)
        self._enter.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._enter.clicked.connect(self._model.submit)
        grid.addWidget(erase, 3, 0)
        grid.addWidget(self._keys["0"], 3, 1)
        grid.addWidget(self._enter, 3, 2)
        return grid


class Menu(QWidget):
    """How the kiosk is, and what staff can do."""

    def __init__(self, model: StaffPageViewModel) -> None:
        super().__init__()
        self._model = model
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._lines = QGridLayout()
        self._lines.setColumnStretch(1, 1)
        self._lines.setHorizontalSpacing(24)
        column.addLayout(self._lines)
        column.addStretch()
        for choice, words in (
            (Choice.RESET, tr("Reset check-in")),
            (Choice.RESTART, tr("Restart kiosk")),
            (Choice.PAIR, tr("Pair again")),
            (Choice.CLOSE, tr("Close kiosk")),
        ):
            made = button(words)
            made.clicked.connect(lambda _=False, each=choice: model.choose(each))
            column.addWidget(made)
        self._shown: tuple[tuple[str, str], ...] = ()

    def show_state(self) -> None:
        """As the model says."""
        lines = self._model.state.lines
        if lines == self._shown:
            return
        self._shown = lines
        clear(self._lines)
        for row, (word, value) in enumerate(lines):
            self._lines.addWidget(label(word, second=True), row, 0, Qt.AlignmentFlag.AlignTop)
            self._lines.addWidget(label(value), row, 1)


def _centered(page: QWidget, column: QVBoxLayout) -> None:
    """Lay a column out in the middle of a page."""
    column.setSpacing(16)
    holder = QWidget()
    holder.setMaximumWidth(COLUMN)
    holder.setLayout(column)
    row = QHBoxLayout(page)
    row.setContentsMargins(32, 32, 32, 32)
    row.addStretch(1)
    row.addWidget(holder, 8)
    row.addStretch(1)
