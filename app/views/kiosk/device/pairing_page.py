"""The page of a kiosk that belongs to no hub yet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QLineEdit, QVBoxLayout, QWidget

from app.viewmodels.kiosk.device.pairing_page import PairingPageViewModel
from app.viewmodels.kiosk.page_data import Entry
from app.viewmodels.kiosk.state import Look
from app.viewmodels.translation import tr
from app.views.kiosk.device.style import (
    TITLE_PIXELS,
    button,
    clear,
    dress,
    label,
    problem_label,
    show_problem,
    sized,
)
from app.views.kiosk.skin import EDGE, Skin
from app.views.kiosk.widgets.keyboard import Keyboard
from app.views.kiosk.widgets.keys import ERASE, SWITCH

KEYS_HEIGHT = 380


class PairingPage(QWidget):
    """Three fields and a button."""

    def __init__(self, model: PairingPageViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        dress(self)
        self.address = _field(tr("Hub"), tr("Name or address of the hub's PC"))
        self.code = _field(tr("Code"), tr("Eight letters and digits"))
        self.name = _field(tr("Name of this kiosk"), tr("As it was named at the desk"))
        self.pair = button(tr("Pair"), main=True)
        self.pair.clicked.connect(model.submit)
        self.leave = button(tr("Cancel") if model.can_leave else tr("Close"))
        self.leave.clicked.connect(model.left)
        self.leave.setVisible(model.can_leave or model.can_close)
        self._problem = problem_label()
        self._looking = label(second=True)
        self._found = QHBoxLayout()
        self._shown: tuple[str, ...] = ()
        self.keyboard = Keyboard(Skin(self.font(), Look()), self)
        self.keyboard.show_for(Entry.STREET, "en")
        self.keyboard.pressed.connect(self._key_touched)
        self._lay_out()
        self.address.setText(model.state.address)
        self.name.setText(model.state.name)
        self.address.textEdited.connect(model.set_address)
        self.code.textEdited.connect(self._code_typed)
        self.name.textEdited.connect(model.set_name)
        model.state_changed.connect(self._show)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with what is missing."""
        super().showEvent(event)
        (self.code if self.model.state.address else self.address).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter pairs."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.model.submit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        form = QVBoxLayout()
        form.setSpacing(10)
        form.addStretch()
        form.addWidget(label(tr("Pair this kiosk"), pixels=TITLE_PIXELS, bold=True))
        hint = tr(
            "Get a code at a desk: Check-in, Check-in PCs, Add check-in PC. It is good for five minutes."
        )
        form.addWidget(label(hint, second=True))
        for field in (self.address, self.code, self.name):
            form.addWidget(label(field.accessibleName()))
            form.addWidget(field)
            if field is self.address:
                form.addWidget(self._looking)
                form.addLayout(self._found)
        form.addWidget(self._problem)
        buttons = QHBoxLayout()
        buttons.addWidget(self.leave)
        buttons.addWidget(self.pair, 1)
        form.addLayout(buttons)
        form.addStretch()
        self.keyboard.setFixedHeight(KEYS_HEIGHT)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._halves.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self._halves.setSpacing(EDGE)
        self._halves.setSizeConstraint(
            QLayout.SizeConstraint.SetNoConstraint
        )  # hidden, it must not widen the window
        self._halves.addLayout(form, 1)
        self._halves.addWidget(self.keyboard, 1, Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The keyboard is beside the fields, or below them on an upright screen."""
        super().resizeEvent(event)
        upright = self.height() > self.width()
        self._halves.setDirection(
            QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight
        )

    def _key_touched(self, types: str) -> None:
        """A key of the on-screen keyboard types into the field that has the focus."""
        field = self.focusWidget()
        if not isinstance(field, QLineEdit) or types == SWITCH:
            return
        if types == ERASE:
            field.backspace()
        else:
            field.insert(types)
        field.textEdited.emit(field.text())

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
        self._looking.setText(tr("Looking for hubs on this network…") if state.looking else "")
        self._looking.setVisible(state.looking)
        show_problem(self._problem, state.message)
        self.pair.setEnabled(state.can_pair)
        self.pair.setText(tr("Pairing…") if state.busy else tr("Pair"))
        for field in (self.address, self.code, self.name):
            field.setEnabled(not state.busy)
        self._offer()

    def _offer(self) -> None:
        """A button for each hub that was found."""
        found = tuple(each.address for each in self.model.state.found)
        if found == self._shown:
            return
        self._shown = found
        clear(self._found)
        for each in self.model.state.found:
            made = button(f"{each.name} · {each.address}")
            made.clicked.connect(lambda _=False, address=each.address: self.model.set_address(address))
            self._found.addWidget(made)


def _field(name: str, hint: str) -> QLineEdit:
    """A field without a menu, undo or completion of what was typed before."""
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(hint)
    field.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
    sized(field)
    return field
