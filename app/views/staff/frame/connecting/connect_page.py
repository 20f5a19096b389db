"""The connection page: the first page of a new installation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.api.modes import Mode
from app.core.later import load_name
from app.core.text import msg
from app.viewmodels.choices import SET_BY_OFFICE
from app.viewmodels.staff.connect import ConnectViewModel
from app.viewmodels.staff.connect_words import CHOICES, Choice
from app.viewmodels.translation import tr
from app.views.theme.fonts import grown
from app.views.widgets.labels import plain_label

if TYPE_CHECKING:  # loads when it is chosen
    from app.views.staff.frame.connecting.hub_fields import HubFields

HUB_FIELDS = "app.views.staff.frame.connecting.hub_fields:HubFields"
WIDTH = 560
HEIGHT = 570
"""Height of the card in pixels with all fields and a message, at the default text size."""
KEPT = msg("Stored on this PC")
HINT = msg("Front Desk works through Open Dental's API. You can change this later.")


class WayButton(QRadioButton):
    """One connection mode. `picked` is emitted only on a click, not when moving with the arrow keys."""

    picked = Signal()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Emit `picked` for a click that selected it."""
        super().mouseReleaseEvent(event)
        if self.isChecked():
            self.picked.emit()


class ConnectPage(QWidget):
    """The connection modes, the fields of the selected one, and one button, which Enter presses from anywhere."""

    def __init__(self, viewmodel: ConnectViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        outer = self._outer = QVBoxLayout(self)
        card = QFrame()
        card.setObjectName("card")
        card.setFixedWidth(WIDTH)
        outer.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(card)
        column.setContentsMargins(32, 28, 32, 24)
        column.setSpacing(8)
        column.addWidget(plain_label(tr("Connect to your office"), kind="heading"))
        self._hint = plain_label(kind="second", wrap=True)
        column.addWidget(self._hint)
        column.addSpacing(8)
        self._group = QButtonGroup(self)
        self._choices: list[WayButton] = []
        for choice in CHOICES:
            self._add_choice(column, choice)
        column.addSpacing(8)
        self._form = QFormLayout()
        self._form.setSpacing(8)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._server = self._field(tr("Server"), tr("SERVER or 192.168.1.10"))
        self._developer = self._field(tr("Developer key"), "", secret=True)
        self._customer = self._field(tr("Customer key"), "", secret=True)
        self._server.setText(viewmodel.server)
        self._server.editingFinished.connect(viewmodel.look_for_keys)
        column.addLayout(self._form)
        self._hub_place = QVBoxLayout()
        column.addLayout(self._hub_place)
        self.hub: HubFields | None = None
        """The fields for the office hub, once that was chosen."""
        self._sentence = plain_label(wrap=True)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self._sentence)
        column.addSpacing(4)
        column.addLayout(self._buttons())
        viewmodel.changed.connect(self._show)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Focus the selected mode."""
        super().showEvent(event)
        self._choices[CHOICES.index(self._viewmodel.choice)].setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the card's top in place whatever it contains, so that nothing moves under the pointer."""
        super().resizeEvent(event)
        self._outer.setContentsMargins(0, max(0, (self.height() - grown(HEIGHT, self.font())) // 2), 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter connects, Esc cancels or goes back, from anywhere on the page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._connect()
        elif event.key() == Qt.Key.Key_Escape and self._viewmodel.can_go_back:
            self._viewmodel.go_back()
        elif event.key() == Qt.Key.Key_Escape and self._viewmodel.state.checking:
            self._viewmodel.cancel()
        else:
            super().keyPressEvent(event)

    def choose_row(self, row: int) -> None:
        """Select the mode in this row, as a click does."""
        self._choices[row].click()

    @property
    def sentence(self) -> str:
        """The page's message about the last try."""
        return self._sentence.text()

    def _add_choice(self, column: QVBoxLayout, choice: Choice) -> None:
        radio = WayButton(tr(choice.title))
        radio.setChecked(choice is self._viewmodel.choice)
        radio.toggled.connect(lambda on: self._viewmodel.choose(choice.mode) if on else None)
        radio.picked.connect(self._focus_first_empty)
        self._group.addButton(radio)
        self._choices.append(radio)
        hint = plain_label(tr(choice.hint), kind="second", wrap=True)
        hint.setContentsMargins(24, 0, 0, 4)
        column.addWidget(radio)
        column.addWidget(hint)

    def _field(self, label: str, placeholder: str, *, secret: bool = False) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(placeholder)
        field.setAccessibleName(label)
        if secret:
            field.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit)
        field.textEdited.connect(lambda _: self._fill())
        self._form.addRow(label, field)
        return field

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self._copy = QPushButton(tr("Copy details"))
        self._copy.setAutoDefault(True)  # Enter on it copies
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._viewmodel.state.details))
        self.connect_button = QPushButton(tr("Connect"))
        self.connect_button.setProperty("kind", "primary")
        self.connect_button.setDefault(True)
        self.connect_button.clicked.connect(lambda: self._connect())
        self.back_button = QPushButton(tr("Back"))
        self.back_button.setAutoDefault(True)  # Enter on it goes back
        self.back_button.setToolTip(tr("Back to the open office") + "  (Esc)")
        self.back_button.clicked.connect(lambda: self._viewmodel.go_back())
        self.today_button = QPushButton(tr("Work for today"))
        self.today_button.setAutoDefault(True)  # Enter on it works for today
        self.today_button.clicked.connect(lambda: self._viewmodel.work_today())
        self.cancel_button = QPushButton(tr("Cancel"))
        self.cancel_button.setAutoDefault(True)  # Enter on it cancels
        self.cancel_button.setToolTip(tr("Stop connecting  (Esc)"))
        self.cancel_button.clicked.connect(lambda: self._viewmodel.cancel())
        row.addWidget(self.back_button)
        row.addStretch(1)
        row.addWidget(self.today_button)
        row.addWidget(self._copy)
        row.addWidget(self.cancel_button)
        row.addWidget(self.connect_button)
        return row

    def _connect(self) -> None:
        self._focus_first_empty()
        self._viewmodel.connect_office()

    def _focus_first_empty(self) -> None:
        """Focus the first field that is still empty, if there is one."""
        if self.hub is not None and not self.hub.isHidden():
            if (field := self.hub.first_empty()) is not None:
                field.setFocus()
            return
        keys = () if self._viewmodel.keys_kept else (self._developer, self._customer)
        fields = (self._server, *keys)
        empty = next((each for each in fields if self._form.isRowVisible(each) and not each.text()), None)
        if empty is not None:
            empty.setFocus()

    def _show_hub(self) -> None:
        """The fields for the office hub, made when it is first chosen."""
        model = self._viewmodel.hub
        if model is not None and self.hub is None:
            self.hub = load_name(HUB_FIELDS)(model)
            self._hub_place.addWidget(self.hub)
        if self.hub is not None:
            self.hub.setVisible(self._viewmodel.choice.mode is Mode.HUB)

    def _fill(self) -> None:
        self._viewmodel.fill(
            server=self._server.text(),
            developer_key=self._developer.text(),
            customer_key=self._customer.text(),
        )

    def _show(self) -> None:
        choice, state = self._viewmodel.choice, self._viewmodel.state
        fixed = self._viewmodel.fixed
        by_office = "mode" in fixed or ("server" in fixed and choice.needs_server)
        self._hint.setText(tr(SET_BY_OFFICE) if by_office else tr(HINT))
        for each, button in zip(CHOICES, self._choices, strict=True):
            button.setEnabled("mode" not in fixed or each is choice)
        self._form.setRowVisible(self._server, choice.needs_server)
        self._server.setEnabled("server" not in fixed)
        self._server.setToolTip(tr(SET_BY_OFFICE) if "server" in fixed else "")
        self._form.setRowVisible(self._developer, choice.needs_key)
        self._form.setRowVisible(self._customer, choice.needs_key)
        self._show_hub()
        for field in (self._developer, self._customer):
            field.setPlaceholderText(tr(KEPT) if self._viewmodel.keys_kept else "")
        self._sentence.setText(state.sentence)
        self._sentence.setVisible(bool(state.sentence))
        self._copy.setVisible(bool(state.details))
        self.today_button.setVisible(state.offer is not None)
        self.connect_button.setText(tr("Start training") if choice.mode is Mode.TRAINING else tr("Connect"))
        self.connect_button.setEnabled(not (state.checking or state.ok))
        self.cancel_button.setVisible(state.checking)
        self.back_button.setVisible(self._viewmodel.office_open)
        self.back_button.setEnabled(self._viewmodel.can_go_back)
