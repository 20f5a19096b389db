"""The fields of the panel: a line, or a list to choose from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.viewmodels.inline.edit import FieldSpec
from app.viewmodels.staff.new_patient.fields import is_shown
from app.viewmodels.staff.new_patient.form import NewPatientViewModel
from app.viewmodels.translation import typed
from app.views.theme.fonts import grown
from app.views.widgets.combo import CalmCombo
from app.views.widgets.labels import plain_label

REFERRAL = "referral"
STATE, BESIDE = "State", "Zip"  # words: fields of the API
STATE_WIDTH = 56
Entry = QLineEdit | QComboBox


def make_entry(field: FieldSpec, model: NewPatientViewModel) -> Entry:
    """The widget of a field; it passes every change on."""
    name = field.id
    if field.kind.choices:
        combo = CalmCombo()
        combo.activated.connect(lambda at: model.type_text(name, str(at)))
        entry: Entry = combo
    else:
        line = QLineEdit()
        line.textEdited.connect(lambda text: model.type_text(name, text))
        line.editingFinished.connect(lambda: model.leave_field(name))
        entry = line
    entry.setAccessibleName(typed(field.label))
    entry.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    entry.setMinimumWidth(1)
    return entry


def show_entry(entry: Entry, field: FieldSpec, text: str, *, hint: str, problem: str) -> None:
    """Show a field's text, or what it will have without one, and whether something is wrong with it."""
    if isinstance(entry, QComboBox):
        titles = [typed(each.title) for each in field.kind.choices]
        with QSignalBlocker(entry):
            if [entry.itemText(at) for at in range(entry.count())] != titles:
                entry.clear()
                entry.addItems(titles)
            entry.setCurrentIndex(int(text) if text else -1)
        entry.setPlaceholderText(hint)
    else:
        if entry.text() != text:
            entry.setText(text)
        entry.setPlaceholderText(hint)
    if bool(entry.property("wrong")) != bool(problem):
        entry.setProperty("wrong", bool(problem))
        entry.style().unpolish(entry)
        entry.style().polish(entry)
    entry.setToolTip(problem)
    entry.setAccessibleDescription(problem)


def labels_width(model: NewPatientViewModel, widget: QWidget) -> int:
    """The width in pixels that fits every field's name."""
    measure = widget.fontMetrics().horizontalAdvance
    return max(measure(typed(field.label)) for field in model.fields.values())


class Line(QWidget):
    """A field, and below it what is wrong with it."""

    def __init__(self, *entries: Entry) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(8)
        for entry in entries:
            row.addWidget(entry)
        column.addLayout(row)
        self._words = plain_label(kind="alert", wrap=True)
        self._words.hide()
        column.addWidget(self._words)

    def say(self, words: str) -> None:
        """Show what is wrong; empty: nothing is."""
        self._words.setText(words)
        self._words.setVisible(bool(words))


class FieldForm(QWidget):
    """Some of the fields, with their names at the left; the ZIP code is beside the state."""

    def __init__(self, names: Sequence[str], model: NewPatientViewModel) -> None:
        super().__init__()
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(12)
        self._form.setVerticalSpacing(8)
        self._width = labels_width(model, self)
        self._model = model
        self.entries = {name: make_entry(model.fields[name], model) for name in names}
        self._lines: dict[str, Line] = {}
        for name, entry in self.entries.items():
            if name != BESIDE:
                self._add(name, entry, typed(model.fields[name].label))

    def fill(self, texts: Mapping[str, str], problems: Mapping[str, str]) -> None:
        """Show the texts, and what is wrong with them."""
        model = self._model
        for name, entry in self.entries.items():
            hint, problem = model.hint(name), problems.get(name, "")
            show_entry(entry, model.fields[name], texts.get(name, ""), hint=hint, problem=problem)
        if REFERRAL in self.entries:
            why_not = typed(model.sources.why_not)
            self.entries[REFERRAL].setEnabled(not why_not)
            self.entries[REFERRAL].setToolTip(why_not)
        for name, line in self._lines.items():
            line.say(problems.get(name, ""))
            self._form.setRowVisible(line, is_shown(model.fields[name]))

    def _add(self, name: str, entry: Entry, title: str) -> None:
        label = plain_label(title, kind="second")
        label.setMinimumWidth(self._width)
        label.setFixedHeight(entry.sizeHint().height())
        label.setBuddy(entry)
        entries = [entry]
        if name == STATE:
            entry.setFixedWidth(grown(STATE_WIDTH, self.font()))
            entries.append(self.entries[BESIDE])
        line = self._lines[name] = Line(*entries)
        self._form.addRow(label, line)
