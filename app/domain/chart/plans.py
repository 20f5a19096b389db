"""Treatment plans in figures: fee, insurance estimate, the patient's part, and what is on an appointment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from app.wire.resources.appointments import Appointment, ApptStatus
from app.wire.resources.claim_procs import ClaimProc, ClaimProcStatus
from app.wire.resources.proc_tps import ProcTP
from app.wire.resources.procedure_logs import ProcedureLog, ProcedureStatus
from app.wire.resources.treat_plan_attaches import TreatPlanAttach
from app.wire.resources.treat_plans import TreatPlan, TreatPlanStatus

_ZERO = Decimal(0)
_NONE = Decimal(-1)
"""An amount of a claimproc that is not set."""
ESTIMATES = frozenset({ClaimProcStatus.ESTIMATE, ClaimProcStatus.CAP_ESTIMATE})
"""The states of a claimproc that estimates a procedure which isn't on a claim."""
_OPEN = frozenset({ProcedureStatus.TREATMENT_PLANNED, ProcedureStatus.TREATMENT_PLANNED_INACTIVE})
_ON_THE_SCHEDULE = frozenset({ApptStatus.SCHEDULED, ApptStatus.ASAP})


class Progress(StrEnum):
    """How far a planned procedure has come."""

    NOT_BOOKED = "not booked"
    PLANNED = "on a planned appointment"
    WAITING = "on the Unscheduled List"
    SCHEDULED = "scheduled"
    DONE = "done"
    GONE = "no longer planned"


class Estimate(Struct, frozen=True):
    """What insurance is expected to pay for a procedure, and what the office writes off for it."""

    pays: Decimal
    write_off: Decimal


class PlanLine(Struct, frozen=True):
    """One procedure of a plan. Amounts in dollars."""

    proc_num: int
    tooth: str
    surfaces: str
    code: str
    name: str
    priority: str
    fee: Decimal
    insurance: Decimal | None
    """None: the office has no estimate."""
    write_off: Decimal
    """What the office leaves off the fee: by its contract with the carrier, or as a discount."""
    patient: Decimal
    progress: Progress
    when: datetime | None = None
    """The appointment's time, if it is scheduled and known."""


class PlanFigures(Struct, frozen=True):
    """One plan with its procedures and their sums."""

    plan: TreatPlan
    lines: tuple[PlanLine, ...]

    @property
    def fee(self) -> Decimal:
        """The sum of all fees."""
        return sum((line.fee for line in self.lines), _ZERO)

    @property
    def insurance(self) -> Decimal | None:
        """The sum of the estimates that there are; None without any."""
        known = [line.insurance for line in self.lines if line.insurance is not None]
        return sum(known, _ZERO) if known else None

    @property
    def write_off(self) -> Decimal:
        """The sum of write-offs and discounts."""
        return sum((line.write_off for line in self.lines), _ZERO)

    @property
    def patient(self) -> Decimal:
        """The patient's part of all procedures."""
        return sum((line.patient for line in self.lines), _ZERO)

    @property
    def scheduled(self) -> Decimal:
        """The fees of what is scheduled or done."""
        booked = (Progress.SCHEDULED, Progress.DONE)
        return sum((line.fee for line in self.lines if line.progress in booked), _ZERO)

    @property
    def to_book(self) -> int:
        """How many procedures have no time yet."""
        return sum(
            line.progress not in (Progress.SCHEDULED, Progress.DONE, Progress.GONE) for line in self.lines
        )


class PlanRows(Struct, frozen=True):
    """The rows that the figures are computed from."""

    plans: Sequence[TreatPlan]
    attaches: Sequence[TreatPlanAttach]
    copies: Sequence[ProcTP]
    claim_procs: Sequence[ClaimProc]


