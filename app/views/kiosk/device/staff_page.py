"""The staff's page: a pad for the exit PIN, then the state of the kiosk and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from app.viewmodels.kiosk.device.look import StaffLook
from app.viewmodels.kiosk.device.staff_page import Choice, StaffPageViewModel
from app.viewmodels.translation import tr
from app.views.kiosk.device.page import DevicePage, Halves
from app.views.kiosk.device.style import (
    TITLE_PIXELS,
    button,
    clear,
    label,
    problem_label,
    show_problem,
)
from app.views.kiosk.skin import GAP, TALL, Skin
from app.views.kiosk.widgets.keys import ERASE, Keys
from app.views.kiosk.widgets.pad import DIGITS, pad_names
from app.views.widgets.announcing import announce

DOT = "●"


class StaffPage(DevicePage):
    """Shows the state of its model."""

    def __init__(self, model: StaffPageViewModel, look: StaffLook, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.model = model
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title = label(pixels=TITLE_PIXELS, bold=True)
        self._pin, self._condition = PinWords(model), ConditionLines(model)
        self._pad, self._choices = PinPad(model, self.skin), Choices(model)
        self._back = button()
        self._back.clicked.connect(lambda: model.choose(Choice.BACK))
        words, touched = QWidget(), QWidget()
        left, right = QVBoxLayout(words), QVBoxLayout(touched)
        for column, parts in (
            (left, (self._title, self._pin, self._condition)),
            (right, (self._pad, self._choices, self._back)),
        ):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(GAP)
            column.addStretch(1)
            for part in parts:
                column.addWidget(part)
            column.addStretch(1)
        self._halves = Halves(self.body, words, touched)
        model.state_changed.connect(self._show)
        self.restyle()

    def write(self) -> None:
        """All texts."""
        self._title.setText(tr("For staff"))
        self._back.setText(tr("Back to check-in"))
        for part in (self._pin, self._pad, self._choices):
            part.write()
        self.model.refresh()
        self._show()

    def arrange(self, portrait: bool) -> None:
        """Beside each other, or one above the other."""
        self._halves.arrange(portrait)

    def spoken(self) -> str:
        """What it is, and what it asks."""
        return f"{self._title.text()}. {self._pin.hint.text()}"

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
                self.model.touched()
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Somebody is here."""
        super().mousePressEvent(event)
        self.model.touched()

    def _show(self) -> None:
        asks = self.model.state.asks_pin
        opens = not asks and not self._choices.isVisibleTo(self)
        self._pin.show_state()
        self._pad.show_state()
        if self._condition.show_state():
            self.size_texts()
        self._pin.setVisible(asks)
        self._pad.setVisible(asks)
        self._condition.setVisible(not asks)
        self._choices.setVisible(not asks)
        if opens:
            self._choices.first.setFocus()
        elif asks and not self._back.hasFocus() and not self._pad.holds_focus():
            self.setFocus()


class PinWords(QWidget):
    """What is asked, dots for what is typed, and what is wrong."""

    def __init__(self, model: StaffPageViewModel) -> None:
        super().__init__()
        self._model = model
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self.hint = label(second=True)
        self._dots = label(pixels=TITLE_PIXELS)
        self._dots.setMinimumHeight(TITLE_PIXELS * 2)
        self._problem = problem_label()
        for part in (self.hint, self._dots, self._problem):
            column.addWidget(part)

    def write(self) -> None:
        """The texts."""
        self.hint.setText(tr("Type the exit PIN."))

    def show_state(self) -> None:
        """As the model says; it announces how much is typed, not what."""
        state = self._model.state
        dots = DOT * state.typed
        typed = tr("Digits typed: {n}", n=state.typed)
        self._dots.setAccessibleName(typed)
        if dots != self._dots.text():
            self._dots.setText(dots)
            if state.asks_pin and not state.busy:
                announce(self, typed)
        counting = state.waits > 0 and self._problem.isVisibleTo(self)
        show_problem(self._problem, tr(state.message), said=not counting)


class PinPad(QWidget):
    """Ten digits, Erase, and OK."""

    def __init__(self, model: StaffPageViewModel, skin: Skin) -> None:
        super().__init__()
        self._model = model
        self._keys = Keys(skin, self)
        self._keys.lay_out(DIGITS, pad_names())
        self._keys.setFixedHeight(TALL - 4 * GAP)
        self._keys.pressed.connect(self._key_touched)
        self._enter = button(main=True)
        self._enter.clicked.connect(model.submit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._keys)
        column.addWidget(self._enter)

    def holds_focus(self) -> bool:
        """Whether somebody moves between the keys."""
        return any(each.hasFocus() for each in (*self._keys.buttons(), self._enter))

    def write(self) -> None:
        """The texts."""
        self._keys.name_keys(pad_names())
        self._enter.setText(tr("OK"))

    def show_state(self) -> None:
        """Whether digits are taken now."""
        state = self._model.state
        self._keys.setEnabled(state.can_type)
        self._enter.setEnabled(state.can_type and state.typed > 0)

    def _key_touched(self, types: str) -> None:
        self._model.erase() if types == ERASE else self._model.press(types)


class ConditionLines(QWidget):
    """How the kiosk is."""

    def __init__(self, model: StaffPageViewModel) -> None:
        super().__init__()
        self._model = model
        self._lines = QGridLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setColumnStretch(0, 2)
        self._lines.setColumnStretch(1, 3)
        self._lines.setHorizontalSpacing(24)
        self._lines.setVerticalSpacing(8)
        self._shown: tuple[tuple[str, str], ...] = ()

    def show_state(self) -> bool:
        """As the model says. Returns whether there are other texts now."""
        lines = self._model.state.lines
        if lines == self._shown:
            return False
        self._shown = lines
        clear(self._lines)
        for row, line in enumerate(lines):
            for column, text in enumerate(line):
                made = label(second=column == 0)
                made.setText(text)
                self._lines.addWidget(made, row, column, Qt.AlignmentFlag.AlignTop)
        return True


class Choices(QWidget):
    """What staff can do."""

    def __init__(self, model: StaffPageViewModel) -> None:
        super().__init__()
        self._buttons: dict[Choice, QPushButton] = {
            each: button() for each in Choice if each is not Choice.BACK
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for choice, made in self._buttons.items():
            made.clicked.connect(lambda _=False, each=choice: model.choose(each))
            column.addWidget(made)

    @property
    def first(self) -> QWidget:
        """Where a keyboard begins."""
        return self._buttons[Choice.RESET]

    def write(self) -> None:
        """The texts."""
        for choice, words in (
            (Choice.RESET, tr("Reset check-in")),
            (Choice.RESTART, tr("Restart kiosk")),
            (Choice.PAIR, tr("Pair again")),
            (Choice.CLOSE, tr("Close kiosk")),
        ):
            self._buttons[choice].setText(words)
