"""The panel that takes a payment, beside every screen."""

from __future__ import annotations

import time

from PySide6.QtCore import QSignalBlocker, Qt
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

from app.viewmodels.amounts import dollars
from app.viewmodels.staff.money.payment.checks import Field
from app.viewmodels.staff.money.payment.draft import write_amount
from app.viewmodels.staff.money.payment.payment import PaymentViewModel
from app.viewmodels.staff.money.payment.shown import birth, caution_words, figures, unearned
from app.viewmodels.staff.money.payment.state import Phase
from app.viewmodels.translation import tr
from app.views.staff.frame.elsewhere_line import ElsewhereLine
from app.views.staff.money.amount_field import AmountField, mark_wrong
from app.views.staff.money.choice_buttons import ChoiceButtons
from app.views.staff.money.confirming import Confirming
from app.views.staff.money.form_panel import column_of, say
from app.views.staff.money.payment.done_box import DoneBox
from app.views.staff.money.payment.method_box import MethodBox
from app.views.staff.money.payment.split_box import SplitBox
from app.views.theme.fonts import grown
from app.views.theme.theme import Theme
from app.views.widgets.announcing import announce
from app.views.widgets.click_guard import ClickGuard
from app.views.widgets.elided import ElidedLabel
from app.views.widgets.entry_form import ENTER, KeepsLetters
from app.views.widgets.fitting import FittingScroll
from app.views.widgets.labels import breakable, plain_label
from app.views.widgets.steady_label import SteadyLabel

AMOUNT_WIDTH = 148


