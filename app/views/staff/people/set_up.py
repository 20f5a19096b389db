"""The first person of an office: her Open Dental user, and her PIN twice."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.viewmodels.staff.people.people import PeopleViewModel
from app.viewmodels.translation import tr
from app.views.staff.frame.lock.pin_field import PinField
from app.views.staff.people.user_combo import UserCombo
from app.views.widgets.labels import plain_label


class SetUpForm(QWidget):
    """One panel. She becomes the manager, and adds the others afterwards."""

    def __init__(self, viewmodel: PeopleViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = viewmodel
        self.user = UserCombo(viewmodel, tr("Your Open Dental user"))
        self.pin, self.again = PinField(tr("PIN")), PinField(tr("PIN again"))
        self.button = QPushButton(tr("Set up"))
        self.button.setProperty("kind", "primary")
        self.button.clicked.connect(lambda: self.confirm())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        words = (
            tr("Who works here first? This person manages the others and may do everything."),
            tr(
                "Until then everyone can use the schedule, but no money can be posted. A PIN has at least four "
                "digits; the office's hub stores it for all desks."
            )
            if viewmodel.at_hub
            else tr(
                "Until then everyone can use the schedule, but no money can be posted. A PIN has at least four "
                "digits; it is stored on this PC only."
            ),
        )
        column.addWidget(plain_label(words[0], wrap=True))
        column.addWidget(plain_label(words[1], kind="second", wrap=True))
        for each in (self.user, self.pin, self.again, self.button):
            column.addWidget(each)
        viewmodel.changed.connect(self._show)

    def take_focus(self) -> None:
        """Focus the first field."""
        self.user.setFocus()

    def clear(self) -> None:
        """Forget the PINs."""
        self.pin.clear()
        self.again.clear()

    def confirm(self) -> None:
        """Set her up, or go to the next field."""
        empty = next((each for each in (self.pin, self.again) if not each.text()), None)
        if empty is not None and self.user.user_num:
            empty.setFocus()
            return
        self._model.set_up(self.user.user_num, self.pin.text(), self.again.text())

    def _show(self) -> None:
        self.button.setEnabled(not self._model.busy)
        if not self._model.setting_up:
            self.clear()