def plan_figures(
    rows: PlanRows, procedures: Iterable[ProcedureLog], appointments: Mapping[int, Appointment]
) -> tuple[PlanFigures, ...]:
    """The figures of all plans: the active one first, then saved ones, newest first, then inactive ones.

    `appointments` by AptNum; one that is unknown counts as scheduled.
    """
    known = {row.ProcNum: row for row in procedures}
    estimates = _estimates(rows.claim_procs)
    attached, copied = defaultdict(list), defaultdict(list)
    for attach in rows.attaches:
        attached[attach.TreatPlanNum].append(attach)
    for copy in rows.copies:
        copied[copy.TreatPlanNum].append(copy)
    found = []
    for plan in sorted(rows.plans, key=_order):
        if plan.TPStatus is TreatPlanStatus.SAVED:
            own = sorted(copied[plan.TreatPlanNum], key=lambda each: (each.ItemOrder, each.ProcTPNum))
            lines = [_saved(each, known.get(each.ProcNumOrig), appointments) for each in own]
        else:
            lines = [
                _line(each, known[each.ProcNum], estimates.get(each.ProcNum), appointments)
                for each in attached[plan.TreatPlanNum]
                if each.ProcNum in known and known[each.ProcNum].ProcStatus in _OPEN
            ]
            lines.sort(key=lambda line: (line.priority == "", line.priority, line.proc_num))
        found.append(PlanFigures(plan, tuple(lines)))
    return tuple(found)


def fee_of(row: ProcedureLog) -> Decimal:
    """A procedure's fee for all its units."""
    return row.ProcFee * max(row.UnitQty + row.BaseUnits, 1)


def progress_of(
    row: ProcedureLog, appointments: Mapping[int, Appointment]
) -> tuple[Progress, datetime | None]:
    """How far a procedure has come, and its appointment's time."""
    if row.ProcStatus is ProcedureStatus.COMPLETE:
        return Progress.DONE, None
    if row.ProcStatus not in _OPEN:
        return Progress.GONE, None
    if row.AptNum:
        visit = appointments.get(row.AptNum)
        if visit is None or visit.AptStatus in _ON_THE_SCHEDULE:
            return Progress.SCHEDULED, visit.AptDateTime if visit is not None else None
        if visit.AptStatus in (ApptStatus.UNSCHED_LIST, ApptStatus.BROKEN):
            return Progress.WAITING, None
    return (Progress.PLANNED if row.PlannedAptNum else Progress.NOT_BOOKED), None


def _order(plan: TreatPlan) -> tuple[int, int, int]:
    ranks = {TreatPlanStatus.ACTIVE: 0, TreatPlanStatus.SAVED: 1}
    day = plan.DateTP.toordinal() if plan.DateTP is not None else 0
    return ranks.get(plan.TPStatus, 2), -day, -plan.TreatPlanNum


def _estimates(rows: Iterable[ClaimProc]) -> dict[int, Estimate]:
    """By ProcNum, from all plans that cover the patient."""
    found: dict[int, Estimate] = {}
    for row in rows:
        if row.Status not in ESTIMATES or not row.ProcNum or row.NoBillIns:
            continue
        before = found.get(row.ProcNum, Estimate(_ZERO, _ZERO))
        found[row.ProcNum] = Estimate(
            before.pays + _first_set(row.InsEstTotalOverride, row.InsEstTotal),
            before.write_off + _first_set(row.WriteOffEstOverride, row.WriteOffEst),
        )
    return found


def _first_set(*amounts: Decimal) -> Decimal:
    return next((amount for amount in amounts if amount != _NONE), _ZERO)


def _line(
    attach: TreatPlanAttach,
    row: ProcedureLog,
    estimate: Estimate | None,
    appointments: Mapping[int, Appointment],
) -> PlanLine:
    fee = fee_of(row)
    known = estimate or Estimate(_ZERO, _ZERO)
    write_off = known.write_off + row.Discount
    progress, when = progress_of(row, appointments)
    return PlanLine(
        row.ProcNum,
        row.ToothRange or row.ToothNum,
        row.Surf,
        row.procCode,
        row.descript,
        attach.priority,
        fee,
        estimate.pays if estimate is not None else None,
        write_off,
        max(fee - known.pays - write_off, _ZERO),
        progress,
        when,
    )


def _saved(copy: ProcTP, row: ProcedureLog | None, appointments: Mapping[int, Appointment]) -> PlanLine:
    """A copy keeps its amounts as they were when it was saved."""
    progress, when = progress_of(row, appointments) if row is not None else (Progress.GONE, None)
    return PlanLine(
        copy.ProcNumOrig,
        copy.ToothNumTP,
        copy.Surf,
        copy.ProcCode,
        copy.Descript,
        copy.priority,
        copy.FeeAmt,
        copy.PriInsAmt + copy.SecInsAmt,
        copy.Discount,
        copy.PatAmt,
        progress,
        when,
    )
