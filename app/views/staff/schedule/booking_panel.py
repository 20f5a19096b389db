"""The panel to book an appointment, or to find a new time for one."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.services.patients.search import PatientHit
from app.viewmodels.staff.find_patient import FindPatientViewModel
from app.viewmodels.staff.schedule.booking.booking import BookingViewModel
from app.viewmodels.translation import tr
from app.views.staff.frame.find_field import FindField
from app.views.staff.schedule.booking_offers import MoreOpenings, OpeningList, WaitingOffers
from app.views.staff.schedule.booking_words import WordsEntry
from app.views.theme.fonts import grown
from app.views.theme.icons import Icon
from app.views.theme.theme import Theme
from app.views.widgets.announcing import announce
from app.views.widgets.card_rows import CardRows
from app.views.widgets.combo import CalmCombo, fill, mark_wrong
from app.views.widgets.entry_form import KeepsLetters
from app.views.widgets.fitting import FittingScroll
from app.views.widgets.labels import breakable, plain_label

NOTE_HEIGHT = 56
LABELS_WIDTH = 64
"""Width of the label column in pixels, at the default text size."""
ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class BookingPanel(KeepsLetters):
    """Patient, type, length, provider, next openings, note. Enter books, or moves to what is missing; Esc closes."""

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
        self._other = QToolButton()
        self._other.setIcon(theme.icon(Icon.SEARCH, size=16))
        self._refusal = plain_label(kind="alert", wrap=True)
        self._who = plain_label(kind="second", wrap=True)
        self._who.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._about = CardRows(selectable=True)
        self.find_field = FindField(find, (tr("Name, phone, or birthdate"),), theme)
        self.words = WordsEntry(viewmodel.asking, theme)
        self._type, self._length, self._provider = CalmCombo(), CalmCombo(), CalmCombo()
        self._offers = WaitingOffers(viewmodel.choose_waiting)
        self._form = QFormLayout()
        self._openings = OpeningList(viewmodel)
        self._words = plain_label(kind="second", wrap=True)
        self._more = MoreOpenings(viewmodel)
        self._note = QPlainTextEdit()
        self._new, self._here = QCheckBox(tr("New patient")), QCheckBox(tr("Patient is here"))
        self._cancel, self._change, self._book = (
            QPushButton(tr("Cancel")),
            QPushButton(tr("Change")),
            QPushButton(),
        )
        self._was_new = True
        self._name()
        self._lay_out()
        self._follow(find)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the focused button, else books; Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self._viewmodel.finished.emit()
        elif event.key() in ENTERS:
            focus = self.focusWidget()
            if focus is self.words.field and self._viewmodel.asking.text.strip():
                self._viewmodel.asking.confirm()
            elif isinstance(focus, QAbstractButton) and not isinstance(focus, QCheckBox):
                focus.click()
            elif not event.isAutoRepeat():  # auto-repeat books nothing
                self._viewmodel.book()
        else:
            super().keyPressEvent(event)

    def begin(self) -> None:
        """Focus the first missing entry."""
        state = self._viewmodel.state
        if state.refusal:
            self._book.setFocus()
        elif state.needs_patient:
            self.find_field.setFocus()
        else:
            self._after_patient().setFocus()

    def _after_patient(self) -> QWidget:
        return self.words.field if self._viewmodel.state.needs_type else self._openings

    def _name(self) -> None:
        other = tr("Change patient")
        self._other.setToolTip(other)
        self._other.setAccessibleName(other)
        self._type.setPlaceholderText(tr("Choose a type"))
        self._here.setToolTip(tr("Mark the appointment as arrived now"))
        self._note.setPlaceholderText(tr("Note"))
        self._note.setAccessibleName(tr("Note"))
        self._note.setFixedHeight(grown(NOTE_HEIGHT, self.font()))
        self._note.setTabChangesFocus(True)
        self._book.setProperty("kind", "primary")
        labels = grown(LABELS_WIDTH, self.font())
        self._about.align(labels)
        fields: tuple[tuple[str, QComboBox], ...] = (
            (tr("Type"), self._type),
            (tr("Length"), self._length),
            (tr("Provider"), self._provider),
        )
        for title, field in fields:
            label = plain_label(title, kind="second")
            label.setMinimumWidth(labels)
            label.setFixedHeight(field.sizeHint().height())
            label.setBuddy(field)
            field.setAccessibleName(title)
            field.setSizePolicy(field.sizePolicy().Policy.Expanding, field.sizePolicy().Policy.Fixed)
            self._form.addRow(label, field)

    def _lay_out(self) -> None:
        entries = QWidget()
        column = QVBoxLayout(entries)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        heading = QHBoxLayout()
        heading.addWidget(self._title, 1)
        heading.addWidget(self._other, alignment=Qt.AlignmentFlag.AlignTop)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(12)
        self._form.setVerticalSpacing(8)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(heading)
        for widget in (self._refusal, self._who, self._about, self.find_field):
            column.addWidget(widget)
        column.addWidget(self._offers)
        column.addWidget(self.words)
        column.addLayout(self._form)
        title = QHBoxLayout()
        title.addWidget(plain_label(tr("Next openings"), kind="second"), 1)
        title.addWidget(self._more)
        column.addLayout(title)
        for below in (self._openings, self._words, self._note, self._new, self._here):
            column.addWidget(below)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._change)
        buttons.addWidget(self._book, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(FittingScroll(entries))
        whole.addLayout(buttons)  # always visible, whatever height the entries need
        whole.addStretch(1)
        self._order()

    def _order(self) -> None:
        order = (
            self._other, self.find_field, self._offers, self.words.field, self._type, self._length, self._provider,
            self._openings, self._more, self._note, self._new, self._here, self._cancel,
            self._change, self._book,
        )  # fmt: skip
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _follow(self, find: FindPatientViewModel) -> None:
        viewmodel = self._viewmodel
        self._other.clicked.connect(self._ask_who)
        self._type.activated.connect(lambda: viewmodel.set_type(self._type.currentData()))
        self._length.activated.connect(lambda: viewmodel.set_minutes(self._length.currentData()))
        self._provider.activated.connect(lambda: viewmodel.set_provider(self._provider.currentData()))
        self._note.textChanged.connect(lambda: viewmodel.set_note(self._note.toPlainText()))
        self._new.toggled.connect(lambda on: viewmodel.mark(new_patient=on))
        self._here.toggled.connect(lambda on: viewmodel.mark(is_here=on))
        self._cancel.clicked.connect(lambda: viewmodel.finished.emit())
        self._change.clicked.connect(self._change_it)
        self._book.clicked.connect(lambda: viewmodel.book())
        viewmodel.changed.connect(self._show)
        viewmodel.missing.connect(self._go_to)
        viewmodel.asking.confirmed.connect(self._go_on)
        self.words.left_below.connect(self._below_words)
        find.chosen.connect(self._take)

    def _take(self, hit: PatientHit) -> None:
        self._after_patient().setFocus()  # before the field, which is done, passes the focus on
        self._viewmodel.set_person(hit.person)

    def _ask_who(self) -> None:
        self._viewmodel.set_person(None)
        self.find_field.setFocus()

    def _change_it(self) -> None:
        self._openings.setFocus()
        self._viewmodel.change()

    def _go_to(self, missing: str) -> None:
        if missing == "patient":
            self.find_field.setFocus()
        elif missing == "type":
            self._type.setFocus()
            mark_wrong(self._type, wrong=True)
            announce(self, self._type.placeholderText(), urgent=True)
        else:
            with QSignalBlocker(self._openings):  # Qt makes the first row current: nobody chose that one
                self._openings.setFocus()
                self._openings.refresh()

    def _go_on(self, understood: bool) -> None:
        """Enter in the words: to what is not understood, else to the type or the openings."""
        if not understood:
            self.words.select_wrong()
        elif self._viewmodel.state.needs_type:
            self._type.setFocus()
        else:
            self._openings.setFocus()
            self._viewmodel.search.pick()

    def _below_words(self) -> None:
        """Down in the words: to the openings; with no words, to the types, of which the first is chosen."""
        viewmodel = self._viewmodel
        if viewmodel.state.needs_type and not viewmodel.asking.text.strip():
            self._type.setFocus()
            viewmodel.set_type(viewmodel.choices.types[0][0])
        else:
            self._openings.setFocus()

    def _show(self) -> None:
        state = self._viewmodel.state
        self._title.setText(breakable(state.title))
        self._other.setVisible(state.moving is None and not state.needs_patient)
        self._offers.show_offers(state)
        if self._was_new and not state.is_new and (self._type.hasFocus() or self.words.has_empty_focus):
            self._openings.setFocus()
        self._was_new = state.is_new
        self.words.refresh()
        self._refusal.setText(breakable(state.refusal))
        self._refusal.setVisible(bool(state.refusal))
        self._who.setText(breakable(state.who))
        self._who.setVisible(bool(state.who))
        self._about.fill(state.about)
        self._about.setVisible(bool(state.about))
        self.find_field.setVisible(state.needs_patient)
        self._note.setVisible(state.is_new)
        if self._note.toPlainText() != state.note:
            self._note.setPlainText(state.note)
        self._new.setVisible(state.is_new)
        self._new.setChecked(state.new_patient)
        self._here.setVisible(state.may_be_here)
        self._here.setChecked(state.is_here)
        fill(self._type, self._viewmodel.choices.types, state.type_num)
        fill(self._length, state.lengths, state.minutes)
        fill(self._provider, self._viewmodel.asking.provider_choices(self._viewmodel.choices), state.prov_num)
        if not state.needs_type:
            mark_wrong(self._type, wrong=False)
        self._form.setRowVisible(self._type, state.shows_type)
        self._form.setRowVisible(self._length, state.shows_length)
        self._form.setRowVisible(self._provider, state.shows_provider)
        self._openings.refresh()
        self._words.setText(state.below)
        self._words.setVisible(bool(state.below))
        self._more.refresh()
        self._change.setVisible(bool(state.refusal))
        self._book.setText(state.action)
        if state.chosen is None and self._viewmodel.open and self._book.hasFocus():
            self._go_to("opening")  # else the focus would go on to a button outside of the panel
        self._book.setEnabled(state.chosen is not None)
