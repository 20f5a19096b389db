"""What is due today: fees with adjustments, less what insurance pays, less what was paid or is on a plan."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from app.services.money.account.family import family_account
from app.services.money.account.rows import FamilyRows, SplitRow
from app.services.money.checkout import CheckoutDay, checkout_day, expected_of
from app.wire.resources.adjustments import Adjustment
from app.wire.resources.claim_procs import ClaimProc, ClaimProcStatus
from app.wire.resources.patients import Patient
from app.wire.resources.procedure_logs import ProcedureLog, ProcedureStatus

TODAY, BEFORE = date(2026, 11, 23), date(2026, 11, 22)
ANN, BEN = 1, 2
NONE = Decimal(-1)


def done(num: int, fee: str, *, patient: int = ANN, day: date = TODAY) -> ProcedureLog:
    """A completed procedure."""
    return ProcedureLog(
        ProcNum=num, PatNum=patient, ProcDate=day, ProcFee=Decimal(fee), ProcStatus=ProcedureStatus.COMPLETE
    )


def day_of(**rows: object) -> CheckoutDay:
    """Ann's day, in the family of Ann and Ben."""
    people = (Patient(PatNum=ANN, Guarantor=ANN), Patient(PatNum=BEN, Guarantor=ANN))
    family = family_account(ANN, FamilyRows(members=people, **rows), TODAY)  # type: ignore[arg-type]
    return checkout_day(family, ANN, TODAY)


def line(num: int, status: ClaimProcStatus, **amounts: str) -> ClaimProc:
    """A claim procedure of Ann's, of which overrides are empty unless they are given."""
    fields = {"InsEstTotalOverride": NONE, "WriteOffEstOverride": NONE, "WriteOffEst": NONE}
    fields |= {name: Decimal(amount) for name, amount in amounts.items()}
    return ClaimProc(ClaimProcNum=num * 10, ProcNum=num, PatNum=ANN, Status=status, ProcDate=TODAY, **fields)


def test_only_the_patients_treatment_of_today() -> None:
    """Another day's and a relative's treatment is not due today."""
    found = day_of(procedures=(done(1, "100"), done(2, "50", day=BEFORE), done(3, "70", patient=BEN)))
    assert [each.line.num for each in found.treated] == [1]
    assert (found.fee, found.insurance, found.portion, found.due) == (100, 0, 100, 100)


def test_insurance_by_what_is_known_best() -> None:
    """Paid, claimed or estimated; an override counts before an estimate, and what isn't on a claim is said."""
    paid = line(1, ClaimProcStatus.RECEIVED, InsPayAmt="40", WriteOff="5", InsPayEst="99")
    claimed = line(2, ClaimProcStatus.NOT_RECEIVED, InsPayEst="30", WriteOff="2")
    estimated = line(3, ClaimProcStatus.ESTIMATE, InsEstTotal="20", WriteOffEst="1")
    overridden = line(4, ClaimProcStatus.ESTIMATE, InsEstTotal="20", InsEstTotalOverride="0", WriteOffEst="1")
    asked_first = line(5, ClaimProcStatus.PREAUTH, InsPayEst="60")
    rows = (paid, claimed, estimated, overridden, asked_first)
    assert [expected_of(row) for row in rows] == [45, 32, 21, 1, 0]
    found = day_of(procedures=tuple(done(num, "100") for num in range(1, 6)), claim_procs=rows)
    assert [each.billed for each in found.treated] == [True, True, False, False, True]
    assert found.unbilled
    assert found.due == 500 - 99


def test_what_was_paid_and_adjusted() -> None:
    """An adjustment changes the fee, a payment lowers what is due; what was overpaid isn't taken off another one."""
    whole = Decimal(85)
    found = day_of(
        procedures=(done(1, "100"), done(2, "30")),
        adjustments=(
            Adjustment(AdjNum=1, PatNum=ANN, AdjDate=TODAY, AdjAmt=Decimal(-10), ProcNum=1),
        ),
        splits=(
            SplitRow(SplitNum=1, PayNum=7, PatNum=ANN, SplitAmt=Decimal(45), DatePay=TODAY, ProcNum=1, PayAmt=whole),
            SplitRow(SplitNum=2, PayNum=7, PatNum=ANN, SplitAmt=Decimal(40), DatePay=TODAY, ProcNum=2, PayAmt=whole),
        ),
    )  # fmt: skip
    assert (found.fee, found.portion) == (120, 120)
    assert [each.due for each in found.treated] == [45, 0]
    assert (found.due, found.paid) == (45, 85)
