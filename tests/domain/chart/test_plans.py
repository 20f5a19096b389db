"""Treatment plans in figures, against plans added up by hand."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from app.domain.chart.plans import PlanFigures, PlanRows, Progress, plan_figures
from app.wire.resources.appointments import Appointment, ApptStatus
from app.wire.resources.claim_procs import ClaimProc, ClaimProcStatus
from app.wire.resources.proc_tps import ProcTP
from app.wire.resources.procedure_logs import ProcedureLog, ProcedureStatus
from app.wire.resources.treat_plan_attaches import TreatPlanAttach
from app.wire.resources.treat_plans import TreatPlan, TreatPlanStatus

ACTIVE, SAVED, OLDER, OTHER = (
    TreatPlan(TreatPlanNum=1, TPStatus=TreatPlanStatus.ACTIVE),
    TreatPlan(TreatPlanNum=2, TPStatus=TreatPlanStatus.SAVED, DateTP=date(2026, 5, 4)),
    TreatPlan(TreatPlanNum=3, TPStatus=TreatPlanStatus.SAVED, DateTP=date(2025, 5, 4)),
    TreatPlan(TreatPlanNum=4, TPStatus=TreatPlanStatus.INACTIVE),
)
UNSET = Decimal(-1)
AT = datetime(2026, 12, 1, 9, 0)


def procedure(number: int, fee: str, **more: object) -> ProcedureLog:
    """A planned procedure."""
    return ProcedureLog(ProcNum=number, ProcFee=Decimal(fee), UnitQty=1, procCode=f"D{number}", **more)


def estimate(number: int, pays: str, write_off: str = "-1", **more: object) -> ClaimProc:
    """What one coverage pays."""
    fields = {
        "Status": ClaimProcStatus.ESTIMATE,
        "InsEstTotalOverride": UNSET,
        "WriteOffEstOverride": UNSET,
        **more,
    }
    return ClaimProc(ProcNum=number, InsEstTotal=Decimal(pays), WriteOffEst=Decimal(write_off), **fields)


def attach(number: int, priority: str = "") -> TreatPlanAttach:
    """A procedure of the active plan."""
    return TreatPlanAttach(TreatPlanNum=1, ProcNum=number, priority=priority)


def figures(
    procedures: list[ProcedureLog],
    estimates: list[ClaimProc] | None = None,
    visits: list[Appointment] | None = None,
    plans: tuple[TreatPlan, ...] = (ACTIVE,),
    copies: tuple[ProcTP, ...] = (),
) -> tuple[PlanFigures, ...]:
    """The plans; the active one has all procedures."""
    rows = PlanRows(plans, [attach(each.ProcNum) for each in procedures], copies, estimates or [])
    return plan_figures(rows, procedures, {each.AptNum: each for each in visits or []})


def test_a_plan_added_up_by_hand() -> None:
    """1,200 and 100: two coverages pay 600 and 150, 200 is written off, so the patient's part is 350."""
    (plan,) = figures(
        [procedure(1, "1200"), procedure(2, "100")],
        [estimate(1, "600", "200"), estimate(1, "100"), estimate(2, "50")],
    )
    assert (plan.fee, plan.insurance, plan.write_off, plan.patient) == (1300, 750, 200, 350)
    assert [(line.insurance, line.patient) for line in plan.lines] == [(700, 300), (50, 50)]


def test_overrides_and_what_is_not_billed() -> None:
    """An override counts in place of the estimate, 0 too; what isn't billed to insurance, or on a claim, doesn't."""
    (plan,) = figures(
        [
            procedure(1, "100"),
            procedure(2, "100"),
            procedure(3, "100"),
            procedure(4, "100", Discount=Decimal(15)),
        ],
        [
            estimate(1, "80", "5", InsEstTotalOverride=Decimal(0), WriteOffEstOverride=Decimal(10)),
            estimate(2, "80", NoBillIns=True),
            estimate(3, "80", Status=ClaimProcStatus.PREAUTH),
        ],
    )
    lines = [(line.insurance, line.write_off, line.patient) for line in plan.lines]
    assert lines == [(0, 10, 90), (None, 0, 100), (None, 0, 100), (None, 15, 85)]
    assert plan.insurance == 0


