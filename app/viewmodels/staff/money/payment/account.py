"""The account of the patient whose payment is taken, and the split of any amount on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from app.api.need import Need
from app.domain.money.allocation import Debt, Kind, Thing
from app.domain.money.preview import Previews
from app.services.money.account.reader import AccountReader
from app.services.money.account.records import AccountLine, FamilyAccount
from app.services.money.preview import previews
from app.services.writes.money.allocation import CHARGES
from app.store.patients.parts import Ready, Refused, Unread
from app.viewmodels.messages import explain
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.money.payment.shown import Offer, offers, open_debts
from app.viewmodels.translation import tr
from app.wire.resources.payments import Payments


class PaymentAccount(QObject):
    """`changed`: it was read, or read again."""

    changed = Signal()

    def __init__(self, desk: DeskViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._part = desk.parts.patients.of(AccountReader)
        self._pat_num = 0
        self._release: Callable[[], None] | None = None
        self._unwatch = self._part.watch(self._follow)
        self.open_debts: tuple[Debt, ...] = ()
        """The procedures that can be ticked, then the due charges of dynamic plans where the office takes those."""
        self.offers: tuple[Offer, ...] = ()
        self.family: FamilyAccount | None = None
        """None: it is loading, or can't be read."""
        self.lines: Mapping[Thing, AccountLine] = {}
        """Its entries by what they are."""
        self.previews: Previews | None = None
        """The split of any amount; None while the account isn't known."""

    def show(self, pat_num: int) -> None:
        """Read a patient's account, and follow it; 0: nobody's."""
        before = self._release
        self._pat_num = pat_num
        self._use(None)
        self._release = self._part.need(pat_num, Need.CLICK) if pat_num else None
        if before is not None:
            before()
        if pat_num:
            self._follow(pat_num)

    def rest(self) -> None:
        """Keep what was read, and don't read it again before `show`: nothing is entered that depends on it."""
        release, self._release = self._release, None
        if release is not None:
            release()

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
        return tr("Updating the account…") if state.stale and self._release is not None else ""

    @property
    def is_loading(self) -> bool:
        """Whether nothing, or not everything, has been read yet."""
        state = self._part.state(self._pat_num)
        return isinstance(state, Unread) or (isinstance(state, Ready) and not state.value.complete)

    @property
    def offers_charges(self) -> bool:
        """Whether charges of plans can be ticked."""
        things = (debt.thing for debt in self.open_debts)
        return any(thing is not None and thing[0] is Kind.PLAN_CHARGE for thing in things)

    def _follow(self, pat_num: int) -> None:
        if pat_num != self._pat_num:
            return
        state = self._part.state(pat_num)
        family = state.value if isinstance(state, Ready) else None
        if family is not self.family:
            self._use(family)
        self.changed.emit()

    def _use(self, family: FamilyAccount | None) -> None:
        """Keep what doesn't depend on the amount: the split follows every key. A part of an account offers nothing."""
        self.family = family
        self.previews = previews(family) if family is not None and family.complete else None
        self.lines = {line.thing: line for line in family.lines} if family is not None else {}
        pays_charges = self._desk.parts.client.can(Payments.allocate, CHARGES)
        plans = family.rows.plans if family is not None and pays_charges else ()
        self.open_debts = open_debts(self.previews, self._pat_num, plans)
        self.offers = offers(family, self.previews, self._pat_num, self._desk.now().date())
