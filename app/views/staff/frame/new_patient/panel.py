"""The panel for a new patient: what is asked for first, the rest behind one step, and who is already a patient."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.core.present import present
from app.viewmodels.staff.new_patient.fields import ASKED, FIRST, OF_A_RELATIVE, REST
from app.viewmodels.staff.new_patient.form import NewPatientViewModel
from app.viewmodels.staff.new_patient.state import Phase
from app.viewmodels.translation import tr
from app.views.staff.frame.new_patient.fields import Entry, FieldForm
from app.views.staff.frame.new_patient.relative_box import RelativeBox
from app.views.staff.frame.new_patient.twins_box import TwinsBox
from app.views.theme.icons import Icon
from app.views.theme.theme import Theme
from app.views.widgets.announcing import announce
from app.views.widgets.entry_form import KeepsLetters
from app.views.widgets.fitting import FittingScroll
from app.views.widgets.labels import breakable, plain_label

AROUND = 8
"""Pixels kept free above and below the field with the focus."""
ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NewPatientPanel(KeepsLetters):
    """Enter adds the patient, or goes to what is missing; Esc closes it and keeps what was entered."""

    def __init__(self, model: NewPatientViewModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self._title = plain_label(kind="title", wrap=True)
        self._note, self.note_button = plain_label(kind="second", wrap=True), QPushButton()
        self.note_button.setProperty("kind", "link")
        self._refusal = plain_label(kind="alert", wrap=True)
        self.is_relative = QCheckBox()
        self._first, self._relative = FieldForm(FIRST, model), RelativeBox(model.relative)
        self.more = QPushButton()
        self.more.setProperty("kind", "link")
        self.more.setCheckable(True)
        self._rest = FieldForm(REST, model)
        self._down, self._up = theme.icon(Icon.DOWN, size=16), theme.icon(Icon.UP, size=16)
        self.twins = TwinsBox()
        self._waits = plain_label(wrap=True)
        self.cancel, self.add = QPushButton(tr("Cancel")), QPushButton()
        self.add.setProperty("kind", "primary")
        self._told: tuple[str, ...] = ()
        self._lay_out()
        self._follow()
        self._show()

    @property
    def entries(self) -> dict[str, Entry]:
        """The fields' widgets by the fields' ids."""
        return {**self._first.entries, **self._rest.entries}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the focused button, else adds the patient; Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.model.finished.emit()
        elif event.key() in ENTERS:
            focus = self.focusWidget()
            if event.isAutoRepeat() or self.model.state.phase is Phase.SENDING:
                return  # a second Enter neither adds nor closes
            if isinstance(focus, QAbstractButton) and not isinstance(focus, QCheckBox):
                focus.click()
            else:
                self.model.save()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Scroll to a field that gets the focus, with what is wrong with it; Qt scrolls to the cursor only."""
        if event.type() is QEvent.Type.FocusIn and isinstance(watched, QWidget):
            line = present(watched.parentWidget())
            top = line.mapTo(present(self._scroll.widget()), QPoint()).y()
            self._scroll.ensureVisible(0, top + line.height(), 0, AROUND)
            self._scroll.ensureVisible(0, top, 0, AROUND)
        return super().eventFilter(watched, event)

    def begin(self) -> None:
        """Focus the first empty field."""
        texts = self.model.state.draft.texts
        names = OF_A_RELATIVE if self.model.relative.choice.on else ASKED
        empty = (name for name in names if not texts.get(name, "").strip())
        skipped = ("LName",) if self.model.relative.choice.on else ()
        self.more.setChecked(False)
        self._go_to(next((name for name in empty if name not in skipped), ASKED[-1]))

    def _lay_out(self) -> None:
        note = QHBoxLayout()
        note.addWidget(self._note, 1)
        note.addWidget(self.note_button)
        self._fields = QWidget()
        fields = _column(self._fields)
        for widget in (self.is_relative, self._first, self._relative):
            fields.addWidget(widget)
        fields.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        fields.addWidget(self._rest)
        entries = QWidget()
        column = _column(entries)
        column.addWidget(self._title)
        column.addLayout(note)
        for part in (self._refusal, self._fields, self._waits):
            column.addWidget(part)
        self._scroll = FittingScroll(entries)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.add, 1)
        whole = _column(self)
        whole.addWidget(self._scroll)
        whole.addWidget(
            self.twins
        )  # nothing in it wraps: then the panel, not the scroll area, would follow its height
        whole.addLayout(buttons)
        whole.addStretch(1)

    def _follow(self) -> None:
        model = self.model
        for entry in self.entries.values():
            entry.installEventFilter(self)
        self.note_button.clicked.connect(self._on_note)
        self.is_relative.toggled.connect(model.relative.turn)
        self.more.toggled.connect(self._show_rest)
        self.twins.used.connect(model.use)
        self.cancel.clicked.connect(lambda: model.finished.emit())
        self.add.clicked.connect(lambda: model.save(anyway=model.state.blocked))
        model.changed.connect(self._show)
        model.sources.changed.connect(self._show)
        model.missing.connect(self._go_to)

    def _on_note(self) -> None:
        """The other form is asked for, or an empty one."""
        if self.model.state.resumed:
            self.model.start_over()
        else:
            self.model.go_on()
        self.begin()

    def _show_rest(self, shown: bool) -> None:  # the button's value
        if shown:
            self.model.sources.read()
        self._show()
        (self.entries[REST[0]] if shown else self.more).setFocus()

    def _go_to(self, missing: str) -> None:
        if missing == "twins":
            if self.twins.buttons:
                self.twins.buttons[0].setFocus()
            return
        if missing in self._rest.entries:
            self.more.setChecked(True)
        entry = self.entries[missing]
        entry.setFocus()
        if problem := self.model.state.problems.get(missing):
            announce(entry, problem, urgent=True)

    def _show(self) -> None:
        state, entering = self.model.state, self.model.state.is_entering
        focus = QApplication.focusWidget()
        if not entering and focus is not None and self.isAncestorOf(focus):
            self.cancel.setFocus()  # before the fields are disabled, which would leave the focus nowhere
        goes_on = entering and not self._fields.isEnabled() and self.cancel.hasFocus()
        choice = self.model.relative.choice
        self._title.setText(state.title)
        self._show_note()
        reason = state.why_not or state.refusal
        self._refusal.setText(breakable(reason))
        self._refusal.setVisible(bool(reason))
        with QSignalBlocker(self.is_relative):
            self.is_relative.setChecked(choice.on)
        self.is_relative.setText(tr("Family member of {name}", name=choice.name))
        self.is_relative.setVisible(bool(choice.pat_num))
        for form in (self._first, self._rest):
            form.fill(state.draft.texts, state.problems)
        self._relative.fill()
        self.more.setText(tr("Fewer fields") if self.more.isChecked() else tr("More fields"))
        self.more.setIcon(self._up if self.more.isChecked() else self._down)
        self._rest.setVisible(self.more.isChecked())
        self._fields.setVisible(state.phase in (Phase.ENTERING, Phase.SENDING))
        self._fields.setEnabled(entering)
        self.twins.fill(state.twins_title, state.shown_twins if entering else ())
        for before, after in pairwise((list(self.entries.values())[-1], *self.twins.buttons, self.cancel)):
            QWidget.setTabOrder(before, after)
        self._tell_twins()
        self._waits.setText(f"{state.draft.name}\n{state.waits}" if state.waits else "")
        self._waits.setVisible(bool(state.waits))
        self.cancel.setText(tr("Cancel") if entering else tr("Close"))
        self.add.setText(state.action)
        self.add.setEnabled(entering and not state.why_not)
        self.add.setVisible(not state.waits)
        if goes_on:
            self._go_to(FIRST[0])

    def _show_note(self) -> None:
        state = self.model.state
        words = tr("You began this earlier.") if state.resumed else ""
        if not words and state.unfinished and state.is_entering:
            words = tr("Unfinished: {name}", name=state.unfinished)
        self._note.setText(breakable(words))
        self.note_button.setText(tr("Start over") if state.resumed else tr("Continue"))
        for widget in (self._note, self.note_button):
            widget.setVisible(bool(words))

    def _tell_twins(self) -> None:
        """Say it to a screen reader when somebody new appears among them."""
        names = tuple(twin.spoken for twin in self.model.state.shown_twins)
        if names and names != self._told:
            announce(self.twins, f"{self.model.state.twins_title} {names[0]}")
        self._told = names


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    return column
