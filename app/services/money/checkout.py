"""What a patient who leaves was treated for today: fees, what insurance is expected to pay, what is due now."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from msgspec import Struct

from app.domain.money.allocation import Kind, Thing
from app.domain.money.cents import ZERO, cents, total
from app.services.money.account.postings import PAID
from app.services.money.account.records import AccountLine, FamilyAccount
from app.wire.resources.claim_procs import ClaimProc, ClaimProcStatus


class TodaysTreatment(Struct, frozen=True):
    """One procedure that was completed today."""

    line: AccountLine
    fee: Decimal
    """With its adjustments."""
    insurance: Decimal
    """Paid, claimed or estimated, with write-offs."""
    billed: bool
    """Whether a claim for it was made, or there is nothing to bill."""
    settled: Decimal
    """What was paid for it, or is on a payment plan."""

    @property
    def portion(self) -> Decimal:
        """The patient's part."""
        return self.fee - self.insurance

    @property
    def due(self) -> Decimal:
        """What the patient should pay for it today."""
        return max(self.portion - self.settled, ZERO)


class CheckoutDay(Struct, frozen=True):
    """A patient's treatment of one day."""

    treated: tuple[TodaysTreatment, ...] = ()
    paid: Decimal = ZERO
    """What was taken from the family today."""

    @property
    def fee(self) -> Decimal:
        """All fees with adjustments."""
        return total(each.fee for each in self.treated)

    @property
    def insurance(self) -> Decimal:
        """What insurance owes or has paid for it."""
        return total(each.insurance for each in self.treated)

    @property
    def portion(self) -> Decimal:
        """The patient's part."""
        return total(each.portion for each in self.treated)

    @property
    def due(self) -> Decimal:
        """What the patient should pay today."""
        return total(each.due for each in self.treated)

    @property
    def unbilled(self) -> bool:
        """Whether insurance is expected to pay for something that isn't on a claim yet."""
        return any(not each.billed for each in self.treated)


def checkout_day(family: FamilyAccount, pat_num: int, today: date) -> CheckoutDay:
    """What was completed for the patient today. No request: it is all on the account."""
    own: list[AccountLine] = []
    attached: dict[Thing, list[AccountLine]] = {}
    for line in family.lines:
        if line.pat_num != pat_num:
            continue
        if line.kind is Kind.PROCEDURE and line.day == today:
            own.append(line)
        elif line.on is not None:
            attached.setdefault(line.on, []).append(line)
    rows: dict[int, list[ClaimProc]] = {}
    for row in family.rows.claim_procs:
        if row.PatNum == pat_num:
            rows.setdefault(row.ProcNum, []).append(row)
    treated = tuple(_treated(line, attached.get(line.thing, ()), rows.get(line.num, ())) for line in own)
    return CheckoutDay(treated, total(each.here for each in family.payments if each.day == today))


def _treated(
    line: AccountLine, attached: Iterable[AccountLine], rows: Iterable[ClaimProc]
) -> TodaysTreatment:
    adjusted, settled = ZERO, ZERO
    for each in attached:
        if each.kind is Kind.ADJUSTMENT:
            adjusted += each.amount
        elif each.kind in (Kind.SPLIT, Kind.PLAN_CREDIT):
            settled -= each.amount
    insurance, billed = ZERO, True
    for row in rows:
        expected = expected_of(row)
        insurance += expected
        billed = billed and not (expected and row.Status is ClaimProcStatus.ESTIMATE)
    return TodaysTreatment(line, line.charge + adjusted, insurance, billed, settled)


def expected_of(row: ClaimProc) -> Decimal:
    """What insurance pays for it and writes off, as far as is known now. An override of -1 is none."""
    if row.Status in PAID:
        return cents(row.InsPayAmt) + cents(row.WriteOff)
    if row.Status is ClaimProcStatus.NOT_RECEIVED:
        return cents(row.InsPayEst) + cents(row.WriteOff)
    if row.Status is not ClaimProcStatus.ESTIMATE:
        return ZERO
    payment = row.InsEstTotal if row.InsEstTotalOverride < 0 else row.InsEstTotalOverride
    off = row.WriteOffEst if row.WriteOffEstOverride < 0 else row.WriteOffEstOverride
    return max(cents(payment), ZERO) + max(cents(off), ZERO)
