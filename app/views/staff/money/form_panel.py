"""The frame of a money panel with fields: whose money it is, the fields, what speaks against it, the buttons."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.viewmodels.staff.money.form import MoneyForm
from app.viewmodels.staff.money.form_shown import birth_of, caution_lines, done_line, owes
from app.viewmodels.staff.money.payment.state import Phase
from app.viewmodels.translation import tr
from app.views.staff.money.amount_field import mark_wrong
from app.views.staff.money.confirming import Confirming
from app.views.theme.theme import Theme
from app.views.widgets.announcing import announce
from app.views.widgets.click_guard import ClickGuard
from app.views.widgets.elided import ElidedLabel
from app.views.widgets.entry_form import ENTER, KeepsLetters
from app.views.widgets.fitting import FittingScroll
from app.views.widgets.labels import breakable, plain_label
from app.views.widgets.steady_label import SteadyLabel


class MoneyFormPanel(KeepsLetters):
    """Enter goes to the Post button, where a second one posts; Esc closes it and keeps what was entered.

    A subclass fills `fields` and calls `lay_out`; `fill` shows the draft.
    """

    def __init__(self, model: MoneyForm, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.theme = theme
        self._was = Phase.ENTERING
        self._asks = Confirming()
        self._title = plain_label(title, kind="title")
        self._resumed = QPushButton(tr("Start over"))
        self._resumed.setProperty("kind", "link")
        self._urgent = plain_label(kind="alert", wrap=True)
        self._owes = plain_label(kind="second", wrap=True)
        self.name, self.birth = ElidedLabel(), plain_label(kind="second")
        self.name.setFont(theme.fonts.strong)
        self._cautions, self._words = SteadyLabel("money"), SteadyLabel("alert")
        self._waits = plain_label(wrap=True)
        self._done = plain_label(wrap=True)
        self._done.setFont(theme.fonts.strong)
        self._again = QPushButton(tr("Another one"))
        self.cancel, self.post = QPushButton(tr("Cancel")), QPushButton()
        self.post.setProperty("kind", "primary")
        self._body = QWidget()
        self.fields: Mapping[str, QWidget] = {}

    @property
    def first(self) -> QWidget:
        """The field that gets the focus first."""
        return next(iter(self.fields.values()), self.cancel)

    @property
    def post_title(self) -> str:
        """What the Post button says."""
        raise NotImplementedError

    def fill(self) -> None:
        """Show the draft."""
        raise NotImplementedError

    def lay_out(self, body: QVBoxLayout) -> None:
        """Put the panel together; `body` has the fields."""
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._resumed)
        self._body.setLayout(body)
        body.setContentsMargins(0, 0, 0, 0)
        entries = QWidget()
        column = column_of(entries)
        column.addLayout(head)
        for part in (self._urgent, self._owes, self._body, self._waits, self._done, self._again):
            column.addWidget(part)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.post, 1)
        whole = column_of(self)
        whole.addWidget(FittingScroll(entries))
        for label in (self._cautions, self._words):
            whole.addWidget(label)
        whole.addLayout(buttons)
        whole.addStretch(1)
        self._follow()
        self.show_state()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the focused button, else goes to the Post button; Esc closes."""
        focus = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.model.finished.emit()
        elif event.key() not in ENTER:
            super().keyPressEvent(event)
        elif event.isAutoRepeat() or self.model.state.phase is Phase.SENDING or self._asks.is_too_fast:
            return
        elif isinstance(focus, QAbstractButton) and not isinstance(focus, QCheckBox | QRadioButton):
            focus.click()
        elif self.model.state.is_entering and self.model.check():
            self.post.setFocus()

    def begin(self) -> None:
        """Focus the first field, or what there is to do now."""
        (self.first if self.model.state.is_entering else self.cancel).setFocus()

    def _follow(self) -> None:
        model = self.model
        self._resumed.clicked.connect(self._start_over)
        self._again.clicked.connect(self._start_over)
        self.cancel.clicked.connect(lambda: model.finished.emit())
        self.post.clicked.connect(self._post)
        guard = ClickGuard(self)
        for button in (self.cancel, self.post, self._again):
            guard.add(button)
        model.changed.connect(self.show_state)
        model.missing.connect(self._go_to)

    def _post(self) -> None:
        if not self._asks.is_too_fast:
            self.model.post()

    def _start_over(self) -> None:
        self.model.start_over()
        self.begin()

    def _go_to(self, field: str) -> None:
        widget = self.fields.get(field, self.first)
        widget.setFocus()
        mark_wrong(widget, wrong=True)
        announce(widget, self._words.text(), urgent=True)

    def show_state(self) -> None:
        """Show the state."""
        state, model = self.model.state, self.model
        self.name.setText(state.person.display if state.person is not None else "")
        self.birth.setText(birth_of(state, model.desk.now().date()))
        say(self._urgent, breakable(state.family.urgent if state.family is not None else ""))
        say(self._owes, "\n".join(filter(None, (owes(state), state.account_words))))
        self._resumed.setVisible(state.resumed and state.is_entering)
        for field in self.fields.values():
            mark_wrong(field, wrong=False)
        self.fill()
        self._follow_phase(state.phase)
        done = state.phase is Phase.DONE
        say(self._waits, state.waits)
        say(self._done, done_line(state) if done else "")
        self._again.setVisible(done)
        say(self._words, breakable(state.problem or state.refusal or state.why_not))
        say(self._cautions, breakable(caution_lines(state)))
        self.cancel.setText(tr("Cancel") if state.is_entering else tr("Close"))
        self._asks.show((state.asked, state.phase) if state.asked or state.phase is Phase.DONE else None)
        self.post.setText(tr("Post anyway") if state.asked else self.post_title)
        if state.phase is Phase.SENDING:
            self.post.setText(tr("Posting…"))
        self.post.setEnabled(state.is_entering and not state.why_not)
        self.post.setVisible(state.phase in (Phase.ENTERING, Phase.SENDING))

    def _follow_phase(self, phase: Phase) -> None:
        """The focus goes to what there is to do next; a disabled field would leave it nowhere."""
        self._body.setVisible(phase is not Phase.DONE)
        changed, self._was = phase is not self._was, phase
        here = self.isVisible() and self.isAncestorOf(QApplication.focusWidget() or self)
        if changed and here and phase is not Phase.ENTERING:
            self.cancel.setFocus()
        self._body.setEnabled(phase is Phase.ENTERING)
        if changed and here and phase is Phase.ENTERING:
            self.first.setFocus()


