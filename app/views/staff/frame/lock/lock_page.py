"""The lock page: who is at the desk, and the PIN."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.viewmodels.staff.people.sign_in import SignInState, SignInViewModel, Step
from app.viewmodels.translation import tr
from app.views.staff.frame.lock.person_buttons import PersonButtons
from app.views.staff.frame.lock.pin_field import PinField
from app.views.theme.fonts import grown
from app.views.widgets.entry_form import ENTER, KeepsLetters
from app.views.widgets.labels import plain_label

WIDTH = 380
TOP_SHARE = 5
"""The card begins at this part of the window's height."""
MOST_PEOPLE_HEIGHT = 320


class LockPage(KeepsLetters):
    """Covers the whole window. A digit or first letter chooses a person; Enter signs in; Esc goes back."""

    def __init__(self, viewmodel: SignInViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lockPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._model = viewmodel
        self._step: tuple[Step, int] | None = None
        self._title = plain_label(kind="heading", wrap=True)
        self.people = PersonButtons(viewmodel.choose)
        self.pin = PinField(tr("PIN"))
        self.new, self.again = PinField(tr("New PIN")), PinField(tr("New PIN again"))
        self.key = QLineEdit()
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.key.setAccessibleName(tr("Customer key"))
        self.key.setPlaceholderText(tr("Customer key"))
        self._sentence = plain_label(wrap=True)
        self._hint = plain_label(kind="second", wrap=True)
        self._fields = (self.pin, self.new, self.again, self.key)
        self._lay_out()
        viewmodel.changed.connect(self._show)
        viewmodel.cleared.connect(self._clear)
        self._show()

    @property
    def sentence(self) -> str:
        """What went wrong, or what to do."""
        return self._sentence.text()

    def take_focus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Focus what is asked for."""
        field = self._asked()
        (self if field is None else field).setFocus(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter signs in, Esc goes back; digits and letters choose a person while nobody is chosen."""
        focus = self.focusWidget()
        if event.key() in ENTER and not event.isAutoRepeat():
            focus.click() if isinstance(focus, QPushButton) else self._confirm()
        elif event.key() == Qt.Key.Key_Escape:
            self._model.back()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.people.step(event.key() == Qt.Key.Key_Down)
        elif not self._model.press(event.text()):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """No shortcut of the window counts while it is covered."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the card's top in place whatever it contains."""
        super().resizeEvent(event)
        self._outer.setContentsMargins(0, self.height() // TOP_SHARE, 0, 16)

    def _lay_out(self) -> None:
        outer = self._outer = QVBoxLayout(self)
        card = QFrame()
        card.setObjectName("card")
        card.setFixedWidth(grown(WIDTH, self.font()))
        outer.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(card)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addSpacing(4)
        area = self._area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.people)
        for each in (area.viewport(), self.people):
            each.setAutoFillBackground(False)
        column.addWidget(area)
        for field in self._fields:
            column.addWidget(field)
        column.addWidget(self._sentence)
        column.addLayout(self._buttons())
        column.addWidget(self._hint)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.back_button, self.again_button = QPushButton(tr("Back")), QPushButton(tr("Try again"))
        self.office_button = QPushButton(tr("Other office"))
        self.office_button.clicked.connect(lambda: self._model.go_elsewhere())
        self.confirm_button = QPushButton()
        self.confirm_button.setProperty("kind", "primary")
        self.back_button.setToolTip("Esc")  # words: a key
        self.confirm_button.setToolTip("Enter")  # words: a key
        self.back_button.clicked.connect(lambda: self._model.back())
        self.again_button.clicked.connect(lambda: self._model.try_again())
        self.confirm_button.clicked.connect(lambda: self._confirm())
        self.forgot_button = QPushButton(tr("Forgot PIN"))
        self.forgot_button.setProperty("kind", "link")
        self.forgot_button.clicked.connect(lambda: self._model.forgot())
        self.change_button = QPushButton(tr("Change PIN"))
        self.change_button.setProperty("kind", "link")
        self.change_button.clicked.connect(lambda: self._model.change(self.pin.text()))
        row.addWidget(self.back_button)
        row.addWidget(self.forgot_button)
        row.addWidget(self.change_button)
        row.addStretch(1)
        row.addWidget(self.office_button)
        row.addWidget(self.again_button)
        row.addWidget(self.confirm_button)
        return row

    def _confirm(self) -> None:
        match self._model.state.step:
            case Step.PIN:
                self._model.enter(self.pin.text())
            case Step.NEW_PIN if not self.again.text() and self.new.hasFocus():
                self.again.setFocus()
            case Step.NEW_PIN:
                self._model.enter_new(self.new.text(), self.again.text())
            case Step.KEY:
                self._model.enter_key(self.key.text())
            case Step.PERSON:
                pass

    def _clear(self) -> None:
        for field in self._fields:
            field.clear()

    def _show(self) -> None:
        state = self._model.state
        self._title.setText(state.title)
        self.people.show_people(state.people, state.chosen)
        height = self.people.sizeHint().height()
        self._area.setFixedHeight(min(height, grown(MOST_PEOPLE_HEIGHT, self.font())))
        self._area.setVisible(bool(state.people))
        self.pin.setVisible(state.step is Step.PIN)
        self.new.setVisible(state.step is Step.NEW_PIN)
        self.again.setVisible(state.step is Step.NEW_PIN)
        self.key.setVisible(state.step is Step.KEY)
        self._sentence.setText(state.sentence)
        self._sentence.setVisible(bool(state.sentence))
        self._hint.setText(state.hint)
        self._hint.setVisible(bool(state.hint))
        self._show_buttons(state)
        if self._step != (state.step, state.chosen):
            self._step = (state.step, state.chosen)
            self.take_focus()

    def _show_buttons(self, state: SignInState) -> None:
        words = {Step.PIN: tr("Unlock"), Step.NEW_PIN: tr("Save PIN"), Step.KEY: tr("Continue")}
        if not self._model.unlocks:
            words[Step.PIN] = tr("Sign in")
        self.confirm_button.setText(words.get(state.step, ""))
        self.confirm_button.setVisible(state.step in words)
        self.confirm_button.setEnabled(not state.busy)
        self.again_button.setVisible(state.step is Step.KEY and not state.people)
        for link in (self.forgot_button, self.change_button):
            link.setVisible(state.step is Step.PIN)
        self.office_button.setVisible(state.may_choose_office and state.step in (Step.PERSON, Step.KEY))
        forgot = state.step is Step.KEY and bool(state.people)
        chosen = forgot or (state.step in (Step.PIN, Step.NEW_PIN) and len(state.people) > 1)
        self.back_button.setVisible(chosen or state.may_leave)

    def _asked(self) -> QWidget | None:
        match self._model.state.step:
            case Step.PIN:
                return self.pin
            case Step.NEW_PIN:
                return self.new
            case Step.KEY:
                return self.key
            case Step.PERSON:
                return None
