"""The birthdate on a large pad. The digits of a real keyboard work too, wherever the focus is."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.viewmodels.kiosk.birthdate import LENGTHS, Birthdate
from app.viewmodels.kiosk.kiosk import KioskViewModel
from app.viewmodels.kiosk.page_data import BirthdatePage
from app.viewmodels.kiosk.state import KioskState
from app.viewmodels.kiosk.translation import tr
from app.viewmodels.kiosk.words import part_name, problem_of
from app.views.kiosk.pages.base import SplitPage
from app.views.kiosk.skin import GAP, TALL, Skin
from app.views.kiosk.widgets.button import Button, Form
from app.views.kiosk.widgets.keys import ERASE, Keys
from app.views.kiosk.widgets.pad import DIGITS, pad_names
from app.views.kiosk.widgets.part import Part
from app.views.widgets.announcing import announce


class BirthdateView(SplitPage):
    """When were you born?"""

    def __init__(self, model: KioskViewModel, skin: Skin) -> None:
        super().__init__(model, skin)
        self._parts = [Part(skin), Part(skin), Part(skin)]
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for number, part in enumerate(self._parts):
            part.clicked.connect(partial(self._go_to, number))
            row.addWidget(part, 2)
        row.setStretch(2, 3)
        self._next = Button(skin, Form.MAIN)
        self._next.clicked.connect(self._submit)
        self.column.insertLayout(2, row)
        self.column.addWidget(self._next)
        self.column.addStretch(1)
        self._pad = Keys(skin)
        self._pad.lay_out(DIGITS, pad_names())
        self._pad.setMaximumHeight(TALL)
        self._pad.pressed.connect(self._type)
        self.add_keys(self._pad)

    def render_state(self, state: KioskState) -> None:
        """The digits in the language's order, and what is wrong with them."""
        data = state.data
        if not isinstance(data, BirthdatePage):
            return
        self.title.write(tr("When were you born?"))
        self._next.setText(tr("Next"))
        self._pad.name_keys(pad_names())
        birthdate = data.birthdate
        for number, part in enumerate(self._parts):
            name = birthdate.order[number]
            part.show_part(part_name(name), birthdate.parts[number], LENGTHS[name])
            part.setChecked(number == birthdate.at)
        self.notice.write(problem_of(data.problem, state.look.language, birthdate))

    def first(self) -> QWidget:
        """The part that is typed into."""
        data = self._model.state.data
        return self._parts[data.birthdate.at if isinstance(data, BirthdatePage) else 0]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits, Backspace and Enter of a real keyboard."""
        text = event.text()
        if len(text) == 1 and text.isascii() and text.isdigit():
            self._type(text)
        elif event.key() == Qt.Key.Key_Backspace:
            self._type(ERASE)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._submit()
        else:
            super().keyPressEvent(event)

    def _type(self, types: str) -> None:
        identity = self._model.visit.identity
        focused = next((number for number, part in enumerate(self._parts) if part.hasFocus()), None)
        if focused is not None and focused != self._birthdate().at:  # by Tab
            identity.go_to_part(focused)
        before = self._birthdate().at
        identity.erase_digit() if types == ERASE else identity.type_digit(types)
        at = self._birthdate().at
        if any(part.hasFocus() for part in self._parts):
            self._parts[at].setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self._parts[at if types == ERASE or at == before else before].accessibleName())

    def _go_to(self, number: int) -> None:
        self._model.visit.identity.go_to_part(number)

    def _submit(self) -> None:
        self._model.visit.identity.submit_birthdate()

    def _birthdate(self) -> Birthdate:
        data = self._model.state.data
        return data.birthdate if isinstance(data, BirthdatePage) else Birthdate()