def say(label: QLabel | SteadyLabel, words: str) -> None:
    """Show words, or nothing."""
    label.setText(words)
    label.setVisible(bool(words))


def column_of(widget: QWidget) -> QVBoxLayout:
    """A column without margins."""
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    return column


def plain_form() -> QFormLayout:
    """A form without margins."""
    form = QFormLayout()
    form.setContentsMargins(0, 0, 0, 0)
    form.setHorizontalSpacing(12)
    form.setVerticalSpacing(8)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return form


def add_row(form: QFormLayout, title: str, widget: QWidget) -> None:
    """A field with its name before it."""
    label = plain_label(title, kind="second")
    label.setBuddy(widget)
    label.setFixedHeight(widget.sizeHint().height())
    widget.setAccessibleName(title)
    widget.setMinimumWidth(1)
    widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    form.addRow(label, widget)


def add_pair(form: QFormLayout, title: str, first: QWidget, between: str, second: QWidget) -> None:
    """Two short fields in one row, each with its name before it."""
    row, label = QHBoxLayout(), plain_label(between, kind="second")
    row.setSpacing(8)
    label.setBuddy(second)
    second.setAccessibleName(between)
    for widget in (first, second):
        widget.setMinimumWidth(1)
        widget.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    row.addWidget(first, 1)
    row.addWidget(label)
    row.addWidget(second, 1)
    name = plain_label(title, kind="second")
    name.setBuddy(first)
    name.setFixedHeight(first.sizeHint().height())
    first.setAccessibleName(title)
    form.addRow(name, row)
