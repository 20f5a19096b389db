"""The page of a kiosk that belongs to no hub yet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.viewmodels.kiosk.device.pairing_page import PairingPageViewModel
from app.viewmodels.translation import tr
from app.views.kiosk.device.style import (
    COLUMN,
    TITLE_PIXELS,
    button,
    label,
    problem_label,
    show_problem,
    sized,
    style_of_page,
)


class PairingPage(QWidget):
    """Three fields and a button."""

    def __init__(self, model: PairingPageViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.setStyleSheet(style_of_page())
        self.address = _field(tr("Hub"), tr("Name or address of the hub's PC"))
        self.code = _field(tr("Code"), tr("Eight letters and digits"))
        self.name = _field(tr("Name of this kiosk"), tr("For example: Front door"))
        self.pair = button(tr("Pair"), main=True)
        self.pair.clicked.connect(model.submit)
        self.leave = button(tr("Cancel") if model.can_leave else tr("Close"))
        self.leave.clicked.connect(model.left)
        self.leave.setVisible(model.can_leave or model.can_close)
        self._problem = problem_label()
        self._looking = label(second=True)
        self._found = QHBoxLayout()
        self._shown: tuple[str, ...] = ()
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
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addStretch()
        column.addWidget(label(tr("Pair this kiosk"), pixels=TITLE_PIXELS, bold=True))
        column.addWidget(
            label(
                tr("Make a code at a desk: Kiosks, then Pair a kiosk. It is good for five minutes."),
                second=True,
            )
        )
        for field in (self.address, self.code, self.name):
            column.addWidget(label(field.accessibleName()))
            column.addWidget(field)
            if field is self.address:
                column.addWidget(self._looking)
                column.addLayout(self._found)
        column.addWidget(self._problem)
        column.addWidget(self.pair)
        column.addWidget(self.leave)
        column.addStretch()
        holder = QWidget()
        holder.setMaximumWidth(COLUMN)
        holder.setLayout(column)
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addWidget(holder, 8)
        row.addStretch(1)

    def _code_typed(self, text: str) -> None:
        """The field keeps only what can be in a code."""
        self.model.set_code(text)
        if self.code.text() != self.model.state.code:
            self.code.setText(self.model.state.code)

    def _show(self) -> None:
        state = self.model.state
        if self.address.text().strip() != state.address.strip():
            self.address.setText(state.address)
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
        while (item := self._found.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
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
