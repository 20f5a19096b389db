"""The providers and clinics that the selected payment's splits can be moved to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from app.core.text import msg
from app.domain.money.allocation import Kind, Thing
from app.domain.money.cents import cents
from app.services.money.account.records import AccountLine
from app.services.money.account.rows import SplitRow
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.ledger.account import LedgerAccount
from app.viewmodels.staff.ledger.rows import LedgerRow
from app.viewmodels.staff.patient.people import person_of
from app.viewmodels.tables.column import money_text
from app.viewmodels.translation import tr, typed
from app.viewmodels.verdict import Verdict
from app.wire.resources.pay_splits import PaySplits

NO_PAYMENT = Verdict(ok=False, reason=msg("Select the payment in the ledger first."))
NO_TARGET = Verdict(
    ok=False, reason=msg("This payment is unearned income without a provider, so there is nothing to change.")
)
PROVIDER, CLINIC = "ProvNum", "ClinicNum"


class SplitTarget(Struct, frozen=True):
    """A provider or clinic that a split can be moved to."""

    field: str
    number: int
    name: str
    is_current: bool


class SplitChoice(Struct, frozen=True):
    """One split of the payment, with where it can be moved."""

    number: int
    title: str
    providers: tuple[SplitTarget, ...]
    """None for a prepayment without a provider: the office decides whether those may have one."""
    clinics: tuple[SplitTarget, ...]
    """None in an office without clinics."""


class LedgerSplits(QObject):
    """`asked`: show the choices of the selected payment."""

    asked = Signal()

    def __init__(self, desk: DeskViewModel, account: LedgerAccount, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._account = account

    def verdict(self, row: LedgerRow | None) -> Verdict:
        """Whether the splits of this row can be moved. Needs 25.2.9."""
        if row is None or not row.pay_num or not self._rows(row):
            return NO_PAYMENT
        found = self._desk.parts.client.can(PaySplits.update)
        if found.ok and not any(map(self._can_move, self._rows(row))):
            return NO_TARGET
        return Verdict(ok=found.ok, reason=found.reason)

    def choices(self, row: LedgerRow | None) -> tuple[SplitChoice, ...]:
        """The splits of a row that can be moved, largest first."""
        value = self._account.value
        if row is None or value is None:
            return ()
        lines = {line.thing: line for line in value.lines}
        rows = sorted(self._rows(row), key=lambda each: (-abs(each.SplitAmt), each.SplitNum))
        return tuple(self._choice(each, lines) for each in rows if self._can_move(each))

    def choose(self, split_num: int, target: SplitTarget) -> None:
        """Move a split there; undone like any other change."""
        split = next((each for each in self._splits() if each.SplitNum == split_num), None)
        if split is None or target.is_current:
            return
        desk, money = self._desk, self._desk.parts.money_writes()
        member = self._account.value.member(split.PatNum) if self._account.value is not None else None
        person = member.person if member is not None else person_of(desk, split.PatNum)
        moving = desk.people.guarded(
            lambda approval: money.move_split(
                person, split, {target.field: target.number}, target.name, approval
            )
        )
        desk.outcomes.start(moving, "provider of a split")

    def _can_move(self, split: SplitRow) -> bool:
        return any(self._targets(split))

    def _choice(self, split: SplitRow, lines: Mapping[Thing, AccountLine]) -> SplitChoice:
        title = " · ".join(filter(None, (money_text(cents(split.SplitAmt)), _what(split, lines))))
        return SplitChoice(split.SplitNum, title, *self._targets(split))

    def _targets(self, split: SplitRow) -> tuple[tuple[SplitTarget, ...], tuple[SplitTarget, ...]]:
        """The providers, and the clinics."""
        lists = self._desk.parts.office.lists
        providers = lists.providers if lists is not None else ()
        clinics = lists.clinic_names.items() if lists is not None else ()
        offered = [
            (each.ProvNum, each.Abbr)
            for each in providers
            if not each.IsHidden or each.ProvNum == split.ProvNum
        ]
        has_provider = split.ProvNum or not split.UnearnedType
        return (
            _targets(PROVIDER, offered, split.ProvNum) if has_provider else (),
            _targets(CLINIC, clinics, split.ClinicNum),
        )

    def _rows(self, row: LedgerRow) -> list[SplitRow]:
        shown = {number for kind, number in row.things if kind is Kind.SPLIT}
        return [each for each in self._splits() if each.SplitNum in shown]

    def _splits(self) -> tuple[SplitRow, ...]:
        return self._account.value.rows.splits if self._account.value is not None else ()


def _what(split: SplitRow, lines: Mapping[Thing, AccountLine]) -> str:
    """What it pays."""
    if split.UnearnedType:
        return split.unearnedType or tr("Unearned")
    for kind, number in (
        (Kind.PLAN_CHARGE, split.PayPlanChargeNum),
        (Kind.PROCEDURE, split.ProcNum),
        (Kind.ADJUSTMENT, split.AdjNum),
    ):
        if number and (line := lines.get((kind, number))) is not None:
            return " ".join(filter(None, (line.code, typed(line.description))))
    return tr("On the account")


def _targets(field: str, offered: Iterable[tuple[int, str]], now: int) -> tuple[SplitTarget, ...]:
    return tuple(SplitTarget(field, number, name, number == now) for number, name in offered)
