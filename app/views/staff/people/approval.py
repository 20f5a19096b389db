"""Asks a second person to approve with her PIN."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.viewmodels.staff.people.approval import ApprovalViewModel
from app.viewmodels.translation import tr
from app.views.staff.frame.lock.person_buttons import PersonButtons
from app.views.staff.frame.lock.pin_field import PinField
from app.views.theme.fonts import grown
from app.views.widgets.entry_form import ENTER
from app.views.widgets.labels import plain_label

WIDTH = 380


class ApprovalDialog(QDialog):
    """A digit or first letter chooses who approves; Enter approves, Esc cancels. One dialog for all questions."""

    def __init__(self, viewmodel: ApprovalViewModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = viewmodel
        self.setWindowTitle(tr("Approval"))
        self.setFixedWidth(grown(WIDTH, self.font()))
        self._what = plain_label(kind="title", wrap=True)
        self.people = PersonButtons(viewmodel.choose)
        self.pin = PinField(tr("PIN"))
        self._sentence = plain_label(wrap=True)
        self._lay_out()
        viewmodel.opened.connect(self._open)
        viewmodel.changed.connect(self._show)
        viewmodel.cleared.connect(self.pin.clear)
        viewmodel.closed.connect(self.accept)
        self.rejected.connect(viewmodel.cancel)

    @property
    def sentence(self) -> str:
        """Why it was not approved."""
        return self._sentence.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter approves; a digit or letter chooses a person unless the PIN is being typed."""
        if event.key() in ENTER:
            focus = self.focusWidget()
            if not event.isAutoRepeat():
                focus.click() if isinstance(focus, QPushButton) else self._model.approve(self.pin.text())
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.people.step(event.key() == Qt.Key.Key_Down)
        elif event.key() == Qt.Key.Key_Escape or self.pin.hasFocus() or not self._model.press(event.text()):
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(8)
        column.addWidget(self._what)
        column.addWidget(
            plain_label(tr("Someone who may do this has to enter a PIN."), kind="second", wrap=True)
        )
        column.addSpacing(4)
        column.addWidget(self.people)
        column.addWidget(self.pin)
        column.addWidget(self._sentence)
        cancel, self.approve_button = QPushButton(tr("Cancel")), QPushButton(tr("Approve"))
        cancel.setAutoDefault(False)
        self.approve_button.setAutoDefault(False)
        self.approve_button.setProperty("kind", "primary")
        cancel.clicked.connect(self.reject)
        self.approve_button.clicked.connect(lambda: self._model.approve(self.pin.text()))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.approve_button)
        column.addLayout(row)

    def _open(self) -> None:
        self.open()
        (self.pin if self._model.state.chosen else self).setFocus()

    def _show(self) -> None:
        state = self._model.state
        self._what.setText(tr("Approve {what}", what=state.what))
        self.people.show_people(state.people, state.chosen)
        self.pin.setVisible(bool(state.chosen))
        self.approve_button.setEnabled(bool(state.chosen) and not state.busy)
        self._sentence.setText(state.sentence)
        self._sentence.setVisible(bool(state.sentence))
        if state.chosen and not self.pin.hasFocus():
            self.pin.setFocus()