def test_without_any_estimate() -> None:
    """The sum of estimates is unknown, not zero; more than the fee leaves nothing to the patient; units multiply."""
    (plan,) = figures([procedure(1, "100")])
    assert (plan.insurance, plan.patient) == (None, 100)
    (plan,) = figures([procedure(1, "100")], [estimate(1, "140")])
    assert plan.patient == 0
    several = ProcedureLog(ProcNum=1, ProcFee=Decimal(30), UnitQty=2, BaseUnits=1)
    (plan,) = figures([several])
    assert plan.fee == 90


def test_what_of_it_is_scheduled() -> None:
    """A procedure on the schedule has its time; on the Unscheduled List, on a planned one, or on none it has not."""
    visits = [
        Appointment(AptNum=10, AptStatus=ApptStatus.SCHEDULED, AptDateTime=AT),
        Appointment(AptNum=11, AptStatus=ApptStatus.UNSCHED_LIST),
        Appointment(AptNum=12, AptStatus=ApptStatus.BROKEN),
    ]
    (plan,) = figures(
        [
            procedure(1, "10", AptNum=10),
            procedure(2, "20", AptNum=11),
            procedure(3, "40", AptNum=12),
            procedure(4, "80", PlannedAptNum=13),
            procedure(5, "160"),
            procedure(6, "320", AptNum=99),
        ],
        visits=visits,
    )
    found = [(line.progress, line.when) for line in plan.lines]
    assert found == [
        (Progress.SCHEDULED, AT),
        (Progress.WAITING, None),
        (Progress.WAITING, None),
        (Progress.PLANNED, None),
        (Progress.NOT_BOOKED, None),
        (Progress.SCHEDULED, None),
    ]
    assert (plan.scheduled, plan.to_book) == (330, 4)


def test_a_saved_plan_keeps_its_amounts() -> None:
    """Its lines are the copies, whose procedures may have been done or deleted since."""
    copies = (
        ProcTP(
            TreatPlanNum=2,
            ProcTPNum=7,
            ProcNumOrig=1,
            FeeAmt=Decimal(500),
            PriInsAmt=Decimal(200),
            SecInsAmt=Decimal(50),
            Discount=Decimal(25),
            PatAmt=Decimal(225),
        ),
        ProcTP(
            TreatPlanNum=2, ProcTPNum=8, ProcNumOrig=77, ItemOrder=1, FeeAmt=Decimal(60), PatAmt=Decimal(60)
        ),
    )
    done = procedure(1, "999", ProcStatus=ProcedureStatus.COMPLETE)
    active, saved = figures([done], plans=(SAVED, ACTIVE), copies=copies)
    assert active.lines == ()
    assert (saved.fee, saved.insurance, saved.write_off, saved.patient) == (560, 250, 25, 285)
    assert [line.progress for line in saved.lines] == [Progress.DONE, Progress.GONE]
    assert saved.to_book == 0


def test_the_order_of_plans_and_lines() -> None:
    """The active plan first, saved ones newest first, inactive ones last; procedures by priority, then number."""
    found = figures([], plans=(OTHER, OLDER, SAVED, ACTIVE))
    assert [each.plan.TreatPlanNum for each in found] == [1, 2, 3, 4]
    rows = PlanRows([ACTIVE], [attach(1), attach(2, "2"), attach(3, "1"), attach(4)], [], [])
    (plan,) = plan_figures(rows, [procedure(number, "1") for number in (4, 3, 2, 1)], {})
    assert [line.proc_num for line in plan.lines] == [3, 2, 1, 4]
