"""What the payment pays, shown before it is posted."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.domain.money.preview import Way
from app.viewmodels.staff.money.payment.payment import PaymentViewModel
from app.viewmodels.staff.money.payment.shown import (
    ExactRow,
    after,
    exact_rows,
    share_rows,
    ticked_words,
    ways,
)
from app.viewmodels.translation import tr
from app.views.staff.money.payment.tick_list import TickList
from app.views.staff.money.share_list import ShareList
from app.views.theme.theme import Theme
from app.views.widgets.combo import CalmCombo, fill
from app.views.widgets.labels import plain_label

MOST_TICKS = 24
"""So many procedures are listed before more of them are asked for."""


class SplitBox(QWidget):
    """The way to allocate it, ticked procedures, and the resulting split with the balances after it."""

    def __init__(self, model: PaymentViewModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.way = CalmCombo()
        self.way.setAccessibleName(tr("Pays"))
        self.ticks, self.shares = TickList(theme), ShareList(theme)
        self.more = QPushButton()
        self.more.setProperty("kind", "link")
        self.more.clicked.connect(self._show_all)
        self._all = False
        """Whether all procedures are listed, however many."""
        self._ticked = plain_label(kind="second", wrap=True)
        self._after = ShareList(theme)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(plain_label(tr("Pays"), kind="second"))
        row.addWidget(self.way, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        for widget in (self._ticked, self.ticks, self.more, self.shares, self._after):
            column.addWidget(widget)
        self.way.activated.connect(self._choose)
        self.ticks.ticked.connect(lambda thing, on: model.entries.tick(thing, on=on))
        self.ticks.typed.connect(model.entries.type_exact)

    def fill(self) -> None:
        """Show the state."""
        model, state = self._model, self._model.state
        options = ways(state)
        chosen = (state.draft.way, state.draft.plan)
        place = next((at for at, each in enumerate(options) if (each.way, each.plan) == chosen), 0)
        fill(self.way, [(at, each.title) for at, each in enumerate(options)], place)
        picks = state.draft.way is Way.PROCEDURES
        rows, hidden = self._rows() if picks else ((), 0)
        self.ticks.setVisible(picks)
        self.more.setVisible(bool(hidden))
        self.more.setText(tr("Show {n} more", n=hidden))
        self.ticks.fill(rows, exact=model.takes_exact)
        words = ticked_words(state)
        if picks and not rows and state.family is not None:
            words = tr("Nothing is owed on procedures.")
        self._ticked.setText(words)
        self._ticked.setVisible(bool(words))
        self.shares.fill(() if picks and model.takes_exact else share_rows(state))
        self._after.fill(after(state))

    def _rows(self) -> tuple[tuple[ExactRow, ...], int]:
        """The procedures and plan charges that are shown, and how many are not: the ticked ones always are."""
        state, debts = self._model.state, self._model.account.open_debts
        shown = [
            debt
            for at, debt in enumerate(debts)
            if self._all or at < MOST_TICKS or (debt.thing is not None and debt.thing in state.draft.exact)
        ]
        return tuple(exact_rows(state, shown)), len(debts) - len(shown)

    def _show_all(self) -> None:
        self._all = True
        self.fill()

    def _choose(self, at: int) -> None:
        option = ways(self._model.state)[at]
        self._model.entries.choose_way(option.way, option.plan)
