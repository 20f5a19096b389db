"""The panel with the payment plans: those there are, and a new one."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.viewmodels.amounts import dollars
from app.viewmodels.staff.money.payment.checks import Wrong
from app.viewmodels.staff.money.plan.plan import PlanViewModel
from app.viewmodels.staff.money.plan.shown import TickRow, frequency_choices, schedule_rows, tick_rows
from app.viewmodels.translation import tr
from app.views.staff.money.amount_field import AmountField
from app.views.staff.money.form_panel import MoneyFormPanel, add_pair, add_row, plain_form, say
from app.views.staff.money.plan.plan_list import PlanList
from app.views.staff.money.share_list import ShareList
from app.views.theme.theme import Theme
from app.views.widgets.combo import CalmCombo
from app.views.widgets.elided import ElidedLabel
from app.views.widgets.labels import plain_label, plain_tip
from app.views.widgets.tab_order import lead_into

TEXTS = ("payments", "amount", "first_due", "down", "apr", "note")


class PlanPanel(MoneyFormPanel):
    """The open plans, procedures to tick, the terms, and the schedule to the cent."""

    model: PlanViewModel

    def __init__(self, model: PlanViewModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(model, theme, tr("Payment plan"), parent)
        self.plans = PlanList(model)
        self.amount = plain_label()
        self.amount.setFont(theme.fonts.number)
        self._ticks, self.boxes = QWidget(), dict[int, QCheckBox]()
        self._grid = QGridLayout(self._ticks)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self._none = plain_label(
            tr("Nothing is owed on procedures without a plan."), kind="second", wrap=True
        )
        self._shown: tuple[int, ...] = ()
        self._terms = QWidget()
        self.frequency = CalmCombo()
        for value, words in frequency_choices():
            self.frequency.addItem(words, value)
        self.payments, self.apr, self.note, self.first_due = (QLineEdit() for _ in range(4))
        self.each, self.down = (
            AmountField(tr("Amount of each"), theme),
            AmountField(tr("Down payment"), theme),
        )
        self.each.setPlaceholderText(tr("computed"))
        self.first_due.setPlaceholderText(tr("in a month"))
        self.schedule = ShareList(theme)
        self.fields = {
            "payments": self.payments, "amount": self.each, "first_due": self.first_due, "down": self.down,
            "apr": self.apr, "note": self.note,
        }  # fmt: skip
        for name in TEXTS:
            field = self.fields[name]
            assert isinstance(field, QLineEdit)  # noqa: S101 # for the type checker
            field.textEdited.connect(lambda text, name=name: model.type_text(name, text))
        self.frequency.activated.connect(lambda at: model.choose("frequency", self.frequency.itemData(at)))
        self.lay_out(self._fields())

    @property
    def post_title(self) -> str:
        """What it does."""
        return tr("Make plan")

    @property
    def first(self) -> QWidget:
        """The first procedure."""
        return next(iter(self.boxes.values()), self.cancel)

    def fill(self) -> None:
        """Show the draft."""
        model, state = self.model, self.model.state
        self.plans.fill()
        rows = tuple(tick_rows(state))
        if tuple(row.proc_num for row in rows) != self._shown:
            self._shown = tuple(row.proc_num for row in rows)
            self._make(rows)
            if rows and self.cancel.hasFocus() and state.is_entering:  # it waited for the account
                self.first.setFocus()
        for row in rows:
            with QSignalBlocker(self.boxes[row.proc_num]):
                self.boxes[row.proc_num].setChecked(row.ticked)
        self._ticks.setVisible(bool(rows))
        self._none.setVisible(not rows and state.family is not None)
        for name in TEXTS:
            field, text = self.fields[name], getattr(state.draft, name)
            assert isinstance(field, QLineEdit)  # noqa: S101 # for the type checker
            with QSignalBlocker(field):
                if field.text() != text:
                    field.setText(text)
        with QSignalBlocker(self.frequency):
            self.frequency.setCurrentIndex(max(self.frequency.findData(state.draft.frequency), 0))
        found = model.rules.plan_of(state)
        known = not isinstance(found, Wrong) and bool(state.draft.ticked)
        say(self.amount, dollars(found.payment) if known and not isinstance(found, Wrong) else "")
        self._terms.setVisible(bool(rows))
        self.schedule.fill(schedule_rows(model))

    def _make(self, rows: tuple[TickRow, ...]) -> None:
        for old in self._ticks.findChildren(QWidget):
            old.hide()
            old.deleteLater()
        self.boxes = {}
        for at, row in enumerate(rows):
            box = self.boxes[row.proc_num] = QCheckBox()
            box.setAccessibleName(f"{row.title} {row.owed}")
            box.toggled.connect(lambda on, num=row.proc_num: self.model.tick(num, on=on))
            words, owed = ElidedLabel(row.title), plain_label(row.owed)
            words.setToolTip(plain_tip(row.title))
            owed.setFont(self.theme.fonts.figures)
            owed.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            for column, widget in enumerate((box, words, owed)):
                self._grid.addWidget(widget, at, column)
        lead_into(self._ticks, self.boxes.values())

    def _fields(self) -> QVBoxLayout:
        who = QVBoxLayout()
        who.setSpacing(0)
        who.addWidget(self.name)
        who.addWidget(self.birth)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.amount)
        head.addLayout(who, 1)
        form = plain_form()
        self._terms.setLayout(form)
        add_pair(form, tr("Payments"), self.payments, tr("or each"), self.each)
        add_pair(form, tr("Due"), self.frequency, tr("from"), self.first_due)
        add_pair(form, tr("Down"), self.down, tr("Interest %"), self.apr)
        add_row(form, tr("Note"), self.note)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.plans)
        for part in (plain_label(tr("New plan"), kind="title"), self._ticks, self._none):
            column.addWidget(part)
        column.addWidget(self._terms)
        column.addWidget(self.schedule)
        return column
