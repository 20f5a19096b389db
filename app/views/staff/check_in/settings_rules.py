"""What the check-in PCs ask, whom they send to the desk, what becomes a task, and the exit PIN."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from app.core.text import msg
from app.domain.people.pins import MOST_DIGITS
from app.viewmodels.staff.check_in.settings import CheckInSettingsViewModel
from app.viewmodels.staff.check_in.settings_form import MOST_MINUTES, MOST_UNSEEN
from app.viewmodels.translation import tr
from app.views.staff.check_in.group import SettingsGroup
from app.views.staff.check_in.picker_field import PickerField
from app.views.widgets.combo import CalmSpin
from app.views.widgets.labels import plain_label
from app.views.widgets.name_combo import NameCombo
from app.wire.hub.check_in import TaskAbout
from app.wire.hub.kiosk import Question

QUESTIONS = {
    Question.CONTACT: msg("Is your contact data still right?"),
    Question.HEALTH: msg("Has your health changed?"),
    Question.INSURANCE: msg("Has your insurance changed?"),
}


BETWEEN = 8
"""Pixels above a group's title, besides those between two rows."""


class RulesForm(QWidget):
    """Groups of fields, one below the other."""

    def __init__(self, model: CheckInSettingsViewModel) -> None:
        super().__init__()
        self._model = model
        self.questions = {each: QCheckBox(tr(words)) for each, words in QUESTIONS.items()}
        for each, box in self.questions.items():
            box.toggled.connect(lambda on, each=each: model.form.ask(each, asked=on))
        self.balance = QCheckBox(tr("Patients may ask for their balance"))
        self.balance.toggled.connect(lambda on: model.form.show_balance(shown=on))
        self.early = _minutes(tr("Minutes before the appointment"), MOST_MINUTES)
        self.early.valueChanged.connect(lambda value: model.form.windows(early=value))
        self.late = _minutes(tr("Minutes after the appointment's start"), MOST_MINUTES)
        self.late.valueChanged.connect(lambda value: model.form.windows(late=value))
        self.unseen = _minutes(tr("Minutes until an unseen check-in becomes a task"), MOST_UNSEEN)
        self.unseen.setSpecialValueText(tr("Never", "no task is made"))
        self.unseen.valueChanged.connect(lambda value: model.form.unseen_minutes(value))
        self.patients = PickerField(model.form.patients, tr("Patients"), tr("Add a patient by name"))
        self.providers = PickerField(model.form.providers, tr("Providers"), tr("Add a provider by name"))
        self.types = PickerField(
            model.form.types, tr("Appointment types"), tr("Add an appointment type by name")
        )
        self.unseen_list, self.answers_list = NameCombo(), NameCombo()
        for combo, name, about in (
            (self.unseen_list, tr("Task list for unseen check-ins"), TaskAbout.ARRIVAL),
            (self.answers_list, tr("Task list for health and insurance"), TaskAbout.ANSWERS),
        ):
            combo.setAccessibleName(name)
            combo.activated.connect(
                lambda at, about=about: model.form.task_list(about, model.form.task_lists[at][0])
            )
        self.pin, self.again = _pin(tr("New exit PIN")), _pin(tr("The same PIN again"))
        for field in (self.pin, self.again):
            field.textEdited.connect(lambda _: model.form.exit_pin(self.pin.text(), self.again.text()))
        self._pin_state = plain_label(kind="second", wrap=True)
        self._lay_out()
        model.changed.connect(self._show)
        self._show()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(plain_label(tr("Questions"), kind="title"))
        for box in (*self.questions.values(), self.balance):
            column.addWidget(box)
        column.addSpacing(BETWEEN)
        column.addWidget(plain_label(tr("When patients may check in"), kind="title"))
        column.addLayout(
            SettingsGroup(
                (tr("Before the start, up to"), self.early), (tr("After the start, up to"), self.late)
            )
        )
        column.addSpacing(BETWEEN)
        column.addWidget(plain_label(tr("Who must see the desk"), kind="title"))
        column.addLayout(
            SettingsGroup(
                (tr("Patients"), self.patients),
                (tr("Providers"), self.providers),
                (tr("Appointment types"), self.types),
            )
        )
        column.addSpacing(BETWEEN)
        column.addWidget(plain_label(tr("Tasks"), kind="title"))
        column.addLayout(
            SettingsGroup(
                (tr("Not seen for"), self.unseen),
                (tr("Unseen check-ins go to"), self.unseen_list),
                (tr("Health and insurance go to"), self.answers_list),
            )
        )
        column.addSpacing(BETWEEN)
        column.addWidget(plain_label(tr("Exit PIN"), kind="title"))
        column.addWidget(self._pin_state)
        column.addLayout(SettingsGroup((tr("New PIN"), self.pin), (tr("Again"), self.again)))

    def _show(self) -> None:
        model, rules = self._model, self._model.form.rules
        for question, box in self.questions.items():
            _check(box, on=question in model.form.setup.questions)
        _check(self.balance, on=model.form.setup.shows_balance)
        for spin, value in (
            (self.early, rules.windows.early),
            (self.late, rules.windows.late),
            (self.unseen, rules.unseen_minutes),
        ):
            with QSignalBlocker(spin):
                spin.setValue(value)
        lists = model.form.task_lists
        numbers = [number for number, _ in lists]
        for combo, chosen in (
            (self.unseen_list, rules.unseen_task_list),
            (self.answers_list, rules.answers_task_list),
        ):
            texts = [title for _, title in lists]
            combo.show_texts(texts, numbers.index(chosen) if chosen in numbers else -1)
        if not any(model.form.pins):
            self.pin.clear()
            self.again.clear()
        self._pin_state.setText(
            tr("A PIN is set. Staff leave the kiosk with it.")
            if model.has_exit_pin
            else tr("No PIN is set, so nobody can leave the kiosk. Set one.")
        )
        self._allow(may=model.may_change)

    def _allow(self, *, may: bool) -> None:
        fields = (*self.questions.values(), self.balance, self.early, self.late, self.unseen)
        for field in (*fields, self.unseen_list, self.answers_list, self.pin, self.again):
            field.setEnabled(may)
        for picker in (self.patients, self.providers, self.types):
            picker.allow(allowed=may)


def _minutes(name: str, most: int) -> CalmSpin:
    spin = CalmSpin()
    spin.setRange(0, most)
    spin.setSuffix(" " + tr("min"))
    spin.setAccessibleName(name)
    return spin


def _pin(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setMaxLength(MOST_DIGITS)
    field.setAccessibleName(name)
    return field


def _check(box: QCheckBox, *, on: bool) -> None:
    with QSignalBlocker(box):
        box.setChecked(on)