class PaymentPanel(KeepsLetters):
    """Enter goes to the Post button, where a second one posts; Esc closes it and keeps what was typed."""

    def __init__(
        self,
        model: PaymentViewModel,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        title: str = "",
        above: QWidget | None = None,
        near: QWidget | None = None,
    ) -> None:
        """`above` is shown over the amount, under another title; `near` over the buttons, where it doesn't scroll."""
        super().__init__(parent)
        self.model = model
        self._was = Phase.ENTERING
        self._asks = Confirming()
        self._changed_at = 0.0
        """When the phase last changed, by the monotonic clock."""
        self._above, self._near = above, near
        self._title = plain_label(title or tr("Take payment"), kind="title")
        self._age = plain_label(kind="faint")
        self._elsewhere = ElsewhereLine(model.desk)
        self._urgent = plain_label(kind="alert", wrap=True)
        self._figures, self._unearned = plain_label(kind="second", wrap=True), plain_label(kind="money")
        self._resumed = QPushButton(tr("Start over"))
        self._resumed.setProperty("kind", "link")
        self.amount = AmountField(tr("Amount"), theme, large=True)
        self.amount.setFixedWidth(grown(AMOUNT_WIDTH, self.font()))
        self._name, self._birth = ElidedLabel(), plain_label(kind="second")
        self._name.setFont(theme.fonts.strong)
        self.offers = ChoiceButtons(tr("Amount"), sets=False)
        self.method, self.split = MethodBox(model, theme), SplitBox(model, theme)
        self._cautions, self._words = SteadyLabel("money"), SteadyLabel("alert")
        self._waits = plain_label(wrap=True)
        self.done = DoneBox(model, theme)
        self.cancel, self.post = QPushButton(tr("Cancel")), QPushButton()
        self.post.setProperty("kind", "primary")
        self._lay_out()
        self._follow()
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the focused button, else goes to the Post button; Esc closes."""
        focus = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.model.finished.emit()
        elif event.key() not in ENTER:
            super().keyPressEvent(event)
        elif event.isAutoRepeat() or self._is_double() or self._asks.is_too_fast:
            return
        elif isinstance(focus, QAbstractButton) and not isinstance(focus, QCheckBox):
            focus.click()
        else:
            self._review()

    def _is_double(self) -> bool:
        """Whether Enter comes as fast as the second one of a double click after a change: it was meant for before."""
        if self.model.state.phase is Phase.SENDING:
            return True
        return (time.monotonic() - self._changed_at) * 1000 < QApplication.doubleClickInterval()

    def begin(self) -> None:
        """Focus the amount, or what there is to do now."""
        if self.model.state.is_entering:
            self.amount.setFocus()
            self.amount.selectAll()
        else:
            (self.done.receipt if self.model.state.phase is Phase.DONE else self.cancel).setFocus()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._age)
        head.addWidget(self._resumed)
        who = QVBoxLayout()
        who.setSpacing(0)
        who.addWidget(self._name)
        who.addWidget(self._birth)
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self.amount)
        first.addLayout(who, 1)
        self._fields = QWidget()
        fields = column_of(self._fields)
        fields.addLayout(first)
        for box in (self.offers, self.method, self.split):
            fields.addWidget(box)
        entries = QWidget()
        column = column_of(entries)
        column.addLayout(head)
        for label in (self._elsewhere, self._urgent, self._figures, self._unearned):
            column.addWidget(label)
        if self._above is not None:
            column.insertWidget(3, self._above)
        for part in (self._fields, self._waits, self.done):
            column.addWidget(part)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.post, 1)
        whole = column_of(self)
        whole.addWidget(FittingScroll(entries))
        if self._near is not None:
            whole.addWidget(self._near)
        whole.addWidget(self._cautions)
        whole.addWidget(self._words)
        whole.addLayout(buttons)
        whole.addStretch(1)

    def _post(self) -> None:
        """The second click of a double click is no answer to the question that the first one made."""
        if not self._asks.is_too_fast:
            self.model.post()

    def _follow(self) -> None:
        model = self.model
        self.amount.textEdited.connect(lambda text: model.entries.type_text("amount", text))
        self.offers.chosen.connect(self._take_offer)
        self._resumed.clicked.connect(self._start_over)
        self.cancel.clicked.connect(lambda: model.finished.emit())
        self.post.clicked.connect(self._post)
        guard = ClickGuard(self)
        for button in (
            self.cancel,
            self.post,
            self.done.receipt,
            self.done.pdf,
            self.done.store,
            self.done.again,
        ):
            guard.add(button)
        model.changed.connect(self._show)
        model.missing.connect(self._go_to)

    def _review(self) -> None:
        """The first Enter: everything is looked at before the second one posts."""
        if self.model.state.is_entering and self.model.check():
            self.post.setFocus()

    def _take_offer(self, text: str) -> None:
        self.model.entries.type_text("amount", text)
        self.post.setFocus()

    def _start_over(self) -> None:
        self.model.start_over()
        self.begin()

    def _go_to(self, field: Field) -> None:
        widget: QWidget = self.amount
        if not isinstance(field, str):
            widget = self.split.ticks.fields.get(field, self.amount)
        elif field in self.method.fields:
            widget = self.method.fields[field]
        elif field == "exact":
            widget = next(iter(self.split.ticks.boxes.values()), self.split.way)
        widget.setFocus()
        if field != "exact":
            mark_wrong(widget, wrong=True)
        announce(widget, self._words.text(), urgent=True)

    def _show(self) -> None:
        state, today = self.model.state, self.model.desk.now().date()
        self._name.setText(state.person.display if state.person is not None else "")
        self._birth.setText(birth(state, today))
        urgent = state.family.urgent if state.family is not None else ""
        say(self._urgent, breakable(urgent))
        say(self._figures, figures(state) or state.account_words)
        self._age.setText(state.account_words if figures(state) else "")
        say(self._unearned, unearned(state))
        self._resumed.setVisible(state.resumed and state.is_entering)
        with QSignalBlocker(self.amount):
            self.amount.show_text(state.draft.amount)
        mark_wrong(self.amount, wrong=False)
        found = self.model.account.offers
        self.offers.fill([(write_amount(each.amount), each.text) for each in found])
        self.method.fill()
        self.split.fill()
        self._follow_phase(state.phase)
        say(self._waits, state.waits)
        say(self._words, breakable(state.problem or state.refusal or state.why_not))
        self.cancel.setText(tr("Cancel") if state.is_entering else tr("Close"))
        value = state.draft.value
        say(self._cautions, breakable(caution_words(state)))
        self.post.setText(tr("Post {amount}", amount=dollars(value)) if value else tr("Post"))
        self._asks.show(state.asked)
        if state.asked:
            self.post.setText(tr("Post anyway"))
        if state.phase is Phase.SENDING:
            self.post.setText(tr("Posting…"))
        self.post.setEnabled(state.is_entering and not state.why_not)
        self.post.setVisible(state.phase in (Phase.ENTERING, Phase.SENDING))

    def _follow_phase(self, phase: Phase) -> None:
        """The focus goes to what there is to do next; a disabled field would leave it nowhere."""
        self.done.fill()
        self._fields.setVisible(phase is not Phase.DONE)
        changed, self._was = phase is not self._was, phase
        if not changed or not self.isVisible():
            self._fields.setEnabled(phase is Phase.ENTERING)
            return
        self._changed_at = time.monotonic()
        here = self.isAncestorOf(QApplication.focusWidget() or self)
        if here and phase is not Phase.ENTERING:
            (self.done.receipt if phase is Phase.DONE else self.cancel).setFocus()
        self._fields.setEnabled(phase is Phase.ENTERING)
        if here and phase is Phase.ENTERING:
            self.amount.setFocus()
