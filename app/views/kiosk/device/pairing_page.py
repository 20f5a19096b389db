"""The page of a kiosk that belongs to no hub yet."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.viewmodels.kiosk.device.look import StaffLook
from app.viewmodels.kiosk.device.pairing_page import PairingPageViewModel
from app.viewmodels.kiosk.page_data import Entry
from app.viewmodels.translation import tr
from app.views.kiosk.device.page import DevicePage, Halves
from app.views.kiosk.device.style import (
    TITLE_PIXELS,
    button,
    clear,
    field,
    label,
    problem_label,
    show_problem,
)
from app.views.kiosk.skin import GAP, TALL
from app.views.kiosk.widgets.keyboard import Keyboard
from app.views.kiosk.widgets.keys import ERASE, SWITCH

FOUND_IN_A_ROW = 3


class PairingPage(DevicePage):
    """Three fields and a button."""

    def __init__(self, model: PairingPageViewModel, look: StaffLook, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.model = model
        self._title, self._hint = label(pixels=TITLE_PIXELS, bold=True), label(second=True)
        self.address, self.code, self.name = field(), field(), field()
        self._fields = {self.address: Entry.HUB, self.code: Entry.HUB, self.name: Entry.STREET}
        self._names = {each: label() for each in self._fields}
        self._typing = self.address
        """The field that the on-screen keyboard types into."""
        self.pair, self.leave = button(main=True), button()
        self.leave.setVisible(model.can_leave or model.can_close)
        self._problem, self._looking = problem_label(), label(second=True)
        self._found = QGridLayout()
        self._shown: tuple[str, ...] = ()
        self.keyboard = Keyboard(self.skin)
        self.keyboard.setFixedHeight(TALL)
        self._halves = Halves(self.body, self._form(), self.keyboard)
        self.address.setText(model.state.address)
        self.name.setText(model.state.name)
        self._connect()
        self.restyle()

    def write(self) -> None:
        """All texts."""
        self._title.setText(tr("Pair this kiosk"))
        self._hint.setText(
            tr("Get a code at a desk: Check-in, Check-in PCs, Add check-in PC. It is good for five minutes.")
        )
        for each, name, hint in (
            (self.address, tr("Hub"), tr("Name or address of the hub's PC")),
            (self.code, tr("Code"), tr("Eight letters and digits")),
            (self.name, tr("Name of this kiosk"), tr("As it was named at the desk")),
        ):
            self._names[each].setText(name)
            each.setAccessibleName(name)
            each.setPlaceholderText(hint)
        self._looking.setText(tr("Looking for hubs on this network…"))
        self.leave.setText(tr("Cancel") if self.model.can_leave else tr("Close"))
        self.keyboard.rename()
        self._show()
        self._show_keys()

    def arrange(self, portrait: bool) -> None:
        """The keyboard is beside the fields, or below them on an upright screen."""
        self._halves.arrange(portrait)

    def spoken(self) -> str:
        """What it is, and where the code comes from."""
        return f"{self._title.text()}. {self._hint.text()}"

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with what is missing."""
        super().showEvent(event)
        (self.code if self.model.state.address else self.address).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter pairs, and Esc leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.model.submit()
        elif event.key() == Qt.Key.Key_Escape and self.model.can_leave:
            self.leave.click()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The on-screen keyboard types into the field that had the focus last, and has its keys."""
        if event.type() is QEvent.Type.FocusIn and isinstance(watched, QLineEdit):
            self._typing = watched
            self._show_keys()
        return super().eventFilter(watched, event)

    def _form(self) -> QWidget:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addStretch()
        column.addWidget(self._title)
        column.addWidget(self._hint)
        column.addWidget(self._problem)
        for each, name in self._names.items():
            name.setBuddy(each)
            row = QHBoxLayout()
            row.setSpacing(GAP)
            row.addWidget(name)
            if each is self.address:
                name.setWordWrap(False)
                row.addWidget(self._looking, 1)
                row.addLayout(self._found, 1)
            column.addLayout(row)
            column.addWidget(each)
        buttons = QHBoxLayout()
        buttons.addWidget(self.leave)
        buttons.addWidget(self.pair, 1)
        column.addSpacing(8)
        column.addLayout(buttons)
        column.addStretch()
        return form

    def _connect(self) -> None:
        self.pair.clicked.connect(self.model.submit)
        self.leave.clicked.connect(self.model.left)
        self.address.textEdited.connect(self.model.set_address)
        self.code.textEdited.connect(self._code_typed)
        self.name.textEdited.connect(self.model.set_name)
        self.keyboard.pressed.connect(self._key_touched)
        self.model.state_changed.connect(self._show)
        for each in self._fields:
            each.installEventFilter(self)

    def _key_touched(self, types: str) -> None:
        """A key of the on-screen keyboard."""
        target = self._typing
        if types == SWITCH or target.isReadOnly():
            return
        if types == ERASE:
            target.backspace()
        else:
            target.insert(types)
        target.textEdited.emit(target.text())

    def _show_keys(self) -> None:
        self.keyboard.show_for(self._fields[self._typing], self.look.state.look.language)

    def _code_typed(self, text: str) -> None:
        """The field keeps only what can be in a code."""
        self.model.set_code(text)
        if self.code.text() != self.model.state.code:
            self.code.setText(self.model.state.code)

    def _show(self) -> None:
        state = self.model.state
        if self.address.text().strip() != state.address.strip():
            self.address.setText(state.address)
            if state.address and not state.code:  # a hub was found or chosen: the code is what is missing
                self.code.setFocus()
        if self.code.text() != state.code:
            self.code.setText(state.code)
            self.code.setFocus()
        self._looking.setVisible(state.looking)
        show_problem(self._problem, tr(state.message))
        self._hint.setVisible(not state.message)  # there is not room for both
        self.pair.setEnabled(state.can_pair)
        self.pair.setText(tr("Pairing…") if state.busy else tr("Pair"))
        for each in self._fields:
            each.setReadOnly(state.busy)  # disabled ones would lose the focus to Cancel
        self._offer()

    def _offer(self) -> None:
        """A button for each hub that was found, unless it is chosen."""
        chosen = self.model.state.address.strip()
        found = tuple(each for each in self.model.state.found if each.address != chosen)
        if tuple(each.address for each in found) == self._shown:
            return
        self._shown = tuple(each.address for each in found)
        clear(self._found)
        names = [each.name for each in found]
        for place, hub in enumerate(found):
            made: QPushButton = button()
            made.setText(hub.name if names.count(hub.name) == 1 else hub.address)
            made.setAccessibleName(f"{hub.name}, {hub.address}")
            made.clicked.connect(lambda _=False, address=hub.address: self.model.set_address(address))
            self._found.addWidget(made, place // FOUND_IN_A_ROW, place % FOUND_IN_A_ROW)
        self.size_texts()
