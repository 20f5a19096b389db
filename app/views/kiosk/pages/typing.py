"""Pages with the on-screen keyboard: the first letters of the name, and a correction of contact data."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.viewmodels.kiosk.identity import letters_of
from app.viewmodels.kiosk.kiosk import KioskViewModel
from app.viewmodels.kiosk.page_data import CorrectPage, Entry, NamePage, Problem
from app.viewmodels.kiosk.state import KioskState
from app.viewmodels.kiosk.translation import tr
from app.viewmodels.kiosk.words import problem_of, question_of
from app.views.kiosk.pages.base import PageView
from app.views.kiosk.skin import EDGE, GAP, TALL, Skin
from app.views.kiosk.widgets.button import Button, Form
from app.views.kiosk.widgets.field import Field
from app.views.kiosk.widgets.keyboard import Keyboard


class TypingPage(PageView):
    """A question, a field with Next beside it, the keyboard."""

    most_keys = Entry.LETTERS
    """What it makes its keys for while nobody waits: what is typed with the most of them."""

    def __init__(self, model: KioskViewModel, skin: Skin) -> None:
        super().__init__(model, skin)
        self.field = Field(skin)
        self.field.textChanged.connect(self._typed)
        self.next = Button(skin, Form.MAIN)
        self.next.clicked.connect(self.submit)
        self.keyboard = Keyboard(skin)
        self.keyboard.show_for(self.most_keys, model.state.look.language)
        self.keyboard.setMaximumHeight(TALL)
        self.keyboard.pressed.connect(self.field.take)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(EDGE, GAP, EDGE, GAP)
        outer.setSpacing(GAP)
        column = QVBoxLayout()
        column.setSpacing(GAP - 4)
        column.addWidget(self.title)
        column.addWidget(self.notice)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.field, 3)
        row.addWidget(self.next, 1)
        column.addLayout(row)
        outer.addStretch(2)
        outer.addLayout(column)
        outer.addWidget(self.keyboard, 1000)
        outer.addStretch(3)

    def show_problem(self, problem: Problem) -> None:
        """What is wrong, in the place of the question: the keyboard leaves no room for both in landscape."""
        self.notice.write(problem_of(problem))
        self.title.setVisible(problem is Problem.NONE)

    def first(self) -> QWidget:
        """The field."""
        return self.field

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is Next; what is typed goes into the field, wherever the focus is."""
        text = event.text()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        elif text and text.isprintable() and not self.field.hasFocus():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.field.insert(text)
        else:
            super().keyPressEvent(event)

    def wipe(self) -> None:
        """Forget what was typed."""
        self.field.wipe()

    def submit(self) -> None:
        """Take what is typed."""
        raise NotImplementedError

    def _typed(self, text: str) -> None:
        """Something else is in the field."""


class NameView(TypingPage):
    """The first letters of the last name."""

    def render_state(self, state: KioskState) -> None:
        """The question and the keys."""
        data = state.data
        if not isinstance(data, NamePage):
            return
        self.title.write(tr("What are the first 3 letters of your last name?"))
        self.next.setText(tr("Next"))
        self.field.setAccessibleName(self.title.text())
        self.keyboard.show_for(Entry.LETTERS, state.look.language)
        self.keyboard.rename()
        self.show_problem(data.problem)

    def submit(self) -> None:
        """Look for the appointment."""
        self._model.visit.identity.submit_name(self.field.text())

    def _typed(self, text: str) -> None:
        kept = letters_of(text)
        if kept != text:
            self.field.setText(kept)


class CorrectView(TypingPage):
    """One line of contact data, typed anew."""

    most_keys = Entry.STREET

    def __init__(self, model: KioskViewModel, skin: Skin) -> None:
        super().__init__(model, skin)
        self._entry: Entry | None = None

    def render_state(self, state: KioskState) -> None:
        """The question and its keys."""
        data = state.data
        if not isinstance(data, CorrectPage):
            return
        self.title.write(question_of(data))
        self.next.setText(tr("Next") if data.line < data.lines else tr("Save"))
        self.field.setAccessibleName(self.title.text())
        if data.entry is not self._entry:
            self._entry = data.entry
            self.field.setText(data.typed)
        self.keyboard.show_for(data.entry, state.look.language)
        self.keyboard.rename()
        self.show_problem(data.problem)

    def submit(self) -> None:
        """Take it."""
        self._model.visit.details.submit_correction(self.field.text())

    def wipe(self) -> None:
        """Forget what was typed, and for which line."""
        super().wipe()
        self._entry = None
