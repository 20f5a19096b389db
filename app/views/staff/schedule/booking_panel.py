"""The panel that books an appointment, or finds a new time for one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.services.patients.search import PatientHit
from app.viewmodels.staff.find_patient import FindPatientViewModel
from app.viewmodels.staff.schedule.booking import BookingViewModel
from app.views.staff.frame.find_field import FindField
from app.views.theme.fonts import grown
from app.views.theme.theme import Theme
from app.views.widgets.combo import fill
from app.views.widgets.fitting import FittingList, FittingScroll
from app.views.widgets.keys import keeps
from app.views.widgets.labels import breakable, plain_label

NOTE_HEIGHT = 56


class BookingPanel(QWidget):
    """Patient, type or length, provider, first openings, note; Enter books, Esc closes."""

    def __init__(
        self,
        viewmodel: BookingViewModel,
        find: FindPatientViewModel,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self._title = plain_label(kind="title", wrap=True)
        self._about = plain_label(kind="second", wrap=True)
        self.find_field = FindField(find, ("Name, phone or birthdate",), theme)
        self._type, self._length, self._provider = QComboBox(), QComboBox(), QComboBox()
        self._form = QFormLayout()
        self._openings = FittingList()
        self._words = plain_label(kind="second", wrap=True)
        self._note = QPlainTextEdit()
        self._new = QCheckBox("New patient")
        self._shown_openings: object = None
        self._lay_out()
        self._follow(find)
        self._show()

    def event(self, event: QEvent) -> bool:
        """Keep letters for the fields and lists in here."""
        if keeps(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter books, Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self._viewmodel.finished.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._viewmodel.book()
        else:
            super().keyPressEvent(event)

    def begin(self) -> None:
        """Take the focus where typing starts."""
        (self.find_field if self._viewmodel.state.asks_who else self._openings).setFocus()

    def _lay_out(self) -> None:
        entries = QWidget()
        column = QVBoxLayout(entries)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setSpacing(8)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for label, field in (("Type", self._type), ("Length", self._length), ("With", self._provider)):
            field.setAccessibleName(label)
            self._form.addRow(label, field)
        self._openings.setAccessibleName("First openings")
        self._openings.setProperty("kind", "lines")
        self._note.setPlaceholderText("Note")
        self._note.setAccessibleName("Note")
        self._note.setFixedHeight(grown(NOTE_HEIGHT, self.font()))
        self._note.setTabChangesFocus(True)
        openings_title = plain_label("First openings", kind="second")
        column.addWidget(self._title)
        column.addWidget(self._about)
        column.addWidget(self.find_field)
        column.addLayout(self._form)
        for widget in (openings_title, self._openings, self._words, self._note, self._new):
            column.addWidget(widget)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(FittingScroll(entries))
        whole.addLayout(self._buttons())  # always in sight, whatever the entries need
        whole.addStretch(1)

    def _follow(self, find: FindPatientViewModel) -> None:
        viewmodel = self._viewmodel
        self._type.activated.connect(lambda: viewmodel.set_type(self._type.currentData()))
        self._length.activated.connect(lambda: viewmodel.set_minutes(self._length.currentData()))
        self._provider.activated.connect(lambda: viewmodel.set_provider(self._provider.currentData()))
        self._openings.currentRowChanged.connect(self._choose)
        self._openings.itemActivated.connect(lambda _: viewmodel.book())
        self._note.textChanged.connect(lambda: viewmodel.set_note(self._note.toPlainText()))
        self._new.toggled.connect(viewmodel.set_new_patient)
        viewmodel.changed.connect(self._show)
        find.chosen.connect(self._take)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        cancel = QPushButton("Cancel")
        cancel.clicked.connect(lambda: self._viewmodel.finished.emit())
        self._schedule = QPushButton("Book")
        self._schedule.setProperty("kind", "primary")
        self._schedule.clicked.connect(lambda: self._viewmodel.book())
        row.addWidget(cancel)
        row.addWidget(self._schedule, 1)
        return row

    def _take(self, hit: PatientHit) -> None:
        self._openings.setFocus()  # before the field, which is done, hands the focus on
        self._viewmodel.set_person(hit.person)

    def _choose(self, row: int) -> None:
        if row >= 0 and row != self._viewmodel.state.chosen:
            self._viewmodel.choose(row)

    def _show(self) -> None:
        state = self._viewmodel.state
        self._title.setText(breakable(state.title))
        self._about.setText(breakable(state.about))
        self._about.setVisible(bool(state.about))
        self.find_field.setVisible(state.asks_who)
        self._note.setVisible(state.asks_what)
        if self._note.toPlainText() != state.note:
            self._note.setPlainText(state.note)
        self._new.setVisible(state.asks_what)
        self._new.setChecked(state.new_patient)
        fill(self._type, self._viewmodel.choices.types, state.type_num)
        fill(self._length, state.lengths, state.minutes)
        fill(self._provider, self._viewmodel.choices.providers, state.prov_num)
        for field in (self._type, self._length):
            self._form.setRowVisible(field, state.asks_what)
        self._show_openings()
        self._words.setText(state.below)
        self._words.setVisible(bool(state.below))
        self._schedule.setText(state.deed)
        self._schedule.setEnabled(state.ready)

    def _show_openings(self) -> None:
        state = self._viewmodel.state
        if self._shown_openings is not state.openings:
            self._shown_openings = state.openings
            self._openings.show_rows(row.text for row in state.openings)
        self._openings.setCurrentRow(-1 if state.chosen is None else state.chosen)
