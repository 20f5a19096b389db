"""The selected family of the call list: what they owe, what they promised, and the form for a promise."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from app.services.money.collections.collections import Owing
from app.viewmodels.amounts import amount
from app.viewmodels.staff.day_close.collections import CollectionsModel
from app.viewmodels.staff.day_close.collections_table import promise_words
from app.viewmodels.staff.day_close.promise import PromiseModel
from app.viewmodels.translation import tr, typed
from app.views.staff.day_close.figures import FiguresGrid
from app.views.theme.fonts import grown
from app.views.theme.icons import Icon
from app.views.theme.theme import Theme
from app.views.widgets.entry_form import EntryForm
from app.views.widgets.labels import breakable, plain_label

WIDTH = 300


class FamilyForm(EntryForm):
    """Enter goes from the amount to the day and then keeps the promise; Esc returns to the list: `left`."""

    left = Signal()

    def __init__(self, model: CollectionsModel, theme: Theme) -> None:
        super().__init__()
        self._model, self._promise = model, model.promise
        self.setObjectName("section")
        self.setFixedWidth(grown(WIDTH, self.font()))
        self._name = plain_label(kind="title", wrap=True)
        self.call = QPushButton()
        self.call.setIcon(theme.icon(Icon.PHONE))
        self._figures = FiguresGrid(WIDTH)
        self._promised = plain_label(kind="second", wrap=True)
        self.amount, self.by, self.note = QLineEdit(), QLineEdit(), QLineEdit()
        self.by.setPlaceholderText(tr("12/5, Dec 5, +7"))
        self._day = plain_label(kind="second", wrap=True)
        self._words = plain_label(kind="alert", wrap=True)
        self.add, self.nobody = QPushButton(tr("Add promise")), QPushButton(tr("No answer"))
        self.ledger, self.task = QPushButton(tr("Show ledger")), QPushButton(tr("New task"))
        self.add.setProperty("kind", "primary")
        self._lay_out()
        self._follow()
        self._show()

    def begin(self) -> None:
        """Type what is promised."""
        self.amount.setFocus()
        self.amount.selectAll()

    def confirm(self) -> None:
        """Go from the amount to the day, else keep the promise."""
        if self.amount.hasFocus() and not self.by.text().strip():
            self.by.setFocus()
        else:
            self._promise.add()

    def dismiss(self) -> None:
        """Return to the list."""
        self._model.promise.show(self._model.chosen)
        self.left.emit()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        for title, field in ((tr("Promised"), self.amount), (tr("By"), self.by), (tr("Note"), self.note)):
            field.setAccessibleName(title)
            form.addRow(plain_label(title), field)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.nobody)
        buttons.addStretch(1)
        buttons.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        for widget in (self._name, self.call, self._figures, self._promised):
            column.addWidget(widget)
        column.addLayout(form)
        column.addWidget(self._day)
        column.addWidget(self._words)
        column.addLayout(buttons)
        column.addStretch(1)
        others = QHBoxLayout()
        others.setSpacing(8)
        others.addWidget(self.ledger)
        others.addWidget(self.task)
        column.addLayout(others)

    def _follow(self) -> None:
        model, promise = self._model, self._promise
        self.call.clicked.connect(model.call)
        self.ledger.clicked.connect(model.show_ledger)
        self.task.clicked.connect(model.new_task)
        self.amount.textEdited.connect(promise.type_amount)
        self.by.textEdited.connect(promise.type_day)
        self.note.textEdited.connect(promise.type_note)
        self.add.clicked.connect(promise.add)
        self.nobody.clicked.connect(promise.no_answer)
        promise.changed.connect(self._show)
        model.chosen_changed.connect(self._show)

    def _show(self) -> None:
        row, promise = self._model.chosen, self._promise
        fields = (self.amount, self.by, self.note)
        for widget in (self.call, *fields, self.add, self.nobody, self.ledger, self.task):
            widget.setEnabled(row is not None)
        if row is None:
            self._name.setText(tr("No family selected"))
            self._figures.fill(("",), ())
            for label in (self._promised, self._day, self._words):
                label.setText("")
            return
        self._name.setText(breakable(row.name))
        self.call.setText(row.phone or tr("No phone number"))
        self.call.setEnabled(bool(row.phone))
        self.call.setAccessibleName(tr("Call {number}", number=row.phone))
        aging = row.aging
        lines = [
            (tr("Over 90"), amount(aging.BalOver90)),
            (tr("61–90"), amount(aging.Bal_61_90)),
            (tr("31–60"), amount(aging.Bal_31_60)),
            (tr("0–30"), amount(aging.Bal_0_30)),
            (tr("Balance"), amount(aging.BalTotal)),
            (tr("Patient portion"), amount(aging.PatientPortion)),
        ]
        self._figures.fill(("", tr("Amount")), lines)
        for field, text in ((self.amount, promise.amount), (self.by, promise.by), (self.note, promise.note)):
            if field.text() != text:
                field.setText(text)
        self._say(row, promise)

    def _say(self, row: Owing, promise: PromiseModel) -> None:
        promised = typed(promise_words(row.promise, row.standing)) if row.promise is not None else ""
        for label, text in (
            (self._promised, promised),
            (self._day, promise.day_words),
            (self._words, promise.words),
        ):
            label.setText(text)
            label.setVisible(bool(text))
