"""The account of the patient whose payment is taken, and the split of any amount on it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.api.need import Need
from app.domain.money.allocation import Debt
from app.domain.money.preview import Previews
from app.services.money.account.reader import AccountReader
from app.services.money.account.records import FamilyAccount
from app.services.money.preview import previews
from app.store.patients.parts import Ready, Refused, Unread
from app.viewmodels.messages import explain
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.money.payment.shown import open_debts
from app.viewmodels.translation import tr


class PaymentAccount(QObject):
    """`changed`: it was read, or read again."""

    changed = Signal()

    def __init__(self, desk: DeskViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._part = desk.parts.patients.of(AccountReader)
        self._pat_num = 0
        self._release: Callable[[], None] | None = None
        self._unwatch = self._part.watch(self._follow)
        self.family: FamilyAccount | None = None
        """None: it is loading, or can't be read."""
        self.previews: Previews | None = None
        """The split of any amount; None while the account isn't known."""

    def show(self, pat_num: int) -> None:
        """Read a patient's account, and follow it; 0: nobody's."""
        before = self._release
        self._pat_num, self.family, self.previews = pat_num, None, None
        self._release = self._part.need(pat_num, Need.CLICK) if pat_num else None
        if before is not None:
            before()
        if pat_num:
            self._follow(pat_num)

    def close(self) -> None:
        """Stop following it."""
        self._unwatch()

    @property
    def words(self) -> str:
        """That it is loading or being read again, or why it can't be read."""
        state = self._part.state(self._pat_num)
        if isinstance(state, Refused):
            return explain(state.why).sentence
        if isinstance(state, Unread) or not state.value.complete:
            return tr("Loading the account…")
        return tr("Updating the account…") if state.stale else ""

    @property
    def is_loading(self) -> bool:
        """Whether nothing, or not everything, has been read yet."""
        state = self._part.state(self._pat_num)
        return isinstance(state, Unread) or (isinstance(state, Ready) and not state.value.complete)

    def open_debts(self) -> tuple[Debt, ...]:
        """The procedures that can be ticked."""
        return open_debts(self.previews, self._pat_num)

    def _follow(self, pat_num: int) -> None:
        if pat_num != self._pat_num:
            return
        state = self._part.state(pat_num)
        family = state.value if isinstance(state, Ready) else None
        if family is not self.family:
            self.family = family
            self.previews = previews(family) if family is not None else None
        self.changed.emit()
