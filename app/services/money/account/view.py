"""A family's account from Open Dental's service date view: one request, and all that offices before 24.4.24 tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from app.domain.money.cents import ZERO, cents
from app.services.money.account.rows import ChargeRow, FamilyRows, SplitRow
from app.wire.resources.account_modules import AccountEntry, AccountObject, PatientBalance, ServiceDateEntry
from app.wire.resources.adjustments import Adjustment
from app.wire.resources.claim_procs import ClaimProc, ClaimProcStatus
from app.wire.resources.patients import Patient
from app.wire.resources.pay_plan_charges import PayPlanChargeType
from app.wire.resources.procedure_logs import ProcedureLog, ProcedureStatus

_PROCEDURES = frozenset({AccountObject.PROCEDURE_LOG, AccountObject.PROCEDURE})
_WRITE_OFFS = frozenset({AccountEntry.WRITE_OFF, AccountEntry.WRITE_OFF_ATTACHED})


def rows_of_view(
    members: tuple[Patient, ...],
    entries: Iterable[ServiceDateEntry],
    balances: Iterable[PatientBalance],
    providers: Mapping[str, int],
) -> FamilyRows:
    """The rows that the view stands for. `providers`: ProvNums by abbreviation.

    An attached entry follows what it is attached to. Which part of a plan's charge is interest is not told.
    """
    made = _Made(providers)
    for entry in entries:
        made.take(entry)
    made.add_loose_estimates(members, balances)
    return FamilyRows(
        members,
        tuple(made.procedures),
        tuple(made.adjustments),
        tuple(made.splits),
        tuple(made.claim_procs),
        charges=tuple(made.charges),
    )


class _Made:
    def __init__(self, providers: Mapping[str, int]) -> None:
        self.procedures: list[ProcedureLog] = []
        self.adjustments: list[Adjustment] = []
        self.splits: list[SplitRow] = []
        self.claim_procs: list[ClaimProc] = []
        self.charges: list[ChargeRow] = []
        self._providers = providers
        self._head: ServiceDateEntry | None = None
        self._owed: dict[int, Decimal] = {}
        self._number = 0
        """Of rows that the view has no key for: they count down from 0."""

    def take(self, entry: ServiceDateEntry) -> None:
        """One more row of the view."""
        if entry.ObjectType is AccountObject.TOTAL:
            return
        if entry.ServiceDate is not None:
            self._head = entry
        head = self._head if entry.ServiceDate is None else None
        amount = cents(entry.Charge or ZERO) - cents(entry.Credit or ZERO)
        patient = entry.PatNum or 0
        pending = cents(entry.InsBal or ZERO)
        self._owed[patient] = self._owed.get(patient, ZERO) + amount - pending
        self._add(entry, head, amount)
        if pending:
            procedure = entry.PrimaryKey or 0 if entry.ObjectType in _PROCEDURES else 0
            self._estimate(patient, procedure, pending, entry)

    def _add(self, entry: ServiceDateEntry, head: ServiceDateEntry | None, amount: Decimal) -> None:
        day, patient, number = entry.TransDate or entry.ServiceDate, entry.PatNum or 0, entry.PrimaryKey or 0
        prov_num = self._providers.get(entry.Provider, 0)
        on = _on(head)
        kind = entry.ObjectType
        if kind in _PROCEDURES:
            code, _, words = entry.Reference.partition(":")
            self.procedures.append(
                ProcedureLog(
                    ProcNum=number, PatNum=patient, ProcDate=day, ProcFee=amount, procCode=code, descript=words,
                    ProvNum=prov_num, ProcStatus=ProcedureStatus.COMPLETE,
                )
            )  # fmt: skip
        elif kind is AccountObject.ADJUSTMENT:
            self.adjustments.append(
                Adjustment(
                    AdjNum=number, PatNum=patient, AdjDate=day, AdjAmt=amount, ProvNum=prov_num,
                    adjType=entry.Reference.removeprefix("Adj- "), ProcNum=on.procedure,
                )
            )  # fmt: skip
        elif kind is AccountObject.PAY_SPLIT:
            self.splits.append(
                SplitRow(
                    SplitNum=number, PatNum=patient, DatePay=day, SplitAmt=-amount, ProvNum=prov_num,
                    payType=entry.Reference, UnearnedType=int(entry.Type is AccountEntry.UNALLOCATED),
                    ProcNum=on.procedure, AdjNum=on.adjustment, PayPlanChargeNum=on.charge,
                )
            )  # fmt: skip
        elif kind is AccountObject.CLAIM_PROC:
            paid, off = (ZERO, -amount) if entry.Type in _WRITE_OFFS else (-amount, ZERO)
            self.claim_procs.append(
                ClaimProc(
                    ClaimProcNum=number, PatNum=patient, ProcNum=on.procedure, DateCP=day, InsPayAmt=paid,
                    WriteOff=off, Status=ClaimProcStatus.RECEIVED, ProvNum=prov_num,
                )
            )  # fmt: skip
        else:
            self._charge(entry, on.procedure, amount)

    def _charge(self, entry: ServiceDateEntry, procedure: int, amount: Decimal) -> None:
        """A plan's charge; or what a plan took off, of which the view names the plan."""
        day, patient, number = entry.TransDate or entry.ServiceDate, entry.PatNum or 0, entry.PrimaryKey or 0
        if entry.ObjectType is AccountObject.PAY_PLAN_CHARGE:
            self.charges.append(
                ChargeRow(
                    PayPlanChargeNum=number, Guarantor=patient, PatNum=patient, ChargeDate=day, Principal=amount,
                    Note=entry.Reference,
                )
            )  # fmt: skip
            return
        self._number -= 1
        self.charges.append(
            ChargeRow(
                PayPlanChargeNum=self._number, PayPlanNum=number, PatNum=patient, ChargeDate=day, Principal=-amount,
                ChargeType=PayPlanChargeType.CREDIT, ProcNum=procedure,
            )
        )  # fmt: skip

    def _estimate(
        self, patient: int, procedure: int, pending: Decimal, entry: ServiceDateEntry | None
    ) -> None:
        self._number -= 1
        self.claim_procs.append(
            ClaimProc(
                ClaimProcNum=self._number, PatNum=patient, ProcNum=procedure, InsPayEst=pending,
                ProcDate=entry.ServiceDate if entry is not None else None, Status=ClaimProcStatus.NOT_RECEIVED,
            )
        )  # fmt: skip

    def add_loose_estimates(self, members: Iterable[Patient], balances: Iterable[PatientBalance]) -> None:
        """The estimates of whole claims, which only the balances have."""
        *own, _ = balances
        known = {row.PatNum for row in members}
        for row in own:
            pending = self._owed.get(row.PatNum, ZERO) - cents(row.Balance)
            if pending and row.PatNum in known:
                self._estimate(row.PatNum, 0, pending, None)


class _On(NamedTuple):
    """The keys of what an entry is attached to."""

    procedure: int = 0
    adjustment: int = 0
    charge: int = 0


def _on(head: ServiceDateEntry | None) -> _On:
    number = 0 if head is None else head.PrimaryKey or 0
    if head is None or head.ObjectType in _PROCEDURES:
        return _On(procedure=number)
    is_adjustment = head.ObjectType is AccountObject.ADJUSTMENT
    return _On(adjustment=number) if is_adjustment else _On(charge=number)
